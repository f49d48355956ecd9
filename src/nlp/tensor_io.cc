#include "nlp/tensor_io.h"

#include <fmt/core.h>

namespace entente::internal {

Result<Tensor> tensor_of_shape(const ModelFile& model, std::string_view name,
                               std::initializer_list<std::size_t> shape) {
  Result<Tensor> tensor = model.tensor(name);
  if (!tensor) return tensor;
  bool same = tensor->rank == shape.size();
  std::size_t i = 0;
  for (const std::size_t size : shape) {
    if (same && size != 0 && tensor->dim(i) != size) same = false;
    ++i;
  }
  if (!same) {
    std::string wanted;
    for (const std::size_t size : shape) wanted += fmt::format(" {}", size);
    return fail(ErrorCode::kUnsupported,
                fmt::format("tensor '{}' has another shape than [{} ] (0 = any)", name, wanted),
                {model.path(), 0, {}});
  }
  return tensor;
}

}  // namespace entente::internal
