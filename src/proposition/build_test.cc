#include "proposition/build.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "proposition/testing/expectation.h"
#include "record/testing/hand_parse.h"

namespace entente {
namespace {

const WordClasses& classes() {
  static const WordClasses loaded =
      WordClasses::load(std::string(ENTENTE_DATA_DIR) + "/lexicon").value();
  return loaded;
}

struct Case {
  const char* name;
  const char* parse;
  std::vector<const char*> expected;
  Section section = Section::kText;
};

void check(const Case& c) {
  SCOPED_TRACE(c.name);
  const testing::HandParse parsed = testing::hand_parse(c.parse, c.section);
  const Propositions propositions = build_propositions(parsed.analysis, classes());
  for (const char* line : c.expected) {
    EXPECT_EQ(testing::check_expectation(parsed.analysis, propositions, line), "");
  }
}

TEST(BuildPropositions, Voice) {
  const Case cases[] = {
      {"passive with agent",
       "Iran/NNP/nsubjpass/2 was/VBD/auxpass/2/be accused/VBN/ROOT/2/accuse by/IN/agent/2 "
       "the/DT/det/5 US/NNP/pobj/3 of/IN/prep/2 bombing/VBG/pcomp/6/bomb the/DT/det/9 "
       "ship/NN/dobj/7 ././punct/2",
       {"accuse(subject:US, object:Iran, prep-by:US, ing-of:bombing) past passive root",
        "bomb(subject:Iran, object:ship) complement in=accuse marker=of !past"}},
      {"short passive",
       "Three/CD/nsubjpass/2 were/VBD/auxpass/2/be killed/VBN/ROOT/2/kill in/IN/prep/2 "
       "a/DT/det/5 raid/NN/pobj/3 ././punct/2",
       {"kill(object:Three, !subject, prep-in:raid) passive past",
        "raid/n() nominal marker=in in=kill"}},
      {"conjoined passives",
       "He/PRP/nsubjpass/2 was/VBD/auxpass/2/be arrested/VBN/ROOT/2/arrest and/CC/cc/2 "
       "charged/VBN/conj/2/charge with/IN/prep/4 treason/NN/pobj/5 ././punct/2",
       {"charge(object:He, !subject, prep-with:treason) passive past root"}},
      {"dative",
       "Chad/NNP/nsubj/1 gave/VBD/ROOT/1/give tanks/NNS/dobj/1/tank to/IN/dative/1 "
       "Niger/NNP/pobj/3 ././punct/1",
       {"give(subject:Chad, object:tanks, indirect:Niger, prep-to:Niger)"}},
      {"particle",
       "Rebels/NNS/nsubj/1/rebel called/VBD/ROOT/1/call off/RP/prt/1 the/DT/det/4 "
       "march/NN/pobj/2 ././punct/1",
       {"call_off(subject:Rebels, object:march, particle:off) past"}},
  };
  for (const Case& c : cases) check(c);
}

TEST(BuildPropositions, RelativeClausesAndParticiples) {
  const Case cases[] = {
      {"subject relative",
       "The/DT/det/1 rebels/NNS/nsubj/8/rebel ,/,/punct/1 who/WP/nsubj/4 "
       "seized/VBD/relcl/1/seize the/DT/det/6 town/NN/dobj/4 ,/,/punct/1 fled/VBD/ROOT/8/flee "
       "././punct/8",
       {"seize(subject:rebels, object:town, !subject:who) past relative in=rebel"}},
      {"object relative",
       "The/DT/det/1 town/NN/nsubjpass/6 that/WDT/dobj/4 rebels/NNS/nsubj/4/rebel "
       "seized/VBD/relcl/1/seize was/VBD/auxpass/6/be retaken/VBN/ROOT/6/retake ././punct/6",
       {"seize(subject:rebels, object:town) relative", "retake(object:town, !subject) passive"}},
      {"object relative without a pronoun",
       "The/DT/det/1 town/NN/nsubjpass/5 rebels/NNS/nsubj/3/rebel seized/VBD/relcl/1/seize "
       "was/VBD/auxpass/5/be retaken/VBN/ROOT/5/retake ././punct/5",
       {"seize(subject:rebels, object:town) relative"}},
      {"reduced relative with two agents",
       "A/DT/det/1 statement/NN/nsubjpass/8 adopted/VBN/acl/1/adopt by/IN/agent/2 "
       "Russia/NNP/pobj/3 and/CC/cc/4 China/NNP/conj/4 was/VBD/auxpass/8/be read/VBN/ROOT/8 "
       "././punct/8",
       {"adopt(subject:Russia, subject:China, object:statement) passive relative"}},
      {"participle before the main clause",
       "Accusing/VBG/advcl/6/accuse Moscow/NNP/dobj/0 of/IN/prep/0 lying/VBG/pcomp/2/lie "
       ",/,/punct/6 Kyiv/NNP/nsubj/6 left/VBD/ROOT/6/leave the/DT/det/8 "
       "talks/NNS/dobj/6/talk ././punct/6",
       {"accuse(subject:Kyiv, object:Moscow, ing-of:lying) participial in=leave",
        "lie(subject:Moscow)"}},
      {"gerund after a preposition",
       "He/PRP/nsubj/1 left/VBD/ROOT/1/leave without/IN/prep/1 signing/VBG/pcomp/2/sign "
       "it/PRP/dobj/3 ././punct/1",
       {"sign(subject:He, object:it) negated adverbial marker=without in=leave"}},
  };
  for (const Case& c : cases) check(c);
}

TEST(BuildPropositions, ControlAndRaising) {
  const Case cases[] = {
      {"object control",
       "France/NNP/nsubj/1 urged/VBD/ROOT/1/urge Russia/NNP/dobj/1 to/TO/aux/4 "
       "withdraw/VB/xcomp/1 ././punct/1",
       {"urge(subject:France, object:Russia, to:withdraw)",
        "withdraw(subject:Russia, !subject:France) infinitive complement in=urge"}},
      {"subject control over an object",
       "Ghana/NNP/nsubj/1 promised/VBD/ROOT/1/promise Togo/NNP/dobj/1 to/TO/aux/4 "
       "help/VB/xcomp/1 ././punct/1",
       {"help(subject:Ghana, !subject:Togo)"}},
      {"raising",
       "Beijing/NNP/nsubj/1 appears/VBZ/ROOT/1/appear to/TO/aux/3 back/VB/xcomp/1 "
       "Moscow/NNP/dobj/3 ././punct/1",
       {"back(subject:Beijing, object:Moscow) infinitive in=appear"}},
      {"raising adjective",
       "Russia/NNP/nsubj/1 is/VBZ/ROOT/1/be likely/JJ/acomp/1 to/TO/aux/4 attack/VB/xcomp/2 "
       "Ukraine/NNP/dobj/4 ././punct/1",
       {"likely/a(subject:Russia, to:attack) present complement in=be",
        "attack(subject:Russia, object:Ukraine) in=likely !future"}},
      {"scheduled",
       "Putin/NNP/nsubj/1 is/VBZ/ROOT/1/be to/TO/aux/3 visit/VB/xcomp/1 Turkey/NNP/dobj/3 "
       "././punct/1",
       {"visit(subject:Putin, object:Turkey) future in=be"}},
      {"title infinitive",
       "Xi/NNP/nsubj/2 to/TO/aux/2 visit/VB/ROOT/2 Moscow/NNP/dobj/2",
       {"visit(subject:Xi, object:Moscow) future infinitive root"},
       Section::kTitle},
  };
  for (const Case& c : cases) check(c);
}

TEST(BuildPropositions, Coordination) {
  const Case cases[] = {
      {"verbs share subject and object",
       "Canberra/NNP/nsubj/1 condemned/VBD/ROOT/1/condemn and/CC/cc/1 then/RB/advmod/4 "
       "boycotted/VBD/conj/1/boycott the/DT/det/6 talks/NNS/dobj/4/talk ././punct/1",
       {"condemn(subject:Canberra, object:talks) root",
        "boycott(subject:Canberra, object:talks) root past"}},
      {"names joined by a preposition",
       "Russia/NNP/nsubj/4 together/RB/advmod/2 with/IN/prep/0 China/NNP/pobj/2 "
       "vetoed/VBD/ROOT/4/veto it/PRP/dobj/4 ././punct/4",
       {"veto(subject:Russia, subject:China, object:it)"}},
      {"modal shared, quantity transparent",
       "Dozens/NNS/nsubj/4/dozen of/IN/prep/0 miners/NNS/pobj/1/miner will/MD/aux/4 "
       "march/VB/ROOT/4 and/CC/cc/4 sing/VB/conj/4 ././punct/4",
       {"march(subject:miners) future will", "sing(subject:miners) future will", "none dozen"}},
      {"negation shared under or",
       "She/PRP/nsubj/3 did/VBD/aux/3/do not/RB/neg/3 attack/VB/ROOT/3 or/CC/cc/3 "
       "threaten/VB/conj/3 them/PRP/dobj/5/they ././punct/3",
       {"attack(subject:She, object:them) negated past", "threaten(subject:She) negated past"}},
  };
  for (const Case& c : cases) check(c);
}

TEST(BuildPropositions, NounsAndCopulas) {
  const Case cases[] = {
      {"light verb",
       "Israel/NNP/nsubj/1 launched/VBD/ROOT/1/launch an/DT/det/3 attack/NN/dobj/1 "
       "on/IN/prep/3 Gaza/NNP/pobj/4 ././punct/1",
       {"attack/n(subject:Israel, prep-on:Gaza) nominal in=launch"}},
      {"light verb turned round",
       "The/DT/det/1 convoy/NN/nsubj/2 came/VBD/ROOT/2/come under/IN/prep/2 attack/NN/pobj/3 "
       "from/IN/prep/4 militants/NNS/pobj/5/militant ././punct/2",
       {"attack/n(subject:militants, object:convoy, !subject:convoy)"}},
      {"copula",
       "Aukus/NNP/nsubj/1 is/VBZ/ROOT/1/be a/DT/det/3 pact/NN/attr/1 ././punct/1",
       {"be(subject:Aukus, attribute:pact)", "pact/n(subject:Aukus) complement in=be"}},
      {"existential",
       "There/EX/expl/1 were/VBD/ROOT/1/be clashes/NNS/attr/1/clash between/IN/prep/2 "
       "police/NNS/pobj/3 and/CC/cc/4 protesters/NNS/conj/4/protester ././punct/1",
       {"be(subject:clashes)", "clash/n(prep-between:police, prep-between:protesters, !subject)"}},
      {"preposition of several words",
       "They/PRP/nsubj/1 acted/VBD/ROOT/1/act in/IN/prep/1 response/NN/pobj/2 to/IN/prep/3 "
       "the/DT/det/6 raid/NN/pobj/4 ././punct/1",
       {"act(prep-in_response_to:raid)", "raid/n() marker=in_response_to in=act", "none response"}},
      {"no talks",
       "No/DT/det/1 talks/NNS/nsubjpass/3/talk were/VBD/auxpass/3/be held/VBN/ROOT/3/hold "
       "././punct/3",
       {"hold(object:talks) negated passive", "talk/n() negated"}},
  };
  for (const Case& c : cases) check(c);
}

TEST(BuildPropositions, Embedding) {
  const Case cases[] = {
      {"inserted speech verb",
       "The/DT/det/1 talks/NNS/nsubj/6/talk ,/,/punct/4 he/PRP/nsubj/4 "
       "said/VBD/parataxis/6/say ,/,/punct/4 were/VBD/ROOT/6/be constructive/JJ/acomp/6 "
       "././punct/6",
       {"say(subject:he) root", "be(subject:talks) complement in=say"}},
      {"condition",
       "If/IN/mark/2 Russia/NNP/nsubj/2 attacked/VBD/advcl/6/attack ,/,/punct/6 "
       "allies/NNS/nsubj/6/ally would/MD/aux/6 respond/VB/ROOT/6 ././punct/6",
       {"attack(subject:Russia) conditional adverbial marker=if in=respond",
        "respond(subject:allies) would !conditional root"}},
  };
  for (const Case& c : cases) check(c);
}

// Hostile shapes: they must end, quickly and without deep recursion.
TEST(BuildPropositions, LongChainsAndWideTrees) {
  constexpr std::uint32_t kTokens = 50000;
  for (const Dep dep : {Dep::kConj, Dep::kXcomp, Dep::kPrep, Dep::kPobj, Dep::kCcomp, Dep::kAcl}) {
    for (const bool wide : {false, true}) {
      const std::string text(std::size_t{kTokens} * 2, 'x');
      Analysis analysis(text);
      for (std::uint32_t i = 0; i < kTokens; ++i) {
        Token t;
        t.begin = 2 * i;
        t.end = t.begin + 1;
        t.head = i == 0 || wide ? 0 : i - 1;
        t.dep = i == 0 ? Dep::kRoot : dep;
        t.pos = i % 2 == 0 ? Pos::kVerb : Pos::kNoun;
        t.tag = i % 2 == 0 ? Tag::kVBG : Tag::kNN;
        t.lemma = "x";
        analysis.tokens.push_back(t);
      }
      analysis.sentences.push_back({0, kTokens});
      EXPECT_GT(build_propositions(analysis, classes()).list.size(), 0U);
    }
  }
}

TEST(BuildPropositions, CyclesAndHeadsOutsideTheSentence) {
  const testing::HandParse parsed = testing::hand_parse(
      "Rebels/NNS/nsubj/1/rebel fled/VBD/conj/2/flee ran/VBD/conj/1/run | They/PRP/nsubj/1 "
      "hid/VBD/ROOT/99/hide");
  const Propositions propositions = build_propositions(parsed.analysis, classes());
  EXPECT_EQ(testing::check_expectation(parsed.analysis, propositions, "flee(subject:Rebels)"), "");
  EXPECT_EQ(testing::check_expectation(parsed.analysis, propositions, "hide() root"), "");
}

TEST(BuildPropositions, EmptyText) {
  EXPECT_TRUE(build_propositions(Analysis(), classes()).list.empty());
}

}  // namespace
}  // namespace entente
