#include "cli/version.h"

#include <fmt/core.h>

#include "cli/paths.h"
#include "cli/program.h"
#include "model/convert.h"
#include "pipeline/coder.h"

namespace entente {
namespace {

std::string data_version() {
  const Result<CoderFiles> files = find_coder_files({});
  if (!files) return "none";
  const Result<Knowledge> knowledge = open_knowledge(*files);
  return knowledge ? knowledge->version() : "none";
}

}  // namespace

std::string program_version() { return ENTENTE_VERSION; }

std::string model_version() {
  const Result<std::string> data = find_data();
  if (!data) return "none";
  const Result<ModelInfo> info = model_info(model_path(*data));
  if (!info) return "none (entente model fetch)";
  return fmt::format("{}_{} {} ({:016x})", info->language, info->name, info->version,
                     info->checksum);
}

std::string version_text() {
  return fmt::format("entente {}\nmodel {}\ndata {}", ENTENTE_VERSION, model_version(),
                     data_version());
}

}  // namespace entente
