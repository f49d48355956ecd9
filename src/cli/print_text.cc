#include "cli/print_text.h"

#include "cli/exit_code.h"
#include "cli/output.h"

namespace entente {

int print_text(const Result<std::string>& text) {
  if (!text) {
    print_error(text.error());
    return kFailed;
  }
  Output output;
  output.write(*text);
  if (const Status written = output.finish(); !written) {
    print_error(written.error());
    return kFailed;
  }
  return kDone;
}

}  // namespace entente
