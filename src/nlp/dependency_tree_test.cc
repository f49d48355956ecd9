#include "nlp/dependency_tree.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

DependencyTree make_tree(std::vector<std::uint32_t> heads, const std::vector<const char*>& labels) {
  DependencyTree tree;
  tree.heads = std::move(heads);
  for (const char* label : labels) tree.labels.push_back(ArcLabel::parse(label).value());
  return tree;
}

std::vector<Token> with_pos(const DependencyTree& tree, const std::vector<Pos>& pos) {
  std::vector<Token> tokens(pos.size());
  for (std::size_t i = 0; i < pos.size(); ++i) {
    tokens[i].pos = pos[i];
    tokens[i].dep = tree.labels[i].dep;
    tokens[i].head = tree.heads[i];
  }
  return tokens;
}

std::vector<bool> no_space(std::size_t n) { return std::vector<bool>(n, false); }

TEST(ArcLabel, ReadsPlainAndDoubleLabels) {
  EXPECT_EQ(ArcLabel::parse("nsubj"), (ArcLabel{Dep::kNsubj, Dep::kOther}));
  EXPECT_EQ(ArcLabel::parse("relcl||dobj"), (ArcLabel{Dep::kRelcl, Dep::kDobj}));
  EXPECT_FALSE(ArcLabel::parse("nonsense"));
  EXPECT_FALSE(ArcLabel::parse("nsubj||nonsense"));
  EXPECT_FALSE(ArcLabel::parse("nsubj||"));
}

TEST(FinishTree, EdgesSpanTheSubtree) {
  // The fleet left Malta
  DependencyTree tree = make_tree({1, 2, 2, 2}, {"det", "nsubj", "ROOT", "dobj"});
  finish_tree(tree, no_space(4));
  EXPECT_EQ(tree.left_edges, (std::vector<std::uint32_t>{0, 0, 0, 3}));
  EXPECT_EQ(tree.right_edges, (std::vector<std::uint32_t>{0, 1, 3, 3}));
  EXPECT_EQ(find_sentences(tree), (std::vector<TokenRange>{{0, 4}}));
}

TEST(FinishTree, EachRootBeginsASentenceAtItsLeftEdge) {
  // Ships sailed . They sank .
  DependencyTree tree =
      make_tree({1, 1, 1, 4, 4, 4}, {"nsubj", "ROOT", "punct", "nsubj", "ROOT", "punct"});
  finish_tree(tree, no_space(6));
  EXPECT_EQ(find_sentences(tree), (std::vector<TokenRange>{{0, 3}, {3, 6}}));
}

TEST(FinishTree, DoubleLabelMovesTheTokenToItsTrueHead) {
  // A hearing starts on fishing : "on" was hung on "starts" as prep||nsubj.
  DependencyTree tree = make_tree({1, 2, 2, 2, 3}, {"det", "nsubj", "ROOT", "prep||nsubj", "pobj"});
  finish_tree(tree, no_space(5));
  EXPECT_EQ(tree.heads[3], 1U);
  EXPECT_EQ(tree.labels[3], (ArcLabel{Dep::kPrep, Dep::kOther}));
  EXPECT_EQ(tree.right_edges[1], 4U);  // the arcs cross now
}

TEST(FinishTree, DoubleLabelWithoutSuchATokenKeepsItsHead) {
  DependencyTree tree = make_tree({1, 1, 1}, {"nsubj", "ROOT", "prep||dobj"});
  finish_tree(tree, no_space(3));
  EXPECT_EQ(tree.heads[2], 1U);
  EXPECT_EQ(tree.labels[2], (ArcLabel{Dep::kPrep, Dep::kOther}));
}

TEST(FinishTree, WhiteSpaceIsNoTrueHead) {
  DependencyTree tree = make_tree({1, 1, 1, 1}, {"dobj", "ROOT", "dobj", "prep||dobj"});
  finish_tree(tree, {true, false, false, false});
  EXPECT_EQ(tree.heads[3], 2U);
}

TEST(FinishTree, NothingHappensToAnEmptyDocument) {
  DependencyTree tree;
  finish_tree(tree, {});
  EXPECT_TRUE(find_sentences(tree).empty());
}

// A chain of 200,000 tokens: no recursion, no square.
TEST(FinishTree, LongChainIsLinear) {
  constexpr std::uint32_t kTokens = 200'000;
  DependencyTree tree;
  for (std::uint32_t i = 0; i < kTokens; ++i) {
    tree.heads.push_back(i == 0 ? 0 : i - 1);
    tree.labels.push_back({i == 0 ? Dep::kRoot : Dep::kConj, Dep::kOther});
  }
  finish_tree(tree, no_space(kTokens));
  EXPECT_EQ(tree.right_edges[0], kTokens - 1);
  EXPECT_EQ(find_noun_chunks(tree, with_pos(tree, std::vector<Pos>(kTokens, Pos::kNoun))).size(),
            kTokens);
}

TEST(NounChunks, RunFromTheLeftEdgeToTheNoun) {
  // The old fleet and its crews left Malta
  DependencyTree tree = make_tree({2, 2, 6, 2, 5, 2, 6, 6},
                                  {"det", "amod", "nsubj", "cc", "poss", "conj", "ROOT", "dobj"});
  finish_tree(tree, no_space(8));
  const std::vector<Pos> pos = {Pos::kDet,  Pos::kAdj,  Pos::kNoun, Pos::kCconj,
                                Pos::kPron, Pos::kNoun, Pos::kVerb, Pos::kPropn};
  EXPECT_EQ(find_noun_chunks(tree, with_pos(tree, pos)),
            (std::vector<TokenRange>{{0, 3}, {4, 6}, {7, 8}}));
}

TEST(NounChunks, NeedANominalFunctionAndDoNotNest) {
  // sugar exports : "sugar" is a compound inside the chunk of "exports"
  DependencyTree tree = make_tree({1, 1}, {"compound", "ROOT"});
  finish_tree(tree, no_space(2));
  EXPECT_EQ(find_noun_chunks(tree, with_pos(tree, {Pos::kNoun, Pos::kNoun})),
            (std::vector<TokenRange>{{0, 2}}));
}

}  // namespace
}  // namespace entente
