#include "text/dateline.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

// "place|agency|day|rest", "" where there is no dateline.
std::string read(std::string_view text) {
  const auto dateline = parse_dateline(text, Date::make(2022, 2, 5));
  if (!dateline) return "";
  return std::string(text.substr(0, dateline->place.end)) + "|" + dateline->agency + "|" +
         (dateline->day ? dateline->day->to_string() : "") + "|" +
         std::string(text.substr(dateline->span.end));
}

TEST(ParseDateline, TheWaysOfTheAgencies) {
  const std::pair<const char*, const char*> cases[] = {
      {"BEIJING, Feb 4 (Reuters) - Envoys met.", "BEIJING|Reuters|2022-02-04|Envoys met."},
      {"BEIJING, Feb. 4 (Xinhua) -- Envoys met.", "BEIJING|Xinhua|2022-02-04|Envoys met."},
      {"KYIV, Ukraine (AP) — Shells hit.", "KYIV, Ukraine|AP||Shells hit."},
      {"Kyiv (AFP) – Shells hit.", "Kyiv|AFP||Shells hit."},
      {"Paris, Feb 4, 2021 (AFP) - Envoys met.", "Paris|AFP|2021-02-04|Envoys met."},
      {"MOSCOW, February 4. /TASS/. Envoys met.", "MOSCOW|TASS|2022-02-04|Envoys met."},
      {"MOSCOW. Feb 4 (Interfax) - Envoys met.", "MOSCOW|Interfax|2022-02-04|Envoys met."},
      {"New Delhi, Feb 4 (PTI) Envoys met.", "New Delhi|PTI|2022-02-04|Envoys met."},
      {"New Delhi [India], February 4 (ANI): Envoys met.",
       "New Delhi [India]|ANI|2022-02-04|Envoys met."},
      {"TEHRAN (Tasnim) – Envoys met.", "TEHRAN|Tasnim||Envoys met."},
      {"TOKYO, Dec 30, Kyodo - Envoys met.", "TOKYO|Kyodo|2021-12-30|Envoys met."},
      {"Geneva, 4 February 2022 – Envoys met.", "Geneva||2022-02-04|Envoys met."},
      {"CAIRO, Friday, Feb 4 (MENA) - Envoys met.", "CAIRO|MENA|2022-02-04|Envoys met."},
      {"SAN FRANCISCO - The union sued.", "SAN FRANCISCO|||The union sued."},
      {"WASHINGTON—The House voted.", "WASHINGTON|||The House voted."},
      {"WASHINGTON — The House voted.", "WASHINGTON|||The House voted."},
      {"UNITED NATIONS (AP) — Envoys met.", "UNITED NATIONS|AP||Envoys met."},
  };
  for (const auto& [text, expected] : cases) EXPECT_EQ(read(text), expected) << text;
}

TEST(ParseDateline, WhatIsNone) {
  for (const char* text :
       {"", "Rain fell.", "NATO - once called dead - grows.", "Putin - the president - spoke.",
        "BREAKING - Envoys met.", "The union (UGTT) called a strike.", "US - Russia talks failed.",
        "Paris (France) is a city.", "China's army - the PLA - marched.", "KYIV - ",
        "Germany (AFP) ", "EU ministers (27) - all of them - met."}) {
    EXPECT_EQ(read(text), "") << text;
  }
}

TEST(ParseDateline, ADayWithoutYearNeedsThePublication) {
  const auto dateline = parse_dateline("BEIJING, Feb 4 (Reuters) - Envoys met.", {});
  ASSERT_TRUE(dateline);
  EXPECT_FALSE(dateline->day);
}

}  // namespace
}  // namespace entente
