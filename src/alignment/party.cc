#include "alignment/party.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <set>

#include "base/tsv.h"

namespace entente {
namespace {

constexpr double kEarthRadiusKm = 6371.0;

double radians(double degrees) { return degrees * std::numbers::pi / 180; }

// The day of `cell`, `otherwise` for an empty one, nullopt for no day.
std::optional<std::int32_t> day_or(std::string_view cell, std::int32_t otherwise) {
  if (cell.empty()) return otherwise;
  const std::optional<PartialDate> date = PartialDate::parse(cell);
  if (!date) return std::nullopt;
  return date->first.epoch_day();
}

}  // namespace

Status World::add_groups(std::string text, const std::string& path) {
  const Result<TsvTable> table =
      TsvTable::parse(std::move(text), path, {"group", "member", "from", "to"});
  if (!table) return std::unexpected(table.error());
  std::vector<Membership> added;
  std::set<std::string, std::less<>> names;
  for (const TsvTable::Row& row : table->rows()) {
    const auto first = day_or(row.cells[2], Membership::kAlways);
    const auto end = day_or(row.cells[3], Membership::kOpen);
    if (row.cells[0].empty() || row.cells[1].empty() || !first || !end) {
      return fail(ErrorCode::kBadFormat,
                  "expected a group, a member, and dates as YYYY, YYYY-MM or YYYY-MM-DD or nothing",
                  table->place(row));
    }
    names.emplace(row.cells[0]);
    added.push_back({std::string(row.cells[0]), std::string(row.cells[1]), *first,
                     *end == Membership::kOpen ? *end : *end - 1});
  }
  std::erase_if(memberships, [&](const Membership& old) { return names.contains(old.group); });
  memberships.insert(memberships.end(), added.begin(), added.end());
  return {};
}

std::optional<double> distance_km(const StatePlace& a, const StatePlace& b) {
  if (!a.latitude || !a.longitude || !b.latitude || !b.longitude) return std::nullopt;
  const double north = std::sin(radians(*b.latitude - *a.latitude) / 2);
  const double east = std::sin(radians(*b.longitude - *a.longitude) / 2);
  const double h =
      north * north + std::cos(radians(*a.latitude)) * std::cos(radians(*b.latitude)) * east * east;
  return 2 * kEarthRadiusKm * std::asin(std::min(1.0, std::sqrt(h)));
}

}  // namespace entente
