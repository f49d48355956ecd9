#include "base/date.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Date, ReadsExactlyOneForm) {
  EXPECT_EQ(Date::parse("2022-02-04")->to_string(), "2022-02-04");
  EXPECT_EQ(Date::parse("2022-02-04")->weekday(), 5u);  // a Friday
  EXPECT_EQ(Date::parse("2024-02-29")->plus_days(1).to_string(), "2024-03-01");
  for (const char* bad : {"", "2022-2-4", "2022-02-30", "2023-02-29", "2022-02-041", "20220204",
                          "2022-13-01", "0000-01-01", "2022-02-0x", " 2022-02-04"}) {
    EXPECT_FALSE(Date::parse(bad)) << bad;
  }
}

TEST(PartialDate, KeepsItsPrecision) {
  const struct {
    const char* text;
    const char* first;
    const char* last;
    DatePrecision precision;
  } cases[] = {{"1991", "1991-01-01", "1991-12-31", DatePrecision::kYear},
               {"2024-02", "2024-02-01", "2024-02-29", DatePrecision::kMonth},
               {"1949-04-04", "1949-04-04", "1949-04-04", DatePrecision::kDay}};
  for (const auto& c : cases) {
    const auto date = PartialDate::parse(c.text);
    ASSERT_TRUE(date) << c.text;
    EXPECT_EQ(date->first.to_string(), c.first);
    EXPECT_EQ(date->last.to_string(), c.last);
    EXPECT_EQ(date->precision, c.precision);
    EXPECT_EQ(date->to_string(), c.text);
  }
  for (const char* bad : {"199", "1991-00", "1991-13", "1991-1", "1991-", "19910"})
    EXPECT_FALSE(PartialDate::parse(bad)) << bad;
}

}  // namespace
}  // namespace entente
