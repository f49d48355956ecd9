#define PCRE2_CODE_UNIT_WIDTH 8
#include "nlp/url_matcher.h"

#include <fmt/core.h>
#include <pcre2.h>

#include <string>

namespace entente {
namespace {

// Steps that a search may take; an ordinary address takes a few hundred.  The
// rule is quadratic in the worst case ("a.a.a.a…@"), so this bounds the time of
// one call to a few milliseconds.
constexpr std::uint32_t kMatchLimit = 200'000;
constexpr std::size_t kJitStackStart = std::size_t{32} << 10;
constexpr std::size_t kJitStackMax = std::size_t{1} << 20;

// What is white space in Python, inside a class of PCRE2.
constexpr std::string_view kNoSpace =
    R"([^\x{9}-\x{d}\x{1c}-\x{20}\x{85}\x{a0}\x{1680}\x{2000}-\x{200a}\x{2028}\x{2029}\x{202f}\x{205f}\x{3000}])";

}  // namespace

std::string python_to_pcre2(std::string_view pattern) {
  constexpr std::string_view kUnicodeFlag = "(?u)";
  if (pattern.starts_with(kUnicodeFlag)) pattern.remove_prefix(kUnicodeFlag.size());
  std::string out;
  while (!pattern.empty()) {
    if (pattern.front() != '\\' || pattern.size() < 2) {
      out += pattern.front();
      pattern.remove_prefix(1);
      continue;
    }
    const char kind = pattern[1];
    const std::size_t digits = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
    if (kind == 'S') {
      out += kNoSpace;
    } else if (digits != 0) {
      out += fmt::format("\\x{{{}}}", pattern.substr(2, digits));
    } else {
      out += pattern.substr(0, 2);
    }
    pattern.remove_prefix(std::min(pattern.size(), 2 + digits));
  }
  return out;
}

void UrlMatcher::Deleter::operator()(pcre2_real_code_8* code) const { pcre2_code_free(code); }

struct UrlMatcher::Workspace::Parts {
  pcre2_match_data* data = pcre2_match_data_create(1, nullptr);
  pcre2_match_context* context = pcre2_match_context_create(nullptr);
  pcre2_jit_stack* stack = pcre2_jit_stack_create(kJitStackStart, kJitStackMax, nullptr);

  Parts() {
    pcre2_set_match_limit(context, kMatchLimit);
    pcre2_jit_stack_assign(context, nullptr, stack);
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;
  ~Parts() {
    pcre2_match_data_free(data);
    pcre2_match_context_free(context);
    pcre2_jit_stack_free(stack);
  }
};

UrlMatcher::Workspace::Workspace() : parts_(std::make_unique<Parts>()) {}
UrlMatcher::Workspace::Workspace(Workspace&&) noexcept = default;
UrlMatcher::Workspace& UrlMatcher::Workspace::operator=(Workspace&&) noexcept = default;
UrlMatcher::Workspace::~Workspace() = default;

Result<UrlMatcher> UrlMatcher::compile(std::string_view pattern) {
  const std::string translated = python_to_pcre2(pattern);
  int error = 0;
  PCRE2_SIZE offset = 0;
  UrlMatcher matcher;
  matcher.code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(translated.data()),
                                    translated.size(), PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED,
                                    &error, &offset, nullptr));
  if (matcher.code_ == nullptr) {
    PCRE2_UCHAR message[200];
    pcre2_get_error_message(error, message, sizeof message);
    return fail(ErrorCode::kUnsupported,
                fmt::format("the tokenizer's rule for addresses: {} at {}",
                            reinterpret_cast<const char*>(message), offset));
  }
  // Without JIT support in the library the interpreter gives the same result.
  pcre2_jit_compile(matcher.code_.get(), PCRE2_JIT_COMPLETE);
  return matcher;
}

bool UrlMatcher::matches(std::string_view text, Workspace& workspace) const {
  if (text.find('.') == std::string_view::npos) return false;
  return pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()), text.size(), 0,
                     PCRE2_NO_UTF_CHECK, workspace.parts_->data, workspace.parts_->context) >= 0;
}

}  // namespace entente
