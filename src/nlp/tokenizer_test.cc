#include "nlp/tokenizer.h"

#include <gtest/gtest.h>

#include <chrono>

#include "model/string_hash.h"
#include "nlp/small_model.h"

namespace entente {
namespace {

class TokenizerTest : public testing::Test {
 protected:
  static ModelFile make() {
    ModelWriter writer;
    testing_model::add_words(writer);
    testing_model::add_tokenizer(writer);
    return testing_model::open(writer, testing::TempDir() + "/tokenizer_test.model");
  }

  // The tokens, each followed by "_" if a blank was consumed behind it.
  std::vector<std::string> cut(std::string_view text) {
    Analysis analysis(text);
    tokenizer_->tokenize(analysis, doc_, workspace_);
    std::vector<std::string> out;
    for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
      out.push_back(std::string(analysis.token_text(i)) +
                    (analysis.tokens[i].space_after ? "_" : ""));
    }
    return out;
  }

  using Words = std::vector<std::string>;
  ModelFile model_ = make();
  std::unique_ptr<LexemeTable> lexemes_ = LexemeTable::load(model_, 100'000).value();
  std::unique_ptr<Tokenizer> tokenizer_ = Tokenizer::load(model_, *lexemes_).value();
  Tokenizer::Workspace workspace_;
  WorkingDoc doc_;
};

TEST_F(TokenizerTest, WhiteSpace) {
  const std::pair<const char*, Words> cases[] = {
      {"", {}},
      {" ", {" "}},
      {"a b", {"a_", "b"}},
      {"a  b", {"a_", " ", "b"}},
      {"a\nb", {"a", "\n", "b"}},
      {"a \n b", {"a_", "\n ", "b"}},
      {"a ", {"a_"}},
      {"a  ", {"a_", " "}},
      {"  a", {"  ", "a"}},
      {"a\u00a0b", {"a", "\u00a0", "b"}},
      {"a\u2003 b", {"a", "\u2003 ", "b"}},
  };
  for (const auto& [text, words] : cases) EXPECT_EQ(cut(text), words) << '"' << text << '"';
}

TEST_F(TokenizerTest, Affixes) {
  const std::pair<const char*, Words> cases[] = {
      {"(\"go.\")", {"(", "\"", "go", ".", "\"", ")"}},
      {"(go).", {"(", "go", ")", "."}},
      {"Iran's", {"Iran", "'s"}},
      {"12km,", {"12", "km", ","}},
      {"well-known", {"well", "-", "known"}},
      {"-known", {"-known"}},
      {"wait...what", {"wait", "...", "what"}},
      {"...", {"..."}},
      {"\"", {"\""}},
      {"''", {"'", "'"}},
  };
  for (const auto& [text, words] : cases) EXPECT_EQ(cut(text), words) << text;
}

TEST_F(TokenizerTest, ExceptionsStopThePeeling) {
  EXPECT_EQ(cut("don't"), (Words{"do", "n't"}));
  EXPECT_EQ(cut("(don't)"), (Words{"(", "do", "n't", ")"}));
  EXPECT_EQ(cut("(:)"), (Words{"(", ":)"}));  // the suffix rule would take the bracket
  EXPECT_EQ(cut("p.m."), (Words{"p.m."}));
  EXPECT_EQ(cut("(p.m.)"), (Words{"(", "p.m.", ")"}));
}

TEST_F(TokenizerTest, ExceptionsThatWereCutUpAreJoined) {
  // Peeling takes both quotes, and with them the first letter of 'em.
  EXPECT_EQ(cut("'em,' he"), (Words{"'em", ",", "'_", "he"}));
  EXPECT_EQ(doc_.features[0][0], string_hash("them"));
  EXPECT_EQ(cut("' em"), (Words{"'_", "em"}));  // the text between is no exception
}

TEST_F(TokenizerTest, ExceptionsBringTheirNorm) {
  cut("don't");
  ASSERT_EQ(doc_.features.size(), 2U);
  EXPECT_EQ(doc_.features[1][0], string_hash("not"));
  EXPECT_EQ(doc_.features[0][0], string_hash("do"));
}

TEST_F(TokenizerTest, AddressesStayWhole) {
  EXPECT_EQ(cut("(www.a-b.org/x-y)"), (Words{"(", "www.a-b.org/x-y", ")"}));
  EXPECT_EQ(cut("press-office@a-b.org,"), (Words{"press-office@a-b.org", ","}));
}

TEST_F(TokenizerTest, TheCacheChangesNothing) {
  const Words first = cut("(don't) 12km, well-known don't");
  EXPECT_EQ(cut("(don't) 12km, well-known don't"), first);
  // More chunks than the cache has places.
  for (int i = 0; i < 50'000; ++i) {
    const std::string number = std::to_string(i);
    ASSERT_EQ(cut("x" + number + "-y"), (Words{"x" + number, "-", "y"}));
  }
  EXPECT_EQ(cut("(don't) 12km, well-known don't"), first);
}

TEST_F(TokenizerTest, HostileTextIsLinear) {
  std::string dashes;
  for (int i = 0; i < 1'000'000; ++i) dashes += "a-";
  std::string addresses;
  for (int i = 0; i < 200'000; ++i) addresses += "a.@";
  std::string quotes;
  for (int i = 0; i < 500'000; ++i) quotes += "('";
  const std::string texts[] = {std::string(3'000'000, '('),
                               std::string(3'000'000, ')'),
                               std::string(3'000'000, '.'),
                               std::string(3'000'000, 'x'),
                               std::string(3'000'000, ' '),
                               dashes,
                               addresses,
                               quotes};
  const auto start = std::chrono::steady_clock::now();
  for (const std::string& text : texts) {
    std::size_t length = 0;
    for (const std::string& word : cut(text)) length += word.size() - word.ends_with('_');
    EXPECT_EQ(length, text.size()) << text.substr(0, 10);
  }
  // Takes about 4 s; a quadratic step would take hours.
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(60));
}

}  // namespace
}  // namespace entente
