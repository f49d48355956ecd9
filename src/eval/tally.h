// Counters that the three scores share; not for use outside eval/.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "eval/score.h"

namespace entente {

// Right and all of named fields, in the order of `names`.
class FigureTally {
 public:
  explicit FigureTally(std::vector<std::string> names) {
    for (std::string& name : names) figures_.push_back({std::move(name), 0, 0});
  }
  void add(std::size_t figure, bool right) {
    ++figures_[figure].all;
    figures_[figure].right += right ? 1 : 0;
  }
  std::vector<ScoreFigure> take() { return std::move(figures_); }

 private:
  std::vector<ScoreFigure> figures_;
};

// Hits by type within each document.
class TypeTally {
 public:
  explicit TypeTally(std::size_t documents) : documents_(documents) {}
  Hits& at(std::size_t document, const std::string& type) { return documents_[document][type]; }
  // Fills types, all, macro and the intervals.
  void finish(ScoreReport& report) const;

 private:
  using ByType = std::map<std::string, Hits>;
  std::vector<ByType> documents_;
};

using ByDocument = std::map<std::string, std::vector<const EventRecord*>>;
ByDocument group_by_document(const std::vector<EventRecord>& records);

// "REQUEST RUS > UKR reported" with the first words of the sentence.
std::string describe(const EventRecord& record);
std::string describe(const GoldItem& item);

}  // namespace entente
