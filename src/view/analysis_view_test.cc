#include "view/analysis_view.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

Token token(std::uint32_t begin, std::uint32_t end, std::uint32_t head, Pos pos, Dep dep,
            std::string_view lemma, bool space_after) {
  Token t;
  t.begin = begin;
  t.end = end;
  t.head = head;
  t.pos = pos;
  t.dep = dep;
  t.lemma = lemma;
  t.space_after = space_after;
  return t;
}

// "Köln rang an.\n\n", with the two line ends as a token of their own.
Analysis example() {
  Analysis analysis("Köln rang an.\n\n");
  analysis.tokens = {token(0, 5, 1, Pos::kPropn, Dep::kNsubj, "Köln", true),
                     token(6, 10, 1, Pos::kVerb, Dep::kRoot, "ring", true),
                     token(11, 13, 1, Pos::kAdv, Dep::kAdvmod, "an", false),
                     token(13, 14, 1, Pos::kPunct, Dep::kPunct, ".", false),
                     token(14, 16, 3, Pos::kSpace, Dep::kDep, "\n\n", false)};
  analysis.tokens[0].tag = Tag::kNNP;
  analysis.tokens[0].morph = "Number=Sing";
  analysis.sentences = {{0, 5}};
  analysis.entities = {{{0, 1}, EntityType::kGpe}};
  analysis.noun_chunks = {{0, 1}};
  return analysis;
}

TEST(AnalysisJson, ColumnsInCodePoints) {
  std::string out;
  append_analysis_json(out, "d", example());
  EXPECT_EQ(out,
            R"({"id":"d","text":"Köln rang an.\n\n","start":[0,5,10,12,13],"end":[4,9,12,13,15],)"
            R"("space":[1,1,0,0,0],"tag":["NNP","","","",""],)"
            R"("pos":["PROPN","VERB","ADV","PUNCT","SPACE"],)"
            R"("morph":["Number=Sing","","","",""],"lemma":["Köln","ring","an",".","\n\n"],)"
            R"("head":[1,1,1,1,3],"dep":["nsubj","ROOT","advmod","punct","dep"],)"
            R"("sent_start":[0],"ent":[[0,1,"GPE"]],"np":[[0,1]]})"
            "\n");
}

TEST(AnalysisConllu, WhiteSpaceGoesToMisc) {
  std::string out;
  append_analysis_conllu(out, "d", example());
  EXPECT_EQ(out,
            "# newdoc id = d\n# sent_id = d-1\n# text = Köln rang an.  \n"
            "1\tKöln\tKöln\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\tNER=B-GPE\n"
            "2\trang\tring\tVERB\t_\t_\t0\troot\t_\t_\n"
            "3\tan\tan\tADV\t_\t_\t2\tadvmod\t_\tSpaceAfter=No\n"
            "4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\tSpacesAfter=\\n\\n\n\n");
}

TEST(AnalysisConllu, SentenceOfWhiteSpaceOnlyIsLeftOut) {
  Analysis analysis("  ");
  analysis.tokens = {token(0, 2, 0, Pos::kSpace, Dep::kDep, "  ", false)};
  analysis.sentences = {{0, 1}};
  std::string out;
  append_analysis_conllu(out, "d", analysis);
  EXPECT_EQ(out, "# newdoc id = d\n");
}

}  // namespace
}  // namespace entente
