// Two inputs, told apart by the first byte: a damaged image (changes of a sound
// one: offset and byte, with the checksum made right, so that every accessor
// meets the damage), and a table of data/knowledge.
#include <sys/mman.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/file.h"
#include "knowledge/check.h"
#include "knowledge/compile.h"
#include "knowledge/image.h"
#include "knowledge/knowledge.h"

namespace {

using namespace entente;

constexpr const char* kFiles[][2] = {
    {"states.tsv",
     "iso3\tiso2\tname\tofficial_name\tother_names\tadjectives\tdemonyms\tcapital\tmetonyms\t"
     "armed_forces\tsecret_"
     "services\tregion\tneighbours\tfrom\tto\tsuccessor\tcode\tleader\tsource\n"
     "AAA\tAA\tAland\t\t\tAish\tAns\tAton\tAton\tArmy\t\t\tAAA\t1950\t\t\tAAA\thead_of_"
     "state\tme\n"},
    {"organisations.tsv",
     "id\tname\taliases\tkind\tfounded\tdissolved\thq_city\thq_country\tcode\tsector\tacts_for\t"
     "state_owner\twikidata\tnote\tsource\n"
     "LEAGUE\tLand League\tLL\talliance\t1960\t\t\tAAA\tIGO\t\t\t\t\t\tme\n"},
    {"armed_groups.tsv",
     "id\tname\taliases\thome\tcode\tsector\tfrom\tto\tsource\n"
     "FRONT\tBroad Front\tBF\tAAA\tAAA\tREB\t1990\t\tme\n"},
    {"leaders.tsv",
     "person\taliases\tsurname\tcountry\toffice\toffice_title\tsector\tfrom\tto\tsource\twikidata\n"
     "Ann Ada\tAnna Ada\tAda\tAAA\thead_of_state\tPresident\tGOV\t2000-01-01\t\tme\tQ1\n"},
    {"officials.tsv",
     "person\tcountry\tunit\toffice_title\tsector\tfrom\tto\tsource\twikidata\n"
     "Bo Be\tAAA\t\tjudge\tJUD\t\t\tme\t\n"},
    {"memberships.tsv",
     "organisation\tmember\tfrom\tto\trole\tsource\nLEAGUE\tAAA\t1960-01-01\t\tmember\tme\n"},
    {"pacts.tsv",
     "state_a\tstate_b\tkind\tname\tfrom\tto\tsource\nAAA\tAAA\tpeace\tP\t1990-02-03\t\tme\n"},
    {"roles.tsv", "phrase\tsector\toffice\tnote\tsource\nforeign minister\tGOV\t\t\tme\n"},
    {"nouns.tsv", "noun\tkinds\tsource\nalliance\talliance\tme\n"},
    {"cities.tsv",
     "name\taliases\tcountry\tadmin1\tlat\tlon\tpopulation\tfeature\tgeonameid\n"
     "Aton\t\tAAA\t\t10.5\t20\t100000\tPPLC\t1\n"},
    {"regions.tsv",
     "name\taliases\tkind\tcountries\tsector\tlat\tlon\tsource\nA Bay\t\tsea\t\t\t1\t2\tme\n"},
    {"spellings.tsv", "spelling\tvariants\tsource\nada\tadda\tme\n"},
    {"ambiguous.tsv", "name\tnote\tsource\nBF\tx\tme\n"},
};

// A folder of this process; holds the sound tables.
const std::filesystem::path& folder() {
  static const std::filesystem::path path = [] {
    std::filesystem::path made =
        std::filesystem::temp_directory_path() / ("entente_fuzz" + std::to_string(::getpid()));
    std::filesystem::create_directories(made);
    for (const auto& [file, content] : kFiles) std::ofstream(made / file) << content;
    std::atexit([] { std::filesystem::remove_all(folder()); });
    return made;
  }();
  return path;
}

void ask(const Knowledge& knowledge) {
  const Date day = *Date::make(2005, 6, 7);
  Analysis analysis("Ann Ada of the Land League met the Aish foreign minister in Aton .");
  for (std::uint32_t at = 0; at < analysis.text.size();) {
    const std::size_t blank = analysis.text.find(' ', at);
    Token token;
    token.begin = at;
    token.end = static_cast<std::uint32_t>(std::min(blank, analysis.text.size()));
    token.tag = Tag::kNNP;
    token.lemma = analysis.text.substr(token.begin, token.end - token.begin);
    analysis.tokens.push_back(token);
    at = token.end + 1;
  }
  analysis.sentences.push_back({0, static_cast<std::uint32_t>(analysis.tokens.size())});
  for (const NameMatch& match : knowledge.find_names(analysis)) {
    for (const Candidate& candidate : match.candidates) {
      (void)knowledge.terms(candidate.entry);
      (void)knowledge.office_on(candidate.entry, day);
      (void)knowledge.place(candidate.entry);
    }
  }
  (void)knowledge.find_phrase("Broad Front");
  (void)knowledge.holder(Office::kHeadOfState, "AAA", day);
  (void)knowledge.holder_of_title("president", "AAA", day);
  (void)knowledge.persons_by_surname("Ada", day);
  (void)knowledge.members("LEAGUE", day);
  (void)knowledge.memberships("AAA", day);
  (void)knowledge.pacts("AAA", "AAA", day);
  (void)knowledge.state("AAA");
  (void)knowledge.organisation("LEAGUE");
  (void)knowledge.kinds_of_noun("alliance");
  (void)knowledge.version();
}

void open_image(const std::vector<std::byte>& image) {
  const int fd = ::memfd_create("image", 0);
  if (fd < 0 || ::write(fd, image.data(), image.size()) != ssize_t(image.size())) std::abort();
  const auto knowledge = Knowledge::open("/proc/self/fd/" + std::to_string(fd));
  if (knowledge) ask(*knowledge);
  ::close(fd);
}

// Three bytes a change: where, and what to.
void damage(std::string_view changes) {
  static const std::vector<std::byte> sound =
      compile_image(read_tables(folder().string(), TableSet::kSome));
  std::vector<std::byte> image = sound;
  for (std::size_t i = 0; i + 3 <= changes.size(); i += 3) {
    const auto at = static_cast<std::size_t>(static_cast<std::uint8_t>(changes[i]) * 256 +
                                             static_cast<std::uint8_t>(changes[i + 1]));
    image[at % image.size()] = static_cast<std::byte>(changes[i + 2]);
  }
  const std::uint64_t checksum = image_checksum(std::span(image).subspan(kChecksumFrom));
  std::memcpy(image.data() + offsetof(ImageHeader, checksum), &checksum, sizeof(checksum));
  open_image(image);
}

void read_table(std::size_t which, std::string_view rows) {
  const auto& [file, content] = kFiles[which % std::size(kFiles)];
  std::ofstream(folder() / file, std::ios::binary) << content << rows;
  const KnowledgeTables tables = read_tables(folder().string(), TableSet::kSome);
  (void)check_tables(tables);
  if (tables.errors.empty()) open_image(compile_image(tables));
  std::ofstream(folder() / file, std::ios::binary) << content;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < 2) return 0;
  const std::string_view rest(reinterpret_cast<const char*>(bytes) + 1, size - 1);
  if (bytes[0] % 2 == 0) {
    damage(rest);
  } else {
    read_table(bytes[0] / 2, rest);
  }
  return 0;
}
