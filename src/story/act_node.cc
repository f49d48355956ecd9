// Idea: first what may not be (other parties, other days, another town), then
// a weighted sum of what is alike.
//
// Example: "Russia shelled Kharkiv on Friday" and, published on Saturday, "Russian artillery hit
// Kharkiv": actors and recipients the same (.2 + .2), type (.1), the day fits (.12), the town
// (.1), a third of the words (.1): .82, one act.
// It gets wrong: two statements of one minister on one day about matters told in the same words.
#include "story/act_node.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>

#include "story/count_shared.h"

namespace entente {
namespace {

constexpr std::int32_t kLag = 3;  // days from an act to a report that does not date it
constexpr double kActorsWeight = 0.2, kRecipientsWeight = 0.2, kTypeWeight = 0.1,
                 kDateWeight = 0.15, kPlaceWeight = 0.1, kWordsWeight = 0.3;
constexpr double kNumbersBonus = 0.1;
constexpr double kFewWords = 5;
constexpr double kOtherNames = 0.08;     // taken off when both have names and share none
constexpr double kOtherNumbers = 0.12;   // likewise
constexpr double kModeConflict = 0.15;   // taken off
constexpr double kSameSentence = 0.6;    // words alike: copies of one sentence
constexpr double kOtherTypeWords = 0.3;  // needed for another type of the family
constexpr double kNobodyWords = 0.3;     // needed when one of them names no actor
constexpr double kOneDayOffWords = 0.3;  // needed for days that differ by one
constexpr double kMatterWords = 0.12;    // needed between statements
constexpr double kOnePartyWords = 0.25;  // needed when they share one party and no place
constexpr double kUndatedWords = 0.4;

std::vector<std::string> known_ids(const std::vector<ActParty>& parties) {
  std::vector<std::string> ids;
  for (const ActParty& party : parties) {
    if (!party.id.empty()) ids.push_back(party.id);
  }
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  return ids;
}

bool is_ahead(EventStatus status) {
  return status == EventStatus::kFuture || status == EventStatus::kExpected ||
         status == EventStatus::kFeared || status == EventStatus::kHypothetical;
}

bool is_speech(TypeFamily family) { return family == TypeFamily::kDispute; }
// Governments state and agree on many things on one day.
bool is_about_a_matter(TypeFamily family) {
  return is_speech(family) || family == TypeFamily::kCooperation;
}
bool is_mutual(TypeFamily family) {
  return family == TypeFamily::kMeeting || family == TypeFamily::kCooperation;
}
// Acts of which reports often do not know who did them.
bool may_lack_actor(TypeFamily family) {
  return family == TypeFamily::kViolence || family == TypeFamily::kProtest ||
         family == TypeFamily::kPressure;
}

// 1 equal, .8 one contains the other, less when they overlap, 0 disjoint; .4
// and .5 when one or both are unknown.
double similarity(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return a.empty() && b.empty() ? 0.5 : 0.4;
  const auto shared = static_cast<double>(count_shared(a, b));
  const auto smaller = static_cast<double>(std::min(a.size(), b.size()));
  const auto all = static_cast<double>(a.size() + b.size()) - shared;
  if (shared == all) return 1;
  return shared == smaller ? 0.8 : 0.6 * shared / smaller;
}

struct PartySimilarity {
  double actors;
  double recipients;
};

// nullopt: other parties.  In an act of two sides reports differ in who is the actor.
std::optional<PartySimilarity> compare_parties(const ActNode& a, const ActNode& b) {
  PartySimilarity s{similarity(a.actors, b.actors), similarity(a.recipients, b.recipients)};
  if (is_mutual(a.family)) {
    const double both = similarity(a.parties, b.parties);
    if (both > (s.actors + s.recipients) / 2) s = {both, both};
  }
  if (s.actors == 0 || s.recipients == 0) return std::nullopt;
  return s;
}

bool overlap(const ActNode& a, const ActNode& b) { return a.first <= b.last && b.first <= a.last; }

// 0: other days.
double compare_dates(const ActNode& a, const ActNode& b) {
  if (a.quality == DayQuality::kNone || b.quality == DayQuality::kNone) {
    return a.quality == b.quality ? 0.3 : 0;
  }
  const std::int32_t apart = std::abs(a.day - b.day);
  if (a.quality == DayQuality::kDay && b.quality == DayQuality::kDay) {
    return apart == 0 ? 1 : apart == 1 ? 0.4 : 0;
  }
  if (a.quality == DayQuality::kWide || b.quality == DayQuality::kWide) {
    return overlap(a, b) ? 0.4 : 0;
  }
  if (a.quality == DayQuality::kPublished && b.quality == DayQuality::kPublished) {
    return apart == 0 ? 0.8 : apart == 1 ? 0.7 : apart == 2 ? 0.4 : 0;
  }
  // A day against a report that came out `late` days after it.
  const std::int32_t late = a.quality == DayQuality::kPublished ? a.day - b.day : b.day - a.day;
  if (late < -1 || late > kLag) return 0;
  return late == -1 ? 0.3 : late <= 1 ? 0.8 : 0.4;
}

bool is_wide(std::string_view kind) {
  return kind == "state" || kind == "region" || kind == "sea" || kind == "country";
}

double compare_places(const Telling& a, const Telling& b) {
  if (a.place.empty() || b.place.empty()) return 0.5;
  if (a.place == b.place) return is_wide(a.place_kind) || is_wide(b.place_kind) ? 0.7 : 1;
  return a.place_country == b.place_country ? 0.6 : 0.4;
}

// Two towns, but not a town and its country.
bool have_place_conflict(const Telling& a, const Telling& b) {
  if (a.place.empty() || b.place.empty() || a.place == b.place) return false;
  if (is_wide(a.place_kind) || is_wide(b.place_kind)) {
    return !a.place_country.empty() && !b.place_country.empty() &&
           a.place_country != b.place_country;
  }
  return true;
}

// Two people who speak for one state.
bool have_speaker_conflict(const Telling& a, const Telling& b) {
  const auto surname = [](const std::string& name) {
    return std::string_view(name).substr(name.rfind(' ') + 1);
  };
  bool differ = false;
  for (const ActParty& x : a.actors) {
    for (const ActParty& y : b.actors) {
      if (x.id != y.id) continue;
      if (x.person.empty() || y.person.empty()) return false;
      if (surname(x.person) == surname(y.person)) return false;
      differ = true;
    }
  }
  return differ;
}

bool share_mode(const Telling& a, const Telling& b) {
  return std::ranges::any_of(a.modes, [&](const std::string& mode) {
    return std::ranges::find(b.modes, mode) != b.modes.end();
  });
}

bool differ(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return !a.empty() && !b.empty() && count_shared(a, b) == 0;
}

// +1: a toll that both give; -1: tolls that can hardly be the same.
int compare_numbers(const Telling& a, const Telling& b) {
  const auto one = [](const auto& x, const auto& y) {
    if (!x || !y || *x == 0 || *y == 0) return 0;
    if (*x == *y) return 1;
    return std::max(*x, *y) > 3 * std::min(*x, *y) + 3 ? -1 : 0;
  };
  const int sum = one(a.dead, b.dead) + one(a.injured, b.injured) + one(a.arrested, b.arrested);
  return std::clamp(sum, -1, 1);
}

bool needs_more_words(const ActNode& a, const ActNode& b, const ActComparison& c) {
  const bool one_lacks_actor = a.actors.empty() != b.actors.empty();
  double needed = is_about_a_matter(a.family) ? kMatterWords : 0;
  if (c.type < 1) needed = std::max(needed, kOtherTypeWords);
  if (one_lacks_actor && !may_lack_actor(a.family)) needed = std::max(needed, kNobodyWords);
  if (c.date == 0.4 && a.quality == DayQuality::kDay && b.quality == DayQuality::kDay) {
    needed = std::max(needed, kOneDayOffWords);
  }
  const bool same_place = !a.telling.place.empty() && a.telling.place == b.telling.place;
  if (count_shared(a.parties, b.parties) < 2 && !same_place) {
    needed = std::max(needed, kOnePartyWords);
  }
  if (a.quality == DayQuality::kNone) needed = std::max(needed, kUndatedWords);
  return c.words < needed;
}

std::string join(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : " ") + id;
  return out.empty() ? "unknown" : out;
}

std::string compare_in_words(const char* what, const std::vector<std::string>& a,
                             const std::vector<std::string>& b, double similarity) {
  if (a == b) return fmt::format("{} {} in both", what, join(a));
  return fmt::format("{} {} and {} are compatible ({:.2f})", what, join(a), join(b), similarity);
}

std::string day_in_words(const ActNode& node) {
  const Telling& t = node.telling;
  switch (node.quality) {
    case DayQuality::kDay:
    case DayQuality::kWide:
      return t.date->to_string();
    case DayQuality::kPublished:
      return "undated, published " + t.published->to_string();
    case DayQuality::kNone:
      break;
  }
  return "undated";
}

}  // namespace

