// Tables of things that many rows name: each is there once and has a number.
//
// Writers ask for the number of a thing; it is remembered, looked up, or made.
// One thread at a time.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/result.h"
#include "store/sqlite.h"

namespace entente {

class Dictionary {
 public:
  // `find` gives the id for the values, `insert` makes the row; both take the
  // same parameters.
  static Result<Dictionary> open(const sqlite::Connection& connection, std::string_view find,
                                 std::string_view insert);

  template <typename... Values>
  Result<std::int64_t> id(const Values&... values) {
    key_.clear();
    (append_key(values), ...);
    if (const auto known = ids_.find(key_); known != ids_.end()) return known->second;
    find_.bind(values...);
    const Result<bool> found = find_.step();
    if (!found) return std::unexpected(found.error());
    const std::int64_t old = *found ? find_.integer(0) : 0;
    find_.reset();
    if (*found) return remember(old);
    ENTENTE_TRY(insert_.run(values...));
    return remember(connection_->last_id());
  }

  // After a transaction was undone: what was made in it is no more.
  void forget() { ids_.clear(); }

 private:
  Dictionary(const sqlite::Connection& connection, sqlite::Statement find, sqlite::Statement insert)
      : connection_(&connection), find_(std::move(find)), insert_(std::move(insert)) {}

  void append_key(std::optional<std::string_view> value) {
    if (value) key_ += *value;
    key_ += '\x1F';  // no text of a table has this character
  }
  void append_key(std::int64_t value) { append_key(std::to_string(value)); }
  void append_key(const std::optional<double>& value);

  std::int64_t remember(std::int64_t id);

  const sqlite::Connection* connection_;
  sqlite::Statement find_;
  sqlite::Statement insert_;
  std::unordered_map<std::string, std::int64_t> ids_;
  std::string key_;
};

}  // namespace entente
