// Every fault that the lint of the tables must find, one case each: a row added
// to sound tables, and the message with file and line.
#include "knowledge/check.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>

namespace entente {
namespace {

// Sound tables of two lands; every file has its head in line 1.
const std::map<std::string, std::string> kSound = {
    {"states.tsv",
     "iso3\tiso2\tname\tofficial_name\tother_names\tadjectives\tdemonyms\tcapital\tmetonyms\t"
     "armed_forces\tsecret_"
     "services\tregion\tneighbours\tfrom\tto\tsuccessor\tcode\tleader\tsource\n"
     "AAA\tAA\tAland\t\t\tAish\t\tAton\tAton\t\t\t\tBBB\t1950\t\t\tAAA\thead_of_state\tme\n"
     "BBB\tBB\tBland\t\t\tBish\t\tBton\tBton\t\t\t\tAAA\t1950\t\t\tBBB\thead_of_government\tme\n"},
    {"organisations.tsv",
     "id\tname\taliases\tkind\tfounded\tdissolved\thq_city\thq_country\tcode\tsector\tacts_for\t"
     "state_owner\twikidata\tnote\tsource\n"
     "LEAGUE\tLand League\tLL\talliance\t1960\t\t\tAAA\tIGO\t\t\t\t\t\tme\n"},
    {"armed_groups.tsv",
     "id\tname\taliases\thome\tcode\tsector\tfrom\tto\tsource\n"
     "FRONT\tBroad Front\tBF\tAAA\tAAA\tREB\t1990\t\tme\n"},
    {"leaders.tsv",
     "person\taliases\tsurname\tcountry\toffice\toffice_title\tsector\tfrom\tto\tsource\twikidata\n"
     "Ann Ada\t\tAda\tAAA\thead_of_state\tPresident\tGOV\t2000-01-01\t2004-01-01\tme\tQ1\n"},
    {"memberships.tsv",
     "organisation\tmember\tfrom\tto\trole\tsource\n"
     "LEAGUE\tAAA\t1960-01-01\t\tmember\tme\n"},
    {"pacts.tsv",
     "state_a\tstate_b\tkind\tname\tfrom\tto\tsource\n"
     "AAA\tBBB\tpeace\tPeace of Aton\t1990-02-03\t\tme\n"},
    {"roles.tsv", "phrase\tsector\toffice\tnote\tsource\nminer\tLAB\t\t\tme\n"},
    {"cities.tsv",
     "name\taliases\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature\tgeonameid\n"
     "Aton\t\tAAA\t\t10.5\t20\t100000\tPPLC\t1\n"},
};

class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("entente_check" + std::to_string(::getpid()))) {
    std::filesystem::create_directories(path_);
    for (const auto& [file, content] : kSound) write(file, content);
  }
  ~Folder() { std::filesystem::remove_all(path_); }

  void write(const std::string& file, const std::string& content) const {
    std::ofstream(path_ / file, std::ios::binary) << content;
  }
  // All errors, one a line.
  std::string check() const {
    std::string out;
    for (const Error& error : check_tables(read_tables(path_.string(), TableSet::kSome))) {
      out += describe(error) + "\n";
    }
    return out;
  }

 private:
  std::filesystem::path path_;
};

TEST(Check, SoundTablesHaveNoError) { EXPECT_EQ(Folder().check(), ""); }

struct Fault {
  std::string file, row, message;
};

class CheckFaults : public testing::TestWithParam<Fault> {};

TEST_P(CheckFaults, IsFoundWithFileAndLine) {
  const auto& [file, row, message] = GetParam();
  const Folder folder;
  folder.write(file, kSound.at(file) + row + "\n");
  const std::string errors = folder.check();
  EXPECT_NE(errors.find(message), std::string::npos) << errors;
}

