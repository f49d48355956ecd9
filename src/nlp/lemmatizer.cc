// Each rule whose old ending fits gives a candidate.  Known base forms go to the
// front, the last one first; candidates that are no words ("mid-1980") to the
// back; unknown words are used only if there is nothing else.  Exceptions go
// before all.
//
// Example: "flies" as a noun: -s gives "flie" (unknown), -ies "fly" (known):
// fly.  Wrong: "leaves" (verb) in a sentence that was tagged as a noun gives
// "leaf"; an unknown word in -s loses its s ("Hamas" when tagged NNS).
#include "nlp/lemmatizer.h"

#include <fmt/core.h>

#include <algorithm>

#include "model/string_hash.h"
#include "nlp/unicode.h"
#include "record/labels.h"

namespace entente {
namespace {

bool has_feature(std::string_view morph, std::string_view feature) {
  for (std::size_t at = morph.find(feature); at != std::string_view::npos;
       at = morph.find(feature, at + 1)) {
    const std::size_t end = at + feature.size();
    const bool starts = at == 0 || morph[at - 1] == '|';
    const bool ends = feature.ends_with('=') || end == morph.size() || morph[end] == '|';
    if (starts && ends) return true;
  }
  return false;
}

bool contains(std::span<const std::uint64_t> sorted, std::string_view text) {
  return std::binary_search(sorted.begin(), sorted.end(), string_hash(text));
}

void add_unique(std::vector<std::string>& forms, std::string form, bool in_front) {
  if (std::find(forms.begin(), forms.end(), form) != forms.end()) return;
  forms.insert(in_front ? forms.begin() : forms.end(), std::move(form));
}

// Candidates in the order of the rules: a form met again keeps the place that
// its latest insertion at the front gave it.
void add_front(std::vector<std::string>& forms, std::string form) {
  std::erase(forms, form);
  forms.insert(forms.begin(), std::move(form));
}

}  // namespace

bool is_base_form(Pos pos, std::string_view morph) {
  if (morph.empty()) return false;
  if (pos == Pos::kNoun && has_feature(morph, "Number=Sing")) return true;
  if (pos == Pos::kVerb && has_feature(morph, "VerbForm=Fin") && has_feature(morph, "Tense=Pres") &&
      !has_feature(morph, "Number=")) {
    return true;
  }
  return has_feature(morph, "VerbForm=Inf") || has_feature(morph, "VerbForm=None") ||
         has_feature(morph, "Degree=Pos");
}

Result<Lemmatizer::Tables> Lemmatizer::load_tables(const ModelFile& model, Pos pos) {
  Tables tables;
  const std::string name = to_lower(to_string(pos));
  if (const std::string section = fmt::format("lemma.rules.{}", name); model.has(section)) {
    const auto rules = model.strings(section);
    if (!rules || rules->size() % 2 != 0) {
      return fail(ErrorCode::kBadFormat, fmt::format("'{}' is no list of pairs", section),
                  {model.path(), 0, {}});
    }
    tables.rules = *rules;
  }
  const std::string exceptions = fmt::format("lemma.exceptions.{}", name);
  if (model.has(exceptions + ".keys")) {
    const auto table = HashedTable::open(model, exceptions);
    if (!table) return std::unexpected(table.error());
    tables.exceptions = *table;
  }
  if (const std::string section = fmt::format("lemma.index.{}", name); model.has(section)) {
    const auto index = model.u64(section);
    if (!index || !std::is_sorted(index->begin(), index->end())) {
      return fail(ErrorCode::kBadFormat, fmt::format("'{}' is not sorted", section),
                  {model.path(), 0, {}});
    }
    tables.index = *index;
  }
  tables.any = tables.rules.size() != 0 || !tables.exceptions.empty() || !tables.index.empty();
  return tables;
}

Result<Lemmatizer> Lemmatizer::load(const ModelFile& model) {
  Lemmatizer lemmatizer;
  for (std::size_t i = 1; i < kPosCount; ++i) {
    auto tables = load_tables(model, static_cast<Pos>(i));
    if (!tables) return std::unexpected(std::move(tables).error());
    lemmatizer.tables_[i] = *tables;
  }
  return lemmatizer;
}

std::string Lemmatizer::find_lemma(const Lexeme& lexeme, Pos pos) const {
  const Tables& tables = tables_[static_cast<std::size_t>(pos)];
  if (!tables.any) return pos == Pos::kPropn ? lexeme.text : lexeme.lower;
  const std::string& text = lexeme.lower;
  std::vector<std::string> forms;
  std::vector<std::string> unknown;
  for (std::uint32_t i = 0; i + 1 < tables.rules.size(); i += 2) {
    const std::string_view ending = tables.rules[i];
    if (!text.ends_with(ending)) continue;
    std::string form = text.substr(0, text.size() - ending.size());
    form += tables.rules[i + 1];
    if (form.empty()) continue;
    if (contains(tables.index, form)) {
      add_front(forms, std::move(form));
    } else if (!is_alpha(std::string_view(form))) {
      add_unique(forms, std::move(form), false);
    } else {
      unknown.push_back(std::move(form));
    }
  }
  const auto exceptions = tables.exceptions.find(string_hash(text));
  for (std::uint32_t i = exceptions.first; i < exceptions.last; ++i) {
    add_unique(forms, std::string(tables.exceptions.value(i)), true);
  }
  if (!forms.empty()) return forms.front();
  return unknown.empty() ? lexeme.text : unknown.front();
}

void Lemmatizer::apply(Analysis& analysis, const WorkingDoc& doc, Workspace& workspace) const {
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    Token& token = analysis.tokens[i];
    if (!token.lemma.empty()) continue;
    const Lexeme& lexeme = *doc.lexemes[i];
    if (token.pos == Pos::kOther || token.pos == Pos::kSpace ||
        is_base_form(token.pos, token.morph)) {
      token.lemma = analysis.keep(lexeme.lower);
      continue;
    }
    if (!lexeme.in_table) {
      token.lemma = analysis.keep(find_lemma(lexeme, token.pos));
      continue;
    }
    const std::size_t place =
        (lexeme.orth ^ lexeme.orth >> 32) + static_cast<std::size_t>(token.pos) * 977;
    Workspace::Entry& entry = workspace.entries[place % Workspace::kEntries];
    if (entry.lexeme != &lexeme || entry.pos != token.pos) {
      entry = {&lexeme, token.pos, find_lemma(lexeme, token.pos)};
    }
    token.lemma = analysis.keep(entry.lemma);
  }
}

}  // namespace entente
