// Dated facts about states, persons, organisations, armed groups, places and
// roles: what words name, who held an office on a day, who was a member.
//
// A Knowledge is one image, compiled from data/knowledge at build time and
// mapped at start, with any number of overlays (a user's own tables) on top.
// Immutable once opened; every const function may run in any thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "knowledge/name.h"
#include "record/analysis.h"

namespace entente {

class Knowledge {
 public:
  // Maps a compiled image.  Errors: kNotFound, kIo, kBadFormat (damaged),
  // kUnsupported (made by another version of the compiler).
  static Result<Knowledge> open(const std::string& image_path);
  // Compiles the tables of `directory` in memory (tests, tools; 1 s for all of ours).
  static Result<Knowledge> from_tables(const std::string& directory);
  // Lays the tables of `directory` over this: any of our files with the same
  // columns, none is needed.  Rows there win over rows here.
  Status add_overlay(const std::string& directory);

  Knowledge(Knowledge&&) noexcept;
  Knowledge& operator=(Knowledge&&) noexcept;
  ~Knowledge();

  // All names, persons and roles in the text, in order.  Names do not overlap
  // names and roles do not overlap roles (the longest wins); a role may lie in
  // a name.  Case counts: "US" and "Turkey" are names, "us" and "turkey" not.
  // Linear in the text.
  std::vector<NameMatch> find_names(const Analysis& analysis) const;
  // All that exactly these words may name, without context: "the Kremlin", "foreign minister".
  std::vector<Candidate> find_phrase(std::string_view phrase) const;

  // Who held the office on that day.  With no head of government the head of
  // state holds both.  kLeader: the one who rules.  `country` is a state's code
  // (or the key of a former one) or an organisation's or group's id.
  std::optional<Term> holder(Office office, std::string_view country, Date date) const;
  // The same by words: "president", "prime minister", "interior minister",
  // "secretary of state".  The words "of the for and" and order do not count.
  std::optional<Term> holder_of_title(std::string_view title, std::string_view country,
                                      Date date) const;

  // All terms of the person, in order of their start.
  std::vector<Term> terms(EntryId person) const;
  // The weightiest office held on that day, else the last one before it, else
  // the first one after it.
  std::optional<OfficeOnDay> office_on(EntryId person, Date date) const;
  // Persons whose short name is `surname` ("Putin", "Xi", "von der Leyen"),
  // with the office of that day; those in the weightiest office first, then
  // former holders, the latest first; those who come later than a year after are left out.
  std::vector<OfficeOnDay> persons_by_surname(std::string_view surname, Date date) const;

  // Codes of the members on that day, sorted; role "member" only.
  std::vector<std::string_view> members(std::string_view organisation, Date date) const;
  bool is_member(std::string_view organisation, std::string_view code, Date date) const;
  // Ids of the organisations that the state was a member of.
  std::vector<std::string_view> memberships(std::string_view code, Date date) const;
  std::vector<Pact> pacts(std::string_view code_a, std::string_view code_b, Date date) const;

  // All states, in the order of the tables, and all spells of membership.
  std::vector<StateSite> state_sites() const;
  std::vector<MembershipSpell> membership_spells() const;

  std::optional<StateInfo> state(std::string_view id) const;
  std::optional<OrganisationInfo> organisation(std::string_view id) const;
  // The place behind a candidate of kind kCity, kRegion or kState; a state lies
  // at the mean of its cities.
  std::optional<PlaceInfo> place(EntryId entry) const;

  // Kinds of organisation that a noun may refer back to: "alliance" ->
  // {alliance}, "bloc" -> {alliance, igo}, "militia" -> {group}; empty for other nouns.
  std::vector<std::string_view> kinds_of_noun(std::string_view noun) const;

  // "0123456789abcdef", one part an image: the version of the data, for --version.
  std::string version() const;

 private:
  struct Layers;
  explicit Knowledge(std::unique_ptr<Layers> layers);
  std::unique_ptr<Layers> layers_;
};

}  // namespace entente
