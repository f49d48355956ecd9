// Writes the rows of one report's sentences, mentions and events.
//
// One thread at a time, inside a transaction of the caller.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>

#include "base/result.h"
#include "base/utf8.h"
#include "store/dictionary.h"
#include "store/sqlite.h"
#include "store/stored_document.h"

namespace entente {

// What an imported event is called in the whole database: "origin:id".
std::string event_key(const EventRecord& record);

// The numbers that were given last in a document.
struct LastNumbers {
  std::int64_t event = 0;
  std::int64_t mention = 0;
  std::int64_t sentence = 0;
};

class EventRows {
 public:
  static Result<EventRows> open(const sqlite::Connection& connection);

  // Writes the sentences and events of `stored` below the document `row`.
  Status write(const StoredDocument& stored, std::int64_t row, std::int64_t run);
  // Adds an imported event behind what its document has; moves `last` on.
  // `document`: its frame, for the words that spans cover.
  Status append(const Document& document, const EventRecord& record, std::int64_t row,
                std::int64_t run, LastNumbers& last);

  // After a transaction was undone.
  void forget();

 private:
  // Where the rows of one document are written.
  struct Target {
    const Document& document;
    std::int64_t row;
    std::int64_t run;
    CodePointMap title;
    CodePointMap text;
    std::map<Span, std::int64_t> sentences;  // their numbers
    std::int64_t next_sentence = 1;
    std::int64_t next_mention = 1;
    // Numbers of the mentions by resolution, place and antecedent.
    std::map<std::tuple<std::int64_t, Span, Span, std::string>, std::int64_t> mentions;

    Target(const Document& document, std::int64_t row, std::int64_t run);
    std::string_view words(Span span) const;
    // `text` when it is not what the span covers.
    std::optional<std::string_view> own_words(const std::string& text, Span span) const;
  };

  EventRows() = default;

  Result<std::int64_t> sentence(Target& target, Span span);
  Result<std::int64_t> resolution(const Entity& entity);
  Result<std::int64_t> mention(Target& target, const Entity& entity);
  Status write_event(Target& target, const EventRecord& record, std::int64_t number);
  Status write_participants(Target& target, const std::vector<Entity>& entities, int role,
                            std::int64_t number, std::int64_t event_id, std::int64_t date);
  Status write_holders(Target& target, const Event& event, std::int64_t number);
  Status write_tellings(Target& target, const Event& event, std::int64_t number);
  Status write_import(const EventRecord& record, std::int64_t event_id);
  Status write_details(Target& target, const Event& event, std::int64_t number);

  const sqlite::Connection* connection_ = nullptr;
  std::optional<Dictionary> entities_, resolutions_, rules_, places_;
  sqlite::Statement sentence_, mention_, event_, participant_, party_, attribution_, telling_,
      detail_, import_;
};

}  // namespace entente
