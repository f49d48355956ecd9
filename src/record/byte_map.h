// Where the bytes of a text came from, when reading changed them: an encoding
// was converted, entities were decoded, markup fell away.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace entente {

// Bytes [begin, end) of what was received.
struct ByteRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const ByteRange&) const = default;
};

// Bytes of a text -> bytes of the source that it was made from.  Without any
// run every byte stands where it stood.  Immutable once made, free for any
// number of threads.  Lookups cost the logarithm of the number of runs.
class ByteMap {
 public:
  // Appends a run: the bytes of the text from `text` to the next run's were
  // made from `source`.  Of a run that is as long as its source, each byte
  // came from the one in the same place; any other run stands for its source
  // as a whole ("&amp;" -> "&").  REQUIRES: `text` ascends.
  void add(std::uint32_t text, ByteRange source);
  // Says how long the text is.  REQUIRES: called once, after the last run.
  void close(std::uint32_t text_size) { text_size_ = text_size; }

  bool is_identity() const { return runs_.empty(); }
  std::size_t run_count() const { return runs_.size(); }

  // The source of the bytes [begin, end) of the text; begin < end.
  ByteRange source(std::uint32_t begin, std::uint32_t end) const;

  // The map of a text that was made by *this from a text that was made by
  // `earlier`.
  ByteMap after(const ByteMap& earlier) const;

 private:
  struct Run {
    std::uint32_t text;
    ByteRange source;
  };
  std::uint32_t run_end(std::size_t run) const {
    return run + 1 < runs_.size() ? runs_[run + 1].text : text_size_;
  }
  bool is_even(std::size_t run) const {
    return run_end(run) - runs_[run].text == runs_[run].source.end - runs_[run].source.begin;
  }
  // The run that holds byte `text`; the first when `text` lies before it.
  std::size_t find(std::uint32_t text) const;

  std::vector<Run> runs_;
  std::uint32_t text_size_ = 0;
};

}  // namespace entente
