#include "view/explain.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "text/span_map.h"
#include "text/table_cells.h"

namespace entente {
namespace {

enum class Ink : std::uint8_t { kPlain, kBold, kDim, kGood, kBad };

constexpr std::string_view kInkCodes[] = {"", "\x1b[1m", "\x1b[2m", "\x1b[1;32m", "\x1b[31m"};

std::string list_ids(const std::vector<Entity>& entities) {
  std::string ids = join_entities(entities, ", ", [](const Entity& entity) {
    const std::string& id = entity.id.empty() ? entity.code : entity.id;
    const std::string name = id.empty() ? fmt::format("\"{}\"", entity.text) : id;
    return entity.sectors.empty() ? name : name + " " + join(entity.sectors, "/");
  });
  return ids.empty() ? "-" : ids;
}

bool inside(Span part, Span whole) {
  return part.section == whole.section && part.begin >= whole.begin && part.begin < whole.end;
}

class Explainer {
 public:
  Explainer(std::string& out, const CodedDocument& coded, TextStyle style)
      : out_(out), coded_(coded), spans_(*coded.document), style_(style) {}

  void write() {
    const Document& document = *coded_.document;
    line(0, ink(Ink::kBold, fmt::format("{}{}{}", document.id, document.date ? "  " : "",
                                        document.date ? document.date->to_string() : "")));
    for (const Aside& aside : document.asides) {
      if (aside.kind == AsideKind::kDateline) continue;  // stands as a sentence below
      line(2, ink(Ink::kDim,
                  fmt::format("not read ({}): {}", to_string(aside.kind), words(aside.span))));
    }
    for (const SectionReading& section : coded_.reading.sections) {
      for (const TokenRange sentence : section.analysis.sentences) {
        write_sentence(section.analysis.span(sentence));
      }
    }
    out_ += '\n';
  }

 private:
  std::string ink(Ink which, std::string_view text) const {
    if (style_ == TextStyle::kPlain || which == Ink::kPlain) return std::string(text);
    return fmt::format("{}{}\x1b[0m", kInkCodes[static_cast<std::size_t>(which)], text);
  }

  void line(int indent, std::string_view text) {
    out_.append(static_cast<std::size_t>(indent), ' ');
    out_ += text;
    out_ += '\n';
  }

  void field(std::string_view name, std::string_view value) {
    line(6, fmt::format("{} {}", ink(Ink::kDim, fmt::format("{:<11}", name)), value));
  }

  // The words of a span on one line.
  std::string words(Span span) const {
    std::string text(spans_.text(span));
    std::ranges::replace_if(text, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    const std::size_t end = text.find_last_not_of(' ');
    text.resize(end == std::string::npos ? 0 : end + 1);
    return text;
  }

  void write_sentence(Span sentence) {
    const std::string text = words(sentence);
    if (text.empty()) return;
    out_ += '\n';
    line(2, sentence.section == Section::kTitle ? ink(Ink::kBold, text) : text);
    for (std::size_t i = 0; i < coded_.events.size(); ++i) {
      const Event& event = coded_.events[i];
      if (inside(event.evidence.trigger, sentence)) write_event(event, i + 1);
      for (const EventMention& mention : event.mentions) {
        if (inside(mention.trigger, sentence)) write_mention(mention, i + 1);
      }
    }
    for (const Rejection& rejection : coded_.rejections) {
      if (inside(rejection.trigger, sentence)) write_rejection(rejection);
    }
  }

  void write_event(const Event& event, std::size_t number) {
    const std::string modes = join(event.modes, "+");
    const bool two_sided = event.recipients.empty() && event.actors.size() > 1;
    line(4, ink(has_happened(event.status) ? Ink::kGood : Ink::kBold,
                fmt::format("#{} {}{}{}  {}{}", number, to_string(event.type),
                            modes.empty() ? "" : "/", modes, list_ids(event.actors),
                            two_sided ? "" : " -> " + list_ids(event.recipients))));
    field("status",
          fmt::format("{}, confidence {}", to_string(event.status), to_string(event.confidence)));
    field("trigger", fmt::format("\"{}\"  rule {}", words(event.evidence.trigger), event.rule));
    write_entities("word of", event.attribution);
    write_entities("actor", event.actors);
    write_entities("recipient", event.recipients);
    if (!event.contexts.empty()) field("context", join(event.contexts, ", "));
    write_date(event);
    write_location(event);
    write_quantity("dead", event.dead);
    write_quantity("injured", event.injured);
    write_quantity("arrested", event.arrested);
    write_quantity("size", event.size);
    for (const std::string& step : event.derivation) field("because", step);
  }

  void write_entities(std::string_view name, const std::vector<Entity>& entities) {
    for (const Entity& entity : entities) {
      std::string value = fmt::format("\"{}\" = {}", entity.text, list_ids({entity}));
      if (!entity.name.empty()) value += fmt::format(" ({})", entity.name);
      if (entity.person) {
        value += fmt::format(
            ", {}", entity.person->name.empty() ? "holder not named" : entity.person->name);
        if (!entity.person->office.empty()) value += fmt::format(", {}", entity.person->office);
      }
      if (!entity.resolved_by.empty()) value += fmt::format(", by {}", entity.resolved_by);
      if (entity.antecedent) value += fmt::format(" to \"{}\"", entity.antecedent->text);
      if (!entity.row.empty()) value += fmt::format("  [{}]", entity.row);
      field(name, value);
    }
  }

  void write_date(const Event& event) {
    if (!event.date) return;
    std::string value = fmt::format("{}, {}", event.date->to_string(), to_string(event.date_basis));
    if (event.date_span) value += fmt::format(" \"{}\"", words(*event.date_span));
    field("date", value);
  }

  void write_location(const Event& event) {
    if (!event.location) return;
    const Location& place = *event.location;
    field("place",
          fmt::format("\"{}\" = {}{}{} ({:.2f}, {:.2f})", place.text, place.name,
                      place.country.empty() ? "" : ", ", place.country, place.lat, place.lon));
  }

  void write_quantity(std::string_view name, const std::optional<Quantity>& quantity) {
    if (!quantity) return;
    const std::string most = !quantity->max ? " or more"
                             : *quantity->max == quantity->min
                                 ? ""
                                 : fmt::format(" to {}", *quantity->max);
    field(name, fmt::format("{}{} (\"{}\")", quantity->min, most, quantity->text));
  }

  void write_mention(const EventMention& mention, std::size_t number) {
    line(4,
         ink(Ink::kDim, fmt::format("tells #{} as well: \"{}\"", number, words(mention.trigger))));
  }

  void write_rejection(const Rejection& rejection) {
    line(4, fmt::format("{} \"{}\"{}{}: {}", ink(Ink::kBad, "not coded"), words(rejection.trigger),
                        rejection.rule.empty() ? "" : "  rule ", rejection.rule, rejection.why));
  }

  std::string& out_;
  const CodedDocument& coded_;
  SpanMap spans_;
  TextStyle style_;
};

}  // namespace

void append_explanation(std::string& out, const CodedDocument& coded, TextStyle style) {
  Explainer(out, coded, style).write();
}

}  // namespace entente
