// entente resolve: one actor phrase -> whom it names.
#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "cli/command.h"
#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/program.h"
#include "ingest/byte_source.h"
#include "ingest/phrase_json.h"
#include "view/entity_view.h"

namespace entente {
namespace {

constexpr std::size_t kMaxLine = std::size_t{1} << 20;

struct Options {
  std::string phrase;
  std::string context;
  std::string date;
  std::string form;  // empty: text for one phrase, jsonl for many
  std::vector<std::string> knowledge;
};

std::optional<Date> today() {
  const std::chrono::year_month_day day(
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  return Date::make(int(day.year()), unsigned(day.month()), unsigned(day.day()));
}

class Resolver {
 public:
  Resolver(const Coder& coder, std::optional<Date> date, bool as_text)
      : coder_(coder), date_(date), as_text_(as_text) {}

  // Writes exactly one answer, also to a question that cannot be read.
  bool answer(const Result<PhraseQuestion>& question) {
    std::vector<Entity> entities(1);
    if (!question) {
      note(question.error());
    } else if (auto resolved = coder_.resolve(question->phrase, question->context,
                                              question->date ? question->date : date_)) {
      entities = std::move(*resolved);
      ++done_;
    } else {
      note(resolved.error());
    }
    std::string text;
    if (as_text_) {
      append_entities_text(text, entities);
    } else {
      append_entities_json(text, entities);
    }
    return output_.write(text);
  }

  void note(const Error& error) {
    print_error(error);
    ++failed_;
  }

  int finish() {
    if (const Status written = output_.finish(); !written) {
      print_error(written.error());
      return kFailed;
    }
    if (failed_ == 0) return kDone;
    return done_ == 0 ? kFailed : kSomeFailed;
  }

 private:
  const Coder& coder_;
  std::optional<Date> date_;
  bool as_text_;
  Output output_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
};

// One answer a line of standard input.
int resolve_lines(Resolver& resolver) {
  Result<ByteSource> lines = ByteSource::open("-");
  if (!lines) {
    print_error(lines.error());
    return kFailed;
  }
  std::string line;
  for (;;) {
    const Result<bool> more = lines->next_line(line, kMaxLine);
    Result<PhraseQuestion> question;
    if (!more) {
      if (more.error().code != ErrorCode::kTooLarge) {
        resolver.note(more.error());
        return resolver.finish();
      }
      question = std::unexpected(more.error());
    } else if (!*more) {
      return resolver.finish();
    } else {
      question = parse_phrase_question(line);
    }
    if (!question) question.error().place.line = lines->line_number();
    if (!resolver.answer(question)) return resolver.finish();
  }
}

int run_resolve(const Options& options) {
  const std::optional<Date> date = options.date.empty() ? today() : Date::parse(options.date);
  if (!date) {
    print_message("--date must be a day that exists, as YYYY-MM-DD, found \"" + options.date +
                  "\"");
    return kFailed;
  }
  const Result<Coder> coder = load_coder(AnalysisSource::kModel, options.knowledge);
  if (!coder) {
    print_error(coder.error());
    return kFailed;
  }
  const bool many = options.phrase == "-";
  Resolver resolver(*coder, date, options.form.empty() ? !many : options.form == "text");
  if (many) return resolve_lines(resolver);
  resolver.answer(PhraseQuestion{options.phrase, options.context, {}});
  return resolver.finish();
}

}  // namespace

void add_resolve_command(CLI::App& app, Run& run) {
  CLI::App* command =
      app.add_subcommand("resolve", "Whom an actor phrase names: the entity, and why.");
  const auto options = std::make_shared<Options>();
  command
      ->add_option("PHRASE", options->phrase,
                   "the phrase; - reads one a line from standard input, as it is or as JSON "
                   "{\"phrase\", \"context\", \"date\"}, and gives one answer a line")
      ->required();
  command->add_option("--context", options->context, "text that the phrase may refer back to");
  command->add_option("--date", options->date,
                      "YYYY-MM-DD: the day on which offices are looked up; default: today");
  command->add_option("--as", options->form, "form of the answer; default: text, with - jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->add_option("--knowledge", options->knowledge,
                      "folder with tables of your own, laid over those of the program");
  command->callback([options, &run] { run = [options] { return run_resolve(*options); }; });
}

}  // namespace entente
