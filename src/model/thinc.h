// Reads a thinc model file: the layers of one network with their weights.
//
// Such a file lists the nodes of the layer tree breadth first.  We do not
// rebuild the tree; layers are picked by name in that order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace entente::internal {

struct ThincArray {
  std::vector<float> values;  // row-major
  std::vector<std::uint32_t> shape;
};

struct ThincNode {
  std::string name;
  std::vector<std::pair<std::string, ThincArray>> params;
  std::vector<std::pair<std::string, std::string>> attrs;   // values are msgpack
  std::vector<std::pair<std::string, std::uint32_t>> refs;  // node indexes
};

class ThincModel {
 public:
  // Errors: kBadFormat, kTooLarge.
  static Result<ThincModel> parse(std::string_view bytes, const Place& place);

  // The nodes of that name, in file order.
  std::vector<const ThincNode*> named(std::string_view name) const;
  // The one node of that name, or that a reference of the first node means.
  // Errors: kBadFormat when there is none (or several).
  Result<const ThincNode*> only(std::string_view name) const;
  Result<const ThincNode*> referred(std::string_view reference) const;

  // Errors: kBadFormat when absent or of another rank.
  Result<const ThincArray*> param(const ThincNode& node, std::string_view name,
                                  std::size_t rank) const;
  Result<std::uint32_t> uint_attr(const ThincNode& node, std::string_view name) const;
  Result<std::vector<std::string>> strings_attr(const ThincNode& node, std::string_view name) const;
  const Place& place() const { return place_; }

 private:
  Place place_;
  std::vector<ThincNode> nodes_;
};

}  // namespace entente::internal
