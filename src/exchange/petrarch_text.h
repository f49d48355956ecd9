// The lines of PETRARCH's, PETRARCH2's and TABARI's dictionaries, and the
// notations that all of them share.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace entente {

enum class DictionaryKind : std::uint8_t { kActors, kAgents, kVerbs };

// By what the lines look like: "[~GOV]" only agents have, "- * X" and "&SET"
// with "--- X" only verbs.
DictionaryKind guess_dictionary_kind(std::string_view text);

struct DictionaryLine {
  std::string_view text;  // without comment (# or ;) and outer blanks, never empty
  std::uint64_t number = 0;
};
std::vector<DictionaryLine> split_dictionary(std::string_view text);

// "[USAGOV 010101-081220]": a code with the days on which it holds.
struct DatedCode {
  std::string_view code;
  std::string_view days;  // "010101-081220", "<010101", ">081220" or ""
};
// All codes in brackets of the line; nullopt when a bracket does not close.
std::optional<std::vector<DatedCode>> find_codes(std::string_view line);
// What stands before the first bracket.
std::string_view before_codes(std::string_view line);

// YYMMDD or YYYYMMDD; a two-digit year over 30 is of the last century.  Month
// or day 00: the first (`last` false) or last day of the year or month.
std::optional<Date> parse_dictionary_day(std::string_view digits, bool last);

struct DayRange {
  std::optional<Date> from, to;  // both included; nullopt: open
};
// "<D": until the day before D.  ">D": from the day after D.  "": always.
std::optional<DayRange> parse_day_range(std::string_view days);

// "MOHAMMAD_NAJIBULLAH_" -> "MOHAMMAD NAJIBULLAH".
std::string plain_words(std::string_view entry);
// "BANK OF CHINA" -> "Bank of China"; words of up to three letters that stand
// alone stay as they are ("UN").
std::string title_case(std::string_view words);
std::string lower_case(std::string_view words);

// "POLICEMAN {POLICEMEN}" -> the word, and the forms in braces.
struct WordForms {
  std::string_view word;
  std::vector<std::string_view> forms;
};
WordForms split_forms(std::string_view text);

std::vector<std::string_view> split_blanks(std::string_view text);

}  // namespace entente
