#include "exchange/import_values.h"

#include <fmt/format.h>

#include <charconv>
#include <limits>

namespace entente {
namespace {

template <typename T>
std::optional<T> parse_number(std::string_view text) {
  T value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string_view trim(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

double parse_degrees(std::string_view text) {
  return parse_number<double>(text).value_or(std::numeric_limits<double>::quiet_NaN());
}

}  // namespace

std::optional<Date> parse_day(std::string_view text) {
  if (text.size() == 8) {
    const auto number = parse_number<unsigned>(text);
    if (!number) return std::nullopt;
    return Date::make(static_cast<int>(*number / 10000), *number / 100 % 100, *number % 100);
  }
  if (text.size() > 10 && (text[10] == ' ' || text[10] == 'T')) text = text.substr(0, 10);
  return Date::parse(text);
}

Status set_date(EventRecord& record, std::string_view text) {
  const std::optional<Date> day = parse_day(text);
  if (!day) {
    return fail(ErrorCode::kBadFormat,
                text.empty() ? std::string("no date")
                             : fmt::format("'{}' is no day that exists", text.substr(0, 40)));
  }
  record.event.date = PartialDate{*day, *day, DatePrecision::kDay};
  record.event.date_precision = DatePrecision::kDay;
  return {};
}

Result<std::optional<double>> parse_optional_number(std::string_view text, std::string_view what) {
  if (text.empty()) return std::optional<double>();
  const auto value = parse_number<double>(text);
  if (!value || *value != *value) {
    return fail(ErrorCode::kBadFormat,
                fmt::format("{} '{}' is no number", what, text.substr(0, 40)));
  }
  return value;
}

std::vector<std::string_view> split_values(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    parts.push_back(trim(text.substr(0, at)));
    if (at == std::string_view::npos) break;
    text.remove_prefix(at + 1);
  }
  return parts;
}

void mark_imported(EventRecord& record, std::string_view origin) {
  record.origin = origin;
  record.event.status = EventStatus::kAsserted;
  record.event.confidence = Confidence::kMedium;
}

std::optional<Location> make_location(std::string_view name, std::string_view country,
                                      std::string_view lat, std::string_view lon,
                                      std::string_view kind) {
  if (name.empty() && country.empty()) return std::nullopt;
  Location location;
  location.name = name;
  location.text = name;
  location.country = country;
  location.lat = parse_degrees(lat);
  location.lon = parse_degrees(lon);
  location.kind = kind;
  return location;
}

}  // namespace entente
