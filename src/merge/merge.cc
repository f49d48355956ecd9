// Idea: events come in the order of the text; each is compared with those
// before it and joins the first that it can.
//
// Example: the title "Turkish jets bomb Kobani" and the lead "Turkish warplanes
// bombed the town of Kobani on Friday": same type, actor and place; one event
// with the lead's date.
// It gets wrong: two raids on one town on the same day, told by the same verb.
// Cost: linear, as the window is bounded.
#include "merge/merge.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string_view>

namespace entente {
namespace {

constexpr std::size_t kWindow = 64;
constexpr std::size_t kTypes = 16;

bool in_title(const Event& e) { return e.evidence.trigger.section == Section::kTitle; }

bool has_id(const std::vector<Entity>& list, std::string_view id) {
  return std::ranges::any_of(list, [&](const Entity& e) { return e.id == id; });
}

std::size_t count_known(const std::vector<Entity>& list) {
  return static_cast<std::size_t>(
      std::ranges::count_if(list, [](const Entity& e) { return !e.id.empty(); }));
}

// Every known entity of `small` is in `large`.
bool is_part_of(const std::vector<Entity>& small, const std::vector<Entity>& large) {
  return std::ranges::all_of(small,
                             [&](const Entity& e) { return e.id.empty() || has_id(large, e.id); });
}

// Two people of one state are two, unless one stands for the state itself.
bool names_other_person(const std::vector<Entity>& a, const std::vector<Entity>& b) {
  for (const Entity& x : a) {
    if (!x.person || x.person->name.empty()) continue;
    const bool other = std::ranges::any_of(b, [&](const Entity& y) {
      return y.id == x.id && y.person && !y.person->name.empty() &&
             y.person->name != x.person->name;
    });
    const bool same = std::ranges::any_of(b, [&](const Entity& y) {
      return y.id == x.id &&
             (!y.person || y.person->name.empty() || y.person->name == x.person->name);
    });
    if (other && !same) return true;
  }
  return false;
}

// Equal, or one contains the other.  `empty_fits`: nobody fits anybody.
bool are_compatible(const std::vector<Entity>& a, const std::vector<Entity>& b, bool empty_fits) {
  if (count_known(a) == 0 || count_known(b) == 0) {
    return empty_fits || (a.empty() && b.empty());
  }
  return (is_part_of(a, b) || is_part_of(b, a)) && !names_other_person(a, b);
}

bool have_conflict(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  if (a.empty() || b.empty()) return false;
  return std::ranges::none_of(
      a, [&](const std::string& mode) { return std::ranges::find(b, mode) != b.end(); });
}

bool have_date_conflict(const Event& a, const Event& b) {
  if (!a.date || !b.date || a.date_basis == DateBasis::kInferred ||
      b.date_basis == DateBasis::kInferred) {
    return false;
  }
  return a.date->last < b.date->first || b.date->last < a.date->first;
}

bool have_place_conflict(const Event& a, const Event& b) {
  if (!a.location || !b.location || a.location->name == b.location->name) return false;
  // "the Gulf": of no one state.
  if (a.location->country.empty() || b.location->country.empty()) return false;
  // A town and its own country are no conflict.
  const bool wide = a.location->kind == "state" || b.location->kind == "state";
  return !wide || a.location->country != b.location->country;
}

// Order of strength.  Of two that happened the text wins over the title, else
// the first.
int strength(EventStatus status) {
  switch (status) {
    case EventStatus::kAsserted:
      return 9;
    case EventStatus::kReported:
      return 8;
    case EventStatus::kHistorical:
      return 7;
    case EventStatus::kNegated:
      return 6;
    case EventStatus::kDenied:
      return 5;
    case EventStatus::kFuture:
      return 4;
    case EventStatus::kExpected:
      return 3;
    case EventStatus::kFeared:
      return 2;
    case EventStatus::kHypothetical:
      return 1;
  }
  return 0;
}

bool have_status_conflict(const Event& a, const Event& b) {
  if (has_happened(a.status) && has_happened(b.status)) return false;
  if (a.status == b.status) return false;
  // Future in the headline, expected in the lead.
  const auto ahead = [](EventStatus s) {
    return s == EventStatus::kFuture || s == EventStatus::kExpected;
  };
  return !(ahead(a.status) && ahead(b.status));
}

// Violence by and against nobody that the sentence knows: a detail of what was
// told before ("28 people were killed").
bool is_detail(const Event& e) {
  return e.type == EventType::kAssault && e.actors.empty() && count_known(e.recipients) == 0;
}

bool share_party(const Event& a, const Event& b) {
  return std::ranges::any_of(b.actors, [&](const Entity& e) {
    return !e.id.empty() && (has_id(a.actors, e.id) || has_id(a.recipients, e.id));
  });
}

// A meeting among people of one state is not the one with another state.
bool brings_other_side(const Event& a, const Event& b) {
  return count_known(a.actors) > 1 && !is_part_of(b.actors, a.actors);
}

// "consult" of "consult.hold_talks": what kind of word told it.
std::string_view family(const Event& e) {
  return std::string_view(e.rule).substr(0, e.rule.find('.'));
}

// Words that both phrases have, the names of those who act left out.
std::size_t count_shared_words(const Event& a, const Event& b) {
  std::vector<std::string> shared;
  std::ranges::set_intersection(a.topic, b.topic, std::back_inserter(shared));
  const auto names_actor = [&](const std::string& word) {
    return std::ranges::any_of(a.actors, [&](const Entity& e) {
      std::string name = e.text + ' ' + e.name;
      std::ranges::transform(name, name.begin(),
                             [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      return name.find(word) != name.npos;
    });
  };
  return static_cast<std::size_t>(
      std::ranges::count_if(shared, [&](const std::string& word) { return !names_actor(word); }));
}

bool is_meeting_of_kind(const Event& a, const Event& b) {
  const auto plain = [](const Event& e) {
    return e.modes.empty() || e.modes == std::vector<std::string>{"multilateral"};
  };
  return a.modes == b.modes || (plain(a) && plain(b)) || b.refers_back;
}

// `a` stands before `b`.
bool has_sign(const Event& a, const Event& b) {
  const bool same_sentence = a.evidence.sentence == b.evidence.sentence;
  const std::size_t shared = count_shared_words(a, b);
  if (in_title(a) != in_title(b)) {
    return family(a) == family(b) || quad_class(a.type) % 2 == 0 || a.type == EventType::kConsult ||
           shared > 0;
  }
  if (is_detail(b)) return true;
  // "will visit Peru and hold talks with its president" is one journey.
  if (same_sentence && a.type == EventType::kAgree) {
    return a.status == EventStatus::kFuture && b.status == EventStatus::kFuture &&
           share_party(a, b);
  }
  if (a.type == EventType::kConsult) return is_meeting_of_kind(a, b);
  // Two of one kind in one sentence stand side by side: "the raid on Idlib and
  // the raid on Homs".
  if (same_sentence) return false;
  if (a.rule == b.rule) return true;
  // "urged … to keep to the treaty", "said that … should keep to the treaty".
  constexpr std::size_t kEnoughWords = 2;
  if (quad_class(a.type) == 3 && shared >= kEnoughWords) return true;
  // "the attack" refers back, "the attack on the embassy" may be another.
  return b.refers_back && count_known(b.recipients) == 0;
}

void take_entities(std::vector<Entity>& to, const std::vector<Entity>& from) {
  if (count_known(from) > count_known(to)) to = from;
}

template <typename T>
void take_if_missing(std::optional<T>& to, const std::optional<T>& from) {
  if (!to) to = from;
}

void join(Event& to, Event&& from) {
  to.mentions.push_back(from.evidence);
  to.mentions.insert(to.mentions.end(), from.mentions.begin(), from.mentions.end());
  if (to.modes.empty()) to.modes = std::move(from.modes);
  for (std::string& context : from.contexts) {
    if (std::ranges::find(to.contexts, context) == to.contexts.end()) {
      to.contexts.push_back(std::move(context));
    }
  }
  std::vector<std::string> words;
  std::ranges::set_union(to.topic, from.topic, std::back_inserter(words));
  to.topic = std::move(words);
  take_entities(to.actors, from.actors);
  take_entities(to.recipients, from.recipients);
  const bool better_date =
      to.date_basis == DateBasis::kInferred && from.date_basis != DateBasis::kInferred && from.date;
  if (better_date || !to.date) {
    to.date = from.date;
    to.date_precision = from.date_precision;
    to.date_basis = from.date_basis;
    to.date_span = from.date_span;
  }
  take_if_missing(to.location, from.location);
  take_if_missing(to.dead, from.dead);
  take_if_missing(to.injured, from.injured);
  take_if_missing(to.arrested, from.arrested);
  take_if_missing(to.size, from.size);
  const bool both_happened = has_happened(from.status) && has_happened(to.status);
  const bool stronger =
      both_happened ? in_title(to) && !in_title(from) : strength(from.status) > strength(to.status);
  if (stronger) {
    to.status = from.status;
    to.attribution = std::move(from.attribution);
  }
  to.confidence = std::min(to.confidence, from.confidence);
}

}  // namespace

bool tells_same_act(const Event& a, const Event& b) {
  if (a.type != b.type || !has_sign(a, b)) return false;
  const bool violent = a.type == EventType::kAssault || a.type == EventType::kProtest;
  if (!are_compatible(a.actors, b.actors, violent)) return false;
  if (a.type == EventType::kConsult && brings_other_side(a, b)) return false;
  if (!are_compatible(a.recipients, b.recipients, true)) return false;
  if (count_known(a.actors) + count_known(a.recipients) == 0) return false;
  return !have_conflict(a.modes, b.modes) && !have_date_conflict(a, b) &&
         !have_place_conflict(a, b) && !have_status_conflict(a, b);
}

std::vector<Event> merge_mentions(std::vector<Event> events) {
  std::vector<Event> out;
  out.reserve(events.size());
  std::array<std::vector<std::size_t>, kTypes> by_type;
  for (Event& event : events) {
    auto& known = by_type[static_cast<std::size_t>(event.type)];
    const std::size_t first = known.size() > kWindow ? known.size() - kWindow : 0;
    const auto same = std::find_if(known.begin() + static_cast<std::ptrdiff_t>(first), known.end(),
                                   [&](std::size_t i) { return tells_same_act(out[i], event); });
    if (same != known.end()) {
      join(out[*same], std::move(event));
      continue;
    }
    known.push_back(out.size());
    out.push_back(std::move(event));
  }
  return out;
}

}  // namespace entente
