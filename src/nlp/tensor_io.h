// Takes tensors out of a model file and checks their shapes.
#pragma once

#include <initializer_list>
#include <string_view>

#include "base/result.h"
#include "model/model_file.h"

namespace entente::internal {

// The tensor `name` if it has exactly that shape; 0 stands for any size.
// Errors: kNotFound, kBadFormat (another kind), kUnsupported (another shape).
Result<Tensor> tensor_of_shape(const ModelFile& model, std::string_view name,
                               std::initializer_list<std::size_t> shape);

}  // namespace entente::internal
