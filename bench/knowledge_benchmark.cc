// knowledge_benchmark IMAGE: what mapping the compiled knowledge adds to the
// start of the program, and what its first look-ups cost.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "knowledge/knowledge.h"

namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::duration d) {
  return std::chrono::duration<double, std::milli>(d).count();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    fmt::print(stderr, "usage: knowledge_benchmark IMAGE\n");
    return 2;
  }
  std::vector<double> opened;
  std::vector<double> asked;
  for (int i = 0; i < 21; ++i) {
    const Clock::time_point start = Clock::now();
    const auto knowledge = entente::Knowledge::open(argv[1]);
    if (!knowledge) {
      fmt::print(stderr, "{}\n", describe(knowledge.error()));
      return 1;
    }
    opened.push_back(milliseconds(Clock::now() - start));
    const std::size_t found = knowledge->find_phrase("European Union").size();
    asked.push_back(milliseconds(Clock::now() - start) - opened.back());
    if (found == 0) return 1;
  }
  std::ranges::sort(opened);
  std::ranges::sort(asked);
  fmt::print("open {:.2f} ms (median of {}), first question {:.3f} ms\n", opened[opened.size() / 2],
             opened.size(), asked[asked.size() / 2]);
  return 0;
}
