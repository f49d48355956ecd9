// What the tellings of an act say together.
#include "story/make_act.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <tuple>

namespace entente {
namespace {

using Tellings = std::vector<const Telling*>;

// What a story says counts once, however many copies say it.
template <typename Value>
class Votes {
 public:
  void add(const Value& value, std::int64_t story) { stories_[value].insert(story); }
  bool empty() const { return stories_.empty(); }
  // The value of most stories; of equals the smallest.
  const Value& winner() const {
    return std::ranges::max_element(
               stories_,
               [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); })
        ->first;
  }
  const std::map<Value, std::set<std::int64_t>>& all() const { return stories_; }

 private:
  std::map<Value, std::set<std::int64_t>> stories_;
};

int strength(EventStatus status) {
  switch (status) {
    case EventStatus::kAsserted:
      return 8;
    case EventStatus::kReported:
      return 7;
    case EventStatus::kHistorical:
      return 6;
    case EventStatus::kDenied:
      return 5;
    case EventStatus::kNegated:
      return 4;
    case EventStatus::kFuture:
      return 3;
    case EventStatus::kExpected:
      return 2;
    case EventStatus::kFeared:
      return 1;
    case EventStatus::kHypothetical:
      return 0;
  }
  return 0;
}

bool says_no(EventStatus status) {
  return status == EventStatus::kDenied || status == EventStatus::kNegated;
}

// The parties that at least a third of the stories name that name any, those
// that most name first.  Unresolved ones only where nothing is resolved.
std::vector<ActParty> agreed_parties(const Tellings& tellings,
                                     std::vector<ActParty> Telling::* list) {
  std::map<std::string, Votes<std::string>> persons;
  std::map<std::string, std::string> codes;
  Votes<std::string> votes;
  std::set<std::int64_t> naming;
  for (const Telling* t : tellings) {
    for (const ActParty& party : t->*list) {
      if (party.id.empty()) continue;
      votes.add(party.id, t->story);
      naming.insert(t->story);
      codes.emplace(party.id, party.code);
      if (!party.person.empty()) persons[party.id].add(party.person, t->story);
    }
  }
  if (votes.empty()) {
    for (const Telling* t : tellings) {
      if (!(t->*list).empty()) return t->*list;
    }
    return {};
  }
  std::vector<std::tuple<std::size_t, std::string>> order;  // SIZE_MAX - stories, id
  for (const auto& [id, stories] : votes.all()) {
    if (stories.size() * 3 >= naming.size()) order.emplace_back(SIZE_MAX - stories.size(), id);
  }
  std::ranges::sort(order);
  std::vector<ActParty> out;
  for (const auto& [rank, id] : order) {
    const auto person = persons.find(id);
    out.push_back({id, codes.at(id), person == persons.end() ? "" : person->second.winner(), ""});
  }
  return out;
}

// The narrowest date that most stories give, else the first day of publication.
void set_date(ActRecord& act, const Tellings& tellings) {
  using Key = std::tuple<DatePrecision, Date, Date>;
  std::map<DatePrecision, Votes<Key>> dates;
  std::optional<Date> published;
  for (const Telling* t : tellings) {
    if (t->published && (!published || *t->published < *published)) published = t->published;
    if (!t->date || t->date_basis == DateBasis::kInferred) continue;
    const PartialDate& d = *t->date;
    dates[d.precision].add({d.precision, d.first, d.last}, t->story);
  }
  act.date_basis = DateBasis::kInferred;
  if (!dates.empty()) {
    const auto& [precision, first, last] = dates.begin()->second.winner();
    act.date = PartialDate{first, last, precision};
    act.date_basis = DateBasis::kText;
  } else if (published) {
    act.date = PartialDate{*published, *published, DatePrecision::kDay};
  }
}

void set_what(ActRecord& act, const Tellings& tellings) {
  Votes<EventType> types;
  for (const Telling* t : tellings) types.add(t->type, t->story);
  act.type = types.winner();
  Votes<std::string> modes;
  Votes<std::pair<std::string, std::string>> places;
  for (const Telling* t : tellings) {
    if (t->type == act.type) {
      for (const std::string& mode : t->modes) modes.add(mode, t->story);
    }
    if (!t->place.empty()) places.add({t->place, t->place_country}, t->story);
  }
  if (!modes.empty()) act.mode = modes.winner();
  if (!places.empty()) std::tie(act.place, act.place_country) = places.winner();
}

void set_status(ActRecord& act, const Tellings& tellings) {
  bool yes = false;
  bool no = false;
  act.status = EventStatus::kHypothetical;
  for (const Telling* t : tellings) {
    if (strength(t->status) > strength(act.status)) act.status = t->status;
    yes = yes || has_happened(t->status);
    no = no || says_no(t->status);
  }
  act.contested = yes && no;
}

struct Tally {
  std::uint32_t mentions = 0;
  std::set<std::int64_t> stories;
  std::set<std::string> outlets;
  std::set<std::string> countries;

