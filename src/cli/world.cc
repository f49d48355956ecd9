#include "cli/world.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "alignment/measures.h"
#include "base/file.h"
#include "cli/program.h"

namespace entente {

Result<Knowledge> open_tables() {
  const Result<CoderFiles> files = find_coder_files({});
  if (!files) return std::unexpected(files.error());
  return open_knowledge(*files);
}

Result<World> make_world(const Knowledge& knowledge, const std::vector<std::string>& group_files) {
  World world;
  for (const StateSite& site : knowledge.state_sites()) {
    if (site.id != site.code) {
      world.other_codes.push_back({std::string(site.id), std::string(site.code)});
      continue;
    }
    StatePlace& state = world.states.emplace_back();
    state.code = site.code;
    if (!site.has_place) continue;
    state.latitude = site.lat;
    state.longitude = site.lon;
  }
  for (const MembershipSpell& spell : knowledge.membership_spells()) {
    world.memberships.push_back({std::string(spell.organisation), std::string(spell.member),
                                 spell.period.first, spell.period.last});
  }
  for (const std::string& path : group_files) {
    Result<std::string> text = read_file(path);
    if (!text) return std::unexpected(text.error());
    ENTENTE_TRY(world.add_groups(std::move(*text), path));
  }
  return world;
}

OutsideFacts outside_facts(const Knowledge& knowledge, const std::string& a, const std::string& b,
                           Date day) {
  OutsideFacts facts;
  for (const Pact& pact : knowledge.pacts(a, b, day)) {
    std::string since;
    if (pact.period.first != Period::kAlways) {
      since = day_name(pact.period.first);
      facts.marks.push_back({since, fmt::format("{} ({})", pact.name, pact.kind)});
    }
    facts.lines.push_back(fmt::format("in force on {}: {} ({}), signed {} ({})", day.to_string(),
                                      pact.name, pact.kind, since.empty() ? "–" : since,
                                      pact.row.to_string()));
  }
  if (facts.lines.empty()) {
    facts.lines.push_back(
        fmt::format("no pact of the two in force on {} in our tables", day.to_string()));
  }
  const auto groups_a = knowledge.memberships(a, day);
  const auto groups_b = knowledge.memberships(b, day);
  std::vector<std::string_view> both;
  std::ranges::set_intersection(groups_a, groups_b, std::back_inserter(both));
  facts.lines.push_back(fmt::format(
      "both belong to: {}", both.empty() ? "no group" : fmt::format("{}", fmt::join(both, ", "))));
  facts.lines.emplace_back("votes in the United Nations and ATOP are not among our tables");
  return facts;
}

std::string state_name(const Knowledge& knowledge, const std::string& code) {
  const auto state = knowledge.state(code);
  return state ? std::string(state->name) : code;
}

}  // namespace entente
