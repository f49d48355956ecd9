#include "record/labels.h"

#include <array>
#include <cstddef>

namespace entente {
namespace {

#define ENTENTE_LABEL(name, text) std::string_view(text),
constexpr std::array kTagLabels = {std::string_view(), ENTENTE_TAGS(ENTENTE_LABEL)};
constexpr std::array kPosLabels = {std::string_view(), ENTENTE_POS(ENTENTE_LABEL)};
constexpr std::array kDepLabels = {std::string_view(), ENTENTE_DEPS(ENTENTE_LABEL)};
constexpr std::array kEntityTypeLabels = {std::string_view(), ENTENTE_ENTITY_TYPES(ENTENTE_LABEL)};
#undef ENTENTE_LABEL

template <typename Enum, std::size_t N>
Enum find_label(const std::array<std::string_view, N>& labels, std::string_view label) {
  for (std::size_t i = 1; i < N; ++i) {
    if (labels[i] == label) return static_cast<Enum>(i);
  }
  return Enum::kOther;
}

}  // namespace

std::string_view to_string(Tag tag) { return kTagLabels[static_cast<std::size_t>(tag)]; }
std::string_view to_string(Pos pos) { return kPosLabels[static_cast<std::size_t>(pos)]; }
std::string_view to_string(Dep dep) { return kDepLabels[static_cast<std::size_t>(dep)]; }
std::string_view to_string(EntityType type) {
  return kEntityTypeLabels[static_cast<std::size_t>(type)];
}

Tag parse_tag(std::string_view label) { return find_label<Tag>(kTagLabels, label); }
Pos parse_pos(std::string_view label) { return find_label<Pos>(kPosLabels, label); }
Dep parse_dep(std::string_view label) { return find_label<Dep>(kDepLabels, label); }
EntityType parse_entity_type(std::string_view label) {
  return find_label<EntityType>(kEntityTypeLabels, label);
}

}  // namespace entente
