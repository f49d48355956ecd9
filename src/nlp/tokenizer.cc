// The text is cut at white space into chunks.  A chunk that is an exception ("don't",
// ":-)") has fixed pieces.  Else prefixes and suffixes are peeled off in turn
// until what is left is an exception or does not shrink; the core is an
// address, or is cut at infixes.  At the end exceptions that the rules cut up
// are put together again.
//
// Worked example: `("Fr. 12-year-olds").` loses the prefixes ( and ", stops at
// nothing, ends the chunk at the blank: ( " Fr.  The second chunk loses . ) "
// from its end and is cut at its hyphens: 12 - year - olds " ) .
//
// It cuts as its training data did, which is not always what a reader would do:
// "pro-Russian" becomes three tokens.
//
// Cost: linear.  Every step of the peeling loop looks at a bounded number of
// rules and at texts no longer than the longest exception; addresses have a
// bounded number of steps (UrlMatcher).  Chunks seen lately come from a cache.
#include "nlp/tokenizer.h"

#include <algorithm>

#include "base/utf8.h"
#include "model/string_hash.h"
#include "nlp/unicode.h"

namespace entente {

// One pass over one text.
class Tokenizer::Run {
 public:
  Run(const Tokenizer& tokenizer, Analysis& analysis, WorkingDoc& doc, Workspace& workspace,
      bool use_specials)
      : t_(tokenizer),
        text_(analysis.text),
        tokens_(analysis.tokens),
        doc_(doc),
        ws_(workspace),
        use_specials_(use_specials) {}

  void cut_at_blanks();
  void join_specials();

 private:
  void chunk(std::uint32_t begin, std::uint32_t end);
  void divide(std::uint32_t begin, std::uint32_t end);
  void peel(std::uint32_t& begin, std::uint32_t& end);
  void divide_core(std::uint32_t begin, std::uint32_t end);
  void emit(std::uint32_t begin, std::uint32_t end, std::string_view norm = {});
  void emit_special(const Special& special, std::uint32_t begin);
  void remember(std::string_view chunk, std::uint64_t hash, std::size_t first, std::uint32_t begin);
  void find_phrases(std::vector<Match>& matches) const;
  void apply(const std::vector<Match>& matches);

  std::string_view view(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin);
  }
  const Special* special(std::uint32_t begin, std::uint32_t end) const {
    return use_specials_ && begin < end ? t_.find_special(view(begin, end)) : nullptr;
  }

  const Tokenizer& t_;
  std::string_view text_;
  std::vector<Token>& tokens_;
  WorkingDoc& doc_;
  Workspace& ws_;
  const bool use_specials_;
};

namespace {

// The end of the run of white space, or of other characters, that starts at `pos`.
std::size_t end_of_run(std::string_view text, std::size_t pos, bool space) {
  while (pos < text.size()) {
    const auto byte = static_cast<unsigned char>(text[pos]);
    if (byte > ' ' && byte < 0x80) {
      if (space) return pos;
      ++pos;
      continue;
    }
    std::size_t next = pos;
    if (is_space(decode_utf8(text, next)) != space) return pos;
    pos = next;
  }
  return pos;
}

}  // namespace

void Tokenizer::Run::cut_at_blanks() {
  if (text_.empty()) return;
  std::size_t first = 0;
  bool space = is_space(decode_utf8(text_, first));
  std::size_t begin = 0;
  std::size_t pos = 0;
  while (pos < text_.size()) {
    pos = end_of_run(text_, pos, space);
    if (begin < pos) chunk(static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(pos));
    begin = pos;
    if (pos < text_.size() && text_[pos] == ' ') {
      tokens_.back().space_after = true;
      ++begin;
    }
    space = !space;
  }
}

