// import_benchmark FORM FILE...: reads files of other people's event data and
// says how many rows became records, how many know their states, how fast, and
// whether every field of every row is kept.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "exchange/event_reader.h"
#include "ingest/json_object.h"

namespace {

using namespace entente;
using Clock = std::chrono::steady_clock;

struct Counts {
  std::size_t records = 0, failed = 0, typed = 0, actors = 0, both_states = 0, changed = 0;
  std::map<std::string, std::size_t> unknown;  // names without a code
};

bool has_code(const std::vector<Entity>& entities) {
  return !entities.empty() && !entities.front().code.empty();
}

void count(const EventRecord& record, Counts& counts) {
  ++counts.records;
  counts.typed += record.has_type ? 1 : 0;
  counts.actors += !record.event.actors.empty() && !record.event.recipients.empty() ? 1 : 0;
  for (const auto* entities : {&record.event.actors, &record.event.recipients}) {
    for (const Entity& entity : *entities) {
      if (entity.code.empty()) ++counts.unknown[entity.text];
    }
  }
  counts.both_states += has_code(record.event.actors) && has_code(record.event.recipients) ? 1 : 0;
}

void print_unknown(const Counts& counts) {
  std::vector<std::pair<std::size_t, std::string>> names;
  for (const auto& [name, n] : counts.unknown) names.emplace_back(n, name);
  std::sort(names.rbegin(), names.rend());
  fmt::print("  without a code, most frequent first:");
  for (std::size_t i = 0; i < names.size() && i < 40; ++i) {
    fmt::print(" {} ({});", names[i].second, names[i].first);
  }
  fmt::print("\n");
}

// The row from the fields that were kept of it.
std::string row_of(const EventRecord& record) {
  const Result<OrderedJson> fields = parse_json_object(record.fields);
  std::string row;
  if (!fields) return row;
  for (const auto& [key, value] : fields->items()) {
    row += (row.empty() ? "" : "\t") + value.get<std::string>();
  }
  return row;
}

// Reads once more, beside the lines themselves.
Status compare(const std::string& path, ImportForm form, ActorNames& names, Counts& counts) {
  Result<EventReader> reader = EventReader::open(path, form, names);
  Result<LineSource> lines = LineSource::open(path);
  if (!reader || !lines) return fail(ErrorCode::kIo, "cannot open again", {path, 0, {}});
  std::string_view line;
  for (;;) {
    const auto record = reader->next();
    if (!record) continue;
    if (!*record) return {};
    const std::string row = row_of(**record);
    bool found = false;
    while (!found) {
      const Result<bool> more = lines->next(line);
      if (more && !*more) break;
      found = more && line == row;
    }
    if (!found) {
      ++counts.changed;
      return {};  // the lines are no longer in step
    }
  }
}

Status measure(const std::string& path, ImportForm form, ActorNames& names) {
  Result<EventReader> reader = EventReader::open(path, form, names);
  if (!reader) return std::unexpected(reader.error());
  Counts counts;
  const Clock::time_point start = Clock::now();
  for (;;) {
    const auto record = reader->next();
    if (!record) {
      if (++counts.failed <= 5) fmt::print("  {}\n", describe(record.error()));
    } else if (!*record) {
      break;
    } else {
      count(**record, counts);
    }
  }
  const double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  const bool table = form != ImportForm::kPlover && form != ImportForm::kJsonl;
  if (table) ENTENTE_TRY(compare(path, form, names, counts));
  fmt::print(
      "{}: {} records, {} bad rows, {} with a PLOVER type, {} with two actors, {} with two "
      "codes, {:.0f} rows/s, fields {}\n",
      path, counts.records, counts.failed, counts.typed, counts.actors, counts.both_states,
      static_cast<double>(counts.records) / seconds, counts.changed == 0 ? "all kept" : "CHANGED");
  print_unknown(counts);
  return counts.changed == 0 ? Status() : fail(ErrorCode::kBadFormat, "a row came out otherwise");
}

}  // namespace

int main(int argc, char** argv) {
  const auto form = argc < 4 ? std::nullopt : parse_import_form(argv[2]);
  if (!form) {
    fmt::print(stderr, "usage: import_benchmark DATA icews|polecat|gdelt|plover|jsonl FILE...\n");
    return 2;
  }
  const std::string data = argv[1];
  const auto vocabulary = Vocabulary::load(data + "/exchange");
  const auto knowledge = Knowledge::from_tables(data + "/knowledge");
  if (!vocabulary || !knowledge) {
    fmt::print(stderr, "{}\n", describe(vocabulary ? knowledge.error() : vocabulary.error()));
    return 2;
  }
  for (int i = 3; i < argc; ++i) {
    ActorNames names(*vocabulary, *knowledge);
    if (const Status done = measure(argv[i], *form, names); !done) {
      fmt::print(stderr, "{}: {}\n", argv[i], describe(done.error()));
      return 1;
    }
  }
  return 0;
}
