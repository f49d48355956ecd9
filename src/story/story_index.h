// Near-copies: which documents are one wire story.
//
// One thread at a time.  Pure: what it does not hold it asks for by TextSource.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "record/story.h"

namespace entente {

// What the index keeps of a document: 4 bytes for about every tenth word.
struct StorySketch {
  std::int64_t document = 0;  // its row
  std::optional<Date> published;
  std::uint32_t shingles = 0;       // different ones in the whole text
  std::vector<std::uint32_t> keys;  // sampled shingles, ascending
  Voice voice;
};

// The sketch of a text.  The title says nothing about copies and is left out.
// Linear in the text.
StorySketch make_sketch(std::int64_t document, std::string_view text, std::optional<Date> published,
                        Voice voice);

// The text of a document that the index was given before; "" when it is gone.
using TextSource = std::function<std::string(std::int64_t document)>;

// What adding or removing a document changed.
struct StoryChange {
  Story story;                     // as it is now, with those of its documents that are held
  std::vector<std::int64_t> gone;  // ids of stories that are part of it now
  std::vector<CopyLink> links;     // why; empty: it stands alone
};

class StoryIndex {
 public:
  // Copies are printed within this many days of each other; to add documents
  // of some days, only the documents of so many days around need be loaded.
  static constexpr int kDays = 30;

  explicit StoryIndex(TextSource texts);
  StoryIndex(StoryIndex&&) noexcept;
  StoryIndex& operator=(StoryIndex&&) noexcept;
  ~StoryIndex();

  // Takes back a document of which the story is known (from the database).
  // REQUIRES: not held yet.  No text is asked for.
  void restore(StorySketch sketch, std::int64_t story);

  // Finds the story of a new document.  `text`: that of the sketch.
  // REQUIRES: not held yet.
  StoryChange add(StorySketch sketch, std::string_view text);

  // Takes a document out; the rest of its story is linked anew.  Gives the
  // stories that the rest forms, none if it stood alone.  REQUIRES: held, with
  // all documents of its story.
  std::vector<StoryChange> remove(std::int64_t document);

  // Forgets the documents published before `day`; their stories stay what they are.
  void forget_before(Date day);

  std::optional<Story> find(std::int64_t document) const;
  std::size_t size() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace entente
