#include "eval/tally.h"

#include <fmt/core.h>

#include <algorithm>

namespace entente {
namespace {

constexpr std::size_t kQuote = 120;  // bytes of a sentence that are shown

Hits sum_of(const std::map<std::string, Hits>& types) {
  Hits all;
  for (const auto& [type, hits] : types) all.add(hits);
  return all;
}

double macro_f1(const std::map<std::string, Hits>& types) {
  double sum = 0;
  std::size_t n = 0;
  for (const auto& [type, hits] : types) {
    if (hits.found + hits.missed == 0) continue;
    sum += hits.f1();
    ++n;
  }
  return n == 0 ? 0 : sum / static_cast<double>(n);
}

// On one line.
std::string shorten(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  if (text.size() <= kQuote) return text;
  std::size_t end = kQuote;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + "…";
}

std::string join(const std::vector<std::string>& ids) {
  std::string out;
  for (const std::string& id : ids) out += (out.empty() ? "" : " ") + id;
  return out.empty() ? "-" : out;
}

std::string join(const std::vector<Entity>& entities) {
  std::vector<std::string> ids;
  for (const Entity& e : entities) {
    ids.push_back(!e.id.empty() ? e.id : !e.code.empty() ? e.code : "UNK(" + e.text + ")");
  }
  return join(ids);
}

}  // namespace

void TypeTally::finish(ScoreReport& report) const {
  const auto drawn_types = [&](const DrawCounts& drawn) {
    ByType types;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
      for (const auto& [type, hits] : documents_[i]) types[type].add(hits, drawn[i]);
    }
    return types;
  };
  const ByType types = drawn_types(DrawCounts(documents_.size(), 1));
  for (const auto& [type, hits] : types) report.types.push_back({type, hits});
  report.all = sum_of(types);
  report.macro = macro_f1(types);
  report.f1 = bootstrap_interval(
      documents_.size(), [&](const DrawCounts& drawn) { return sum_of(drawn_types(drawn)).f1(); });
  report.macro_f1 = bootstrap_interval(
      documents_.size(), [&](const DrawCounts& drawn) { return macro_f1(drawn_types(drawn)); });
}

ByDocument group_by_document(const std::vector<EventRecord>& records) {
  ByDocument out;
  for (const EventRecord& record : records) out[record.report.id].push_back(&record);
  return out;
}

std::string describe(const EventRecord& record) {
  const Event& e = record.event;
  return fmt::format("{} {} > {} {}: {}", to_string(e.type), join(e.actors), join(e.recipients),
                     to_string(e.status), shorten(record.quote));
}

std::string describe(const GoldItem& item) {
  return fmt::format("{} {} > {} {}: {}", item.types.empty() ? "no event" : item.types.front(),
                     join(item.actors.value_or(Ids())), join(item.recipients.value_or(Ids())),
                     item.status, shorten(item.quote));
}

}  // namespace entente
