#include "proposition/repair.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "proposition/build.h"
#include "proposition/headline.h"
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
  std::uint32_t RepairCounts::* count;
  const char* parse;
  std::vector<const char*> expected;
  Section section = Section::kText;
};

TEST(Repair, EachPatternFiresAndGivesTheRightArguments) {
  const Case cases[] = {
      {"dateline that the parser made the subject",
       &RepairCounts::dateline,
       "CAIRO/NNP/nsubj/6//GPE ,/,/punct/0 March/NNP/npadvmod/0//DATE 16/CD/nummod/2//DATE "
       "-/HYPH/punct/0 Egypt/NNP/appos/0//GPE agreed/VBD/ROOT/6/agree to/IN/prep/6 "
       "talks/NNS/pobj/7/talk ././punct/6",
       {"agree(subject:Egypt, !subject:CAIRO, prep-to:talks) past root"}},
      {"reduced relative of the root is the main verb",
       &RepairCounts::finite_relative,
       "Chile/NNP/ROOT/0//GPE called/VBN/acl/0/call for/IN/prep/1 talks/NNS/pobj/2/talk "
       "././punct/0",
       {"call(subject:Chile, prep-for:talks) past root !passive"}},
      {"participle of a title is passive",
       &RepairCounts::finite_relative,
       "Ship/NN/ROOT/0 seized/VBN/acl/0/seize by/IN/agent/1 pirates/NNS/pobj/2/pirate",
       {"seize(subject:pirates, object:Ship) root passive"},
       Section::kTitle},
      {"finite verb tagged as a participle",
       &RepairCounts::tagged_participle,
       "It/PRP/nsubj/1 fell/VBD/ROOT/1/fall ,/,/punct/1 the/DT/det/4 paper/NN/nsubj/5 "
       "said/VBN/advcl/1/say ././punct/1",
       {"say(subject:paper, !object) past"}},
      {"verb tagged as a noun",
       &RepairCounts::tagged_noun,
       "If/IN/mark/2 rebels/NNS/nsubj/2/rebel attacks/NNS/advcl/4/attack we/PRP/nsubj/4 "
       "leave/VBP/ROOT/4 ././punct/4",
       {"attack/v(subject:rebels) conditional"}},
      {"as-phrase hung on the object",
       &RepairCounts::as_phrase,
       "They/PRP/nsubj/1 rejected/VBD/ROOT/1/reject the/DT/det/3 plan/NN/dobj/1 as/IN/prep/3 "
       "a/DT/det/6 trick/NN/pobj/4 ././punct/1",
       {"reject(object:plan, prep-as:trick)", "plan/n(!prep)"}},
      {"hyphen split a verb",
       &RepairCounts::hyphen,
       "It/PRP/nsubj/2 will/MD/aux/2 co/VB/ROOT/2 ~-/VB/ccomp/2 ~operate/VB/xcomp/3 with/IN/prep/4 "
       "them/PRP/pobj/5/they ././punct/2",
       {"cooperate(subject:It, prep-with:them) future will root", "none co"}},
      {"speech verb conjoined without a subject",
       &RepairCounts::tail_speech,
       "Kim/NNP/nsubj/2 will/MD/aux/2 visit/VB/ROOT/2 Chad/NNP/dobj/2 ,/,/punct/2 "
       "Ann/NNP/compound/6 "
       "Lee/NNP/appos/3 told/VBD/conj/2/tell us/PRP/dobj/7/we ././punct/2",
       {"tell(subject:Lee, !subject:Kim) root", "visit(subject:Kim) complement in=tell"}},
      {"comma of a title",
       &RepairCounts::title_comma,
       "US/NNP/npadvmod/3//GPE ,/,/punct/3 Japan/NNP/nsubj/3//GPE agree/VBP/ROOT/3 to/TO/aux/5 "
       "talk/VB/xcomp/3",
       {"agree(subject:US, subject:Japan)", "talk(subject:US, subject:Japan)"},
       Section::kTitle},
      {"title infinitive as a relative clause",
       &RepairCounts::title_infinitive,
       "India/NNP/ROOT/0//GPE ,/,/punct/0 Nepal/NNP/appos/0//GPE to/TO/aux/4 talk/VB/relcl/0",
       {"talk(subject:India, subject:Nepal) future root"},
       Section::kTitle},
      {"clause hung on the name before a colon",
       &RepairCounts::label,
       "Lima/NNP/ROOT/0//GPE :/:/punct/0 Unions/NNS/nsubj/4/union will/MD/aux/4 "
       "strike/VB/acl/0 ././punct/0",
       {"strike(subject:Unions) future root !in=lima"}},
      {"in order to",
       &RepairCounts::in_order_to,
       "They/PRP/nsubj/1 left/VBD/ROOT/1/leave in/IN/prep/1 order/NN/pobj/2 to/TO/aux/5 "
       "rest/VB/acl/3 ././punct/1",
       {"rest(subject:They) adverbial in=leave", "none order"}},
      {"clause tagged as a second subject",
       &RepairCounts::tagged_noun,
       "Unless/IN/mark/6 the/DT/det/3 army/NN/compound/3 leaves/NNS/nsubj/6/leave ,/,/punct/6 "
       "we/PRP/nsubj/6 stay/VBP/ROOT/6 ././punct/6",
       {"leave/v(subject:army) conditional marker=unless in=stay", "stay(subject:we)"}},
      {"subject left alone by the end of a paragraph",
       &RepairCounts::orphan_subject,
       "Talks/NNS/nsubj/5/talk in/IN/prep/0 it/PRP/pobj/1 \\n\\n/_SP/dep/2 They/PRP/pobj/1 "
       "met/VBD/ROOT/5/meet ././punct/5",
       {"meet(subject:They)"}},
      {"second verb of a title is a noun",
       &RepairCounts::title_compound,
       "Rebels/NNS/nsubj/1/rebel reject/VBP/ROOT/1 peace/NN/dobj/1 offer/VBP/conj/1",
       {"reject(object:offer, !object:peace)", "offer/n(modifier:peace)"},
       Section::kTitle},
      {"day as the head of a name",
       &RepairCounts::weekday_head,
       "They/PRP/nsubj/1 hit/VBD/ROOT/1 the/DT/det/5 Gaza/NNP/compound/5//GPE "
       "Strip/NNP/compound/5//GPE Sunday/NNP/dobj/1//DATE ././punct/1",
       {"hit(object:Strip, !object:Sunday)"}},
      {"object as what somebody is called",
       &RepairCounts::naming_object,
       "He/PRP/nsubj/1 called/VBD/ROOT/1/call the/DT/det/3 envoy/NN/oprd/1 a/DT/det/5 "
       "fool/NN/appos/3 ././punct/1",
       {"call(object:envoy, attribute:fool)"}},
      {"name given by a verb of calling",
       &RepairCounts::named_apposition,
       "He/PRP/nsubj/1 called/VBD/ROOT/1/call the/DT/det/3 raid/NN/dobj/1 a/DT/det/5 "
       "crime/NN/appos/3 ././punct/1",
       {"call(subject:He, object:raid, attribute:crime)"}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const testing::HandParse parsed = testing::hand_parse(c.parse, c.section);
    const Propositions propositions = build_propositions(parsed.analysis, classes());
    for (const char* line : c.expected) {
      EXPECT_EQ(testing::check_expectation(parsed.analysis, propositions, line), "");
    }
    StringArena strings;
    Parse parse(parsed.analysis, classes(), strings);
    EXPECT_EQ(repair(parse, find_headlines(parse)).*c.count, 1U);
  }
}

}  // namespace
}  // namespace entente
