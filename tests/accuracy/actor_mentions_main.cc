// Resolves the mentions of stored analyses: JSON Lines of documents with
// `analysis` and `title_analysis` in, one JSON object a document out.
//
//   actor_mentions KNOWLEDGE_TABLES DOCUMENTS.jsonl > mentions.jsonl
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>

#include "actor/actor_resolver.h"
#include "base/utf8.h"
#include "ingest/analysis_json.h"
#include "knowledge/knowledge.h"

namespace {

using nlohmann::json;

std::string text_of(const json& record, const char* key) {
  return record.contains(key) && record[key].is_string() ? record[key].get<std::string>() : "";
}

bool add_section(const json& record, const char* key, const std::string& text,
                 entente::Section section, std::vector<entente::SectionReading>& sections) {
  if (!record.contains(key) || text.empty()) return true;
  auto analysis = entente::parse_analysis(record[key].dump(), text, section);
  if (!analysis) {
    std::cerr << entente::describe(analysis.error()) << '\n';
    return false;
  }
  sections.push_back({std::move(*analysis), {}, {}, {}});
  return true;
}

json entity_json(const entente::Entity& e, const entente::CodePointMap& map) {
  json out = {{"id", e.id},
              {"code", e.code},
              {"sectors", e.sectors},
              {"text", e.text},
              {"span", {map.code_point(e.span.begin), map.code_point(e.span.end)}},
              {"resolved_by", e.resolved_by},
              {"row", e.row}};
  if (e.person) out["person"] = {e.person->name, e.person->office};
  if (e.antecedent) out["antecedent"] = e.antecedent->text;
  return out;
}

const char* kind_name(entente::MentionKind kind) {
  constexpr const char* kNames[] = {"actor", "place", "media", "thing", "time", "open"};
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: actor_mentions KNOWLEDGE_TABLES DOCUMENTS.jsonl\n";
    return 2;
  }
  auto knowledge = entente::Knowledge::from_tables(argv[1]);
  if (!knowledge) {
    std::cerr << entente::describe(knowledge.error()) << '\n';
    return 2;
  }
  const entente::ActorResolver resolver(*knowledge);
  std::ifstream in(argv[2]);
  std::size_t tokens = 0;
  double spent = 0;
  for (std::string line; std::getline(in, line);) {
    const json record = json::parse(line);
    entente::Document document;
    document.id = text_of(record, "id");
    document.text = text_of(record, "text");
    document.title = text_of(record, "title");
    document.source = text_of(record, "source");
    document.date = entente::Date::parse(text_of(record, "date"));
    std::vector<entente::SectionReading> sections;
    if (!add_section(record, "title_analysis", document.title, entente::Section::kTitle,
                     sections) ||
        !add_section(record, "analysis", document.text, entente::Section::kText, sections))
      return 1;
    for (const auto& s : sections) tokens += s.analysis.tokens.size();
    const std::clock_t start = std::clock();
    const auto mentions = resolver.resolve(document, sections);
    spent += static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    const entente::CodePointMap text_map(document.text);
    const entente::CodePointMap title_map(document.title);
    json out = {{"id", document.id}, {"mentions", json::array()}};
    for (const auto& m : mentions) {
      const bool title = m.section == entente::Section::kTitle;
      const auto& map = title ? title_map : text_map;
      const auto& analysis = sections[title || sections.size() == 1 ? 0 : 1].analysis;
      const auto span = analysis.token_span(m.token);
      json row = {{"in", title ? "title" : "text"},
                  {"token", std::string(analysis.token_text(m.token))},
                  {"at", {map.code_point(span.begin), map.code_point(span.end)}},
                  {"kind", kind_name(m.kind)},
                  {"plural", m.plural},
                  {"why", m.why},
                  {"entities", json::array()}};
      for (const auto& e : m.entities) row["entities"].push_back(entity_json(e, map));
      out["mentions"].push_back(std::move(row));
    }
    std::cout << out.dump() << '\n';
  }
  std::fprintf(stderr, "%zu tokens, %.0f tokens a CPU second\n", tokens,
               static_cast<double>(tokens) / std::max(spent, 1e-9));
  return 0;
}
