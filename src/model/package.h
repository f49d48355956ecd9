// Reads the files of a language model package: a Python wheel, which is a zip.
//
// No code of the package is ever run.  Sizes are bounded, so that a hostile
// archive cannot exhaust memory.  One thread a Package.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

struct zip;

namespace entente {

class Package {
 public:
  // Opens the archive and finds the model folder in it: the one folder with
  // config.cfg and meta.json.  Errors: kNotFound, kIo; kTooLarge (more than
  // 512 MB); kBadFormat for no zip, or no or several model folders.
  static Result<Package> open(const std::string& path);
  // The same from bytes, which are copied.  `path` is used in messages only.
  static Result<Package> from_bytes(std::string_view bytes, std::string path);

  // A file of the model folder, by its name in there ("tagger/model").
  // Errors: kNotFound; kTooLarge (more than 256 MB); kBadFormat for a damaged
  // or encrypted entry.
  Result<std::string> read(std::string_view name) const;
  bool has(std::string_view name) const;
  // Where the model folder lies in the archive, with a slash at its end.
  const std::string& folder() const { return folder_; }
  // For messages: the archive and the file in it.
  Place place(std::string_view name) const;

 private:
  struct Closer {
    void operator()(zip* archive) const;
  };
  Status find_folder();
  std::string path_;
  std::string folder_;
  std::unique_ptr<zip, Closer> archive_;
};

}  // namespace entente
