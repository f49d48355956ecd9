// Idea: within a document each act of gold takes the record that fits it best,
// the best pairs first; what is left over on either side is missed or extra.
// A record may be taken when one of its triggers stands in a quote of the act
// and its type is one that gold allows.
//
// It gets wrong: two acts of one type in one quote may be taken crosswise when
// neither parties nor status tell them apart.
// Cost: acts times records within a document.
#include <algorithm>
#include <map>
#include <set>

#include "eval/match.h"
#include "eval/score.h"
#include "eval/tally.h"

namespace entente {
namespace {

enum Field : std::size_t {
  kStatus,
  kHappened,
  kActors,
  kRecipients,
  kAttribution,
  kWholeRecord,
  kMode,
  kDate,
  kDocument
};
const std::vector<std::string> kFields = {"status",
                                          "happened or not",
                                          "actors",
                                          "recipients",
                                          "attribution",
                                          "whole record (parties, happened as told)",
                                          "mode",
                                          "date",
                                          "documents entirely right"};

using Mentions = std::vector<const GoldItem*>;

struct Pair {
  int fit;
  std::size_t group;
  std::size_t record;
  const GoldItem* item;
};

bool allows(const GoldItem& item, EventType type) {
  return std::ranges::find(item.types, to_string(type)) != item.types.end();
}

bool equals(const std::optional<Ids>& gold, const std::optional<Ids>& also,
            const std::vector<Entity>& coded, bool unknown_counts = false) {
  return equals_entities(gold.value_or(Ids()), coded, unknown_counts) ||
         (also && equals_entities(*also, coded, unknown_counts));
}

int fit_of(const GoldItem& item, const Event& event) {
  return (item.types.front() == to_string(event.type) ? 1 : 0) +
         (equals(item.actors, {}, event.actors) ? 2 : 0) +
         (equals(item.recipients, {}, event.recipients) ? 1 : 0) +
         (is_same_status(item.status, event.status) ? 1 : 0);
}

bool has_mode(const Event& event, const std::string& mode) {
  return !mode.empty() && std::ranges::find(event.modes, mode) != event.modes.end();
}

class FullScorer {
 public:
  FullScorer(GoldForm form, std::size_t documents) : types_(documents), figures_(kFields) {
    report_.form = form;
    report_.documents = documents;
  }

  void score(std::size_t document, const std::vector<Mentions>& groups,
             const std::vector<const EventRecord*>& records);
  ScoreReport finish();

 private:
  // Which record each group took, and whether records were taken.
  void match(const std::vector<Mentions>& groups, const std::vector<const EventRecord*>& records);
  bool judge(const GoldItem& item, const Event& event);
  void note_leftovers(std::size_t document, const std::vector<Mentions>& groups,
                      const std::vector<const EventRecord*>& records);
  void confuse_types(const std::vector<Mentions>& groups,
                     const std::vector<const EventRecord*>& records);

  ScoreReport report_;
  TypeTally types_;
  FigureTally figures_;
  std::map<std::size_t, Pair> taken_;  // by group
  std::set<std::size_t> used_;         // records
};

bool is_optional(const Mentions& mentions) {
  return std::ranges::any_of(mentions, &GoldItem::optional);
}

void FullScorer::match(const std::vector<Mentions>& groups,
                       const std::vector<const EventRecord*>& records) {
  std::vector<Pair> pairs;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    for (std::size_t r = 0; r < records.size(); ++r) {
      for (const GoldItem* item : groups[g]) {
        const Event& event = records[r]->event;
        if (!allows(*item, event.type) || !stands_in(*records[r], item->places)) continue;
        pairs.push_back({fit_of(*item, event), g, r, item});
      }
    }
  }
  std::ranges::stable_sort(pairs, std::ranges::greater(), &Pair::fit);
  taken_.clear();
  used_.clear();
  for (const Pair& pair : pairs) {
    if (taken_.contains(pair.group) || used_.contains(pair.record)) continue;
    taken_.emplace(pair.group, pair);
    used_.insert(pair.record);
  }
}

// Counts the fields of a record that was taken; whether it counts as right.
bool FullScorer::judge(const GoldItem& item, const Event& event) {
  const std::string status(to_string(event.status));
  const bool same_status = status == item.status || status == item.also_status;
  const auto gold_status = parse_event_status(item.status);
  const bool told = gold_status && has_happened(*gold_status);
  const bool actors = equals(item.actors, item.also_actors, event.actors);
  const bool recipients = equals(item.recipients, item.also_recipients, event.recipients);
  figures_.add(kStatus, same_status);
  figures_.add(kHappened, same_status || told == has_happened(event.status));
  figures_.add(kActors, actors);
  figures_.add(kRecipients, recipients);
  figures_.add(kAttribution,
               equals(item.attribution, item.also_attribution, event.attribution, true));
  const bool happened_as_told = same_status || is_same_status(item.status, event.status);
  figures_.add(kWholeRecord, actors && recipients && happened_as_told);
  if (!item.modes.empty()) {
    figures_.add(kMode, has_mode(event, item.modes.front()) || has_mode(event, item.also_mode));
  }
  if (!item.date.empty()) {
    figures_.add(kDate, event.date && event.date->to_string().starts_with(item.date));
  }
  ++report_.status_confusion[{item.status, same_status ? item.status : status}];
  return actors && recipients && same_status;
}

void FullScorer::note_leftovers(std::size_t document, const std::vector<Mentions>& groups,
                                const std::vector<const EventRecord*>& records) {
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (taken_.contains(g) || is_optional(groups[g])) continue;
    const GoldItem& item = *groups[g].front();
    ++types_.at(document, item.types.front()).missed;
    report_.misses.push_back({"missed", item.id, describe(item)});
  }
  for (std::size_t r = 0; r < records.size(); ++r) {
    if (used_.contains(r)) continue;
    ++types_.at(document, std::string(to_string(records[r]->event.type))).extra;
    report_.misses.push_back({"extra", records[r]->id, describe(*records[r])});
  }
}

