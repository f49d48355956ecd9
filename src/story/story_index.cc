// Idea: documents that share sampled shingles are candidates; a candidate that
// passes the exact check is linked; stories are what links connect.  Of each story among the
// candidates one link is enough, so that the copy of a report that a thousand outlets print is
// checked once.
//
// Example: A (300 words), B (A cut after 80), C (A with a corrected paragraph): B and C are
// linked to A; all three are one story, whatever came first.
// It gets wrong: a key that more than kChain documents share is followed to the newest of them
// only; copies that share nothing but such keys can be missed.
// Cost: at most kChain steps a key and kMaxChecks texts a document.
#include "story/story_index.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <map>
#include <unordered_map>

#include "story/compare_texts.h"
#include "story/key_index.h"

namespace entente {
namespace {

constexpr int kChain = 256;
constexpr std::size_t kMaxChecks = 64;
constexpr std::uint32_t kSharedKeys = 2;
constexpr double kSharedPart = 0.25;  // of the keys of the text that has fewer

struct HeldDocument {
  StorySketch sketch;
  std::int64_t story = 0;
  bool alive = true;
};

struct Candidate {
  std::uint32_t slot;
  std::uint32_t shared;
};

bool near_in_time(const std::optional<Date>& a, const std::optional<Date>& b) {
  return !a || !b || std::abs(a->epoch_day() - b->epoch_day()) <= StoryIndex::kDays;
}

}  // namespace

struct StoryIndex::State {
  TextSource texts;
  std::vector<HeldDocument> slots;
  std::unordered_map<std::int64_t, std::uint32_t> by_document;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> stories;  // documents, ascending
  KeyIndex keys;

  HeldDocument& slot_of(std::int64_t document) { return slots[by_document.at(document)]; }
  const HeldDocument& slot_of(std::int64_t document) const {
    return slots[by_document.at(document)];
  }

  void hold(StorySketch sketch, std::int64_t story);
  std::vector<Candidate> find_candidates(const HeldDocument& of) const;
  std::vector<CopyLink> find_links(std::int64_t document, std::string_view text) const;
  std::int64_t join(std::int64_t a, std::int64_t b, std::vector<std::int64_t>& gone);
  StoryChange link(std::int64_t document, std::string_view text);
  Story story(std::int64_t id) const;
  Voice voice_of(const std::vector<std::int64_t>& documents) const;
  void rebuild_keys();
};

void StoryIndex::State::hold(StorySketch sketch, std::int64_t story) {
  const std::int64_t document = sketch.document;
  assert(!by_document.contains(document));
  const auto slot = static_cast<std::uint32_t>(slots.size());
  for (const std::uint32_t key : sketch.keys) keys.insert(key, slot);
  slots.push_back({std::move(sketch), story, true});
  by_document.emplace(document, slot);
  std::vector<std::int64_t>& members = stories[story];
  members.insert(std::ranges::lower_bound(members, document), document);
}

// Those that share enough keys, the likeliest first.
std::vector<Candidate> StoryIndex::State::find_candidates(const HeldDocument& of) const {
  std::vector<std::uint32_t> hits;
  for (const std::uint32_t key : of.sketch.keys) {
    int steps = 0;
    keys.for_each(key, [&](std::uint32_t slot) {
      if (slots[slot].alive && &slots[slot] != &of) hits.push_back(slot);
      return ++steps < kChain;
    });
  }
  std::ranges::sort(hits);
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < hits.size();) {
    std::size_t end = i;
    while (end < hits.size() && hits[end] == hits[i]) ++end;
    const auto shared = static_cast<std::uint32_t>(end - i);
    const StorySketch& other = slots[hits[i]].sketch;
    const auto fewer = std::min(of.sketch.keys.size(), other.keys.size());
    const bool enough = shared >= std::min<std::size_t>(kSharedKeys, fewer) &&
                        shared >= kSharedPart * static_cast<double>(fewer);
    if (enough && near_in_time(of.sketch.published, other.published)) {
      out.push_back({hits[i], shared});
    }
    i = end;
  }
  std::ranges::sort(out, [](const Candidate& a, const Candidate& b) {
    return a.shared != b.shared ? a.shared > b.shared : a.slot < b.slot;
  });
  return out;
}

// One link to each story that a copy of `text` is in.
std::vector<CopyLink> StoryIndex::State::find_links(std::int64_t document,
                                                    std::string_view text) const {
  std::vector<CopyLink> links;
  std::vector<std::int64_t> linked = {slot_of(document).story};
  std::optional<ShingleSet> own;
  std::size_t failed = 0;
  for (const Candidate& candidate : find_candidates(slot_of(document))) {
    const HeldDocument& other = slots[candidate.slot];
    if (std::ranges::find(linked, other.story) != linked.end()) continue;
    if (!own) own.emplace(text);
    auto link = compare_shingles(*own, ShingleSet(texts(other.sketch.document)));
    if (!link) {
      if (++failed == kMaxChecks) break;
      continue;
    }
    link->document = document;
    link->of = other.sketch.document;
    links.push_back(*link);
    linked.push_back(other.story);
  }
  return links;
}

