#include "store/store_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "store/columns.h"
#include "store/filter.h"
#include "store/sqlite.h"

namespace entente {
namespace {

DocumentState state_of(std::string_view name) {
  if (name == "skipped") return DocumentState::kSkipped;
  if (name == "failed") return DocumentState::kFailed;
  if (name == "imported") return DocumentState::kImported;
  return DocumentState::kCoded;
}

// What the rows of one document are read into.
struct Draft {
  StoredDocument stored;
  std::unique_ptr<CodePointMap> title;
  std::unique_ptr<CodePointMap> text;
  std::vector<Entity> mentions;  // by number, from 1

  static Span span(bool in_title, std::int64_t begin, std::int64_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end),
            in_title ? Section::kTitle : Section::kText};
  }
  std::string covered(Span span) const {
    const bool in_title = span.section == Section::kTitle;
    const CodePointMap& map = in_title ? *title : *text;
    const std::size_t begin = map.byte(span.begin);
    return (in_title ? stored.document.title : stored.document.text)
        .substr(begin, map.byte(span.end) - begin);
  }
  // The own words of a row in `column`, else those that the span covers.
  std::string words(const sqlite::Statement& row, int column, Span span) const {
    return row.is_null(column) ? covered(span) : row.string(column);
  }
  EventRecord* event(std::int64_t number) {
    // Numbers run from 1 without a gap.
    const auto index = static_cast<std::size_t>(number - 1);
    return index < stored.events.size() ? &stored.events[index] : nullptr;
  }
  Span sentence(std::int64_t number) const {
    const auto index = static_cast<std::size_t>(number - 1);
    return index < stored.sentences.size() ? stored.sentences[index] : Span{};
  }
  const Entity* mention(std::int64_t number) const {
    const auto index = static_cast<std::size_t>(number - 1);
    return index < mentions.size() ? &mentions[index] : nullptr;
  }
};

void read_document(Draft& draft, const sqlite::Statement& row) {
  Document& document = draft.stored.document;
  document.id = row.string(1);
  document.title = row.string(2);
  document.text = row.string(3);
  document.date = Date::parse(row.text(4));
  document.source = row.string(5);
  document.url = row.string(6);
  document.language = row.string(7);
  document.extra = row.string(8);
  draft.stored.row = row.integer(0);
  draft.stored.state = state_of(row.text(9));
  draft.stored.reason = row.string(10);
  draft.stored.origin = row.string(11);
  draft.stored.people = list_from_column(row.text(12));
  draft.stored.organisations = list_from_column(row.text(13));
  draft.stored.places = list_from_column(row.text(14));
  draft.title = std::make_unique<CodePointMap>(draft.stored.document.title);
  draft.text = std::make_unique<CodePointMap>(draft.stored.document.text);
}

void read_mention(Draft& draft, const sqlite::Statement& row) {
  Entity entity;
  entity.span = Draft::span(row.integer(0) != 0, row.integer(1), row.integer(2));
  entity.text = draft.words(row, 3, entity.span);
  if (!row.is_null(5)) {
    Antecedent antecedent;
    antecedent.span = Draft::span(row.integer(4) != 0, row.integer(5), row.integer(6));
    antecedent.text = draft.words(row, 7, antecedent.span);
    entity.antecedent = std::move(antecedent);
  }
  entity.resolved_by = row.string(8);
  entity.row = row.string(9);
  entity.id = row.string(10);
  entity.code = row.string(11);
  entity.name = row.string(12);
  entity.sectors = list_from_column(row.text(13));
  if (!row.is_null(14) || !row.is_null(15)) entity.person = Person{row.string(14), row.string(15)};
  draft.mentions.push_back(std::move(entity));
}

// What is known of the report from `key`, which a frame of imported events has
// with the origin in front.
ReportInfo report_info(const StoredDocument& stored) {
  const Document& document = stored.document;
  std::string id = document.id;
  if (stored.state == DocumentState::kImported) id.erase(0, stored.origin.size() + 1);
  return {std::move(id),     document.title, document.date, document.source,      document.url,
          document.language, document.extra, stored.people, stored.organisations, stored.places};
}

