#include "eval/gold.h"

#include <gtest/gtest.h>

#include "eval/match.h"

namespace entente {
namespace {

Entity entity(const char* id, const char* code, const char* text = "") {
  Entity e;
  e.id = id;
  e.code = code;
  e.text = text;
  return e;
}

const GoldDocuments kDocuments = {
    {"d", {"Envoys meet", "Envoys met in Bern. “It’s fine,” one said. Envoys met again."}}};

TEST(Gold, FindsEveryPlaceOfAQuote) {
  const auto places = find_quote("Envoys met", kDocuments.at("d"));
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[0].begin, 0u);
  EXPECT_EQ(places[0].end, 10u);
  EXPECT_EQ(places[1].begin, 43u);
  EXPECT_EQ(find_quote("\"It's fine,\"", kDocuments.at("d")).size(), 1u);
  EXPECT_TRUE(find_quote("Envoys meet", kDocuments.at("d")).at(0).in_title);
}

TEST(Gold, GuessesTheForm) {
  EXPECT_EQ(guess_gold_form("id\tevent\tsource\ttarget\tsentence\n"), GoldForm::kPairs);
  EXPECT_EQ(guess_gold_form(R"({"id":"d#1","document":"d","evidence":{}})"), GoldForm::kRecords);
  EXPECT_EQ(guess_gold_form(R"({"story":"d","n":1,"quote":"x"})"), GoldForm::kFull);
  EXPECT_EQ(guess_gold_form(R"({"id":"d-1","quote":"x"})"), GoldForm::kExpect);
  EXPECT_EQ(guess_gold_form("event,actor\n"), std::nullopt);
}

TEST(Gold, ReadsAFullList) {
  const auto items = read_gold_items(
      R"({"story":"d","n":1,"quote":"Envoys met in Bern","event":"CONSULT","alt_event":["AGREE"],)"
      R"("actors":["CHE"],"recipients":[],"status":"asserted","attribution":[],"mode":"visit",)"
      R"("date":"2022-02","also":{"actors":["FRA"],"status":"reported"}})"
      "\n\n"
      R"({"story":"d","n":2,"quote":"Envoys met again","event":"CONSULT","same_as":1})"
      "\n"
      R"({"story":"d","n":3,"quote":"one said","event":null})",
      "gold.jsonl", GoldForm::kFull, kDocuments);
  ASSERT_TRUE(items) << describe(items.error());
  ASSERT_EQ(items->size(), 2u);
  const GoldItem& first = items->front();
  EXPECT_EQ(first.types, (std::vector<std::string>{"CONSULT", "AGREE"}));
  EXPECT_EQ(first.modes, std::vector<std::string>{"visit"});
  EXPECT_EQ(first.also_actors, Ids{"FRA"});
  EXPECT_EQ(first.also_status, "reported");
  EXPECT_FALSE(first.also_recipients);
  EXPECT_EQ((*items)[1].group, first.group);
}

TEST(Gold, NamesItsFaults) {
  const auto read = [](const char* text) {
    return read_gold_items(text, "gold.jsonl", GoldForm::kFull, kDocuments);
  };
  const auto unknown = read("{}\n{\"story\":\"e\",\"n\":1,\"quote\":\"x\",\"event\":\"AID\"}\n");
  ASSERT_FALSE(unknown);
  EXPECT_EQ(describe(unknown.error()), "gold.jsonl:2: document 'e' is not among the documents");
  const auto absent = read("{\"story\":\"d\",\"n\":1,\"quote\":\"Nobody\",\"event\":\"AID\"}");
  ASSERT_FALSE(absent);
  EXPECT_NE(absent.error().message.find("does not stand in document"), std::string::npos);
  EXPECT_FALSE(read("[1]"));
  EXPECT_FALSE(read("\xff"));
  EXPECT_FALSE(
      read_gold_pairs("id\tevent\tsource\ttarget\tsentence\n1\tDANCE\ta\tb\tc\n", "p.tsv"));
}

TEST(Match, Entities) {
  const std::vector<Entity> coded = {entity("NATO", "IGO"), entity("", "USA"), entity("", "")};
  EXPECT_TRUE(equals_entities({"NATO", "USA"}, coded, false));
  EXPECT_TRUE(equals_entities({"IGO", "USA"}, coded, false)) << "by code";
  EXPECT_FALSE(equals_entities({"NATO"}, coded, false)) << "one left over";
  EXPECT_FALSE(equals_entities({"NATO", "USA"}, coded, true)) << "the unnamed one counts";
  EXPECT_TRUE(equals_entities({"NATO", "USA", "UNK"}, coded, true));
  EXPECT_TRUE(covers_entities({"USA"}, coded));
  EXPECT_FALSE(covers_entities({"GBR"}, coded));
  EXPECT_TRUE(covers_entities({}, {}));
}

TEST(Match, OverlapOfNames) {
  EXPECT_DOUBLE_EQ(name_overlap("the President of Peru", {entity("", "", "Peru’s president")}),
                   1.0);
  EXPECT_DOUBLE_EQ(name_overlap("Peru", {entity("", "", "Chile"), entity("", "", "Peru, Chile")}),
                   0.5);
  EXPECT_EQ(name_overlap("Peru", {}), 0);
}

TEST(Match, Status) {
  EXPECT_TRUE(is_same_status("reported", EventStatus::kAsserted));
  EXPECT_TRUE(is_same_status("feared", EventStatus::kFeared));
  EXPECT_FALSE(is_same_status("feared", EventStatus::kAsserted));
}

}  // namespace
}  // namespace entente
