#include <algorithm>
#include <iterator>

#include "alignment/change_points.h"
#include "alignment/measures.h"
#include "alignment/series.h"
#include "alignment/tally.h"

namespace entente {
namespace {

constexpr double kMinSubstantive = 20;
constexpr double kLikely = 0.5;
constexpr std::size_t kRecent = 3;
constexpr double kPerThousand = 1000;

// A pair's series with what is needed to describe a stretch of it.
class PairSeries {
 public:
  PairSeries(const VoteTable& votes, PartyIndex a, PartyIndex b, const Window& window,
             const Periods& periods, std::span<const double> volume)
      : a_(votes.parties()[std::min(a, b)]),
        b_(votes.parties()[std::max(a, b)]),
        periods_(periods),
        volume_(volume),
        counts_(count_periods(votes.of_pair(a, b), window, periods)) {}

  double substantive() const { return sum(0, counts_.size()).substantive(); }

  void append_changes(SeriesKind kind, std::vector<ChangeRow>& rows) const {
    const std::vector<Observation> series =
        kind == SeriesKind::kShare ? conflict_shares(counts_) : conflict_rates(counts_, volume_);
    const std::vector<ChangePoint> points = find_changes(series, kind);
    for (std::size_t k = 0; k < points.size(); ++k) {
      const std::size_t first = k == 0 ? 0 : points[k - 1].at;
      const std::size_t last = k + 1 == points.size() ? counts_.size() : points[k + 1].at;
      rows.push_back(row(kind == SeriesKind::kShare ? "share" : "conflict", kind, first,
                         points[k].at, last, points[k].probability));
    }
  }

  void append_recent(std::vector<ChangeRow>& rows) const {
    const double probability = probability_of_recent_change(conflict_shares(counts_), kRecent);
    if (probability < kLikely) return;
    rows.push_back(
        row("now", SeriesKind::kShare, 0, counts_.size() - kRecent, counts_.size(), probability));
  }

 private:
  PeriodCount sum(std::size_t first, std::size_t last) const {
    PeriodCount all;
    for (std::size_t i = first; i < last; ++i) {
      all.cooperation += counts_[i].cooperation;
      all.conflict += counts_[i].conflict;
      all.talk += counts_[i].talk;
    }
    return all;
  }

  // The share of cooperation, or conflict per 1,000 stories of the corpus.
  std::optional<double> level(SeriesKind kind, std::size_t first, std::size_t last) const {
    const PeriodCount count = sum(first, last);
    double size = count.substantive();
    if (kind == SeriesKind::kRate) {
      size = 0;
      for (std::size_t i = first; i < last; ++i) size += volume_[i];
    }
    if (size <= 0) return std::nullopt;
    return kind == SeriesKind::kShare ? count.cooperation / size
                                      : kPerThousand * count.conflict / size;
  }

  ChangeRow row(std::string kind_name, SeriesKind kind, std::size_t first, std::size_t at,
                std::size_t last, double probability) const {
    ChangeRow row;
    row.a = a_;
    row.b = b_;
    row.kind = std::move(kind_name);
    row.date = day_name(periods_.first_day(at));
    row.probability = probability;
    row.before = level(kind, first, at);
    row.after = level(kind, at, last);
    const PeriodCount all = sum(first, last);
    row.stories =
        static_cast<std::int64_t>(kind == SeriesKind::kShare ? all.substantive() : all.conflict);
    return row;
  }

  std::string a_, b_;
  const Periods& periods_;
  std::span<const double> volume_;
  std::vector<PeriodCount> counts_;
};

void append_changes(const VoteTable& votes, PartyIndex a, PartyIndex b, const Window& window,
                    const Periods& periods, std::span<const double> volume,
                    std::vector<ChangeRow>& rows) {
  const PairSeries series(votes, a, b, window, periods, volume);
  if (series.substantive() < kMinSubstantive) return;
  series.append_changes(SeriesKind::kShare, rows);
  series.append_changes(SeriesKind::kRate, rows);
  series.append_recent(rows);
}

}  // namespace

std::vector<ChangeRow> changes_of_pair(const VoteTable& votes, const Window& window,
                                       PeriodLength length, PartyIndex a, PartyIndex b) {
  const Periods periods(window, length);
  std::vector<ChangeRow> rows;
  append_changes(votes, a, b, window, periods, corpus_volume(votes, window, periods), rows);
  return rows;
}

std::vector<ChangeRow> measure_changes(const VoteTable& votes, const Window& window,
                                       PeriodLength length) {
  const Periods periods(window, length);
  const std::vector<double> volume = corpus_volume(votes, window, periods);
  std::vector<ChangeRow> rows;
  for (const PairCount& pair : count_pairs(votes, window)) {
    append_changes(votes, pair.a, pair.b, window, periods, volume, rows);
  }
  return rows;
}

}  // namespace entente