// Counted from 1 in the text; a title is sentence 0.
std::string sentence_number(const Draft& draft, Span sentence) {
  if (sentence.section == Section::kTitle) return "0";
  const std::vector<Span>& all = draft.stored.sentences;
  const auto in_text =
      std::ranges::find(all, Section::kText, [](const Span& s) { return s.section; });
  const auto found =
      std::find_if(in_text, all.end(), [&](const Span& s) { return s.end > sentence.begin; });
  return fmt::format("{}", found - in_text + 1);
}

void read_evidence(Draft& draft, const sqlite::Statement& row, EventRecord& record) {
  EventMention& evidence = record.event.evidence;
  evidence.sentence = draft.sentence(row.integer(9));
  const bool in_title = evidence.sentence.section == Section::kTitle;
  evidence.trigger = Draft::span(in_title, row.integer(10), row.integer(11));
  record.sentence_number = sentence_number(draft, evidence.sentence);
  record.trigger = draft.covered(evidence.trigger);
  record.quote = draft.covered(evidence.sentence);
}

// The columns of imports; they say more than the text of the frame.
void read_import(const sqlite::Statement& row, EventRecord& record) {
  record.cameo = row.string(15);
  record.score = row.real(14);
  record.sentence_number = row.string(16);
  if (!row.is_null(17)) record.trigger = row.string(17);
  if (!row.is_null(18)) record.quote = row.string(18);
  record.mention_quotes = list_from_column(row.text(19));
  record.fields = row.string(20);
}

std::optional<PartialDate> read_date(const sqlite::Statement& row, DatePrecision precision) {
  const std::optional<Date> first = date_from_column(row.integer(7));
  const std::optional<Date> last = date_from_column(row.integer(row.is_null(22) ? 7 : 22));
  if (!first || !last) return std::nullopt;
  return PartialDate{*first, *last, precision};
}

void read_event(Draft& draft, const sqlite::Statement& row) {
  EventRecord& record = draft.stored.events.emplace_back();
  Event& event = record.event;
  record.origin = draft.stored.origin;
  record.report = report_info(draft.stored);
  record.has_type = !row.is_null(2);
  event.type = static_cast<EventType>(row.integer(2));
  event.status = static_cast<EventStatus>(row.integer(3));
  event.confidence = static_cast<Confidence>(row.integer(4));
  event.modes = list_from_column(row.text(5));
  event.contexts = list_from_column(row.text(6));
  event.date_precision = static_cast<DatePrecision>(row.integer(21));
  if (!row.is_null(7)) event.date = read_date(row, event.date_precision);
  event.date_basis = static_cast<DateBasis>(row.integer(8));
  event.rule = row.string(12);
  if (!row.is_null(9)) read_evidence(draft, row, record);
  if (row.is_null(13)) {
    record.id = fmt::format("{}#{}", draft.stored.document.id, row.integer(1));
  } else {
    record.id = row.string(13).substr(record.origin.size() + 1);
    read_import(row, record);
  }
}

void read_participant(Draft& draft, const sqlite::Statement& row) {
  EventRecord* record = draft.event(row.integer(0));
  const Entity* entity = draft.mention(row.integer(2));
  if (record == nullptr || entity == nullptr) return;
  Event& event = record->event;
  (row.integer(1) == 0 ? event.actors : event.recipients).push_back(*entity);
}

void read_holder(Draft& draft, const sqlite::Statement& row) {
  EventRecord* record = draft.event(row.integer(0));
  const Entity* entity = draft.mention(row.integer(1));
  if (record != nullptr && entity != nullptr) record->event.attribution.push_back(*entity);
}

void read_telling(Draft& draft, const sqlite::Statement& row) {
  EventRecord* record = draft.event(row.integer(0));
  if (record == nullptr) return;
  const Span sentence = draft.sentence(row.integer(1));
  const bool in_title = sentence.section == Section::kTitle;
  record->event.mentions.push_back(
      {sentence, Draft::span(in_title, row.integer(2), row.integer(3))});
  record->mention_quotes.push_back(draft.covered(sentence));
}

