#include "text/mapped_text.h"

#include <utility>

namespace entente {

void MappedText::add(std::string_view part, ByteRange source) {
  if (part.empty()) return;
  const bool even = part.size() == source.end - source.begin;
  if (even && !runs_.empty() && runs_.back().even && runs_.back().source.end == source.begin) {
    runs_.back().source.end = source.end;
  } else {
    runs_.push_back({static_cast<std::uint32_t>(text_.size()), source, even});
  }
  text_ += part;
}

void MappedText::append(const MappedText& other) {
  const auto shift = static_cast<std::uint32_t>(text_.size());
  for (Run run : other.runs_) {
    run.text += shift;
    runs_.push_back(run);
  }
  text_ += other.text_;
}

void MappedText::add_between(std::string_view part) {
  const std::uint32_t at = runs_.empty() ? 0 : runs_.back().source.end;
  add(part, {at, at});
}

void MappedText::trim_last() {
  text_.pop_back();
  if (runs_.back().text == text_.size()) {
    runs_.pop_back();
  } else if (runs_.back().even) {
    --runs_.back().source.end;
  }
}

std::string MappedText::take_text() {
  runs_.clear();
  return std::exchange(text_, {});
}

ByteMap MappedText::map() const {
  ByteMap map;
  for (const Run& run : runs_) map.add(run.text, run.source);
  map.close(static_cast<std::uint32_t>(text_.size()));
  return map;
}

}  // namespace entente
