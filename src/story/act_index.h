// Acts: which tellings of many documents are one act.
//
// One thread at a time.  Pure.  After settle() the acts depend on the set of
// tellings only, not on the order in which they came.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "record/act.h"

namespace entente {

struct ActChanges {
  std::vector<ActRecord> changed;  // new ones, and those that gained, lost or changed a telling
  std::vector<std::int64_t> gone;  // ids of acts that are no more, ascending
};

class ActIndex {
 public:
  // The days (of the act where told, else of publication) of two tellings that
  // are one act are no further apart; an act spans hardly more.  To add
  // tellings of some days, restore those within twice as many days around, with
  // all tellings of their acts.
  static constexpr int kDays = 4;

  ActIndex();
  ActIndex(ActIndex&&) noexcept;
  ActIndex& operator=(ActIndex&&) noexcept;
  ~ActIndex();

  // Takes back a telling of which the act is known (from the database):
  // settle() gives its act only if that changes.  REQUIRES: `event` not held.
  void restore(Telling telling, std::int64_t act);
  // REQUIRES: `event` not held.
  void add(Telling telling);
  // Nothing if it is not held.
  void remove(std::int64_t event);
  // The story of a document is another one now, or its voice.
  void set_story(std::int64_t document, std::int64_t story, const Voice& voice);
  // Forgets the tellings before `day`; their acts stay what they are.
  void forget_before(Date day);

  // Clusters anew what was touched since the last call.  Every telling added
  // is in one of the acts changed.
  ActChanges settle();

  // Why the tellings of an act are one: the links that hold it together, the
  // strongest first; one less than it has tellings.  Empty for an unknown act.
  // REQUIRES: settled.
  std::vector<ActReason> explain(std::int64_t act) const;

  std::size_t size() const;  // tellings held

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
