#include "exchange/event_reader.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "exchange/columns.h"
#include "exchange/event_form.h"
#include "text/table_cells.h"

namespace entente {
namespace {

struct Import {
  std::vector<EventRecord> records;
  std::vector<std::string> errors;
};

// Files of every form, with the tables of the program.
class EventReaderTest : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    auto vocabulary = Vocabulary::load(std::string(ENTENTE_DATA_DIR) + "/exchange");
    ASSERT_TRUE(vocabulary) << describe(vocabulary.error());
    auto knowledge = Knowledge::from_tables(std::string(ENTENTE_DATA_DIR) + "/knowledge");
    ASSERT_TRUE(knowledge) << describe(knowledge.error());
    static const Vocabulary words = std::move(*vocabulary);
    static const Knowledge facts = std::move(*knowledge);
    static ActorNames names(words, facts);
    names_ = &names;
  }

  static Import read(ImportForm form, std::string bytes) {
    Import import;
    auto reader = EventReader::from_memory(std::move(bytes), form, *names_);
    if (!reader) return {{}, {describe(reader.error())}};
    for (int i = 0; i < 1000; ++i) {
      auto record = reader->next();
      if (!record) {
        import.errors.push_back(describe(record.error()));
      } else if (!*record) {
        return import;
      } else {
        import.records.push_back(std::move(**record));
      }
    }
    return import;
  }

  static std::string write(EventForm form, const std::vector<EventRecord>& records) {
    std::string out = event_head(form);
    for (const EventRecord& record : records) append_event(out, form, record);
    return out;
  }

  static ActorNames* names_;
};

ActorNames* EventReaderTest::names_ = nullptr;

const std::string kIcewsHead =
    "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO "
    "Code\tIntensity\tTarget Name\tTarget Sectors\tTarget Country\tStory ID\tSentence "
    "Number\tPublisher\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\n";
const std::string kVisit =
    "700\t2017-03-04\tForeign Affairs (Chad)\tGovernment,Foreign Ministry\tChad\tMake a "
    "visit\t042\t1.9\tNorth Atlantic Treaty Organization\tNA\tNA\t55\t3\tThe \"Daily\" "
    "Post\tN'Djamena\tNA\tHadjer\tChad\t12.1\t15.04\n";
const std::string kStatement =
    "701\t2017-03-04\tPolice (Atlantis)\tGovernment,Police\tAtlantis\tMake statement\t010\t0\t"
    "Unspecified Actor\tUnspecified\tNA\t55\t4\tNA\tNA\tNA\tNA\tNA\tNA\tNA\n";

TEST_F(EventReaderTest, IcewsRow) {
  const Import import = read(ImportForm::kIcews, kIcewsHead + kVisit);
  ASSERT_EQ(import.errors, std::vector<std::string>{});
  ASSERT_EQ(import.records.size(), 1U);
  const EventRecord& record = import.records[0];
  EXPECT_EQ(record.origin, "icews");
  EXPECT_EQ(record.id, "700@2017-03-04");
  EXPECT_EQ(record.event.type, EventType::kConsult);
  EXPECT_EQ(record.event.modes, std::vector<std::string>{"visit"});
  EXPECT_EQ(record.cameo, "042");
  EXPECT_EQ(record.score, 1.9);
  EXPECT_EQ(record.event.date->to_string(), "2017-03-04");
  ASSERT_EQ(record.event.actors.size(), 1U);
  EXPECT_EQ(record.event.actors[0].code, "TCD");
  EXPECT_EQ(record.event.actors[0].sectors, std::vector<std::string>{"GOV"});
  ASSERT_EQ(record.event.recipients.size(), 1U);
  EXPECT_EQ(record.event.recipients[0].id, "NATO");
  EXPECT_EQ(record.event.recipients[0].code, "IGO");
  EXPECT_EQ(record.report.id, "55");
  EXPECT_EQ(record.report.source, "The \"Daily\" Post");
  EXPECT_EQ(record.event.location->name, "N'Djamena");
  EXPECT_EQ(record.event.location->country, "TCD");
  EXPECT_EQ(record.event.location->lat, 12.1);
}

TEST_F(EventReaderTest, IcewsRowsOfUnknownStatesAndStatementsAreKept) {
  const Import import = read(ImportForm::kIcews, kIcewsHead + kStatement);
  ASSERT_EQ(import.errors, std::vector<std::string>{});
  ASSERT_EQ(import.records.size(), 1U);
  EXPECT_FALSE(import.records[0].has_type);
  EXPECT_EQ(import.records[0].event.actors[0].code, "");
  EXPECT_EQ(import.records[0].event.actors[0].text, "Police (Atlantis)");
  EXPECT_EQ(import.records[0].event.actors[0].sectors, (std::vector<std::string>{"COP", "GOV"}));
  EXPECT_FALSE(import.records[0].event.location);
}

