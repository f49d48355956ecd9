// Finding names in a text: one walk down the trie of atoms from every token.
//
// Worked example: "the U.S.-led coalition" has the tokens the|U.S.-led|coalition
// and the atoms the, u, s, led, coalition; from "u" the walk finds "U.S." at a
// hyphen within the token, a partial match.  Case is checked at the end of a
// walk, against the name as the table writes it.  Goes wrong: a heading with
// Every Word Capitalised can make "Total" or "Reading" a name.
// Cost: one hash a token, a binary search a step; names are at most some atoms long.
#include <algorithm>
#include <array>
#include <limits>

#include "knowledge/atoms.h"
#include "knowledge/knowledge.h"
#include "knowledge/layers.h"
#include "knowledge/name_index.h"

namespace entente {
namespace {

constexpr std::uint32_t kNoAtom = std::numeric_limits<std::uint32_t>::max();

// Acronyms that a line in capitals may mean as words.
constexpr std::array<std::string_view, 12> kCapitalWords = {
    "who", "is", "it", "aa", "map", "site", "an", "am", "ice", "fact", "total", "time"};

struct TextAtom {
  Atom atom;
  std::uint32_t token = 0;
  std::uint32_t text = 0;  // offset into the folded letters
  std::uint32_t size = 0;
  bool starts_token = false;
  bool ends_token = false;
  bool ends_part = false;  // a hyphen follows within the token
};

bool is_proper(const Token& token) { return token.tag == Tag::kNNP || token.tag == Tag::kNNPS; }

bool is_place_or_body(EntityType type) {
  return type == EntityType::kGpe || type == EntityType::kLoc || type == EntityType::kFac ||
         type == EntityType::kOrg || type == EntityType::kNorp;
}

bool is_number_or_time(EntityType type) {
  return type == EntityType::kDate || type == EntityType::kTime || type == EntityType::kMoney ||
         type == EntityType::kPercent || type == EntityType::kCardinal ||
         type == EntityType::kOrdinal || type == EntityType::kQuantity;
}

class Matcher {
 public:
  Matcher(const std::vector<Image>& images, const Analysis& analysis)
      : images_(images), analysis_(analysis) {
    split();
    find_capitals();
  }

  std::vector<NameMatch> run() {
    std::vector<NameMatch> out;
    std::uint32_t name_end = 0, role_end = 0;  // atoms taken
    for (std::uint32_t i = 0; i < atoms_.size(); ++i) {
      if (!starts_name(i)) continue;
      Found name, role;
      for (std::size_t p = 0; p < images_.size(); ++p) walk(p, i, name, role);
      if (!name.candidates.empty() && i >= name_end) {
        name_end = name.end;
        out.push_back(take(i, name));
      }
      if (!role.candidates.empty() && i >= role_end) {
        role_end = role.end;
        out.push_back(take(i, role));
      }
    }
    drop_parts_of_persons(out);
    return out;
  }

 private:
  struct Found {
    std::uint32_t end = 0;  // behind its last atom
    std::vector<Candidate> candidates;
  };

  void split() {
    std::vector<Atom> parts;
    Gap gap = Gap::kSoft;
    for (std::uint32_t t = 0; t < analysis_.tokens.size(); ++t) {
      parts.clear();
      const std::string_view text = analysis_.token_text(t);
      auto at = static_cast<std::uint32_t>(folded_.size());
      split_atoms(text, analysis_.tokens[t].begin, parts, folded_);
      if (parts.empty()) {
        gap = std::max(gap, gap_of_token(text));
        continue;
      }
      for (std::size_t k = 0; k < parts.size(); ++k) {
        TextAtom atom{parts[k], t, at, 0, k == 0, k + 1 == parts.size(), false};
        if (k == 0) atom.atom.gap = std::max(atom.atom.gap, gap);
        while (folded_[at] != '\0') ++at;
        atom.size = at - atom.text;
        ++at;
        const std::uint32_t next = k + 1 < parts.size() ? parts[k + 1].begin : 0;
        const std::string_view between =
            next == 0 ? std::string_view()
                      : analysis_.text.substr(parts[k].end, next - parts[k].end);
        atom.ends_part = between.find('-') != std::string_view::npos;
        atoms_.push_back(atom);
      }
      gap = Gap::kSoft;
    }
    for (const Image& image : images_) {
      std::vector<std::uint32_t> numbers;
      numbers.reserve(atoms_.size());
      for (const TextAtom& a : atoms_) numbers.push_back(image.atom(letters(a)).value_or(kNoAtom));
      numbers_.push_back(std::move(numbers));
    }
  }

