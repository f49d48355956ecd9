// A telling made ready for comparing, and the comparison of two of them.
//
// Pure; any number of threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/act.h"

namespace entente {

// Types that reports may give for one act, one telling "accused", another "rejected".
enum class TypeFamily : std::uint8_t {
  kCooperation,  // AGREE SUPPORT COOPERATE AID
  kMeeting,      // CONSULT
  kYielding,     // CONCEDE RETREAT
  kDispute,      // REQUEST ACCUSE REJECT THREATEN
  kProtest,
  kPressure,  // SANCTION COERCE
  kForces,    // MOBILIZE
  kViolence,  // ASSAULT
};
TypeFamily family_of(EventType type);

// How well the day of an act is known.
enum class DayQuality : std::uint8_t {
  kDay,        // the text gives it
  kPublished,  // nothing said: on the day of publication or shortly before
  kWide,       // a month or a year
  kNone,       // neither a date nor a day of publication
};

// What a sentence says besides its parties, as ascending hashes.
struct SentenceWords {
  std::vector<std::uint32_t> stems;    // lower case, cut after six letters, no frequent words
  std::vector<std::uint32_t> names;    // capitalised inside the sentence
  std::vector<std::uint32_t> numbers;  // no years, no days of a month
};

struct ActNode {
  Telling telling;
  TypeFamily family = TypeFamily::kCooperation;
  bool ahead = false;  // future, expected, feared, hypothetical: a claim about what may come
  DayQuality quality = DayQuality::kNone;
  std::int32_t day = 0;              // epoch day by which it is found; 0 with kNone
  std::int32_t first = 0, last = 0;  // the days that it may mean, both included
  std::vector<std::string> actors;   // known ids, ascending
  std::vector<std::string> recipients;
  std::vector<std::string> parties;  // both
  SentenceWords words;
};

ActNode make_act_node(Telling telling);

// `parties`: phrases whose words are left out.  Linear.
SentenceWords read_sentence(std::string_view sentence,
                            const std::vector<std::string_view>& parties);

// Shared words of both, against the smaller and against all, 0 … 1; a name or a
// number weighs twice as much as another word.
double word_similarity(const SentenceWords& a, const SentenceWords& b);

// What two tellings have in common, each 0 … 1.
struct ActComparison {
  double actors = 0;
  double recipients = 0;
  double type = 0;
  double date = 0;
  double place = 0;
  double words = 0;
  double numbers = 0;
  double score = 0;     // weighted
  bool enough = false;  // it takes more than a score: a party in common, words where little else is
};
// The least score of two tellings that are one act, and of two groups on average.
inline constexpr double kSameAct = 0.58;
inline constexpr double kSameActMean = 0.5;

// nullopt: something contradicts that they are one act: other parties, days, towns or speakers,
// or two sentences of one story.
std::optional<ActComparison> compare_acts(const ActNode& a, const ActNode& b);

inline bool is_link(const ActComparison& c) { return c.enough && c.score >= kSameAct; }

// The grounds of a comparison, for a person.
std::vector<std::string> describe_comparison(const ActNode& a, const ActNode& b,
                                             const ActComparison& c);

}  // namespace entente
