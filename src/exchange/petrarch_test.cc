#include "exchange/petrarch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace entente {
namespace {

TEST(PetrarchText, Days) {
  const auto text = [](std::string_view digits, bool last = false) {
    const auto day = parse_dictionary_day(digits, last);
    return day ? day->to_string() : "none";
  };
  EXPECT_EQ(text("010101"), "2001-01-01");
  EXPECT_EQ(text("311231"), "1931-12-31");
  EXPECT_EQ(text("301231"), "2030-12-31");
  EXPECT_EQ(text("20081220"), "2008-12-20");
  EXPECT_EQ(text("990200", true), "1999-02-28");
  EXPECT_EQ(text("990000", true), "1999-12-31");
  EXPECT_EQ(text("990000"), "1999-01-01");
  EXPECT_EQ(text("991301"), "none");
  EXPECT_EQ(text("201005011"), "none");
}

TEST(PetrarchText, Ranges) {
  const auto text = [](std::string_view days) {
    const auto range = parse_day_range(days);
    if (!range) return std::string("none");
    return (range->from ? range->from->to_string() : "") + ".." +
           (range->to ? range->to->to_string() : "");
  };
  EXPECT_EQ(text(""), "..");
  EXPECT_EQ(text("010101-081220"), "2001-01-01..2008-12-20");
  EXPECT_EQ(text("<010101"), "..2000-12-31");
  EXPECT_EQ(text(">20081231"), "2009-01-01..");
  EXPECT_EQ(text("081220-010101"), "none");
  EXPECT_EQ(text("soon"), "none");
}

TEST(PetrarchText, NamesAndForms) {
  EXPECT_EQ(plain_words("BANK_OF__CHAD_"), "BANK OF CHAD");
  EXPECT_EQ(title_case("BANK OF CHAD"), "Bank of Chad");
  EXPECT_EQ(title_case("AL-AMIN J.P. NUR"), "Al-Amin J.P. Nur");
  EXPECT_EQ(title_case("UN"), "UN");
  const WordForms forms = split_forms("POLICEMAN {POLICEMEN }");
  EXPECT_EQ(forms.word, "POLICEMAN");
  EXPECT_EQ(forms.forms, std::vector<std::string_view>{"POLICEMEN"});
}

// A folder of its own, gone at the end.
class PetrarchImportTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto vocabulary = Vocabulary::load(std::string(ENTENTE_DATA_DIR) + "/exchange");
    ASSERT_TRUE(vocabulary) << describe(vocabulary.error());
    vocabulary_ = new Vocabulary(std::move(*vocabulary));
    knowledge_ = new Knowledge(load());
  }
  static void TearDownTestSuite() {
    delete vocabulary_;
    delete knowledge_;
  }

  static Knowledge load() {
    auto loaded = Knowledge::from_tables(std::string(ENTENTE_DATA_DIR) + "/knowledge");
    if (!loaded) ADD_FAILURE() << describe(loaded.error());
    return std::move(*loaded);
  }

  PetrarchImportTest() : names_(*vocabulary_, *knowledge_) {
    folder_ = std::filesystem::temp_directory_path() / ("petrarch" + std::to_string(getpid()));
  }
  ~PetrarchImportTest() override { std::filesystem::remove_all(folder_); }

  void import(std::string_view text) {
    PetrarchImporter importer(names_, *knowledge_, overlay_);
    const Status added = importer.add(text, "dictionary");
    ASSERT_TRUE(added) << describe(added.error());
    const Status written = overlay_.write(folder_);
    ASSERT_TRUE(written) << describe(written.error());
  }

  std::string table(const std::string& name) const {
    std::ifstream file(folder_ + "/" + name);
    std::string line, rows;
    std::getline(file, line);
    std::getline(file, line);
    while (std::getline(file, line)) rows += line + "\n";
    return rows;
  }

  std::vector<std::string> reasons() const {
    std::vector<std::string> reasons;
    for (const Refusal& refusal : overlay_.refusals()) {
      reasons.push_back(std::to_string(refusal.place.line) + " " + refusal.reason);
    }
    return reasons;
  }

  static const Vocabulary* vocabulary_;
  static const Knowledge* knowledge_;
  std::string folder_;
  ActorNames names_;
  PetrarchOverlay overlay_;
};

const Vocabulary* PetrarchImportTest::vocabulary_ = nullptr;
const Knowledge* PetrarchImportTest::knowledge_ = nullptr;

constexpr std::string_view kActors =
    "# actors of a land that has none of these\n"
    "DUNKO_MARABELLI_  ; a minister\n"
    "+D._MARABELLI\n"
    "\t[TCDGOV 010101-081220]\n"
    "\t[TCDELI >081220]\n"
    "MARABELLI_FRONT_ [TCDREB >20090101]   # rebels\n"
    "+FRONT_OF_MARABELLI\n"
    "BUREAU_OF_DATE_PALMS [TCDGOV]\n"
    "JAPAN_ [JPN]\n"
    "NOBODY_KNOWN\n"
    "BAD_DATE_MAN [TCDGOV 2010x]\n"
    "NO_ACTOR_ [---]\n"
    "NO_LAND_ [QQQXXX]\n"
    "OPEN_BRACKET_ [TCD\n";

