// Left to right; at each token the calendar forms are tried first, then the
// relative ones.  What stands before says whether the expression dates an act
// at all ("until", "every"), or starts a state ("since").
#include "date/find_times.h"

#include <algorithm>

#include "date/absolute.h"
#include "date/relative.h"
#include "date/scanner.h"

namespace entente {
namespace {

// The last words before an expression that are not just "early", "the" …
std::int64_t word_before(const Scanner& s, std::uint32_t first) {
  std::int64_t i = std::int64_t(first) - 1;
  while (s.is(i, {"the", "early", "late", "mid", "-", "about", "around", "at", "least", "on", "of",
                  "end", "start", "beginning", "summer", "autumn", "spring", "winter"})) {
    --i;
  }
  return i;
}

constexpr std::uint32_t kDateline = 14;  // tokens that a dateline may have

class Finder {
 public:
  Finder(const Analysis& analysis, std::optional<Date> publication)
      : scanner_(analysis), anchors_{publication, {}} {}

  std::vector<TimeExpression> run() {
    for (std::uint32_t i = end_of_dateline(); i < scanner_.size();) {
      const std::uint32_t next = read(i);
      i = next > i ? next : i + 1;
    }
    return std::move(out_);
  }

 private:
  // "TOKYO, March 27 - The minister …": the day of filing dates no act.  The
  // token behind the dash, or 0.
  std::uint32_t end_of_dateline() const {
    if (scanner_.analysis().section != Section::kText || scanner_.size() == 0 ||
        !is_in_capitals(scanner_.token(0))) {
      return 0;
    }
    const std::uint32_t end = std::min(scanner_.size(), kDateline);
    bool dated = false;
    for (std::uint32_t i = 0; i < end; ++i) {
      if (scanner_.is(i, {"-", "–", "—", "--"}) && dated) return i + 1;
      if (scanner_.token(i).pos == Pos::kVerb || scanner_.word(i) == ".") return 0;
      dated = dated || month_of(scanner_.word(i)).has_value();
    }
    return 0;
  }

  bool is_in_capitals(const Token& token) const {
    const std::string_view word =
        scanner_.analysis().text.substr(token.begin, token.end - token.begin);
    return word.size() > 2 &&
           std::ranges::none_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  }

  // Reads one expression at `i`; the token behind it, or `i` when there is none.
  std::uint32_t read(std::uint32_t i) {
    if (const auto date = read_calendar_date(scanner_, i)) return add_calendar(i, *date);
    const auto relative = read_relative_date(scanner_, i, anchors_);
    if (!relative) return i;
    // "Friday, February 4": the calendar date says it all.
    std::uint32_t after = relative->last;
    if (scanner_.word(after) == ",") ++after;
    if (scanner_.word(after) == "the") ++after;
    const auto date = read_calendar_date(scanner_, after);
    if (date && date->day && !relative->dropped) return add_calendar(i, *date);
    if (relative->dropped) return relative->last;
    return add({relative->first, relative->last}, relative->date, relative->basis);
  }

  std::uint32_t add_calendar(std::uint32_t first, const CalendarDate& date) {
    const TokenRange range{first, date.last};
    const Outlook outlook = date.year ? Outlook::kOpen : find_outlook(scanner_.analysis(), range);
    return add(range, place_in_year(date, anchors_.publication, outlook),
               date.year ? DateBasis::kText : DateBasis::kPublication);
  }

  std::uint32_t add(TokenRange range, std::optional<PartialDate> date, DateBasis basis) {
    const std::int64_t before = word_before(scanner_, range.first);
    if (date) anchors_.mentioned = date;
    if (!scanner_.is(before, {"until", "till", "every", "each"})) {
      TimeExpression time;
      time.tokens = range;
      time.date = date;
      time.basis = basis;
      time.duration_start = scanner_.word(before) == "since";
      out_.push_back(time);
    }
    return skip_end_of_range(range, before);
  }

  // "from 2014 to 2018", "between May and June", "Monday through Friday": the
  // end of the range is no date of its own.
  std::uint32_t skip_end_of_range(TokenRange range, std::int64_t before) {
    const bool from = scanner_.is(before, {"from"}) &&
                      scanner_.is(range.last, {"to", "until", "till", "through", "-", "–"});
    const bool between = scanner_.is(before, {"between"}) && scanner_.word(range.last) == "and";
    const bool through = scanner_.is(range.last, {"through", "until", "till", "-", "–"});
    if (!from && !between && !through) return range.last;
    const std::uint32_t end = range.last + 1;
    if (const auto date = read_calendar_date(scanner_, end)) return date->last;
    if (const auto relative = read_relative_date(scanner_, end, anchors_)) return relative->last;
    return range.last;
  }

  Scanner scanner_;
  Anchors anchors_;
  std::vector<TimeExpression> out_;
};

}  // namespace

std::vector<TimeExpression> find_times(const Analysis& analysis, std::optional<Date> publication) {
  return Finder(analysis, publication).run();
}

}  // namespace entente
