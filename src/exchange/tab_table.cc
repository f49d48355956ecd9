#include "exchange/tab_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/json_writer.h"

namespace entente {
namespace {

constexpr std::size_t kNone = ~std::size_t{0};

std::string normalise(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'A' && c <= 'Z') out += char(c - 'A' + 'a');
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

// The quote that ends the cell that starts with one; npos if none does.
std::size_t find_closing_quote(std::string_view text) {
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (text[i] != '"') continue;
    if (i + 1 < text.size() && text[i + 1] == '"') {
      ++i;
    } else if (i + 1 == text.size() || text[i + 1] == '\t') {
      return i;
    }
  }
  return std::string_view::npos;
}

std::string halve_quotes(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
  }
  return out;
}

}  // namespace

std::vector<std::string_view> TabTable::split(std::string_view line, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t at = line.find(separator);
    parts.push_back(line.substr(0, at));
    if (at == std::string_view::npos) return parts;
    line.remove_prefix(at + 1);
  }
}

// A quote that nothing closes is a character like any other.
void TabTable::split_quoted(std::string_view line) {
  unquoted_.clear();
  cells_.clear();
  for (;;) {
    const std::size_t closing =
        line.starts_with('"') ? find_closing_quote(line) : std::string::npos;
    std::size_t end = 0;
    if (closing == std::string_view::npos) {
      end = line.find('\t');
      cells_.push_back(line.substr(0, end));
    } else {
      const std::string_view inner = line.substr(1, closing - 1);
      cells_.push_back(inner.find('"') == std::string_view::npos
                           ? inner
                           : unquoted_.emplace_back(halve_quotes(inner)));
      end = closing + 1 < line.size() ? closing + 1 : std::string_view::npos;
    }
    if (end == std::string_view::npos) return;
    line.remove_prefix(end + 1);
  }
}

bool TabTable::has_open_quote(std::string_view line) const {
  if (!form_.quoted) return false;
  for (;;) {
    std::size_t end = 0;
    if (line.starts_with('"')) {
      const std::size_t closing = find_closing_quote(line);
      if (closing == std::string_view::npos) return true;
      end = closing + 1 < line.size() ? closing + 1 : std::string_view::npos;
    } else {
      end = line.find('\t');
    }
    if (end == std::string_view::npos) return false;
    line.remove_prefix(end + 1);
  }
}

Status TabTable::read_head(std::string_view line) {
  split_quoted(line);
  // A program that quotes the head quotes the cells.
  if (line.starts_with('"')) form_.quoted = true;
  position_.assign(form_.columns.size(), kNone);
  keys_.clear();
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    std::string key(cells_[i]);
    const auto known = std::ranges::find_if(form_.columns, [&](std::string_view column) {
      return normalise(column) == normalise(key);
    });
    const auto column = static_cast<std::size_t>(known - form_.columns.begin());
    if (known != form_.columns.end() && position_[column] == kNone) {
      position_[column] = i;
      key = *known;
    }
    if (key.empty() || std::ranges::find(keys_, key) != keys_.end()) {
      key += fmt::format("{}column {}", key.empty() ? "" : ", ", i + 1);
    }
    keys_.push_back(std::move(key));
  }
  for (const std::size_t column : form_.required) {
    if (position_[column] == kNone) {
      return fail(ErrorCode::kBadFormat,
                  fmt::format("the head has no column '{}'; found '{}'", form_.columns[column],
                              fmt::join(keys_, "', '")));
    }
  }
  return {};
}

void TabTable::set_columns(const std::vector<std::size_t>& columns) {
  position_.assign(form_.columns.size(), kNone);
  keys_.clear();
  for (const std::size_t column : columns) {
    position_[column] = keys_.size();
    keys_.emplace_back(form_.columns[column]);
  }
}

Status TabTable::read_row(std::string_view line) {
  if (position_.empty()) return fail(ErrorCode::kBadFormat, "a row before the head");
  if (form_.quoted) {
    split_quoted(line);
  } else {
    cells_ = split(line, '\t');
    if (cells_.size() != keys_.size()) split_quoted(line);
  }
  while (cells_.size() > keys_.size() && cells_.back().empty()) cells_.pop_back();
  if (cells_.size() < keys_.size() || cells_.size() > keys_.size() + 8) {
    return fail(ErrorCode::kBadFormat,
                fmt::format("found {} cells, expected {}", cells_.size(), keys_.size()));
  }
  return {};
}

bool TabTable::is_missing(std::string_view cell) const {
  return std::ranges::find(form_.missing, cell) != form_.missing.end();
}

std::string_view TabTable::cell(std::size_t column) const {
  const std::size_t at = position_[column];
  if (at == kNone || is_missing(cells_[at])) return {};
  return cells_[at];
}

std::string TabTable::fields() const {
  std::string out;
  out.reserve(1024);
  JsonWriter json(out);
  json.begin_object();
  for (std::size_t i = 0; i < cells_.size(); ++i) {
    if (i < keys_.size()) {
      json.string(keys_[i], cells_[i]);
    } else {
      json.string(fmt::format("column {}", i + 1), cells_[i]);
    }
  }
  json.end_object();
  return out;
}

std::string TabTable::hash() const {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](unsigned char c) { hash = (hash ^ c) * 0x100000001b3; };
  for (const std::string_view cell : cells_) {
    for (const char c : cell) add(static_cast<unsigned char>(c));
    add('\t');
  }
  return fmt::format("{:016x}", hash);
}

}  // namespace entente
