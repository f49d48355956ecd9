// "POLICEMAN {POLICEMEN} [~COP]" is a role; "!PERSON! = MAN, WOMAN" a set of
// words that stand for each other inside an entry: "CHAIR!PERSON! [~GOV]".
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "exchange/petrarch.h"
#include "text/table_cells.h"

namespace entente {
namespace {

class AgentImport {
 public:
  AgentImport(const std::string& path, const Vocabulary& vocabulary, const Knowledge& knowledge,
              PetrarchOverlay& overlay)
      : path_(path), vocabulary_(vocabulary), knowledge_(knowledge), overlay_(overlay) {}

  // Sets may stand behind the entries that use them.
  void run(const std::vector<DictionaryLine>& lines) {
    for (const DictionaryLine& line : lines) {
      if (line.text.find('=') != std::string_view::npos) read_set(line.text);
    }
    for (const DictionaryLine& line : lines) {
      if (line.text.find('=') == std::string_view::npos) read(line);
    }
  }

 private:
  void read_set(std::string_view line) {
    const std::size_t equals = line.find('=');
    const std::string name = plain_words(line.substr(0, equals));
    std::string words(line.substr(equals + 1));
    std::ranges::replace(words, ',', ' ');
    for (const std::string_view word : split_blanks(words)) sets_[name].emplace_back(word);
  }

  void read(const DictionaryLine& line) {
    const Place place{path_, line.number, {}};
    const auto codes = find_codes(line.text);
    if (!codes || codes->empty()) {
      return overlay_.refuse("an agent without a code", place, line.text);
    }
    std::string_view code = codes->front().code;
    while (code.starts_with('~')) code.remove_prefix(1);
    while (code.ends_with('~')) code.remove_suffix(1);
    const std::vector<std::string> sectors = read_sectors(code);
    if (sectors.empty()) {
      return overlay_.refuse("a code that has no sector", place, line.text);
    }
    const WordForms forms = split_forms(before_codes(line.text));
    std::vector<std::string> phrases = expand(plain_words(forms.word));
    for (const std::string_view form : forms.forms) phrases.push_back(plain_words(form));
    if (phrases.empty()) return overlay_.refuse("an unknown set of words", place, line.text);
    for (const std::string& phrase : phrases) write(lower_case(phrase), sectors);
  }

  std::vector<std::string> read_sectors(std::string_view code) const {
    std::vector<std::string> sectors;
    for (std::size_t i = 0; i + 3 <= code.size() && sectors.size() < 2; i += 3) {
      const SectorRank* sector = vocabulary_.find_sector("cameo", code.substr(i, 3));
      if (sector == nullptr) continue;
      if (std::ranges::find(sectors, sector->sector) == sectors.end()) {
        sectors.push_back(sector->sector);
      }
    }
    return sectors;
  }

  // "CHAIR!PERSON!" -> CHAIRMAN, CHAIRWOMAN; none when there is no such set.
  std::vector<std::string> expand(const std::string& phrase) const {
    const std::size_t first = phrase.find('!');
    if (first == std::string::npos) return {phrase};
    const std::size_t last = phrase.find('!', first + 1);
    if (last == std::string::npos) return {};
    const auto set = sets_.find(phrase.substr(first, last - first + 1));
    std::vector<std::string> phrases;
    if (set == sets_.end() || phrase.find('!', last + 1) != std::string::npos) return phrases;
    for (const std::string& word : set->second) {
      phrases.push_back(phrase.substr(0, first) + word + phrase.substr(last + 1));
    }
    return phrases;
  }

  void write(const std::string& phrase, const std::vector<std::string>& sectors) {
    const bool known =
        std::ranges::any_of(knowledge_.find_phrase(phrase), [&](const Candidate& candidate) {
          return candidate.kind == NameKind::kRole && !candidate.sectors.empty() &&
                 *candidate.sectors.begin() == sectors.front();
        });
    if (known) return overlay_.count_known();
    overlay_.add("roles.tsv", {phrase, join(sectors, "|"), "", ""});
  }

  const std::string& path_;
  const Vocabulary& vocabulary_;
  const Knowledge& knowledge_;
  PetrarchOverlay& overlay_;
  std::map<std::string, std::vector<std::string>> sets_;
};

}  // namespace

void import_petrarch_agents(const std::vector<DictionaryLine>& lines, const std::string& path,
                            const Vocabulary& vocabulary, const Knowledge& knowledge,
                            PetrarchOverlay& overlay) {
  AgentImport(path, vocabulary, knowledge, overlay).run(lines);
}

}  // namespace entente
