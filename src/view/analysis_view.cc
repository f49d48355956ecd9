#include "view/analysis_view.h"

#include <fmt/format.h>

#include <iterator>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"

namespace entente {
namespace {

// Writes `"name":[write(token), …]`.
template <typename Write>
void write_column(JsonWriter& json, std::string_view name, const Analysis& analysis, Write write) {
  json.key(name);
  json.begin_array();
  for (const Token& token : analysis.tokens) write(token);
  json.end_array();
}

void write_ranges(JsonWriter& json, const Analysis& analysis) {
  json.key("sent_start");
  json.begin_array();
  for (const TokenRange sentence : analysis.sentences) json.integer(sentence.first);
  json.end_array();
  json.key("ent");
  json.begin_array();
  for (const NamedEntity& entity : analysis.entities) {
    json.begin_array();
    json.integer(entity.tokens.first);
    json.integer(entity.tokens.last);
    json.string(to_string(entity.type));
    json.end_array();
  }
  json.end_array();
  json.key("np");
  json.begin_array();
  for (const TokenRange chunk : analysis.noun_chunks) {
    json.begin_array();
    json.integer(chunk.first);
    json.integer(chunk.last);
    json.end_array();
  }
  json.end_array();
}

// "B-GPE" for the first token of an entity, "I-GPE" for the others, "" outside.
std::vector<std::string> entity_marks(const Analysis& analysis) {
  std::vector<std::string> marks(analysis.tokens.size());
  for (const NamedEntity& entity : analysis.entities) {
    for (std::uint32_t i = entity.tokens.first; i < entity.tokens.last; ++i) {
      marks[i] = fmt::format("{}-{}", i == entity.tokens.first ? 'B' : 'I', to_string(entity.type));
    }
  }
  return marks;
}

// White space as CoNLL-U escapes it.
std::string escape_spaces(std::string_view spaces) {
  std::string escaped;
  for (const char c : spaces) {
    switch (c) {
      case ' ':
        escaped += "\\s";
        break;
      case '\n':
        escaped += "\\n";
        break;
      case '\t':
        escaped += "\\t";
        break;
      case '\r':
        escaped += "\\r";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

class ConlluWriter {
 public:
  ConlluWriter(std::string& out, const Analysis& analysis)
      : out_(out), analysis_(analysis), marks_(entity_marks(analysis)) {}

  void write(std::string_view id) {
    fmt::format_to(std::back_inserter(out_), "# newdoc id = {}\n", id);
    int number = 0;
    for (const TokenRange sentence : analysis_.sentences) {
      if (!number_words(sentence)) continue;
      std::string text(analysis_.span_text(analysis_.span(sentence)));
      for (char& c : text) c = c == '\n' || c == '\r' ? ' ' : c;
      fmt::format_to(std::back_inserter(out_), "# sent_id = {}-{}\n# text = {}\n", id, ++number,
                     text);
      for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
        if (analysis_.tokens[i].pos != Pos::kSpace) write_word(i, sentence);
      }
      out_ += '\n';
    }
  }

 private:
  // Gives the words of the sentence their numbers from 1; false when there is none.
  bool number_words(TokenRange sentence) {
    numbers_.assign(sentence.last - sentence.first, 0);
    int words = 0;
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (analysis_.tokens[i].pos != Pos::kSpace) numbers_[i - sentence.first] = ++words;
    }
    return words > 0;
  }

  // The number of the word on which token `i` hangs, 0 for a root.
  int head_number(std::uint32_t i, TokenRange sentence) const {
    const std::vector<Token>& tokens = analysis_.tokens;
    std::uint32_t head = tokens[i].head;
    if (head == i) return 0;
    while (tokens[head].pos == Pos::kSpace && tokens[head].head != head) head = tokens[head].head;
    const bool inside = head >= sentence.first && head < sentence.last;
    return inside ? numbers_[head - sentence.first] : 0;
  }

  std::string misc(std::uint32_t i) const {
    const std::vector<Token>& tokens = analysis_.tokens;
    std::string misc = marks_[i].empty() ? "" : "NER=" + marks_[i];
    const std::uint32_t next = i + 1 < tokens.size() ? tokens[i + 1].begin : tokens[i].end;
    std::uint32_t end = next;
    if (i + 1 < tokens.size() && tokens[i + 1].pos == Pos::kSpace) end = tokens[i + 1].end;
    if (end == tokens[i].end && i + 1 < tokens.size()) {
      misc += misc.empty() ? "SpaceAfter=No" : "|SpaceAfter=No";
    } else if (end > next) {
      misc += misc.empty() ? "" : "|";
      misc +=
          "SpacesAfter=" + escape_spaces(analysis_.text.substr(tokens[i].end, end - tokens[i].end));
    }
    return misc;
  }

  void write_word(std::uint32_t i, TokenRange sentence) {
    const Token& token = analysis_.tokens[i];
    const auto or_blank = [](std::string_view s) { return s.empty() ? std::string_view("_") : s; };
    const int head = head_number(i, sentence);
    const std::string more = misc(i);
    fmt::format_to(
        std::back_inserter(out_), "{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t_\t{}\n",
        numbers_[i - sentence.first], analysis_.token_text(i), or_blank(token.lemma),
        or_blank(to_string(token.pos)), or_blank(to_string(token.tag)), or_blank(token.morph), head,
        head == 0 ? std::string_view("root") : or_blank(to_string(token.dep)), or_blank(more));
  }

  std::string& out_;
  const Analysis& analysis_;
  std::vector<std::string> marks_;
  std::vector<int> numbers_;  // of the current sentence's tokens; 0 for white space
};

}  // namespace

void append_analysis_json(std::string& out, std::string_view id, const Analysis& analysis) {
  const CodePointMap map(analysis.text);
  JsonWriter json(out);
  json.begin_object();
  json.string("id", id);
  json.string("text", analysis.text);
  const auto column = [&](std::string_view name, auto write) {
    write_column(json, name, analysis, write);
  };
  column("start", [&](const Token& t) { json.integer(map.code_point(t.begin)); });
  column("end", [&](const Token& t) { json.integer(map.code_point(t.end)); });
  column("space", [&](const Token& t) { json.integer(t.space_after ? 1 : 0); });
  column("tag", [&](const Token& t) { json.string(to_string(t.tag)); });
  column("pos", [&](const Token& t) { json.string(to_string(t.pos)); });
  column("morph", [&](const Token& t) { json.string(t.morph); });
  column("lemma", [&](const Token& t) { json.string(t.lemma); });
  column("head", [&](const Token& t) { json.integer(t.head); });
  column("dep", [&](const Token& t) { json.string(to_string(t.dep)); });
  write_ranges(json, analysis);
  json.end_object();
  out += '\n';
}

void append_analysis_conllu(std::string& out, std::string_view id, const Analysis& analysis) {
  ConlluWriter(out, analysis).write(id);
}

}  // namespace entente
