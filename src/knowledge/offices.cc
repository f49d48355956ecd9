// Offices by date: who held one, what a person held, who a surname means.
#include <algorithm>
#include <array>
#include <set>

#include "knowledge/atoms.h"
#include "knowledge/knowledge.h"
#include "knowledge/layers.h"
#include "knowledge/words.h"

namespace entente {
namespace {

// Terms of one country, sorted by office and start.
std::vector<std::uint32_t> terms_of(const Image& image, std::string_view country) {
  const auto order = image.section<std::uint32_t>(SectionId::kTermsByCountry);
  const auto terms = image.section<ImageTerm>(SectionId::kTerms);
  const auto country_of = [&](std::uint32_t t) {
    return t < terms.size() ? image.text(terms[t].country) : std::string_view();
  };
  const auto first =
      std::lower_bound(order.begin(), order.end(), country,
                       [&](std::uint32_t t, std::string_view s) { return country_of(t) < s; });
  std::vector<std::uint32_t> out;
  for (auto it = first; it != order.end() && country_of(*it) == country; ++it) out.push_back(*it);
  return out;
}

// The last-starting term of the office that runs on `date`.
const ImageTerm* find_term(const Image& image, Office office, std::string_view country, Date date) {
  const auto terms = image.section<ImageTerm>(SectionId::kTerms);
  const ImageTerm* best = nullptr;
  for (std::uint32_t t : terms_of(image, country)) {
    const ImageTerm& term = terms[t];
    if (static_cast<Office>(term.office) == office && term.unit == 0 &&
        Period{term.first, term.last}.contains(date)) {
      best = &term;
    }
  }
  return best;
}

// "Minister of Foreign Affairs", "foreign minister" -> {foreign, minister}.
std::set<std::string> title_words(std::string_view title) {
  static constexpr std::array<std::string_view, 8> kDropped = {
      "of", "the", "for", "and", "affairs", "acting", "federal", "republic"};
  struct Synonym {
    std::string_view word, same;
  };
  static constexpr std::array<Synonym, 7> kSynonyms = {{{"defense", "defence"},
                                                        {"internal", "interior"},
                                                        {"home", "interior"},
                                                        {"premier", "prime minister"},
                                                        {"labor", "labour"},
                                                        {"external", "foreign"},
                                                        {"chairperson", "chairman"}}};
  std::set<std::string> out;
  const std::string folded = fold_name(title);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    std::string word = folded.substr(at, end - at);
    at = end + 1;
    if (std::find(kDropped.begin(), kDropped.end(), word) != kDropped.end()) continue;
    for (const Synonym& s : kSynonyms) {
      if (s.word == word) word = s.same;
    }
    if (word == "prime minister") {
      out.insert({"prime", "minister"});
    } else {
      out.insert(std::move(word));
    }
  }
  return out;
}

// The start of the longest word that no synonym stands for: a title without it
// cannot be the one that is wanted.
std::string_view rare_part(const std::set<std::string>& words) {
  static constexpr std::array<std::string_view, 7> kCommon = {
      "defence", "interior", "prime", "minister", "labour", "foreign", "chairman"};
  std::string_view best;
  for (const std::string& word : words) {
    const bool plain =
        std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    if (plain && word.size() > best.size() &&
        std::find(kCommon.begin(), kCommon.end(), word) == kCommon.end())
      best = word;
  }
  return best.substr(0, 5);
}

// Whether the letters stand in the text in either case; marks make it uncertain: true.
bool has_letters(std::string_view text, std::string_view letters) {
  const auto same = [](char a, char b) {
    return (a & 0x80) != 0 || b == (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a);
  };
  return std::search(text.begin(), text.end(), letters.begin(), letters.end(), same) != text.end();
}

// Offices with a place in the news under a common word, whatever their exact title.
std::optional<Office> office_of_words(const std::set<std::string>& words) {
  if (words == std::set<std::string>{"foreign", "minister"}) return Office::kForeignMinister;
  if (words == std::set<std::string>{"foreign", "secretary"}) return Office::kForeignMinister;
  if (words == std::set<std::string>{"defence", "minister"}) return Office::kDefenceMinister;
  if (words == std::set<std::string>{"defence", "secretary"}) return Office::kDefenceMinister;
  if (words == std::set<std::string>{"prime", "minister"}) return Office::kHeadOfGovernment;
  if (words == std::set<std::string>{"chancellor"}) return Office::kHeadOfGovernment;
  return std::nullopt;
}

}  // namespace

