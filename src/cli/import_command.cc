// entente import: other people's event data into a database.
#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/database_options.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/program.h"
#include "cli/progress.h"
#include "exchange/event_reader.h"
#include "store/database.h"
#include "store/store_writer.h"

namespace entente {
namespace {

// Events in one transaction.
constexpr std::size_t kBatch = 5000;
// Rows that are named before only their number is told.
constexpr std::uint64_t kMaxNamed = 100;

struct Options {
  std::string database;
  std::string form;
  std::vector<std::string> paths;
  std::vector<std::string> knowledge;
};

class Import {
 public:
  Import(const Database& database, ActorNames& names, ImportForm form)
      : database_(database), names_(names), form_(form) {}

  // False when the file cannot be read at all.  Errors: those of the database.
  Result<bool> read(const std::string& path) {
    Result<EventReader> reader = EventReader::open(path, form_, names_);
    if (!reader) {
      note(reader.error());
      return false;
    }
    for (;;) {
      Result<std::optional<EventRecord>> record = reader->next();
      if (!record) {
        note(record.error());
      } else if (!*record) {
        break;
      } else {
        ENTENTE_TRY(add(std::move(**record)));
      }
    }
    ENTENTE_TRY(flush());
    return true;
  }

  Status finish() {
    for (auto& [origin, writer] : writers_) ENTENTE_TRY(writer.finish(utc_now()));
    progress_.clear();
    return {};
  }

  std::string summary() const {
    std::string text = fmt::format("{} events added", with_commas(added_));
    if (read_ > added_) text += fmt::format(", {} there already", with_commas(read_ - added_));
    if (failed_ > 0) text += fmt::format(", {} rows failed", with_commas(failed_));
    return text;
  }
  std::uint64_t read_count() const { return read_; }
  std::uint64_t failed() const { return failed_; }

 private:
  void note(const Error& error) {
    progress_.clear();
    if (++failed_ <= kMaxNamed) {
      print_error(error);
    } else if (failed_ == kMaxNamed + 1) {
      print_message("more rows fail; they are counted");
    }
  }

  // Events of one origin make a batch; a file of our own form may have several.
  Status add(EventRecord record) {
    const bool other = !batch_.empty() && batch_.front().origin != record.origin;
    if (other || batch_.size() == kBatch) ENTENTE_TRY(flush());
    batch_.push_back(std::move(record));
    return {};
  }

  Status flush() {
    if (batch_.empty()) return {};
    Result<StoreWriter*> writer = find_writer(batch_.front().origin);
    if (!writer) return std::unexpected(writer.error());
    const Result<std::uint64_t> added = (*writer)->import(batch_);
    if (!added) return std::unexpected(added.error());
    added_ += *added;
    read_ += batch_.size();
    batch_.clear();
    progress_.show(0, read_, failed_);
    return {};
  }

  // A run of the database has one origin.
  Result<StoreWriter*> find_writer(const std::string& origin) {
    auto found = writers_.find(origin);
    if (found == writers_.end()) {
      Result<StoreWriter> writer =
          StoreWriter::open(database_, start_run(RunKind::kImport, nullptr, origin));
      if (!writer) return std::unexpected(writer.error());
      found = writers_.emplace(origin, std::move(*writer)).first;
    }
    return &found->second;
  }

  const Database& database_;
  ActorNames& names_;
  ImportForm form_;
  Progress progress_{0};
  std::map<std::string, StoreWriter> writers_;  // by origin
  std::vector<EventRecord> batch_;
  std::uint64_t read_ = 0;
  std::uint64_t added_ = 0;
  std::uint64_t failed_ = 0;
};

Result<int> import_all(const Options& options, const Vocabulary& vocabulary,
                       const Knowledge& knowledge, ImportForm form) {
  const Result<Database> database = Database::open(options.database, Access::kCreate);
  if (!database) return std::unexpected(database.error());
  ActorNames names(vocabulary, knowledge);
  Import job(*database, names, form);
  for (const std::string& path : options.paths) {
    if (const Result<bool> read = job.read(path); !read) return std::unexpected(read.error());
  }
  ENTENTE_TRY(job.finish());
  print_message(job.summary());
  if (job.failed() == 0) return kDone;
  return job.read_count() == 0 ? kFailed : kSomeFailed;
}

int run_import(const Options& options) {
  const ImportForm form = parse_import_form(options.form).value_or(ImportForm::kJsonl);
  const Result<CoderFiles> files = find_coder_files(options.knowledge);
  if (!files) {
    print_error(files.error());
    return kFailed;
  }
  const Result<Vocabulary> vocabulary = Vocabulary::load(files->data + "/exchange");
  const Result<Knowledge> knowledge = open_knowledge(*files);
  if (!vocabulary || !knowledge) {
    print_error(vocabulary ? knowledge.error() : vocabulary.error());
    return kFailed;
  }
  const Result<int> code = import_all(options, *vocabulary, *knowledge, form);
  if (code) return *code;
  print_error(code.error());
  return kFailed;
}

}  // namespace

void add_import_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("import", "Other people's event data into a database.");
  const auto options = std::make_shared<Options>();
  add_database_option(*command, options->database);
  command->add_option("--from", options->form, "form of the files; the origin of their events")
      ->required()
      ->check(CLI::IsMember({"polecat", "icews", "gdelt", "plover", "jsonl"}));
  command
      ->add_option("PATH", options->paths,
                   "files, also compressed (gz, zst, bz2, xz) or in archives (zip, tar); - is "
                   "standard input")
      ->required();
  command->add_option("--knowledge", options->knowledge,
                      "folder with tables of your own, laid over those of the program");
  command->callback([options, &run] { run = [options] { return run_import(*options); }; });
}

}  // namespace entente
