#include "proposition/testing/expectation.h"

#include <algorithm>
#include <sstream>
#include <vector>

namespace entente::testing {
namespace {

constexpr std::string_view kRoles[] = {"subject",   "object",   "indirect", "prep",
                                       "that",      "to",       "ing",      "attribute",
                                       "possessor", "modifier", "particle"};
constexpr std::string_view kTenses[] = {"", "past", "present", "future"};
constexpr std::string_view kModals[] = {"",    "will",  "would", "can",   "could",
                                        "may", "might", "must",  "should"};
constexpr std::string_view kEmbeddings[] = {"root",      "complement",  "relative",
                                            "adverbial", "participial", "nominal"};

std::string lower(std::string_view s) {
  std::string result(s);
  std::ranges::transform(result, result.begin(), [](unsigned char c) {
    return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
  });
  return result;
}

std::string trim(std::string_view s) {
  const auto first = s.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return std::string(s.substr(first, s.find_last_not_of(' ') - first + 1));
}

std::string predicate_name(const Proposition& p) {
  std::string name(p.lemma);
  if (!p.particle.empty()) name += '_' + std::string(p.particle);
  return name;
}

std::string_view kind_suffix(PredicateKind kind) {
  return kind == PredicateKind::kVerb ? "/v" : kind == PredicateKind::kNoun ? "/n" : "/a";
}

std::string argument_name(const Analysis& analysis, const Argument& a) {
  std::string name(kRoles[static_cast<std::size_t>(a.role)]);
  if (!a.preposition.empty()) name += '-' + std::string(a.preposition);
  std::ranges::replace(name, ' ', '_');
  return name + ':' + lower(analysis.token_text(a.token));
}

std::vector<std::string> flags_of(const Analysis& analysis, const Propositions& all,
                                  const Proposition& p) {
  std::vector<std::string> flags;
  const auto add = [&](bool holds, std::string_view name) {
    if (holds && !name.empty()) flags.emplace_back(name);
  };
  add(true, kTenses[static_cast<std::size_t>(p.tense)]);
  add(true, kModals[static_cast<std::size_t>(p.modality)]);
  add(p.negated, "negated");
  add(p.passive, "passive");
  add(p.question, "question");
  add(p.conditional, "conditional");
  add(p.imperative, "imperative");
  add(p.perfect, "perfect");
  add(p.progressive, "progressive");
  add(p.infinitive, "infinitive");
  add(true, kEmbeddings[static_cast<std::size_t>(p.embedding)]);
  std::string marker = "marker=" + std::string(p.marker);
  std::ranges::replace(marker, ' ', '_');
  add(!p.marker.empty(), marker);
  if (p.parent >= 0) {
    flags.push_back("in=" + std::string(all.list[static_cast<std::size_t>(p.parent)].lemma));
  }
  if (p.quotation >= 0) {
    const Quotation& q = all.quotations[static_cast<std::size_t>(p.quotation)];
    flags.emplace_back("quoted");
    if (q.speaker >= 0) {
      flags.push_back("speaker=" +
                      lower(analysis.token_text(static_cast<std::uint32_t>(q.speaker))));
    }
  }
  return flags;
}

bool argument_fits(const std::string& wanted, const std::string& found) {
  if (wanted.find(':') != std::string::npos) return wanted == found;
  return found.starts_with(wanted + ':') || found.starts_with(wanted + '-');
}

struct Expectation {
  std::string predicate;
  std::vector<std::string> arguments;
  std::vector<std::string> flags;
};

Expectation parse_line(std::string_view line) {
  Expectation e;
  const auto open = line.find('(');
  const auto close = line.rfind(')');
  e.predicate = trim(line.substr(0, open));
  std::istringstream arguments(std::string(line.substr(open + 1, close - open - 1)));
  for (std::string a; std::getline(arguments, a, ',');) {
    if (!trim(a).empty()) e.arguments.push_back(lower(trim(a)));
  }
  std::istringstream flags(std::string(line.substr(close + 1)));
  for (std::string f; flags >> f;) e.flags.push_back(lower(f));
  return e;
}

bool predicate_fits(const Expectation& e, const Proposition& p) {
  return e.predicate == predicate_name(p) ||
         e.predicate == predicate_name(p) + std::string(kind_suffix(p.kind));
}

// The items of `wanted` that do not hold, each with a blank before it.
template <typename Fits>
std::string unmet(const std::vector<std::string>& wanted, const std::vector<std::string>& found,
                  Fits fits) {
  std::string result;
  for (const std::string& item : wanted) {
    const bool absent = item.starts_with('!');
    const std::string name = absent ? item.substr(1) : item;
    const bool there =
        std::ranges::any_of(found, [&](const std::string& f) { return fits(name, f); });
    if (there == absent) result += ' ' + item;
  }
  return result;
}

std::string check(const Analysis& analysis, const Propositions& all, const Proposition& p,
                  const Expectation& e) {
  std::vector<std::string> arguments;
  for (const Argument& a : p.arguments) arguments.push_back(argument_name(analysis, a));
  return unmet(e.arguments, arguments, argument_fits) +
         unmet(e.flags, flags_of(analysis, all, p), std::equal_to<std::string>());
}

}  // namespace

std::string render(const Analysis& analysis, const Propositions& propositions,
                   const Proposition& proposition) {
  std::string result = predicate_name(proposition) + std::string(kind_suffix(proposition.kind));
  result += '(';
  for (const Argument& a : proposition.arguments) {
    if (result.back() != '(') result += ", ";
    result += argument_name(analysis, a);
  }
  result += ')';
  for (const std::string& f : flags_of(analysis, propositions, proposition)) result += ' ' + f;
  return result;
}

std::string check_expectation(const Analysis& analysis, const Propositions& propositions,
                              std::string_view line) {
  if (line.starts_with("none ")) {
    const Expectation e{trim(line.substr(5)), {}, {}};
    const bool there = std::ranges::any_of(
        propositions.list, [&](const Proposition& p) { return predicate_fits(e, p); });
    return there ? "unwanted: " + e.predicate : "";
  }
  if (line.find('(') == std::string_view::npos || line.find(')') == std::string_view::npos) {
    return "no expectation: " + std::string(line);
  }
  const Expectation e = parse_line(line);
  std::string seen;
  for (const Proposition& p : propositions.list) {
    if (!predicate_fits(e, p)) continue;
    const std::string wrong = check(analysis, propositions, p, e);
    if (wrong.empty()) return "";
    seen += "\n    unmet" + wrong + " in " + render(analysis, propositions, p);
  }
  if (seen.empty()) seen = "\n    no such predicate";
  return std::string(line) + seen;
}

}  // namespace entente::testing
