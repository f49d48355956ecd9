// Archives (zip, tar) and compressed files, member by member, as a stream.
#pragma once

#include <memory>

#include "ingest/reader.h"

namespace entente {

// Gives an Input for each member, named "archive:member"; the one of a file
// that is only compressed keeps the file's name.  Directories, links and
// hidden members are left out.  Nothing is written to disk.  A member that
// cannot be unpacked is an error of its own where the archive can go on behind
// it.  `expansion` bounds all levels together (SourceOptions::max_expansion).
std::unique_ptr<Reader> make_archive_reader(Input input, const SourceOptions& options,
                                            Expansion& expansion);

}  // namespace entente
