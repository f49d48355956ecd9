#include "store/where.h"

#include <fmt/core.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <utility>

namespace entente {
namespace {

constexpr std::string_view kFields = "event, mode, status, actor, recipient, from, to";

std::string in_case(std::string_view text, bool upper) {
  std::string result(text);
  for (char& c : result) {
    if (upper && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    if (!upper && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

// Cuts words, '=' and quoted values off the front of a text.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : rest_(text) {}

  bool at_end() {
    skip_blanks();
    return rest_.empty();
  }
  bool skip_equals() {
    skip_blanks();
    if (!rest_.starts_with('=')) return false;
    rest_.remove_prefix(1);
    return true;
  }
  // Up to a blank or '='; "" when there is none.
  std::string_view word() {
    skip_blanks();
    return cut(std::ranges::find_if(rest_, [](char c) { return is_blank(c) || c == '='; }) -
               rest_.begin());
  }
  // A word that may hold '=', or what stands between quotation marks.
  Result<std::string_view> value() {
    skip_blanks();
    if (!rest_.starts_with('\'') && !rest_.starts_with('"')) {
      return cut(std::ranges::find_if(rest_, is_blank) - rest_.begin());
    }
    const std::size_t end = rest_.find(rest_[0], 1);
    if (end == std::string_view::npos) {
      return fail(ErrorCode::kUsage, "a quotation mark of --where is not closed");
    }
    const std::string_view inner = rest_.substr(1, end - 1);
    rest_.remove_prefix(end + 1);
    return inner;
  }

 private:
  void skip_blanks() {
    while (!rest_.empty() && is_blank(rest_.front())) rest_.remove_prefix(1);
  }
  std::string_view cut(std::ptrdiff_t size) {
    const std::string_view front = rest_.substr(0, static_cast<std::size_t>(size));
    rest_.remove_prefix(front.size());
    return front;
  }

  std::string_view rest_;
};

template <typename T>
Status set_once(std::optional<T>& slot, std::optional<T> value, std::string_view field,
                std::string_view found, std::string_view allowed) {
  if (!value) {
    return fail(ErrorCode::kUsage,
                fmt::format("{} cannot be \"{}\"; it is {}", field, found, allowed));
  }
  if (slot && *slot != *value) {
    return fail(ErrorCode::kUsage,
                fmt::format("no event has two values of {}; give it once", field));
  }
  slot = value;
  return {};
}

std::string all_types() {
  std::vector<std::string_view> names;
#define ENTENTE_NAME(name, text, quad, score) names.emplace_back(text);
  ENTENTE_EVENT_TYPES(ENTENTE_NAME)
#undef ENTENTE_NAME
  return fmt::format("one of {}", fmt::join(names, " "));
}

std::string all_statuses() {
  std::vector<std::string_view> names;
#define ENTENTE_NAME(name, text) names.emplace_back(text);
  ENTENTE_STATUSES(ENTENTE_NAME)
#undef ENTENTE_NAME
  return fmt::format("one of {}", fmt::join(names, " "));
}

bool is_mode(std::string_view mode) {
  for (int type = 0; type <= static_cast<int>(EventType::kAssault); ++type) {
    if (is_mode_of(static_cast<EventType>(type), mode)) return true;
  }
  return false;
}

Status add(Where& where, std::string_view field, std::string_view value) {
  constexpr std::string_view kDay = "a day that exists, as YYYY-MM-DD";
  if (field == "event") {
    return set_once(where.type, parse_event_type(in_case(value, true)), field, value, all_types());
  }
  if (field == "status") {
    return set_once(where.status, parse_event_status(in_case(value, false)), field, value,
                    all_statuses());
  }
  if (field == "from") return set_once(where.from, Date::parse(value), field, value, kDay);
  if (field == "to") return set_once(where.to, Date::parse(value), field, value, kDay);
  if (field == "actor") {
    where.actors.emplace_back(value);
  } else if (field == "recipient") {
    where.recipients.emplace_back(value);
  } else if (field == "mode") {
    const std::string mode = in_case(value, false);
    if (!is_mode(mode)) {
      return fail(
          ErrorCode::kUsage,
          fmt::format("\"{}\" is no mode of any event type; docs/events.md lists them", value));
    }
    where.modes.push_back(mode);
  } else {
    return fail(ErrorCode::kUsage,
                fmt::format("--where knows no field \"{}\"; there are {}", field, kFields));
  }
  return {};
}

}  // namespace

Result<Where> parse_where(std::string_view text) {
  Where where;
  Scanner scanner(text);
  for (bool first = true; !scanner.at_end(); first = false) {
    if (!first) {
      const std::string_view joint = scanner.word();
      if (in_case(joint, true) != "AND") {
        return fail(ErrorCode::kUsage,
                    fmt::format("--where joins conditions by AND, found \"{}\"", joint));
      }
    }
    const std::string field = in_case(scanner.word(), false);
    if (!scanner.skip_equals()) {
      return fail(
          ErrorCode::kUsage,
          fmt::format("--where wants field=value (fields: {}), found \"{}\"", kFields, field));
    }
    const Result<std::string_view> value = scanner.value();
    if (!value) return std::unexpected(value.error());
    if (value->empty()) {
      return fail(ErrorCode::kUsage, fmt::format("--where gives no value for {}", field));
    }
    ENTENTE_TRY(add(where, field, *value));
  }
  return where;
}

}  // namespace entente
