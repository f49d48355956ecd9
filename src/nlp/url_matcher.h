// The tokenizer's rule for web and mail addresses, by PCRE2.
#pragma once

#include <memory>
#include <string_view>

#include "base/result.h"

struct pcre2_real_code_8;
struct pcre2_real_match_data_8;
struct pcre2_real_match_context_8;
struct pcre2_real_jit_stack_8;

namespace entente {

// Python's syntax in the package -> PCRE2's: \uXXXX, \UXXXXXXXX, \S with
// Python's white space, and no (?u).
std::string python_to_pcre2(std::string_view pattern);

// The compiled rule.  Immutable: free for any number of threads, each with its
// own Workspace.
class UrlMatcher {
 public:
  // Errors: kUnsupported for a pattern that PCRE2 refuses.
  static Result<UrlMatcher> compile(std::string_view pattern);

  // What one thread needs to match.
  class Workspace {
   public:
    Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

   private:
    friend class UrlMatcher;
    struct Parts;
    std::unique_ptr<Parts> parts_;
  };

  // Whether `text` from its start matches.  Every alternative of the rule needs
  // a dot, so text without one is refused at once.  A text on which the search
  // takes more than a bounded number of steps counts as no address.
  // REQUIRES: valid UTF-8.
  bool matches(std::string_view text, Workspace& workspace) const;

 private:
  struct Deleter {
    void operator()(pcre2_real_code_8* code) const;
  };
  std::unique_ptr<pcre2_real_code_8, Deleter> code_;
};

}  // namespace entente
