#include "cli/program.h"

#include <fmt/core.h>

#include <utility>

#include "cli/paths.h"

namespace entente {

Result<std::unique_ptr<Analyser>> load_analyser(AnalysisSource source) {
  if (source == AnalysisSource::kInput) return std::make_unique<StoredAnalyser>();
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  return fail(ErrorCode::kNotFound,
              fmt::format("there is no language model at {}; get it with: entente model fetch",
                          model_path(*data)));
}

Result<Coder> load_coder(AnalysisSource source, std::vector<std::string> overlays) {
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  Result<std::unique_ptr<Analyser>> analyser = load_analyser(source);
  if (!analyser) return std::unexpected(std::move(analyser).error());
  return Coder::load({*data, knowledge_image_path(*data), std::move(overlays)},
                     std::move(*analyser));
}

}  // namespace entente
