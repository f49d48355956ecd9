#include "knowledge/knowledge.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "knowledge/atoms.h"
#include "knowledge/check.h"
#include "knowledge/compile.h"
#include "knowledge/image.h"
#include "knowledge/short_name.h"

namespace entente {
namespace {

const std::string kTables = std::string(ENTENTE_DATA_DIR) + "/knowledge";

const Knowledge& knowledge() {
  static const Knowledge instance = [] {
    auto opened = Knowledge::from_tables(kTables);
    if (!opened) ADD_FAILURE() << describe(opened.error());
    return std::move(*opened);
  }();
  return instance;
}

// An analysis of words parted by blanks; "word/TAG" sets the tag, else NNP for
// a capital and NN.  One sentence.
struct Sentence {
  std::string text;
  Analysis analysis;

  explicit Sentence(const std::string& words) {
    std::istringstream in(words);
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::string word; in >> word;) {
      const std::size_t slash = word.rfind('/');
      parts.emplace_back(word.substr(0, slash),
                         slash == std::string::npos ? "" : word.substr(slash + 1));
    }
    for (const auto& [word, tag] : parts) text += (text.empty() ? "" : " ") + word;
    analysis = Analysis(text);
    std::uint32_t at = 0;
    for (const auto& [word, tag] : parts) {
      Token token;
      token.begin = at;
      token.end = at + static_cast<std::uint32_t>(word.size());
      token.tag = !tag.empty() ? parse_tag(tag) : std::isupper(word[0]) ? Tag::kNNP : Tag::kNN;
      token.sentence_start = at == 0;
      token.lemma = token.tag == Tag::kNNS ? analysis.keep(word.substr(0, word.size() - 1))
                                           : analysis.keep(word);
      analysis.tokens.push_back(token);
      at = token.end + 1;
    }
    analysis.sentences.push_back({0, std::uint32_t(analysis.tokens.size())});
  }
};

// "Russia=RUS foreign minister=GOV": the words and the best candidate's id, code or sector.
std::string found(const std::string& words) {
  const Sentence sentence(words);
  std::string out;
  for (const NameMatch& match : knowledge().find_names(sentence.analysis)) {
    const Candidate& c = match.candidates.front();
    const Span span = sentence.analysis.span(match.tokens);
    out += (out.empty() ? "" : "; ") + std::string(sentence.analysis.span_text(span)) + "=" +
           std::string(!c.id.empty()               ? c.id
                       : c.kind == NameKind::kRole ? *c.sectors.begin()
                                                   : c.code);
  }
  return out;
}

Date day(std::string_view text) { return *Date::parse(text); }

std::string holder(Office office, std::string_view country, std::string_view date) {
  const auto term = knowledge().holder(office, country, day(date));
  return term ? std::string(term->name) : "";
}

TEST(Atoms, SeeThroughSpelling) {
  EXPECT_EQ(fold_name("al-Qa'ida"), "al qa ida");
  EXPECT_EQ(fold_name("Élysée"), "elysee");
  EXPECT_EQ(fold_name("Erdoğan Łódź Straße Ørsted"), "erdogan lodz strasse orsted");
  EXPECT_EQ(fold_name("U.S."), "u s");
  EXPECT_EQ(fold_name("OPEC+"), "opec +");
  EXPECT_EQ(fold_name("\xff\xfe bad"), "bad");
  EXPECT_EQ(fold_name(""), "");
}

TEST(Atoms, CaseRules) {
  EXPECT_TRUE(case_allows(LetterCase::kLower, LetterCase::kUpper));
  EXPECT_FALSE(case_allows(LetterCase::kCapital, LetterCase::kLower));
  EXPECT_TRUE(case_allows(LetterCase::kCapital, LetterCase::kUpper));
  EXPECT_FALSE(case_allows(LetterCase::kUpper, LetterCase::kCapital));
}

TEST(ShortName, LastWordFirstInEastAsiaParticlesStay) {
  EXPECT_EQ(find_short_name("Vladimir Putin", "RUS"), "Putin");
  EXPECT_EQ(find_short_name("Xi Jinping", "CHN"), "Xi");
  EXPECT_EQ(find_short_name("Ursula von der Leyen", "DEU"), "von der Leyen");
  EXPECT_EQ(find_short_name("Pelé", "BRA"), "Pelé");
  EXPECT_EQ(find_other_short_names("Gustavo Rojas Pinilla", "COL").front(), "Rojas");
}

TEST(FindNames, StatesInAllForms) {
  EXPECT_EQ(found("Russia and the Russian troops/NNS hit Ukrainians/NNPS"),
            "Russia=RUS; Russian=RUS; troops=MIL; Ukrainians=UKR");
  EXPECT_EQ(found("the/DT Kremlin met Soviet/JJ envoys/NNS"),
            "Kremlin=RUS; Soviet=RUS; envoys=GOV");
  EXPECT_EQ(found("the Republic of the Congo"), "Republic of the Congo=COG");
  EXPECT_EQ(found("U.S.-led troops/NNS"), "U.S.-led=USA; troops=MIL");
}

TEST(FindNames, CaseTellsNamesFromWords) {
  EXPECT_EQ(found("us eat turkey for who is chad"), "");
  EXPECT_EQ(found("US warns WHO"), "US=USA; WHO=WHO");
  EXPECT_EQ(found("WHO IS TO BLAME FOR IRAN"), "IRAN=IRN");
  EXPECT_EQ(found("Reading/VBG is fun"), "");
}

TEST(FindNames, LongestNameWins) {
  EXPECT_EQ(found("New York Times"), "New York Times=NYT");
  EXPECT_EQ(found("South Korean/JJ troops/NNS"), "South Korean=KOR; troops=MIL");
  EXPECT_EQ(found("Islamic State of Iraq and the Levant"),
            "Islamic State of Iraq and the Levant=ISIL");
}

TEST(FindNames, NothingGoesAcrossHardSigns) {
  EXPECT_EQ(found("the United : Nations"), "");
  EXPECT_EQ(found("Serbia , Montenegro"), "Serbia=SRB; Montenegro=MNE");
}

TEST(FindNames, RolesByLemma) {
  EXPECT_EQ(found("cattle herders/NNS"), "cattle herders=AGR");
  EXPECT_EQ(found("the French Foreign Minister"), "French=FRA; Foreign Minister=GOV");
}

TEST(FindNames, PersonsAreNoPlaces) {
  Sentence sentence("Jordan Bardella spoke/VBD");
  for (int i = 0; i < 2; ++i) sentence.analysis.tokens[i].entity_type = EntityType::kPerson;
  for (const NameMatch& match : knowledge().find_names(sentence.analysis)) {
    EXPECT_NE(match.candidates.front().kind, NameKind::kState);
  }
}

TEST(FindNames, LongTextsAreFine) {
  std::string words;
  for (int i = 0; i < 50000; ++i) words += "United Nations Security ";
  const Sentence sentence(words);
  EXPECT_EQ(knowledge().find_names(sentence.analysis).size(), 50000U);
}

TEST(Offices, HoldersByDate) {
  EXPECT_EQ(holder(Office::kHeadOfState, "USA", "2015-06-01"), "Barack Obama");
  EXPECT_EQ(holder(Office::kHeadOfState, "USA", "2022-02-04"), "Joe Biden");
  EXPECT_EQ(holder(Office::kHeadOfGovernment, "USA", "2022-02-04"), "Joe Biden");
  EXPECT_EQ(holder(Office::kLeader, "DEU", "2010-01-01"), "Angela Merkel");
  EXPECT_EQ(holder(Office::kForeignMinister, "RUS", "2022-02-04"), "Sergey Lavrov");
  EXPECT_EQ(holder(Office::kSecretaryGeneral, "NATO", "2022-02-04"), "Jens Stoltenberg");
  EXPECT_EQ(holder(Office::kHeadOfState, "ZZZ", "2022-02-04"), "");
}

TEST(Offices, MinistersOfTheNineties) {
  EXPECT_EQ(holder(Office::kForeignMinister, "IRN", "1995-06-01"), "Ali Akbar Velayati");
  EXPECT_EQ(holder(Office::kForeignMinister, "GBR", "1998-06-01"), "Robin Cook");
  EXPECT_EQ(holder(Office::kDefenceMinister, "GBR", "1996-06-01"), "Michael Portillo");
}

TEST(Offices, TitlesInAnyOrder) {
  const auto term = knowledge().holder_of_title("foreign minister", "RUS", day("2022-02-04"));
  ASSERT_TRUE(term);
  EXPECT_EQ(term->name, "Sergey Lavrov");
  const auto president = knowledge().holder_of_title("president", "FRA", day("2022-02-04"));
  ASSERT_TRUE(president);
  EXPECT_EQ(president->name, "Emmanuel Macron");
}

TEST(Offices, FormerHoldersAreNotCurrent) {
  const auto persons = knowledge().persons_by_surname("Merkel", day("2023-05-01"));
  ASSERT_FALSE(persons.empty());
  EXPECT_EQ(persons.front().term.name, "Angela Merkel");
  EXPECT_FALSE(persons.front().current);
  const auto then = knowledge().persons_by_surname("Merkel", day("2015-05-01"));
  ASSERT_FALSE(then.empty());
  EXPECT_TRUE(then.front().current);
  EXPECT_EQ(then.front().term.office, Office::kHeadOfGovernment);
}

TEST(Organisations, MembersByDate) {
  EXPECT_TRUE(knowledge().is_member("NATO", "FIN", day("2024-01-01")));
  EXPECT_FALSE(knowledge().is_member("NATO", "FIN", day("2022-01-01")));
  EXPECT_EQ(knowledge().members("AUKUS", day("2022-02-04")),
            (std::vector<std::string_view>{"AUS", "GBR", "USA"}));
  EXPECT_FALSE(knowledge().pacts("CHN", "PRK", day("2020-01-01")).empty());
  const auto quad = knowledge().organisation("NATO");
  ASSERT_TRUE(quad);
  EXPECT_EQ(quad->kind, "alliance");
}

TEST(States, FormerOnesCarryTheSuccessor) {
  const auto soviet = knowledge().find_phrase("the Soviet Union");
  ASSERT_FALSE(soviet.empty());
  EXPECT_EQ(soviet[0].id, "RUS");
  EXPECT_EQ(soviet[0].name, "Soviet Union");
  const auto state = knowledge().state("UKR");
  ASSERT_TRUE(state);
  EXPECT_EQ(state->capital, "Kyiv");
  EXPECT_FALSE(state->neighbours.empty());
}

TEST(Offices, DynastiesAreKeptApart) {
  EXPECT_EQ(holder(Office::kHeadOfState, "QAT", "2000-01-01"), "Hamad bin Khalifa Al Thani");
  EXPECT_EQ(holder(Office::kHeadOfState, "QAT", "2020-01-01"), "Tamim bin Hamad Al Thani");
  EXPECT_EQ(holder(Office::kHeadOfState, "NLD", "2020-01-01"),
            "Willem-Alexander of the Netherlands");
}

TEST(FindPhrase, SpellingsAndShorterNames) {
  for (const char* name : {"Volodymyr Zelenskiy", "Volodymyr Zelensky", "Bashar Assad",
                           "Salva Kiir", "Mohamed Morsi", "Recep Tayyip Erdogan"}) {
    const auto found = knowledge().find_phrase(name);
    ASSERT_FALSE(found.empty()) << name;
    EXPECT_EQ(found[0].kind, NameKind::kPerson) << name;
  }
  EXPECT_FALSE(knowledge().persons_by_surname("Zelenskiy", day("2022-02-04")).empty());
  EXPECT_FALSE(knowledge().persons_by_surname("Obama", day("2015-01-01")).empty());
}

TEST(Places, LeadersAreNoTowns) {
  for (const Candidate& c : knowledge().find_phrase("Obama")) EXPECT_NE(c.kind, NameKind::kCity);
  for (const Candidate& c : knowledge().find_phrase("Union")) EXPECT_NE(c.kind, NameKind::kCity);
}

// --- reading what is not as it should be -------------------------------------

// A directory of its own with one file in it.
struct Folder {
  std::filesystem::path path;
  explicit Folder(const std::string& name)
      : path(std::filesystem::temp_directory_path() /
             ("entente_" + name + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path);
  }
  ~Folder() { std::filesystem::remove_all(path); }
  void write(const std::string& file, const std::string& content) const {
    std::ofstream(path / file, std::ios::binary) << content;
  }
};

std::string errors_of(const KnowledgeTables& tables) {
  std::string out;
  for (const Error& error : check_tables(tables)) out += describe(error) + "\n";
  return out;
}

constexpr std::string_view kLeadersHead =
    "person\taliases\tsurname\tcountry\toffice\toffice_title\tsector\tfrom\tto\tsource\twikidata\n";

TEST(Overlay, AddsAndWins) {
  const Folder folder("overlay");
  folder.write("organisations.tsv",
               "id\tname\taliases\tkind\tfounded\tdissolved\thq_city\thq_country\tcode\tsector\t"
               "acts_for\tstate_owner\twikidata\tnote\tsource\n"
               "ACME\tAcme League\tACL\talliance\t\t\t\t\tIGO\t\t\t\t\t\tme\n");
  folder.write("leaders.tsv",
               std::string(kLeadersHead) +
                   "Jane Roe\t\tRoe\tFRA\thead_of_state\tPresident\tGOV\t2022-01-01\t"
                   "2022-12-31\tme\t\n");
  auto mine = Knowledge::from_tables(kTables);
  ASSERT_TRUE(mine);
  const auto before = mine->find_phrase("Emmanuel Macron");
  EXPECT_FALSE(mine->add_overlay(folder.path.string() + "/none"));
  ASSERT_TRUE(mine->add_overlay(folder.path.string()));
  EXPECT_EQ(mine->find_phrase("Acme League").at(0).id, "ACME");
  EXPECT_EQ(mine->holder(Office::kHeadOfState, "FRA", day("2022-02-04"))->name, "Jane Roe");
  EXPECT_EQ(mine->holder(Office::kHeadOfState, "FRA", day("2023-02-04"))->name, "Emmanuel Macron");
  EXPECT_EQ(mine->terms(before.at(0).entry).front().name, "Emmanuel Macron");
}

TEST(Tables, ErrorsNameFileAndLine) {
  const Folder folder("errors");
  folder.write("leaders.tsv",
               std::string(kLeadersHead) +
                   "A B\t\tB\tFRA\tking\tKing\tGOV\t2010-02-30\t\tme\t\n"
                   "C D\t\tD\tFRA\thead_of_state\tPresident\tGOV\t2010-02-01\t2009\tme\t\n");
  const std::string errors = errors_of(read_tables(folder.path.string(), TableSet::kSome));
  EXPECT_NE(errors.find("leaders.tsv:2: no office 'king'"), std::string::npos) << errors;
  EXPECT_NE(errors.find("leaders.tsv:2: '2010-02-30' is no date"), std::string::npos) << errors;
  EXPECT_NE(errors.find("leaders.tsv:3: ends 2009 before it starts"), std::string::npos) << errors;
}

TEST(Tables, TwoHoldersAtOnceAreAnError) {
  const Folder folder("holders");
  folder.write("leaders.tsv",
               std::string(kLeadersHead) +
                   "A B\t\tB\tFRA\thead_of_state\tPresident\tGOV\t2010-01-01\t2015-01-01\tme\t\n"
                   "C D\t\tD\tFRA\thead_of_state\tPresident\tGOV\t2014-01-01\t\tme\t\n");
  const std::string errors = errors_of(read_tables(folder.path.string(), TableSet::kSome));
  EXPECT_NE(errors.find("A B is still in this office of FRA (line 2)"), std::string::npos)
      << errors;
}

TEST(Image, DamageIsFound) {
  const std::vector<std::byte> good = compile_image(read_tables(kTables, TableSet::kAll));
  ASSERT_TRUE(Image::adopt(good));
  for (const std::size_t at : {std::size_t{0}, std::size_t{8}, std::size_t{20}, std::size_t{40},
                               std::size_t{5000}, good.size() / 2, good.size() - 1}) {
    std::vector<std::byte> bad = good;
    bad[at] ^= std::byte{1};
    EXPECT_FALSE(Image::adopt(bad)) << "byte " << at;
  }
  for (const std::size_t size :
       {std::size_t{0}, std::size_t{7}, std::size_t{100}, good.size() - 8}) {
    EXPECT_FALSE(Image::adopt({good.begin(), good.begin() + std::ptrdiff_t(size)})) << size;
  }
}

TEST(Tables, OursAreClean) {
  for (const Error& error : check_knowledge(kTables)) ADD_FAILURE() << describe(error);
  const auto stats = knowledge_stats(kTables);
  ASSERT_TRUE(stats);
  EXPECT_GT(stats->front().count, 250U);
}

}  // namespace
}  // namespace entente
