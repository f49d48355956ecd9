#include "nlp/networks.h"

namespace entente {

static_assert(Tok2VecReader::kBlock == TransitionScorer::kBlock);

Result<Networks> Networks::load(const ModelFile& model, const Kernels& kernels,
                                std::size_t cache_rows) {
  auto tok2vec = Tok2Vec::load(model, "tok2vec", kernels, cache_rows);
  if (!tok2vec) return std::unexpected(tok2vec.error());
  auto tagger = Tagger::load(model, kernels);
  if (!tagger) return std::unexpected(tagger.error());
  auto parser = DependencyParser::load(model, kernels);
  if (!parser) return std::unexpected(parser.error());
  auto entity_tok2vec = Tok2Vec::load(model, "ner.tok2vec", kernels, cache_rows);
  if (!entity_tok2vec) return std::unexpected(entity_tok2vec.error());
  auto entities = EntityRecognizer::load(model, kernels);
  if (!entities) return std::unexpected(entities.error());
  return Networks{std::move(*tok2vec), std::move(*tagger), std::move(*parser),
                  std::move(*entity_tok2vec), std::move(*entities)};
}

NetworkRun::NetworkRun(const Networks& networks)
    : networks_(networks),
      reader_(networks.tok2vec),
      parser_scorer_(networks.parser.net()),
      parser_run_(networks.parser),
      entity_reader_(networks.entity_tok2vec),
      entity_scorer_(networks.entities.net()) {}

const NetworkOutput& NetworkRun::run(std::span<const TokenFeatures> tokens, Margins* margins) {
  output_.tags.clear();
  output_.entities.clear();
  is_space_.clear();
  for (const TokenFeatures& token : tokens) {
    is_space_.push_back(token[static_cast<std::size_t>(FeatureColumn::kIsSpace)] != 0);
  }
  if (margins != nullptr) margins->tag.clear();

  reader_.start(tokens);
  parser_scorer_.start(margins != nullptr);
  parser_run_.start(static_cast<std::uint32_t>(tokens.size()),
                    margins != nullptr ? &margins->parse : nullptr);
  while (!parser_run_.advance(parser_scorer_)) {
    const Tok2VecReader::Block block = reader_.next();
    networks_.tagger.tag(block.vectors, block.count, output_.tags,
                         margins != nullptr ? &margins->tag : nullptr, tag_scores_);
    parser_scorer_.append(block.vectors, block.count);
  }
  parser_run_.take_arcs(output_.tree);
  finish_tree(output_.tree, is_space_);

  entity_reader_.start(tokens);
  networks_.entities.find(entity_reader_, entity_scorer_, is_space_, output_.tree.sentence_starts,
                          output_.entities, margins != nullptr ? &margins->entity : nullptr);
  return output_;
}

}  // namespace entente