void read_detail(Draft& draft, const sqlite::Statement& row) {
  EventRecord* record = draft.event(row.integer(0));
  if (record == nullptr) return;
  Event& event = record->event;
  const std::string_view kind = row.text(1);
  const Span span = Draft::span(row.integer(2) != 0, row.integer(3), row.integer(4));
  if (kind == "date") {
    event.date_span = span;
  } else if (kind == "location") {
    const auto degrees = [&](int column) {
      return row.is_null(column) ? std::numeric_limits<double>::quiet_NaN() : row.real(column);
    };
    event.location = Location{row.string(8), row.string(9),  degrees(10),
                              degrees(11),   row.string(12), draft.words(row, 5, span),
                              span};
  } else {
    Quantity quantity{row.integer(6), std::nullopt, draft.words(row, 5, span), span};
    if (!row.is_null(7)) quantity.max = row.integer(7);
    (kind == "dead"       ? event.dead
     : kind == "injured"  ? event.injured
     : kind == "arrested" ? event.arrested
                          : event.size) = std::move(quantity);
  }
}

// A table below documents and how its rows are read, in the order of reading.
struct Part {
  const char* sql;  // the parameter is the row of the document
  void (*read)(Draft&, const sqlite::Statement&);
};

constexpr Part kParts[] = {
    {"SELECT in_title, begin_char, end_char FROM sentences WHERE document_id = ? ORDER BY number",
     [](Draft& draft, const sqlite::Statement& row) {
       draft.stored.sentences.push_back(
           Draft::span(row.integer(0) != 0, row.integer(1), row.integer(2)));
     }},
    {"SELECT m.in_title, m.begin_char, m.end_char, m.words, m.antecedent_in_title, "
     "m.antecedent_begin_char, m.antecedent_end_char, m.antecedent_words, r.resolved_by, "
     "r.knowledge_row, e.key, e.code, e.name, e.sectors, e.person, e.office "
     "FROM mentions m JOIN resolutions r ON r.id = m.resolution_id "
     "JOIN entities e ON e.id = r.entity_id WHERE m.document_id = ? ORDER BY m.number",
     read_mention},
    {"SELECT v.id, v.number, v.type_id, v.status_id, v.confidence_id, v.mode, v.context, v.date, "
     "v.date_basis_id, v.sentence, v.trigger_begin_char, v.trigger_end_char, r.name, v.key, "
     "v.score, i.cameo, i.sentence_number, i.trigger_words, i.quote, i.mention_quotes, i.fields, "
     "v.date_precision_id, v.date_last "
     "FROM events v LEFT JOIN rules r ON r.id = v.rule_id "
     "LEFT JOIN imports i ON i.event_id = v.id WHERE v.document_id = ? "
     "ORDER BY v.number",
     read_event},
    {"SELECT event, role_id, mention FROM participants WHERE document_id = ? "
     "ORDER BY event, role_id, position",
     read_participant},
    {"SELECT event, mention FROM attribution WHERE document_id = ? ORDER BY event, position",
     read_holder},
    {"SELECT event, sentence, trigger_begin_char, trigger_end_char FROM event_mentions "
     "WHERE document_id = ? ORDER BY event, position",
     read_telling},
    {"SELECT t.event, t.kind, t.in_title, t.begin_char, t.end_char, t.words, t.min, t.max, "
     "p.name, p.country, p.lat, p.lon, p.kind FROM details t LEFT JOIN places p "
     "ON p.id = t.place_id WHERE t.document_id = ? ORDER BY t.event, t.kind",
     read_detail},
};

constexpr const char* kDocumentSql =
    "SELECT d.id, d.key, d.title, d.text, d.date, d.source, d.url, d.language, d.extra, d.state, "
    "d.reason, r.origin, d.people, d.organisations, d.places FROM documents d JOIN runs r ON r.id "
    "= d.run_id WHERE d.id = ?";

}  // namespace

class StoreReader::State {
 public:
  explicit State(const sqlite::Connection& connection) : connection_(connection) {}

  Status prepare() {
    Result<sqlite::Statement> document = connection_.prepare(kDocumentSql);
    if (!document) return std::unexpected(document.error());
    document_ = std::move(*document);
    Result<sqlite::Statement> by_key =
        connection_.prepare("SELECT id, hash FROM documents WHERE key = ?");
    if (!by_key) return std::unexpected(by_key.error());
    by_key_ = std::move(*by_key);
    for (const Part& part : kParts) {
      Result<sqlite::Statement> statement = connection_.prepare(part.sql);
      if (!statement) return std::unexpected(statement.error());
      parts_.push_back(std::move(*statement));
    }
    return {};
  }

