// Reads one document in text order: every mention is described from its own
// phrase, then, when it refers back, against what was named before.
//
// One object a document, one thread.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "actor/memory.h"
#include "actor/phrase_resolver.h"
#include "actor/phrase_view.h"
#include "actor/references.h"
#include "record/proposition.h"
#include "record/reading.h"

namespace entente {

class DocumentReader {
 public:
  DocumentReader(const Knowledge& knowledge, Date date);

  // Adds a section behind those before it; `quotations` and `times` may be
  // empty; `names` are those that Knowledge::find_names() found.  The
  // references must outlive the reader.
  void add_section(const Analysis& analysis, const std::vector<Quotation>& quotations,
                   const std::vector<TimeExpression>& times, std::vector<NameMatch> names);
  // The outlet or body that published the document: "UK Government".
  void set_source(std::string_view source);
  // The byte of the text at which the place of its dateline stands.
  void set_dateline_place(std::uint32_t byte) { dateline_place_ = byte; }

  // Reads all sections; gives the mentions of those from `first_section` on.
  std::vector<Mention> read(std::size_t first_section = 0);

 private:
  enum class State : std::uint8_t { kFresh, kWorking, kDone };
  struct Slot {
    State state = State::kFresh;
    Description what;
  };
  struct Part {
    std::unique_ptr<PhraseView> view;
    std::unique_ptr<PhraseResolver> phrases;
    const std::vector<Quotation>* quotations = nullptr;
    std::vector<std::int32_t> quotation_of;  // token -> index, -1 outside
    std::vector<Slot> slots;
    std::vector<bool> sport;  // by sentence: states are teams there
    std::uint32_t first_sentence = 0;
  };

  const Description& describe(std::size_t part, std::uint32_t token);
  void resolve(std::size_t part, std::uint32_t token, Description& d);
  void resolve_lone_surname(std::size_t part, std::uint32_t token, Description& d);
  void resolve_pronoun(std::size_t part, std::uint32_t token, Description& d);
  bool resolve_relative(std::size_t part, std::uint32_t token, Description& d);
  void resolve_speaker(std::size_t part, std::uint32_t token, Description& d);
  void finish(const Part& part, std::uint32_t token, Description& d) const;
  void remember(std::size_t part, std::uint32_t token);
  void remember_coordination(std::size_t part, std::uint32_t token);
  void name_acronym(const Part& part, std::uint32_t token, std::uint32_t referent);
  bool names_companies(const Part& part) const;
  bool is_unmistakable(const NameUse& name, const Part& part) const;
  void read_dateline(const Part& part);
  void note_speaker(std::size_t part, std::uint32_t sentence);
  bool is_mentioned(std::string_view state) const;

  const Knowledge& knowledge_;
  Date date_;
  Memory memory_;
  References references_;
  std::deque<Part> parts_;
  unsigned depth_ = 0;
  std::optional<Entity> source_;
  std::optional<std::uint32_t> dateline_place_;
  std::optional<Description> running_speaker_;  // of "X said:" before the paragraphs that follow
};

}  // namespace entente
