#include "lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "lexicon/frame_syntax.h"

namespace entente {
namespace {

const Selection kSelection = {{"weapon", {"missile", "rocket"}}};

TEST(FrameSyntax, ReadsConditions) {
  const auto frame =
      parse_frame("object=@weapon|bomb !prep:for clause:to subject=@actor", kSelection);
  ASSERT_TRUE(frame) << describe(frame.error());
  ASSERT_EQ(frame->size(), 4u);
  EXPECT_EQ((*frame)[0].slot.slot, Slot::kObject);
  EXPECT_EQ((*frame)[0].words.words, (std::vector<std::string>{"bomb", "missile", "rocket"}));
  EXPECT_TRUE((*frame)[1].forbidden);
  EXPECT_EQ((*frame)[1].slot.preposition, "for");
  EXPECT_EQ((*frame)[2].slot.slot, Slot::kClauseTo);
  EXPECT_TRUE((*frame)[3].words.actor);
}

TEST(FrameSyntax, ReadsPrepositionsOfSeveralWords) {
  const auto slot = parse_slot("prep:in_favour_of");
  ASSERT_TRUE(slot);
  EXPECT_EQ(slot->preposition, "in favour of");
}

TEST(FrameSyntax, KnowsTypesAsClasses) {
  const auto words = parse_words("@ASSAULT|@act", kSelection);
  ASSERT_TRUE(words);
  EXPECT_EQ(words->act_types, std::vector<EventType>{EventType::kAssault});
  EXPECT_TRUE(words->act);
}

TEST(FrameSyntax, RefusesWhatItDoesNotKnow) {
  for (const char* bad : {"objekt", "prep:", "object=", "object=@nothing", "object=@ATTACK",
                          "object=a||b", "object=@"}) {
    EXPECT_FALSE(parse_frame(bad, kSelection)) << bad;
  }
}

TEST(FrameSyntax, WordsOutweighPresence) {
  const auto weight = [](const char* frame) {
    Entry entry;
    entry.frame = *parse_frame(frame, kSelection);
    return compute_specificity(entry);
  };
  EXPECT_GT(weight("object=@weapon"), weight("object=@actor"));
  EXPECT_GT(weight("object=@actor"), weight("object"));
  EXPECT_GT(weight("object"), weight("!object"));
}

// The lint of data/lexicon: it loads, and each word leads to its entries.
TEST(Lexicon, LoadsTheData) {
  const auto lexicon = Lexicon::load(ENTENTE_DATA_DIR "/lexicon");
  ASSERT_TRUE(lexicon) << describe(lexicon.error());
  EXPECT_FALSE(lexicon->find(EntryPos::kVerb, "attack").empty());
  EXPECT_TRUE(lexicon->find(EntryPos::kVerb, "xyzzy").empty());
  EXPECT_EQ(lexicon->signature(EntryClass::kFear).positive, Effect::kFeared);
  EXPECT_TRUE(lexicon->signature(EntryClass::kReport).holder);
  EXPECT_EQ(lexicon->rule(EventType::kAid).promised, EventType::kAgree);
}

TEST(Lexicon, PutsTheMostSpecificFirst) {
  const auto lexicon = Lexicon::load(ENTENTE_DATA_DIR "/lexicon");
  ASSERT_TRUE(lexicon) << describe(lexicon.error());
  for (const auto& entry : lexicon->entries()) {
    for (const std::string& lemma : entry->lemmas) {
      const auto& found = lexicon->find(entry->pos, lemma.substr(lemma.rfind(' ') + 1));
      for (std::size_t i = 1; i < found.size(); ++i) {
        EXPECT_GE(found[i - 1]->specificity, found[i]->specificity) << lemma;
      }
    }
  }
}

TEST(Lexicon, SaysWhatIsMissing) {
  const auto lexicon = Lexicon::load("/nonexistent");
  ASSERT_FALSE(lexicon);
  EXPECT_NE(describe(lexicon.error()).find("selection.tsv"), std::string::npos);
}

TEST(EntryClass, NamesGoBothWays) {
  for (std::size_t i = 0; i < kEntryClassCount; ++i) {
    const auto cls = static_cast<EntryClass>(i);
    EXPECT_EQ(parse_entry_class(to_string(cls)), cls);
  }
  EXPECT_FALSE(parse_entry_class("verb"));
}

TEST(Lexicon, RowsOfAnOverlayWin) {
  const std::string folder = std::filesystem::temp_directory_path() / "entente_lexicon_overlay";
  std::filesystem::create_directories(folder + "/entries");
  std::ofstream(folder + "/entries/own.tsv")
      << "id\tlemma\tpos\tparticle\tframe\ttype\tmode\tclass\tactor\trecipients\texample\t"
         "near_miss\tsource\n"
         "own.trundle\ttrundle\tv\t\t\tAID\t\tact\t\t\tJapan trundled Kenya.\t\town\n"
         "own.lend_ear\tlend\tv\t\tobject=debt|loan\tSANCTION\t\tact\t\t\tJapan lent.\t\town\n";
  const auto lexicon =
      Lexicon::load(std::string(ENTENTE_DATA_DIR) + "/lexicon", {folder, folder + "/not_there"});
  std::filesystem::remove_all(folder);
  ASSERT_TRUE(lexicon) << describe(lexicon.error());
  const auto& added = lexicon->find(EntryPos::kVerb, "trundle");
  ASSERT_EQ(added.size(), 1u);
  EXPECT_EQ(added[0]->id, "own.trundle");
  EXPECT_GT(lexicon->find(EntryPos::kVerb, "lend").size(), 1u);
}

}  // namespace
}  // namespace entente
