// Idea: each telling is linked to the tellings that it is most like, found by party and day; a
// link depends on the two alone.  What links connect is clustered by cluster_acts, which depends
// on keys and not on arrival.  So only what new tellings are connected with is clustered anew.
//
// A telling keeps its best kCopies links within its story and kOthers to other stories (equal ones
// by key); a link holds when either side keeps it.
// It gets wrong: an act whose reports share no party that was resolved.
// Cost: a telling is compared with those of its parties and family within kDays days.
#include "story/act_index.h"

#include <algorithm>
#include <cassert>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "story/act_node.h"
#include "story/cluster_acts.h"
#include "story/make_act.h"

namespace entente {
namespace {

constexpr std::size_t kCopies = 8;
constexpr std::size_t kOthers = 32;

struct Neighbour {
  std::uint32_t slot;
  double score;
};

struct HeldTelling {
  ActNode node;
  std::int64_t act = 0;  // as last given; 0: not yet
  bool alive = false;
  bool dirty = false;
  std::vector<Neighbour> copies, others;  // the best first
  std::vector<std::uint32_t> kept_by;     // slots that keep a link to this one, or once did
};

using Slots = std::vector<std::uint32_t>;

}  // namespace

struct ActIndex::State {
  std::vector<HeldTelling> slots;
  std::unordered_map<std::int64_t, std::uint32_t> by_event;
  std::unordered_map<std::int64_t, Slots> by_document;
  std::unordered_map<std::uint64_t, Slots> by_day;
  std::unordered_map<std::int64_t, Slots> acts;
  Slots free;                      // places of tellings that are gone
  Slots dirty;                     // to be clustered anew; may name a slot twice
  std::set<std::int64_t> touched;  // acts that lost a telling

