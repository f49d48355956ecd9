// How fast the language model reads: tokens/s, start, memory.
//
//   nlp_benchmark MODEL DOCS.jsonl [THREADS [ROUNDS [KERNELS]]]
//
// DOCS.jsonl: one JSON object a line with the key "text".  Prints one line a
// round: tokens, seconds, tokens a second, and tokens a second of processor time,
// which other programs on the machine disturb less; the first round is cold.
#include <fmt/core.h>
#include <sys/resource.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <thread>
#include <vector>

#include "nlp/language_model.h"

namespace {

using entente::Analyzer;
using entente::LanguageModel;
using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

std::vector<std::string> read_texts(const char* path) {
  std::vector<std::string> texts;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line, nullptr, false);
    if (json.is_object() && json.contains("text")) texts.push_back(json["text"]);
  }
  return texts;
}

// All texts once, shared out over the analyzers.  Returns the tokens.
std::size_t read_all(const std::vector<std::string>& texts, std::vector<Analyzer>& analyzers) {
  std::atomic<std::size_t> next = 0;
  std::atomic<std::size_t> tokens = 0;
  std::vector<std::jthread> threads;
  for (Analyzer& analyzer : analyzers) {
    threads.emplace_back([&] {
      std::size_t mine = 0;
      for (std::size_t i = next++; i < texts.size(); i = next++) {
        mine += analyzer.analyze(texts[i], entente::Section::kText).tokens.size();
      }
      tokens += mine;
    });
  }
  threads.clear();
  return tokens;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: nlp_benchmark MODEL DOCS.jsonl [THREADS [ROUNDS [KERNELS]]]\n");
    return 2;
  }
  const int thread_count = argc > 3 ? std::atoi(argv[3]) : 1;
  const int rounds = argc > 4 ? std::atoi(argv[4]) : 5;
  entente::LanguageModelOptions options;
  for (const entente::Kernels* set : entente::available_kernels()) {
    if (argc > 5 && set->name == argv[5]) options.kernels = set;
  }
  const auto start = Clock::now();
  const auto model = LanguageModel::open(argv[1], options);
  if (!model) {
    fmt::print(stderr, "{}\n", entente::describe(model.error()));
    return 1;
  }
  std::vector<Analyzer> analyzers;
  for (int i = 0; i < thread_count; ++i) analyzers.emplace_back(*model);
  fmt::print("open: {:.1f} ms\n", seconds_since(start) * 1e3);
  const std::vector<std::string> texts = read_texts(argv[2]);
  for (int round = 1; round <= rounds; ++round) {
    const auto begin = Clock::now();
    const std::clock_t used = std::clock();
    const std::size_t tokens = read_all(texts, analyzers);
    const double seconds = seconds_since(begin);
    const double processor = double(std::clock() - used) / CLOCKS_PER_SEC;
    fmt::print("round {}: {} tokens, {:.3f} s, {:.0f} tokens/s, {:.0f} a processor second\n", round,
               tokens, seconds, double(tokens) / seconds, double(tokens) / processor);
  }
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  fmt::print("peak memory: {} MB\n", usage.ru_maxrss / 1024);
  return 0;
}
