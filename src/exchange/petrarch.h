// PETRARCH's, PETRARCH2's and TABARI's dictionaries of actors, agents and verbs
// -> an overlay folder for --knowledge (docs/knowledge.md).
//
//   actors -> officials.tsv (persons with dated offices), organisations.tsv,
//             armed_groups.tsv
//   agents -> roles.tsv
//   verbs  -> lexicon/entries/petrarch.tsv
//
// What cannot be taken is named with its reason, file and line; what our tables
// know already is counted and left out.  One thread at a time.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "exchange/actor_names.h"
#include "exchange/petrarch_text.h"

namespace entente {

struct Refusal {
  std::string reason;
  Place place;
  std::string text;  // the line
};

// The rows of an overlay, by table, and what did not become one.
class PetrarchOverlay {
 public:
  // Adds a row unless it is there; `cells` without the source.
  void add(const std::string& table, std::vector<std::string> cells);
  void refuse(std::string reason, const Place& place, std::string_view text);
  void count_known() { ++known_; }
  // An id that no other row of the overlay has: `wanted`, or with a number.
  std::string make_id(std::string_view wanted);

  const std::vector<Refusal>& refusals() const { return refusals_; }
  std::size_t known() const { return known_; }
  std::size_t row_count(const std::string& table) const;
  // Writes the tables and refused.tsv.  Errors: kIo.
  Status write(const std::string& directory) const;
  // Rows by table, refusals by reason, for a person.
  std::string summary() const;

 private:
  std::map<std::string, std::vector<std::string>> rows_;
  std::set<std::string> seen_;
  std::set<std::string> ids_;
  std::vector<Refusal> refusals_;
  std::size_t known_ = 0;
};

class PetrarchImporter {
 public:
  // All must outlive it.
  PetrarchImporter(ActorNames& names, const Knowledge& knowledge, PetrarchOverlay& overlay)
      : names_(names), knowledge_(knowledge), overlay_(overlay) {}

  // A dictionary of any kind; `path` is used in messages.  Errors: kBadFormat
  // for what is not UTF-8.
  Status add(std::string_view text, const std::string& path);
  // A file, or every .txt file of a folder.  Errors: kNotFound, kIo, kBadFormat.
  Status add_path(const std::string& path);

 private:
  ActorNames& names_;
  const Knowledge& knowledge_;
  PetrarchOverlay& overlay_;
};

// What the kinds have of their own; called by PetrarchImporter.
void import_petrarch_actors(const std::vector<DictionaryLine>& lines, const std::string& path,
                            ActorNames& names, const Knowledge& knowledge,
                            PetrarchOverlay& overlay);
void import_petrarch_agents(const std::vector<DictionaryLine>& lines, const std::string& path,
                            const Vocabulary& vocabulary, const Knowledge& knowledge,
                            PetrarchOverlay& overlay);
void import_petrarch_verbs(const std::vector<DictionaryLine>& lines, const std::string& path,
                           const Vocabulary& vocabulary, PetrarchOverlay& overlay);

}  // namespace entente
