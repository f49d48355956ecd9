#include "nlp/lexeme.h"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

#include "model/string_hash.h"
#include "nlp/small_model.h"

namespace entente {
namespace {

class LexemeTest : public testing::Test {
 protected:
  static ModelFile make() {
    ModelWriter writer;
    testing_model::add_words(writer);
    return testing_model::open(writer, testing::TempDir() + "/lexeme_test.model");
  }
  std::unique_ptr<LexemeTable> table(std::size_t capacity = 10'000) {
    return LexemeTable::load(model_, capacity).value();
  }
  ModelFile model_ = make();
  LexemeTable::Overflow overflow_;
};

TEST_F(LexemeTest, ReservedStringsHaveSmallIds) {
  const auto ids = StringIds::load(model_).value();
  EXPECT_EQ(ids.id(""), 0U);
  EXPECT_EQ(ids.id("agent"), 17U);
  EXPECT_EQ(ids.id("Agent"), string_hash("Agent"));
}

TEST_F(LexemeTest, Attributes) {
  const auto lexemes = table();
  const Lexeme* word = lexemes->get("Ångström", "", overflow_);
  EXPECT_EQ(word->lower, "ångström");
  EXPECT_EQ(word->norm, string_hash("ångström"));
  EXPECT_EQ(word->prefix, string_hash("Å"));
  EXPECT_EQ(word->suffix, string_hash("röm"));
  EXPECT_EQ(word->shape, string_hash("Xxxxx"));
  EXPECT_FALSE(word->is_space);
  EXPECT_TRUE(lexemes->get("\n\u3000", "", overflow_)->is_space);
}

TEST_F(LexemeTest, Shapes) {
  const auto lexemes = table();
  const auto shape = [&](std::string_view text) {
    return lexemes->get(text, "", overflow_)->shape;
  };
  EXPECT_EQ(shape("C-130s"), string_hash("X-dddx"));
  EXPECT_EQ(shape("1234567"), string_hash("dddd"));
  EXPECT_EQ(shape("......"), string_hash("...."));
  EXPECT_EQ(shape("x²"), string_hash("xd"));
  EXPECT_EQ(shape(std::string(99, 'a')), string_hash("xxxx"));
  EXPECT_EQ(shape(std::string(100, 'a')), string_hash("LONG"));
}

TEST_F(LexemeTest, NormsComeFromTheTablesInOrder) {
  const auto lexemes = table();
  EXPECT_EQ(lexemes->get("colour", "", overflow_)->norm, string_hash("color"));
  EXPECT_EQ(lexemes->get("agent", "", overflow_)->norm, string_hash("broker"));  // by its id
  EXPECT_EQ(lexemes->get("“", "", overflow_)->norm, string_hash("\""));
  EXPECT_EQ(lexemes->get("Other", "", overflow_)->norm, string_hash("other"));
}

TEST_F(LexemeTest, AnotherNormIsAnotherLexeme) {
  const auto lexemes = table();
  const Lexeme* plain = lexemes->get("'s", "", overflow_);
  const Lexeme* with_norm = lexemes->get("'s", "is", overflow_);
  EXPECT_NE(plain, with_norm);
  EXPECT_EQ(with_norm->norm, string_hash("is"));
  EXPECT_EQ(with_norm, lexemes->get("'s", "is", overflow_));
}

TEST_F(LexemeTest, IsBounded) {
  const auto lexemes = table(640);
  for (int i = 0; i < 20'000; ++i) lexemes->get("w" + std::to_string(i), "", overflow_);
  EXPECT_LE(lexemes->size(), 640U);
  EXPECT_EQ(overflow_.size(), 20'000 - lexemes->size());
  overflow_.clear();
  const std::string giant(1'000'000, 'z');
  EXPECT_EQ(lexemes->get(giant, "", overflow_)->text.size(), giant.size());
  EXPECT_EQ(overflow_.size(), 1U);
}

TEST_F(LexemeTest, ThreadsSeeOneLexemePerWord) {
  const auto lexemes = table();
  std::vector<std::vector<const Lexeme*>> seen(4);
  std::vector<std::thread> threads;
  for (auto& mine : seen) {
    threads.emplace_back([&lexemes, &mine] {
      LexemeTable::Overflow overflow;
      for (int i = 0; i < 2'000; ++i) {
        mine.push_back(lexemes->get("w" + std::to_string(i), "", overflow));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& mine : seen) EXPECT_EQ(mine, seen.front());
}

}  // namespace
}  // namespace entente