  // What a token without letters puts between two names.
  static Gap gap_of_token(std::string_view text) {
    if (text == "-" || text == "/" || text == "&" || text == "–") return Gap::kSoft;
    if (text.find_first_not_of(" \n\t\r") == std::string_view::npos) {
      return std::count(text.begin(), text.end(), '\n') > 1 ? Gap::kHard : Gap::kSoft;
    }
    if (text == "," || text == "(" || text == ")") return Gap::kComma;
    return Gap::kHard;
  }

  void find_capitals() {
    capitals_.assign(atoms_.size(), false);
    std::size_t first = 0;
    for (const TokenRange& sentence : analysis_.sentences) {
      std::size_t last = first, words = 0, capitals = 0;
      for (; last < atoms_.size() && atoms_[last].token < sentence.last; ++last) {
        if (atoms_[last].size < 2) continue;
        ++words;
        capitals += atoms_[last].atom.letter_case == LetterCase::kUpper ? 1 : 0;
      }
      if (words >= 3 && capitals * 5 >= words * 4) {
        std::fill(capitals_.begin() + std::ptrdiff_t(first),
                  capitals_.begin() + std::ptrdiff_t(last), true);
      }
      first = last;
    }
  }

  std::string_view letters(const TextAtom& a) const {
    return std::string_view(folded_).substr(a.text, a.size);
  }

  const Token& token(std::uint32_t atom) const { return analysis_.tokens[atoms_[atom].token]; }

  bool starts_name(std::uint32_t i) const {
    return atoms_[i].starts_token || (i > 0 && atoms_[i - 1].ends_part);
  }

  // Collects the longest names and roles that start at atom `i`.
  void walk(std::size_t position, std::uint32_t i, Found& name, Found& role) {
    const Image& image = images_[position];
    const std::vector<std::uint32_t>& numbers = numbers_[position];
    std::uint32_t node = 0;
    for (std::uint32_t j = i; j < atoms_.size(); ++j) {
      if (j > i && atoms_[j].atom.gap == Gap::kHard) return;
      const bool boundary = atoms_[j].ends_token || atoms_[j].ends_part;
      if (boundary) add_singular(position, node, i, j, role);
      if (numbers[j] == kNoAtom) return;
      node = image.child(node, numbers[j]);
      if (node == 0) return;
      if (!boundary) continue;
      for (const ImageName& found : image.names_at(node)) {
        const ImageEntry* e = image.entry(found.entry);
        if (e == nullptr || !allows(image, found, *e, i, j)) continue;
        const bool is_role = static_cast<NameKind>(e->kind) == NameKind::kRole;
        add(position, found, j + 1, j, is_role ? role : name);
      }
    }
  }

  // A plural that the table has in the singular only: "cattle herders".
  void add_singular(std::size_t position, std::uint32_t node, std::uint32_t i, std::uint32_t j,
                    Found& role) {
    const Token& last = token(j);
    if (last.tag != Tag::kNNS || !atoms_[j].starts_token || !atoms_[j].ends_token) return;
    const Image& image = images_[position];
    const auto number = image.atom(last.lemma);
    const std::uint32_t below = number ? image.child(node, *number) : 0;
    if (below == 0) return;
    for (const ImageName& found : image.names_at(below)) {
      const ImageEntry* e = image.entry(found.entry);
      if (e == nullptr || static_cast<NameKind>(e->kind) != NameKind::kRole) continue;
      if (allows(image, found, *e, i, j)) add(position, found, j + 1, j, role);
    }
  }

  void add(std::size_t position, const ImageName& name, std::uint32_t end, std::uint32_t last,
           Found& found) {
    if (end < found.end) return;
    if (end > found.end) found.candidates.clear();
    found.end = end;
    const auto layer = static_cast<std::uint32_t>(images_.size() - 1 - position);
    Candidate c =
        make_candidate(images_[position], layer, name.entry, static_cast<NameForm>(name.form));
    for (Candidate& other : found.candidates) {
      if (!(other.entry == c.entry)) continue;
      if (prefers(c.form, other.form, token(last))) other.form = c.form;
      return;
    }
    found.candidates.push_back(c);
  }

  // "Chinese" is adjective and demonym: the tag and the place in the phrase say which.
  static bool prefers(NameForm form, NameForm other, const Token& last) {
    const bool modifies = last.tag == Tag::kJJ || last.dep == Dep::kAmod ||
                          last.dep == Dep::kCompound || last.dep == Dep::kNmod;
    if (form == NameForm::kAdjective) return modifies;
    if (other == NameForm::kAdjective) return !modifies;
    return false;
  }

