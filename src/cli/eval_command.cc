// entente eval: scores against gold.
#include <algorithm>
#include <memory>
#include <utility>

#include "base/file.h"
#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/program.h"
#include "eval/gold.h"
#include "eval/score.h"
#include "exchange/actor_names.h"
#include "exchange/event_reader.h"
#include "exchange/vocabulary.h"
#include "ingest/document_source.h"
#include "text/event_records.h"

namespace entente {
namespace {

struct Options {
  std::string gold;
  std::string predicted;
  std::string documents;
  std::string form = "auto";
  std::string as = "text";
  std::size_t show = 0;
};

using Records = std::vector<EventRecord>;
using Documents = std::vector<Document>;

Result<Records> read_records(const std::string& path) {
  const Result<CoderFiles> files = find_coder_files({});
  if (!files) return std::unexpected(files.error());
  const Result<Vocabulary> vocabulary = Vocabulary::load(files->data + "/exchange");
  if (!vocabulary) return std::unexpected(vocabulary.error());
  const Result<Knowledge> knowledge = open_knowledge(*files);
  if (!knowledge) return std::unexpected(knowledge.error());
  ActorNames names(*vocabulary, *knowledge);
  Result<EventReader> reader = EventReader::open(path, ImportForm::kJsonl, names);
  if (!reader) return std::unexpected(reader.error());
  Records records;
  for (;;) {
    Result<std::optional<EventRecord>> record = reader->next();
    if (!record) return std::unexpected(record.error());
    if (!*record) return records;
    if ((*record)->has_type) records.push_back(*std::move(*record));
  }
}

Result<Documents> read_documents(const std::string& path) {
  SourceOptions reading;
  reading.format = InputFormat::kJsonl;
  DocumentSource source({path}, reading);
  Documents documents;
  while (std::optional<Result<Document>> document = source.next()) {
    if (!*document) return std::unexpected(document->error());
    documents.push_back(**std::move(document));
  }
  return documents;
}

// Documents with nothing but what a sentence says.
Documents documents_of(const std::vector<GoldPair>& pairs) {
  Documents documents;
  for (const GoldPair& pair : pairs) {
    Document& document = documents.emplace_back();
    document.id = pair.id;
    document.text = pair.sentence;
  }
  return documents;
}

// The records to be scored: those that the user has, else what this program codes.
Result<Records> predict(const Options& options, const Documents& documents) {
  if (!options.predicted.empty()) return read_records(options.predicted);
  if (documents.empty()) {
    return fail(ErrorCode::kUsage, "give --predicted FILE, or the documents with --documents FILE");
  }
  const Result<Coder> coder = load_coder(AnalysisSource::kModel, {});
  if (!coder) return std::unexpected(coder.error());
  Records records;
  for (const Document& document : documents) {
    const Result<CodedDocument> coded = coder->code(document);
    if (!coded) return std::unexpected(coded.error());
    for (EventRecord& record : make_event_records(*coded)) records.push_back(std::move(record));
  }
  return records;
}

Result<ScoreReport> evaluate_pairs(std::string text, const Options& options) {
  const auto gold = read_gold_pairs(std::move(text), options.gold);
  if (!gold) return std::unexpected(gold.error());
  const Result<Records> records = predict(options, documents_of(*gold));
  if (!records) return std::unexpected(records.error());
  return score_pairs(*gold, *records);
}

std::vector<std::string> ids_of(const Documents& documents, const std::vector<GoldItem>& gold,
                                const Records& records) {
  std::vector<std::string> ids;
  for (const Document& document : documents) ids.push_back(document.id);
  if (ids.empty()) {
    for (const GoldItem& item : gold) ids.push_back(item.document);
    for (const EventRecord& record : records) ids.push_back(record.report.id);
  }
  std::ranges::sort(ids);
  ids.erase(std::ranges::unique(ids).begin(), ids.end());
  return ids;
}

Result<ScoreReport> evaluate_items(const std::string& text, GoldForm form, const Options& options) {
  Documents documents;
  if (!options.documents.empty()) {
    auto read = read_documents(options.documents);
    if (!read) return std::unexpected(read.error());
    documents = *std::move(read);
  }
  GoldDocuments texts;
  for (const Document& document : documents) texts[document.id] = {document.title, document.text};
  if (form != GoldForm::kRecords && texts.empty()) {
    return fail(ErrorCode::kUsage, "gold by quotes needs the documents: --documents FILE");
  }
  Result<std::vector<GoldItem>> gold;
  if (form == GoldForm::kRecords) {
    const Result<Records> right = read_records(options.gold);
    if (!right) return std::unexpected(right.error());
    gold = gold_items_of(*right);
  } else {
    gold = read_gold_items(text, options.gold, form, texts);
  }
  if (!gold) return std::unexpected(gold.error());
  const Result<Records> records = predict(options, documents);
  if (!records) return std::unexpected(records.error());
  if (form == GoldForm::kExpect) return score_expectations(*gold, *records);
  return score_full(form, *gold, ids_of(documents, *gold, *records), *records);
}

Result<ScoreReport> evaluate(const Options& options) {
  auto text = read_file(options.gold);
  if (!text) return std::unexpected(text.error());
  const auto form = options.form == "auto" ? guess_gold_form(*text) : parse_gold_form(options.form);
  if (!form) {
    return fail(ErrorCode::kBadFormat, "no form of gold that is known; name it with --form",
                {options.gold, 1, {}});
  }
  if (*form == GoldForm::kPairs) return evaluate_pairs(*std::move(text), options);
  return evaluate_items(*text, *form, options);
}

int run_eval(const Options& options) {
  const Result<ScoreReport> report = evaluate(options);
  if (!report) {
    print_error(report.error());
    return kFailed;
  }
  const auto write = options.as == "json"       ? score_json
                     : options.as == "markdown" ? score_markdown
                                                : score_text;
  Output output;
  output.write(write(*report, options.show));
  if (const Status written = output.finish(); !written) {
    print_error(written.error());
    return kFailed;
  }
  return kDone;
}

}  // namespace

void add_eval_command(CLI::App& app, Run& run) {
  CLI::App* command = app.add_subcommand("eval", "Scores against gold, with intervals.");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("--gold", options->gold,
                   "what is right: event records, or gold by quotes or pairs")
      ->required();
  command->add_option("--predicted", options->predicted,
                      "event records to be scored; without it, the documents are coded now");
  command->add_option("--documents", options->documents,
                      "the reports (JSON Lines) in which quotes are looked up, or that are coded");
  command->add_option("--form", options->form, "form of the gold")
      ->check(CLI::IsMember({"auto", "records", "full", "expect", "pairs"}))
      ->capture_default_str();
  command->add_option("--as", options->as, "form of the scores")
      ->check(CLI::IsMember({"text", "markdown", "json"}))
      ->capture_default_str();
  command->add_option("--show", options->show, "how many misses are shown");
  command->callback([options, &run] { run = [options] { return run_eval(*options); }; });
}

}  // namespace entente
