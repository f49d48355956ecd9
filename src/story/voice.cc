// Example: "KYIV, Feb 4 (Reuters) - Troops …" printed by a paper: the voice is Reuters.
// It gets wrong: a report about an agency that stands under a line with only its name.
#include "story/voice.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/file.h"
#include "base/tsv.h"
#include "story/ascii.h"

namespace entente {
namespace {

constexpr std::size_t kHead = 300;     // bytes of a text that may hold a dateline
constexpr std::size_t kTail = 400;     // and its footers
constexpr std::size_t kDateline = 90;  // bytes before the name of the agency
constexpr std::size_t kShortName = 4;  // letters of a name whose capitals count
constexpr std::size_t kCreditLine = 80;
constexpr std::size_t kLines = 3;

struct Outlet {
  std::string name;
  std::string country;
  bool agency = false;
};

using Lines = std::vector<std::string_view>;

// What stands around a name on a line of its own.
std::string_view trim_marks(std::string_view s) {
  s = trim(s, " \t\r\n()[]/-.,:|*");
  for (const std::string_view dash : {"\u2013", "\u2014"}) {
    if (s.starts_with(dash)) s = trim(s.substr(dash.size()));
    if (s.ends_with(dash)) s = trim(s.substr(0, s.size() - dash.size()));
  }
  return s;
}

Lines split_lines(std::string_view s) {
  Lines lines;
  while (!s.empty()) {
    const std::size_t end = std::min(s.find('\n'), s.size());
    if (const auto line = trim(s.substr(0, end)); !line.empty()) lines.push_back(line);
    s.remove_prefix(std::min(end + 1, s.size()));
  }
  return lines;
}

bool is_dash(std::string_view s) {
  s = trim(s, " .\t");
  return s.starts_with("-") || s.starts_with("\u2013") || s.starts_with("\u2014");
}

// "https://www.example.org:80/a" and "example.org" -> "example.org"; "" for no host.
std::string host_of(std::string_view url) {
  if (const std::size_t scheme = url.find("://"); scheme != std::string_view::npos) {
    url.remove_prefix(scheme + 3);
  }
  std::string host = lower(url.substr(0, url.find_first_of("/:?#")));
  if (host.starts_with("www.")) host.erase(0, 4);
  const bool is_host = host.find('.') != std::string::npos && host.find(' ') == std::string::npos;
  return is_host ? host : std::string();
}

}  // namespace

struct VoiceTable::Tables {
  std::vector<Outlet> outlets;
  std::unordered_map<std::string, std::size_t> by_name;  // lower case, short agencies as written
  std::unordered_map<std::string, std::size_t> by_host;
  std::unordered_map<std::string, std::string> countries;  // by top-level domain

