// The parts of the program, loaded as a command needs them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/analyser.h"
#include "pipeline/coder.h"

namespace entente {

// Where analyses come from.
enum class AnalysisSource : std::uint8_t { kModel, kInput };

// Errors: kNotFound when there is no language model yet; the message says what to do.
Result<std::unique_ptr<Analyser>> load_analyser(AnalysisSource source);

// Data, knowledge with `overlays` on top, and analyser.
Result<Coder> load_coder(AnalysisSource source, std::vector<std::string> overlays);

}  // namespace entente
