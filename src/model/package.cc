#include "model/package.h"

#include <fmt/core.h>
#include <zip.h>

#include <cstdlib>
#include <optional>

#include "base/file.h"

namespace entente {
namespace {

constexpr std::size_t kMaxArchive = std::size_t{512} << 20;
constexpr std::size_t kMaxEntry = std::size_t{256} << 20;
constexpr zip_int64_t kMaxEntries = 10'000;

std::string error_text(zip_error_t& error) {
  std::string text = zip_error_strerror(&error);
  zip_error_fini(&error);
  return text;
}

struct EntryCloser {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

void Package::Closer::operator()(zip* archive) const { zip_discard(archive); }

Place Package::place(std::string_view name) const {
  return {fmt::format("{}!{}{}", path_, folder_, name), 0, {}};
}

Result<Package> Package::open(const std::string& path) {
  auto bytes = read_file(path, kMaxArchive);
  if (!bytes) return std::unexpected(std::move(bytes).error());
  return from_bytes(*bytes, path);
}

Result<Package> Package::from_bytes(std::string_view bytes, std::string path) {
  Package package;
  package.path_ = std::move(path);
  if (bytes.empty()) {  // libzip would not free its copy
    return fail(ErrorCode::kBadFormat, "not a wheel: an empty file", {package.path_, 0, {}});
  }
  zip_error_t error;
  zip_error_init(&error);
  // libzip owns this copy (last argument 1), so the Package can be moved.
  void* copy = std::malloc(bytes.size() + 1);
  if (copy == nullptr) return fail(ErrorCode::kTooLarge, "out of memory", {package.path_, 0, {}});
  bytes.copy(static_cast<char*>(copy), bytes.size());
  zip_source_t* source = zip_source_buffer_create(copy, bytes.size(), 1, &error);
  if (source == nullptr) {
    std::free(copy);
    return fail(ErrorCode::kIo, error_text(error), {package.path_, 0, {}});
  }
  zip_t* archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    zip_source_free(source);
    return fail(ErrorCode::kBadFormat, fmt::format("not a wheel: {}", error_text(error)),
                {package.path_, 0, {}});
  }
  package.archive_.reset(archive);
  ENTENTE_TRY(package.find_folder());
  return package;
}

Status Package::find_folder() {
  const zip_int64_t count = zip_get_num_entries(archive_.get(), 0);
  if (count > kMaxEntries) {
    return fail(ErrorCode::kTooLarge, fmt::format("{} files in the archive", count),
                {path_, 0, {}});
  }
  std::optional<std::string> found;
  constexpr std::string_view kMark = "config.cfg";
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* raw = zip_get_name(archive_.get(), static_cast<zip_uint64_t>(i), 0);
    const std::string_view name = raw == nullptr ? "" : raw;
    if (!name.ends_with(kMark)) continue;
    folder_ = name.substr(0, name.size() - kMark.size());
    if (!folder_.empty() && !folder_.ends_with('/')) continue;
    if (!has("meta.json")) continue;
    if (found) {
      return fail(ErrorCode::kBadFormat,
                  fmt::format("two models in one package: {} and {}", *found, folder_),
                  {path_, 0, {}});
    }
    found = folder_;
  }
  if (!found) {
    return fail(ErrorCode::kBadFormat, "no model (config.cfg and meta.json) in this package",
                {path_, 0, {}});
  }
  folder_ = *found;
  return {};
}

bool Package::has(std::string_view name) const {
  return zip_name_locate(archive_.get(), fmt::format("{}{}", folder_, name).c_str(), 0) >= 0;
}

Result<std::string> Package::read(std::string_view name) const {
  const std::string full = fmt::format("{}{}", folder_, name);
  zip_stat_t info;
  if (zip_stat(archive_.get(), full.c_str(), 0, &info) != 0) {
    return fail(ErrorCode::kNotFound, "the package has no such file", place(name));
  }
  if ((info.valid & ZIP_STAT_SIZE) == 0 || info.size > kMaxEntry) {
    return fail(ErrorCode::kTooLarge, fmt::format("more than {} bytes", kMaxEntry), place(name));
  }
  const std::unique_ptr<zip_file_t, EntryCloser> file(
      zip_fopen_index(archive_.get(), info.index, 0));
  if (file == nullptr) {
    return fail(ErrorCode::kBadFormat, zip_strerror(archive_.get()), place(name));
  }
  // The size in the directory is a claim: grow with what really comes.
  std::string content;
  char buffer[1 << 16];
  for (;;) {
    const zip_int64_t n = zip_fread(file.get(), buffer, sizeof buffer);
    if (n < 0) return fail(ErrorCode::kBadFormat, zip_file_strerror(file.get()), place(name));
    if (n == 0) break;
    content.append(buffer, static_cast<std::size_t>(n));
    if (content.size() > info.size) {
      return fail(ErrorCode::kBadFormat, "longer than the archive says", place(name));
    }
  }
  if (content.size() != info.size) {
    return fail(ErrorCode::kBadFormat, "shorter than the archive says", place(name));
  }
  return content;
}

}  // namespace entente