std::optional<Term> Knowledge::holder(Office office, std::string_view country, Date date) const {
  if (office == Office::kLeader) {
    // Where one party rules, its secretary does.
    for (std::string_view title :
         {"General Secretary of the Communist Party", "First Secretary of the Communist Party"})
      if (auto term = holder_of_title(title, country, date)) return term;
    const auto info = state(country);
    office = info ? info->leader : Office::kHeadOfState;
    if (auto term = holder(office, country, date)) return term;
    const bool head = office == Office::kHeadOfState;
    return holder(head ? Office::kSecretaryGeneral : Office::kHeadOfState, country, date);
  }
  for (std::size_t i = 0; i < layers_->images.size(); ++i) {
    const Image& image = layers_->images[i];
    const ImageTerm* term = find_term(image, office, country, date);
    if (term == nullptr && office == Office::kHeadOfGovernment) {
      term = find_term(image, Office::kHeadOfState, country, date);
    }
    if (term != nullptr) return make_term(image, layers_->layer_of(i), *term);
  }
  return std::nullopt;
}

std::optional<Term> Knowledge::holder_of_title(std::string_view title, std::string_view country,
                                               Date date) const {
  const std::set<std::string> wanted = title_words(title);
  if (wanted.empty()) return std::nullopt;
  const std::string_view part = rare_part(wanted);
  std::optional<Term> best;
  int best_weight = 0;
  for (std::size_t i = 0; i < layers_->images.size(); ++i) {
    const Image& image = layers_->images[i];
    const auto terms = image.section<ImageTerm>(SectionId::kTerms);
    for (std::uint32_t t : terms_of(image, country)) {
      const ImageTerm& raw = terms[t];
      if (raw.unit != 0 || !Period{raw.first, raw.last}.contains(date)) continue;
      if (!has_letters(image.text(raw.title), part)) continue;
      const Term term = make_term(image, layers_->layer_of(i), raw);
      const int weight = weight_of(term.office, term.row);
      if (weight >= best_weight && title_words(term.title) == wanted) {
        best = term;
        best_weight = weight;
      }
    }
    if (best) return best;
  }
  const auto office = office_of_words(wanted);
  return office ? holder(*office, country, date) : std::nullopt;
}

std::vector<Term> Knowledge::terms(EntryId person) const {
  std::vector<Term> out;
  const Image* image = layers_->image(person.layer);
  const ImageEntry* e = image == nullptr ? nullptr : image->entry(person.index);
  if (e == nullptr || static_cast<NameKind>(e->kind) != NameKind::kPerson) return out;
  const auto persons = image->section<ImagePerson>(SectionId::kPersons);
  const auto all = image->section<ImageTerm>(SectionId::kTerms);
  if (e->detail >= persons.size()) return out;
  const ImagePerson& p = persons[e->detail];
  if (p.first_term > all.size() || p.term_count > all.size() - p.first_term) return out;
  for (const ImageTerm& term : all.subspan(p.first_term, p.term_count)) {
    out.push_back(make_term(*image, person.layer, term));
  }
  return out;
}

std::optional<OfficeOnDay> Knowledge::office_on(EntryId person, Date date) const {
  const std::int32_t day = date.epoch_day();
  std::optional<OfficeOnDay> current, former, future;
  int current_weight = 0;
  for (const Term& term : terms(person)) {
    const int weight = weight_of(term.office, term.row);
    if (term.period.contains(date)) {
      if (!current || weight >= current_weight) {
        current = {term, true, false};
        current_weight = weight;
      }
    } else if (term.period.last < day) {
      // The last office counts, but a minor one does not hide a great one.
      const bool greater = !former || weight >= weight_of(former->term.office, former->term.row) ||
                           (weight >= 3 && term.period.last > former->term.period.last);
      if (greater) former = {term, false, false};
    } else if (!future) {
      future = {term, false, true};
    }
  }
  return current ? current : former ? former : future;
}

std::vector<OfficeOnDay> Knowledge::persons_by_surname(std::string_view surname, Date date) const {
  constexpr std::int32_t kYear = 366;
  const std::string folded = fold_name(surname);
  std::vector<OfficeOnDay> out;
  for (std::size_t i = 0; i < layers_->images.size(); ++i) {
    const Image& image = layers_->images[i];
    const auto keys = image.section<ImageKey>(SectionId::kSurnames);
    auto it = std::lower_bound(
        keys.begin(), keys.end(), folded,
        [&](const ImageKey& k, std::string_view s) { return image.text(k.text) < s; });
    for (; it != keys.end() && image.text(it->text) == folded; ++it) {
      const auto office = office_on({layers_->layer_of(i), it->value}, date);
      if (!office) continue;
      if (office->future && office->term.period.first > date.epoch_day() + kYear) continue;
      out.push_back(*office);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const OfficeOnDay& a, const OfficeOnDay& b) {
    if (a.current != b.current) return a.current;
    const int weight_a = weight_of(a.term.office, a.term.row);
    const int weight_b = weight_of(b.term.office, b.term.row);
    if (weight_a != weight_b) return weight_a > weight_b;
    return a.term.period.last > b.term.period.last;
  });
  return out;
}

}  // namespace entente
