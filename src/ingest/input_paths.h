// The files that the paths of a user name: themselves, those in folders and
// below, those that a glob matches.  Lazy: one folder at a time is listed.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace entente {

struct InputPath {
  std::string path;
  bool named = false;  // by the user, itself; not found in a folder
};

class InputPaths {
 public:
  explicit InputPaths(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  // The next file, folders' entries by name (bytes); nullopt at the end.
  // Hidden entries (".git") of folders are left out, symbolic links to files
  // followed, links to folders too unless they lead back up.  A path that has
  // one of *?[ and does not exist is a glob.  Errors: kNotFound (a glob that
  // matches nothing), kIo, kTooLarge (folders nested deeper than 64).
  std::optional<Result<InputPath>> next();

 private:
  // Entries of one folder, sorted; their names in one piece, since a folder may
  // have a million of them (a vector: moving it keeps the views valid).
  struct Folder {
    std::string path;
    std::vector<char> names;
    std::vector<std::string_view> entries;
    std::size_t next = 0;
  };
  std::optional<Result<InputPath>> visit(const std::string& path, bool named);
  Status enter(const std::string& path);
  Status expand_glob(const std::string& pattern);
  bool leads_back(const std::string& path) const;

  std::vector<std::string> paths_;
  std::size_t next_ = 0;
  std::vector<std::string> matches_;  // of a glob, in reverse order
  std::vector<Folder> open_;          // from the outermost in
};

}  // namespace entente