void Tokenizer::Run::chunk(std::uint32_t begin, std::uint32_t end) {
  const std::string_view chunk = view(begin, end);
  if (!use_specials_ || !ChunkCache::can_hold(chunk)) return divide(begin, end);
  const std::uint64_t hash = string_hash(chunk);
  const ChunkCache::Entry* entry = ws_.cache.find(chunk, hash);
  if (entry == nullptr) {
    const std::size_t first = tokens_.size();
    const std::size_t overflow = doc_.overflow.size();
    divide(begin, end);
    if (doc_.overflow.size() == overflow) remember(chunk, hash, first, begin);
    return;
  }
  std::uint32_t from = begin;
  for (std::size_t i = 0; i < entry->count; ++i) {
    Token& token = tokens_.emplace_back();
    token.begin = from;
    token.end = from = begin + entry->ends[i];
    doc_.lexemes.push_back(entry->lexemes[i]);
  }
}

void Tokenizer::Run::remember(std::string_view chunk, std::uint64_t hash, std::size_t first,
                              std::uint32_t begin) {
  if (tokens_.size() - first > ChunkCache::kMaxTokens) return;
  ChunkCache::Entry& entry = ws_.cache.replace(chunk, hash);
  for (std::size_t i = first; i < tokens_.size(); ++i, ++entry.count) {
    entry.ends[entry.count] = static_cast<std::uint8_t>(tokens_[i].end - begin);
    entry.lexemes[entry.count] = doc_.lexemes[i];
  }
}

void Tokenizer::Run::emit(std::uint32_t begin, std::uint32_t end, std::string_view norm) {
  Token& token = tokens_.emplace_back();
  token.begin = begin;
  token.end = end;
  doc_.lexemes.push_back(t_.lexemes_.get(view(begin, end), norm, doc_.overflow));
}

void Tokenizer::Run::emit_special(const Special& special, std::uint32_t begin) {
  for (std::uint32_t i = special.first; i < special.last; ++i) {
    const auto length = static_cast<std::uint32_t>(t_.pieces_[i].size());
    emit(begin, begin + length, t_.norms_[i]);
    begin += length;
  }
}

void Tokenizer::Run::divide(std::uint32_t begin, std::uint32_t end) {
  if (const Special* whole = special(begin, end)) return emit_special(*whole, begin);
  ws_.suffixes.clear();
  peel(begin, end);
  if (begin < end) divide_core(begin, end);
  for (auto suffix = ws_.suffixes.rbegin(); suffix != ws_.suffixes.rend(); ++suffix) {
    emit(suffix->begin, suffix->end);
  }
}

// Narrows [begin, end) to the core; emits the prefixes, keeps the suffixes.
void Tokenizer::Run::peel(std::uint32_t& begin, std::uint32_t& end) {
  while (begin < end && special(begin, end) == nullptr) {
    const std::string_view rest = view(begin, end);
    const auto prefix = static_cast<std::uint32_t>(t_.prefixes_.match_prefix(rest));
    if (prefix != 0 && special(begin + prefix, end) != nullptr) {
      emit(begin, begin + prefix);
      begin += prefix;
      return;
    }
    const auto suffix = static_cast<std::uint32_t>(t_.suffixes_.match_suffix(rest.substr(prefix)));
    if (suffix != 0 && special(begin, end - suffix) != nullptr) {
      ws_.suffixes.push_back({end - suffix, end});
      end -= suffix;
      return;
    }
    if (prefix == 0 && suffix == 0) return;
    if (prefix != 0) {
      emit(begin, begin + prefix);
      begin += prefix;
    }
    if (suffix != 0) {
      ws_.suffixes.push_back({end - suffix, end});
      end -= suffix;
    }
  }
}

