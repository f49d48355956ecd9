// Runs tests/cases/proposition/*.case through the language model.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/file.h"
#include "nlp/language_model.h"
#include "nlp/model_for_tests.h"
#include "proposition/build.h"
#include "proposition/testing/case_file.h"
#include "proposition/testing/expectation.h"

namespace entente {
namespace {

std::vector<std::string> case_files() {
  std::vector<std::string> files;
  const std::string folder = std::string(ENTENTE_SOURCE_DIR) + "/tests/cases/proposition";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() == ".case") files.push_back(entry.path().string());
  }
  std::ranges::sort(files);
  return files;
}

TEST(PropositionCases, AllHold) {
  const auto model = LanguageModel::open(test_model_path());
  if (!model) GTEST_SKIP() << describe(model.error());
  Analyzer analyzer(*model);
  const auto classes = WordClasses::load(std::string(ENTENTE_DATA_DIR) + "/lexicon");
  ASSERT_TRUE(classes) << describe(classes.error());
  int count = 0;
  for (const std::string& path : case_files()) {
    const auto content = read_file(path);
    ASSERT_TRUE(content) << describe(content.error());
    const auto cases = testing::parse_case_file(*content, path);
    ASSERT_TRUE(cases) << describe(cases.error());
    for (const testing::PropositionCase& c : *cases) {
      SCOPED_TRACE(path + ":" + std::to_string(c.line) + " " + c.text);
      const Analysis analysis = analyzer.analyze(c.text, c.section);
      const Propositions propositions = build_propositions(analysis, *classes);
      for (const std::string& line : c.expected) {
        EXPECT_EQ(testing::check_expectation(analysis, propositions, line), "");
      }
      ++count;
    }
  }
  EXPECT_GE(count, 200);
}

}  // namespace
}  // namespace entente
