// How fast stories and acts are found, on one core: bench/story_benchmark [REPORTS …]
//
// Reports are generated (tests/accuracy/story_corpus.h); making them is not
// counted, reading a candidate's text is.
#include <fmt/core.h>

#include <chrono>
#include <cstdlib>

#include "story/act_index.h"
#include "story/story_index.h"
#include "story_corpus.h"

namespace entente {
namespace {

constexpr int kReportsAnAct = 7;

double seconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* what, std::size_t n, double seconds) {
  fmt::print("  {:<10} {:>9} in {:7.2f} s: {:>10.0f} a minute\n", what, n, seconds,
             static_cast<double>(n) / seconds * 60);
}

void find_stories(GeneratedCorpus& corpus) {
  const auto start = std::chrono::steady_clock::now();
  StoryIndex index([&](std::int64_t document) {
    return corpus.reports[static_cast<std::size_t>(document - 1)].document.text;
  });
  std::int64_t row = 0;
  for (const GeneratedReport& report : corpus.reports) {
    const Document& document = report.document;
    index.add(make_sketch(++row, document.text, document.date, {}), document.text);
  }
  print("reports", corpus.reports.size(), seconds_since(start));
}

void find_acts(GeneratedCorpus& corpus) {
  const auto start = std::chrono::steady_clock::now();
  ActIndex index;
  std::size_t acts = 0;
  for (const GeneratedTelling& telling : corpus.tellings) index.add(telling.telling);
  acts = index.settle().changed.size();
  print("tellings", corpus.tellings.size(), seconds_since(start));
  fmt::print("  {} acts\n", acts);
}

}  // namespace
}  // namespace entente

int main(int argc, char** argv) {
  using namespace entente;
  const auto words = StoryCorpus::load(ENTENTE_STORY_WORDS);
  if (!words) {
    fmt::print(stderr, "{}\n", describe(words.error()));
    return 2;
  }
  std::vector<int> sizes;
  for (int i = 1; i < argc; ++i) sizes.push_back(std::atoi(argv[i]));
  if (sizes.empty()) sizes = {10'000, 100'000};
  for (const int size : sizes) {
    GeneratedCorpus corpus = words->generate(1, std::max(1, size / kReportsAnAct));
    fmt::print("{} reports\n", corpus.reports.size());
    find_stories(corpus);
    find_acts(corpus);
  }
}
