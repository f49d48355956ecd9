#include <algorithm>
#include <array>

#include "eval/match.h"
#include "eval/score.h"
#include "eval/tally.h"

namespace entente {
namespace {

enum Figure : std::size_t { kRight, kMust, kType, kActors, kRecipients, kStatus, kAttribution };
const std::vector<std::string> kFigures = {
    "expectations entirely right", "of those that must be coded", "type found",
    "actors, of type found",       "recipients, of type found",   "status, of type found",
    "attribution, of type found"};

using Judgement = std::array<bool, 4>;  // actors recipients status attribution

Judgement judge(const GoldItem& item, const Event& event) {
  const bool actors = equals_entities(item.actors.value_or(Ids()), event.actors, false) ||
                      (item.also_actors && equals_entities(*item.also_actors, event.actors, false));
  std::vector<Entity> parties = event.recipients;
  parties.insert(parties.end(), event.actors.begin(), event.actors.end());
  const Ids recipients = item.recipients.value_or(Ids());
  const Ids holders = item.attribution.value_or(Ids());
  return {actors, recipients.empty() || covers_entities(recipients, parties),
          item.status.empty() || is_same_status(item.status, event.status),
          holders.empty() || std::ranges::any_of(holders, [&](const std::string& id) {
            return covers_entities({id}, event.attribution);
          })};
}

}  // namespace

ScoreReport score_expectations(const std::vector<GoldItem>& gold,
                               const std::vector<EventRecord>& predicted) {
  ScoreReport report;
  report.form = GoldForm::kExpect;
  FigureTally figures(kFigures);
  const ByDocument records = group_by_document(predicted);
  report.documents = records.size();
  for (const GoldItem& item : gold) {
    std::vector<const EventRecord*> here;
    if (const auto at = records.find(item.document); at != records.end()) here = at->second;
    std::erase_if(here, [&](const EventRecord* r) { return !stands_in(*r, item.places); });
    const auto wanted = [&](const EventRecord* r) {
      return std::ranges::find(item.types, to_string(r->event.type)) != item.types.end();
    };
    const auto happened = [](const EventRecord* r) { return has_happened(r->event.status); };
    bool right = false;
    if (item.types.empty()) {
      right = std::ranges::none_of(here, happened);
    } else {
      std::optional<Judgement> best;
      for (const EventRecord* r : here) {
        if (!wanted(r)) continue;
        const Judgement j = judge(item, r->event);
        if (!best || std::ranges::count(j, true) > std::ranges::count(*best, true)) best = j;
      }
      figures.add(kType, best.has_value());
      if (best) {
        for (std::size_t k = 0; k < best->size(); ++k) figures.add(kActors + k, (*best)[k]);
        right = std::ranges::count(*best, false) == 0;
      } else {
        right = item.or_none && std::ranges::none_of(
                                    here, [&](const auto* r) { return happened(r) && !wanted(r); });
      }
      if (!item.or_none) figures.add(kMust, right);
    }
    figures.add(kRight, right);
    if (right) continue;
    std::string text = "wanted " + describe(item) + " | coded";
    for (const EventRecord* r : here) text += " [" + describe(*r) + "]";
    report.misses.push_back({"wrong", item.id, here.empty() ? text + " nothing" : text});
  }
  report.figures = figures.take();
  return report;
}

}  // namespace entente
