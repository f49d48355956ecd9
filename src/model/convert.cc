#include "model/convert.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "model/convert_nets.h"
#include "model/convert_tables.h"
#include "model/language_tables.h"
#include "model/model_file.h"
#include "model/model_writer.h"
#include "model/package.h"

namespace entente {
namespace {

constexpr std::string_view kTexts[] = {"meta.json", "LICENSE", "LICENSES_SOURCES"};

std::string get_string(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

Status add_texts(const Package& package, ModelWriter& writer) {
  for (std::string_view name : kTexts) {
    const auto text = package.read(name);
    if (!text) return std::unexpected(text.error());
    if (find_invalid_utf8(*text)) {
      return fail(ErrorCode::kBadFormat, "not UTF-8", package.place(name));
    }
    writer.add_text(name, *text);
  }
  return {};
}

// The language of a package, as a name that is safe in a path.
Result<std::string> read_language(const Package& package) {
  const auto text = package.read("meta.json");
  if (!text) return std::unexpected(text.error());
  const auto meta = nlohmann::json::parse(*text, nullptr, false);
  std::string language = meta.is_object() ? get_string(meta, "lang") : "";
  const bool safe = language.size() == 2 &&
                    language.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos;
  if (!safe) {
    return fail(ErrorCode::kBadFormat, "no language of two letters", package.place("meta.json"));
  }
  return language;
}

}  // namespace

Status convert_package(const std::string& wheel_path, const std::string& language_root,
                       const std::string& out_path) {
  const auto package = Package::open(wheel_path);
  if (!package) return std::unexpected(package.error());
  const auto language = read_language(*package);
  if (!language) return std::unexpected(language.error());
  const auto tables =
      internal::LanguageTables::read(fmt::format("{}/{}", language_root, *language));
  if (!tables) return std::unexpected(tables.error());
  ModelWriter writer;
  ENTENTE_TRY(add_texts(*package, writer));
  ENTENTE_TRY(tables->add_to(writer));
  ENTENTE_TRY(internal::convert_tokenizer(*package, writer));
  ENTENTE_TRY(internal::convert_norms(*package, writer));
  ENTENTE_TRY(internal::convert_lemmas(*package, *tables, writer));
  ENTENTE_TRY(internal::convert_ruler(*package, writer));
  ENTENTE_TRY(internal::convert_nets(*package, writer));
  return writer.write(out_path);
}

Result<ModelInfo> model_info(const std::string& path) {
  const auto model = ModelFile::open(path);
  if (!model) return std::unexpected(model.error());
  const auto text = model->text("meta.json");
  if (!text) return std::unexpected(text.error());
  const auto meta = nlohmann::json::parse(*text, nullptr, false);
  if (!meta.is_object()) {
    return fail(ErrorCode::kBadFormat, "the model's meta.json is no JSON object", {path, 0, {}});
  }
  ModelInfo info;
  info.name = get_string(meta, "name");
  info.language = get_string(meta, "lang");
  info.version = get_string(meta, "version");
  info.license = get_string(meta, "license");
  info.license_text = model->text("LICENSE").value_or("");
  info.sources_text = model->text("LICENSES_SOURCES").value_or("");
  info.format = ModelFile::kFormatVersion;
  info.checksum = model->checksum();
  info.file_size = model->file_size();
  for (const ModelFile::Section& section : model->sections()) {
    info.sections.push_back({std::string(section.name),
                             std::string(to_string(section.kind)),
                             section.bytes.size(),
                             {section.shape.begin(), section.shape.begin() + section.rank}});
    if (section.kind == SectionKind::kFloats) info.weight_count += section.bytes.size() / 4;
  }
  return info;
}

}  // namespace entente