  // REQUIRES: there is a document in this row.
  Result<StoredDocument> read(std::int64_t row) {
    Draft draft;
    document_.bind(row);
    const Result<bool> found = document_.step();
    if (!found) return std::unexpected(found.error());
    if (!*found) {
      return fail(ErrorCode::kNotFound, fmt::format("there is no document in row {}", row),
                  {connection_.path(), 0, {}});
    }
    read_document(draft, document_);
    document_.reset();
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      parts_[i].bind(row);
      for (;;) {
        const Result<bool> more = parts_[i].step();
        if (!more) return std::unexpected(more.error());
        if (!*more) break;
        kParts[i].read(draft, parts_[i]);
      }
      parts_[i].reset();
    }
    return std::move(draft.stored);
  }

  // Row and hash of the document with this key.
  Result<std::optional<std::pair<std::int64_t, std::string>>> find(const std::string& key) {
    by_key_.bind(key);
    const Result<bool> found = by_key_.step();
    if (!found) return std::unexpected(found.error());
    std::optional<std::pair<std::int64_t, std::string>> result;
    if (*found) result.emplace(by_key_.integer(0), std::string(by_key_.blob(1)));
    by_key_.reset();
    return result;
  }

  const sqlite::Connection& connection() const { return connection_; }

 private:
  const sqlite::Connection& connection_;
  sqlite::Statement document_, by_key_;
  std::vector<sqlite::Statement> parts_;
};

StoreReader::StoreReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
StoreReader::StoreReader(StoreReader&&) noexcept = default;
StoreReader& StoreReader::operator=(StoreReader&&) noexcept = default;
StoreReader::~StoreReader() = default;

Result<StoreReader> StoreReader::open(const Database& database) {
  auto state = std::make_unique<State>(database.connection());
  ENTENTE_TRY(state->prepare());
  return StoreReader(std::move(state));
}

Result<std::optional<StoredDocument>> StoreReader::find(const std::string& id) {
  const auto known = state_->find(id);
  if (!known) return std::unexpected(known.error());
  if (!*known) return std::nullopt;
  Result<StoredDocument> stored = state_->read((*known)->first);
  if (!stored) return std::unexpected(stored.error());
  return std::move(*stored);
}

Result<std::optional<std::string>> StoreReader::find_hash(const std::string& id) {
  const auto known = state_->find(id);
  if (!known) return std::unexpected(known.error());
  if (!*known) return std::nullopt;
  return (*known)->second;
}

Status StoreReader::for_each_document(const std::function<bool(StoredDocument&&)>& visit) {
  Result<sqlite::Statement> rows = state_->connection().prepare(
      "SELECT id FROM documents WHERE state <> 'imported' ORDER BY id");
  if (!rows) return std::unexpected(rows.error());
  for (;;) {
    const Result<bool> more = rows->step();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
    Result<StoredDocument> stored = state_->read(rows->integer(0));
    if (!stored) return std::unexpected(stored.error());
    if (!visit(std::move(*stored))) return {};
  }
}

Status StoreReader::for_each_event(const Where& where, const EventVisitor& visit) {
  const Filter filter = make_filter(where);
  Result<sqlite::Statement> rows = state_->connection().prepare(
      fmt::format("SELECT v.document_id, v.number FROM events v JOIN runs u ON u.id = v.run_id "
                  "WHERE {} ORDER BY v.document_id, v.number",
                  filter.sql));
  if (!rows) return std::unexpected(rows.error());
  filter.bind(*rows);
  std::optional<StoredDocument> stored;
  for (;;) {
    const Result<bool> more = rows->step();
    if (!more) return std::unexpected(more.error());
    if (!*more) return {};
    const std::int64_t row = rows->integer(0);
    if (!stored || stored->row != row) {
      Result<StoredDocument> next = state_->read(row);
      if (!next) return std::unexpected(next.error());
      stored = std::move(*next);
    }
    const auto index = static_cast<std::size_t>(rows->integer(1) - 1);
    if (index >= stored->events.size()) {
      return fail(ErrorCode::kBadFormat,
                  fmt::format("the events of {} are not numbered from 1", stored->document.id),
                  {state_->connection().path(), 0, {}});
    }
    if (!visit(stored->events[index])) return {};
  }
}

Result<std::uint64_t> StoreReader::count_documents() {
  const auto count =
      state_->connection().integer("SELECT count(*) FROM documents WHERE state <> 'imported'");
  if (!count) return std::unexpected(count.error());
  return static_cast<std::uint64_t>(count->value_or(0));
}

}  // namespace entente
