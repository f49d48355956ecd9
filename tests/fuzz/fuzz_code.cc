// Bytes to records: the whole program but for its command line.  Needs the data
// folder and the language model: $ENTENTE_DATA and $ENTENTE_MODEL.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "exchange/event_form.h"
#include "ingest/document_json.h"
#include "pipeline/coder.h"
#include "pipeline/model_analyser.h"
#include "text/event_records.h"
#include "view/diagnostics.h"
#include "view/explain.h"

namespace {

using namespace entente;

Coder load() {
  const char* data = std::getenv("ENTENTE_DATA");
  const char* model = std::getenv("ENTENTE_MODEL");
  if (data == nullptr || model == nullptr) {
    std::fputs("set ENTENTE_DATA and ENTENTE_MODEL\n", stderr);
    std::exit(2);
  }
  auto analyser = ModelAnalyser::open(model, AnalysisUnit::kParagraph);
  auto coder = analyser ? Coder::load({data, "", {}}, std::move(*analyser))
                        : Result<Coder>(std::unexpected(analyser.error()));
  if (!coder) {
    std::fputs(describe(coder.error()).c_str(), stderr);
    std::exit(2);
  }
  return std::move(*coder);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  static const Coder coder = load();
  const std::string_view text(reinterpret_cast<const char*>(bytes), size);
  if (find_invalid_utf8(text) || !has_words(text)) return 0;
  Document document;
  document.id = "fuzz";
  document.text = text;
  document.title = text.substr(0, text.find('\n'));
  document.date = Date::make(2022, 2, 24);
  const auto coded = coder.code(std::move(document));
  if (!coded) return 0;
  std::string out;
  const std::vector<EventRecord> records = make_event_records(*coded);
  for (const EventForm form : {EventForm::kJsonl, EventForm::kCsv, EventForm::kPolecat,
                               EventForm::kIcews, EventForm::kPlover}) {
    for (const EventRecord& record : records) append_event(out, form, record);
  }
  append_diagnostics_json(out, *coded);
  append_explanation(out, *coded, TextStyle::kPlain);
  return 0;
}
