#include "cli/paths.h"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModelName = "english.model";
constexpr const char* kImageName = "knowledge.image";

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

bool is_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "lexicon", ignored);
}

// What is made from the data lies in .cache/ of a checkout and beside the data
// of an installation.
fs::path made_folder(const fs::path& data) {
  return data.filename() == "data" ? data.parent_path() / ".cache" : data;
}

bool is_there(const fs::path& path) {
  std::error_code ignored;
  return fs::exists(path, ignored);
}

fs::path program_folder() {
  std::error_code ignored;
  return fs::read_symlink("/proc/self/exe", ignored).parent_path();
}

}  // namespace

Result<std::string> find_data() {
  if (auto set = environment("ENTENTE_DATA")) return *set;
  const fs::path program = program_folder();
  const fs::path installed = program.parent_path() / "share" / "entente";
  if (is_data(installed)) return installed.string();
  for (fs::path folder = program; folder != folder.root_path(); folder = folder.parent_path()) {
    if (is_data(folder / "data")) return (folder / "data").string();
  }
  return fail(ErrorCode::kNotFound,
              "the data of the program (folder lexicon) is not beside it; set ENTENTE_DATA");
}

std::string model_path(const std::string& data) {
  if (auto set = environment("ENTENTE_MODEL")) return *set;
  const fs::path made = made_folder(data) / kModelName;
  if (is_there(made) || ::access(fs::path(data).parent_path().c_str(), W_OK) == 0) return made;
  const auto cache = environment("XDG_CACHE_HOME");
  const fs::path home = environment("HOME").value_or("/");
  return ((cache ? fs::path(*cache) : home / ".cache") / "entente" / kModelName).string();
}

std::string knowledge_image_path(const std::string& data) {
  const fs::path made = made_folder(data) / kImageName;
  // The programs of a build folder lie in its src/cli/.
  const fs::path built = program_folder().parent_path().parent_path() / kImageName;
  if (is_there(built)) return built;
  return is_there(made) ? made.string() : "";
}

}  // namespace entente
