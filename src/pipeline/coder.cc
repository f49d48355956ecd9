#include "pipeline/coder.h"

#include <algorithm>
#include <utility>

#include "actor/actor_resolver.h"
#include "date/find_times.h"
#include "event/coder.h"
#include "event/context.h"
#include "merge/merge.h"
#include "place/find_places.h"
#include "proposition/build.h"
#include "text/asides.h"

namespace entente {
namespace {

// Puts what `loaded` holds behind `out`, or gives its error.
template <typename T>
Status keep(Result<T> loaded, std::unique_ptr<T>& out) {
  if (!loaded) return std::unexpected(std::move(loaded).error());
  out = std::make_unique<T>(std::move(*loaded));
  return {};
}

// The analysis of the text of `document`, which must stay where it is.
Result<Analysis> analyse_text(const Analyser& analyser, Document& document) {
  Result<std::vector<Analysis>> analyses = analyser.analyse(document);
  if (!analyses) return std::unexpected(std::move(analyses).error());
  return std::move(analyses->back());
}

// Marks what is not of the report; the day of its dateline stands in for a
// publication date that nobody told.
void find_asides_of(Document& document) {
  Asides found = find_asides(document.text, document.date);
  document.asides = std::move(found.asides);
  document.dateline = std::move(found.dateline);
  if (!document.date && document.dateline) document.date = document.dateline->day;
}

// Takes out events whose trigger stands in an aside; stored analyses cover
// asides too.
void drop_events_in_asides(CodedDocument& coded) {
  std::erase_if(coded.events, [&](const Event& event) {
    const Span trigger = event.evidence.trigger;
    const auto& asides = coded.document->asides;
    const auto aside = std::ranges::find_if(asides, [&](const Aside& a) {
      return trigger.section == a.span.section && trigger.begin >= a.span.begin &&
             trigger.end <= a.span.end;
    });
    if (aside == asides.end()) return false;
    coded.rejections.push_back({event.evidence.sentence, trigger, event.rule,
                                "stands in a " + std::string(to_string(aside->kind))});
    return true;
  });
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
  std::vector<std::string> overlays;
  for (const std::string& overlay : files.overlays) overlays.push_back(overlay + "/lexicon");
  ENTENTE_TRY(keep(Lexicon::load(lexicon, overlays), coder.lexicon_));
  ENTENTE_TRY(keep(WordClasses::load(lexicon), coder.classes_));
  return coder;
}

Result<CodedDocument> Coder::code(Document document, const StageObserver& observe) const {
  const auto ended = [&observe](std::string_view stage) {
    if (observe) observe(stage);
  };
  CodedDocument coded;
  coded.document = std::make_unique<Document>(std::move(document));
  find_asides_of(*coded.document);
  Result<std::vector<Analysis>> analyses = analyser_->analyse(*coded.document);
  if (!analyses) return std::unexpected(std::move(analyses).error());
  ended("analysis");

  Reading& reading = coded.reading;
  reading.document = coded.document.get();
  std::vector<std::vector<NameMatch>> names;
  for (Analysis& analysis : *analyses) {
    SectionReading& section = reading.sections.emplace_back();
    section.analysis = std::move(analysis);
    section.propositions = build_propositions(section.analysis, *classes_);
    ended("propositions");
    section.times = find_times(section.analysis, coded.document->date);
    ended("dates");
    names.push_back(knowledge_->find_names(section.analysis));
    ended("names");
    section.places = find_places(section.analysis, *knowledge_, names.back());
    ended("places");
  }
  reading.mentions =
      ActorResolver(*knowledge_).resolve(*coded.document, reading.sections, std::move(names));
  ended("actors");
  coded.events = code_events(reading, *lexicon_, coded.rejections);
  drop_events_in_asides(coded);
  ended("events");
  coded.events = merge_mentions(std::move(coded.events));
  complete_from_context(coded.events);
  ended("merge");
  return coded;
}

Result<std::vector<Entity>> Coder::resolve(std::string phrase, std::string context,
                                           std::optional<Date> date) const {
  Document phrase_document;
  Document context_document;
  phrase_document.text = std::move(phrase);
  context_document.text = std::move(context);
  const Result<Analysis> phrase_analysis = analyse_text(*analyser_, phrase_document);
  if (!phrase_analysis) return std::unexpected(phrase_analysis.error());
  const Result<Analysis> context_analysis = analyse_text(*analyser_, context_document);
  if (!context_analysis) return std::unexpected(context_analysis.error());
  return ActorResolver(*knowledge_).resolve_phrase(*phrase_analysis, *context_analysis, date);
}

}  // namespace entente