TypeFamily family_of(EventType type) {
  switch (type) {
    case EventType::kAgree:
    case EventType::kSupport:
    case EventType::kCooperate:
    case EventType::kAid:
      return TypeFamily::kCooperation;
    case EventType::kConsult:
      return TypeFamily::kMeeting;
    case EventType::kConcede:
    case EventType::kRetreat:
      return TypeFamily::kYielding;
    case EventType::kRequest:
    case EventType::kAccuse:
    case EventType::kReject:
    case EventType::kThreaten:
      return TypeFamily::kDispute;
    case EventType::kProtest:
      return TypeFamily::kProtest;
    case EventType::kSanction:
    case EventType::kCoerce:
      return TypeFamily::kPressure;
    case EventType::kMobilize:
      return TypeFamily::kForces;
    case EventType::kAssault:
      return TypeFamily::kViolence;
  }
  return TypeFamily::kViolence;
}

ActNode make_act_node(Telling telling) {
  ActNode node;
  node.family = family_of(telling.type);
  node.ahead = is_ahead(telling.status);
  node.actors = known_ids(telling.actors);
  node.recipients = known_ids(telling.recipients);
  std::ranges::set_union(node.actors, node.recipients, std::back_inserter(node.parties));
  std::vector<std::string_view> phrases;
  for (const auto* list : {&telling.actors, &telling.recipients, &telling.holders}) {
    for (const ActParty& party : *list) phrases.push_back(party.text);
  }
  node.words = read_sentence(telling.quote, phrases);
  const bool dated = telling.date && telling.date_basis != DateBasis::kInferred;
  if (dated) {
    node.quality =
        telling.date->precision == DatePrecision::kDay ? DayQuality::kDay : DayQuality::kWide;
    node.first = telling.date->first.epoch_day();
    node.last = telling.date->last.epoch_day();
    node.day = node.first;
  }
  if (telling.published && node.quality != DayQuality::kDay) {
    node.day = telling.published->epoch_day();
    if (!dated) {
      node.quality = DayQuality::kPublished;
      node.first = node.day - kLag;
      node.last = node.day;
    }
  }
  node.telling = std::move(telling);
  return node;
}

