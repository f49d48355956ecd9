// Many threads, one order: items are pulled from a source, worked on side by
// side, and given to a sink in the order in which they were pulled.
//
// At most `window` items are between source and sink, so memory stays bounded
// however uneven the work is.  The source is called by one thread at a time,
// the sink by the calling thread only.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

template <typename In, typename Out>
class OrderedRun {
 public:
  // REQUIRES: threads >= 1.
  explicit OrderedRun(std::size_t threads) : threads_(threads), window_(threads * 4) {}

  // `pull() -> std::optional<In>`, nullopt at the end; `work(In) -> Out`, called
  // by many threads; `put(Out) -> bool`, false to stop early: nothing more is
  // pulled then, and what is in work is dropped.
  template <typename Pull, typename Work, typename Put>
  void run(Pull pull, Work work, Put put) {
    if (threads_ == 1) {
      while (std::optional<In> item = pull()) {
        if (!put(work(std::move(*item)))) return;
      }
      return;
    }
    std::vector<std::jthread> workers;
    workers.reserve(threads_);
    for (std::size_t i = 0; i < threads_; ++i) {
      workers.emplace_back([&] { work_on(pull, work); });
    }
    hand_over(put);
  }

 private:
  template <typename Pull, typename Work>
  void work_on(Pull& pull, Work& work) {
    for (;;) {
      std::optional<In> item;
      std::uint64_t number = 0;
      {
        const std::lock_guard pulling(pull_mutex_);
        {
          std::unique_lock lock(mutex_);
          room_.wait(lock, [&] { return stopped_ || pulled_ - put_ < window_; });
          if (stopped_ || at_end_) return;
        }
        item = pull();
        const std::lock_guard lock(mutex_);
        if (!item) {
          at_end_ = true;
          done_.notify_one();
          return;
        }
        number = pulled_++;
      }
      Out result = work(std::move(*item));
      const std::lock_guard lock(mutex_);
      finished_.emplace(number, std::move(result));
      done_.notify_one();
    }
  }

  template <typename Put>
  void hand_over(Put& put) {
    std::unique_lock lock(mutex_);
    for (;;) {
      done_.wait(lock, [&] { return finished_.contains(put_) || (at_end_ && put_ == pulled_); });
      const auto next = finished_.find(put_);
      if (next == finished_.end()) return;
      Out result = std::move(next->second);
      finished_.erase(next);
      lock.unlock();
      const bool go_on = put(std::move(result));
      lock.lock();
      ++put_;
      if (!go_on) stopped_ = true;
      room_.notify_one();
      if (!go_on) return;
    }
  }

  std::size_t threads_;
  std::size_t window_;
  std::mutex pull_mutex_;  // held by the one worker that pulls; taken before mutex_
  std::mutex mutex_;       // guards all below
  std::condition_variable room_;
  std::condition_variable done_;
  std::map<std::uint64_t, Out> finished_;  // worked on, not yet put, by number
  std::uint64_t pulled_ = 0;
  std::uint64_t put_ = 0;
  bool at_end_ = false;
  bool stopped_ = false;
};

}  // namespace entente
