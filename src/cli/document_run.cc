#include "cli/document_run.h"

#include <fmt/core.h>

#include <map>
#include <optional>
#include <utility>

#include "cli/exit_code.h"
#include "cli/output.h"
#include "pipeline/ordered_run.h"
#include "text/language.h"

namespace entente {
namespace {

// Counts what came of the documents and writes it where it belongs.
class Writer {
 public:
  explicit Writer(std::optional<Output> diagnostics) : diagnostics_(std::move(diagnostics)) {}

  bool write_head(const std::string& head) { return output_.write(head); }

  // False: nobody reads any more.
  bool put(const Result<DocumentText>& text) {
    if (!text) {
      ++failed_;
      print_error(text.error());
      return true;
    }
    if (!text->language.empty()) {
      ++others_[text->language];
      return true;
    }
    ++done_;
    if (diagnostics_ && !diagnostics_->write(text->diagnostics)) return false;
    return output_.write(text->output);
  }

  int finish(const SourceCounts& counts) {
    report(counts);
    Status written = output_.finish();
    if (written && diagnostics_) written = diagnostics_->finish();
    if (!written) {
      print_error(written.error());
      return kFailed;
    }
    if (failed_ == 0) return kDone;
    return done_ == 0 && others_.empty() ? kFailed : kSomeFailed;
  }

 private:
  // Says what was not looked at, and how much of it.
  void report(const SourceCounts& counts) const {
    if (!others_.empty()) {
      std::string languages;
      std::size_t total = 0;
      for (const auto& [language, count] : others_) {
        languages += fmt::format("{}{} {}", languages.empty() ? "" : ", ", count, language);
        total += count;
      }
      print_message(fmt::format("{} not in English, passed over: {}", total, languages));
    }
    if (counts.passed_over > 0) {
      print_message(fmt::format("{} without a report, passed over", counts.passed_over));
    }
    if (counts.repeated > 0) {
      print_message(fmt::format("{} the same as one before, passed over", counts.repeated));
    }
  }

  Output output_;
  std::optional<Output> diagnostics_;
  std::size_t done_ = 0;
  std::size_t failed_ = 0;
  std::map<std::string, std::size_t> others_;  // by language
};

}  // namespace

int run_documents(DocumentSource source, const DocumentRun& run, const DocumentJob& job) {
  std::optional<Output> diagnostics;
  if (!run.diagnostics_path.empty()) {
    Result<Output> created = Output::create(run.diagnostics_path);
    if (!created) {
      print_error(created.error());
      return kFailed;
    }
    diagnostics.emplace(std::move(*created));
  }
  Writer writer(std::move(diagnostics));
  if (writer.write_head(run.head)) {
    OrderedRun<Result<Document>, Result<DocumentText>>(run.threads)
        .run([&] { return source.next(); },
             [&](Result<Document> document) -> Result<DocumentText> {
               if (!document) return std::unexpected(std::move(document).error());
               if (run.english_only && !is_coded_language(*document)) {
                 return DocumentText{"", "", document->language};
               }
               return job(std::move(*document));
             },
             [&](const Result<DocumentText>& text) { return writer.put(text); });
  }
  return writer.finish(source.counts());
}

}  // namespace entente