// What stands where a missed act stands was coded as another type.
void FullScorer::confuse_types(const std::vector<Mentions>& groups,
                               const std::vector<const EventRecord*>& records) {
  std::set<std::size_t> explained = used_;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    const GoldItem& item = *groups[g].front();
    if (taken_.contains(g)) {
      const Event& event = records[taken_.at(g).record]->event;
      ++report_
            .type_confusion[{taken_.at(g).item->types.front(), std::string(to_string(event.type))}];
      continue;
    }
    if (is_optional(groups[g])) continue;
    std::string instead = "-";
    for (std::size_t r = 0; r < records.size() && instead == "-"; ++r) {
      const bool here = std::ranges::any_of(
          groups[g], [&](const GoldItem* m) { return stands_in(*records[r], m->places); });
      if (!here || !explained.insert(r).second) continue;
      instead = to_string(records[r]->event.type);
    }
    ++report_.type_confusion[{item.types.front(), instead}];
  }
  for (std::size_t r = 0; r < records.size(); ++r) {
    if (explained.contains(r)) continue;
    ++report_.type_confusion[{"-", std::string(to_string(records[r]->event.type))}];
  }
}

void FullScorer::score(std::size_t document, const std::vector<Mentions>& groups,
                       const std::vector<const EventRecord*>& records) {
  match(groups, records);
  std::size_t missed = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    missed += !taken_.contains(g) && !is_optional(groups[g]) ? 1 : 0;
  }
  bool right = missed == 0 && used_.size() == records.size();
  for (const auto& [group, pair] : taken_) {
    if (pair.item->optional) continue;
    ++types_.at(document, pair.item->types.front()).found;
    right = judge(*pair.item, records[pair.record]->event) && right;
  }
  figures_.add(kDocument, right);
  note_leftovers(document, groups, records);
  confuse_types(groups, records);
}

ScoreReport FullScorer::finish() {
  types_.finish(report_);
  report_.figures = figures_.take();
  return std::move(report_);
}

// The mentions of each act of each document, in the order of gold.
std::map<std::string, std::vector<Mentions>> group_acts(const std::vector<GoldItem>& gold) {
  std::map<std::string, std::vector<Mentions>> out;
  std::map<std::pair<std::string, std::string>, std::size_t> place;
  for (const GoldItem& item : gold) {
    std::vector<Mentions>& groups = out[item.document];
    const auto [at, fresh] = place.try_emplace({item.document, item.group}, groups.size());
    if (fresh) groups.emplace_back();
    groups[at->second].push_back(&item);
  }
  return out;
}

}  // namespace

ScoreReport score_full(GoldForm form, const std::vector<GoldItem>& gold,
                       const std::vector<std::string>& documents,
                       const std::vector<EventRecord>& predicted) {
  const auto acts = group_acts(gold);
  const ByDocument records = group_by_document(predicted);
  const auto find_in = [](const auto& map, const std::string& id) {
    const auto at = map.find(id);
    return at == map.end() ? typename std::decay_t<decltype(map)>::mapped_type() : at->second;
  };
  FullScorer scorer(form, documents.size());
  for (std::size_t i = 0; i < documents.size(); ++i) {
    scorer.score(i, find_in(acts, documents[i]), find_in(records, documents[i]));
  }
  return scorer.finish();
}

}  // namespace entente
