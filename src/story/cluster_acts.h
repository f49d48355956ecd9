// From links between tellings to acts.
//
// Pure; any number of threads.
#pragma once

#include <cstdint>
#include <vector>

#include "story/act_node.h"

namespace entente {

// Tellings by their index in the list that is clustered, first < second.
struct ActLink {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  double score = 0;
  bool operator==(const ActLink&) const = default;
};

struct ActClusters {
  std::vector<std::vector<std::uint32_t>> clusters;  // each ascending; by their first members
  std::vector<ActLink> used;                         // the links that joined them, strongest first
};

// Joins along the links, the strongest first, unless something contradicts.
// REQUIRES: `nodes` ascending by key, so that the result depends on nothing else.
ActClusters cluster_acts(const std::vector<const ActNode*>& nodes, std::vector<ActLink> links);

}  // namespace entente
