// Writes compact JSON into a string, key by key in the order of the calls.
// Fast and without a tree in memory; the caller keeps the order and nesting.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

class JsonWriter {
 public:
  // Appends to `out`, which must outlive the writer.
  explicit JsonWriter(std::string& out) : out_(out) {}

  void begin_object() { open('{'); }
  void end_object() { close('}'); }
  void begin_array() { open('['); }
  void end_array() { close(']'); }
  void key(std::string_view name);

  // REQUIRES: valid UTF-8.
  void string(std::string_view value);
  void integer(std::int64_t value);
  // The shortest form that reads back as the same double, always with a point.
  void number(double value);
  void boolean(bool value);
  void null();
  // `json` as it stands.
  void raw(std::string_view json);

  // A key with its value; `string_or_null` writes null for "".
  void string(std::string_view name, std::string_view value) {
    key(name);
    string(value);
  }
  void string_or_null(std::string_view name, std::string_view value);
  void integer(std::string_view name, std::int64_t value) {
    key(name);
    integer(value);
  }

 private:
  void open(char bracket);
  void close(char bracket);
  void separate();

  std::string& out_;
  bool need_comma_ = false;
};

}  // namespace entente
