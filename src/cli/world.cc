#include "cli/world.h"

#include <utility>

#include "base/file.h"
#include "cli/program.h"
#include "knowledge/knowledge.h"

namespace entente {

Result<World> load_world(const std::vector<std::string>& group_files) {
  const Result<CoderFiles> files = find_coder_files({});
  if (!files) return std::unexpected(files.error());
  const Result<Knowledge> knowledge = open_knowledge(*files);
  if (!knowledge) return std::unexpected(knowledge.error());
  World world;
  for (const StateSite& site : knowledge->state_sites()) {
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
  for (const MembershipSpell& spell : knowledge->membership_spells()) {
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

}  // namespace entente
