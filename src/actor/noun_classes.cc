// The rows of data/lang/en/noun_classes.tsv, put into the program by the build
// (src/actor/CMakeLists.txt), as one table by word.
#include "actor/noun_classes.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace entente {
namespace {

struct Row {
  std::string_view word;
  std::string_view classes;  // separated by '|'
};

constexpr Row kRows[] = {
#include "noun_classes.inc"
};

struct ClassName {
  std::string_view name;
  NounClass value;
};

constexpr std::array<ClassName, 28> kNames = {
    {{"state", kStateNoun},       {"alliance", kAllianceNoun},
     {"body", kBodyNoun},         {"group", kGroupNoun},
     {"leader", kLeaderNoun},     {"document", kDocumentNoun},
     {"quantity", kQuantityNoun}, {"party", kPartyNoun},
     {"female", kFemaleNoun},     {"male", kMaleNoun},
     {"person", kPersonNoun},     {"former", kFormerWord},
     {"title", kTitleWord},       {"time", kTimeNoun},
     {"city", kCityNoun},         {"company", kCompanyNoun},
     {"force", kForceNoun},       {"government", kGovernmentNoun},
     {"thing", kThingNoun},       {"people", kPeopleNoun},
     {"leads", kLeadsNoun},       {"portfolio", kPortfolioNoun},
     {"foreign", kForeignNoun},   {"office", kOfficeNoun},
     {"pair", kPairNoun},         {"sport", kSportNoun},
     {"speech", kSpeechVerb},     {"form", kFormNoun}}};

constexpr NounClasses class_of(std::string_view name) {
  for (const ClassName& c : kNames)
    if (c.name == name) return c.value;
  return kNoClass;
}

constexpr NounClasses classes_of(std::string_view list) {
  NounClasses out = kNoClass;
  while (!list.empty()) {
    const auto bar = std::min(list.find('|'), list.size());
    out |= class_of(list.substr(0, bar));
    list.remove_prefix(std::min(bar + 1, list.size()));
  }
  return out;
}

// A class that is misspelt in the table stops the build.
consteval bool all_known() {
  for (const Row& row : kRows) {
    std::string_view list = row.classes;
    while (!list.empty()) {
      const auto bar = std::min(list.find('|'), list.size());
      if (class_of(list.substr(0, bar)) == kNoClass) return false;
      list.remove_prefix(std::min(bar + 1, list.size()));
    }
  }
  return true;
}
static_assert(all_known(), "data/lang/en/noun_classes.tsv has a class that noun_classes.cc lacks");

using Table = std::unordered_map<std::string_view, NounClasses>;

Table make_table() {
  Table table;
  for (const Row& row : kRows) table[row.word] |= classes_of(row.classes);
  return table;
}

}  // namespace

NounClasses noun_classes(std::string_view word) {
  static const Table table = make_table();
  const auto it = table.find(word);
  return it == table.end() ? NounClasses{kNoClass} : it->second;
}

}  // namespace entente