  bool allows(const Image& image, const ImageName& name, const ImageEntry& e, std::uint32_t i,
              std::uint32_t j) {
    const std::string_view surface = image.text(name.surface);
    const std::string_view bare = without_article(surface);
    if (bare.size() != surface.size() && !has_article(i)) return false;
    surface_atoms_.clear();
    surface_folded_.clear();
    split_atoms(bare, 0, surface_atoms_, surface_folded_);
    if (surface_atoms_.size() != j - i + 1) return false;
    for (std::uint32_t k = i; k <= j; ++k) {
      const Atom& written = surface_atoms_[k - i];
      const Atom& found = atoms_[k].atom;
      if (!case_allows(written.letter_case, found.letter_case)) return false;
      if (k > i && (written.gap == Gap::kComma) != (found.gap == Gap::kComma)) return false;
    }
    return i != j || allows_word(static_cast<NameKind>(e.kind), i, surface_atoms_[0].letter_case);
  }

  bool has_article(std::uint32_t i) const {
    return i > 0 && letters(atoms_[i - 1]) == "the" && atoms_[i].atom.gap == Gap::kSoft;
  }

  // Single words are names only where the tagger does not speak against it.
  bool allows_word(NameKind kind, std::uint32_t i, LetterCase written) const {
    if (kind == NameKind::kRole || written == LetterCase::kLower) return true;
    const Token& t = token(i);
    if (written == LetterCase::kUpper) {
      return !capitals_[i] || std::find(kCapitalWords.begin(), kCapitalWords.end(),
                                        letters(atoms_[i])) == kCapitalWords.end();
    }
    if (kind == NameKind::kState || kind == NameKind::kForce) return true;
    const bool named = is_proper(t) || is_place_or_body(t.entity_type);
    if (kind == NameKind::kPerson) {
      return is_proper(t) && !is_place_or_body(t.entity_type) && !is_number_or_time(t.entity_type);
    }
    if (kind == NameKind::kCity || kind == NameKind::kRegion) {
      // "TO" in a line of capitals is hardly the town of Tô.
      const bool doubtful = capitals_[i] || atoms_[i].size < 3;
      return doubtful ? is_place_or_body(t.entity_type)
                      : named && !is_number_or_time(t.entity_type);
    }
    return named || !(t.sentence_start || capitals_[i]);
  }

  NameMatch take(std::uint32_t i, Found& found) {
    NameMatch match;
    match.tokens = {atoms_[i].token, atoms_[found.end - 1].token + 1};
    match.partial = !atoms_[i].starts_token || !atoms_[found.end - 1].ends_token;
    match.candidates = std::move(found.candidates);
    return match;
  }

  // "Jordan Bardella", "Paris Hilton": no place, when the word beside it is a
  // name that belongs to the same person and no match of its own.
  void drop_parts_of_persons(std::vector<NameMatch>& matches) const {
    std::vector<bool> taken(analysis_.tokens.size() + 1, false);
    for (const NameMatch& m : matches) {
      for (std::uint32_t t = m.tokens.first; t < m.tokens.last; ++t) taken[t] = true;
    }
    const auto person = [&](std::uint32_t t) {
      return t < analysis_.tokens.size() && !taken[t] && is_proper(analysis_.tokens[t]) &&
             analysis_.tokens[t].entity_type == EntityType::kPerson;
    };
    std::erase_if(matches, [&](const NameMatch& m) {
      if (m.tokens.last - m.tokens.first != 1) return false;
      const std::uint32_t t = m.tokens.first;
      if (analysis_.tokens[t].entity_type != EntityType::kPerson) return false;
      const Candidate& c = m.candidates.front();
      const bool place = (c.kind == NameKind::kState && c.form != NameForm::kAdjective) ||
                         c.kind == NameKind::kCity || c.kind == NameKind::kRegion;
      return place && (person(t + 1) || (t > 0 && person(t - 1)));
    });
  }

  const std::vector<Image>& images_;
  const Analysis& analysis_;
  std::string folded_;
  std::vector<TextAtom> atoms_;
  std::vector<std::vector<std::uint32_t>> numbers_;  // by image, by atom
  std::vector<bool> capitals_;
  std::vector<Atom> surface_atoms_;
  std::string surface_folded_;
};

}  // namespace

std::vector<NameMatch> Knowledge::find_names(const Analysis& analysis) const {
  return Matcher(layers_->images, analysis).run();
}

}  // namespace entente
