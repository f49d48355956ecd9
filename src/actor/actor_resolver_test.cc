#include "actor/actor_resolver.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "record/testing/hand_parse.h"

namespace entente {
namespace {

const Knowledge& knowledge() {
  static const Knowledge loaded =
      Knowledge::from_tables(std::string(ENTENTE_DATA_DIR) + "/knowledge").value();
  return loaded;
}

struct Case {
  const char* name;
  const char* date;
  const char* parse;
  const char* token;     // of the mention that is looked at
  const char* expected;  // "ID/SECTOR/person resolved_by; ..." in order
};

std::string show(const Mention& mention) {
  std::string out;
  for (const Entity& e : mention.entities) {
    if (!out.empty()) out += "; ";
    out += e.id + "/" + (e.sectors.empty() ? "" : e.sectors.front());
    if (e.person) out += "/" + e.person->name;
    out += " " + e.resolved_by;
  }
  return out;
}

std::vector<Mention> resolve(const testing::HandParse& parsed, const char* date,
                             std::vector<SectionReading>& sections, const char* source = "") {
  Document document;
  document.text = *parsed.text;
  document.date = Date::parse(date);
  document.source = source;
  return ActorResolver(knowledge()).resolve(document, sections);
}

// The last mention whose token reads `word`.
const Mention* find(const std::vector<Mention>& mentions, const Analysis& analysis,
                    std::string_view word) {
  const Mention* found = nullptr;
  for (const Mention& m : mentions)
    if (analysis.token_text(m.token) == word) found = &m;
  return found;
}

void check(const Case& c) {
  SCOPED_TRACE(c.name);
  testing::HandParse parsed = testing::hand_parse(c.parse);
  std::vector<SectionReading> sections(1);
  sections[0].analysis = std::move(parsed.analysis);
  const auto mentions = resolve(parsed, c.date, sections);
  const Mention* mention = find(mentions, sections[0].analysis, c.token);
  ASSERT_NE(mention, nullptr);
  EXPECT_EQ(show(*mention), c.expected) << mention->why;
}

TEST(ActorResolver, Roles) {
  const Case cases[] = {
      {"modifier", "2020-06-01", "Chinese/JJ/amod/1 troops/NNS/nsubj/2/troop left/VBD/ROOT/2/leave",
       "troops", "CHN/MIL role"},
      {"coordinated modifiers", "2020-06-01",
       "French/JJ/amod/3 and/CC/cc/0 German/JJ/conj/0 officials/NNS/nsubj/4/official "
       "met/VBD/ROOT/4/meet",
       "officials", "FRA/GOV role; DEU/GOV role"},
      {"of both", "2005-06-01",
       "the/DT/det/1 presidents/NNS/nsubj/6/president of/IN/prep/1 Egypt/NNP/pobj/2/egypt/GPE "
       "and/CC/cc/3 Sudan/NNP/conj/3/sudan/GPE met/VBD/ROOT/6/meet",
       "presidents", "EGY/GOV/Hosni Mubarak office; SDN/GOV/Omar al-Bashir office"},
      {"office by date", "2015-06-01",
       "The/DT/det/2 German/JJ/amod/2 chancellor/NN/nsubj/3 spoke/VBD/ROOT/3/speak", "chancellor",
       "DEU/GOV/Angela Merkel office"},
      {"former", "2015-06-01",
       "A/DT/det/3 former/JJ/amod/3 French/JJ/amod/3 president/NN/nsubj/4 spoke/VBD/ROOT/4/speak",
       "president", "FRA/ELI role"},
      {"attribute is no owner", "2015-06-01",
       "Washington/NNP/npadvmod/2/washington/GPE -/HYPH/punct/2 backed/VBN/amod/3/back "
       "rebels/NNS/nsubj/4/rebel fled/VBD/ROOT/4/flee",
       "rebels", "/REB role"},
  };
  for (const Case& c : cases) check(c);
}

TEST(ActorResolver, ReferencesToWhatWasNamed) {
  const Case cases[] = {
      {"pronoun prefers the subject", "2022-02-04",
       "Putin/NNP/nsubj/1/putin/PERSON met/VBD/ROOT/1/meet Xi/NNP/dobj/1/xi/PERSON ././punct/1 | "
       "He/PRP/nsubj/5/he left/VBD/ROOT/5/leave",
       "He", "RUS/GOV/Vladimir Putin coreference"},
      {"alliance", "2022-02-04",
       "NATO/NNP/nsubj/1/nato/ORG grew/VBD/ROOT/1/grow ././punct/1 | The/DT/det/4 "
       "alliance/NN/nsubj/5 met/VBD/ROOT/5/meet",
       "alliance", "NATO/ coreference"},
      {"two countries", "2018-02-04",
       "Kenya/NNP/nsubj/3/kenya/GPE and/CC/cc/0 Uganda/NNP/conj/0/uganda/GPE met/VBD/ROOT/3/meet "
       "././punct/3 | The/DT/det/7 two/CD/nummod/7 countries/NNS/nsubj/8/country "
       "agreed/VBD/ROOT/8/agree",
       "countries", "KEN/GOV members; UGA/GOV members"},
      {"authors of a document", "2018-02-04",
       "Kenya/NNP/poss/2/kenya/GPE 's/POS/case/0 statement/NN/nsubj/3 helped/VBD/ROOT/3/help "
       "././punct/3 | The/DT/det/6 paper/NN/nsubj/7 said/VBD/ROOT/7/say",
       "paper", "KEN/GOV document"},
  };
  for (const Case& c : cases) check(c);
}

TEST(ActorResolver, SpeakerOfAQuotation) {
  testing::HandParse parsed = testing::hand_parse(
      "\"/``/punct/3 We/PRP/nsubj/3/we will/MD/aux/3 act/VB/ccomp/6 ,/,/punct/6 \"/''/punct/6 "
      "said/VBD/ROOT/6/say Macron/NNP/nsubj/6/macron/PERSON ././punct/6");
  std::vector<SectionReading> sections(1);
  sections[0].analysis = std::move(parsed.analysis);
  sections[0].propositions.quotations.push_back({0, 6, 7, 6, false});
  const auto mentions = resolve(parsed, "2020-01-01", sections);
  const Mention* we = find(mentions, sections[0].analysis, "We");
  ASSERT_NE(we, nullptr);
  EXPECT_EQ(show(*we), "FRA/GOV speaker");
}

TEST(ActorResolver, SourceIsTheHomeOfBareRoles) {
  testing::HandParse parsed =
      testing::hand_parse("The/DT/det/1 government/NN/nsubj/2 acted/VBD/ROOT/2/act");
  std::vector<SectionReading> sections(1);
  sections[0].analysis = std::move(parsed.analysis);
  const auto mentions = resolve(parsed, "2016-01-01", sections, "UK Government");
  const Mention* government = find(mentions, sections[0].analysis, "government");
  ASSERT_NE(government, nullptr);
  EXPECT_EQ(show(*government), "GBR/GOV source");
}

// 20,000 times "Russia and its ally": every pronoun looks back, none of them far.
TEST(ActorResolver, LongSentenceStaysLinear) {
  const std::string word = "Russia its ";
  std::string text;
  for (int i = 0; i < 20000; ++i) text += word;
  Analysis analysis(text);
  for (std::uint32_t i = 0; i < 40000; ++i) {
    Token token;
    token.begin = i / 2 * 11 + (i % 2 == 0 ? 0 : 7);
    token.end = token.begin + (i % 2 == 0 ? 6 : 3);
    token.head = i == 0 ? 0 : i - 1;
    token.pos = i % 2 == 0 ? Pos::kPropn : Pos::kPron;
    token.tag = i % 2 == 0 ? Tag::kNNP : Tag::kPRPS;
    token.dep = i == 0 ? Dep::kRoot : Dep::kPoss;
    token.space_after = true;
    token.lemma = i % 2 == 0 ? "Russia" : "its";
    analysis.tokens.push_back(token);
  }
  analysis.sentences = {{0, 40000}};
  std::vector<SectionReading> sections(1);
  sections[0].analysis = std::move(analysis);
  Document document;
  document.text = text;
  const auto mentions = ActorResolver(knowledge()).resolve(document, sections);
  EXPECT_EQ(mentions.size(), 40000U);
}

}  // namespace
}  // namespace entente
