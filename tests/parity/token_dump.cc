// token_dump MODEL < DOCS.jsonl > TOKENS.jsonl
//
// For tools/check_parity.py: the tokens of each "text" with the six ids that the
// networks read, which no command of the program shows.
#include <fmt/core.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "base/utf8.h"
#include "nlp/tokenizer.h"

namespace {

using namespace entente;

nlohmann::json dump(const Analysis& analysis, const WorkingDoc& doc) {
  const CodePointMap map(analysis.text);
  nlohmann::json out = {{"start", nlohmann::json::array()},
                        {"end", nlohmann::json::array()},
                        {"space", nlohmann::json::array()},
                        {"ids", nlohmann::json::array()}};
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    const Token& token = analysis.tokens[i];
    out["start"].push_back(map.code_point(token.begin));
    out["end"].push_back(map.code_point(token.end));
    out["space"].push_back(token.space_after ? 1 : 0);
    nlohmann::json ids = nlohmann::json::array();
    for (const std::uint64_t id : doc.features[i]) ids.push_back(fmt::format("{:x}", id));
    out["ids"].push_back(std::move(ids));
  }
  return out;
}

int fail_with(const Error& error) {
  std::cerr << describe(error) << "\n";
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  const auto model = ModelFile::open(argv[1]);
  if (!model) return fail_with(model.error());
  const auto lexemes = LexemeTable::load(*model, 100'000);
  if (!lexemes) return fail_with(lexemes.error());
  const auto tokenizer = Tokenizer::load(*model, **lexemes);
  if (!tokenizer) return fail_with(tokenizer.error());
  Tokenizer::Workspace workspace;
  WorkingDoc doc;
  for (std::string line; std::getline(std::cin, line);) {
    const auto record = nlohmann::json::parse(line, nullptr, false);
    if (!record.is_object() || !record.contains("text")) return 1;
    const std::string text = record["text"].get<std::string>();
    Analysis analysis(text);
    (*tokenizer)->tokenize(analysis, doc, workspace);
    std::cout << dump(analysis, doc).dump() << "\n";
  }
  return 0;
}
