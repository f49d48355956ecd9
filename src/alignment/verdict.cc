// Rules, in this order (thresholds are proposals, not validated):
//  not enough reports  effective stories of the pair < 10
//  closer              the share's change is above 0 for sure (lower bound), or the
//                      profile's, and 30 effective stories in both windows; mirrored:
//                      more distant; else no measurable change
//  against the group   closer, and one of the two has certainly lost share with it,
//                      or both certainly lean away from it
//  kind                formal alliance: a mutual-defence treaty is reported by two
//                      outlets; alliance-like: an advanced rung by two outlets
//  new                 a change point of the share upwards in the window, P >= 0.9
#include "alignment/verdict.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {
namespace {

enum FigureIndex : std::uint8_t { kPair, kFirst, kSecond, kProfile };

bool surely_up(const Figure& figure) { return figure.change_low.value_or(0) > 0; }
bool surely_down(const Figure& figure) { return figure.change_high.value_or(0) < 0; }

std::string direction_of(const Answer& answer, std::vector<std::string>& reasons) {
  const Figure& pair = answer.figures[kPair];
  const Figure& profile = answer.figures[kProfile];
  if (pair.effective < kLeastStories) {
    reasons.push_back(fmt::format("{:.1f} effective stories of the pair, fewer than {:.0f}",
                                  pair.effective, kLeastStories));
    return "not enough reports";
  }
  if (pair.effective < kEnoughStories || pair.effective_before < kEnoughStories) {
    reasons.push_back(fmt::format(
        "a change needs {:.0f} effective stories in both windows; there are {:.1f} and {:.1f}",
        kEnoughStories, pair.effective, pair.effective_before));
    return "no measurable change";
  }
  for (const auto& [figure, name] :
       {std::pair(&pair, "share of cooperation"), std::pair(&profile, "profile correlation")}) {
    if (surely_up(*figure)) {
      reasons.push_back(fmt::format("the {} rose, at least by {:.2f}", name, *figure->change_low));
      return "closer";
    }
  }
  for (const auto& [figure, name] :
       {std::pair(&pair, "share of cooperation"), std::pair(&profile, "profile correlation")}) {
    if (surely_down(*figure)) {
      reasons.push_back(
          fmt::format("the {} fell, at least by {:.2f}", name, -*figure->change_high));
      return "more distant";
    }
  }
  reasons.emplace_back("the intervals of all changes hold 0");
  return "no measurable change";
}

bool stands_against(const Answer& answer, const Leaning& a, const Leaning& b,
                    std::vector<std::string>& reasons) {
  for (const auto& [index, name] : {std::pair(kFirst, &answer.a), std::pair(kSecond, &answer.b)}) {
    if (!surely_down(answer.figures[index])) continue;
    reasons.push_back(fmt::format("the share of {} with {} fell", *name, answer.against));
    return true;
  }
  if (a.tilt && b.tilt && a.high.value_or(0) < 0 && b.high.value_or(0) < 0) {
    reasons.push_back(fmt::format("both lean away from {}", answer.against));
    return true;
  }
  reasons.push_back(
      fmt::format("neither lost share with {} for sure, nor do both lean away", answer.against));
  return false;
}

std::string kind_of(const Answer& answer, bool treaty_reported, std::vector<std::string>& reasons) {
  if (treaty_reported) {
    reasons.emplace_back("a treaty of mutual defence is reported by two outlets");
    return "formal alliance";
  }
  for (const LadderRung& rung : answer.ladder) {
    if (rung.stage != "advanced" || rung.outlets < kTwoOutlets) continue;
    reasons.push_back(fmt::format("rung {} is reported by {} outlets", rung.number, rung.outlets));
    return "alliance-like";
  }
  return "alignment";
}

bool is_new(const Answer& answer) {
  return std::ranges::any_of(answer.changes, [&](const TimelineChange& one) {
    const ChangeRow& change = one.change;
    return change.kind == "share" && change.probability >= kNewProbability &&
           change.date >= answer.from && change.before && change.after &&
           *change.after > *change.before;
  });
}

std::string confidence_of(const Answer& answer) {
  const Figure& pair = answer.figures[kPair];
  if (pair.effective < kLeastStories) return "none";
  if (pair.effective < kEnoughStories || answer.outlets < kTwoOutlets) return "low";
  if (pair.effective < kManyStories || pair.effective_before < kEnoughStories) return "medium";
  return "high";
}

std::string counts_of(const Answer& answer) {
  const auto count = [](std::int64_t n, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", n, n == 1 ? one : many);
  };
  std::string text = count(answer.stories, "story", "stories");
  if (answer.documents > 0) text += ", " + count(answer.documents, "report", "reports");
  if (answer.outlets > 0) text += ", " + count(answer.outlets, "outlet", "outlets");
  return text;
}

std::string sentence_of(const Answer& answer, const Verdict& verdict) {
  const std::string pair = answer.a_name + " and " + answer.b_name;
  if (verdict.direction == "not enough reports") {
    if (answer.stories <= 1) {
      return fmt::format("{}: one report is not enough for a verdict ({}).", pair,
                         counts_of(answer));
    }
    return fmt::format("{}: not enough reports for a verdict ({}).", pair, counts_of(answer));
  }
  std::string text = pair + ": ";
  if (verdict.fresh && verdict.direction == "closer") text += "newly ";
  text += verdict.direction;
  if (!answer.before_from.empty() && verdict.direction != "no measurable change") {
    text += fmt::format(" than in {} to {}", answer.before_from, answer.before_to);
  }
  if (verdict.against) text += ", and against " + answer.against;
  text += "; " + verdict.kind;
  if (verdict.kind != "formal alliance") text += ", no mutual-defence commitment reported";
  return fmt::format("{}. {}; confidence {}.", text, counts_of(answer), verdict.confidence);
}

}  // namespace

Verdict judge(const Answer& answer, bool treaty_reported, const Leaning& leans_a,
              const Leaning& leans_b) {
  Verdict verdict;
  verdict.direction = direction_of(answer, verdict.reasons);
  verdict.confidence = confidence_of(answer);
  verdict.kind = kind_of(answer, treaty_reported, verdict.reasons);
  if (verdict.direction == "closer") {
    verdict.against = stands_against(answer, leans_a, leans_b, verdict.reasons);
  }
  verdict.fresh = is_new(answer);
  if (verdict.fresh) verdict.reasons.emplace_back("the share rose at a change point in the window");
  verdict.sentence = sentence_of(answer, verdict);
  return verdict;
}

}  // namespace entente
