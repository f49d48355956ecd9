// A report of scores as text, as Markdown and as JSON.
#include <fmt/core.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "eval/score.h"

namespace entente {
namespace {

double share(const ScoreFigure& f) {
  return f.all == 0 ? 0 : static_cast<double>(f.right) / static_cast<double>(f.all);
}

const char* heading(GoldForm form) {
  switch (form) {
    case GoldForm::kRecords:
      return "Event records against event records";
    case GoldForm::kFull:
      return "All events of the documents";
    case GoldForm::kExpect:
      return "Expectations";
    case GoldForm::kPairs:
      return "One event a sentence, between two parties";
  }
  return "";
}

std::string all_events(const ScoreReport& r) {
  return fmt::format(
      "precision {:.3f}, recall {:.3f}, F1 {:.3f} [{:.3f}, {:.3f}]; {} found, {} missed, {} extra; "
      "macro-F1 {:.3f} [{:.3f}, {:.3f}]",
      r.all.precision(), r.all.recall(), r.all.f1(), r.f1.low, r.f1.high, r.all.found, r.all.missed,
      r.all.extra, r.macro, r.macro_f1.low, r.macro_f1.high);
}

// The rows and the columns of a confusion.
struct Axes {
  std::set<std::string> gold, coded;
  explicit Axes(const Confusion& confusion) {
    for (const auto& [pair, n] : confusion) gold.insert(pair.first), coded.insert(pair.second);
  }
};

std::size_t count(const Confusion& confusion, const std::string& gold, const std::string& coded) {
  const auto at = confusion.find({gold, coded});
  return at == confusion.end() ? 0 : at->second;
}

constexpr std::size_t kConfusions = 20;  // that the text shows; the other forms show all

// What was taken for what, the most frequent first: "ACCUSE as REJECT 12".
std::string confusion_text(const char* what, const Confusion& confusion) {
  std::vector<std::pair<std::size_t, std::string>> rows;
  for (const auto& [pair, n] : confusion) {
    if (pair.first != pair.second) rows.emplace_back(n, pair.first + " as " + pair.second);
  }
  if (rows.empty()) return {};
  std::ranges::stable_sort(rows, std::ranges::greater(),
                           &std::pair<std::size_t, std::string>::first);
  rows.resize(std::min(rows.size(), kConfusions));
  std::string out = fmt::format("{} (gold as coded; - is nothing):", what);
  for (const auto& [n, text] : rows) out += fmt::format(" {} {},", text, n);
  out.back() = '\n';
  return out;
}

std::string confusion_markdown(const char* what, const Confusion& confusion) {
  if (confusion.empty()) return {};
  const Axes axes(confusion);
  std::string out =
      fmt::format("\n### {}\n\nRows: gold; columns: coded; `-` is nothing.\n\n| |", what);
  for (const std::string& coded : axes.coded) out += fmt::format(" {} |", coded);
  out += "\n| --- |";
  for (std::size_t i = 0; i < axes.coded.size(); ++i) out += " ---: |";
  for (const std::string& gold : axes.gold) {
    out += fmt::format("\n| {} |", gold);
    for (const std::string& coded : axes.coded) {
      const std::size_t n = count(confusion, gold, coded);
      out += n == 0 ? " |" : fmt::format(" {} |", n);
    }
  }
  return out + "\n";
}

nlohmann::ordered_json confusion_json(const Confusion& confusion) {
  auto rows = nlohmann::ordered_json::array();
  for (const auto& [pair, n] : confusion) {
    rows.push_back({{"gold", pair.first}, {"coded", pair.second}, {"count", n}});
  }
  return rows;
}

nlohmann::ordered_json interval_json(const ScoreInterval& interval) {
  return {interval.low, interval.high};
}

std::string escape_cell(std::string text) {
  for (std::size_t at = text.find('|'); at != text.npos; at = text.find('|', at + 2)) {
    text.insert(at, "\\");
  }
  std::ranges::replace(text, '\n', ' ');
  return text;
}

}  // namespace

std::string score_text(const ScoreReport& r, std::size_t misses) {
  std::string out = fmt::format("{}: {} documents\n", heading(r.form), r.documents);
  if (!r.types.empty()) {
    out += "type        P     R     F1    gold\n";
    for (const auto& [type, hits] : r.types) {
      out += fmt::format("{:<10} {:.2f}  {:.2f}  {:.2f}  {}\n", type, hits.precision(),
                         hits.recall(), hits.f1(), hits.found + hits.missed);
    }
    out += "all events: " + all_events(r) + "\n";
  }
  for (const ScoreFigure& f : r.figures) {
    const ScoreInterval i = wilson_interval(f.right, f.all);
    out += fmt::format("{:<48} {:>5}/{:<5} {:6.3f}  [{:.3f}, {:.3f}]\n", f.name, f.right, f.all,
                       share(f), i.low, i.high);
  }
  out += confusion_text("types", r.type_confusion);
  out += confusion_text("status", r.status_confusion);
  for (std::size_t i = 0; i < std::min(misses, r.misses.size()); ++i) {
    out += fmt::format("{} {} | {}\n", r.misses[i].kind, r.misses[i].id, r.misses[i].text);
  }
  return out;
}

std::string score_markdown(const ScoreReport& r, std::size_t misses) {
  std::string out =
      fmt::format("## {}\n\n{} documents; intervals of 95 %.\n", heading(r.form), r.documents);
  if (!r.types.empty()) {
    out += "\n| type | precision | recall | F1 | gold |\n| --- | ---: | ---: | ---: | ---: |\n";
    for (const auto& [type, hits] : r.types) {
      out += fmt::format("| {} | {:.2f} | {:.2f} | {:.2f} | {} |\n", type, hits.precision(),
                         hits.recall(), hits.f1(), hits.found + hits.missed);
    }
    out += fmt::format("\nAll events: {}.\n", all_events(r));
  }
  out += "\n| field | right | of | share | interval |\n| --- | ---: | ---: | ---: | --- |\n";
  for (const ScoreFigure& f : r.figures) {
    const ScoreInterval i = wilson_interval(f.right, f.all);
    out += fmt::format("| {} | {} | {} | {:.3f} | {:.3f} – {:.3f} |\n", f.name, f.right, f.all,
                       share(f), i.low, i.high);
  }
  out += confusion_markdown("Types", r.type_confusion);
  out += confusion_markdown("Status", r.status_confusion);
  if (misses > 0 && !r.misses.empty()) {
    out += "\n### Misses\n\n| kind | id | what |\n| --- | --- | --- |\n";
    for (std::size_t i = 0; i < std::min(misses, r.misses.size()); ++i) {
      const ScoreMiss& m = r.misses[i];
      out += fmt::format("| {} | {} | {} |\n", m.kind, escape_cell(m.id), escape_cell(m.text));
    }
  }
  return out;
}

std::string score_json(const ScoreReport& r, std::size_t misses) {
  nlohmann::ordered_json out;
  out["form"] = to_string(r.form);
  out["documents"] = r.documents;
  if (!r.types.empty()) {
    out["precision"] = r.all.precision();
    out["recall"] = r.all.recall();
    out["f1"] = r.all.f1();
    out["f1_interval"] = interval_json(r.f1);
    out["macro_f1"] = r.macro;
    out["macro_f1_interval"] = interval_json(r.macro_f1);
    for (const auto& [type, hits] : r.types) {
      out["types"].push_back({{"type", type},
                              {"found", hits.found},
                              {"missed", hits.missed},
                              {"extra", hits.extra},
                              {"precision", hits.precision()},
                              {"recall", hits.recall()},
                              {"f1", hits.f1()}});
    }
  }
  for (const ScoreFigure& f : r.figures) {
    out["figures"].push_back({{"name", f.name},
                              {"right", f.right},
                              {"of", f.all},
                              {"share", share(f)},
                              {"interval", interval_json(wilson_interval(f.right, f.all))}});
  }
  out["type_confusion"] = confusion_json(r.type_confusion);
  out["status_confusion"] = confusion_json(r.status_confusion);
  for (std::size_t i = 0; i < std::min(misses, r.misses.size()); ++i) {
    const ScoreMiss& m = r.misses[i];
    out["misses"].push_back({{"kind", m.kind}, {"id", m.id}, {"what", m.text}});
  }
  return out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace entente