double word_similarity(const SentenceWords& a, const SentenceWords& b) {
  const auto size = [](const SentenceWords& w) {
    return static_cast<double>(w.stems.size() + 2 * (w.names.size() + w.numbers.size()));
  };
  const double smaller = std::max(kFewWords, std::min(size(a), size(b)));
  if (size(a) == 0 || size(b) == 0) return 0;
  const auto shared = static_cast<double>(
      count_shared(a.stems, b.stems) +
      2 * (count_shared(a.names, b.names) + count_shared(a.numbers, b.numbers)));
  const double dice = 2 * shared / (size(a) + size(b));
  return (dice + std::min(1.0, shared / smaller)) / 2;
}

std::optional<ActComparison> compare_acts(const ActNode& a, const ActNode& b) {
  if (a.family != b.family || a.ahead != b.ahead) return std::nullopt;
  const auto parties = compare_parties(a, b);
  if (!parties) return std::nullopt;
  ActComparison c;
  c.actors = parties->actors;
  c.recipients = parties->recipients;
  c.date = compare_dates(a, b);
  if (c.date == 0 || have_place_conflict(a.telling, b.telling)) return std::nullopt;
  if (is_speech(a.family) && have_speaker_conflict(a.telling, b.telling)) return std::nullopt;
  c.type = a.telling.type == b.telling.type ? 1 : 0.3;
  c.place = compare_places(a.telling, b.telling);
  c.words = word_similarity(a.words, b.words);
  const bool happened_alike = has_happened(a.telling.status) == has_happened(b.telling.status);
  // Told apart within one report or story is apart, unless one of them says it did not happen.
  if (a.telling.document == b.telling.document && happened_alike) return std::nullopt;
  const bool copies = a.telling.story == b.telling.story;
  if (copies && c.words < kSameSentence && happened_alike) return std::nullopt;
  c.enough = count_shared(a.parties, b.parties) > 0 && !needs_more_words(a, b, c);
  c.numbers = compare_numbers(a.telling, b.telling);
  c.score = kActorsWeight * c.actors + kRecipientsWeight * c.recipients + kTypeWeight * c.type +
            kDateWeight * c.date + kPlaceWeight * c.place + kWordsWeight * std::sqrt(c.words) +
            kNumbersBonus * c.numbers;
  const bool modes = !a.telling.modes.empty() && !b.telling.modes.empty();
  if (modes && !share_mode(a.telling, b.telling)) c.score -= kModeConflict;
  if (differ(a.words.names, b.words.names)) c.score -= kOtherNames;
  if (differ(a.words.numbers, b.words.numbers)) c.score -= kOtherNumbers;
  c.score = std::clamp(c.score, 0.0, 1.0);
  return c;
}

std::vector<std::string> describe_comparison(const ActNode& a, const ActNode& b,
                                             const ActComparison& c) {
  const Telling& x = a.telling;
  const Telling& y = b.telling;
  std::vector<std::string> grounds;
  grounds.push_back(compare_in_words("actors", a.actors, b.actors, c.actors));
  grounds.push_back(compare_in_words("recipients", a.recipients, b.recipients, c.recipients));
  grounds.push_back(x.type == y.type ? fmt::format("type {} in both", to_string(x.type))
                                     : fmt::format("types {} and {} are of one family",
                                                   to_string(x.type), to_string(y.type)));
  const std::string first = day_in_words(a);
  const std::string second = day_in_words(b);
  grounds.push_back(first == second ? fmt::format("date {} in both", first)
                                    : fmt::format("dates fit ({} / {})", first, second));
  if (!x.place.empty() && !y.place.empty()) {
    grounds.push_back(x.place == y.place ? fmt::format("place {} in both", x.place)
                                         : fmt::format("places fit ({} / {})", x.place, y.place));
  }
  grounds.push_back(fmt::format("words {:.2f} alike", c.words));
  if (c.numbers > 0) grounds.push_back("the same numbers");
  if (x.status != y.status) {
    grounds.push_back(
        fmt::format("one says {}, the other {}", to_string(x.status), to_string(y.status)));
  }
  if (x.story == y.story) grounds.push_back("copies of one story");
  return grounds;
}

}  // namespace entente
