#include "story/story_index.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

namespace entente {
namespace {

std::string numbered_words(int first, int last) {
  std::string text;
  for (int i = first; i < last; ++i) text += "w" + std::to_string(i) + " ";
  return text;
}

// Documents by row, as the database would hold them.
class Shelf {
 public:
  StoryIndex index() {
    return StoryIndex([this](std::int64_t document) { return texts_[document]; });
  }
  StoryChange add(StoryIndex& index, std::int64_t document, const std::string& text,
                  std::optional<Date> day = {}, Voice voice = {}) {
    texts_[document] = text;
    return index.add(make_sketch(document, text, day, std::move(voice)), text);
  }

 private:
  std::map<std::int64_t, std::string> texts_;
};

using Partition = std::set<std::set<std::int64_t>>;

Partition partition(const StoryIndex& index, const std::vector<std::int64_t>& documents) {
  Partition out;
  for (const std::int64_t document : documents) {
    const auto story = index.find(document);
    out.emplace(story->documents.begin(), story->documents.end());
  }
  return out;
}

TEST(StoryIndex, LinksAndNamesTheStory) {
  Shelf shelf;
  StoryIndex index = shelf.index();
  EXPECT_TRUE(shelf.add(index, 3, numbered_words(0, 200)).links.empty());
  const StoryChange change = shelf.add(index, 7, numbered_words(0, 70));
  EXPECT_EQ(change.story.id, 3);
  EXPECT_EQ(change.story.documents, (std::vector<std::int64_t>{3, 7}));
  EXPECT_TRUE(change.gone.empty());
  ASSERT_EQ(change.links.size(), 1u);
  EXPECT_EQ(change.links[0].of, 3);
  EXPECT_EQ(change.links[0].kind, CopyKind::kShortened);
  EXPECT_EQ(change.links[0].contained, 1.0);
  EXPECT_EQ(shelf.add(index, 9, numbered_words(500, 600)).story.id, 9);
}

TEST(StoryIndex, AMissingPieceJoinsTwoStories) {
  Shelf shelf;
  StoryIndex index = shelf.index();
  shelf.add(index, 1, numbered_words(0, 100));
  shelf.add(index, 2, numbered_words(80, 180));
  EXPECT_EQ(index.find(2)->id, 2);
  const StoryChange change = shelf.add(index, 3, numbered_words(0, 180));
  EXPECT_EQ(change.story.documents, (std::vector<std::int64_t>{1, 2, 3}));
  EXPECT_EQ(change.gone, std::vector<std::int64_t>{2});
  EXPECT_EQ(change.links.size(), 2u);

  const auto rest = index.remove(3);
  EXPECT_EQ(rest.size(), 2u);
  EXPECT_EQ(partition(index, {1, 2}), (Partition{{1}, {2}}));
}

TEST(StoryIndex, RemovingTheFirstRenamesTheStory) {
  Shelf shelf;
  StoryIndex index = shelf.index();
  for (const std::int64_t document : {1, 2, 3}) shelf.add(index, document, numbered_words(0, 90));
  const auto rest = index.remove(1);
  ASSERT_EQ(rest.size(), 1u);
  EXPECT_EQ(rest[0].story.id, 2);
  EXPECT_EQ(rest[0].story.documents, (std::vector<std::int64_t>{2, 3}));
  EXPECT_EQ(rest[0].gone, std::vector<std::int64_t>{1});
  EXPECT_EQ(rest[0].links.size(), 1u);
  EXPECT_TRUE(index.remove(2).size() == 1 && index.remove(3).empty());
  EXPECT_EQ(index.size(), 0u);
}

TEST(StoryIndex, CopiesOfAnotherMonthAreAnotherStory) {
  Shelf shelf;
  StoryIndex index = shelf.index();
  const Date day = *Date::make(2022, 2, 4);
  shelf.add(index, 1, numbered_words(0, 90), day);
  EXPECT_EQ(shelf.add(index, 2, numbered_words(0, 90), day.plus_days(31)).story.id, 2);
  EXPECT_EQ(shelf.add(index, 3, numbered_words(0, 90), day.plus_days(-30)).story.id, 1);
}

TEST(StoryIndex, TheAgencyIsTheVoice) {
  Shelf shelf;
  StoryIndex index = shelf.index();
  const Date day = *Date::make(2022, 2, 4);
  shelf.add(index, 1, numbered_words(0, 90), day, {"B", "FRA", false, "source"});
  EXPECT_EQ(
      shelf.add(index, 2, numbered_words(0, 90), day.plus_days(-1), {"C", "DEU", false, "source"})
          .story.voice.name,
      "C");
  EXPECT_EQ(shelf.add(index, 3, numbered_words(0, 90), day, {"AP", "USA", true, "dateline"})
                .story.voice.name,
            "AP");
}

TEST(StoryIndex, RestoredIsAsBefore) {
  Shelf shelf;
  StoryIndex first = shelf.index();
  for (const std::int64_t document : {1, 2}) shelf.add(first, document, numbered_words(0, 90));
  StoryIndex second = shelf.index();
  for (const std::int64_t document : {1, 2}) {
    second.restore(make_sketch(document, numbered_words(0, 90), {}, {}), 1);
  }
  EXPECT_EQ(partition(first, {1, 2}), partition(second, {1, 2}));
  EXPECT_EQ(shelf.add(second, 5, numbered_words(0, 60)).story.documents.size(), 3u);
}

TEST(StoryIndex, ForgetsTheOldAndKeepsNames) {
  Shelf shelf;
  StoryIndex index = shelf.index();
  const Date day = *Date::make(2022, 2, 4);
  shelf.add(index, 1, numbered_words(0, 90), day);
  shelf.add(index, 2, numbered_words(0, 90), day.plus_days(20));
  index.forget_before(day.plus_days(1));
  EXPECT_EQ(index.size(), 1u);
  EXPECT_FALSE(index.find(1));
  EXPECT_EQ(shelf.add(index, 3, numbered_words(0, 90), day.plus_days(40)).story.id, 1);
}

// Documents of 12 stories, cut, mixed and prefixed, in 30 orders.
TEST(StoryIndex, OrderOfArrivalDoesNotMatter) {
  std::mt19937 random(7);
  std::vector<std::string> texts;
  for (int story = 0; story < 12; ++story) {
    const int start = story * 1000;
    texts.push_back(numbered_words(start, start + 200));
    for (int copy = 0; copy < 4; ++copy) {
      const int cut = start + 60 + static_cast<int>(random() % 140);
      const int gap = start + 20 + static_cast<int>(random() % 20);
      texts.push_back(numbered_words(start, gap) + numbered_words(gap + 5, cut));
    }
    texts.push_back(numbered_words(start + 150, start + 300));  // a third of it
  }
  std::optional<Partition> expected;
  std::vector<std::int64_t> order;
  for (std::size_t i = 0; i < texts.size(); ++i) order.push_back(static_cast<std::int64_t>(i));
  for (int round = 0; round < 30; ++round) {
    Shelf shelf;
    StoryIndex index = shelf.index();
    for (const std::int64_t i : order) shelf.add(index, i, texts[static_cast<std::size_t>(i)]);
    const Partition found = partition(index, order);
    if (!expected) expected = found;
    ASSERT_EQ(found, *expected) << "round " << round;
    std::ranges::shuffle(order, random);
  }
  EXPECT_EQ(expected->size(), 24u);
}

}  // namespace
}  // namespace entente
