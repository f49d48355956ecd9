#include "record/testing/hand_parse.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <sstream>
#include <vector>

namespace entente::testing {
namespace {

// "\\n" in a word stands for a line end.
std::string unescape(std::string_view word) {
  std::string result;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool line_end = word.substr(i, 2) == "\\n";
    result.push_back(line_end ? '\n' : word[i]);
    if (line_end) ++i;
  }
  return result;
}

std::vector<std::string> split(const std::string& row) {
  std::vector<std::string> cells;
  std::istringstream in(row);
  for (std::string cell; std::getline(in, cell, '/');) cells.push_back(cell);
  return cells;
}

Pos pos_of(Tag tag, Dep dep, std::string_view lemma) {
  switch (tag) {
    case Tag::kNN:
    case Tag::kNNS:
      return Pos::kNoun;
    case Tag::kNNP:
    case Tag::kNNPS:
      return Pos::kPropn;
    case Tag::kPRP:
    case Tag::kPRPS:
    case Tag::kWP:
    case Tag::kWDT:
    case Tag::kEX:
      return Pos::kPron;
    case Tag::kCD:
      return Pos::kNum;
    case Tag::kJJ:
    case Tag::kJJR:
    case Tag::kJJS:
      return Pos::kAdj;
    case Tag::kMD:
      return Pos::kAux;
    case Tag::kVB:
    case Tag::kVBD:
    case Tag::kVBG:
    case Tag::kVBN:
    case Tag::kVBP:
    case Tag::kVBZ:
      return dep == Dep::kAux || dep == Dep::kAuxpass || lemma == "be" ? Pos::kAux : Pos::kVerb;
    case Tag::kTO:
      return Pos::kPart;
    case Tag::kIN:
      return dep == Dep::kMark ? Pos::kSconj : Pos::kAdp;
    case Tag::kRB:
      return dep == Dep::kNeg ? Pos::kPart : Pos::kAdv;
    case Tag::kRP:
      return Pos::kAdp;
    case Tag::kWRB:
      return Pos::kSconj;
    case Tag::kDT:
      return Pos::kDet;
    case Tag::kCC:
      return Pos::kCconj;
    case Tag::kSpace:
      return Pos::kSpace;
    default:
      return Pos::kPunct;
  }
}

Token make_token(Analysis& analysis, const std::vector<std::string>& cells) {
  if (cells.size() < 4) std::abort();
  Token token;
  token.tag = parse_tag(cells[1]);
  token.dep = parse_dep(cells[2]);
  std::from_chars(cells[3].data(), cells[3].data() + cells[3].size(), token.head);
  std::string lemma = cells.size() > 4 && !cells[4].empty() ? cells[4] : cells[0];
  std::ranges::transform(lemma, lemma.begin(), [](unsigned char c) {
    return static_cast<char>(c < 0x80 ? std::tolower(c) : c);
  });
  token.lemma = analysis.keep(lemma);
  token.pos = pos_of(token.tag, token.dep, lemma);
  if (cells.size() > 5) token.entity_type = parse_entity_type(cells[5]);
  return token;
}

}  // namespace

HandParse hand_parse(std::string_view rows, Section section) {
  HandParse result{std::make_unique<std::string>(), Analysis({}, section)};
  Analysis& analysis = result.analysis;
  std::string& text = *result.text;
  std::istringstream in{std::string(rows)};
  bool start = true;
  for (std::string row; in >> row;) {
    if (row == "|" || row == "^") {
      start = true;
      if (row == "^") text += "\n\n";
      continue;
    }
    const bool glued = row.size() > 1 && row[0] == '~';
    const std::vector<std::string> cells = split(glued ? row.substr(1) : row);
    Token token = make_token(analysis, cells);
    if (!text.empty() && text.back() != '\n' && !glued) {
      text += ' ';
      analysis.tokens.back().space_after = true;
    }
    token.begin = static_cast<std::uint32_t>(text.size());
    text += unescape(cells[0]);
    token.end = static_cast<std::uint32_t>(text.size());
    token.sentence_start = start;
    const auto index = static_cast<std::uint32_t>(analysis.tokens.size());
    if (start) analysis.sentences.push_back({index, index});
    analysis.sentences.back().last = index + 1;
    analysis.tokens.push_back(token);
    start = false;
  }
  analysis.text = text;
  return result;
}

}  // namespace entente::testing
