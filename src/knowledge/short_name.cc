#include "knowledge/short_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/contains.h"

namespace entente {
namespace {

constexpr std::array<std::string_view, 6> kFamilyNameFirst = {"CHN", "TWN", "KOR",
                                                              "PRK", "VNM", "KHM"};
constexpr std::array<std::string_view, 18> kTwoSurnames = {
    "ESP", "MEX", "COL", "ARG", "CHL", "PER", "VEN", "ECU", "BOL",
    "PRY", "URY", "CUB", "DOM", "GTM", "HND", "SLV", "NIC", "CRI"};
constexpr std::array<std::string_view, 24> kParticles = {
    "de", "del", "della", "di", "da",  "dos", "do",  "van", "von", "der", "den", "ter",
    "la", "le",  "el",    "al", "bin", "ibn", "ben", "Al",  "De",  "Van", "Le",  "St"};
constexpr std::array<std::string_view, 12> kSuffixes = {"Jr.", "Jr", "Sr.", "I",  "II",  "III",
                                                        "IV",  "V",  "VI",  "IX", "XIV", "XVI"};

std::vector<std::string_view> words(std::string_view name) {
  std::vector<std::string_view> out;
  while (!name.empty()) {
    const std::size_t end = std::min(name.find(' '), name.size());
    if (end > 0) out.push_back(name.substr(0, end));
    name.remove_prefix(std::min(end + 1, name.size()));
  }
  return out;
}

// "al-Assad", "el-Sisi", "as-Sadr": the news leaves the article out.
bool has_article(std::string_view word) {
  constexpr std::array<std::string_view, 8> kArticles = {"al-", "Al-", "el-", "El-",
                                                         "as-", "ar-", "at-", "az-"};
  return word.size() > 5 && contains(kArticles, word.substr(0, 3));
}

}  // namespace

std::string_view find_short_name(std::string_view name, std::string_view country) {
  std::vector<std::string_view> parts = words(name);
  while (parts.size() > 1 && contains(kSuffixes, parts.back())) parts.pop_back();
  if (parts.size() < 2) return parts.empty() ? name : parts.front();
  if (contains(kFamilyNameFirst, country)) return parts.front();
  std::size_t first = parts.size() - 1;
  while (first > 1 && contains(kParticles, parts[first - 1])) --first;
  const char* begin = parts[first].data();
  return {begin, static_cast<std::size_t>(parts.back().data() + parts.back().size() - begin)};
}

std::vector<std::string_view> find_other_short_names(std::string_view name,
                                                     std::string_view country) {
  const std::vector<std::string_view> parts = words(name);
  if (parts.size() > 1 && has_article(parts.back())) return {parts.back().substr(3)};
  if (parts.size() < 3 || !contains(kTwoSurnames, country)) return {};
  const std::string_view father = parts[parts.size() - 2], mother = parts.back();
  if (contains(kParticles, father)) return {};
  const auto size = static_cast<std::size_t>(mother.data() + mother.size() - father.data());
  return {father, {father.data(), size}};
}

std::string spell_umlauts_out(std::string_view name) {
  struct Umlaut {
    std::string_view letter, spelt;
  };
  constexpr std::array<Umlaut, 7> kUmlauts = {
      {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"ø", "oe"}}};
  std::string out(name);
  for (const Umlaut& u : kUmlauts)
    for (auto at = out.find(u.letter); at != std::string::npos; at = out.find(u.letter, at))
      out.replace(at, u.letter.size(), u.spelt);
  return out == name ? std::string() : out;
}

std::vector<std::string> find_name_variants(std::string_view name) {
  const std::vector<std::string_view> parts = words(name);
  std::vector<std::string> out;
  std::string bare;
  for (std::string_view part : parts) {
    bare += (bare.empty() ? "" : " ") + std::string(has_article(part) ? part.substr(3) : part);
  }
  if (bare.size() != name.size() && parts.size() > 1) out.push_back(bare);
  if (std::string spelt = spell_umlauts_out(name); !spelt.empty()) out.push_back(std::move(spelt));
  const bool plain = std::none_of(parts.begin(), parts.end(), [](std::string_view part) {
    return contains(kParticles, part) || contains(kSuffixes, part) || part.size() < 3;
  });
  if (parts.size() == 3 && plain) {
    out.push_back(std::string(parts[0]) + " " + std::string(parts[2]));
    out.push_back(std::string(parts[0]) + " " + std::string(parts[1]));
  }
  return out;
}

}  // namespace entente
