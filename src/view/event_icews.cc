// The 20 columns of the ICEWS event files: tab separated, with CAMEO codes.
// ICEWS knows one source and one target a line, so an event becomes one line a
// pair; a two-sided one (actors only) becomes each ordered pair of its actors.
#include <fmt/format.h>

#include <algorithm>

#include "record/cameo.h"
#include "view/event_form.h"
#include "view/table_cells.h"

namespace entente {
namespace {

struct Pair {
  const Entity* source = nullptr;
  const Entity* target = nullptr;
};

std::vector<Pair> pairs_of(const Event& event) {
  std::vector<Pair> pairs;
  const bool two_sided = event.recipients.empty() && event.actors.size() > 1;
  const std::vector<Entity>& targets = two_sided ? event.actors : event.recipients;
  for (const Entity& actor : event.actors) {
    for (const Entity& target : targets) {
      if (&actor != &target) pairs.push_back({&actor, &target});
    }
    if (targets.empty()) pairs.push_back({&actor, nullptr});
  }
  if (event.actors.empty()) {
    for (const Entity& target : targets) pairs.push_back({nullptr, &target});
  }
  return pairs;
}

void add_entity(std::vector<std::string>& cells, const Entity* entity) {
  if (entity == nullptr) {
    cells.resize(cells.size() + 3);
    return;
  }
  cells.push_back(entity->person && !entity->person->name.empty() ? entity->person->name
                                                                  : entity->name);
  cells.push_back(join(entity->sectors, ","));
  cells.push_back(entity->code);
}

// Counted from 1 in the text; a title is sentence 0.
std::string sentence_number(const EventContext& context) {
  const Span sentence = context.event.evidence.sentence;
  if (sentence.section == Section::kTitle) return "0";
  const SectionReading* section = context.coded.reading.find_section(sentence.section);
  if (section == nullptr) return "";
  const auto& sentences = section->analysis.sentences;
  const auto found = std::ranges::find_if(sentences, [&](TokenRange range) {
    return section->analysis.span(range).end > sentence.begin;
  });
  return fmt::format("{}", found - sentences.begin() + 1);
}

}  // namespace

std::string icews_head() {
  return tab_line({"Event ID",        "Event Date",     "Source Name",    "Source Sectors",
                   "Source Country",  "Event Text",     "CAMEO Code",     "Intensity",
                   "Target Name",     "Target Sectors", "Target Country", "Story ID",
                   "Sentence Number", "Publisher",      "City",           "District",
                   "Province",        "Country",        "Latitude",       "Longitude"});
}

void append_event_icews(std::string& out, const EventContext& context) {
  const Document& document = *context.coded.document;
  const Event& event = context.event;
  const CameoCode cameo = cameo_code(event.type, context.mode());
  const std::vector<Pair> pairs = pairs_of(event);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    std::vector<std::string> cells = {
        pairs.size() == 1 ? event_id(context) : fmt::format("{}.{}", event_id(context), i + 1),
        event.date ? event.date->first.to_string() : ""};
    add_entity(cells, pairs[i].source);
    cells.insert(cells.end(), {std::string(cameo.label), std::string(cameo.code),
                               fmt::format("{:#}", event_score(event.type, context.mode()))});
    add_entity(cells, pairs[i].target);
    cells.insert(cells.end(), {document.id, sentence_number(context), document.source});
    if (const auto& place = event.location) {
      cells.insert(cells.end(), {place->name, "", "", place->country, fmt::format("{}", place->lat),
                                 fmt::format("{}", place->lon)});
    } else {
      cells.resize(cells.size() + 6);
    }
    out += tab_line(cells);
  }
}

}  // namespace entente
