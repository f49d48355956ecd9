#include "ingest/input_paths.h"

#include <fmt/core.h>
#include <glob.h>

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

namespace entente {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMaxFolders = 64;

std::unexpected<Error> io_error(const std::string& path, const std::error_code& error) {
  return fail(ErrorCode::kIo, fmt::format("cannot read the folder: {}", error.message()),
              {path, 0, {}});
}

bool is_there(const std::string& path) {
  std::error_code ignored;
  return fs::exists(fs::symlink_status(path, ignored));
}

}  // namespace

std::optional<Result<InputPath>> InputPaths::next() {
  for (;;) {
    std::optional<Result<InputPath>> found;
    if (!open_.empty()) {
      Folder& folder = open_.back();
      if (folder.next == folder.entries.size()) {
        open_.pop_back();
        continue;
      }
      const std::string_view name = folder.entries[folder.next++];
      found = visit((fs::path(folder.path) / name).string(), false);
    } else if (!matches_.empty()) {
      const std::string path = std::move(matches_.back());
      matches_.pop_back();
      found = visit(path, true);
    } else if (next_ < paths_.size()) {
      const std::string& path = paths_[next_++];
      if (path.find_first_of("*?[") != std::string::npos && !is_there(path)) {
        if (Status expanded = expand_glob(path); !expanded) {
          return std::unexpected(std::move(expanded).error());
        }
        continue;
      }
      found = visit(path, true);
    } else {
      return std::nullopt;
    }
    if (found) return found;
  }
}

// A file, an error, or nothing when `path` is a folder, which is open then, or
// a thing in a folder that is neither (a socket).
std::optional<Result<InputPath>> InputPaths::visit(const std::string& path, bool named) {
  std::error_code error;
  const fs::file_status status = path == "-" ? fs::file_status() : fs::status(path, error);
  if (fs::is_directory(status)) {
    if (leads_back(path)) return std::nullopt;
    if (Status entered = enter(path); !entered) return std::unexpected(std::move(entered).error());
    return std::nullopt;
  }
  if (!named && fs::exists(status) && !fs::is_regular_file(status)) return std::nullopt;
  return InputPath{path, named};
}

bool InputPaths::leads_back(const std::string& path) const {
  std::error_code error;
  if (!fs::is_symlink(fs::symlink_status(path, error))) return false;
  return std::ranges::any_of(
      open_, [&](const Folder& folder) { return fs::equivalent(folder.path, path, error); });
}

Status InputPaths::enter(const std::string& path) {
  if (open_.size() == kMaxFolders) {
    return fail(ErrorCode::kTooLarge, fmt::format("folders nested deeper than {}", kMaxFolders),
                {path, 0, {}});
  }
  std::error_code error;
  Folder folder;
  folder.path = path;
  std::vector<std::size_t> ends;
  for (fs::directory_iterator entry(path, error), end; !error && entry != end;
       entry.increment(error)) {
    const std::string name = entry->path().filename().string();
    if (name.starts_with('.')) continue;
    folder.names.insert(folder.names.end(), name.begin(), name.end());
    ends.push_back(folder.names.size());
  }
  if (error) return io_error(path, error);
  Folder& kept = open_.emplace_back(std::move(folder));
  kept.entries.reserve(ends.size());
  std::size_t begin = 0;
  for (const std::size_t stop : ends) {
    kept.entries.push_back(std::string_view(kept.names.data() + begin, stop - begin));
    begin = stop;
  }
  std::ranges::sort(kept.entries);
  return {};
}

Status InputPaths::expand_glob(const std::string& pattern) {
  glob_t found{};
  const int result = ::glob(pattern.c_str(), 0, nullptr, &found);
  for (std::size_t i = found.gl_pathc; result == 0 && i > 0; --i) {
    matches_.emplace_back(found.gl_pathv[i - 1]);
  }
  ::globfree(&found);
  if (result == 0) return {};
  return fail(ErrorCode::kNotFound, "no file has a name like this", {pattern, 0, {}});
}

}  // namespace entente
