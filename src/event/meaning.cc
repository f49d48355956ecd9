#include "event/meaning.h"

#include <fmt/core.h>

#include "event/details.h"

namespace entente {
namespace {

constexpr int kMaxInner = 8;

bool is_speech(EntryClass cls) {
  switch (cls) {
    case EntryClass::kAgree:
    case EntryClass::kPromise:
    case EntryClass::kDemand:
    case EntryClass::kRefuse:
    case EntryClass::kThreaten:
      return true;
    default:
      return false;
  }
}

class MeaningFinder {
 public:
  MeaningFinder(const SectionView& view, const std::vector<Act>& acts, std::int32_t p,
                const Standing& standing, Address address)
      : view_(view), acts_(acts), p_(p), standing_(standing), address_(address) {}

  Meaning run() {
    const Entry& entry = *acts_[static_cast<std::size_t>(p_)].entry;
    meaning_.type = *acts_[static_cast<std::size_t>(p_)].type;
    meaning_.mode = entry.mode;
    meaning_.status = standing_.status;
    const std::int32_t inner = find_inner(acts_, p_);
    if (is_speech(entry.cls) && inner != kNoAct) compose(entry.cls, inner);
    if (entry.cls == EntryClass::kEnd) meaning_.mode = mode_of_end(inner);
    if (meaning_.mode.empty()) meaning_.mode = find_mode(view_, p_, meaning_.type);
    stand();
    if (meaning_.mode.empty()) meaning_.mode = plain_mode(meaning_.type);
    return std::move(meaning_);
  }

 private:
  // "ended the raids" is a ceasefire, "ended aid" discontinues it.
  std::string mode_of_end(std::int32_t inner) const {
    if (meaning_.type == EventType::kSanction) return "discontinue";
    if (meaning_.type != EventType::kRetreat || inner == kNoAct) return {};
    const EventType ended = *acts_[static_cast<std::size_t>(inner)].type;
    if (ended == EventType::kAssault) return "ceasefire";
    return ended == EventType::kMobilize ? "withdraw" : "";
  }

  void become(EventType type, std::string_view mode, std::string_view why) {
    if (type != meaning_.type) {
      meaning_.steps.push_back(
          fmt::format("{} → {}: {}", to_string(meaning_.type), to_string(type), why));
    }
    meaning_.type = type;
    meaning_.mode = is_mode_of(type, mode) ? mode : std::string_view();
  }

  // What is asked or held against somebody when nothing says it more exactly.
  static std::string_view plain_mode(EventType type) {
    if (type == EventType::kRequest) return "change";
    if (type == EventType::kAccuse) return "disapprove";
    return {};
  }

  // A speech act over the act `inner`.
  void compose(EntryClass cls, std::int32_t inner) {
    const EventType topic = *acts_[static_cast<std::size_t>(inner)].type;
    const TypeRule& rule = view_.lexicon().rule(topic);
    const bool negated = view_.propositions()[static_cast<std::size_t>(inner)].negated;
    switch (cls) {
      case EntryClass::kAgree:
      case EntryClass::kPromise:
        if (negated || !rule.promised) return;
        if (cls == EntryClass::kAgree) return;
        if (*rule.promised == EventType::kConcede) become(*rule.promised, "", "a promise to yield");
        if (*rule.promised == EventType::kThreaten) {
          become(*rule.promised, rule.threatened, "a hostile promise");
        }
        return;
      case EntryClass::kDemand:
        if (is_mode_of(EventType::kRequest, rule.requested)) {
          meaning_.mode = negated ? "change" : rule.requested;
        }
        return;
      case EntryClass::kRefuse:
        if (meaning_.type == EventType::kReject) meaning_.mode = rule.refused;
        return;
      case EntryClass::kThreaten:
        if (meaning_.type == EventType::kThreaten) meaning_.mode = rule.threatened;
        return;
      default:
        return;
    }
  }