  std::uint32_t hold(Telling telling);
  void drop(std::uint32_t slot);
  void mark(std::uint32_t slot);
  void leave_days(std::uint32_t slot);
  std::vector<std::uint64_t> day_keys(const ActNode& node, int reach) const;
  Slots candidates(std::uint32_t slot) const;
  void keep(std::uint32_t slot, std::uint32_t other, double score);
  void link(std::uint32_t slot);
  void fill(std::uint32_t slot);
  void unlink(std::uint32_t slot);
  Slots connected(std::uint32_t from, std::unordered_set<std::uint32_t>& seen) const;
  std::vector<ActLink> links_among(const Slots& members) const;
  ActClusters cluster(Slots& members) const;
  void settle_group(Slots members, ActChanges& changes);
  void assign(const Slots& cluster, ActChanges& changes);
  void rename(const ActRecord& act, std::set<std::int64_t>& old);
};

// Where `node` is found: by party, family and each day within `reach`.
std::vector<std::uint64_t> ActIndex::State::day_keys(const ActNode& node, int reach) const {
  std::vector<std::uint64_t> keys;
  if (node.quality == DayQuality::kNone) reach = 0;
  for (const std::string& party : node.parties) {
    const std::uint64_t base = std::hash<std::string>()(party) * 31 +
                               static_cast<std::uint64_t>(node.family) * 2 + (node.ahead ? 1 : 0);
    for (int day = node.day - reach; day <= node.day + reach; ++day) {
      keys.push_back(base * 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(day));
    }
  }
  return keys;
}

std::uint32_t ActIndex::State::hold(Telling telling) {
  assert(!by_event.contains(telling.event));
  std::uint32_t slot = static_cast<std::uint32_t>(slots.size());
  if (free.empty()) {
    slots.emplace_back();
  } else {
    slot = free.back();
    free.pop_back();
  }
  by_event.emplace(telling.event, slot);
  by_document[telling.document].push_back(slot);
  slots[slot].alive = true;
  slots[slot].node = make_act_node(std::move(telling));
  for (const std::uint64_t key : day_keys(slots[slot].node, 0)) by_day[key].push_back(slot);
  return slot;
}

void ActIndex::State::mark(std::uint32_t slot) {
  slots[slot].dirty = true;
  dirty.push_back(slot);
}

void ActIndex::State::leave_days(std::uint32_t slot) {
  for (const std::uint64_t key : day_keys(slots[slot].node, 0)) {
    const auto at = by_day.find(key);
    if (at == by_day.end()) continue;
    std::erase(at->second, slot);
    if (at->second.empty()) by_day.erase(at);
  }
}

// Takes a telling out of everything that leads to it.
void ActIndex::State::drop(std::uint32_t slot) {
  HeldTelling& held = slots[slot];
  const auto leads_here = [&](const Neighbour& n) { return n.slot == slot; };
  for (const std::uint32_t other : held.kept_by) {
    std::erase_if(slots[other].copies, leads_here);
    std::erase_if(slots[other].others, leads_here);
  }
  leave_days(slot);
  Slots& siblings = by_document[held.node.telling.document];
  std::erase(siblings, slot);
  if (siblings.empty()) by_document.erase(held.node.telling.document);
  by_event.erase(held.node.telling.event);
  if (held.act != 0) {
    std::erase(acts[held.act], slot);
    if (acts[held.act].empty()) acts.erase(held.act);
  }
  held = HeldTelling();
  free.push_back(slot);
}

Slots ActIndex::State::candidates(std::uint32_t slot) const {
  Slots found;
  for (const std::uint64_t key : day_keys(slots[slot].node, kDays)) {
    const auto at = by_day.find(key);
    if (at != by_day.end()) found.insert(found.end(), at->second.begin(), at->second.end());
  }
  std::ranges::sort(found);
  found.erase(std::ranges::unique(found).begin(), found.end());
  std::erase(found, slot);
  return found;
}

// `slot` keeps the link to `other` if it is among its best.
void ActIndex::State::keep(std::uint32_t slot, std::uint32_t other, double score) {
  const std::int64_t story = slots[slot].node.telling.story;
  const bool copy = story == slots[other].node.telling.story;
  std::vector<Neighbour>& list = copy ? slots[slot].copies : slots[slot].others;
  const auto better = [&](const Neighbour& a, const Neighbour& b) {
    if (a.score != b.score) return a.score > b.score;
    return slots[a.slot].node.telling.key < slots[b.slot].node.telling.key;
  };
  const Neighbour link{other, score};
  const auto at = std::ranges::upper_bound(list, link, better);
  const std::size_t most = copy ? kCopies : kOthers;
  if (at == list.end() && list.size() == most) return;
  list.insert(at, link);
  if (list.size() > most) list.pop_back();
  slots[other].kept_by.push_back(slot);
}

// Links a slot that has none to all it is like, both ways.
void ActIndex::State::link(std::uint32_t slot) {
  for (const std::uint32_t other : candidates(slot)) {
    const auto c = compare_acts(slots[slot].node, slots[other].node);
    if (!c || !is_link(*c)) continue;
    keep(slot, other, c->score);
    keep(other, slot, c->score);
  }
}

// Looks for the best links of `slot` anew; the other sides have what they need.
void ActIndex::State::fill(std::uint32_t slot) {
  slots[slot].copies.clear();
  slots[slot].others.clear();
  for (const std::uint32_t other : candidates(slot)) {
    const auto c = compare_acts(slots[slot].node, slots[other].node);
    if (c && is_link(*c)) keep(slot, other, c->score);
  }
}

// Takes all links of `slot` away; those that lose one look for another.
void ActIndex::State::unlink(std::uint32_t slot) {
  Slots others = std::move(slots[slot].kept_by);
  for (const auto* list : {&slots[slot].copies, &slots[slot].others}) {
    for (const Neighbour& n : *list) others.push_back(n.slot);
  }
  slots[slot].copies.clear();
  slots[slot].others.clear();
  slots[slot].kept_by.clear();
  std::ranges::sort(others);
  others.erase(std::ranges::unique(others).begin(), others.end());
  leave_days(slot);
  for (const std::uint32_t other : others) {
    if (!slots[other].alive) continue;
    mark(other);
    std::erase(slots[other].kept_by, slot);
    fill(other);
  }
  for (const std::uint64_t key : day_keys(slots[slot].node, 0)) by_day[key].push_back(slot);
}

// All that `from` hangs together with by links, itself first.
Slots ActIndex::State::connected(std::uint32_t from,
                                 std::unordered_set<std::uint32_t>& seen) const {
  Slots group = {from};
  seen.insert(from);
  const auto visit = [&](std::uint32_t slot) {
    if (slots[slot].alive && seen.insert(slot).second) group.push_back(slot);
  };
  for (std::size_t i = 0; i < group.size(); ++i) {
    const HeldTelling& slot = slots[group[i]];
    for (const Neighbour& n : slot.copies) visit(n.slot);
    for (const Neighbour& n : slot.others) visit(n.slot);
    for (const std::uint32_t other : slot.kept_by) visit(other);
  }
  return group;
}

// The links between `members`, by their places in it.
std::vector<ActLink> ActIndex::State::links_among(const Slots& members) const {
  std::unordered_map<std::uint32_t, std::uint32_t> place;
  for (std::uint32_t i = 0; i < members.size(); ++i) place.emplace(members[i], i);
  std::vector<ActLink> links;
  for (std::uint32_t i = 0; i < members.size(); ++i) {
    const HeldTelling& slot = slots[members[i]];
    for (const auto* list : {&slot.copies, &slot.others}) {
      for (const Neighbour& n : *list) {
        const auto at = place.find(n.slot);
        if (at == place.end()) continue;
        links.push_back({std::min(i, at->second), std::max(i, at->second), n.score});
      }
    }
  }
  return links;
}

// Sorts `members` by key and clusters them.
ActClusters ActIndex::State::cluster(Slots& members) const {
  std::ranges::sort(members, {}, [&](std::uint32_t slot) -> const std::string& {
    return slots[slot].node.telling.key;
  });
  std::vector<const ActNode*> nodes;
  nodes.reserve(members.size());
  for (const std::uint32_t slot : members) nodes.push_back(&slots[slot].node);
  return cluster_acts(nodes, links_among(members));
}

void ActIndex::State::settle_group(Slots members, ActChanges& changes) {
  const ActClusters clustered = cluster(members);
  std::vector<Slots> clusters;
  for (const auto& places : clustered.clusters) {
    Slots& slots_of = clusters.emplace_back();
    for (const std::uint32_t i : places) slots_of.push_back(members[i]);
  }
  for (const Slots& one : clusters) assign(one, changes);
}

// The tellings of `act` leave the acts that they were in, which are noted in `old`.
void ActIndex::State::rename(const ActRecord& act, std::set<std::int64_t>& old) {
  for (const std::int64_t event : act.events) {
    const std::uint32_t place = by_event.at(event);
    HeldTelling& slot = slots[place];
    slot.dirty = false;
    if (slot.act == act.id) continue;
    if (slot.act != 0) {
      old.insert(slot.act);
      std::erase(acts[slot.act], place);
    }
    acts[act.id].push_back(place);
    slot.act = act.id;
  }
}

// Gives the act of a cluster if it is not what it was.
void ActIndex::State::assign(const Slots& cluster, ActChanges& changes) {
  std::vector<const Telling*> tellings;
  bool news = false;
  for (const std::uint32_t slot : cluster) {
    tellings.push_back(&slots[slot].node.telling);
    news = news || slots[slot].dirty;
  }
  const std::int64_t id =
      (*std::ranges::min_element(tellings, {}, [](const Telling* t) { return t->event; }))->event;
  const auto before = acts.find(id);
  const bool same_size = before != acts.end() && before->second.size() == cluster.size();
  const bool same = same_size && std::ranges::all_of(cluster, [&](std::uint32_t slot) {
                      return slots[slot].act == id;
                    });
  if (same && !news) return;
  changes.changed.push_back(make_act(std::move(tellings)));
}

ActIndex::ActIndex() : state_(std::make_unique<State>()) {}
ActIndex::ActIndex(ActIndex&&) noexcept = default;
ActIndex& ActIndex::operator=(ActIndex&&) noexcept = default;
ActIndex::~ActIndex() = default;

void ActIndex::restore(Telling telling, std::int64_t act) {
  const std::uint32_t slot = state_->hold(std::move(telling));
  state_->slots[slot].act = act;
  state_->acts[act].push_back(slot);
  state_->link(slot);
}

void ActIndex::add(Telling telling) {
  const std::uint32_t slot = state_->hold(std::move(telling));
  state_->link(slot);
  state_->mark(slot);
}

void ActIndex::remove(std::int64_t event) {
  const auto at = state_->by_event.find(event);
  if (at == state_->by_event.end()) return;
  const std::uint32_t slot = at->second;
  if (const std::int64_t act = state_->slots[slot].act; act != 0) {
    state_->touched.insert(act);
    for (const std::uint32_t other : state_->acts[act]) state_->mark(other);
  }
  state_->unlink(slot);
  state_->drop(slot);
}

void ActIndex::set_story(std::int64_t document, std::int64_t story, const Voice& voice) {
  const auto at = state_->by_document.find(document);
  if (at == state_->by_document.end()) return;
  for (const std::uint32_t slot : at->second) {
    Telling& telling = state_->slots[slot].node.telling;
    telling.voice = voice;
    state_->mark(slot);
    if (telling.story == story) continue;
    state_->unlink(slot);
    telling.story = story;
    state_->link(slot);
  }
}

void ActIndex::forget_before(Date day) {
  for (std::uint32_t slot = 0; slot < state_->slots.size(); ++slot) {
    const HeldTelling& held = state_->slots[slot];
    const bool old = held.node.quality != DayQuality::kNone && held.node.day < day.epoch_day();
    if (held.alive && old) state_->drop(slot);
  }
}

ActChanges ActIndex::settle() {
  State& state = *state_;
  ActChanges changes;
  std::unordered_set<std::uint32_t> seen;
  std::set<std::int64_t> old = std::exchange(state.touched, {});
  for (const std::uint32_t slot : std::exchange(state.dirty, {})) {
    if (!state.slots[slot].alive || seen.contains(slot)) continue;
    Slots group = state.connected(slot, seen);
    state.settle_group(std::move(group), changes);
  }
  for (const ActRecord& act : changes.changed) state.rename(act, old);
  for (const std::int64_t id : old) {
    const auto at = state.acts.find(id);
    if (at != state.acts.end() && !at->second.empty()) continue;
    if (at != state.acts.end()) state.acts.erase(at);
    changes.gone.push_back(id);
  }
  std::ranges::sort(changes.changed, {}, &ActRecord::id);
  return changes;
}

std::vector<ActReason> ActIndex::explain(std::int64_t act) const {
  const auto at = state_->acts.find(act);
  if (at == state_->acts.end()) return {};
  Slots members = at->second;
  std::vector<ActReason> reasons;
  for (const ActLink& link : state_->cluster(members).used) {
    const ActNode& a = state_->slots[members[link.first]].node;
    const ActNode& b = state_->slots[members[link.second]].node;
    reasons.push_back({a.telling.event, b.telling.event, link.score,
                       describe_comparison(a, b, *compare_acts(a, b))});
  }
  return reasons;
}

std::size_t ActIndex::size() const { return state_->by_event.size(); }

}  // namespace entente
