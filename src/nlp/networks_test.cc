// Properties of the networks that need no reference: what must not change a
// result.  They run on made-up token attributes with the real weights, and are
// skipped where no model file is.
#include "nlp/networks.h"

#include <gtest/gtest.h>

#include <random>
#include <thread>
#include <vector>

#include "nlp/model_for_tests.h"

namespace entente {
namespace {

using Document = std::vector<TokenFeatures>;

Document random_document(std::size_t tokens, unsigned seed) {
  std::mt19937_64 generator(seed);
  // A small vocabulary with one frequent "full stop", so that words repeat.
  std::vector<TokenFeatures> words(300);
  for (TokenFeatures& word : words) {
    for (std::size_t c = 0; c < 4; ++c) word[c] = generator();
    word[4] = generator() % 2;
    word[5] = generator() % 50 == 0 ? 1 : 0;
  }
  Document document(tokens);
  for (TokenFeatures& token : document) token = words[generator() % words.size()];
  return document;
}

struct Result {
  std::vector<Tag> tags;
  std::vector<std::uint32_t> heads;
  std::vector<ArcLabel> labels;
  std::vector<bool> sentence_starts;
  std::vector<std::tuple<std::uint32_t, std::uint32_t, EntityType>> entities;
  bool operator==(const Result&) const = default;
};

Result analyze(NetworkRun& run, const Document& document, Margins* margins = nullptr) {
  const NetworkOutput& output = run.run(document, margins);
  Result result{
      output.tags, output.tree.heads, output.tree.labels, output.tree.sentence_starts, {}};
  for (const NamedEntity& e : output.entities) {
    result.entities.emplace_back(e.tokens.first, e.tokens.last, e.type);
  }
  return result;
}

class NetworksTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!test_model().has_value()) GTEST_SKIP() << no_test_model();
  }
  static Networks load(const Kernels& kernels, std::size_t cache_rows) {
    return Networks::load(*test_model(), kernels, cache_rows).value();
  }
};

TEST_F(NetworksTest, CachesAndEarlierDocumentsChangeNothing) {
  const Networks without = load(best_kernels(), 0);
  const Networks tiny = load(best_kernels(), 40);
  const Networks ample = load(best_kernels(), 4000);
  NetworkRun reference(without);
  NetworkRun tiny_run(tiny);
  NetworkRun ample_run(ample);
  for (const std::size_t tokens : {1, 2, 5, 9, 126, 127, 128, 129, 133, 256, 700}) {
    const Document document = random_document(tokens, static_cast<unsigned>(tokens % 3));
    Margins a;
    Margins b;
    Margins c;
    const Result expected = analyze(reference, document, &a);
    EXPECT_EQ(expected, analyze(tiny_run, document, &b)) << tokens;
    EXPECT_EQ(expected, analyze(ample_run, document, &c)) << tokens;
    EXPECT_EQ(a.tag, b.tag);  // the same bits, not only the same decisions
    EXPECT_EQ(a.parse, c.parse);
    EXPECT_EQ(a.entity, c.entity);
  }
}

TEST_F(NetworksTest, AllKernelSetsDecideTheSame) {
  const Document document = random_document(600, 5);
  const Networks best = load(best_kernels(), 1000);
  NetworkRun best_run(best);
  const Result expected = analyze(best_run, document);
  for (const Kernels* set : available_kernels()) {
    const Networks networks = load(*set, 1000);
    NetworkRun run(networks);
    EXPECT_EQ(expected, analyze(run, document)) << set->name;
  }
}

TEST_F(NetworksTest, ThreadsShareOneModel) {
  const Networks networks = load(best_kernels(), 500);
  std::vector<Document> documents;
  for (unsigned i = 0; i < 12; ++i) documents.push_back(random_document(50 + i * 37, i));
  std::vector<Result> expected;
  {
    const Networks own = load(best_kernels(), 0);
    NetworkRun run(own);
    for (const Document& document : documents) expected.push_back(analyze(run, document));
  }
  std::vector<std::vector<Result>> results(3);
  {
    std::vector<std::jthread> threads;
    for (std::vector<Result>& mine : results) {
      threads.emplace_back([&] {
        NetworkRun run(networks);
        for (const Document& document : documents) mine.push_back(analyze(run, document));
      });
    }
  }
  for (const std::vector<Result>& mine : results) EXPECT_EQ(mine, expected);
}

TEST_F(NetworksTest, EmptyDocumentGivesNothing) {
  const Networks networks = load(best_kernels(), 10);
  NetworkRun run(networks);
  EXPECT_TRUE(run.run({}, nullptr).tags.empty());
}

// Rows of tokens that left the ring are computed again, to the same bits.
TEST_F(NetworksTest, OldTokensScoreAsWhenTheyWereNew) {
  const Networks networks = load(best_kernels(), 10);
  const Document document = random_document(2000, 8);
  Tok2VecReader reader(networks.tok2vec);
  TransitionScorer scorer(networks.parser.net());
  reader.start(document);
  scorer.start(true);
  const std::int32_t features[] = {5, 6, 4, 3, 1, -1, 2, 0};
  const MoveRange all[] = {{0, networks.parser.net().moves()}};
  std::vector<TransitionScorer::Choice> choices;
  for (Tok2VecReader::Block block = reader.next(); block.count > 0; block = reader.next()) {
    scorer.append(block.vectors, block.count);
    choices.push_back(scorer.best(features, all));
  }
  ASSERT_EQ(choices.size(), 16U);
  for (const TransitionScorer::Choice& choice : choices) {
    EXPECT_EQ(choice.move, choices[0].move);
    EXPECT_EQ(choice.margin, choices[0].margin);
  }
}

}  // namespace
}  // namespace entente
