#include "ingest/stored_analysis.h"

#include <fmt/core.h>

#include <nlohmann/json.hpp>

namespace entente {
namespace {

using Json = nlohmann::ordered_json;

std::string take(Json& json, const char* key) {
  const auto found = json.find(key);
  if (found == json.end()) return "";
  std::string value = found->dump();
  json.erase(found);
  return value;
}

}  // namespace

Result<StoredAnalyses> take_stored_analyses(Document& document) {
  Json json = Json::parse(document.extra, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) json = Json::object();
  StoredAnalyses stored{take(json, "analysis"), take(json, "title_analysis")};
  document.extra = json.empty() ? "" : json.dump();
  if (stored.text.empty() || (stored.title.empty() && !document.title.empty())) {
    return fail(ErrorCode::kBadFormat,
                fmt::format("the document \"{}\" brings no analysis of its {}", document.id,
                            stored.text.empty() ? "text" : "title"));
  }
  return stored;
}

}  // namespace entente
