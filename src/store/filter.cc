#include "store/filter.h"

#include "store/columns.h"

namespace entente {
namespace {

void add(Filter& filter, std::string_view condition,
         std::initializer_list<std::variant<std::int64_t, std::string>> values) {
  if (!filter.sql.empty()) filter.sql += " AND ";
  filter.sql += condition;
  filter.values.insert(filter.values.end(), values);
}

void add_parties(Filter& filter, const std::vector<std::string>& parties, std::int64_t role) {
  for (const std::string& party : parties) {
    add(filter, "v.id IN (SELECT event_id FROM event_parties WHERE party = ? AND role_id = ?)",
        {party, role});
  }
}

}  // namespace

Filter make_filter(const Where& where) {
  Filter filter;
  if (where.type) add(filter, "v.type_id = ?", {std::int64_t(*where.type)});
  if (where.status) add(filter, "v.status_id = ?", {std::int64_t(*where.status)});
  for (const std::string& mode : where.modes) {
    add(filter, "EXISTS (SELECT 1 FROM json_each(v.mode) WHERE value = ?)", {mode});
  }
  add_parties(filter, where.actors, 0);
  add_parties(filter, where.recipients, 1);
  if (where.from) {
    // A span that began earlier may reach into the period; none is longer than a year.
    const std::int64_t day = date_to_column(*where.from);
    constexpr std::int64_t kYear = 10000;
    add(filter, "v.date >= ? AND ifnull(v.date_last, v.date) >= ?", {day - kYear, day});
  }
  if (where.to) add(filter, "v.date <= ?", {date_to_column(*where.to)});
  if (where.origin) add(filter, "u.origin = ?", {*where.origin});
  if (filter.sql.empty()) filter.sql = "1";
  return filter;
}

void Filter::bind(sqlite::Statement& statement, int first) const {
  for (const auto& value : values) {
    std::visit([&](const auto& v) { statement.bind_at(first, v); }, value);
    ++first;
  }
}

}  // namespace entente
