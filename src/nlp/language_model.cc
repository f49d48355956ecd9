// The order of the stages: tokenizer, tagger, parser, attribute ruler,
// lemmatizer, entities, noun chunks.  The networks run together, because tagger
// and parser read the same vectors while they are in the cache, and entities
// need only the sentence starts.
#include "nlp/language_model.h"

#include <cassert>
#include <utility>

#include "model/model_file.h"
#include "nlp/attribute_ruler.h"
#include "nlp/dependency_tree.h"
#include "nlp/lemmatizer.h"
#include "nlp/lexeme.h"
#include "nlp/networks.h"
#include "nlp/tokenizer.h"
#include "nlp/working_doc.h"

namespace entente {

// In the order in which they refer to each other.
struct LanguageModel::Parts {
  ModelFile file;
  std::unique_ptr<LexemeTable> lexemes;
  std::unique_ptr<Tokenizer> tokenizer;
  std::unique_ptr<Networks> networks;
  AttributeRuler ruler;
  Lemmatizer lemmatizer;
};

Result<LanguageModel> LanguageModel::open(const std::string& path,
                                          const LanguageModelOptions& options) {
  auto file = ModelFile::open(path);
  if (!file) return std::unexpected(file.error());
  auto ruler = AttributeRuler::load(*file);
  if (!ruler) return std::unexpected(ruler.error());
  auto lemmatizer = Lemmatizer::load(*file);
  if (!lemmatizer) return std::unexpected(lemmatizer.error());
  auto parts = std::make_unique<Parts>(
      Parts{std::move(*file), nullptr, nullptr, nullptr, std::move(*ruler), *lemmatizer});
  auto lexemes = LexemeTable::load(parts->file, options.cached_lexemes);
  if (!lexemes) return std::unexpected(lexemes.error());
  parts->lexemes = std::move(*lexemes);
  auto tokenizer = Tokenizer::load(parts->file, *parts->lexemes);
  if (!tokenizer) return std::unexpected(tokenizer.error());
  parts->tokenizer = std::move(*tokenizer);
  const Kernels& kernels = options.kernels != nullptr ? *options.kernels : best_kernels();
  auto networks = Networks::load(parts->file, kernels, options.cached_rows);
  if (!networks) return std::unexpected(networks.error());
  parts->networks = std::make_unique<Networks>(std::move(*networks));
  return LanguageModel(std::move(parts));
}

LanguageModel::LanguageModel(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
LanguageModel::LanguageModel(LanguageModel&&) noexcept = default;
LanguageModel& LanguageModel::operator=(LanguageModel&&) noexcept = default;
LanguageModel::~LanguageModel() = default;

std::uint64_t LanguageModel::checksum() const { return parts_->file.checksum(); }

struct Analyzer::Workspace {
  explicit Workspace(const LanguageModel::Parts& model_parts)
      : parts(model_parts), networks(*model_parts.networks) {}

  const LanguageModel::Parts& parts;
  Tokenizer::Workspace tokenizer;
  WorkingDoc doc;
  NetworkRun networks;
  AttributeRuler::Workspace ruler;
  Lemmatizer::Workspace lemmatizer;
};

Analyzer::Analyzer(const LanguageModel& model)
    : workspace_(std::make_unique<Workspace>(*model.parts_)) {}
Analyzer::Analyzer(Analyzer&&) noexcept = default;
Analyzer& Analyzer::operator=(Analyzer&&) noexcept = default;
Analyzer::~Analyzer() = default;

namespace {

void write_tokens(const NetworkOutput& found, Analysis& analysis) {
  assert(found.tags.size() == analysis.tokens.size());
  for (std::size_t i = 0; i < analysis.tokens.size(); ++i) {
    Token& token = analysis.tokens[i];
    token.tag = found.tags[i];
    token.head = found.tree.heads[i];
    token.dep = found.tree.labels[i].dep;
    token.sentence_start = found.tree.sentence_starts[i];
  }
  analysis.sentences = find_sentences(found.tree);
  analysis.entities = found.entities;
  for (const NamedEntity& entity : analysis.entities) {
    for (std::uint32_t i = entity.tokens.first; i < entity.tokens.last; ++i) {
      analysis.tokens[i].entity_type = entity.type;
    }
  }
}

// The longest prefix of at most `limit` bytes that ends between code points.
std::string_view bounded(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text;
  while (limit > 0 && (static_cast<unsigned char>(text[limit]) & 0xC0U) == 0x80U) --limit;
  return text.substr(0, limit);
}

}  // namespace

Analysis Analyzer::analyze(std::string_view text, Section section, Margins* margins) {
  Workspace& w = *workspace_;
  Analysis analysis(bounded(text, kMaxBytes), section);
  w.parts.tokenizer->tokenize(analysis, w.doc, w.tokenizer);
  const NetworkOutput& found = w.networks.run(w.doc.features, margins);
  write_tokens(found, analysis);
  w.parts.ruler.apply(analysis, w.doc, w.ruler);
  w.parts.lemmatizer.apply(analysis, w.doc, w.lemmatizer);
  analysis.noun_chunks = find_noun_chunks(found.tree, analysis.tokens);
  return analysis;
}

}  // namespace entente
