// Idea: of the events of a sentence the one is scored whose parties share the
// most words with the source and the target that gold names.
#include <algorithm>
#include <set>

#include "eval/match.h"
#include "eval/score.h"
#include "eval/tally.h"

namespace entente {
namespace {

enum Figure : std::size_t { kFound, kAmong, kBest, kActor, kRecipient };
const std::vector<std::string> kFigures = {"sentences with any event", "gold type among the events",
                                           "type of the event that fits the pair best",
                                           "its actor overlaps the source",
                                           "its recipient (or second side) overlaps the target"};

// CONCEDE and RETREAT as gold calls them.
std::string label_of(EventType type) {
  const bool yields = type == EventType::kConcede || type == EventType::kRetreat;
  return yields ? "YIELD" : std::string(to_string(type));
}

// Over the recipients or, in an act of two sides, the actors that are not the source.
double target_overlap(const GoldPair& gold, const Event& event) {
  std::vector<Entity> others = event.recipients;
  for (const Entity& actor : event.actors) {
    if (name_overlap(gold.source, {actor}) < name_overlap(gold.target, {actor})) {
      others.push_back(actor);
    }
  }
  return name_overlap(gold.target, others);
}

}  // namespace

ScoreReport score_pairs(const std::vector<GoldPair>& gold,
                        const std::vector<EventRecord>& predicted) {
  ScoreReport report;
  report.form = GoldForm::kPairs;
  report.documents = gold.size();
  FigureTally figures(kFigures);
  TypeTally types(gold.size());
  const ByDocument records = group_by_document(predicted);
  std::set<std::string> gold_types;
  for (const GoldPair& pair : gold) gold_types.insert(pair.type);
  for (std::size_t i = 0; i < gold.size(); ++i) {
    const GoldPair& pair = gold[i];
    const EventRecord* best = nullptr;
    double best_overlap = -1;
    bool among = false;
    if (const auto at = records.find(pair.id); at != records.end()) {
      for (const EventRecord* r : at->second) {
        among = among || label_of(r->event.type) == pair.type;
        const double overlap =
            name_overlap(pair.source, r->event.actors) + target_overlap(pair, r->event);
        if (overlap > best_overlap) best = r, best_overlap = overlap;
      }
    }
    const std::string label = best ? label_of(best->event.type) : "-";
    const bool right = label == pair.type;
    figures.add(kFound, best != nullptr);
    figures.add(kAmong, among);
    figures.add(kBest, right);
    figures.add(kActor, best && name_overlap(pair.source, best->event.actors) > 0);
    figures.add(kRecipient, best && target_overlap(pair, best->event) > 0);
    ++report.type_confusion[{pair.type, label}];
    if (right) {
      ++types.at(i, pair.type).found;
      continue;
    }
    ++types.at(i, pair.type).missed;
    if (best) ++types.at(i, label).extra;
    report.misses.push_back({"wrong", pair.id,
                             pair.type + " " + pair.source + " > " + pair.target + " | coded " +
                                 (best ? describe(*best) : "nothing: " + pair.sentence)});
  }
  types.finish(report);
  report.figures = figures.take();
  return report;
}

}  // namespace entente
