#include "event/coder.h"

#include <gtest/gtest.h>

#include <string>

#include "event/testing/scene.h"

namespace entente {
namespace {

using testing::Scene;

const Lexicon& lexicon() {
  static const auto loaded = Lexicon::load(ENTENTE_DATA_DIR "/lexicon");
  return *loaded;
}

std::string join(const std::vector<Entity>& entities) {
  std::string out;
  for (const Entity& e : entities) out += (out.empty() ? "" : ",") + e.id;
  return out.empty() ? "-" : out;
}

// "ASSAULT asserted TCD > SDN by -; …", in the order of the triggers.
std::string code(Scene& scene) {
  std::vector<Rejection> rejections;
  std::string out;
  for (const Event& e : code_events(scene.reading(), lexicon(), rejections)) {
    if (!out.empty()) out += "; ";
    out += std::string(to_string(e.type)) + " " + std::string(to_string(e.status)) + " " +
           join(e.actors) + " > " + join(e.recipients) + " by " + join(e.attribution);
  }
  return out;
}

// "Chad bombed Sudan", head 1, between token 0 and token 2.
struct Bombing {
  Scene scene{"Chad bombed Sudan"};
  std::int32_t bomb = scene.verb(1, "bomb");
  Bombing() {
    scene.argument(bomb, Role::kSubject, 0).argument(bomb, Role::kObject, 2);
    scene.actor(0, "TCD").actor(2, "SDN");
    scene.at(bomb).tense = Tense::kPast;
  }
};

TEST(CodeEvents, PlainClause) {
  Bombing b;
  EXPECT_EQ(code(b.scene), "ASSAULT asserted TCD > SDN by -");
}

TEST(CodeEvents, OwnClauseGivesTheStatus) {
  const struct {
    void (*change)(Proposition&);
    const char* expected;
  } cases[] = {
      {[](Proposition& p) { p.negated = true; }, "ASSAULT negated TCD > SDN by -"},
      {[](Proposition& p) { p.conditional = true; }, "ASSAULT hypothetical TCD > SDN by -"},
      {[](Proposition& p) { p.question = true; }, "ASSAULT hypothetical TCD > SDN by -"},
      {[](Proposition& p) { p.modality = Modality::kCould; },
       "ASSAULT hypothetical TCD > SDN by -"},
      {[](Proposition& p) { p.modality = Modality::kWill; }, "ASSAULT future TCD > SDN by -"},
      {[](Proposition& p) {
         p.modality = Modality::kWill;
         p.negated = true;
       },
       "CONCEDE asserted TCD > SDN by -"},
  };
  for (const auto& c : cases) {
    Bombing b;
    c.change(b.scene.at(b.bomb));
    EXPECT_EQ(code(b.scene), c.expected);
  }
}

// "Kenya VERBS Chad bombed Sudan": what the outer verb does to the inner act.
std::string under(const char* lemma, bool negated) {
  Scene scene{"Kenya verbs Chad bombed Sudan"};
  const auto outer = scene.verb(1, lemma);
  const auto bomb = scene.verb(3, "bomb");
  scene.argument(outer, Role::kSubject, 0).argument(outer, Role::kClauseThat, 3);
  scene.argument(bomb, Role::kSubject, 2).argument(bomb, Role::kObject, 4);
  scene.embed(bomb, outer, Embedding::kComplement);
  scene.actor(0, "KEN").actor(2, "TCD").actor(4, "SDN");
  scene.at(outer).negated = negated;
  return code(scene);
}

TEST(CodeEvents, SignaturesOfEmbeddingVerbs) {
  EXPECT_EQ(under("say", false), "ASSAULT reported TCD > SDN by KEN");
  EXPECT_EQ(under("say", true), "ASSAULT hypothetical TCD > SDN by KEN");
  EXPECT_EQ(under("fear", false), "ASSAULT feared TCD > SDN by KEN");
  EXPECT_EQ(under("expect", false), "ASSAULT expected TCD > SDN by KEN");
  EXPECT_EQ(under("deny", false),
            "REJECT asserted KEN > SDN by -; ASSAULT denied TCD > SDN by KEN");
  EXPECT_EQ(under("demand", false), "REQUEST asserted KEN > TCD by -");
}

TEST(CodeEvents, HoldersStandOutermostFirst) {
  Scene scene{"Mali said Kenya feared Chad bombed Sudan"};
  const auto say = scene.verb(1, "say");
  const auto fear = scene.verb(3, "fear");
  const auto bomb = scene.verb(5, "bomb");
  scene.argument(say, Role::kSubject, 0).argument(say, Role::kClauseThat, 3);
  scene.argument(fear, Role::kSubject, 2).argument(fear, Role::kClauseThat, 5);
  scene.argument(bomb, Role::kSubject, 4).argument(bomb, Role::kObject, 6);
  scene.embed(fear, say, Embedding::kComplement).embed(bomb, fear, Embedding::kComplement);
  scene.actor(0, "MLI").actor(2, "KEN").actor(4, "TCD").actor(6, "SDN");
  EXPECT_EQ(code(scene), "ASSAULT feared TCD > SDN by MLI,KEN");
}

TEST(CodeEvents, CondemningPresupposes) {
  Scene scene{"Kenya condemned raids on Sudan"};
  const auto condemn = scene.verb(1, "condemn");
  const auto raid = scene.noun(2, "raid");
  scene.argument(condemn, Role::kSubject, 0).argument(condemn, Role::kObject, 2);
  scene.argument(raid, Role::kPrep, 4, "on");
  scene.embed(raid, condemn, Embedding::kNominal);
  scene.actor(0, "KEN").thing(2).actor(4, "SDN");
  const std::string events = code(scene);
  EXPECT_NE(events.find("ACCUSE asserted KEN"), std::string::npos) << events;
  EXPECT_NE(events.find("ASSAULT asserted - > SDN"), std::string::npos) << events;
}

TEST(CodeEvents, SaysWhyThereIsNone) {
  Scene scene{"bombed"};
  scene.verb(0, "visit");
  std::vector<Rejection> rejections;
  EXPECT_TRUE(code_events(scene.reading(), lexicon(), rejections).empty());
  ASSERT_EQ(rejections.size(), 1u);
  EXPECT_EQ(rejections[0].why, "nobody acts");
}

// A chain of 20,000 verbs of speech: every climb is bounded.
TEST(CodeEvents, StaysLinearOnDeepNesting) {
  std::string words;
  for (int i = 0; i < 20000; ++i) words += "said ";
  Scene scene{words + "end"};
  std::int32_t before = scene.verb(0, "say");
  for (std::uint32_t i = 1; i < 20000; ++i) {
    const auto here = scene.verb(i, "bomb");
    scene.embed(here, before, Embedding::kComplement);
    before = here;
  }
  std::vector<Rejection> rejections;
  EXPECT_TRUE(code_events(scene.reading(), lexicon(), rejections).empty());
}

}  // namespace
}  // namespace entente
