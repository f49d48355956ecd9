#include <charconv>
#include <cmath>

#include "base/json_writer.h"
#include "view/answer_view.h"

namespace entente {
namespace {

// Writes the parts of an answer, each as its value.
class AnswerWriter {
 public:
  explicit AnswerWriter(std::string& out) : json_(out) {}

  void write(const Answer& answer);

 private:
  void figure(std::string_view name, std::optional<double> value) {
    json_.key(name);
    if (!value || !std::isfinite(*value)) return json_.null();
    json_.number(*value);
  }
  void flag(std::string_view name, bool value) {
    json_.key(name);
    json_.boolean(value);
  }
  template <typename List>
  void list(std::string_view name, const List& items) {
    json_.key(name);
    json_.begin_array();
    for (const auto& item : items) value(item);
    json_.end_array();
  }
  void optional_line(std::string_view name, const std::optional<EvidenceLine>& line) {
    json_.key(name);
    if (line) return value(*line);
    json_.null();
  }

  void value(const std::string& text) { json_.string(text); }
  void value(const EvidenceLine& line);
  void value(const Figure& figure);
  void value(const LadderRung& rung);
  void value(const SeriesRow& row);
  void value(const TimelineChange& one);
  void value(const TimelineMark& mark);
  void value(const ForecastRow& row);
  void value(const SideRow& side);
  void value(const TargetRow& row);
  void value(const SensitivityRow& row);
  void question(const Answer& answer);
  void verdict(const Verdict& verdict);
  void forecast(const Forecast& forecast);
  void timeline(const Answer& answer);

