#include "ingest/phrase_json.h"

#include <fmt/core.h>

#include <utility>

#include "base/utf8.h"
#include "ingest/json_object.h"

namespace entente {

Result<PhraseQuestion> parse_phrase_question(std::string_view line) {
  PhraseQuestion question;
  if (!line.starts_with('{')) {
    if (const auto byte = find_invalid_utf8(line)) {
      return fail(ErrorCode::kBadFormat, "not valid UTF-8", {"", 0, byte});
    }
    question.phrase = line;
    return question;
  }
  Result<OrderedJson> json = parse_json_object(line);
  if (!json) return std::unexpected(std::move(json).error());
  std::string date;
  ENTENTE_TRY(take_string(*json, "phrase", question.phrase));
  ENTENTE_TRY(take_string(*json, "context", question.context));
  ENTENTE_TRY(take_string(*json, "date", date));
  if (question.phrase.empty()) return fail(ErrorCode::kBadFormat, "there is no \"phrase\"");
  if (date.empty()) return question;
  question.date = Date::parse(date);
  if (!question.date) {
    return fail(
        ErrorCode::kBadFormat,
        fmt::format("\"date\" must be a day that exists, as YYYY-MM-DD, found \"{}\"", date));
  }
  return question;
}

}  // namespace entente
