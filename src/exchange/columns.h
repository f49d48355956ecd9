// The columns of the tabular formats, and cells that their writers share.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "record/event_record.h"

namespace entente {

inline constexpr std::string_view kIcewsOrigin = "icews";
inline constexpr std::string_view kPolecatOrigin = "polecat";
inline constexpr std::string_view kGdeltOrigin = "gdelt";
inline constexpr std::string_view kPloverOrigin = "plover";
inline constexpr std::string_view kJsonlOrigin = "jsonl";

inline constexpr std::array<std::string_view, 20> kIcewsColumns = {
    "Event ID",       "Event Date", "Source Name",     "Source Sectors", "Source Country",
    "Event Text",     "CAMEO Code", "Intensity",       "Target Name",    "Target Sectors",
    "Target Country", "Story ID",   "Sentence Number", "Publisher",      "City",
    "District",       "Province",   "Country",         "Latitude",       "Longitude"};

inline constexpr std::array<std::string_view, 40> kPolecatColumns = {"Event ID",
                                                                     "Event Date",
                                                                     "Event Type",
                                                                     "Event Mode",
                                                                     "Intensity",
                                                                     "Quad Code",
                                                                     "Contexts",
                                                                     "Actor Name",
                                                                     "Actor Country",
                                                                     "Actor COW",
                                                                     "Primary Actor Sector",
                                                                     "Actor Sectors",
                                                                     "Actor Title",
                                                                     "Actor Name Raw",
                                                                     "Wikipedia Actor ID",
                                                                     "Recipient Name",
                                                                     "Recipient Country",
                                                                     "Recipient COW",
                                                                     "Primary Recipient Sector",
                                                                     "Recipient Sectors",
                                                                     "Recipient Title",
                                                                     "Recipient Name Raw",
                                                                     "Wikipedia Recipient ID",
                                                                     "Placename",
                                                                     "City",
                                                                     "District",
                                                                     "Province",
                                                                     "Country",
                                                                     "Latitude",
                                                                     "Longitude",
                                                                     "GeoNames ID",
                                                                     "Raw Placename",
                                                                     "Feature Type",
                                                                     "Source",
                                                                     "Publication Date",
                                                                     "Story People",
                                                                     "Story Organizations",
                                                                     "Story Locations",
                                                                     "Language",
                                                                     "Version"};

inline constexpr std::array<std::string_view, 61> kGdeltColumns = {"GlobalEventID",
                                                                   "Day",
                                                                   "MonthYear",
                                                                   "Year",
                                                                   "FractionDate",
                                                                   "Actor1Code",
                                                                   "Actor1Name",
                                                                   "Actor1CountryCode",
                                                                   "Actor1KnownGroupCode",
                                                                   "Actor1EthnicCode",
                                                                   "Actor1Religion1Code",
                                                                   "Actor1Religion2Code",
                                                                   "Actor1Type1Code",
                                                                   "Actor1Type2Code",
                                                                   "Actor1Type3Code",
                                                                   "Actor2Code",
                                                                   "Actor2Name",
                                                                   "Actor2CountryCode",
                                                                   "Actor2KnownGroupCode",
                                                                   "Actor2EthnicCode",
                                                                   "Actor2Religion1Code",
                                                                   "Actor2Religion2Code",
                                                                   "Actor2Type1Code",
                                                                   "Actor2Type2Code",
                                                                   "Actor2Type3Code",
                                                                   "IsRootEvent",
                                                                   "EventCode",
                                                                   "EventBaseCode",
                                                                   "EventRootCode",
                                                                   "QuadClass",
                                                                   "GoldsteinScale",
                                                                   "NumMentions",
                                                                   "NumSources",
                                                                   "NumArticles",
                                                                   "AvgTone",
                                                                   "Actor1Geo_Type",
                                                                   "Actor1Geo_Fullname",
                                                                   "Actor1Geo_CountryCode",
                                                                   "Actor1Geo_ADM1Code",
                                                                   "Actor1Geo_ADM2Code",
                                                                   "Actor1Geo_Lat",
                                                                   "Actor1Geo_Long",
                                                                   "Actor1Geo_FeatureID",
                                                                   "Actor2Geo_Type",
                                                                   "Actor2Geo_Fullname",
                                                                   "Actor2Geo_CountryCode",
                                                                   "Actor2Geo_ADM1Code",
                                                                   "Actor2Geo_ADM2Code",
                                                                   "Actor2Geo_Lat",
                                                                   "Actor2Geo_Long",
                                                                   "Actor2Geo_FeatureID",
                                                                   "ActionGeo_Type",
                                                                   "ActionGeo_Fullname",
                                                                   "ActionGeo_CountryCode",
                                                                   "ActionGeo_ADM1Code",
                                                                   "ActionGeo_ADM2Code",
                                                                   "ActionGeo_Lat",
                                                                   "ActionGeo_Long",
                                                                   "ActionGeo_FeatureID",
                                                                   "DATEADDED",
                                                                   "SOURCEURL"};

// "CONSULT"; "" when the record has no type.
std::string type_name(const EventRecord& record);
// The intensity with a point ("4.0"); "" when there is none.
std::string format_score(const EventRecord& record);
// "" for NaN: not known.
std::string format_degrees(double degrees);

// Appends one line of the very cells that the record came with (record.fields),
// `missing` where it had none.  False when it has no such fields.
bool append_fields(std::string& out, const EventRecord& record,
                   std::span<const std::string_view> columns, std::string_view missing);

}  // namespace entente
