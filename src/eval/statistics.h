// The figures of an evaluation, with what chance allows.
//
// Pure and deterministic; any number of threads.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace entente {

// 95 %.
struct ScoreInterval {
  double low = 0;
  double high = 0;
};

// Wilson's interval of `right` out of `all`; 0 … 0 when there are none.
// Source: Wilson 1927, doi:10.1080/01621459.1927.10502953.
ScoreInterval wilson_interval(std::size_t right, std::size_t all);

// The percentile interval of `statistic` over kResamples draws of `documents`
// documents with replacement; the same for the same arguments.  `statistic`
// gets how often each document was drawn.
// Source: Efron 1979, doi:10.1214/aos/1176344552.
using DrawCounts = std::vector<std::uint32_t>;
ScoreInterval bootstrap_interval(std::size_t documents,
                                 const std::function<double(const DrawCounts&)>& statistic);
inline constexpr int kResamples = 1000;

// What was found, wrongly found, and missed.
struct Hits {
  std::size_t found = 0;
  std::size_t extra = 0;
  std::size_t missed = 0;

  Hits& add(const Hits& other, std::size_t times = 1) {
    found += times * other.found;
    extra += times * other.extra;
    missed += times * other.missed;
    return *this;
  }
  double precision() const;
  double recall() const;
  double f1() const;
};

}  // namespace entente
