#include "store/where.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(ParseWhere, ReadsEveryField) {
  const Result<Where> where = parse_where(
      "event=threaten AND mode=Expel and status=REPORTED AND actor=RUS AND recipient = NATO "
      "AND from=2022-01-01 AND to=2022-12-31");
  ASSERT_TRUE(where) << describe(where.error());
  EXPECT_EQ(where->type, EventType::kThreaten);
  EXPECT_EQ(where->modes, std::vector<std::string>{"expel"});
  EXPECT_EQ(where->status, EventStatus::kReported);
  EXPECT_EQ(where->actors, std::vector<std::string>{"RUS"});
  EXPECT_EQ(where->recipients, std::vector<std::string>{"NATO"});
  EXPECT_EQ(where->from, Date::make(2022, 1, 1));
  EXPECT_EQ(where->to, Date::make(2022, 12, 31));
}

TEST(ParseWhere, NothingMeansEveryEvent) {
  const Result<Where> where = parse_where("  ");
  ASSERT_TRUE(where);
  EXPECT_FALSE(where->type);
  EXPECT_TRUE(where->actors.empty());
}

TEST(ParseWhere, QuotedValuesMayHoldBlanksAndOthersEqualSigns) {
  const Result<Where> where = parse_where("actor='A AND B' AND recipient=x=y");
  ASSERT_TRUE(where);
  EXPECT_EQ(where->actors, std::vector<std::string>{"A AND B"});
  EXPECT_EQ(where->recipients, std::vector<std::string>{"x=y"});
}

TEST(ParseWhere, SaysWhatIsWrongAndWhatIsAllowed) {
  const struct {
    const char* text;
    const char* message;
  } cases[] = {
      {"quad=4",
       "--where knows no field \"quad\"; there are event, mode, status, actor, "
       "recipient, from, to"},
      {"event=FIGHT", "event cannot be \"FIGHT\"; it is one of AGREE"},
      {"status=maybe", "status cannot be \"maybe\"; it is one of asserted"},
      {"mode=sulk", "\"sulk\" is no mode of any event type"},
      {"from=2022-02-30", "from cannot be \"2022-02-30\"; it is a day that exists"},
      {"actor", "--where wants field=value"},
      {"actor=", "--where gives no value for actor"},
      {"actor=RUS OR actor=CHN", "--where joins conditions by AND, found \"OR\""},
      {"actor=RUS AND", "--where wants field=value"},
      {"actor='RUS", "a quotation mark of --where is not closed"},
      {"event=AID AND event=AGREE", "no event has two values of event"},
  };
  for (const auto& c : cases) {
    const Result<Where> where = parse_where(c.text);
    ASSERT_FALSE(where) << c.text;
    EXPECT_EQ(where.error().code, ErrorCode::kUsage) << c.text;
    EXPECT_TRUE(where.error().message.starts_with(c.message))
        << c.text << ": " << where.error().message;
  }
}

}  // namespace
}  // namespace entente
