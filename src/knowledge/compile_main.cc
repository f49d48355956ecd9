// entente_compile_knowledge TABLES IMAGE: checks data/knowledge and compiles it.
#include <fmt/core.h>

#include <cstdio>
#include <string_view>

#include "base/file.h"
#include "knowledge/check.h"
#include "knowledge/compile.h"

int main(int argc, char** argv) {
  if (argc != 3) {
    fmt::print(stderr, "usage: entente_compile_knowledge TABLES IMAGE\n");
    return 2;
  }
  const entente::KnowledgeTables tables = entente::read_tables(argv[1], entente::TableSet::kAll);
  const std::vector<entente::Error> errors = entente::check_tables(tables);
  for (const entente::Error& error : errors) fmt::print(stderr, "{}\n", entente::describe(error));
  if (!errors.empty()) return 1;
  const std::vector<std::byte> image = entente::compile_image(tables);
  const std::string_view content(reinterpret_cast<const char*>(image.data()), image.size());
  if (const auto written = entente::write_file_atomically(argv[2], content); !written) {
    fmt::print(stderr, "{}\n", entente::describe(written.error()));
    return 1;
  }
  return 0;
}