TEST_F(EventReaderTest, IcewsComesOutAsItWentIn) {
  const std::string file = kIcewsHead + kVisit + kStatement;
  EXPECT_EQ(write(EventForm::kIcews, read(ImportForm::kIcews, file).records), file);
  // By way of our own form as well.
  const std::string lines = write(EventForm::kJsonl, read(ImportForm::kIcews, file).records);
  const Import again = read(ImportForm::kJsonl, lines);
  EXPECT_EQ(again.errors, std::vector<std::string>{});
  EXPECT_EQ(write(EventForm::kIcews, again.records), file);
  EXPECT_EQ(write(EventForm::kJsonl, again.records), lines);
}

TEST_F(EventReaderTest, IcewsOtherHeadMarkAndLineEnds) {
  const Import import = read(ImportForm::kIcews,
                             "\xEF\xBB\xBF"
                             "event_id\tevent_date\tsource_name\tevent_text\tcameo_code\ttarget_"
                             "name\tyear\r\n9\t2019-01-02\tJapan\tConsult\t40\tKenya\t2019\r\n");
  ASSERT_EQ(import.errors, std::vector<std::string>{});
  ASSERT_EQ(import.records.size(), 1U);
  EXPECT_EQ(import.records[0].cameo, "040");
  EXPECT_EQ(import.records[0].event.actors[0].id, "JPN");
  EXPECT_EQ(import.records[0].event.recipients[0].code, "KEN");
  EXPECT_EQ(import.records[0].score, 1.0);
  EXPECT_NE(import.records[0].fields.find(R"("year":"2019")"), std::string::npos);
}

TEST_F(EventReaderTest, IcewsFourColumnsWithoutHead) {
  const std::string row =
      "Military (Mali)\tfight with small arms and light weapons\tChad\t2012-09-10\n";
  const Import import = read(ImportForm::kIcews, row + row);
  ASSERT_EQ(import.errors, std::vector<std::string>{});
  ASSERT_EQ(import.records.size(), 2U);
  EXPECT_EQ(import.records[0].cameo, "193");
  EXPECT_EQ(import.records[0].event.actors[0].code, "MLI");
  EXPECT_EQ(import.records[0].event.actors[0].sectors, std::vector<std::string>{"MIL"});
  EXPECT_EQ(import.records[1].id, import.records[0].id + "-2");
}

TEST_F(EventReaderTest, NamesOfBodiesForcesAndPersons) {
  const auto code = [](std::string_view name) { return names_->resolve(name, "", {}).code; };
  EXPECT_EQ(code("Ministry (European Union)"), "EUR");
  EXPECT_EQ(names_->resolve("Militant (Hamas)", "", {}).id, "HAMAS");
  EXPECT_EQ(code("Dmitry Anatolyevich Medvedev"), "RUS");
  EXPECT_EQ(code("the former Yugoslav Republic of Macedonia"), "MKD");
  EXPECT_EQ(code("Unspecified Actor"), "");
  EXPECT_EQ(names_->country_code("Occupied Palestinian Territory"), "PSE");
  EXPECT_EQ(names_->country_code("Atlantis"), "");
  // The country that the source gives wins.
  EXPECT_EQ(names_->resolve("Dmitry Anatolyevich Medvedev", "Chad", {}).id, "TCD");
}

TEST_F(EventReaderTest, BadRowsAreNamedAndTheRestGoesOn) {
  const Import import = read(
      ImportForm::kIcews, kIcewsHead + "1\t2017-02-30\tChad\tNA\tChad\tConsult\t040\t1\tMali" +
                              std::string(11, '\t') + "\n" + "2\tshort\n" + "3\t2017-02-01\tChad" +
                              "\tNA\tChad\tDance\t999\t1\tMali" + std::string(11, '\t') + "\n" +
                              "4\t2017-02-01\t\xFF" + std::string(17, '\t') + "\n" + kVisit);
  EXPECT_EQ(import.records.size(), 1U);
  ASSERT_EQ(import.errors.size(), 4U);
  EXPECT_EQ(import.errors[0], "memory:2: '2017-02-30' is no day that exists");
  EXPECT_EQ(import.errors[1], "memory:3: found 2 cells, expected 20");
  EXPECT_EQ(import.errors[2], "memory:4: no CAMEO event '999' 'Dance'");
  EXPECT_EQ(import.errors[3], "memory:5, byte 13: not valid UTF-8");
}