  void add(const Telling& t) {
    mentions += t.mentions;
    stories.insert(t.story);
    outlets.insert(t.voice.name);
    if (!t.voice.country.empty()) countries.insert(t.voice.country);
  }
};

void set_counts(ActRecord& act, const Tellings& tellings) {
  Tally all;
  // By strength, then holder.
  std::map<std::tuple<int, std::string, std::string, std::string>, std::pair<Claim, Tally>> claims;
  for (const Telling* t : tellings) {
    all.add(*t);
    const ActParty holder = t->holders.empty() ? ActParty{} : t->holders.front();
    auto& [claim, tally] = claims[{-strength(t->status), holder.id, holder.code,
                                   holder.id.empty() ? holder.person : ""}];
    claim.status = t->status;
    if (claim.holder.person.empty()) claim.holder = holder;
    tally.add(*t);
  }
  const auto count = [](const auto& set) { return static_cast<std::uint32_t>(set.size()); };
  act.mentions = all.mentions;
  act.stories = count(all.stories);
  act.outlets = count(all.outlets);
  act.countries = count(all.countries);
  for (auto& [key, entry] : claims) {
    auto& [claim, tally] = entry;
    claim.mentions = tally.mentions;
    claim.stories = count(tally.stories);
    claim.outlets = count(tally.outlets);
    act.claims.push_back(std::move(claim));
  }
}

ActParty party_of(const Entity& entity) {
  return {entity.id, entity.code, entity.person ? entity.person->name : "", entity.text};
}

std::vector<ActParty> parties_of(const std::vector<Entity>& entities) {
  std::vector<ActParty> out;
  for (const Entity& entity : entities) out.push_back(party_of(entity));
  return out;
}

std::optional<std::int64_t> least(const std::optional<Quantity>& quantity) {
  return quantity ? std::optional(quantity->min) : std::nullopt;
}

}  // namespace

ActRecord make_act(std::vector<const Telling*> tellings) {
  assert(!tellings.empty());
  std::ranges::sort(tellings, {}, [](const Telling* t) { return std::string_view(t->key); });
  ActRecord act;
  act.key = tellings.front()->key;
  set_what(act, tellings);
  set_status(act, tellings);
  set_date(act, tellings);
  act.actors = agreed_parties(tellings, &Telling::actors);
  act.recipients = agreed_parties(tellings, &Telling::recipients);
  set_counts(act, tellings);
  for (const Telling* t : tellings) act.events.push_back(t->event);
  std::ranges::sort(act.events);
  act.id = act.events.front();
  return act;
}

Telling make_telling(const Event& event, std::string key, std::string quote,
                     std::optional<Date> published) {
  Telling t;
  t.key = std::move(key);
  t.type = event.type;
  t.modes = event.modes;
  t.status = event.status;
  t.actors = parties_of(event.actors);
  t.recipients = parties_of(event.recipients);
  t.holders = parties_of(event.attribution);
  t.date = event.date;
  t.date_basis = event.date_basis;
  t.published = published;
  if (event.location) {
    t.place = event.location->name;
    t.place_country = event.location->country;
    t.place_kind = event.location->kind;
  }
  t.dead = least(event.dead);
  t.injured = least(event.injured);
  t.arrested = least(event.arrested);
  t.quote = std::move(quote);
  t.mentions = static_cast<std::uint32_t>(1 + event.mentions.size());
  return t;
}

}  // namespace entente
