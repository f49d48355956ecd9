#include "ingest/document_source.h"

#include <fmt/core.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <unordered_set>
#include <utility>

#include "base/utf8.h"
#include "ingest/byte_source.h"
#include "ingest/document_json.h"

namespace entente {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

bool has_extension(std::string_view path, std::initializer_list<std::string_view> extensions) {
  return std::ranges::any_of(extensions, [&](std::string_view e) { return path.ends_with(e); });
}

// Starts with `prefix`, whatever the case of ASCII letters.
bool starts_like(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(), [](char want, char found) {
           return want == (found >= 'A' && found <= 'Z' ? char(found + 32) : found);
         });
}

std::string_view skip_blanks(std::string_view text) {
  if (text.starts_with(kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  return text.substr(std::min(text.size(), text.find_first_not_of(" \t\r\n")));
}

// What the input is, by its name and its first bytes.  Errors: kUnsupported.
Result<InputFormat> detect_format(const std::string& path, std::string_view head) {
  const auto unsupported = [&](const char* what) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("{} is not supported by this version; "
                            "give plain text or JSON Lines (--format text reads it as it is)",
                            what),
                {path, 0, {}});
  };
  if (has_extension(path, {".jsonl", ".ndjson", ".json"})) return InputFormat::kJsonl;
  if (has_extension(path, {".txt", ".text"})) return InputFormat::kText;
  const std::string_view start = skip_blanks(head);
  if (has_extension(path, {".warc", ".warc.gz"}) || start.starts_with("WARC/")) {
    return unsupported("WARC");
  }
  if (starts_like(start, "<!doctype html") || starts_like(start, "<html") ||
      has_extension(path, {".html", ".htm", ".xhtml"})) {
    return unsupported("HTML");
  }
  if (starts_like(start, "<?xml") || starts_like(start, "<rss") || starts_like(start, "<feed") ||
      has_extension(path, {".rss", ".atom", ".xml"})) {
    return unsupported("RSS or XML");
  }
  return start.starts_with('{') ? InputFormat::kJsonl : InputFormat::kText;
}

// Ids by their 128-bit hash: among 10^12 ids the chance of one false alarm is below 10^-14.
class SeenIds {
 public:
  // False when `id` was there before.
  bool add(std::string_view id) { return seen_.insert(XXH3_128bits(id.data(), id.size())).second; }

 private:
  struct Hash {
    std::size_t operator()(const XXH128_hash_t& h) const { return h.low64; }
  };
  struct Equal {
    bool operator()(const XXH128_hash_t& a, const XXH128_hash_t& b) const {
      return a.low64 == b.low64 && a.high64 == b.high64;
    }
  };
  std::unordered_set<XXH128_hash_t, Hash, Equal> seen_;
};

}  // namespace

class DocumentSource::State {
 public:
  State(std::vector<std::string> paths, SourceOptions options)
      : paths_(std::move(paths)), options_(options) {}

  std::optional<Result<Document>> next() {
    for (;;) {
      std::optional<Result<Document>> document;
      if (lines_) {
        document = next_of_lines();
      } else if (next_path_ == paths_.size()) {
        return std::nullopt;
      } else {
        document = start(paths_[next_path_++]);
      }
      if (!document) continue;
      return *document ? finish(std::move(**document)) : std::move(*document);
    }
  }

 private:
  // Opens an input: the one document of a text file, its error, or nothing
  // when its documents are its lines.
  std::optional<Result<Document>> start(const std::string& path) {
    path_ = path == "-" ? "standard input" : path;
    Result<ByteSource> bytes = ByteSource::open(path);
    if (!bytes) return std::unexpected(bytes.error());
    const Result<std::string_view> head = bytes->peek();
    if (!head) return std::unexpected(head.error());
    InputFormat format = options_.format;
    if (format == InputFormat::kAuto) {
      const Result<InputFormat> detected = detect_format(path, *head);
      if (!detected) return std::unexpected(detected.error());
      format = *detected;
    }
    if (format == InputFormat::kText) return read_text(*bytes);
    lines_ = std::move(*bytes);
    return std::nullopt;
  }

  Result<Document> read_text(ByteSource& bytes) const {
    Result<std::string> text = bytes.read_rest(options_.max_document);
    if (!text) return std::unexpected(std::move(text).error());
    const auto bad = [&](std::string message, std::optional<std::uint64_t> byte = {}) {
      return fail(ErrorCode::kBadFormat, std::move(message), {path_, 0, byte});
    };
    if (const std::size_t zero = text->find('\0'); zero != std::string::npos) {
      return bad("binary data, no text: a zero byte", zero);
    }
    if (const auto byte = find_invalid_utf8(*text)) {
      return bad("not valid UTF-8", *byte);
    }
    if (!has_words(*text)) return bad("there is no text in it");
    Document document;
    document.id = path_;
    document.text = std::move(*text);
    return document;
  }

  // Nothing for a blank line and at the end of the input, which it closes.
  std::optional<Result<Document>> next_of_lines() {
    const Result<bool> more = lines_->next_line(line_, options_.max_document);
    const Place place{path_, lines_->line_number(), {}};
    if (!more) {
      const Error& error = more.error();
      if (error.code != ErrorCode::kTooLarge) lines_.reset();
      return fail(error.code, error.message, place);
    }
    if (!*more) {
      lines_.reset();
      return std::nullopt;
    }
    std::string_view line = line_;
    if (place.line == 1 && line.starts_with(kByteOrderMark)) {
      line.remove_prefix(kByteOrderMark.size());
    }
    if (!has_words(line)) return std::nullopt;
    Result<Document> document = parse_document(line);
    if (!document) {
      document.error().place.file = place.file;
      document.error().place.line = place.line;
    }
    return document;
  }

  Result<Document> finish(Document document) {
    if (!seen_.add(document.id)) {
      return fail(
          ErrorCode::kDuplicate,
          fmt::format("the id \"{}\" was there before; ids must differ within a run", document.id),
          {path_, lines_ ? lines_->line_number() : 0, {}});
    }
    if (!document.date) document.date = options_.date;
    return document;
  }

  std::vector<std::string> paths_;
  SourceOptions options_;
  std::size_t next_path_ = 0;
  std::string path_;                 // of the current input, as messages name it
  std::optional<ByteSource> lines_;  // the current input when it is JSON Lines
  std::string line_;
  SeenIds seen_;
};

DocumentSource::DocumentSource(std::vector<std::string> paths, SourceOptions options)
    : state_(std::make_unique<State>(std::move(paths), options)) {}
DocumentSource::DocumentSource(DocumentSource&&) noexcept = default;
DocumentSource& DocumentSource::operator=(DocumentSource&&) noexcept = default;
DocumentSource::~DocumentSource() = default;

std::optional<Result<Document>> DocumentSource::next() { return state_->next(); }

}  // namespace entente