TEST_F(PetrarchImportTest, ActorsBecomePersonsBodiesAndGroups) {
  import(kActors);
  EXPECT_EQ(table("officials.tsv"),
            "Dunko Marabelli\tTCD\t\tgovernment official\tGOV\t2001-01-01\t2008-12-20\tpetrarch\t"
            "DUNKO_MARABELLI\n"
            "D. Marabelli\tTCD\t\tgovernment official\tGOV\t2001-01-01\t2008-12-20\tpetrarch\t"
            "DUNKO_MARABELLI\n");
  EXPECT_EQ(table("armed_groups.tsv"),
            "MARABELLI_FRONT\tMarabelli Front\tFront of Marabelli\tTCD\tTCD\tREB\t2009-01-02\t\t"
            "petrarch\n");
  EXPECT_EQ(table("organisations.tsv"),
            "BUREAU_OF_DATE_PALMS\tBureau of Date Palms\t\tmovement\t\t\t\t\tTCD\tGOV\tTCD\t\t\t\t"
            "petrarch\n");
  EXPECT_EQ(overlay_.known(), 1U);  // Japan
  EXPECT_EQ(reasons(),
            (std::vector<std::string>{
                "10 an actor without a code", "11 a date that cannot be read",
                "11 an actor without a code", "12 a code that says: no actor",
                "12 an actor without a code", "13 an unknown code", "13 an actor without a code",
                "14 a bracket that does not close", "14 an actor without a code"}));
}

TEST_F(PetrarchImportTest, TheOverlayIsUsedByName) {
  import(kActors);
  Knowledge knowledge = load();
  const Status laid = knowledge.add_overlay(folder_);
  ASSERT_TRUE(laid) << describe(laid.error());
  const auto group = knowledge.find_phrase("Front of Marabelli");
  ASSERT_EQ(group.size(), 1U);
  EXPECT_EQ(group[0].id, "MARABELLI_FRONT");
  const auto person = knowledge.find_phrase("Dunko Marabelli");
  ASSERT_EQ(person.size(), 1U);
  const auto in_office = knowledge.office_on(person[0].entry, *Date::make(2005, 1, 1));
  ASSERT_TRUE(in_office);
  EXPECT_TRUE(in_office->current);
  EXPECT_EQ(in_office->term.country, "TCD");
  EXPECT_FALSE(knowledge.office_on(person[0].entry, *Date::make(2012, 1, 1))->current);
}

TEST_F(PetrarchImportTest, AgentsBecomeRoles) {
  import(
      "!PERSON! = MAN, WOMAN\n"
      "PALM_WARDEN {PALM_WARDENS} [~COP]\n"
      "DATE!PERSON! [~AGR]\n"
      "STONE!NOBODY! [~AGR]\n"
      "POLICEMAN {POLICEMEN} [~COP]\n"
      "MOONGAZER [~MOO]\n"
      "NOTHING\n");
  EXPECT_EQ(table("roles.tsv"),
            "palm warden\tCOP\t\t\tpetrarch\n"
            "palm wardens\tCOP\t\t\tpetrarch\n"
            "dateman\tAGR\t\t\tpetrarch\n"
            "datewoman\tAGR\t\t\tpetrarch\n"
            "policemen\tCOP\t\t\tpetrarch\n");
  EXPECT_EQ(overlay_.known(), 1U);  // policeman
  EXPECT_EQ(reasons(),
            (std::vector<std::string>{"4 an unknown set of words", "6 a code that has no sector",
                                      "7 an agent without a code"}));
}

TEST_F(PetrarchImportTest, VerbsBecomeEntries) {
  import(
      "&TOWN\n"
      "+VILLAGE_\n"
      "+OLD_HARBOUR\n"
      "---  TRUNDLE [---]  ---\n"
      "TRUNDLE {TRUNDLES TRUNDLED TRUNDLING}\n"
      "TROTTER\n"
      "- * INTO &TOWN [192]\n"
      "- * UP_TROOPS [154]\n"
      "- * (P2 {NOUN}) [190]\n"
      "- SAID * [010]\n"
      "- * WORDS [010]\n"
      "- * INTO &SEA [192]\n"
      "--- SNUB [120] ---\n"
      "SNUB\n");
  EXPECT_EQ(table("lexicon/entries/petrarch.tsv"),
            "petrarch.trundle\ttrundle|trotter\tv\t\tprep:into=village|old_harbour\tCOERCE\tseize\t"
            "act\t\t\tJapan trundled Kenya.\t\tpetrarch\n"
            "petrarch.trundle_2\ttrundle|trotter\tv\tup\tobject=troops\tMOBILIZE\ttroops\tact\t\t\t"
            "Japan trundled the troops.\t\tpetrarch\n"
            "petrarch.snub\tsnub\tv\t\t\tREJECT\t\trefuse\t\t\tJapan snubed Kenya.\t\tpetrarch\n");
  EXPECT_EQ(reasons(), (std::vector<std::string>{"9 a pattern that says more than a frame can",
                                                 "10 a pattern that says more than a frame can",
                                                 "11 a statement: no event in PLOVER",
                                                 "12 an unknown set of words"}));
}

TEST_F(PetrarchImportTest, VerbsAloneAreAnOverlayToo) {
  import("--- SNUB [120] ---\nSNUB\n");
  Knowledge knowledge = load();
  const Status laid = knowledge.add_overlay(folder_);
  ASSERT_TRUE(laid) << describe(laid.error());
  EXPECT_FALSE(knowledge.find_phrase("Japan").empty());
}

TEST(PetrarchText, KindsAreToldApart) {
  EXPECT_EQ(guess_dictionary_kind(kActors), DictionaryKind::kActors);
  EXPECT_EQ(guess_dictionary_kind("A [~GOV]\n"), DictionaryKind::kAgents);
  EXPECT_EQ(guess_dictionary_kind("--- A [---] ---\nA\n- * B [040]\n"), DictionaryKind::kVerbs);
}

}  // namespace
}  // namespace entente
