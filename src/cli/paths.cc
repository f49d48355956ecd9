#include "cli/paths.h"

#include <cstdlib>
#include <filesystem>
#include <optional>
#include <system_error>

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr const char* kModelName = "english.model";

std::optional<std::string> environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return value;
}

bool is_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "lexicon", ignored);
}

bool is_writable_checkout(const fs::path& data) {
  std::error_code ignored;
  return data.filename() == "data" && fs::exists(data.parent_path() / "CMakeLists.txt", ignored);
}

}  // namespace

Result<std::string> find_data() {
  if (auto set = environment("ENTENTE_DATA")) return *set;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share" / "entente";
  if (is_data(installed)) return installed.string();
  for (fs::path folder = program.parent_path(); folder != folder.root_path();
       folder = folder.parent_path()) {
    if (is_data(folder / "data")) return (folder / "data").string();
  }
  return fail(ErrorCode::kNotFound,
              "the data of the program (folder lexicon) is not beside it; set ENTENTE_DATA");
}

std::string model_path(const std::string& data) {
  if (auto set = environment("ENTENTE_MODEL")) return *set;
  const fs::path folder = data;
  if (is_writable_checkout(folder)) {
    return (folder.parent_path() / ".cache" / kModelName).string();
  }
  std::error_code ignored;
  if (fs::exists(folder / "model" / kModelName, ignored)) {
    return (folder / "model" / kModelName).string();
  }
  const auto cache = environment("XDG_CACHE_HOME");
  const fs::path home = environment("HOME").value_or("/");
  return ((cache ? fs::path(*cache) : home / ".cache") / "entente" / kModelName).string();
}

}  // namespace entente