  Status add(const TsvTable& table, const TsvTable::Row& row);
  const Outlet* find(std::string_view name) const;
  const Outlet* find_host(std::string_view host) const;
  std::string country_of(std::string_view host) const;
  const Outlet* find_agency(std::string_view name) const {
    const Outlet* outlet = find(trim_marks(name));
    return outlet && outlet->agency ? outlet : nullptr;
  }
  const Outlet* find_in_dateline(std::string_view text) const;
  const Outlet* find_in_byline(std::string_view line) const;
  const Outlet* find_in_footer(std::string_view line) const;
  std::optional<Voice> find_named(std::string_view text) const;
};

Status VoiceTable::Tables::add(const TsvTable& table, const TsvTable::Row& row) {
  const auto& cells = row.cells;
  const bool agency = cells[0] == "agency";
  if (!agency && cells[0] != "outlet") {
    return fail(ErrorCode::kBadFormat, "expected agency or outlet", table.place(row));
  }
  const std::size_t index = outlets.size();
  outlets.push_back({std::string(cells[1]), std::string(cells[2]), agency});
  std::vector<std::string_view> names = split_list(cells[3]);
  names.push_back(cells[1]);
  for (const std::string_view name : names) {
    const bool as_written = agency && name.size() <= kShortName;
    if (!by_name.emplace(as_written ? std::string(name) : lower(name), index).second) {
      return fail(ErrorCode::kDuplicate, "the name '" + std::string(name) + "' stands twice",
                  table.place(row));
    }
  }
  for (const std::string_view host : split_list(cells[4])) by_host.emplace(host, index);
  return {};
}

const Outlet* VoiceTable::Tables::find(std::string_view name) const {
  auto at = by_name.find(std::string(name));
  if (at == by_name.end()) at = by_name.find(lower(name));
  return at == by_name.end() ? nullptr : &outlets[at->second];
}

const Outlet* VoiceTable::Tables::find_host(std::string_view host) const {
  while (host.find('.') != std::string_view::npos) {
    if (const auto at = by_host.find(std::string(host)); at != by_host.end()) {
      return &outlets[at->second];
    }
    host.remove_prefix(host.find('.') + 1);
  }
  return nullptr;
}

std::string VoiceTable::Tables::country_of(std::string_view host) const {
  const std::size_t dot = host.rfind('.');
  if (dot == std::string_view::npos) return {};
  const auto at = countries.find(std::string(host.substr(dot + 1)));
  return at == countries.end() ? std::string() : at->second;
}

// "PARIS, Feb 4 (AFP) -", "MOSCOW, February 4. /TASS/.", "Berlin (dpa/AP) –".
const Outlet* VoiceTable::Tables::find_in_dateline(std::string_view text) const {
  const std::size_t open = text.substr(0, kDateline).find_first_of("(/");
  if (open == std::string_view::npos) return nullptr;
  const bool slash = text[open] == '/';
  const std::size_t close = text.find(slash ? '/' : ')', open + 1);
  if (close == std::string_view::npos || close - open > kCreditLine) return nullptr;
  const std::string_view behind = text.substr(close + 1, 8);
  if (!slash && !is_dash(behind) && behind.find('\n') == std::string_view::npos) return nullptr;
  for (const std::string_view part : split_list(text.substr(open + 1, close - open - 1), '/')) {
    if (const Outlet* agency = find_agency(part)) return agency;
  }
  return nullptr;
}

// "By Jane Doe, Associated Press", "By AFP".
const Outlet* VoiceTable::Tables::find_in_byline(std::string_view line) const {
  if (!starts_with_lower(line, "by ")) return nullptr;
  std::string_view rest = line.substr(3);
  if (const Outlet* agency = find_agency(rest)) return agency;
  const std::size_t mark = rest.find_last_of(",|");
  return mark == std::string_view::npos ? nullptr : find_agency(rest.substr(mark + 1));
}

// "Source: AFP", "(Reporting by …)", "© 2022 Reuters", "– dpa".
const Outlet* VoiceTable::Tables::find_in_footer(std::string_view line) const {
  const std::string_view bare = trim_marks(line);
  if (const Outlet* agency = find_agency(bare)) return agency;
  if (starts_with_lower(bare, "reporting by ") && bare.size() < line.size()) return find("reuters");
  constexpr std::array<std::string_view, 6> kIntroductions = {
      "source:", "sources:", "via ", "with inputs from ", "copyright ", "\u00a9"};
  for (const std::string_view introduction : kIntroductions) {
    if (!starts_with_lower(bare, introduction)) continue;
    std::string_view rest = trim(bare.substr(introduction.size()), " ()\u00a9c0123456789,:");
    return find_agency(rest.substr(0, rest.find(". ")));
  }
  const std::size_t open = line.ends_with(')') ? line.rfind('(') : std::string_view::npos;
  return open == std::string_view::npos ? nullptr : find_agency(line.substr(open));
}

std::optional<Voice> VoiceTable::Tables::find_named(std::string_view text) const {
  const auto voice = [](const Outlet& outlet, const char* how) {
    return Voice{outlet.name, outlet.country, true, how};
  };
  Lines head = split_lines(trim(text).substr(0, kHead));
  head.resize(std::min(head.size(), kLines));
  for (const std::string_view line : head) {
    if (const Outlet* agency = find_in_dateline(line)) return voice(*agency, "dateline");
    if (line.size() > kCreditLine) continue;
    if (const Outlet* agency = find_in_byline(line)) return voice(*agency, "byline");
    if (is_dash(line)) continue;
    if (const Outlet* agency = find_agency(line)) return voice(*agency, "credit");
  }
  Lines tail = split_lines(text.substr(text.size() - std::min(text.size(), kTail)));
  std::ranges::reverse(tail);
  tail.resize(std::min(tail.size(), kLines));
  for (const std::string_view line : tail) {
    if (const Outlet* agency = find_in_footer(line)) return voice(*agency, "footer");
  }
  return std::nullopt;
}

VoiceTable::VoiceTable() : tables_(std::make_unique<Tables>()) {}
VoiceTable::VoiceTable(VoiceTable&&) noexcept = default;
VoiceTable& VoiceTable::operator=(VoiceTable&&) noexcept = default;
VoiceTable::~VoiceTable() = default;

Result<VoiceTable> VoiceTable::load(const std::string& lexicon) {
  VoiceTable out;
  const auto read = [&](const char* name, const std::vector<std::string_view>& columns) {
    const std::string path = lexicon + "/" + name;
    auto text = read_file(path);
    if (!text) return Result<TsvTable>(std::unexpected(text.error()));
    return TsvTable::parse(std::move(*text), path, columns);
  };
  const auto outlets = read("outlets.tsv", {"kind", "name", "country", "names", "hosts"});
  if (!outlets) return std::unexpected(outlets.error());
  for (const TsvTable::Row& row : outlets->rows()) ENTENTE_TRY(out.tables_->add(*outlets, row));
  const auto domains = read("domains.tsv", {"domain", "country"});
  if (!domains) return std::unexpected(domains.error());
  for (const TsvTable::Row& row : domains->rows()) {
    out.tables_->countries.emplace(row.cells[0], row.cells[1]);
  }
  return out;
}

Voice VoiceTable::find_voice(const Document& document) const {
  if (auto named = tables_->find_named(document.text)) return *std::move(named);
  const std::string source_host = host_of(document.source);
  const std::string host = source_host.empty() ? host_of(document.url) : source_host;
  const std::string country = tables_->country_of(host);
  if (!document.source.empty() && source_host.empty()) {
    const Outlet* outlet = tables_->find(document.source);
    if (!outlet) return {document.source, country, false, "source"};
    return {outlet->name, outlet->country, outlet->agency, "source"};
  }
  if (host.empty()) return {};
  const char* how = source_host.empty() ? "url" : "source";
  const Outlet* outlet = tables_->find_host(host);
  if (!outlet) return {host, country, false, how};
  return {outlet->name, outlet->country, outlet->agency, how};
}

}  // namespace entente
