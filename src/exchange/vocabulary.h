// The words of other coders' files and what they are in ours: CAMEO codes,
// countries, sectors, groups.  From data/exchange; immutable, for any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "record/event.h"

namespace entente {

// Finds std::string keys by std::string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
};
template <typename T>
using StringMap = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;

// One CAMEO code.
struct CameoEvent {
  std::string code;   // "0256"
  std::string label;  // "Make a visit"
  double goldstein = 0;
  std::optional<EventType> type;  // nullopt: a statement or an appeal
  std::string mode;               // "" none
};

struct SectorRank {
  std::string sector;  // PLOVER
  int rank = 0;        // of several, the lowest comes first
};

// What belongs to no state: a kind ("IGO"), or an entity of ours as well.
struct GroupCode {
  std::string code;
  std::string id;
};

class Vocabulary {
 public:
  // Reads the tables of `directory` (data/exchange).  Errors: kNotFound, kIo,
  // kBadFormat with file and line: an unknown type, mode or sector, a number
  // that is none, a key that repeats, a row without source.
  static Result<Vocabulary> load(const std::string& directory);

  // By code, also one that lost its leading zero ("40"); nullptr if there is none.
  const CameoEvent* find_cameo(std::string_view code) const;
  // By label, in any case.
  const CameoEvent* find_cameo_label(std::string_view label) const;

  // `scheme`: "name", "cameo" or "fips"; "" when it is not known.
  std::string_view find_country(std::string_view scheme, std::string_view name) const;
  // `scheme`: "icews" or "cameo".
  const SectorRank* find_sector(std::string_view scheme, std::string_view name) const;
  const GroupCode* find_group(std::string_view name) const;

 private:
  Status read_cameo(const std::string& directory);
  Status read_countries(const std::string& directory);
  Status read_sectors(const std::string& directory);
  Status read_groups(const std::string& directory);

  StringMap<CameoEvent> cameo_;
  StringMap<std::string> cameo_labels_;  // in lower case -> code
  StringMap<std::string> countries_;     // scheme, '\t', name
  StringMap<SectorRank> sectors_;
  StringMap<GroupCode> groups_;
};

}  // namespace entente
