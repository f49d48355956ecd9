#include "ingest/archive_reader.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/core.h>

#include <array>
#include <cerrno>
#include <utility>

#include "text/charset.h"

namespace entente {
namespace {

constexpr std::uint64_t kFreeExpansion = std::uint64_t{64} << 20;

// The archive of libarchive with the input that it reads.
class Unpacker {
 public:
  Unpacker(Input input, std::uint64_t max_expansion, Expansion& expansion)
      : input_(std::move(input)),
        max_expansion_(max_expansion),
        expansion_(expansion),
        handle_(archive_read_new()) {
    archive_read_support_filter_gzip(handle_);
    archive_read_support_filter_bzip2(handle_);
    archive_read_support_filter_xz(handle_);
    archive_read_support_filter_zstd(handle_);
    archive_read_support_format_tar(handle_);
    archive_read_support_format_zip_streamable(handle_);
    archive_read_support_format_raw(handle_);
    archive_read_support_format_empty(handle_);
  }
  Unpacker(const Unpacker&) = delete;
  Unpacker& operator=(const Unpacker&) = delete;
  ~Unpacker() { archive_read_free(handle_); }

  const Input& input() const { return input_; }

  // Reads what nobody wanted of the member before, so that the bound on
  // expansion holds for it too.
  Status finish_member() {
    std::array<char, 1 << 14> rest;
    while (in_member_) {
      const Result<std::size_t> n = read(rest, input_.name());
      if (!n) return std::unexpected(n.error());
    }
    return {};
  }

  // The next member; null at the end.
  Result<archive_entry*> next_member() {
    if (!opened_) {
      opened_ = true;
      if (archive_read_open(handle_, this, nullptr, &Unpacker::feed, nullptr) != ARCHIVE_OK) {
        return std::unexpected(error("cannot be unpacked"));
      }
    }
    if (bomb_) return nullptr;
    archive_entry* entry = nullptr;
    const int result = archive_read_next_header(handle_, &entry);
    if (result == ARCHIVE_EOF) return nullptr;
    in_member_ = result == ARCHIVE_OK || result == ARCHIVE_WARN;
    if (in_member_) return entry;
    return std::unexpected(error("cannot be unpacked further"));
  }

  bool is_raw() const {
    return (archive_format(handle_) & ARCHIVE_FORMAT_BASE_MASK) == ARCHIVE_FORMAT_RAW;
  }

  Result<std::size_t> read(std::span<char> buffer, const std::string& member) {
    const la_ssize_t n = archive_read_data(handle_, buffer.data(), buffer.size());
    in_member_ = n > 0;
    if (n < 0) {
      Error failed = error("cannot be unpacked");
      failed.place.file = member;
      return std::unexpected(std::move(failed));
    }
    expansion_.unpacked += static_cast<std::uint64_t>(n);
    if (expansion_.unpacked > kFreeExpansion &&
        (expansion_.unpacked - kFreeExpansion) / max_expansion_ > expansion_.read) {
      in_member_ = false;
      bomb_ = true;
      return fail(ErrorCode::kTooLarge,
                  fmt::format("{} bytes expand to more than {} times as many", expansion_.read,
                              max_expansion_),
                  {member, 0, {}});
    }
    return static_cast<std::size_t>(n);
  }

 private:
  static la_ssize_t feed(archive* handle, void* self, const void** bytes) {
    auto* unpacker = static_cast<Unpacker*>(self);
    const Result<std::size_t> n = unpacker->input_.bytes.read(unpacker->buffer_);
    if (!n) {
      archive_set_error(handle, EIO, "%s", n.error().message.c_str());
      unpacker->outer_code_ = n.error().code;
      return -1;
    }
    *bytes = unpacker->buffer_.data();
    return static_cast<la_ssize_t>(*n);
  }

  Error error(const char* what) const {
    const char* why = archive_error_string(handle_);
    return {outer_code_.value_or(ErrorCode::kBadFormat),
            fmt::format("{}: {}", what, why == nullptr ? "not a format that is known" : why),
            {input_.name(), 0, {}}};
  }

  Input input_;
  std::uint64_t max_expansion_;
  Expansion& expansion_;
  archive* handle_;
  bool opened_ = false;
  bool bomb_ = false;       // nothing more is read of it
  bool in_member_ = false;  // more of it may be left
  std::optional<ErrorCode> outer_code_;
  std::array<char, 1 << 16> buffer_{};
};

class MemberStream : public ByteStream {
 public:
  MemberStream(Unpacker& unpacker, std::string name)
      : unpacker_(unpacker), name_(std::move(name)) {}
  Result<std::size_t> read(std::span<char> buffer) override {
    return unpacker_.read(buffer, name_);
  }

 private:
  Unpacker& unpacker_;
  std::string name_;
};

// ".git/config", "__MACOSX/a": what systems leave behind.
bool is_hidden(std::string_view path) {
  if (path.starts_with("./")) path.remove_prefix(2);
  return path.starts_with('.') || path.find("/.") != std::string_view::npos ||
         path.starts_with("__MACOSX/");
}

std::string member_path(archive_entry* entry) {
  const char* path = archive_entry_pathname_utf8(entry);
  if (path == nullptr) path = archive_entry_pathname(entry);
  return path == nullptr ? "?" : decode_text(path, "").text;
}

class ArchiveReader : public Reader {
 public:
  ArchiveReader(Input input, const SourceOptions& options, Expansion& expansion)
      : unpacker_(std::make_unique<Unpacker>(std::move(input), options.max_expansion, expansion)) {}

  Item next() override {
    while (!done_) {
      if (Status finished = unpacker_->finish_member(); !finished && is_bomb(finished.error())) {
        done_ = true;
        return std::move(finished).error();
      }
      const Result<archive_entry*> entry = unpacker_->next_member();
      done_ = !entry || *entry == nullptr;
      if (!entry) return entry.error();
      if (*entry != nullptr && is_file(*entry)) return open(*entry);
    }
    return End{};
  }

 private:
  static bool is_bomb(const Error& error) { return error.code == ErrorCode::kTooLarge; }

  bool is_file(archive_entry* entry) const {
    return unpacker_->is_raw() ||
           (archive_entry_filetype(entry) == AE_IFREG && !is_hidden(member_path(entry)));
  }

  Input open(archive_entry* entry) const {
    const Input& outer = unpacker_->input();
    const bool raw = unpacker_->is_raw();
    std::string name = raw ? outer.name() : outer.name() + ":" + member_path(entry);
    auto stream = std::make_unique<MemberStream>(*unpacker_, name);
    Input member{ByteSource(std::move(name), std::move(stream))};
    member.format = outer.format;
    member.named = raw && outer.named;
    member.nesting = outer.nesting + 1;
    if (raw) {  // what was said of the packed bytes holds for the unpacked
      member.charset = outer.charset;
      member.url = outer.url;
      member.offset = outer.offset;
      member.repeats = outer.repeats;
    }
    return member;
  }

  std::unique_ptr<Unpacker> unpacker_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Reader> make_archive_reader(Input input, const SourceOptions& options,
                                            Expansion& expansion) {
  return std::make_unique<ArchiveReader>(std::move(input), options, expansion);
}

}  // namespace entente
