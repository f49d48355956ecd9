#include "ingest/http_response.h"

#include <charconv>
#include <optional>
#include <utility>

#include "text/ascii.h"

namespace entente {
namespace {

// "1a\r\n…\r\n0\r\n\r\n" joined; nullopt when it is not made like that, as of
// crawlers that join the chunks and keep the head as it was.
std::optional<std::string> join_chunks(std::string_view body) {
  std::string joined;
  while (true) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(body.data(), body.data() + body.size(), size, 16);
    const std::size_t line = body.find("\r\n");
    if (error != std::errc() || line == std::string_view::npos || end == body.data()) {
      return std::nullopt;
    }
    body.remove_prefix(line + 2);
    if (size == 0) return joined;
    if (size > body.size()) return std::nullopt;
    joined += body.substr(0, size);
    body.remove_prefix(size);
    if (body.starts_with("\r\n")) body.remove_prefix(2);
  }
}

int status_of(std::string_view line) {
  if (!line.starts_with("HTTP/")) return 0;
  int status = 0;
  const std::size_t blank = line.find(' ');
  if (blank != std::string_view::npos) {
    std::from_chars(line.data() + blank + 1, line.data() + line.size(), status);
  }
  return status;
}

}  // namespace

std::string HttpResponse::charset() const {
  const std::size_t at = content_type.find("charset=");
  if (at == std::string::npos) return "";
  const std::string rest = content_type.substr(at + 8);
  return rest.substr(0, rest.find(';'));
}

HttpResponse parse_http_response(std::string block) {
  HttpResponse response;
  bool chunked = false;
  std::size_t pos = 0;
  for (bool first = true; pos < block.size(); first = false) {
    const std::size_t end = std::min(block.find('\n', pos), block.size());
    const std::string_view line = trim_ascii(std::string_view(block).substr(pos, end - pos));
    pos = std::min(end + 1, block.size());
    if (first) {
      response.status = status_of(line);
      if (response.status == 0) return response;
    }
    if (line.empty()) break;
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = to_ascii_lower(line.substr(0, colon));
    const std::string value = to_ascii_lower(trim_ascii(line.substr(colon + 1)));
    if (name == "content-type") response.content_type = value;
    if (name == "content-encoding") response.encoding = value;
    if (name == "transfer-encoding") chunked = value.find("chunked") != std::string::npos;
  }
  response.body = std::move(block);
  response.body.erase(0, pos);
  if (chunked) {
    if (auto joined = join_chunks(response.body)) response.body = std::move(*joined);
  }
  return response;
}

}  // namespace entente
