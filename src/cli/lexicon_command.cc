// entente lexicon: lint the data files; count what is in them.
#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/paths.h"
#include "cli/program.h"
#include "exchange/petrarch.h"
#include "knowledge/check.h"
#include "knowledge/knowledge.h"
#include "lexicon/lexicon.h"
#include "lexicon/word_classes.h"
#include "pipeline/coder.h"

namespace entente {
namespace {

// The folder given by the user, else that of the program.
Result<std::string> folder_or_data(const std::string& given) {
  if (!given.empty()) return given;
  return find_data();
}

template <typename T>
bool passes(const Result<T>& loaded) {
  if (!loaded) print_error(loaded.error());
  return loaded.has_value();
}

// A folder for --knowledge: any of the tables, perhaps senses of the lexicon.
int check_overlay(const std::string& folder) {
  const Result<std::string> data = find_data();
  if (!passes(data)) return kFailed;
  const bool lexicon = passes(Lexicon::load(*data + "/lexicon", {folder + "/lexicon"}));
  const std::vector<Error> errors = check_knowledge_overlay(*data + "/knowledge", folder);
  for (const Error& error : errors) print_error(error);
  if (!lexicon || !errors.empty()) return kFailed;
  print_message("all tables are sound");
  return kDone;
}

int run_check(const std::string& given) {
  const Result<std::string> data = folder_or_data(given);
  if (!passes(data)) return kFailed;
  if (!std::filesystem::exists(*data + "/knowledge")) return check_overlay(*data);
  const bool lexicon = passes(Lexicon::load(*data + "/lexicon"));
  const bool classes = passes(WordClasses::load(*data + "/lexicon"));
  const bool exchange = passes(Vocabulary::load(*data + "/exchange"));
  const std::vector<Error> errors = check_knowledge(*data + "/knowledge");
  for (const Error& error : errors) print_error(error);
  if (!lexicon || !classes || !exchange || !errors.empty()) return kFailed;
  print_message("all tables are sound");
  return kDone;
}

int run_stats(const std::string& given) {
  const Result<std::string> data = folder_or_data(given);
  if (!passes(data)) return kFailed;
  const Result<Lexicon> lexicon = Lexicon::load(*data + "/lexicon");
  const Result<std::vector<TableCount>> tables = knowledge_stats(*data + "/knowledge");
  if (!passes(lexicon) || !passes(tables)) return kFailed;
  std::map<std::string, std::size_t> by_type;
  std::map<std::string, std::size_t> by_class;
  std::size_t lemmas = 0;
  for (const auto& entry : lexicon->entries()) {
    ++by_class[std::string(to_string(entry->cls))];
    ++by_type[entry->type ? std::string(to_string(*entry->type)) : "no event of its own"];
    lemmas += entry->lemmas.size();
  }
  std::string text = fmt::format("entries\t{}\nlemmas\t{}\n", lexicon->entries().size(), lemmas);
  for (const auto& [type, count] : by_type) text += fmt::format("type\t{}\t{}\n", type, count);
  for (const auto& [cls, count] : by_class) text += fmt::format("class\t{}\t{}\n", cls, count);
  for (const TableCount& table : *tables) {
    text += fmt::format("knowledge\t{}\t{}\n", table.name, table.count);
  }
  Output output;
  output.write(text);
  return passes(output.finish()) ? kDone : kFailed;
}

struct ImportOptions {
  std::vector<std::string> paths;
  std::string folder;
};

int run_import_petrarch(const ImportOptions& options) {
  const Result<CoderFiles> files = find_coder_files({});
  if (!passes(files)) return kFailed;
  const Result<Vocabulary> vocabulary = Vocabulary::load(files->data + "/exchange");
  const Result<Knowledge> knowledge = open_knowledge(*files);
  if (!passes(vocabulary) || !passes(knowledge)) return kFailed;
  ActorNames names(*vocabulary, *knowledge);
  PetrarchOverlay overlay;
  PetrarchImporter importer(names, *knowledge, overlay);
  std::size_t failed = 0;
  for (const std::string& path : options.paths) {
    const Status added = importer.add_path(path);
    if (!added) print_error(added.error());
    failed += added ? 0 : 1;
  }
  if (failed == options.paths.size()) return kFailed;
  if (const Status written = overlay.write(options.folder); !written) {
    print_error(written.error());
    return kFailed;
  }
  Output output;
  output.write(overlay.summary());
  if (!passes(output.finish())) return kFailed;
  return failed == 0 ? kDone : kSomeFailed;
}

void add_import_petrarch(CLI::App& command, Run& run) {
  CLI::App* sub = command.add_subcommand("import-petrarch",
                                         "PETRARCH dictionaries in, a folder for --knowledge out.");
  const auto options = std::make_shared<ImportOptions>();
  sub->add_option("PATH", options->paths,
                  "dictionaries of actors, agents and verbs, or folders of them (.txt)")
      ->required();
  sub->add_option("--to", options->folder,
                  "the folder; refused.tsv in it names what could not be taken")
      ->required();
  sub->callback([options, &run] { run = [options] { return run_import_petrarch(*options); }; });
}

}  // namespace

void add_lexicon_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("lexicon", "The data files: check them, count them.");
  command->require_subcommand(1);
  const auto folder = std::make_shared<std::string>();
  const auto add = [&](const char* name, const char* what, int (*job)(const std::string&)) {
    CLI::App* sub = command->add_subcommand(name, what);
    sub->add_option("FOLDER", *folder,
                    "a data folder, or with check a folder for --knowledge; "
                    "default: the program's own");
    sub->callback([folder, job, &run] { run = [folder, job] { return job(*folder); }; });
  };
  add("check", "Name every fault of the tables with file and line.", run_check);
  add("stats", "Count entries by event type and class, and rows by table.", run_stats);
  add_import_petrarch(*command, run);
}

}  // namespace entente
