#include "store/stored_document.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <utility>

#include "text/event_records.h"
#include "text/span_map.h"

namespace entente {

StoredDocument make_stored(CodedDocument coded) {
  StoredDocument stored;
  const SpanMap spans(*coded.document);
  for (const SectionReading& section : coded.reading.sections) {
    for (const TokenRange sentence : section.analysis.sentences) {
      stored.sentences.push_back(spans.code_points(section.analysis.span(sentence)));
    }
  }
  stored.events = make_event_records(coded);
  ReportInfo report = make_report_info(coded);
  stored.people = std::move(report.people);
  stored.organisations = std::move(report.organisations);
  stored.places = std::move(report.places);
  stored.document = std::move(*coded.document);
  return stored;
}

StoredDocument make_uncoded(Document document, DocumentState state, std::string reason) {
  StoredDocument stored;
  stored.document = std::move(document);
  stored.state = state;
  stored.reason = std::move(reason);
  return stored;
}

std::string document_hash(const Document& document) {
  const std::string date = document.date ? document.date->to_string() : "";
  std::string all;
  for (const std::string* part :
       {&document.id, &document.title, &document.text, &date, &document.source, &document.url,
        &document.language, &document.extra}) {
    const std::uint64_t size = part->size();
    all.append(reinterpret_cast<const char*>(&size), sizeof size);
    all += *part;
  }
  const XXH128_hash_t hash = XXH3_128bits(all.data(), all.size());
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, hash);
  return {reinterpret_cast<const char*>(canonical.digest), sizeof canonical.digest};
}

}  // namespace entente