void Tokenizer::Run::divide_core(std::uint32_t begin, std::uint32_t end) {
  if (const Special* core = special(begin, end)) return emit_special(*core, begin);
  const std::string_view text = view(begin, end);
  if (t_.url_.matches(text, ws_.url)) return emit(begin, end);
  std::size_t from = 0;
  const auto emit_part = [&](std::size_t first, std::size_t last) {
    if (first < last) {
      emit(begin + static_cast<std::uint32_t>(first), begin + static_cast<std::uint32_t>(last));
    }
  };
  for (auto infix = t_.infixes_.find(text, 0); !infix.empty();
       infix = t_.infixes_.find(text, infix.end)) {
    if (infix.begin == 0) continue;  // nothing stands before it: part of what follows
    emit_part(from, infix.begin);
    emit_part(infix.begin, infix.end);
    from = infix.end;
  }
  emit_part(from, text.size());
}

void Tokenizer::Run::find_phrases(std::vector<Match>& matches) const {
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const std::uint64_t orth = doc_.lexemes[i]->orth;
    if ((t_.phrase_starts_[orth / 64 % 64] >> orth % 64 & 1) == 0) continue;
    const auto found = t_.phrases_.find(orth);
    if (found == t_.phrases_.end()) continue;
    for (const Phrase& phrase : found->second) {
      const std::size_t size = phrase.orths.size();
      if (i + size > tokens_.size()) continue;
      const bool same =
          std::equal(phrase.orths.begin(), phrase.orths.end(), doc_.lexemes.begin() + i,
                     [](std::uint64_t a, const Lexeme* lexeme) { return a == lexeme->orth; });
      if (!same) continue;
      const std::string_view covered = view(tokens_[i].begin, tokens_[i + size - 1].end);
      matches.push_back({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(i + size),
                         t_.find_special(covered)});
    }
  }
}

void Tokenizer::Run::join_specials() {
  std::vector<Match> matches;
  find_phrases(matches);
  if (matches.empty()) return;
  // The longest first, then the leftmost; what overlaps an earlier choice is dropped,
  // also when that choice proves to be no exception in the text ("p . m .").
  std::sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
    const std::uint32_t a_size = a.last - a.first;
    const std::uint32_t b_size = b.last - b.first;
    return a_size != b_size ? a_size > b_size : a.first < b.first;
  });
  std::vector<bool> taken(tokens_.size());
  std::vector<Match> chosen;
  for (const Match& match : matches) {
    if (taken[match.first] || taken[match.last - 1]) continue;
    std::fill(taken.begin() + match.first, taken.begin() + match.last, true);
    if (match.special != nullptr) chosen.push_back(match);
  }
  std::sort(chosen.begin(), chosen.end(),
            [](const Match& a, const Match& b) { return a.first < b.first; });
  if (!chosen.empty()) apply(chosen);
}

// Replaces the tokens of each match by the pieces of its exception.
void Tokenizer::Run::apply(const std::vector<Match>& matches) {
  ws_.rebuilt_tokens.clear();
  ws_.rebuilt_lexemes.clear();
  ws_.rebuilt_tokens.swap(tokens_);
  ws_.rebuilt_lexemes.swap(doc_.lexemes);
  const std::vector<Token>& old = ws_.rebuilt_tokens;
  const auto copy = [&](std::size_t first, std::size_t last) {
    tokens_.insert(tokens_.end(), old.begin() + first, old.begin() + last);
    doc_.lexemes.insert(doc_.lexemes.end(), ws_.rebuilt_lexemes.begin() + first,
                        ws_.rebuilt_lexemes.begin() + last);
  };
  std::size_t done = 0;
  for (const Match& match : matches) {
    copy(done, match.first);
    emit_special(*match.special, old[match.first].begin);
    tokens_.back().space_after = old[match.last - 1].space_after;
    done = match.last;
  }
  copy(done, old.size());
}

void Tokenizer::tokenize(Analysis& analysis, WorkingDoc& doc, Workspace& workspace) const {
  doc.clear();
  Run run(*this, analysis, doc, workspace, true);
  run.cut_at_blanks();
  run.join_specials();
  doc.features.reserve(doc.lexemes.size());
  for (std::size_t i = 0; i < doc.lexemes.size(); ++i) {
    const Lexeme& lexeme = *doc.lexemes[i];
    doc.features.push_back({lexeme.norm, lexeme.prefix, lexeme.suffix, lexeme.shape,
                            analysis.tokens[i].space_after, lexeme.is_space});
  }
}

