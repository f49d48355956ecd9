#include "proposition/quotation_marks.h"

#include <string_view>

namespace entente {
namespace {

enum class Mark : std::uint8_t { kNone, kOpen, kClose, kStraight };

// Single marks count only where they cannot be an apostrophe.
Mark mark_of(const Parse& parse, std::uint32_t i) {
  const std::string_view text = parse.analysis().token_text(i);
  if (text == "“" || text == "«" || text == "„" || text == "``") return Mark::kOpen;
  if (text == "”" || text == "»" || text == "''") return Mark::kClose;
  if (text == "\"") return Mark::kStraight;
  const bool space_before =
      i == 0 || parse.analysis().tokens[i - 1].space_after || parse.pos(i - 1) == Pos::kSpace;
  const bool space_after = parse.analysis().tokens[i].space_after;
  if (text == "‘" && space_before) return Mark::kOpen;
  if (text == "'" && space_before && !space_after && parse.pos(i) == Pos::kPunct) {
    return Mark::kOpen;
  }
  if ((text == "’" || text == "'") && i > 0 && !space_before && parse.pos(i) == Pos::kPunct) {
    return Mark::kClose;
  }
  return Mark::kNone;
}

bool is_double(std::string_view text) { return text != "‘" && text != "’" && text != "'"; }

class MarkPairer {
 public:
  explicit MarkPairer(const Parse& parse) : parse_(parse) {}

  std::vector<Quotation> run() {
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      if (open_ >= 0 && starts_paragraph(i)) paragraph(i);
      const Mark mark = mark_of(parse_, i);
      if (mark == Mark::kNone) continue;
      const bool is_double_mark = is_double(parse_.analysis().token_text(i));
      if (open_ < 0) {
        if (mark != Mark::kClose) open(i, is_double_mark);
      } else if (is_double_mark == double_ && mark != Mark::kOpen && i != resumed_) {
        close(i + 1);
      }
    }
    if (open_ >= 0) close(parse_.size());
    return std::move(result_);
  }

 private:
  void open(std::uint32_t i, bool is_double_mark) {
    open_ = static_cast<std::int64_t>(i);
    double_ = is_double_mark;
    resumed_ = i;
  }

  void close(std::uint32_t last) {
    const auto first = static_cast<std::uint32_t>(open_);
    open_ = -1;
    const bool single_unclosed = !double_ && last - first > kMaxSingle;
    if (last > first + 1 && !single_unclosed) result_.push_back({first, last, -1, -1, false});
  }

  bool starts_paragraph(std::uint32_t i) const {
    return i > 0 && parse_.pos(i - 1) == Pos::kSpace && parse_.segment(i) != parse_.segment(i - 1);
  }

  // A paragraph begins while a quotation is open: a mark continues it.
  void paragraph(std::uint32_t i) {
    const Mark mark = mark_of(parse_, i);
    if (mark == Mark::kOpen || mark == Mark::kStraight) {
      resumed_ = i;
    } else {
      close(i);
    }
  }

  // A stretch between single marks longer than this comes from a stray apostrophe.
  static constexpr std::uint32_t kMaxSingle = 120;
  const Parse& parse_;
  std::vector<Quotation> result_;
  std::int64_t open_ = -1;
  std::uint32_t resumed_ = 0;  // the mark that opened or resumed the quotation
  bool double_ = true;
};

}  // namespace

bool opens_quotation(const Parse& parse, std::uint32_t i) {
  const Mark mark = mark_of(parse, i);
  return mark == Mark::kOpen || mark == Mark::kStraight;
}

bool closes_quotation(const Parse& parse, std::uint32_t i) {
  const Mark mark = mark_of(parse, i);
  return mark == Mark::kClose || mark == Mark::kStraight;
}

std::vector<Quotation> pair_quotation_marks(const Parse& parse) { return MarkPairer(parse).run(); }

}  // namespace entente
