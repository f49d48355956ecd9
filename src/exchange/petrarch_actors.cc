// An entry is a name, its synonyms (+) and its codes: "[USAGOV 010101-081220]"
// is the government of the United States from 2001 to 2008.
//
// The dictionaries do not say who is a person.  A name of two to four words
// none of which is a word for a body ("army", "party"), a role or a country is
// one, and so is a name with dated codes of several roles.
// Gets wrong: a film or a ship that looks like a name.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "exchange/petrarch.h"
#include "text/table_cells.h"

namespace entente {
namespace {

// What a code says: "AFGREBTAL" is AFG, REB.
struct Meaning {
  std::string code;  // alpha-3, IGO ...; "" none
  std::string id;    // of a body that is known by its code: UNO
  std::string sector;
};

struct Term {
  Meaning meaning;
  DayRange days;
};

struct Entry {
  Place place;
  std::string_view line;
  std::vector<std::string> names;
  std::vector<Term> terms;
};

constexpr std::array<std::string_view, 9> kGovernment = {"GOV", "MIL", "COP", "JUD", "LEG",
                                                         "SPY", "ELI", "OPP", "PTY"};

bool is_armed(std::string_view sector) {
  return sector == "REB" || sector == "UAF" || sector == "CRM" || sector == "PRM";
}

std::string kind_of(const Meaning& meaning) {
  if (meaning.code == "IGO" || meaning.code == "UNO" || meaning.code == "EUR") return "igo";
  if (meaning.code == "NGO") return "ngo";
  if (meaning.sector == "PTY" || meaning.sector == "OPP") return "party";
  if (meaning.sector == "BUS" || meaning.code == "MNC") return "company";
  if (meaning.sector == "JRN") return "media";
  return "movement";
}

std::string title_of(std::string_view sector) {
  if (sector == "GOV") return "government official";
  if (sector == "MIL") return "military officer";
  if (sector == "COP") return "police officer";
  if (sector == "JUD") return "judge";
  if (sector == "LEG") return "member of parliament";
  if (sector == "SPY") return "intelligence official";
  if (sector == "OPP") return "opposition politician";
  return "public figure";
}

// "Bank of Chad" -> BANK_OF_CHAD
std::string make_id(std::string_view name) {
  std::string id;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') id += char(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) id += c;
    if (c == ' ' && !id.ends_with('_')) id += '_';
  }
  return id.empty() ? "PETRARCH" : id;
}

std::string day(const std::optional<Date>& date) { return date ? date->to_string() : ""; }

class ActorImport {
 public:
  ActorImport(const std::string& path, ActorNames& names, const Knowledge& knowledge,
              PetrarchOverlay& overlay)
      : path_(path), names_(names), knowledge_(knowledge), overlay_(overlay) {}

  void run(const std::vector<DictionaryLine>& lines) {
    for (const DictionaryLine& line : lines) read(line);
    finish();
  }

 private:
  Place place(const DictionaryLine& line) const { return {path_, line.number, {}}; }

  void read(const DictionaryLine& line) {
    if (line.text.front() == '&' || line.text.front() == '!') {
      return overlay_.refuse("a set of words among actors", place(line), line.text);
    }
    std::string_view name = before_codes(line.text);
    const bool synonym = name.starts_with('+');
    if (synonym) name.remove_prefix(1);
    if (!name.empty() && !synonym) {
      finish();
      entry_ = Entry{place(line), line.text, {}, {}};
      open_ = true;
    }
    if (!open_) return overlay_.refuse("no name above this line", place(line), line.text);
    if (!name.empty()) add_name(name, line);
    const auto codes = find_codes(line.text);
    if (!codes) return overlay_.refuse("a bracket that does not close", place(line), line.text);
    for (const DatedCode& code : *codes) add_term(code, line);
  }

  void add_name(std::string_view text, const DictionaryLine& line) {
    const std::string words = plain_words(split_forms(text).word);
    if (words.find_first_of("&{}!~") != std::string::npos || words.size() < 2) {
      return overlay_.refuse("a name that is no plain words", place(line), line.text);
    }
    add_once(title_case(words));
    // "OPEC" is written so, "IRAN" is not: which one, the dictionary does not say.
    if (words.find(' ') == std::string::npos && words.size() > 3 && words.size() < 6) {
      add_once(words);
    }
    for (const std::string_view form : split_forms(text).forms) {
      add_once(title_case(plain_words(form)));
    }
  }

  void add_once(std::string name) {
    std::vector<std::string>& names = entry_.names;
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
  }

  void add_term(const DatedCode& code, const DictionaryLine& line) {
    if (code.code.find_first_not_of('-') == std::string_view::npos) {
      return overlay_.refuse("a code that says: no actor", place(line), line.text);
    }
    const auto meaning = read_code(code.code);
    if (!meaning) return overlay_.refuse("an unknown code", place(line), line.text);
    const auto days = parse_day_range(code.days);
    if (!days) return overlay_.refuse("a date that cannot be read", place(line), line.text);
    entry_.terms.push_back({*meaning, *days});
  }

