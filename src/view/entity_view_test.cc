#include "view/entity_view.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(EntityView, Resolved) {
  Entity entity;
  entity.id = "TCD";
  entity.code = "TCD";
  entity.name = "Chad";
  entity.sectors = {"GOV", "MIL"};
  entity.person = Person{"A. B.", "President of Chad"};
  entity.text = "the Chadian president";
  entity.resolved_by = "office";
  entity.row = "leaders.tsv:9";
  std::string json;
  append_entities_json(json, {&entity, 1});
  EXPECT_EQ(
      json,
      R"({"id":"TCD","code":"TCD","name":"Chad","sectors":["GOV","MIL"],)"
      R"("person":{"name":"A. B.","office":"President of Chad"},"office":"President of Chad",)"
      R"("text":"the Chadian president","resolved_by":"office","row":"leaders.tsv:9"})"
      "\n");
  std::string text;
  append_entities_text(text, {&entity, 1});
  EXPECT_EQ(text,
            "phrase    the Chadian president\nid        TCD\ncode      TCD\nname      Chad\n"
            "sectors   GOV MIL\nperson    A. B.\noffice    President of Chad\nby        office\n"
            "row       leaders.tsv:9\n");
}

TEST(EntityView, NothingFound) {
  Entity entity;
  entity.text = "two men";
  entity.sectors = {"UNK"};
  std::string json;
  append_entities_json(json, {&entity, 1});
  EXPECT_EQ(json,
            R"({"id":null,"code":null,"name":null,"sectors":["UNK"],"person":null,"office":null,)"
            R"("text":"two men","resolved_by":null,"row":null})"
            "\n");
}

}  // namespace
}  // namespace entente
