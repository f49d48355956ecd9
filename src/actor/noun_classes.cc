#include "actor/noun_classes.h"

#include <array>
#include <string>
#include <unordered_map>

namespace entente {
namespace {

struct ClassList {
  NounClasses classes;
  std::string_view words;  // separated by blanks
};

constexpr std::array kLists = {
    ClassList{kStateNoun,
              "country nation state kingdom republic power superpower monarchy island "
              "sultanate emirate dictatorship"},
    ClassList{kAllianceNoun,
              "alliance pact bloc grouping partnership coalition union treaty "
              "organisation organization axis quartet federation community"},
    ClassList{kBodyNoun,
              "ministry agency council committee commission court tribunal parliament senate "
              "assembly congress bank bureau office department institution institute body watchdog "
              "mission police army navy authority secretariat board panel embassy consulate force "
              "organisation organization regulator legislature cabinet judiciary politburo"},
    ClassList{kGroupNoun,
              "group militia faction organisation organization gang network "
              "party army front cartel outfit"},
    ClassList{kLeaderNoun, "leader statesman head counterpart"},
    ClassList{
        kOfficeNoun,
        "minister president premier chancellor secretary ambassador king queen monarch prince "
        "princess emperor sultan emir sheikh shah pope ayatollah governor mayor speaker "
        "spokesman spokeswoman spokesperson envoy commander general admiral chief chairman "
        "chairwoman chair director commissioner judge prosecutor senator congressman "
        "congresswoman lawmaker leader head taoiseach marshal colonel captain diplomat "
        "adviser advisor negotiator representative"},
    ClassList{kDocumentNoun,
              "statement declaration communique communiqué paper document report resolution letter "
              "text memo memorandum release note agreement treaty accord pact article message "
              "manifesto proclamation decree speech commentary"},
    ClassList{kQuantityNoun,
              "group number series dozen dozens hundred hundreds thousand thousands million "
              "millions lot lots majority handful half most some couple pair wave part many tens "
              "percent fraction score scores bunch range variety scattering crowd column batch "
              "several few all both none each any one two three four five six seven eight nine ten "
              "rest list string host flow influx minority bulk quarter third remainder"},
    ClassList{kPartyNoun,
              "side party neighbour neighbor partner ally rival foe adversary signatory "
              "opponent enemy counterpart duo trio pair two three both government "
              "capital"},
    ClassList{kFemaleNoun,
              "woman girl mother queen princess spokeswoman chairwoman congresswoman policewoman "
              "businesswoman actress sister wife daughter lady widow nun mrs ms miss madam madame "
              "dame baroness empress duchess grandmother stateswoman councilwoman heroine aunt "
              "niece servicewoman señora frau"},
    ClassList{
        kMaleNoun,
        "man boy father king prince spokesman chairman congressman policeman businessman actor "
        "brother husband son gentleman widower monk mr sir lord baron emperor duke "
        "grandfather statesman councilman priest bishop archbishop pope imam ayatollah rabbi "
        "sheikh sultan emir uncle nephew serviceman señor herr monsieur"},
    ClassList{
        kPersonNoun,
        "man woman boy girl person teenager suspect victim citizen resident wife husband son "
        "daughter brother sister father mother father-in-law doctor lawyer journalist student "
        "teacher activist soldier officer gunman attacker prisoner businessman "
        "businesswoman who anyone someone somebody nobody everyone human"},
    ClassList{kFormerWord,
              "former ex late deposed ousted retired onetime one-time erstwhile toppled "
              "ex-"},
    ClassList{kTitleWord,
              "mr mrs ms miss dr sir dame lord lady madam madame mr. mrs. ms. dr. prof "
              "prof. herr frau monsieur señor señora sen. rep. gen. gov. lt. col. capt. "
              "sgt. hon. comrade"},
    ClassList{
        kTimeNoun,
        "monday tuesday wednesday thursday friday saturday sunday january february march april "
        "june july august september october november december day week month year hour minute "
        "decade century today yesterday tomorrow tonight morning evening afternoon night "
        "weekend midnight noon time moment era period summer winter spring autumn anniversary "
        "now eve"},
    ClassList{kCityNoun,
              "city town capital province region village district area border port island "
              "neighbourhood neighborhood suburb street square airport territory enclave "
              "coast strait sea base north south east west outskirts valley desert"},
    ClassList{kCompanyNoun,
              "company firm maker manufacturer retailer automaker lender insurer share "
              "stock startup brand giant subsidiary conglomerate corporation"},
    ClassList{kForceNoun,
              "troop force army navy military soldier marine jet warplane fighter warship "
              "tank battalion brigade unit submarine aircraft bomber commando convoy "
              "artillery missile drone patrol fleet"},
    ClassList{kGovernmentNoun,
              "government administration regime authority leadership cabinet junta "
              "ruler ministry executive presidency"},
    ClassList{
        kThingNoun,
        "hurricane cyclone typhoon storm earthquake flood virus pandemic film movie novel song "
        "album team club match game league cup championship tournament index stock share oil "
        "gold dollar euro yen rouble ruble pound market bond season episode series"},
    ClassList{kForeignNoun,
              "regime junta dictatorship putschist invader occupier province division "
              "coup convict garrison insider diplomat envoy arm spy"},
    ClassList{kPortfolioNoun, "minister secretary ministry undersecretary"},
    ClassList{kPeopleNoun,
              "people population national civilian citizen public resident inhabitant "
              "community"},
    ClassList{kLeadsNoun,
              "head chief leader spokesman spokeswoman spokesperson president minister premier "
              "chancellor member representative official director chairman chairwoman secretary "
              "ambassador envoy king queen commander governor mayor deputy lawmaker citizen people "
              "government parliament army police troop force ministry authority court embassy"},
};

using Table = std::unordered_map<std::string_view, NounClasses>;

Table make_table() {
  Table table;
  for (const ClassList& list : kLists) {
    std::string_view rest = list.words;
    while (!rest.empty()) {
      const auto blank = rest.find(' ');
      table[rest.substr(0, blank)] |= list.classes;
      rest = blank == std::string_view::npos ? "" : rest.substr(blank + 1);
    }
  }
  return table;
}

}  // namespace

NounClasses noun_classes(std::string_view word) {
  static const Table table = make_table();
  const auto it = table.find(word);
  return it == table.end() ? NounClasses{kNoClass} : it->second;
}

}  // namespace entente
