// The parts of the program, loaded as a command needs them.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "pipeline/analyser.h"
#include "pipeline/coder.h"
#include "pipeline/model_analyser.h"

namespace entente {

// The language model in the form that analyses `unit` by `unit`.  Errors:
// kNotFound when there is none yet (the message says what to do), those of
// LanguageModel::open.
Result<std::unique_ptr<Analyser>> load_model(AnalysisUnit unit);

// Where the analyses come from that a Coder reads.
enum class AnalysisSource : std::uint8_t { kModel, kInput };

// Data, knowledge with `overlays` on top, and analyser.
Result<Coder> load_coder(AnalysisSource source, std::vector<std::string> overlays);

// Where the compiled knowledge is; where the tables are, when it is not compiled.
Result<CoderFiles> find_coder_files(std::vector<std::string> overlays);

}  // namespace entente
