#include "pipeline/coder.h"

#include <utility>

#include "actor/actor_resolver.h"
#include "date/find_times.h"
#include "event/coder.h"
#include "place/find_places.h"
#include "proposition/build.h"

namespace entente {
namespace {

// Puts what `loaded` holds behind `out`, or gives its error.
template <typename T>
Status keep(Result<T> loaded, std::unique_ptr<T>& out) {
  if (!loaded) return std::unexpected(std::move(loaded).error());
  out = std::make_unique<T>(std::move(*loaded));
  return {};
}

}  // namespace

Result<Knowledge> open_knowledge(const CoderFiles& files) {
  Result<Knowledge> knowledge = files.knowledge_image.empty()
                                    ? Knowledge::from_tables(files.data + "/knowledge")
                                    : Knowledge::open(files.knowledge_image);
  if (!knowledge) return knowledge;
  for (const std::string& overlay : files.overlays) ENTENTE_TRY(knowledge->add_overlay(overlay));
  return knowledge;
}

Result<Coder> Coder::load(const CoderFiles& files, std::unique_ptr<Analyser> analyser) {
  Coder coder;
  coder.analyser_ = std::move(analyser);
  const std::string lexicon = files.data + "/lexicon";
  ENTENTE_TRY(keep(open_knowledge(files), coder.knowledge_));
  ENTENTE_TRY(keep(Lexicon::load(lexicon), coder.lexicon_));
  ENTENTE_TRY(keep(WordClasses::load(lexicon + "/classes.tsv"), coder.classes_));
  return coder;
}

Result<CodedDocument> Coder::code(Document document) const {
  CodedDocument coded;
  coded.document = std::make_unique<Document>(std::move(document));
  Result<std::vector<Analysis>> analyses = analyser_->analyse(*coded.document);
  if (!analyses) return std::unexpected(std::move(analyses).error());

  Reading& reading = coded.reading;
  reading.document = coded.document.get();
  for (Analysis& analysis : *analyses) {
    SectionReading section;
    section.analysis = std::move(analysis);
    section.propositions = build_propositions(section.analysis, *classes_);
    section.times = find_times(section.analysis, coded.document->date);
    section.places =
        find_places(section.analysis, *knowledge_, knowledge_->find_names(section.analysis));
    reading.sections.push_back(std::move(section));
  }
  reading.mentions = ActorResolver(*knowledge_).resolve(*coded.document, reading.sections);
  coded.events = code_events(reading, *lexicon_, coded.rejections);
  return coded;
}

}  // namespace entente
