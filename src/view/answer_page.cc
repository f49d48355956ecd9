#include "view/answer_page.h"

#include <fmt/format.h>

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t kMaxRows = 20;
constexpr std::size_t kMaxQuarters = 16;

std::string number(std::optional<double> value, int digits = 2) {
  return value ? fmt::format("{:.{}f}", *value, digits) : "–";
}

std::string interval(std::optional<double> low, std::optional<double> high) {
  return low && high ? fmt::format("[{:.2f}, {:.2f}]", *low, *high) : "–";
}

std::string one_line(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
    if (!control) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  return line;
}

std::string evidence(const EvidenceLine& line) {
  std::string text = line.date + "  " + line.what;
  if (!line.sentence.empty()) text += fmt::format(" — “{}”", one_line(line.sentence));
  std::string source = one_line(line.document);
  if (!line.outlet.empty()) source += (source.empty() ? "" : ", ") + one_line(line.outlet);
  if (line.stories > 1) source += fmt::format(", {} stories", line.stories);
  if (!source.empty()) text += fmt::format(" ({})", source);
  return text;
}

// The first rows, and a paragraph that says how many are left out.
void append_table(PageSection& section, PageTable table) {
  const std::size_t all = table.rows.size();
  table.rows.resize(std::min(all, kMaxRows));
  section.blocks.emplace_back(std::move(table));
  if (all > kMaxRows) {
    section.blocks.emplace_back(
        PageParagraph{fmt::format("{} more in the JSON form.", all - kMaxRows)});
  }
}

PageSection verdict_section(const Answer& answer) {
  PageSection section{"1. Verdict", {}};
  section.blocks.emplace_back(PageParagraph{answer.verdict.sentence});
  std::string window = fmt::format("Now: {} to {}", answer.from, answer.to);
  if (!answer.before_from.empty()) {
    window += fmt::format("; before: {} to {}", answer.before_from, answer.before_to);
  }
  window += fmt::format("; a story loses half its weight in {:.0f} days.", answer.half_life_days);
  section.blocks.emplace_back(PageParagraph{window});
  section.blocks.emplace_back(PageList{answer.verdict.reasons});
  return section;
}

PageSection figures_section(const Answer& answer) {
  PageSection section{"2. Figures", {}};
  PageTable table{
      {"figure", "now", "95 %", "stories", "effective", "before", "change", "95 %", "talk"}, {}};
  for (const Figure& figure : answer.figures) {
    table.rows.push_back({figure.name, number(figure.value), interval(figure.low, figure.high),
                          std::to_string(figure.stories), number(figure.effective, 1),
                          number(figure.before), number(figure.change),
                          interval(figure.change_low, figure.change_high),
                          std::to_string(figure.talk)});
  }
  section.blocks.emplace_back(std::move(table));
  section.blocks.emplace_back(
      PageParagraph{"Shares: of substantive acts, 0 all conflict, 1 all cooperation; talk is "
                    "counted apart. Intervals: Bayesian bootstrap over stories."});
  return section;
}

PageSection ladder_section(const Answer& answer) {
  PageSection section{"3. Ladder", {}};
  PageList list;
  for (const LadderRung& rung : answer.ladder) {
    std::string item = fmt::format("{} ({}) {} ", rung.number, rung.stage, rung.question);
    if (!rung.first) {
      list.items.push_back(item + "– not reported in this corpus");
      continue;
    }
    item +=
        fmt::format("Yes, {} act{}, {} outlet{}. First: {}", rung.acts, rung.acts == 1 ? "" : "s",
                    rung.outlets, rung.outlets == 1 ? "" : "s", evidence(*rung.first));
    if (rung.latest->act != rung.first->act) item += " Latest: " + evidence(*rung.latest);
    list.items.push_back(std::move(item));
  }
  section.blocks.emplace_back(std::move(list));
  return section;
}

void append_changes(const Answer& answer, PageSection& section) {
  PageList changes;
  for (const TimelineChange& one : answer.changes) {
    const ChangeRow& change = one.change;
    std::string item = fmt::format(
        "{}: {} changes from {} to {} (probability {})", change.date,
        change.kind == "conflict" ? "conflict per 1,000 stories" : "share of cooperation",
        number(change.before), number(change.after), number(change.probability));
    if (change.kind == "now") item += ", in the last three periods";
    if (one.moved_most) item += "; moved most by: " + evidence(*one.moved_most);
    changes.items.push_back(std::move(item));
  }
  if (changes.items.empty()) changes.items.emplace_back("no change point");
  if (answer.recent_change) {
    changes.items.push_back(
        fmt::format("probability that the share changed in the last three "
                    "periods: {}",
                    number(answer.recent_change)));
  }
  for (const TimelineMark& mark : answer.marks) {
    changes.items.push_back(mark.date + ": " + mark.what);
  }
  section.blocks.emplace_back(std::move(changes));
}

