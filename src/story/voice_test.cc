#include "story/voice.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

class VoiceTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto loaded = VoiceTable::load(ENTENTE_DATA_DIR "/lexicon");
    ASSERT_TRUE(loaded) << describe(loaded.error());
    table_ = new VoiceTable(*std::move(loaded));
  }
  static Voice find(const char* text, const char* source = "", const char* url = "") {
    Document document;
    document.text = text;
    document.source = source;
    document.url = url;
    return table_->find_voice(document);
  }
  static VoiceTable* table_;
};
VoiceTable* VoiceTest::table_ = nullptr;

TEST_F(VoiceTest, AgencyNamedInTheText) {
  struct Case {
    const char* text;
    const char* name;
    const char* how;
  };
  for (const Case& c : {
           Case{"GENEVA, Feb 4 (Reuters) - Talks began.", "Reuters", "dateline"},
           Case{"PARIS (AFP) — Talks began.", "AFP", "dateline"},
           Case{"BEIJING, Feb. 4 (Xinhua) -- Talks began.", "Xinhua", "dateline"},
           Case{"MOSCOW, February 4. /TASS/. Talks began.", "TASS", "dateline"},
           Case{"Berlin (dpa/AP) – Talks began.", "DPA", "dateline"},
           Case{"By Jane Doe, Associated Press\n\nTalks began.", "AP", "byline"},
           Case{"By AFP\nTalks began.", "AFP", "byline"},
           Case{"Reuters\nTalks began.", "Reuters", "credit"},
           Case{"Talks began.\n\nSource: Press Trust of India", "PTI", "footer"},
           Case{"Talks began.\n(Reporting by Jane Doe; Editing by Joe Bloggs)", "Reuters",
                "footer"},
           Case{"Talks began.\n\nCopyright 2022 The Associated Press. All rights reserved.", "AP",
                "footer"},
           Case{"Talks began.\n© 2022 AFP", "AFP", "footer"},
           Case{"Talks began and ended, it said. (ANI)", "ANI", "footer"},
           Case{"Talks began.\n— Bernama", "Bernama", "footer"},
       }) {
    const Voice voice = find(c.text, "Daily Example");
    EXPECT_EQ(voice.name, c.name) << c.text;
    EXPECT_EQ(voice.how, c.how) << c.text;
    EXPECT_TRUE(voice.agency) << c.text;
    EXPECT_FALSE(voice.country.empty()) << c.text;
  }
}

TEST_F(VoiceTest, AgencyThatTheTextIsAboutIsNoVoice) {
  for (const char* text : {
           "The Associated Press (AP) said on Friday that talks began.",
           "Reuters reported on Friday that talks began, and AFP said so too.",
           "The ap was new. (ap)",
           "",
       }) {
    EXPECT_EQ(find(text, "Daily Example"), (Voice{"Daily Example", "", false, "source"})) << text;
  }
}

TEST_F(VoiceTest, Outlets) {
  const Voice guardian{"The Guardian", "GBR", false, "source"};
  EXPECT_EQ(find("Talks.", "the guardian"), guardian);
  EXPECT_EQ(find("Talks.", "www.theguardian.com"), guardian);
  EXPECT_EQ(find("Talks.", "", "https://edition.cnn.com/2022/a"),
            (Voice{"CNN", "USA", false, "url"}));
  EXPECT_EQ(find("Talks.", "", "http://www.example.co.ke/a"),
            (Voice{"example.co.ke", "KEN", false, "url"}));
  EXPECT_EQ(find("Talks.", "Daily Example", "http://example.pl"),
            (Voice{"Daily Example", "POL", false, "source"}));
  EXPECT_EQ(find("Talks.", "DPA"), (Voice{"DPA", "DEU", true, "source"}));
  EXPECT_EQ(find("Talks."), Voice{});
}

}  // namespace
}  // namespace entente
