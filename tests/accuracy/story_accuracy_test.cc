// How well copies and acts are found in corpora of which the truth is known.
// The seeds are none of those that the thresholds were chosen on.
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "story/act_index.h"
#include "story/story_index.h"
#include "story_corpus.h"

namespace entente {
namespace {

constexpr int kActs = 400;

using Labels = std::vector<std::int64_t>;

GeneratedCorpus make_corpus(std::uint32_t seed, int acts = kActs) {
  auto words = StoryCorpus::load(ENTENTE_STORY_WORDS);
  EXPECT_TRUE(words) << describe(words.error());
  return words->generate(seed, acts);
}

double f1(double precision, double recall) {
  return precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0;
}

struct Score {
  double precision = 0, recall = 0;
  double f() const { return f1(precision, recall); }
};

// How many items have each label, and each pair of labels.
struct Overlap {
  std::map<std::int64_t, double> found, truth;
  std::map<std::pair<std::int64_t, std::int64_t>, double> both;

  Overlap(const Labels& f, const Labels& t) {
    for (std::size_t i = 0; i < f.size(); ++i) {
      ++found[f[i]];
      ++truth[t[i]];
      ++both[{f[i], t[i]}];
    }
  }
};

Score score_pairs(const Labels& found, const Labels& truth) {
  const Overlap o(found, truth);
  const auto pairs = [](const auto& counts) {
    double sum = 0;
    for (const auto& [label, n] : counts) sum += n * (n - 1) / 2;
    return sum;
  };
  return {pairs(o.both) / pairs(o.found), pairs(o.both) / pairs(o.truth)};
}

// Bagga and Baldwin 1998.
Score score_b_cubed(const Labels& found, const Labels& truth) {
  const Overlap o(found, truth);
  Score score;
  for (const auto& [labels, n] : o.both) {
    score.precision += n * n / o.found.at(labels.first);
    score.recall += n * n / o.truth.at(labels.second);
  }
  score.precision /= static_cast<double>(found.size());
  score.recall /= static_cast<double>(found.size());
  return score;
}

std::vector<std::size_t> order_of(std::size_t n, std::uint32_t seed) {
  std::vector<std::size_t> order(n);
  for (std::size_t i = 0; i < n; ++i) order[i] = i;
  std::mt19937 engine(seed);
  if (seed != 0) std::ranges::shuffle(order, engine);
  return order;
}

// The story of each report.
Labels find_stories(const GeneratedCorpus& corpus, std::uint32_t order) {
  StoryIndex index([&](std::int64_t document) {
    return corpus.reports[static_cast<std::size_t>(document - 1)].document.text;
  });
  for (const std::size_t i : order_of(corpus.reports.size(), order)) {
    const Document& document = corpus.reports[i].document;
    index.add(make_sketch(static_cast<std::int64_t>(i) + 1, document.text, document.date, {}),
              document.text);
  }
  Labels labels;
  for (std::size_t i = 0; i < corpus.reports.size(); ++i) {
    labels.push_back(index.find(static_cast<std::int64_t>(i) + 1)->id);
  }
  return labels;
}

// The act of each telling, with the stories that were found.
Labels find_acts(const GeneratedCorpus& corpus, const Labels& stories, std::uint32_t order,
                 std::size_t settle_every = 0) {
  ActIndex index;
  std::map<std::int64_t, std::int64_t> act_of;
  const auto settle = [&] {
    for (const ActRecord& act : index.settle().changed) {
      for (const std::int64_t event : act.events) act_of[event] = act.id;
    }
  };
  std::size_t n = 0;
  for (const std::size_t i : order_of(corpus.tellings.size(), order)) {
    Telling telling = corpus.tellings[i].telling;
    telling.story = stories[static_cast<std::size_t>(telling.document - 1)];
    index.add(std::move(telling));
    if (settle_every != 0 && ++n % settle_every == 0) settle();
  }
  settle();
  Labels labels;
  for (const GeneratedTelling& t : corpus.tellings) labels.push_back(act_of.at(t.telling.event));
  return labels;
}

Labels true_stories(const GeneratedCorpus& corpus) {
  Labels labels;
  for (const GeneratedReport& report : corpus.reports) labels.push_back(report.story);
  return labels;
}

Labels true_acts(const GeneratedCorpus& corpus) {
  Labels labels;
  for (const GeneratedTelling& t : corpus.tellings) labels.push_back(t.act);
  return labels;
}

void print(const char* what, const Score& score) {
  fmt::print("{}: precision {:.3f} recall {:.3f} F1 {:.3f}\n", what, score.precision, score.recall,
             score.f());
}

class StoryAccuracy : public testing::TestWithParam<std::uint32_t> {};

TEST_P(StoryAccuracy, CopiesAndActs) {
  const GeneratedCorpus corpus = make_corpus(GetParam());
  fmt::print("{} reports, {} tellings of {} acts\n", corpus.reports.size(), corpus.tellings.size(),
             kActs);
  const Labels stories = find_stories(corpus, 0);
  const Score copies = score_pairs(stories, true_stories(corpus));
  print("copies, pairs", copies);
  EXPECT_GE(copies.f(), 0.97);
  const Labels acts = find_acts(corpus, stories, 0);
  const Score b_cubed = score_b_cubed(acts, true_acts(corpus));
  print("acts, B3", b_cubed);
  print("acts, pairs", score_pairs(acts, true_acts(corpus)));
  EXPECT_GE(b_cubed.f(), 0.90);
}

INSTANTIATE_TEST_SUITE_P(Unseen, StoryAccuracy, testing::Values(101, 102, 103, 104, 105));

TEST(StoryOrder, AnyOrderGivesTheSameClusters) {
  const GeneratedCorpus corpus = make_corpus(7, 150);
  const Labels stories = find_stories(corpus, 0);
  const Labels acts = find_acts(corpus, stories, 0);
  for (std::uint32_t order = 1; order <= 4; ++order) {
    EXPECT_EQ(find_stories(corpus, order), stories) << "order " << order;
    EXPECT_EQ(find_acts(corpus, stories, order, order % 2 == 0 ? 97 : 0), acts)
        << "order " << order;
  }
}

}  // namespace
}  // namespace entente
