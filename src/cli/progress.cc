#include "cli/progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cmath>
#include <cstdio>

#include "cli/output.h"

namespace entente {
namespace {

constexpr std::chrono::milliseconds kTerminalPause{200};
constexpr std::chrono::seconds kPlainPause{10};

std::string duration(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::llround(seconds));
  if (whole < 60) return fmt::format("{} s", whole);
  if (whole < 3600) return fmt::format("{} min {:02} s", whole / 60, whole % 60);
  return fmt::format("{} h {:02} min", whole / 3600, whole / 60 % 60);
}

}  // namespace

std::string with_commas(std::uint64_t number) {
  std::string text = std::to_string(number);
  for (std::size_t i = text.size(); i > 3;) text.insert(i -= 3, ",");
  return text;
}

Progress::Progress(std::uint64_t total) : total_(total), terminal_(isatty(STDERR_FILENO) != 0) {}

void Progress::show(std::uint64_t done, std::uint64_t reports, std::uint64_t failures) {
  const Clock::time_point now = Clock::now();
  if (terminal_ ? now - last_ < kTerminalPause : now - last_ < kPlainPause) return;
  last_ = now;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  std::string line = fmt::format("{} reports, {:.0f} a second", with_commas(reports),
                                 static_cast<double>(reports) / seconds);
  if (done > 0 && total_ > done) {
    const double left = seconds * static_cast<double>(total_ - done) / static_cast<double>(done);
    line += fmt::format(", {} left", duration(left));
  }
  if (failures > 0) line += fmt::format(", {} failed", with_commas(failures));
  if (!terminal_) return print_message(line);
  fmt::print(stderr, "\r\x1B[K{}", line);
  std::fflush(stderr);
  shown_ = true;
}

void Progress::clear() {
  if (!shown_) return;
  fmt::print(stderr, "\r\x1B[K");
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace entente