  // "did not help" refuses; "does not recognise" is a stance, "did not agree"
  // only a deed that was not done.
  bool is_refusal() const {
    const Proposition& here = view_.propositions()[static_cast<std::size_t>(p_)];
    if (here.kind != PredicateKind::kVerb || !here.negated) return false;
    if (meaning_.type == EventType::kCooperate || meaning_.type == EventType::kAid ||
        meaning_.type == EventType::kConcede) {
      return true;
    }
    return here.tense == Tense::kPresent && !here.perfect && !here.progressive;
  }

  // An act of two sides: "reached, signed an agreement".
  bool is_deal() const {
    const auto& slots = acts_[static_cast<std::size_t>(p_)].entry->actor;
    return slots.size() == 1 && slots[0].slot == Slot::kMutual;
  }

  // What "will", "will not" and "did not" make of it.
  void stand() {
    const TypeRule& rule = view_.lexicon().rule(meaning_.type);
    const EventStatus told =
        standing_.holders.empty() ? EventStatus::kAsserted : EventStatus::kReported;
    // "can no longer attack" gives nothing up, "cannot help" does refuse.
    const bool refuses = rule.declined == EventType::kReject;
    if (standing_.declined && meaning_.status == EventStatus::kNegated && rule.declined &&
        (refuses || standing_.willed)) {
      become(*rule.declined, rule.refused, "it will not");
      meaning_.status = told;
      return;
    }
    if (meaning_.status == EventStatus::kNegated && refuses && is_refusal()) {
      become(EventType::kReject, rule.refused, "it does not do so");
      meaning_.status = told;
      return;
    }
    if (standing_.wanted && meaning_.status == EventStatus::kHypothetical && rule.promised &&
        *rule.promised == EventType::kAgree) {
      become(*rule.promised, "", "ready to cooperate");
      meaning_.status = EventStatus::kFuture;
      return;
    }
    // A deal that is not made, or only may be: no more than readiness to agree.
    if (meaning_.type == EventType::kSupport && is_deal() && !has_happened(meaning_.status)) {
      become(EventType::kAgree, "", "a deal that is not made");
      return;
    }
    // "warned that it would close the strait": what he fears is his own deed.
    if (meaning_.status == EventStatus::kFeared && address_.own_word && rule.promised &&
        *rule.promised == EventType::kThreaten) {
      become(*rule.promised, rule.threatened, "a warning of one's own deed");
      meaning_.status = told;
      return;
    }
    if (meaning_.status != EventStatus::kFuture && meaning_.status != EventStatus::kExpected)
      return;
    if (!rule.promised || *rule.promised == meaning_.type) return;
    if (*rule.promised == EventType::kThreaten) {
      const bool addressed = address_.has_recipient || meaning_.type == EventType::kProtest;
      if (!standing_.willed || !addressed || meaning_.status != EventStatus::kFuture) return;
      // What others, or the report, say that somebody will do is no threat of his.
      if (!address_.own_word) return;
      become(*rule.promised, rule.threatened, "a hostile act that is willed");
      meaning_.status = told;
      return;
    }
    // Announcing a withdrawal or a ceasefire is a concession.
    const bool concedes = meaning_.mode == "withdraw" || meaning_.mode == "ceasefire";
    if (meaning_.type == EventType::kRetreat && concedes) {
      become(EventType::kConcede, "", "an announced withdrawal");
      return;
    }
    become(*rule.promised, "", "a cooperative act to come");
  }

  const SectionView& view_;
  const std::vector<Act>& acts_;
  std::int32_t p_;
  const Standing& standing_;
  Address address_;
  Meaning meaning_;
};

}  // namespace

std::int32_t find_inner(const std::vector<Act>& acts, std::int32_t p) {
  std::int32_t at = acts[static_cast<std::size_t>(p)].inner;
  for (int step = 0; step < kMaxInner && at != kNoAct; ++step) {
    const Act& act = acts[static_cast<std::size_t>(at)];
    if (act.typed()) return at;
    at = act.inner;
  }
  return kNoAct;
}

Meaning find_meaning(const SectionView& view, const std::vector<Act>& acts, std::int32_t p,
                     const Standing& standing, Address address) {
  return MeaningFinder(view, acts, p, standing, address).run();
}

}  // namespace entente