const Fault kFaults[] = {
    // dates
    {"leaders.tsv", "Bo Be\t\tBe\tBBB\thead_of_state\tKing\tGOV\t2010-02-30\t\tme\t",
     "leaders.tsv:3: '2010-02-30' is no date"},
    {"leaders.tsv", "Bo Be\t\tBe\tBBB\thead_of_state\tKing\tGOV\t201005011\t\tme\t",
     "leaders.tsv:3: '201005011' is no date"},
    {"leaders.tsv", "Bo Be\t\tBe\tBBB\thead_of_state\tKing\tGOV\t2010\t2009\tme\t",
     "leaders.tsv:3: ends 2009 before it starts 2010"},
    {"leaders.tsv", "Bo Be\t\tBe\tBBB\thead_of_state\tKing\tGOV\t\t2009\tme\t",
     "leaders.tsv:3: no start"},
    {"memberships.tsv", "LEAGUE\tBBB\t3010-01-01\t\tmember\tme",
     "memberships.tsv:3: the date 3010-01-01 lies too far ahead"},
    {"pacts.tsv", "AAA\tBBB\tpeace\tX\t1990-13-01\t\tme", "pacts.tsv:3: '1990-13-01' is no date"},
    // codes
    {"states.tsv", "CCC\tCC\tCland\t\t\t\t\t\t\t\t\t\tQQQ\t1950\t\t\tCCC\thead_of_state\tme",
     "states.tsv:4: no state 'QQQ'"},
    {"states.tsv", "CC\tCC\tCland\t\t\t\t\t\t\t\t\t\t\t1950\t\t\tCC\thead_of_state\tme",
     "states.tsv:4: a key has three letters"},
    {"organisations.tsv", "CLUB\tClub\t\tigo\t\t\t\t\tQQQ\t\t\t\t\t\tme",
     "organisations.tsv:3: no code 'QQQ'"},
    {"organisations.tsv", "CLUB\tClub\t\tclub\t\t\t\t\tIGO\t\t\t\t\t\tme",
     "organisations.tsv:3: 'club' is none of:"},
    {"organisations.tsv", "CLUB\tClub\t\tigo\t\t\t\t\tIGO\tXYZ\t\t\t\t\tme",
     "organisations.tsv:3: no sector 'XYZ'"},
    {"organisations.tsv", "CLUB\tClub\t\tigo\t\t\t\t\tIGO\t\tNOBODY\t\t\t\tme",
     "organisations.tsv:3: no organisation 'NOBODY'"},
    {"armed_groups.tsv", "BAND\tBand\t\tQQQ\tIMG\tREB\t\t\tme",
     "armed_groups.tsv:3: no state 'QQQ'"},
    {"leaders.tsv", "Bo Be\t\tBe\tQQQ\thead_of_state\tKing\tGOV\t2010\t\tme\t",
     "leaders.tsv:3: no state or organisation 'QQQ'"},
    {"leaders.tsv", "Bo Be\t\tBe\tBBB\tking\tKing\tGOV\t2010\t\tme\t",
     "leaders.tsv:3: no office 'king'"},
    {"memberships.tsv", "NOBODY\tAAA\t1960\t\tmember\tme",
     "memberships.tsv:3: no organisation 'NOBODY'"},
    {"memberships.tsv", "LEAGUE\tQQQ\t1960\t\tmember\tme", "memberships.tsv:3: no state 'QQQ'"},
    {"pacts.tsv", "AAA\tQQQ\tpeace\tX\t1990\t\tme", "pacts.tsv:3: no state 'QQQ'"},
    {"roles.tsv", "baker\tXYZ\t\t\tme", "roles.tsv:3: no sector 'XYZ'"},
    {"cities.tsv", "Bton\t\tQQQ\t\t1\t2\t9\tPPL\t2", "cities.tsv:3: no state 'QQQ'"},
    {"cities.tsv", "Bton\t\tBBB\t\t95\t2\t9\tPPL\t2",
     "cities.tsv:3: '95' is no number from -90 to 90"},
    // two holders of an office for one
    {"leaders.tsv", "Bo Be\t\tBe\tAAA\thead_of_state\tPresident\tGOV\t2003-01-01\t\tme\tQ2",
     "leaders.tsv:3: Ann Ada is still in this office of AAA (line 2)"},
    // names that tell nobody apart
    {"organisations.tsv", "CLUB\tClub\tLL\tigo\t\t\t\t\tIGO\t\t\t\t\t\tme",
     "organisations.tsv:3: 'LL' names LEAGUE too (organisations.tsv:2)"},
    {"armed_groups.tsv", "BAND\tBand\tland league\tAAA\tAAA\tREB\t1990\t\tme",
     "armed_groups.tsv:3: 'land league' names LEAGUE too (organisations.tsv:2)"},
    {"states.tsv", "CCC\tCC\tCland\t\tAland\t\t\t\t\t\t\t\t\t1950\t\t\tCCC\thead_of_state\tme",
     "states.tsv:4: 'Aland' names AAA too (states.tsv:2)"},
    {"states.tsv", "CCC\tCC\tCland\t\t\t\t\tAton\tBton\t\t\t\t\t1950\t\t\tCCC\thead_of_state\tme",
     "states.tsv:4: 'Bton' names BBB too (states.tsv:3)"},
    {"leaders.tsv", "Bo Be\tAnn Ada\tBe\tAAA\tother\tJudge\tJUD\t2001-01-01\t\tme\tQ2",
     "leaders.tsv:3: 'Ann Ada' names Q1 too (leaders.tsv:2)"},
    {"organisations.tsv", "LEAGUE\tOther League\t\tigo\t\t\t\t\tIGO\t\t\t\t\t\tme",
     "organisations.tsv:3: the key 'LEAGUE' is taken by line 2"},
    {"roles.tsv", "Miner\tBUS\t\t\tme", "roles.tsv:3: 'Miner' stands in line 2 already"},
    // rows without source, and rows that are no rows
    {"states.tsv", "CCC\tCC\tCland\t\t\t\t\t\t\t\t\t\t\t1950\t\t\tCCC\thead_of_state\t",
     "states.tsv:4: no source"},
    {"leaders.tsv", "Bo Be\t\tBe\tBBB\thead_of_state\tKing\tGOV\t2010\t\t\t",
     "leaders.tsv:3: no source"},
    {"memberships.tsv", "LEAGUE\tBBB\t1960\t\tmember\t", "memberships.tsv:3: no source"},
    {"pacts.tsv", "AAA\tBBB\tpeace\tX\t1990\t\t", "pacts.tsv:3: no source"},
    {"armed_groups.tsv", "BAND\tBand\t\tAAA\tAAA\tREB\t\t\t", "armed_groups.tsv:3: no source"},
    {"organisations.tsv", "CLUB\tClub\t\tigo\t\t\t\t\tIGO\t\t\t\t\t\t",
     "organisations.tsv:3: no source"},
    {"roles.tsv", "baker\tLAB\t\t\t", "roles.tsv:3: no source"},
    {"roles.tsv", "baker\tLAB", "roles.tsv:3: expected 5 cells, found 2"},
    {"roles.tsv", "baker \tLAB\t\t\tme", "roles.tsv:3: a blank before or after 'baker '"},
};

INSTANTIATE_TEST_SUITE_P(All, CheckFaults, testing::ValuesIn(kFaults));

TEST(Check, SharedNamesThatAreDeclaredOrOfAnotherTimeAreSound) {
  const Folder folder;
  folder.write("organisations.tsv",
               kSound.at("organisations.tsv") +
                   "OLD\tOld League\tLL\tigo\t1900\t1940\t\t\tIGO\t\t\t\t\t\tme\n"
                   "CLUB\tClub\tBF\tigo\t\t\t\t\tIGO\t\t\t\t\t\tme\n");
  folder.write("ambiguous.tsv", "name\tnote\tsource\nBF\tBroad Front; Club\tme\n");
  EXPECT_EQ(folder.check(), "");
}

}  // namespace
}  // namespace entente
