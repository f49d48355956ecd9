// How far a long run is, on standard error: one line that is rewritten on a
// terminal, a plain line now and then elsewhere.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

class Progress {
 public:
  // `total`: what done reaches at the end, in any unit (bytes of the inputs,
  // reports); 0: not known.
  explicit Progress(std::uint64_t total);

  // `done` of `total`; `reports` finished so far, which the rate counts.
  void show(std::uint64_t done, std::uint64_t reports, std::uint64_t failures);
  // Takes the line away, so that a message can be printed.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;

  std::uint64_t total_;
  bool terminal_;
  bool shown_ = false;
  Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

// "1,234,567"
std::string with_commas(std::uint64_t number);

}  // namespace entente