// The id is the smallest document, which need not be held any more.
std::int64_t StoryIndex::State::join(std::int64_t a, std::int64_t b,
                                     std::vector<std::int64_t>& gone) {
  if (a == b) return a;
  std::vector<std::int64_t> first = std::move(stories.at(a));
  const std::vector<std::int64_t> second = std::move(stories.at(b));
  stories.erase(a);
  stories.erase(b);
  const auto middle = static_cast<long>(first.size());
  first.insert(first.end(), second.begin(), second.end());
  std::inplace_merge(first.begin(), first.begin() + middle, first.end());
  const std::int64_t id = std::min(a, b);
  for (const std::int64_t old : {a, b}) {
    if (old != id) gone.push_back(old);
  }
  for (const std::int64_t document : first) slot_of(document).story = id;
  stories.emplace(id, std::move(first));
  return id;
}

StoryChange StoryIndex::State::link(std::int64_t document, std::string_view text) {
  StoryChange change;
  change.links = find_links(document, text);
  std::int64_t id = slot_of(document).story;
  for (const CopyLink& link : change.links) id = join(id, slot_of(link.of).story, change.gone);
  std::erase(change.gone, document);  // its own story was never shown to anybody
  change.story = story(id);
  return change;
}

// The agency that most copies name; else the outlet that printed it first.
Voice StoryIndex::State::voice_of(const std::vector<std::int64_t>& documents) const {
  std::map<std::string, std::pair<int, const Voice*>> agencies;
  const StorySketch* first = nullptr;
  for (const std::int64_t document : documents) {
    const StorySketch& sketch = slot_of(document).sketch;
    if (sketch.voice.agency) {
      auto& [count, voice] = agencies[sketch.voice.name];
      ++count;
      voice = &sketch.voice;
    }
    if (sketch.voice.name.empty()) continue;
    const auto day = [](const StorySketch& s) {
      return s.published ? s.published->epoch_day() : 0;
    };
    if (!first ||
        std::pair(day(sketch), sketch.voice.name) < std::pair(day(*first), first->voice.name)) {
      first = &sketch;
    }
  }
  const auto most =
      std::ranges::max_element(agencies, {}, [](const auto& entry) { return entry.second.first; });
  if (most != agencies.end()) return *most->second.second;
  return first ? first->voice : Voice{};
}

Story StoryIndex::State::story(std::int64_t id) const {
  const std::vector<std::int64_t>& documents = stories.at(id);
  return {id, documents, voice_of(documents)};
}

void StoryIndex::State::rebuild_keys() {
  std::erase_if(slots, [](const HeldDocument& slot) { return !slot.alive; });
  keys = KeyIndex();
  by_document.clear();
  for (std::uint32_t i = 0; i < slots.size(); ++i) {
    by_document.emplace(slots[i].sketch.document, i);
    for (const std::uint32_t key : slots[i].sketch.keys) keys.insert(key, i);
  }
}

StoryIndex::StoryIndex(TextSource texts) : state_(std::make_unique<State>()) {
  state_->texts = std::move(texts);
}
StoryIndex::StoryIndex(StoryIndex&&) noexcept = default;
StoryIndex& StoryIndex::operator=(StoryIndex&&) noexcept = default;
StoryIndex::~StoryIndex() = default;

void StoryIndex::restore(StorySketch sketch, std::int64_t story) {
  state_->hold(std::move(sketch), story);
}

StoryChange StoryIndex::add(StorySketch sketch, std::string_view text) {
  const std::int64_t document = sketch.document;
  state_->hold(std::move(sketch), document);
  return state_->link(document, text);
}

std::vector<StoryChange> StoryIndex::remove(std::int64_t document) {
  HeldDocument& slot = state_->slot_of(document);
  const std::int64_t old = slot.story;
  slot.alive = false;
  std::vector<std::int64_t> rest = std::move(state_->stories.at(old));
  state_->stories.erase(old);
  state_->by_document.erase(document);
  std::erase(rest, document);
  for (const std::int64_t other : rest) {
    state_->slot_of(other).story = other;
    state_->stories[other] = {other};
  }
  std::map<std::int64_t, std::vector<CopyLink>> links;
  for (const std::int64_t other : rest) {
    const StoryChange change = state_->link(other, state_->texts(other));
    std::vector<CopyLink>& kept = links[change.story.id];
    kept.insert(kept.end(), change.links.begin(), change.links.end());
    for (const std::int64_t gone : change.gone) {
      if (auto node = links.extract(gone)) {
        kept.insert(kept.end(), node.mapped().begin(), node.mapped().end());
      }
    }
  }
  std::vector<StoryChange> changes;
  for (auto& [id, why] : links) {
    if (!state_->stories.contains(id)) continue;
    changes.push_back({state_->story(id), {}, std::move(why)});
  }
  if (!changes.empty() && !state_->stories.contains(old)) changes.front().gone.push_back(old);
  return changes;
}

void StoryIndex::forget_before(Date day) {
  State& state = *state_;
  for (HeldDocument& slot : state.slots) {
    if (!slot.alive || !slot.sketch.published || *slot.sketch.published >= day) continue;
    slot.alive = false;
    std::vector<std::int64_t>& members = state.stories.at(slot.story);
    std::erase(members, slot.sketch.document);
    if (members.empty()) state.stories.erase(slot.story);
  }
  state.rebuild_keys();
}

std::optional<Story> StoryIndex::find(std::int64_t document) const {
  const auto at = state_->by_document.find(document);
  if (at == state_->by_document.end()) return std::nullopt;
  return state_->story(state_->slots[at->second].story);
}

std::size_t StoryIndex::size() const { return state_->by_document.size(); }

}  // namespace entente
