// For tests: a model file with a handful of rules in the form of a real one.
#pragma once

#include <unistd.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/file.h"
#include "model/hashed_table.h"
#include "model/model_file.h"
#include "model/model_writer.h"
#include "model/string_hash.h"

namespace entente::testing_model {

struct Piece {
  std::string text;
  std::string norm;
};

inline void add_tokenizer(ModelWriter& writer) {
  writer.add_text("tokenizer.prefix", R"(^\(|^"|^'|^\.\.+|^\$)");
  writer.add_text("tokenizer.suffix",
                  R"(\)$|"$|'$|,$|'s$|\.\.+$|(?<=[0-9])(?:km|%)$|(?<=[a-z\)])\.$)");
  writer.add_text("tokenizer.infix", R"(\.\.+|(?<=[a-z0-9])-(?=[a-z]))");
  writer.add_text("tokenizer.url", R"((?u)^(?:\S+@)?(?:[A-Za-z0-9-]+\.)+[a-z]{2,}(?:/\S*)?$)");
  const std::vector<std::pair<std::string, std::vector<Piece>>> exceptions = {
      {"don't", {{"do", ""}, {"n't", "not"}}},
      {"p.m.", {{"p.m.", ""}}},
      {":)", {{":)", ""}}},
      {"'em", {{"'em", "them"}}},
      {" ", {{" ", ""}}}};
  std::vector<std::string> texts, pieces, norms;
  std::vector<std::uint32_t> first = {0};
  for (const auto& [text, parts] : exceptions) {
    texts.push_back(text);
    for (const Piece& piece : parts) {
      pieces.push_back(piece.text);
      norms.push_back(piece.norm);
    }
    first.push_back(static_cast<std::uint32_t>(pieces.size()));
  }
  writer.add_strings("tokenizer.exceptions", texts);
  writer.add_u32("tokenizer.exceptions.first", first);
  writer.add_strings("tokenizer.exceptions.pieces", pieces);
  writer.add_strings("tokenizer.exceptions.norms", norms);
}

inline void add_words(ModelWriter& writer) {
  const std::uint64_t keys[] = {string_hash("agent")};
  const std::uint32_t numbers[] = {17};
  writer.add_u64("symbols.keys", keys);
  writer.add_u32("symbols.numbers", numbers);
  using internal::add_hashed;
  (void)add_hashed(writer, "lexeme_norm", {{string_hash("colour"), {"color"}}, {17, {"broker"}}},
                   {});
  (void)add_hashed(writer, "base_norms", {{string_hash("“"), {"\""}}}, {});
}

// The written bytes, opened again; `path` gets the process in its name and is
// deleted at once (the mapping stays).
inline ModelFile open(const ModelWriter& writer, std::string path) {
  path += "." + std::to_string(::getpid());
  (void)writer.write(path);
  ModelFile model = ModelFile::open(path).value();
  ::unlink(path.c_str());
  return model;
}

}  // namespace entente::testing_model
