// Gold: what events a document should give, written by people (docs/eval.md).
//
// Immutable after reading; any number of threads.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "record/event_record.h"

namespace entente {

enum class GoldForm : std::uint8_t {
  kRecords,  // event records, as `entente code` gives them: every event of a document is listed
  kFull,     // by quotes: every event of a document is listed
  kExpect,   // by quotes: some events that must be there, or must not
  kPairs,    // one event a sentence, between a source and a target
};
std::string_view to_string(GoldForm form);
std::optional<GoldForm> parse_gold_form(std::string_view name);
// By the first line; nullopt: none of them.
std::optional<GoldForm> guess_gold_form(std::string_view text);

// The text of a document, in which quotes are looked up.
struct GoldDocument {
  std::string title;
  std::string text;
};
using GoldDocuments = std::map<std::string, GoldDocument>;

// A stretch of a title or a text, in code points.
struct QuotePlace {
  bool in_title = false;
  std::size_t begin = 0;
  std::size_t end = 0;
};

using Ids = std::vector<std::string>;  // of entities or their states; "UNK": unnamed

// One event of kRecords, kFull or kExpect.  What is not said is not scored.
struct GoldItem {
  std::string id;
  std::string document;
  std::string group;  // mentions of one act have the same
  std::string quote;
  std::vector<QuotePlace> places;  // of the quote, or of the sentences that tell it
  std::vector<std::string> types;  // the first is the best; empty: no event may stand here
  bool or_none = false;            // kExpect: nothing coded is right as well
  bool optional = false;           // kFull: may be coded or left out
  std::vector<std::string> modes;
  std::optional<Ids> actors, also_actors;
  std::optional<Ids> recipients, also_recipients;
  std::optional<Ids> attribution, also_attribution;
  std::string status, also_status;
  std::string also_mode;
  std::string date;  // YYYY, YYYY-MM or YYYY-MM-DD
};

// One row of kPairs.
struct GoldPair {
  std::string id;
  std::string type;  // "YIELD" is CONCEDE or RETREAT
  std::string source;
  std::string target;
  std::string sentence;
};

// `documents`: where quotes are looked up.  Errors: kBadFormat (file and line),
// kNotFound (a document or a quote that is not there).
Result<std::vector<GoldItem>> read_gold_items(std::string_view text, const std::string& path,
                                              GoldForm form, const GoldDocuments& documents);
std::vector<GoldItem> gold_items_of(const std::vector<EventRecord>& records);
Result<std::vector<GoldPair>> read_gold_pairs(std::string text, const std::string& path);

// Every place of `quote` in text and title; the kinds of quotation marks and
// blanks do not count.
std::vector<QuotePlace> find_quote(std::string_view quote, const GoldDocument& document);

}  // namespace entente