  JsonWriter json_;
};

void AnswerWriter::value(const EvidenceLine& line) {
  json_.begin_object();
  json_.integer("act", line.act);
  json_.string("date", line.date);
  json_.string("what", line.what);
  json_.string_or_null("sentence", line.sentence);
  json_.string_or_null("document", line.document);
  json_.string_or_null("outlet", line.outlet);
  json_.string_or_null("rule", line.rule);
  figure("score", line.score);
  json_.integer("stories", line.stories);
  json_.end_object();
}

void AnswerWriter::value(const Figure& one) {
  json_.begin_object();
  json_.string("name", one.name);
  figure("value", one.value);
  figure("low", one.low);
  figure("high", one.high);
  json_.integer("stories", one.stories);
  figure("effective", one.effective);
  json_.integer("talk", one.talk);
  figure("before", one.before);
  json_.integer("stories_before", one.stories_before);
  figure("effective_before", one.effective_before);
  figure("change", one.change);
  figure("change_low", one.change_low);
  figure("change_high", one.change_high);
  json_.string("trace", one.trace);
  json_.end_object();
}

void AnswerWriter::value(const LadderRung& rung) {
  json_.begin_object();
  json_.integer("rung", rung.number);
  json_.string("stage", rung.stage);
  json_.string("question", rung.question);
  flag("reported", rung.first.has_value());
  json_.integer("acts", rung.acts);
  json_.integer("outlets", rung.outlets);
  optional_line("first", rung.first);
  optional_line("latest", rung.latest);
  json_.end_object();
}

void AnswerWriter::value(const SeriesRow& row) {
  json_.begin_object();
  json_.string("period", row.period);
  json_.integer("cooperation", row.cooperation);
  json_.integer("conflict", row.conflict);
  json_.integer("talk", row.talk);
  figure("share", row.share);
  figure("share_low", row.share_low);
  figure("share_high", row.share_high);
  json_.end_object();
}

void AnswerWriter::value(const TimelineChange& one) {
  json_.begin_object();
  json_.string("kind", one.change.kind);
  json_.string("date", one.change.date);
  figure("probability", one.change.probability);
  figure("before", one.change.before);
  figure("after", one.change.after);
  json_.integer("stories", one.change.stories);
  optional_line("moved_most", one.moved_most);
  json_.end_object();
}

void AnswerWriter::value(const TimelineMark& mark) {
  json_.begin_object();
  json_.string("date", mark.date);
  json_.string("what", mark.what);
  json_.end_object();
}

void AnswerWriter::value(const ForecastRow& row) {
  json_.begin_object();
  json_.integer("months_ahead", row.months_ahead);
  figure("low", row.low);
  figure("median", row.median);
  figure("high", row.high);
  json_.end_object();
}

void AnswerWriter::value(const SideRow& side) {
  json_.begin_object();
  json_.string("state", side.state);
  json_.string_or_null("bloc", side.bloc);
  figure("membership", side.membership);
  figure("tilt", side.tilt);
  figure("tilt_low", side.tilt_low);
  figure("tilt_high", side.tilt_high);
  json_.integer("stories", side.stories);
  json_.end_object();
}

void AnswerWriter::value(const TargetRow& row) {
  json_.begin_object();
  json_.string("party", row.party);
  json_.integer("conflict_a", row.conflict_a);
  json_.integer("conflict_b", row.conflict_b);
  json_.integer("demands_a", row.demands_a);
  json_.integer("demands_b", row.demands_b);
  figure("lift_a", row.lift_a);
  figure("lift_b", row.lift_b);
  list("proof", row.proof);
  json_.end_object();
}

void AnswerWriter::value(const SensitivityRow& row) {
  json_.begin_object();
  json_.string("variant", row.variant);
  figure("share", row.share);
  json_.end_object();
}

void AnswerWriter::question(const Answer& answer) {
  json_.key("question");
  json_.begin_object();
  json_.string("a", answer.a);
  json_.string("b", answer.b);
  json_.string("against", answer.against);
  json_.string("from", answer.from);
  json_.string("to", answer.to);
  json_.string_or_null("before_from", answer.before_from);
  json_.string_or_null("before_to", answer.before_to);
  figure("half_life_days", answer.half_life_days);
  json_.end_object();
}

void AnswerWriter::verdict(const Verdict& verdict) {
  json_.key("verdict");
  json_.begin_object();
  json_.string("sentence", verdict.sentence);
  json_.string("direction", verdict.direction);
  json_.string("kind", verdict.kind);
  json_.string("confidence", verdict.confidence);
  flag("against", verdict.against);
  flag("new", verdict.fresh);
  list("reasons", verdict.reasons);
  json_.end_object();
}

void AnswerWriter::forecast(const Forecast& forecast) {
  json_.key("forecast");
  json_.begin_object();
  list("months", forecast.rows);
  json_.integer("tests", forecast.tests);
  figure("crps", forecast.crps);
  figure("crps_no_change", forecast.crps_no_change);
  figure("coverage", forecast.coverage);
  json_.end_object();
}

void AnswerWriter::timeline(const Answer& answer) {
  json_.key("timeline");
  json_.begin_object();
  list("quarters", answer.timeline);
  list("changes", answer.changes);
  list("marks", answer.marks);
  figure("recent_change", answer.recent_change);
  forecast(answer.forecast);
  json_.end_object();
}

void AnswerWriter::write(const Answer& answer) {
  json_.begin_object();
  question(answer);
  verdict(answer.verdict);
  json_.key("evidence");
  json_.begin_object();
  json_.integer("acts", answer.acts);
  json_.integer("stories", answer.stories);
  json_.integer("documents", answer.documents);
  json_.integer("outlets", answer.outlets);
  json_.end_object();
  list("figures", answer.figures);
  list("ladder", answer.ladder);
  timeline(answer);
  list("sides", answer.sides);
  figure("frustrated_share", answer.frustrated_share);
  list("targets", answer.targets);
  list("for", answer.for_it);
  list("counter_evidence", answer.against_it);
  list("missing", answer.missing);
  list("sensitivity", answer.sensitivity);
  list("outside", answer.outside);
  list("trace", answer.trace);
  json_.end_object();
}

}  // namespace

std::string answer_json(const Answer& answer) {
  std::string text;
  AnswerWriter(text).write(answer);
  text += '\n';
  return text;
}

}  // namespace entente
