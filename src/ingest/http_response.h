// An HTTP response as a web archive keeps it.
#pragma once

#include <string>
#include <string_view>

namespace entente {

struct HttpResponse {
  int status = 0;            // 0: this is no response
  std::string content_type;  // lower case, with its parameters
  std::string encoding;      // of the body: "gzip", "br"; empty: none
  std::string body;          // chunks joined; still packed when `encoding` says so

  // Of "text/html; charset=utf-8": "utf-8".
  std::string charset() const;
};

// Lenient: what is missing stays empty.  Linear.
HttpResponse parse_http_response(std::string block);

}  // namespace entente