TEST_F(EventReaderTest, AWrongHeadIsOneErrorOfTheFile) {
  const Import import = read(ImportForm::kIcews, "Event ID\tDate\nx\ty\nz\tw\n");
  EXPECT_EQ(import.records.size(), 0U);
  EXPECT_EQ(import.errors,
            std::vector<std::string>{
                "memory:1: the head has no column 'Event Date'; found 'Event ID', 'Date'"});
}

// A POLECAT row from the cells that are not None.
std::string polecat_row(const std::vector<std::pair<std::string_view, std::string>>& cells) {
  std::vector<std::string> row(kPolecatColumns.size(), "None");
  for (const auto& [column, value] : cells) {
    row[std::size_t(std::ranges::find(kPolecatColumns, column) - kPolecatColumns.begin())] = value;
  }
  return join(row, "\t") + "\n";
}

TEST_F(EventReaderTest, PolecatListsQuotesAndRoundTrip) {
  const std::string row = polecat_row({{"Event ID", "20230102-7-a"},
                                       {"Event Date", "2023-01-02"},
                                       {"Event Type", "COERCE"},
                                       {"Event Mode", "arrest"},
                                       {"Intensity", "-7.0"},
                                       {"Contexts", "legal;human_rights"},
                                       {"Actor Name", "Kenya;Chad"},
                                       {"Actor Country", "KEN;TCD"},
                                       {"Primary Actor Sector", "GOV;MIL"},
                                       {"Actor Title", "\"guard\tcaptain\""},
                                       {"Actor Name Raw", "\"\"\"Kenya\"\"\nand Chad\""},
                                       {"Recipient Country", "XYZ"},
                                       {"Country", "Kenya"},
                                       {"Story People", "Ada;Bo"},
                                       {"Publication Date", "2023-01-03"}});
  const std::string file = polecat_head() + row;
  const Import import = read(ImportForm::kPolecat, file);
  ASSERT_EQ(import.errors, std::vector<std::string>{});
  ASSERT_EQ(import.records.size(), 1U);
  const EventRecord& record = import.records[0];
  EXPECT_EQ(record.event.type, EventType::kCoerce);
  ASSERT_EQ(record.event.actors.size(), 2U);
  EXPECT_EQ(record.event.actors[1].id, "TCD");
  EXPECT_EQ(record.event.actors[1].sectors, std::vector<std::string>{"MIL"});
  ASSERT_EQ(record.event.recipients.size(), 1U);
  EXPECT_EQ(record.event.recipients[0].code, "");  // no such state: kept, not known
  EXPECT_EQ(record.report.people, (std::vector<std::string>{"Ada", "Bo"}));
  EXPECT_EQ(record.report.published, Date::make(2023, 1, 3));
  EXPECT_TRUE(std::isnan(record.event.location->lat));
  EXPECT_EQ(write(EventForm::kPolecat, import.records), file);
}