  std::optional<Meaning> read_code(std::string_view code) {
    if (code.size() < 3) return std::nullopt;
    Meaning meaning;
    const std::string_view head = code.substr(0, 3);
    std::size_t rest = 3;
    meaning.code = names_.country_code(head);
    if (const GroupCode* group = names_.vocabulary().find_group(head)) {
      if (meaning.code.empty()) meaning.code = group->code;
      meaning.id = group->id;
    }
    if (meaning.code.empty()) rest = 0;  // "REB": a sector without a country
    for (; rest + 3 <= code.size(); rest += 3) {
      const std::string_view part = code.substr(rest, 3);
      if (const SectorRank* sector = names_.vocabulary().find_sector("cameo", part)) {
        if (meaning.sector.empty()) meaning.sector = sector->sector;
      } else if (const GroupCode* group = names_.vocabulary().find_group(part)) {
        if (meaning.id.empty()) meaning.id = group->id;
      }
    }
    if (meaning.code.empty() && meaning.sector.empty()) return std::nullopt;
    return meaning;
  }

  void finish() {
    if (!open_) return;
    if (!entry_.names.empty() && entry_.terms.empty()) {
      overlay_.refuse("an actor without a code", entry_.place, entry_.line);
    }
    if (!entry_.names.empty() && !entry_.terms.empty()) write(entry_);
    open_ = false;
  }

  void write(Entry& entry) {
    const std::string code = entry.terms.front().meaning.code;
    const std::size_t known =
        std::erase_if(entry.names, [&](const std::string& name) { return is_known(name, code); });
    if (entry.names.empty()) return overlay_.count_known();
    if (is_person(entry)) return write_person(entry);
    // A state by another name of its own, or the part of a known one.
    if (known > 0 && entry.terms.size() > 1) return overlay_.count_known();
    write_body(entry);
  }

  // Our tables know the name, and that it belongs to that state.
  bool is_known(const std::string& name, const std::string& code) const {
    return std::ranges::any_of(knowledge_.find_phrase(name), [&](const Candidate& candidate) {
      return candidate.kind != NameKind::kCity && candidate.code == code;
    });
  }

  bool is_person(const Entry& entry) const {
    const Meaning& meaning = entry.terms.front().meaning;
    const bool possible = std::ranges::find(kGovernment, meaning.sector) != kGovernment.end();
    const auto words = split_blanks(entry.names.front());
    if (!possible || words.size() < 2) return false;
    const bool common = std::ranges::any_of(words, [&](std::string_view word) {
      return names_something(word) || names_something(lower_case(word));
    });
    const bool dated = std::ranges::any_of(
        entry.terms, [](const Term& term) { return term.days.from || term.days.to; });
    return !common && (words.size() <= 4 || dated);
  }

  // A word for a body, a role, a country or a small word.
  bool names_something(std::string_view word) const {
    if (!knowledge_.kinds_of_noun(word).empty() || word == "of" || word == "for") return true;
    return std::ranges::any_of(knowledge_.find_phrase(word), [](const Candidate& candidate) {
      return candidate.kind == NameKind::kRole || candidate.kind == NameKind::kState ||
             candidate.kind == NameKind::kForce;
    });
  }

  // One row a term.  ELI beside other terms says what we know: a former
  // holder.  Rows with one key in the last column are one person.
  void write_person(const Entry& entry) {
    const bool has_office = std::ranges::any_of(
        entry.terms, [](const Term& term) { return term.meaning.sector != "ELI"; });
    const std::string key = overlay_.make_id(make_id(entry.names.front()));
    for (const Term& term : entry.terms) {
      if (has_office && term.meaning.sector == "ELI") continue;
      if (term.meaning.code.empty()) {
        overlay_.refuse("a person without a country", entry.place, entry.line);
        continue;
      }
      for (const std::string& name : entry.names) {
        overlay_.add("officials.tsv",
                     {name, term.meaning.code, "", title_of(term.meaning.sector),
                      term.meaning.sector, day(term.days.from), day(term.days.to), key});
      }
    }
  }

  void write_body(const Entry& entry) {
    const Term& term = entry.terms.front();
    if (entry.terms.size() > 1) {
      overlay_.refuse("several codes of a body: the first is taken", entry.place, entry.line);
    }
    const Meaning& meaning = term.meaning;
    if (meaning.code.empty() && !is_armed(meaning.sector)) {
      return overlay_.refuse("a body without a country", entry.place, entry.line);
    }
    const std::string aliases = join({entry.names.begin() + 1, entry.names.end()}, "|");
    const std::string id = overlay_.make_id(make_id(entry.names.front()));
    const bool state = knowledge_.state(meaning.code).has_value();
    if (is_armed(meaning.sector)) {
      overlay_.add("armed_groups.tsv", {id, entry.names.front(), aliases, state ? meaning.code : "",
                                        meaning.code.empty() ? "IMG" : meaning.code, meaning.sector,
                                        day(term.days.from), day(term.days.to)});
      return;
    }
    const bool organ = state && (meaning.sector.empty() || kind_of(meaning) == "movement");
    const std::string acts_for = organ ? meaning.code : meaning.id;
    overlay_.add("organisations.tsv",
                 {id, entry.names.front(), aliases, kind_of(meaning), day(term.days.from),
                  day(term.days.to), "", "", meaning.code,
                  state && meaning.sector.empty() ? "GOV" : meaning.sector, acts_for, "", "", ""});
  }

  const std::string& path_;
  ActorNames& names_;
  const Knowledge& knowledge_;
  PetrarchOverlay& overlay_;
  Entry entry_;
  bool open_ = false;  // entry_ has a name
};

}  // namespace

void import_petrarch_actors(const std::vector<DictionaryLine>& lines, const std::string& path,
                            ActorNames& names, const Knowledge& knowledge,
                            PetrarchOverlay& overlay) {
  ActorImport(path, names, knowledge, overlay).run(lines);
}

}  // namespace entente
