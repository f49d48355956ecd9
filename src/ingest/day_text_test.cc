#include "ingest/day_text.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

TEST(ParseDay, TheWaysOfPagesAndFeeds) {
  for (const char* text :
       {"2022-02-04", "2022-02-04T23:15:00+03:00", "2022/02/04", "2022/2/4 10:00", "20220204",
        "20220204101500", "Fri, 04 Feb 2022 10:15:00 GMT", "4 February 2022", "February 4, 2022",
        "Feb. 4, 2022 10:15 am", "Friday 4 February 2022 10.15 GMT", " 2022-02-04 "}) {
    const auto day = parse_day(text);
    ASSERT_TRUE(day) << text;
    EXPECT_EQ(day->to_string(), "2022-02-04") << text;
  }
}

TEST(ParseDay, WhatIsNone) {
  for (const char* text : {"", "yesterday", "2022", "2022-02-30", "04/02/2022", "1643930000",
                           "February", "31 Feb 2022", "2022-", "9999999999999999999-01-01"}) {
    EXPECT_FALSE(parse_day(text)) << text;
  }
}

}  // namespace
}  // namespace entente