TEST_F(EventReaderTest, PolecatWithMoreAndFewerColumnsAndAnOpenQuote) {
  const Import import = read(ImportForm::kPolecat,
                             "Event ID\tEvent Date\tEvent Type\tActor Name\tHeadline\t\n"
                             "1\t2023-01-02\tAID\tJapan\t\"never closed\t\n"
                             "2\t2023-01-02\tAID\tJapan\tplain\t\t\n");
  ASSERT_EQ(import.errors, std::vector<std::string>{});
  ASSERT_EQ(import.records.size(), 2U);
  EXPECT_NE(import.records[0].fields.find(R"("Headline":"\"never closed")"), std::string::npos);
}

TEST_F(EventReaderTest, GdeltRow) {
  std::vector<std::string> cells(kGdeltColumns.size());
  const auto set = [&](std::string_view column, std::string value) {
    cells[std::size_t(std::ranges::find(kGdeltColumns, column) - kGdeltColumns.begin())] =
        std::move(value);
  };
  set("GlobalEventID", "12");
  set("Day", "20210405");
  set("Actor1Code", "ROMMIL");
  set("Actor1Name", "ROMANIA");
  set("Actor1CountryCode", "ROM");
  set("Actor1Type1Code", "MIL");
  set("Actor2Code", "NAT");
  set("Actor2Name", "ALLIANCE");
  set("EventCode", "062");
  set("GoldsteinScale", "7.4");
  set("ActionGeo_Type", "4");
  set("ActionGeo_Fullname", "Riga, Riga, Latvia");
  set("ActionGeo_CountryCode", "LG");
  set("ActionGeo_Lat", "56.95");
  set("ActionGeo_Long", "24.1");
  set("SOURCEURL", "https://www.example.org/a/b");
  std::string line;
  for (const std::string& cell : cells) line += (&cell == &cells.front() ? "" : "\t") + cell;
  const Import import = read(ImportForm::kGdelt, line + "\n" + "13\t20210405\n");
  EXPECT_EQ(import.errors, std::vector<std::string>{"memory:2: found 2 cells, expected 61"});
  ASSERT_EQ(import.records.size(), 1U);
  const EventRecord& record = import.records[0];
  EXPECT_EQ(record.event.type, EventType::kCooperate);
  EXPECT_EQ(record.event.actors[0].id, "ROU");
  EXPECT_EQ(record.event.actors[0].sectors, std::vector<std::string>{"MIL"});
  EXPECT_EQ(record.event.recipients[0].id, "NATO");
  EXPECT_EQ(record.event.location->country, "LVA");
  EXPECT_EQ(record.report.source, "example.org");
  EXPECT_EQ(record.event.date->to_string(), "2021-04-05");
}

TEST_F(EventReaderTest, PloverAndTheOlderForm) {
  const std::string file =
      R"({"id":"p1","date":"2020-02-03","actor":[{"code":"KEN","sector":"GOV","entity_text":"the ministry"}],)"
      R"("event":["AID"],"mode":[],"text":"x","text_info":{"start":5,"end":6},"size":{"dead":4},"own":[1]})"
      "\n"
      R"({"id":"p2","date":"2020-02-03","source":[{"code":"TCDMIL","actorText":"soldiers"}],"event":["ASSAULT"]})"
      "\n";
  const Import import = read(ImportForm::kPlover, file + "{\"id\":\n" + "{\"id\":\"p3\"}\n");
  ASSERT_EQ(import.records.size(), 2U);
  EXPECT_EQ(import.errors,
            (std::vector<std::string>{"memory:3, byte 6: not JSON: the line breaks off",
                                      "memory:4: no date"}));
  EXPECT_EQ(import.records[0].event.actors[0].id, "KEN");
  EXPECT_EQ(import.records[0].event.evidence.sentence, (Span{5, 6, Section::kText}));
  EXPECT_EQ(import.records[0].event.dead->min, 4);
  EXPECT_EQ(import.records[1].event.actors[0].code, "TCD");
  EXPECT_EQ(import.records[1].event.actors[0].sectors, std::vector<std::string>{"MIL"});
  EXPECT_EQ(write(EventForm::kPlover, import.records), file);
}

TEST_F(EventReaderTest, OurOwnRecordsComeBackAsTheyWere) {
  const std::string line =
      R"({"id":"d#1","document":"d","event":"ACCUSE","mode":["allege"],"context":["legal"],"quad":3,"score":-3.5,)"
      R"("status":"denied","confidence":"low","attribution":[{"id":null,"code":"KEN","name":null,"sectors":["GOV"],)"
      R"("person":{"name":"A B","office":"judge"},"text":"a judge","span":[0,7],"in":"title","resolved_by":"role",)"
      R"("antecedent":{"text":"A B","span":[1,4]}}],"actors":[],"recipients":[],"date":"2020-05",)"
      R"("date_precision":"month","date_basis":"text","date_span":[3,9],"location":{"name":"Riga","country":"LVA",)"
      R"("lat":56.9,"lon":24.0,"kind":"capital","text":"Riga","span":[8,12]},"dead":{"min":2,"max":null,"text":"two"},)"
      R"("injured":null,"arrested":null,"size":null,"evidence":{"sentence":[0,20],"trigger":[4,8],"rule":"r.x",)"
      R"("quote":"a \"b\""},"mentions":[{"sentence":[0,9],"trigger":[1,2],"in":"title","quote":"t"}],"extra":{"k":[1]}})"
      "\n";
  Import import = read(ImportForm::kJsonl, line);
  ASSERT_EQ(import.errors, std::vector<std::string>{});
  ASSERT_EQ(import.records.size(), 1U);
  EXPECT_EQ(import.records[0].origin, "jsonl");
  EXPECT_EQ(write(EventForm::kJsonl, import.records), line);
  // From what was understood, without the line itself.
  import.records[0].origin = kOwnOrigin;
  EXPECT_EQ(write(EventForm::kJsonl, import.records), line);
}

}  // namespace
}  // namespace entente
