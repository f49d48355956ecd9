#include "model/model_file.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>

#include "base/file.h"
#include "model/hashed_table.h"
#include "model/model_layout.h"
#include "model/model_writer.h"

namespace entente {
namespace {

std::string write_temporary(const std::string& bytes) {
  const auto* info = testing::UnitTest::GetInstance()->current_test_info();
  const std::string path =
      testing::TempDir() + "/model_file_" + std::to_string(::getpid()) + info->name();
  EXPECT_TRUE(write_file_atomically(path, bytes));
  return path;
}

std::string small_model() {
  ModelWriter writer;
  writer.add_text("meta.json", "{}");
  const float values[] = {1, 2, 3, 4, 5, 6};
  const std::uint32_t shape[] = {2, 3};
  writer.add_tensor("net.W", values, shape);
  const std::uint32_t numbers[] = {7, 8};
  writer.add_u32("net.seeds", numbers);
  const std::uint64_t hashes[] = {9, std::uint64_t{1} << 60};
  writer.add_u64("net.keys", hashes);
  const std::string words[] = {"", "naïve", "x"};
  writer.add_strings("net.labels", words);
  writer.add_strings("net.none", {});
  return writer.finish();
}

TEST(ModelFile, GivesBackWhatWasWritten) {
  const auto model = ModelFile::open(write_temporary(small_model()));
  ASSERT_TRUE(model) << describe(model.error());
  EXPECT_EQ(model->text("meta.json").value(), "{}");
  const Tensor tensor = model->tensor("net.W").value();
  EXPECT_EQ(tensor.rank, 2U);
  EXPECT_EQ(tensor.dim(0), 2U);
  EXPECT_EQ(tensor.dim(1), 3U);
  ASSERT_EQ(tensor.values.size(), 6U);
  EXPECT_EQ(tensor.values[5], 6.0F);
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(tensor.values.data()) % 64, 0U);
  EXPECT_EQ(model->u32("net.seeds").value()[1], 8U);
  EXPECT_EQ(model->u64("net.keys").value()[1], std::uint64_t{1} << 60);
  const StringList labels = model->strings("net.labels").value();
  ASSERT_EQ(labels.size(), 3U);
  EXPECT_EQ(labels[0], "");
  EXPECT_EQ(labels[1], "naïve");
  EXPECT_EQ(labels[2], "x");
  EXPECT_EQ(model->strings("net.none").value().size(), 0U);
}

TEST(ModelFile, NamesAMissingSectionAndAWrongKind) {
  const auto model = ModelFile::open(write_temporary(small_model()));
  ASSERT_TRUE(model);
  EXPECT_EQ(model->text("no.such").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(model->text("net.W").error().code, ErrorCode::kBadFormat);
  EXPECT_EQ(model->tensor("net.seeds").error().code, ErrorCode::kBadFormat);
}

TEST(ModelFile, RefusesForeignFiles) {
  EXPECT_EQ(ModelFile::open("/no/such/file").error().code, ErrorCode::kNotFound);
  EXPECT_EQ(ModelFile::open(write_temporary("")).error().code, ErrorCode::kBadFormat);
  EXPECT_EQ(ModelFile::open(write_temporary("ENTMODEL")).error().code, ErrorCode::kBadFormat);
  EXPECT_EQ(ModelFile::open(write_temporary(std::string(1000, 'x'))).error().code,
            ErrorCode::kBadFormat);
}

TEST(ModelFile, RefusesAnotherVersion) {
  std::string bytes = small_model();
  bytes[8] = 2;
  EXPECT_EQ(ModelFile::open(write_temporary(bytes)).error().code, ErrorCode::kUnsupported);
}

TEST(ModelFile, RefusesEveryTruncation) {
  const std::string bytes = small_model();
  for (std::size_t size = 0; size < bytes.size(); size += 13) {
    EXPECT_FALSE(ModelFile::open(write_temporary(bytes.substr(0, size)))) << size;
  }
}

TEST(ModelFile, RefusesEveryChangedByteOfHeaderDirectoryAndContent) {
  const std::string bytes = small_model();
  for (std::size_t i = 0; i < bytes.size(); i += 7) {
    if (i >= 32 && i < 64) continue;  // reserved
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 0x55);
    EXPECT_FALSE(ModelFile::open(write_temporary(changed))) << i;
  }
}

TEST(HashedTable, FindsListsAndNothingElse) {
  ModelWriter writer;
  ASSERT_TRUE(internal::add_hashed(writer, "t", {{50, {"b", "c"}}, {7, {"a"}}, {60, {}}}, {}));
  const auto model = ModelFile::open(write_temporary(writer.finish()));
  ASSERT_TRUE(model);
  const auto table = HashedTable::open(*model, "t");
  ASSERT_TRUE(table) << describe(table.error());
  EXPECT_EQ(table->find_one(7), "a");
  const auto both = table->find(50);
  ASSERT_EQ(both.last - both.first, 2U);
  EXPECT_EQ(table->value(both.first + 1), "c");
  EXPECT_EQ(table->find_one(60), std::nullopt);
  EXPECT_EQ(table->find_one(8), std::nullopt);
}

TEST(HashedTable, RefusesTwoKeysWithOneHash) {
  ModelWriter writer;
  EXPECT_EQ(internal::add_hashed(writer, "t", {{1, {"a"}}, {1, {"b"}}}, {}).error().code,
            ErrorCode::kDuplicate);
}

}  // namespace
}  // namespace entente
