// Which moves are allowed keeps the sequence well formed: inside an entity of
// a type only "inside" and "last" of that type, outside it "begin", "unit" and
// "outside".  No entity begins in white space or runs over a sentence start.
// Where only one move is allowed nothing is scored.
//
// "the UN Security Council met": O, B-ORG, I-ORG, L-ORG, O.
// Wrong where the decision needs what comes later than four tokens: greedy.
#include "nlp/entity_recognizer.h"

#include <fmt/core.h>

#include <algorithm>
#include <cassert>

#include "nlp/margins.h"

namespace entente {

Result<EntityRecognizer> EntityRecognizer::load(const ModelFile& model, const Kernels& kernels) {
  auto net = TransitionNet::load(model, "ner", kFeatures, kernels);
  if (!net) return std::unexpected(net.error());
  EntityRecognizer recognizer(std::move(*net));
  ENTENTE_TRY(recognizer.load_labels(model));
  return recognizer;
}

Status EntityRecognizer::load_labels(const ModelFile& model) {
  const Place place{model.path(), 0, {}};
  actions_.resize(net_.moves(), kOutside);
  types_.resize(net_.moves(), EntityType::kOther);
  inside_.resize(std::size_t{static_cast<std::uint8_t>(EntityType::kWorkOfArt)} + 1);
  last_.resize(inside_.size());
  std::uint32_t known = 0;
  for (std::uint32_t action = 0; action < kActions; ++action) {
    auto range = net_.range(action);
    if (!range) return std::unexpected(range.error());
    known += range->last - range->first;
    // A unit without label stands for a blocked token, which we never preset.
    if (action == kUnit && !range->empty() && net_.label(range->last - 1).empty()) --range->last;
    ranges_[action] = *range;
    for (std::uint32_t move = range->first; move < range->last; ++move) {
      actions_[move] = static_cast<Action>(action);
      if (action == kMissing || action == kOutside) continue;
      types_[move] = parse_entity_type(net_.label(move));
      if (types_[move] == EntityType::kOther) {
        return fail(ErrorCode::kUnsupported,
                    fmt::format("unknown entity type '{}'", net_.label(move)), place);
      }
      const auto type = static_cast<std::size_t>(types_[move]);
      if (action == kInside) inside_[type] = {move, move + 1};
      if (action == kLast) last_[type] = {move, move + 1};
    }
  }
  bool complete = known == net_.moves() && !ranges_[kOutside].empty();
  for (std::uint32_t move = ranges_[kBegin].first; move < ranges_[kBegin].last; ++move) {
    const auto type = static_cast<std::size_t>(types_[move]);
    complete = complete && !inside_[type].empty() && !last_[type].empty();
  }
  if (!complete) return fail(ErrorCode::kUnsupported, "moves that do not fit together", place);
  return {};
}

void EntityRecognizer::find(Tok2VecReader& reader, TransitionScorer& scorer,
                            const std::vector<bool>& is_space,
                            const std::vector<bool>& sentence_starts,
                            std::vector<NamedEntity>& entities, std::vector<float>* margins) const {
  const auto n = static_cast<std::uint32_t>(is_space.size());
  assert(sentence_starts.size() == n);
  if (margins != nullptr) margins->assign(n, Margins::kSure);
  scorer.start(margins != nullptr);
  bool open = false;
  NamedEntity entity;
  for (std::uint32_t i = 0; i < n; ++i) {
    if (i == scorer.available()) {
      const Tok2VecReader::Block block = reader.next();
      scorer.append(block.vectors, block.count);
      scorer.release(open ? entity.tokens.first : i == 0 ? 0 : i - 1);
    }
    const bool may_continue = i + 1 < n && !sentence_starts[i + 1];
    std::array<MoveRange, 3> valid{};  // in ascending order
    if (open) {
      const auto type = static_cast<std::size_t>(entity.type);
      if (may_continue) valid[0] = inside_[type];
      valid[1] = last_[type];
    } else {
      if (may_continue && !is_space[i]) valid[0] = ranges_[kBegin];
      if (!is_space[i]) valid[1] = ranges_[kUnit];
      valid[2] = ranges_[kOutside];
    }
    std::uint32_t move = open ? valid[1].first : valid[2].first;
    const bool choice = open ? may_continue : !is_space[i];
    if (choice) {
      const auto token = static_cast<std::int32_t>(i);
      const std::int32_t features[kFeatures] = {
          token, open ? static_cast<std::int32_t>(entity.tokens.first) : -1, open ? token - 1 : -1};
      const TransitionScorer::Choice best = scorer.best(features, valid);
      move = best.move;
      if (margins != nullptr) (*margins)[i] = best.margin;
    }
    switch (actions_[move]) {
      case kBegin:
        open = true;
        entity = {{i, i + 1}, types_[move]};
        break;
      case kLast:
        open = false;
        entity.tokens.last = i + 1;
        entities.push_back(entity);
        break;
      case kUnit:
        entities.push_back({{i, i + 1}, types_[move]});
        break;
      default:
        break;
    }
  }
}

}  // namespace entente
