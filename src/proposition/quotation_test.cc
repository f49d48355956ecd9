#include "proposition/quotation.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "proposition/build.h"
#include "record/testing/hand_parse.h"

namespace entente {
namespace {

const WordClasses& classes() {
  static const WordClasses loaded =
      WordClasses::load(std::string(ENTENTE_DATA_DIR) + "/lexicon").value();
  return loaded;
}

// "speaker[ scare]: first words … last word" of every quotation.
std::vector<std::string> quotations(const char* rows, Section section = Section::kText) {
  const testing::HandParse parsed = testing::hand_parse(rows, section);
  const Propositions propositions = build_propositions(parsed.analysis, classes());
  std::vector<std::string> result;
  for (const Quotation& q : propositions.quotations) {
    const Analysis& a = parsed.analysis;
    std::string line =
        q.speaker < 0 ? "?" : std::string(a.token_text(static_cast<std::uint32_t>(q.speaker)));
    if (q.scare) line += " scare";
    line += ": ";
    line += a.span_text(a.span({q.first, q.last}));
    result.push_back(line);
  }
  return result;
}

using Lines = std::vector<std::string>;

TEST(Quotations, SpeakerAfterTheWordsHoldsForTheNextOnes) {
  EXPECT_EQ(
      quotations(
          "“/``/punct/6 We/PRP/nsubj/3 will/MD/aux/3 stay/VB/ccomp/6 ,/,/punct/6 ”/''/punct/6 "
          "said/VBD/ROOT/6/say Kim/NNP/nsubj/6 ././punct/6 | “/``/punct/12 "
          "Nobody/NN/nsubj/12 will/MD/aux/12 come/VB/ROOT/12 ././punct/12 ”/''/punct/12"),
      (Lines{"Kim: “ We will stay , ”", "Kim: “ Nobody will come . ”"}));
}

TEST(Quotations, SplitStatementIsNoScareQuote) {
  EXPECT_EQ(
      quotations("\"/``/punct/9 The/DT/det/2 talks/NNS/nsubj/9/talk ,/,/punct/6 \"/''/punct/6 "
                 "he/PRP/nsubj/6 said/VBD/parataxis/9/say ,/,/punct/6 \"/``/punct/9 "
                 "were/VBD/ROOT/9/be good/JJ/acomp/9 ././punct/9 \"/''/punct/9"),
      (Lines{"he: \" The talks , \"", "he: \" were good . \""}));
}

TEST(Quotations, FewWordsInsideAClauseAreScareQuotes) {
  EXPECT_EQ(quotations("They/PRP/nsubj/1 left/VBD/ROOT/1/leave the/DT/det/5 “/``/punct/5 "
                       "peace/NN/compound/5 talks/NNS/dobj/1/talk ”/''/punct/5 ././punct/1"),
            (Lines{"? scare: “ peace talks ”"}));
}

// "^" in a hand-made parse is a blank line; it is a token of its own here, as the
// tokenizer makes it.
TEST(Quotations, AnOpenQuotationEndsWithItsParagraphUnlessAMarkContinuesIt) {
  const std::string open =
      "He/PRP/nsubj/1 said/VBD/ROOT/1/say :/:/punct/1 “/``/punct/1 We/PRP/nsubj/5 "
      "won/VBD/ccomp/1/win ././punct/1 ¶/_SP/dep/6 ";
  EXPECT_EQ(
      quotations((open + "| “/``/punct/10 They/PRP/nsubj/10 fled/VBD/ROOT/10/flee ././punct/10 "
                         "”/''/punct/10")
                     .c_str()),
      (Lines{"He: “ We won . ¶ “ They fled . ”"}));
  EXPECT_EQ(quotations((open + "| They/PRP/nsubj/9 fled/VBD/ROOT/9/flee ././punct/9").c_str()),
            (Lines{"He: “ We won . ¶"}));
}

TEST(Quotations, ParagraphsBelowAColonLineNeedNoMarks) {
  EXPECT_EQ(
      quotations("The/DT/det/1 envoy/NN/nsubj/2 said/VBD/ROOT/2/say :/:/punct/2 ^ We/PRP/nsubj/5 "
                 "condemn/VBP/ROOT/5 this/DT/dobj/5 ././punct/5"),
      (Lines{"envoy: We condemn this ."}));
}

TEST(Quotations, TitlesNameTheSpeakerByColonOrDash) {
  EXPECT_EQ(
      quotations("Kremlin/NNP/npadvmod/3 :/:/punct/3 Russia/NNP/nsubj/3 answers/VBZ/ROOT/3/answer",
                 Section::kTitle),
      (Lines{"Kremlin: Russia answers"}));
  EXPECT_EQ(quotations("Russia/NNP/nsubj/2 will/MD/aux/2 answer/VB/ROOT/2 -/HYPH/punct/2 "
                       "Kremlin/NNP/npadvmod/2",
                       Section::kTitle),
            (Lines{"Kremlin: Russia will answer"}));
}

TEST(Quotations, AccordingToNamesTheSpeaker) {
  EXPECT_EQ(quotations("\"/``/punct/2 We/PRP/nsubj/2 want/VBP/ROOT/2 peace/NN/dobj/2 ,/,/punct/2 "
                       "\"/''/punct/2 according/VBG/prep/2/accord to/IN/prep/6 Kyiv/NNP/pobj/7 "
                       "././punct/2"),
            (Lines{"Kyiv: \" We want peace , \""}));
}

TEST(Quotations, WordsOfAVerbThatIsNoSpeechVerbAreItsSubjects) {
  EXPECT_EQ(quotations("Iran/NNP/nsubj/1 condemned/VBD/ROOT/1/condemn “/``/punct/5 the/DT/det/5 "
                       "brutal/JJ/amod/5 raid/NN/dobj/1 on/IN/prep/5 our/PRP$/poss/8 "
                       "people/NNS/pobj/6 there/RB/advmod/5 ”/''/punct/1 ././punct/1"),
            (Lines{"Iran: “ the brutal raid on our people there ”"}));
}

TEST(Quotations, StrayMarksGiveNothing) {
  EXPECT_TRUE(quotations("He/PRP/nsubj/1 ran/VBD/ROOT/1/run ”/''/punct/1").empty());
}

}  // namespace
}  // namespace entente
