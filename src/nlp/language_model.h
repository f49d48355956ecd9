// The language model as one object: text in, Analysis out.
//
//   auto model = LanguageModel::open(path);
//   Analyzer analyzer(*model);                       // one a thread
//   Analysis analysis = analyzer.analyze(text, Section::kText);
//
// A LanguageModel is immutable and shared by any number of threads; an
// Analyzer belongs to one.  What analyze() returns depends on the text only:
// not on earlier texts, threads, caches or the processor.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "nlp/kernels.h"
#include "nlp/margins.h"
#include "record/analysis.h"

namespace entente {

struct LanguageModelOptions {
  // Instruction set; nullptr: the best that the machine has.
  const Kernels* kernels = nullptr;
  // Word forms whose first network layers are kept, in each of two networks;
  // 3.8 KB each.  More is faster for long runs, and changes nothing else.
  std::size_t cached_rows = 8192;
  // Word forms that are kept with their attributes; about 250 bytes each.
  std::size_t cached_lexemes = 100'000;
};

class LanguageModel {
 public:
  // Opens a converted model file (docs/model-file.md).  Errors: kNotFound,
  // kIo, kBadFormat; kUnsupported for a file of another version or a model of
  // another design.
  static Result<LanguageModel> open(const std::string& path,
                                    const LanguageModelOptions& options = {});

  LanguageModel(LanguageModel&&) noexcept;
  LanguageModel& operator=(LanguageModel&&) noexcept;
  ~LanguageModel();

  // Names the weights and tables: the checksum of the file.
  std::uint64_t checksum() const;

 private:
  friend class Analyzer;
  struct Parts;
  explicit LanguageModel(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

class Analyzer {
 public:
  // The longest text that is analysed whole, in bytes.  What lies behind is not
  // read: the Analysis then ends at the last token before.
  static constexpr std::size_t kMaxBytes = std::size_t{1} << 28;

  // `model` must outlive the analyzer.  About 10 MB.
  explicit Analyzer(const LanguageModel& model);
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;
  ~Analyzer();

  // REQUIRES: `text` is valid UTF-8 and outlives the result.  `margins`, if
  // given, gets how sure the decisions were.  Linear in the text.
  Analysis analyze(std::string_view text, Section section, Margins* margins = nullptr);

 private:
  struct Workspace;
  std::unique_ptr<Workspace> workspace_;
};

}  // namespace entente
