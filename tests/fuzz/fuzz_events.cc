// Feeds bytes to the readers of other people's event data, and what they give
// to the writers.  The first byte chooses the form.  Needs $ENTENTE_DATA.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "exchange/event_form.h"
#include "exchange/event_reader.h"

namespace {

using namespace entente;

template <typename T>
T need(Result<T> loaded) {
  if (loaded) return std::move(*loaded);
  std::fputs(describe(loaded.error()).c_str(), stderr);
  std::exit(2);
}

ActorNames& names() {
  const char* data = std::getenv("ENTENTE_DATA");
  const std::string folder = data == nullptr ? "data" : data;
  static const Vocabulary vocabulary = need(Vocabulary::load(folder + "/exchange"));
  static const Knowledge knowledge = need(Knowledge::from_tables(folder + "/knowledge"));
  static ActorNames instance(vocabulary, knowledge);
  return instance;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size == 0) return 0;
  const auto form = static_cast<ImportForm>(bytes[0] % 5);
  auto reader = EventReader::from_memory(
      std::string(reinterpret_cast<const char*>(bytes) + 1, size - 1), form, names());
  if (!reader) return 0;
  std::string out;
  for (;;) {
    const auto record = reader->next();
    if (!record) continue;
    if (!*record) return 0;
    for (const EventForm as : {EventForm::kJsonl, EventForm::kCsv, EventForm::kPolecat,
                               EventForm::kIcews, EventForm::kPlover}) {
      append_event(out, as, **record);
    }
    out.clear();
  }
}
