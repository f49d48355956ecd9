// What Knowledge holds: the images, top overlay first, and how records become values.
#pragma once

#include <cstdint>
#include <vector>

#include "knowledge/image.h"
#include "knowledge/knowledge.h"

namespace entente {

struct Knowledge::Layers {
  std::vector<Image> images;  // [0] is looked at first

  // EntryId::layer counts from the bottom, so that ids stay when an overlay is added.
  const Image* image(std::uint32_t layer) const {
    return layer < images.size() ? &images[images.size() - 1 - layer] : nullptr;
  }
  std::uint32_t layer_of(std::size_t position) const {
    return static_cast<std::uint32_t>(images.size() - 1 - position);
  }
};

Candidate make_candidate(const Image& image, std::uint32_t layer, std::uint32_t index,
                         NameForm form);
Term make_term(const Image& image, std::uint32_t layer, const ImageTerm& term);

// How much an office counts when a person holds several: 0 none … 6 head of state.
int weight_of(Office office, RowRef row);

}  // namespace entente
