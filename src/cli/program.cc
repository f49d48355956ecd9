#include "cli/program.h"

#include <fmt/core.h>

#include <utility>

#include "cli/paths.h"

namespace entente {

Result<std::unique_ptr<Analyser>> load_model(AnalysisUnit unit) {
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  const std::string path = model_path(*data);
  Result<std::unique_ptr<ModelAnalyser>> analyser = ModelAnalyser::open(path, unit);
  if (analyser) return std::unique_ptr<Analyser>(std::move(*analyser));
  if (analyser.error().code != ErrorCode::kNotFound) return std::unexpected(analyser.error());
  return fail(
      ErrorCode::kNotFound,
      fmt::format("there is no language model at {}; get it with: entente model fetch", path));
}

Result<CoderFiles> find_coder_files(std::vector<std::string> overlays) {
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  return CoderFiles{*data, knowledge_image_path(*data), std::move(overlays)};
}

Result<Coder> load_coder(AnalysisSource source, std::vector<std::string> overlays) {
  const Result<CoderFiles> files = find_coder_files(std::move(overlays));
  if (!files) return std::unexpected(files.error());
  if (source == AnalysisSource::kInput) {
    return Coder::load(*files, std::make_unique<StoredAnalyser>());
  }
  Result<std::unique_ptr<Analyser>> model = load_model(AnalysisUnit::kParagraph);
  if (!model) return std::unexpected(std::move(model).error());
  return Coder::load(*files, std::move(*model));
}

}  // namespace entente