const Tokenizer::Special* Tokenizer::find_special(std::string_view text) const {
  if (text.size() > longest_special_) return nullptr;
  const auto found = specials_.find(text);
  return found == specials_.end() ? nullptr : &found->second;
}

Result<std::unique_ptr<Tokenizer>> Tokenizer::load(const ModelFile& model, LexemeTable& lexemes) {
  std::unique_ptr<Tokenizer> tokenizer(new Tokenizer(lexemes));
  ENTENTE_TRY(tokenizer->load_rules(model));
  ENTENTE_TRY(tokenizer->load_specials(model));
  tokenizer->build_phrases();
  return tokenizer;
}

Status Tokenizer::load_rules(const ModelFile& model) {
  const auto load = [&](std::string_view section, std::string_view name,
                        AffixRules& rules) -> Status {
    const auto pattern = model.text(section);
    if (!pattern) return std::unexpected(pattern.error());
    auto parsed = AffixRules::parse(*pattern, name);
    if (!parsed) return std::unexpected(std::move(parsed).error());
    rules = std::move(*parsed);
    return {};
  };
  ENTENTE_TRY(load("tokenizer.prefix", "prefix", prefixes_));
  ENTENTE_TRY(load("tokenizer.suffix", "suffix", suffixes_));
  ENTENTE_TRY(load("tokenizer.infix", "infix", infixes_));
  const auto url = model.text("tokenizer.url");
  if (!url) return std::unexpected(url.error());
  auto matcher = UrlMatcher::compile(*url);
  if (!matcher) return std::unexpected(std::move(matcher).error());
  url_ = std::move(*matcher);
  return {};
}

Status Tokenizer::load_specials(const ModelFile& model) {
  const auto texts = model.strings("tokenizer.exceptions");
  const auto first = model.u32("tokenizer.exceptions.first");
  const auto pieces = model.strings("tokenizer.exceptions.pieces");
  const auto norms = model.strings("tokenizer.exceptions.norms");
  if (!texts) return std::unexpected(texts.error());
  if (!first) return std::unexpected(first.error());
  if (!pieces) return std::unexpected(pieces.error());
  if (!norms) return std::unexpected(norms.error());
  if (first->size() != texts->size() + 1 || first->back() != pieces->size() ||
      norms->size() != pieces->size() || !std::is_sorted(first->begin(), first->end())) {
    return fail(ErrorCode::kBadFormat, "the tokenizer's exceptions are not sound",
                {model.path(), 0, {}});
  }
  pieces_ = *pieces;
  norms_ = *norms;
  for (std::uint32_t i = 0; i < texts->size(); ++i) {
    specials_[(*texts)[i]] = {(*first)[i], (*first)[i + 1]};
    longest_special_ = std::max(longest_special_, (*texts)[i].size());
  }
  return {};
}

// Only an exception that has an affix or a blank in it can be cut up.
void Tokenizer::build_phrases() {
  Workspace workspace;
  WorkingDoc doc;
  for (const auto& [text, special] : specials_) {
    const bool cut = prefixes_.match_prefix(text) != 0 || suffixes_.match_suffix(text) != 0 ||
                     !infixes_.find(text, 0).empty() || text.find(' ') != std::string_view::npos;
    if (!cut) continue;
    Analysis analysis(text);
    doc.clear();
    Run(*this, analysis, doc, workspace, false).cut_at_blanks();
    Phrase phrase;
    for (const Lexeme* lexeme : doc.lexemes) phrase.orths.push_back(lexeme->orth);
    if (phrase.orths.empty()) continue;
    const std::uint64_t start = phrase.orths.front();
    phrase_starts_[start / 64 % 64] |= std::uint64_t{1} << start % 64;
    phrases_[start].push_back(std::move(phrase));
  }
}

}  // namespace entente
