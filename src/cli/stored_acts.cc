#include "cli/stored_acts.h"

#include <unordered_map>
#include <utility>

#include "alignment/dyads.h"
#include "cli/database_options.h"
#include "store/database.h"
#include "store/store_reader.h"

namespace entente {
namespace {

Status read_day(const std::string& text, const char* option, std::optional<Date>& day) {
  if (text.empty()) return {};
  day = Date::parse(text);
  if (day) return {};
  return fail(
      ErrorCode::kUsage,
      std::string(option) + " must be a day that exists, as YYYY-MM-DD, found \"" + text + "\"");
}

EvidenceLine line_of(const EventRecord& record) {
  EvidenceLine line;
  line.sentence = record.quote;
  line.document = record.report.id;
  line.outlet = record.report.source;
  line.rule = record.event.rule;
  return line;
}

// Numbers for the reports or stories of the records, from 1; 0 without one.
class StoryNumbers {
 public:
  std::int64_t of(const EventRecord& record) {
    if (record.report.id.empty()) return 0;
    const auto next = static_cast<std::int64_t>(numbers_.size()) + 1;
    return numbers_.try_emplace(record.origin + '\n' + record.report.id, next).first->second;
  }

 private:
  std::unordered_map<std::string, std::int64_t> numbers_;
};

bool is_in(const std::optional<Date>& from, const std::optional<Date>& to, Date day) {
  return (!from || *from <= day) && (!to || day <= *to);
}

}  // namespace

void add_act_options(CLI::App& command, ActOptions& options) {
  add_database_option(command, options.database);
  command.add_option("--origin", options.origin,
                     "only events of this origin: entente, icews, polecat ...; default: all");
  command.add_option("--from", options.from, "YYYY-MM-DD: the first day that counts");
  command.add_option("--to", options.to, "YYYY-MM-DD: the last day that counts");
  command.add_option("--groups", options.groups,
                     "table of your own groups: group, member, from, to; may be repeated");
  command.add_flag("--every-status", options.every_status,
                   "count also what is announced, feared, denied ...");
}

Result<StoredActs> load_acts(const ActOptions& options, const World& world,
                             const std::set<std::string>& states) {
  Where where;
  std::optional<Date> from;
  std::optional<Date> to;
  ENTENTE_TRY(read_day(options.from, "--from", from));
  ENTENTE_TRY(read_day(options.to, "--to", to));
  if (!options.origin.empty()) where.origin = options.origin;
  const Result<Database> database = Database::open(options.database, Access::kRead);
  if (!database) return std::unexpected(database.error());
  Result<StoreReader> reader = StoreReader::open(*database);
  if (!reader) return std::unexpected(reader.error());

  StoredActs acts{VoteTable(world), {}, {}};
  StoryNumbers stories;
  std::int64_t id = 0;
  const Status read = reader->for_each_event(where, [&](const EventRecord& record) {
    if (!options.every_status && !has_happened(record.event.status)) return true;
    ++id;
    for (DyadicAct& act : dyads_of(record, id, stories.of(record))) {
      if (!is_in(from, to, act.date)) continue;
      acts.votes.add(act);
      if (!states.contains(act.actor) && !states.contains(act.recipient)) continue;
      acts.lines.try_emplace(id, line_of(record));
      acts.kept.push_back(std::move(act));
    }
    return true;
  });
  if (!read) return std::unexpected(read.error());
  acts.votes.seal();
  return acts;
}

}  // namespace entente
