#include "ingest/document_source.h"

#include <fmt/core.h>
#define XXH_INLINE_ALL
#include <xxhash.h>

#include <filesystem>
#include <system_error>
#include <unordered_set>
#include <utility>

#include "ingest/input_paths.h"
#include "ingest/reader.h"
#include "text/charset.h"
#include "text/language.h"

namespace entente {
namespace {

constexpr std::pair<std::string_view, InputFormat> kFormatNames[] = {
    {"auto", InputFormat::kAuto},   {"text", InputFormat::kText}, {"html", InputFormat::kHtml},
    {"jsonl", InputFormat::kJsonl}, {"rss", InputFormat::kFeed},  {"warc", InputFormat::kWarc},
    {"csv", InputFormat::kCsv}};

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

std::optional<InputFormat> parse_input_format(std::string_view name) {
  for (const auto& [known, format] : kFormatNames) {
    if (known == name) return format;
  }
  return std::nullopt;
}

class DocumentSource::State {
 public:
  State(std::vector<std::string> paths, SourceOptions options)
      : paths_(std::move(paths)), options_(options) {}

  std::optional<Result<Document>> next() {
    for (;;) {
      std::optional<Result<Document>> document = readers_.empty() ? open_next_file() : read_on();
      counts_.bytes = closed_bytes_ + expansion_.read;
      if (document) {
        ++(*document ? counts_.documents : counts_.failures);
        return document;
      }
      if (readers_.empty() && at_end_) return std::nullopt;
    }
  }

  const SourceCounts& counts() const { return counts_; }

 private:
  // Opens the next file; its error, if it cannot be.
  std::optional<Result<Document>> open_next_file() {
    std::optional<Result<InputPath>> found = paths_.next();
    at_end_ = !found;
    if (!found) return std::nullopt;
    if (!*found) return std::unexpected(std::move(*found).error());
    const std::string& path = (*found)->path;
    closed_bytes_ += std::exchange(expansion_, {}).read;
    Result<std::unique_ptr<ByteStream>> stream = open_file_stream(path, &expansion_.read);
    if (!stream) return std::unexpected(std::move(stream).error());
    ++counts_.files;
    std::string name = path == "-" ? "standard input" : decode_text(path, "").text;
    Input input{ByteSource(std::move(name), std::move(*stream))};
    input.format = options_.format;
    input.named = (*found)->named;
    return open(std::move(input));
  }

  std::optional<Result<Document>> open(Input input) {
    Result<std::unique_ptr<Reader>> reader = open_reader(std::move(input), options_, expansion_);
    if (!reader) return std::unexpected(std::move(reader).error());
    if (*reader == nullptr) {
      ++counts_.passed_over;
    } else {
      readers_.push_back(std::move(*reader));
    }
    return std::nullopt;
  }

  // What the innermost open reader gives next, if that is a document or an error.
  std::optional<Result<Document>> read_on() {
    Item item = readers_.back()->next();
    if (auto* document = std::get_if<Document>(&item)) {
      return finish(std::move(*document), readers_.back()->repeats());
    }
    if (auto* error = std::get_if<Error>(&item)) return std::unexpected(std::move(*error));
    if (auto* input = std::get_if<Input>(&item)) return open(std::move(*input));
    if (std::holds_alternative<PassedOver>(item)) {
      ++counts_.passed_over;
    } else {
      readers_.pop_back();
    }
    return std::nullopt;
  }

  std::optional<Result<Document>> finish(Document document, bool repeats) {
    if (repeats) {
      if (!seen_.add(document.id + '\0' + document.text)) {
        ++counts_.repeated;
        return std::nullopt;
      }
      make_unique(document.id);
    } else if (!seen_.add(document.id)) {
      return fail(
          ErrorCode::kDuplicate,
          fmt::format("the id \"{}\" was there before; ids must differ within a run", document.id),
          {document.origin.file, document.origin.line, {}});
    }
    if (!document.date) document.date = options_.date;
    if (document.language.empty()) document.language = recognise_language(document.text);
    return document;
  }

  // Another text under an id that was there: "id#2", "id#3".
  void make_unique(std::string& id) {
    if (seen_.add(id)) return;
    for (int number = 2;; ++number) {
      std::string numbered = fmt::format("{}#{}", id, number);
      if (!seen_.add(numbered)) continue;
      id = std::move(numbered);
      return;
    }
  }

  InputPaths paths_;
  SourceOptions options_;
  bool at_end_ = false;
  std::uint64_t closed_bytes_ = 0;                // read of the files before
  Expansion expansion_;                           // of the file that is open; readers hold on to it
  std::vector<std::unique_ptr<Reader>> readers_;  // each opened by the one before
  SeenIds seen_;
  SourceCounts counts_;
};

DocumentSource::DocumentSource(std::vector<std::string> paths, SourceOptions options)
    : state_(std::make_unique<State>(std::move(paths), options)) {}
DocumentSource::DocumentSource(DocumentSource&&) noexcept = default;
DocumentSource& DocumentSource::operator=(DocumentSource&&) noexcept = default;
DocumentSource::~DocumentSource() = default;

std::optional<Result<Document>> DocumentSource::next() { return state_->next(); }
const SourceCounts& DocumentSource::counts() const { return state_->counts(); }

InputTotals measure_inputs(const std::vector<std::string>& paths) {
  InputPaths found(paths);
  InputTotals totals;
  while (const auto path = found.next()) {
    if (!*path || (*path)->path == "-") continue;
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size((*path)->path, error);
    if (error) continue;
    ++totals.files;
    totals.bytes += size;
  }
  return totals;
}

}  // namespace entente
