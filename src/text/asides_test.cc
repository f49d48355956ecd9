#include "text/asides.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

// "kind" of a paragraph, "" for one of the report.
std::string kind_of(std::string_view paragraph) {
  const auto kind = classify_paragraph(paragraph);
  return kind ? std::string(to_string(*kind)) : "";
}

TEST(ClassifyParagraph, AsidesByTheirWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"By Ann Lee and Omar Haddad in Beirut", "byline"},
      {"BY ANN LEE, diplomatic correspondent", "byline"},
      {"By Ann Lee | Staff Writer", "byline"},
      {"By Friday the army had withdrawn from the town.", ""},
      {"By the army's account nobody died", ""},
      {"Photo: Ann Lee / Agency", "credit"},
      {"© Ann Lee / Pool / AFP", "credit"},
      {"FILE PHOTO: Soldiers patrol the border near Metula, March 3.", "credit"},
      {"FILE - Soldiers patrol the border.", "credit"},
      {"File cabinets were stolen from the ministry.", ""},
      {"Image source, Getty Images", "credit"},
      {"Source: Xinhua", "source"},
      {"Sources: the two ministers will meet on Friday to sign the accord", ""},
      {"(Reporting by Ann Lee in Cairo; Editing by Tom Bell)", "source"},
      {"Reporting by the committee shows that arms were sold to rebels, the minister told "
       "parliament.",
       ""},
      {"Associated Press writer Ann Lee in Rome contributed to this report.", "source"},
      {"Reuters", "source"},
      {"- AFP", "source"},
      {"ENDS", "source"},
      {"Copyright 2022 The Agency. All rights reserved.", "notice"},
      {"Copyright law divided the two governments.", ""},
      {"Sign up for our weekly newsletter", "notice"},
      {"Read more: Envoys return to Vienna", "notice"},
      {"Advertisement", "notice"},
      {"* * *", "notice"},
      {"Published 2 hours ago", "notice"},
      {"4 February 2022, 10:15 GMT", "notice"},
      {"We use cookies to improve your experience on this site.", "notice"},
      {"Follow us on Twitter", "notice"},
      {"Police arrested 12 people in Minsk.", ""},
      {"In May 2022 both sides met.", ""},
      {"The president signed the law", ""},
      {"", ""},
  };
  for (const auto& [paragraph, kind] : cases) EXPECT_EQ(kind_of(paragraph), kind) << paragraph;
}

// The text with every aside in brackets: "{kind:...}".
std::string with_brackets(std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Aside& aside : find_asides(text, Date::make(2022, 2, 5)).asides) {
    out += text.substr(at, aside.span.begin - at);
    out += "{" + std::string(to_string(aside.kind)) + ":";
    out += text.substr(aside.span.begin, aside.span.end - aside.span.begin);
    out += "}";
    at = aside.span.end;
  }
  return out + std::string(text.substr(at));
}

TEST(FindAsides, WhereTheyStand) {
  const std::pair<const char*, const char*> cases[] = {
      {"Envoys meet\n\nBy Ann Lee\n\nCAIRO, Feb 4 (Reuters) - Envoys met.\n\n(Reporting by Ann "
       "Lee)\n",
       "Envoys meet\n\n{byline:By Ann Lee}\n\n{dateline:CAIRO, Feb 4 (Reuters) - }Envoys "
       "met.\n\n{source:(Reporting by Ann Lee)}\n"},
      {"By Ann Lee\nCAIRO (AP) — Envoys met on Friday\nand signed.",
       "{byline:By Ann Lee}\n{dateline:CAIRO (AP) — }Envoys met on Friday\nand signed."},
      {"The envoys met. (Reporting by Ann Lee)", "The envoys met. {source:(Reporting by Ann Lee)}"},
      {"The envoys shake hands in Rome. (AP Photo/Ann Lee)",
       "The envoys shake hands in Rome. {credit:(AP Photo/Ann Lee)}"},
      {"The union (UGTT) called a strike (its second).",
       "The union (UGTT) called a strike (its second)."},
      {"", ""},
      {"\n\n \n", "\n\n \n"},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(with_brackets(text), expected);
}

TEST(FindAsides, ManyShortLinesCostNoDepth) {
  std::string text;
  for (int i = 0; i < 50'000; ++i) text += "By Ann Lee\n";
  EXPECT_FALSE(find_asides(text, {}).asides.empty());
}

}  // namespace
}  // namespace entente