PageSection timeline_section(const Answer& answer) {
  PageSection section{"4. Timeline", {}};
  PageTable table{{"quarter", "cooperation", "conflict", "talk", "share", "95 %"}, {}};
  const std::size_t all = answer.timeline.size();
  for (std::size_t i = all > kMaxQuarters ? all - kMaxQuarters : 0; i < all; ++i) {
    const SeriesRow& row = answer.timeline[i];
    table.rows.push_back({row.period, std::to_string(row.cooperation), std::to_string(row.conflict),
                          std::to_string(row.talk), number(row.share),
                          interval(row.share_low, row.share_high)});
  }
  if (!table.rows.empty()) section.blocks.emplace_back(std::move(table));
  append_changes(answer, section);
  const Forecast& forecast = answer.forecast;
  if (!forecast.rows.empty()) {
    const ForecastRow& next = forecast.rows.front();
    section.blocks.emplace_back(PageParagraph{fmt::format(
        "Conflict stories of a coming month, from the pair's last 36: median {:.0f}, 90 % between "
        "{:.0f} and {:.0f}. In {} past months: CRPS {}, of \"as last month\" {}, {} within the "
        "fan.",
        next.median, next.low, next.high, forecast.tests, number(forecast.crps),
        number(forecast.crps_no_change), number(forecast.coverage))});
  }
  return section;
}

PageSection sides_section(const Answer& answer) {
  PageSection section{"5. Who else", {}};
  if (answer.sides.empty()) {
    section.blocks.emplace_back(
        PageParagraph{"Too few stories for blocs (15 substantive ones a state)."});
    return section;
  }
  PageTable table{{"state", "bloc", "membership", "tilt to " + answer.against, "95 %", "stories"},
                  {}};
  for (const SideRow& side : answer.sides) {
    table.rows.push_back({side.state, side.bloc.empty() ? "–" : side.bloc, number(side.membership),
                          number(side.tilt), interval(side.tilt_low, side.tilt_high),
                          std::to_string(side.stories)});
  }
  append_table(section, std::move(table));
  section.blocks.emplace_back(PageParagraph{fmt::format(
      "Swing states first. A bloc is named by its loudest state; two blocs leave {} of the weight "
      "frustrated. Membership is a probability: read it, not the side.",
      number(answer.frustrated_share))});
  return section;
}

PageSection targets_section(const Answer& answer) {
  PageSection section{"6. Against whom", {}};
  if (answer.targets.empty()) {
    section.blocks.emplace_back(PageParagraph{fmt::format(
        "No act of either against {}, nor of both against the same party.", answer.against)});
    return section;
  }
  PageTable table{{"party", answer.a + " conflict", answer.b + " conflict", answer.a + " demands",
                   answer.b + " demands", answer.a + " lift", answer.b + " lift"},
                  {}};
  PageList proofs;
  for (const TargetRow& row : answer.targets) {
    table.rows.push_back({row.party, std::to_string(row.conflict_a), std::to_string(row.conflict_b),
                          std::to_string(row.demands_a), std::to_string(row.demands_b),
                          number(row.lift_a), number(row.lift_b)});
    for (const EvidenceLine& line : row.proof) {
      if (proofs.items.size() < kMaxRows) proofs.items.push_back(evidence(line));
    }
  }
  append_table(section, std::move(table));
  section.blocks.emplace_back(std::move(proofs));
  return section;
}

PageList evidence_list(const std::vector<EvidenceLine>& lines) {
  PageList list;
  for (const EvidenceLine& line : lines) list.items.push_back(evidence(line));
  if (list.items.empty()) list.items.emplace_back("none in this corpus");
  return list;
}

PageSection counter_section(const Answer& answer) {
  PageSection section{"7. Counter-evidence", {}};
  section.blocks.emplace_back(PageParagraph{"Against closeness, the strongest:"});
  section.blocks.emplace_back(evidence_list(answer.against_it));
  section.blocks.emplace_back(PageParagraph{"For closeness, the strongest:"});
  section.blocks.emplace_back(evidence_list(answer.for_it));
  return section;
}

PageSection missing_section(const Answer& answer) {
  PageSection section{"8. What is missing", {}};
  section.blocks.emplace_back(PageList{answer.missing});
  PageTable table{{"the pair's share with", "share"}, {}};
  for (const SensitivityRow& row : answer.sensitivity) {
    table.rows.push_back({one_line(row.variant), number(row.share)});
  }
  section.blocks.emplace_back(std::move(table));
  return section;
}

}  // namespace

std::vector<PageSection> answer_page(const Answer& answer) {
  PageSection outside{"9. Outside check (not from this corpus)", {}};
  outside.blocks.emplace_back(PageList{answer.outside});
  PageSection trace{"10. Trace", {}};
  trace.blocks.emplace_back(
      PageParagraph{"The events behind a figure: entente events --db FILE --where \"…\""});
  trace.blocks.emplace_back(PageList{answer.trace});
  return {verdict_section(answer),  figures_section(answer), ladder_section(answer),
          timeline_section(answer), sides_section(answer),   targets_section(answer),
          counter_section(answer),  missing_section(answer), std::move(outside),
          std::move(trace)};
}

}  // namespace entente
