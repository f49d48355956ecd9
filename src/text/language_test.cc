#include "text/language.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(RecogniseLanguage, OnlyWhenSure) {
  const std::pair<const char*, const char*> cases[] = {
      {"The ministers of both countries met on Tuesday and agreed to open the border again.", "en"},
      {"Die Minister beider Länder trafen sich am Dienstag und einigten sich auf eine Öffnung der "
       "Grenze für den Verkehr.",
       "de"},
      {"Министры двух стран встретились во вторник и договорились снова открыть границу для "
       "грузов и пассажиров.",
       "ru"},
      {"وزراء البلدين اجتمعوا يوم الثلاثاء واتفقوا على إعادة فتح الحدود أمام حركة المرور والبضائع",
       "ar"},
      {"", ""},
      {"Angela Merkel", ""},
      {"12 34 56 / 78", ""},
  };
  for (const auto& [text, language] : cases) EXPECT_EQ(recognise_language(text), language) << text;
}

TEST(NormaliseLanguage, TheFirstPart) {
  EXPECT_EQ(normalise_language("en-GB"), "en");
  EXPECT_EQ(normalise_language("EN_us"), "en");
  EXPECT_EQ(normalise_language("iw"), "he");
  EXPECT_EQ(normalise_language(""), "");
}

TEST(IsCodedLanguage, EnglishAndUnknown) {
  Document document;
  EXPECT_TRUE(is_coded_language(document));
  document.language = "en-US";
  EXPECT_TRUE(is_coded_language(document));
  document.language = "de";
  EXPECT_FALSE(is_coded_language(document));
}

}  // namespace
}  // namespace entente
