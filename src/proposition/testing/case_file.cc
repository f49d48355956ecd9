#include "proposition/testing/case_file.h"

#include <sstream>

namespace entente::testing {
namespace {

std::string unescape(std::string_view s) {
  std::string result;
  for (std::size_t i = 0; i < s.size(); ++i) {
    if (s[i] == '\\' && i + 1 < s.size() && s[i + 1] == 'n') {
      result += '\n';
      ++i;
    } else {
      result += s[i];
    }
  }
  return result;
}

}  // namespace

Result<std::vector<PropositionCase>> parse_case_file(std::string_view content,
                                                     const std::string& path) {
  std::vector<PropositionCase> cases;
  std::istringstream in{std::string(content)};
  std::uint32_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const bool is_text = line.starts_with("text ");
    if (is_text || line.starts_with("title ")) {
      if (!cases.empty() && cases.back().expected.empty()) {
        return fail(ErrorCode::kBadFormat, "a text without an expectation",
                    {path, cases.back().line, {}});
      }
      cases.push_back({number,
                       is_text ? Section::kText : Section::kTitle,
                       unescape(std::string_view(line).substr(is_text ? 5 : 6)),
                       {}});
    } else if (line.starts_with("  ") && !cases.empty()) {
      cases.back().expected.push_back(line.substr(line.find_first_not_of(' ')));
    } else {
      return fail(ErrorCode::kBadFormat, "expected 'text', 'title' or an indented expectation",
                  {path, number, {}});
    }
  }
  if (!cases.empty() && cases.back().expected.empty()) {
    return fail(ErrorCode::kBadFormat, "a text without an expectation",
                {path, cases.back().line, {}});
  }
  return cases;
}

}  // namespace entente::testing
