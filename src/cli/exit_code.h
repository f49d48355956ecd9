// What the program answers to the shell.
#pragma once

namespace entente {

enum ExitCode : int {
  kDone = 0,
  kSomeFailed = 1,  // done, but some inputs failed; each was named on standard error
  kFailed = 2,      // wrong usage, or nothing could be done
};

}  // namespace entente
