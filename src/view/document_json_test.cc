#include "view/document_json.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(DocumentJson, SpansInCodePointsAndOnlyWhatIsKnown) {
  Document document;
  document.id = "1";
  document.text = "é ROME - It rained.";
  document.extra = R"({"section":"world"})";
  document.asides = {{{3, 10, Section::kText}, AsideKind::kDateline}};
  document.dateline = Dateline{{3, 10, Section::kText}, {3, 7, Section::kText}, "AP", {}};
  document.origin.file = "a.txt";
  std::string out;
  append_document_json(out, document);
  EXPECT_EQ(out, R"({"id":"1","text":"é ROME - It rained.","extra":{"section":"world"},)"
                 R"("asides":[[2,9,"dateline"]],"dateline":{"place":"ROME","agency":"AP"},)"
                 R"("origin":{"file":"a.txt","offset":0}})"
                 "\n");
}

}  // namespace
}  // namespace entente
