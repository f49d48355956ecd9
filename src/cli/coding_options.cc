#include "cli/coding_options.h"

#include <utility>

#include "cli/exit_code.h"
#include "cli/output.h"
#include "cli/program.h"

namespace entente {

void CodingOptions::add_to(CLI::App& command) {
  input.add_to(command);
  command.add_option("--knowledge", knowledge,
                     "folder with tables of your own, laid over those of the program");
  command.add_flag("--analysed", analysed,
                   "take the analyses that the reports bring along (keys analysis and "
                   "title_analysis) in place of the language model's");
}

int run_coding(const CodingOptions& options, DocumentRun run, const CodedWriter& write) {
  Result<DocumentSource> source = options.input.open();
  if (!source) {
    print_error(source.error());
    return kFailed;
  }
  const Result<Coder> coder = load_coder(
      options.analysed ? AnalysisSource::kInput : AnalysisSource::kModel, options.knowledge);
  if (!coder) {
    print_error(coder.error());
    return kFailed;
  }
  run.threads = options.input.thread_count();
  run.english_only = true;
  return run_documents(std::move(*source), run, [&](Document document) -> Result<DocumentText> {
    const Result<CodedDocument> coded = coder->code(std::move(document));
    if (!coded) return std::unexpected(coded.error());
    return write(*coded);
  });
}

}  // namespace entente
