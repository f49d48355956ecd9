#include "cli/input_options.h"

#include <fmt/core.h>

#include <algorithm>
#include <thread>

namespace entente {

void InputOptions::add_to(CLI::App& command) {
  command.add_option("FILE", files,
                     "reports to read: files, folders, archives, globs; - or none: standard input");
  command
      .add_option("--format", format,
                  "what the files are: text, html (one report a file), jsonl (one a line), csv "
                  "(one a row), rss (one an item), warc (one a page), auto (by name, else by the "
                  "first bytes)")
      ->check(CLI::IsMember({"auto", "text", "html", "jsonl", "rss", "warc", "csv"}))
      ->capture_default_str();
  command.add_option("--date", date, "YYYY-MM-DD: publication date of reports that bring none");
  command.add_option("--threads", threads, "number of threads; default: all cores")
      ->check(CLI::Range(1, 1024));
}

Result<DocumentSource> InputOptions::open() const {
  SourceOptions options;
  options.format = parse_input_format(format).value_or(InputFormat::kAuto);
  if (!date.empty()) {
    options.date = Date::parse(date);
    if (!options.date) {
      return fail(
          ErrorCode::kUsage,
          fmt::format("--date must be a day that exists, as YYYY-MM-DD, found \"{}\"", date));
    }
  }
  return DocumentSource(files.empty() ? std::vector<std::string>{"-"} : files, options);
}

std::size_t InputOptions::thread_count() const {
  return threads != 0 ? threads : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace entente
