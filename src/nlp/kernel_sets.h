// The kernel sets that were compiled in; null where the target has none.
#pragma once

#include "nlp/kernels.h"

namespace entente::internal {

const Kernels* avx512_kernels();
const Kernels* avx2_kernels();
const Kernels* portable_kernels();

}  // namespace entente::internal
