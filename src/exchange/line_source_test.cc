#include "exchange/line_source.h"

#include <archive.h>
#include <archive_entry.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace entente {
namespace {

struct Read {
  std::vector<std::string> lines;
  std::vector<std::string> files;  // of each line
  std::vector<std::string> errors;
};

Read read_all(LineSource& source) {
  Read read;
  std::string_view line;
  for (int i = 0; i < 1000; ++i) {
    const Result<bool> more = source.next(line);
    if (!more) {
      read.errors.push_back(describe(more.error()));
      continue;
    }
    if (!*more) return read;
    read.lines.emplace_back(line);
    read.files.push_back(source.place().file);
  }
  return read;
}

Read read_bytes(std::string bytes) {
  Result<LineSource> source = LineSource::from_memory(std::move(bytes), "file");
  if (!source) return {{}, {}, {describe(source.error())}};
  return read_all(*source);
}

// The contents as an archive in memory: files by name.
std::string pack(int format, int filter,
                 const std::vector<std::pair<std::string, std::string>>& files) {
  std::string bytes(1 << 20, '\0');
  std::size_t used = 0;
  archive* a = archive_write_new();
  archive_write_set_format(a, format);
  archive_write_add_filter(a, filter);
  archive_write_open_memory(a, bytes.data(), bytes.size(), &used);
  for (const auto& [name, content] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(content.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    archive_write_header(a, entry);
    archive_write_data(a, content.data(), content.size());
    archive_entry_free(entry);
  }
  archive_write_close(a);
  archive_write_free(a);
  bytes.resize(used);
  return bytes;
}

using Lines = std::vector<std::string>;

TEST(LineSource, LineEndsMarksAndTheLastLine) {
  EXPECT_EQ(read_bytes("a\tb\r\nc\n\nd").lines, (Lines{"a\tb", "c", "", "d"}));
  EXPECT_EQ(read_bytes("\xEF\xBB\xBF"
                       "a\nb\n")
                .lines,
            (Lines{"a", "b"}));
  EXPECT_EQ(read_bytes("").lines, Lines{});
}

TEST(LineSource, Gzip) {
  const Read read = read_bytes(pack(ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"x", "a\nb\n"}}));
  EXPECT_EQ(read.lines, (Lines{"a", "b"}));
  EXPECT_EQ(read.files, (Lines{"file", "file"}));
}

TEST(LineSource, EveryFileOfAnArchiveCountsItsOwnLines) {
  const Read read = read_bytes(
      pack(ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, {{"one.tab", "a\nb"}, {"two.tab", "c\n"}}));
  EXPECT_EQ(read.lines, (Lines{"a", "b", "c"}));
  EXPECT_EQ(read.files, (Lines{"file:one.tab", "file:one.tab", "file:two.tab"}));
}

TEST(LineSource, DamageIsOneErrorAndTheEnd) {
  std::string bytes =
      pack(ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, {{"x", std::string(90000, 'a')}});
  bytes.resize(bytes.size() / 2);
  const Read read = read_bytes(std::move(bytes));
  EXPECT_EQ(read.errors.size(), 1U);
}

TEST(LineSource, ALineBeyondTheLimitIsSkipped) {
  const Read read = read_bytes("a\n" + std::string(LineSource::kMaxLine + 10, 'x') + "\nb\n");
  EXPECT_EQ(read.lines, (Lines{"a", "b"}));
  ASSERT_EQ(read.errors.size(), 1U);
  EXPECT_TRUE(read.errors[0].starts_with("file:2: the line has 4194314 bytes")) << read.errors[0];
}

TEST(LineSource, NoFileAndFolder) {
  EXPECT_EQ(LineSource::open("/nothing/here").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(LineSource::open("/").error().code, ErrorCode::kIo);
}

}  // namespace
}  // namespace entente
