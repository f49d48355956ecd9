// The rows as whole tables, for those who count.
#include <map>
#include <set>

#include "knowledge/knowledge.h"
#include "knowledge/layers.h"

namespace entente {
namespace {

// Capitals by state and name, and any capital of a state under the name "".
using Capitals = std::map<std::pair<std::string_view, std::string_view>, const ImagePlace*>;

Capitals find_capitals(const std::vector<Image>& images) {
  Capitals capitals;
  for (const Image& image : images) {
    const auto places = image.section<ImagePlace>(SectionId::kPlaces);
    for (const ImageEntry& entry : image.section<ImageEntry>(SectionId::kEntries)) {
      if (static_cast<NameKind>(entry.kind) != NameKind::kCity) continue;
      if (image.text(entry.subkind) != "capital" || entry.detail >= places.size()) continue;
      const std::string_view code = image.text(entry.code);
      capitals.try_emplace({code, image.text(entry.name)}, &places[entry.detail]);
      capitals.try_emplace({code, ""}, &places[entry.detail]);
    }
  }
  return capitals;
}

}  // namespace

std::vector<StateSite> Knowledge::state_sites() const {
  const Capitals capitals = find_capitals(layers_->images);
  std::set<std::string_view> seen;
  std::vector<StateSite> sites;
  for (const Image& image : layers_->images) {
    const auto states = image.section<ImageState>(SectionId::kStates);
    for (const ImageEntry& entry : image.section<ImageEntry>(SectionId::kEntries)) {
      if (static_cast<NameKind>(entry.kind) != NameKind::kState) continue;
      const std::string_view id = image.text(entry.key);
      if (entry.detail >= states.size() || !seen.insert(id).second) continue;
      StateSite site{id, image.text(entry.code)};
      auto found = capitals.find({site.code, image.text(states[entry.detail].capital)});
      if (found == capitals.end()) found = capitals.find({site.code, ""});
      if (found != capitals.end()) {
        site.has_place = true;
        site.lat = found->second->lat;
        site.lon = found->second->lon;
      }
      sites.push_back(site);
    }
  }
  return sites;
}

std::vector<MembershipSpell> Knowledge::membership_spells() const {
  std::vector<MembershipSpell> spells;
  for (const Image& image : layers_->images) {
    for (const ImageMembership& m : image.section<ImageMembership>(SectionId::kMemberships)) {
      if (image.text(m.role) != "member") continue;
      spells.push_back({image.text(m.organisation), image.text(m.member), {m.first, m.last}});
    }
  }
  return spells;
}

}  // namespace entente
