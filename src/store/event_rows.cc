#include "store/event_rows.h"

#include <fmt/core.h>

#include <cmath>
#include <utility>

#include "store/columns.h"

namespace entente {
namespace {

using sqlite::text_or_null;

constexpr std::int64_t kNoDate = 0;  // in event_parties, whose key has no NULL

int in_title(Span span) { return span.section == Section::kTitle ? 1 : 0; }

// A coordinate that is not known is no number.
std::optional<double> degrees(double value) {
  return std::isnan(value) ? std::nullopt : std::optional(value);
}

Status keep(Result<sqlite::Statement> prepared, sqlite::Statement& statement) {
  if (!prepared) return std::unexpected(prepared.error());
  statement = std::move(*prepared);
  return {};
}

Status keep(Result<Dictionary> opened, std::optional<Dictionary>& dictionary) {
  if (!opened) return std::unexpected(opened.error());
  dictionary.emplace(std::move(*opened));
  return {};
}

}  // namespace

std::string event_key(const EventRecord& record) {
  return fmt::format("{}:{}", record.origin, record.id);
}

EventRows::Target::Target(const Document& its_document, std::int64_t document_row,
                          std::int64_t run_row)
    : document(its_document),
      row(document_row),
      run(run_row),
      title(document.title),
      text(document.text) {}

std::string_view EventRows::Target::words(Span span) const {
  const bool in_its_title = span.section == Section::kTitle;
  const CodePointMap& map = in_its_title ? title : text;
  const std::size_t begin = map.byte(span.begin);
  return std::string_view(in_its_title ? document.title : document.text)
      .substr(begin, map.byte(span.end) - begin);
}

std::optional<std::string_view> EventRows::Target::own_words(const std::string& own,
                                                             Span span) const {
  return own == words(span) ? std::nullopt : std::optional<std::string_view>(own);
}

Result<EventRows> EventRows::open(const sqlite::Connection& c) {
  EventRows rows;
  rows.connection_ = &c;
  ENTENTE_TRY(
      keep(Dictionary::open(
               c,
               "SELECT id FROM entities WHERE ifnull(key, '') = ifnull(?1, '') AND "
               "ifnull(code, '') = ifnull(?2, '') AND ifnull(name, '') = ifnull(?3, '') AND "
               "ifnull(sectors, '') = ifnull(?4, '') AND ifnull(person, '') = ifnull(?5, '') AND "
               "ifnull(office, '') = ifnull(?6, '')",
               "INSERT INTO entities (key, code, name, sectors, person, office) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6)"),
           rows.entities_));
  ENTENTE_TRY(keep(
      Dictionary::open(
          c,
          "SELECT id FROM resolutions WHERE entity_id = ?1 AND ifnull(resolved_by, '') = "
          "ifnull(?2, '') AND ifnull(knowledge_row, '') = ifnull(?3, '')",
          "INSERT INTO resolutions (entity_id, resolved_by, knowledge_row) VALUES (?1, ?2, ?3)"),
      rows.resolutions_));
  ENTENTE_TRY(keep(Dictionary::open(c, "SELECT id FROM rules WHERE name = ?1",
                                    "INSERT INTO rules (name) VALUES (?1)"),
                   rows.rules_));
  ENTENTE_TRY(keep(
      Dictionary::open(c,
                       "SELECT id FROM places WHERE name = ?1 AND ifnull(country, '') = "
                       "ifnull(?2, '') AND ifnull(kind, '') = ifnull(?3, '') AND lat IS ?4 AND "
                       "lon IS ?5",
                       "INSERT INTO places (name, country, kind, lat, lon) "
                       "VALUES (?1, ?2, ?3, ?4, ?5)"),
      rows.places_));
  ENTENTE_TRY(keep(c.prepare("INSERT INTO sentences VALUES (?, ?, ?, ?, ?)"), rows.sentence_));
  ENTENTE_TRY(keep(c.prepare("INSERT INTO mentions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
                   rows.mention_));
  ENTENTE_TRY(
      keep(c.prepare("INSERT INTO events (document_id, number, run_id, type_id, status_id, "
                     "confidence_id, mode, context, score, date, date_last, date_precision_id, "
                     "date_basis_id, sentence, "
                     "trigger_begin_char, trigger_end_char, rule_id, key) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
           rows.event_));
  ENTENTE_TRY(
      keep(c.prepare("INSERT INTO participants VALUES (?, ?, ?, ?, ?)"), rows.participant_));
  ENTENTE_TRY(
      keep(c.prepare("INSERT OR IGNORE INTO event_parties VALUES (?, ?, ?, ?)"), rows.party_));
  ENTENTE_TRY(keep(c.prepare("INSERT INTO attribution VALUES (?, ?, ?, ?)"), rows.attribution_));
  ENTENTE_TRY(
      keep(c.prepare("INSERT INTO event_mentions VALUES (?, ?, ?, ?, ?, ?)"), rows.telling_));
  ENTENTE_TRY(
      keep(c.prepare("INSERT INTO details VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"), rows.detail_));
  ENTENTE_TRY(keep(c.prepare("INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?)"), rows.import_));
  return rows;
}

void EventRows::forget() {
  for (std::optional<Dictionary>* names : {&entities_, &resolutions_, &rules_, &places_}) {
    (*names)->forget();
  }
}

Status EventRows::write(const StoredDocument& stored, std::int64_t row, std::int64_t run) {
  Target target(stored.document, row, run);
  for (const Span span : stored.sentences) {
    const Result<std::int64_t> number = sentence(target, span);
    if (!number) return std::unexpected(number.error());
  }
  std::int64_t number = 0;
  for (const EventRecord& record : stored.events) {
    ENTENTE_TRY(write_event(target, record, ++number));
  }
  return {};
}

Status EventRows::append(const Document& document, const EventRecord& record, std::int64_t row,
                         std::int64_t run, LastNumbers& last) {
  Target target(document, row, run);
  target.next_mention = last.mention + 1;
  target.next_sentence = last.sentence + 1;
  ENTENTE_TRY(write_event(target, record, ++last.event));
  last.mention = target.next_mention - 1;
  last.sentence = target.next_sentence - 1;
  return {};
}

// The number of the sentence, which is written when it is new.
Result<std::int64_t> EventRows::sentence(Target& target, Span span) {
  const auto [place, added] = target.sentences.emplace(span, target.next_sentence);
  if (added) {
    ENTENTE_TRY(sentence_.run(target.row, target.next_sentence++, in_title(span),
                              std::int64_t{span.begin}, std::int64_t{span.end}));
  }
  return place->second;
}

Result<std::int64_t> EventRows::resolution(const Entity& entity) {
  std::optional<std::string_view> person;
  std::optional<std::string_view> office;
  if (entity.person) {
    person = text_or_null(entity.person->name);
    office = text_or_null(entity.person->office);
  }
  const Result<std::int64_t> id =
      entities_->id(text_or_null(entity.id), text_or_null(entity.code), text_or_null(entity.name),
                    list_to_column(entity.sectors), person, office);
  if (!id) return id;
  return resolutions_->id(*id, text_or_null(entity.resolved_by), text_or_null(entity.row));
}

Result<std::int64_t> EventRows::mention(Target& target, const Entity& entity) {
  const Result<std::int64_t> id = resolution(entity);
  if (!id) return id;
  const std::optional<Antecedent>& antecedent = entity.antecedent;
  const Span back = antecedent ? antecedent->span : Span{};
  const auto [place, added] = target.mentions.emplace(
      std::tuple(*id, entity.span, back, entity.text + (antecedent ? antecedent->text : "")),
      target.next_mention);
  if (!added) return place->second;
  mention_.bind(target.row, target.next_mention++, *id, in_title(entity.span),
                std::int64_t{entity.span.begin}, std::int64_t{entity.span.end},
                target.own_words(entity.text, entity.span), std::nullopt, std::nullopt,
                std::nullopt, std::nullopt);
  if (antecedent) {
    mention_.bind_at(8, in_title(back));
    mention_.bind_at(9, std::int64_t{back.begin});
    mention_.bind_at(10, std::int64_t{back.end});
    mention_.bind_at(11, target.own_words(antecedent->text, back));
  }
  ENTENTE_TRY(mention_.finish());
  return place->second;
}

Status EventRows::write_event(Target& target, const EventRecord& record, std::int64_t number) {
  const Event& event = record.event;
  const Span trigger = event.evidence.trigger;
  std::optional<std::int64_t> sentence_number;
  std::optional<std::int64_t> begin;
  std::optional<std::int64_t> end;
  // Imported events have evidence, but no text that it could point into.
  if (!event.evidence.sentence.empty() && !target.words(event.evidence.sentence).empty()) {
    const Result<std::int64_t> found = sentence(target, event.evidence.sentence);
    if (!found) return std::unexpected(found.error());
    sentence_number = *found;
    begin = trigger.begin;
    end = trigger.end;
  }
  std::optional<std::int64_t> rule;
  if (!event.rule.empty()) {
    const Result<std::int64_t> id = rules_->id(event.rule);
    if (!id) return std::unexpected(id.error());
    rule = *id;
  }
  std::optional<int> type;
  if (record.has_type) type = static_cast<int>(event.type);
  const bool own = record.origin == kOwnOrigin;
  const std::string key = own ? std::string() : event_key(record);
  std::optional<std::int64_t> date;
  std::optional<std::int64_t> date_last;
  if (event.date) {
    date = date_to_column(event.date->first);
    if (event.date->last != event.date->first) date_last = date_to_column(event.date->last);
  }
  ENTENTE_TRY(event_.run(target.row, number, target.run, type, int(event.status),
                         int(event.confidence), list_to_column(event.modes),
                         list_to_column(event.contexts), record.intensity(), date, date_last,
                         int(event.date_precision), int(event.date_basis), sentence_number, begin,
                         end, rule, text_or_null(key)));
  const std::int64_t event_id = connection_->last_id();
  const std::int64_t day = date.value_or(kNoDate);
  ENTENTE_TRY(write_participants(target, event.actors, 0, number, event_id, day));
  ENTENTE_TRY(write_participants(target, event.recipients, 1, number, event_id, day));
  ENTENTE_TRY(write_holders(target, event, number));
  ENTENTE_TRY(write_tellings(target, event, number));
  ENTENTE_TRY(write_details(target, event, number));
  return own ? Status() : write_import(record, event_id);
}

Status EventRows::write_import(const EventRecord& record, std::int64_t event_id) {
  return import_.run(event_id, text_or_null(record.cameo), text_or_null(record.sentence_number),
                     text_or_null(record.trigger), text_or_null(record.quote),
                     list_to_column(record.mention_quotes), text_or_null(record.fields));
}

Status EventRows::write_holders(Target& target, const Event& event, std::int64_t number) {
  std::int64_t position = 0;
  for (const Entity& holder : event.attribution) {
    const Result<std::int64_t> id = mention(target, holder);
    if (!id) return std::unexpected(id.error());
    ENTENTE_TRY(attribution_.run(target.row, number, ++position, *id));
  }
  return {};
}

Status EventRows::write_tellings(Target& target, const Event& event, std::int64_t number) {
  std::int64_t position = 0;
  for (const EventMention& other : event.mentions) {
    if (target.words(other.sentence).empty()) continue;
    const Result<std::int64_t> found = sentence(target, other.sentence);
    if (!found) return std::unexpected(found.error());
    ENTENTE_TRY(telling_.run(target.row, number, ++position, *found,
                             std::int64_t{other.trigger.begin}, std::int64_t{other.trigger.end}));
  }
  return {};
}

Status EventRows::write_participants(Target& target, const std::vector<Entity>& entities, int role,
                                     std::int64_t number, std::int64_t event_id,
                                     std::int64_t date) {
  std::int64_t position = 0;
  for (const Entity& entity : entities) {
    const Result<std::int64_t> id = mention(target, entity);
    if (!id) return std::unexpected(id.error());
    ENTENTE_TRY(participant_.run(target.row, number, role, ++position, *id));
    if (!entity.id.empty()) ENTENTE_TRY(party_.run(entity.id, role, date, event_id));
    if (!entity.code.empty() && entity.code != entity.id) {
      ENTENTE_TRY(party_.run(entity.code, role, date, event_id));
    }
  }
  return {};
}

Status EventRows::write_details(Target& target, const Event& event, std::int64_t number) {
  const auto bind = [&](std::string_view kind, Span span) {
    detail_.bind(target.row, number, kind, in_title(span), std::int64_t{span.begin},
                 std::int64_t{span.end}, std::nullopt, std::nullopt, std::nullopt, std::nullopt);
  };
  if (event.date_span) {
    bind("date", *event.date_span);
    ENTENTE_TRY(detail_.finish());
  }
  if (event.location) {
    const Location& place = *event.location;
    const Result<std::int64_t> id =
        places_->id(std::string_view(place.name), text_or_null(place.country),
                    text_or_null(place.kind), degrees(place.lat), degrees(place.lon));
    if (!id) return std::unexpected(id.error());
    bind("location", place.span);
    detail_.bind_at(7, target.own_words(place.text, place.span));
    detail_.bind_at(8, *id);
    ENTENTE_TRY(detail_.finish());
  }
  const auto quantity = [&](std::string_view kind, const std::optional<Quantity>& q) -> Status {
    if (!q) return {};
    bind(kind, q->span);
    detail_.bind_at(7, target.own_words(q->text, q->span));
    detail_.bind_at(9, q->min);
    detail_.bind_at(10, q->max);
    return detail_.finish();
  };
  ENTENTE_TRY(quantity("dead", event.dead));
  ENTENTE_TRY(quantity("injured", event.injured));
  ENTENTE_TRY(quantity("arrested", event.arrested));
  return quantity("size", event.size);
}

}  // namespace entente
