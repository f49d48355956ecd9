// Feeds bytes to the readers of model files and packages.  The first byte picks
// the reader; a model file's checksum is put right, so that the bytes behind it
// are reached.
#include <unistd.h>
#include <xxhash.h>

#include <cstring>
#include <string>

#include "base/file.h"
#include "base/utf8.h"
#include "model/convert_nets.h"
#include "model/hashed_table.h"
#include "model/model_file.h"
#include "model/model_layout.h"
#include "model/package.h"
#include "model/thinc.h"
#include "nlp/attribute_ruler.h"
#include "nlp/lemmatizer.h"
#include "nlp/lexeme.h"
#include "nlp/tokenizer.h"

namespace {

using namespace entente;

void read_model(std::string bytes) {
  internal::ModelHeader header;
  if (bytes.size() >= sizeof header) {
    std::memcpy(&header, bytes.data(), sizeof header);
    header.file_size = bytes.size();
    header.checksum = XXH3_64bits(bytes.data() + sizeof header, bytes.size() - sizeof header);
    std::memcpy(bytes.data(), &header, sizeof header);
  }
  static const std::string path = "fuzz_model_file." + std::to_string(::getpid());
  if (!write_file_atomically(path, bytes)) return;
  if (const auto model = ModelFile::open(path)) {
    for (const ModelFile::Section& section : model->sections()) {
      (void)HashedTable::open(*model, section.name);
      if (const auto list = model->strings(section.name); list && list->size() > 0) {
        (void)(*list)[list->size() - 1];
      }
    }
    (void)AttributeRuler::load(*model);
    (void)Lemmatizer::load(*model);
    if (const auto lexemes = LexemeTable::load(*model, 100)) {
      (void)Tokenizer::load(*model, **lexemes);
    }
  }
  ::unlink(path.c_str());
}

void read_package(std::string_view bytes) {
  const auto package = Package::from_bytes(bytes, "fuzz");
  if (package) (void)package->read("meta.json");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0 || size > (1U << 20)) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  switch (data[0] % 4) {
    case 0:
      read_model(std::string(bytes));
      break;
    case 1:
      read_package(bytes);
      break;
    case 2:
      (void)internal::ThincModel::parse(bytes, {});
      break;
    default:
      (void)internal::order_moves(bytes, {});
      (void)AttributeRuler::parse(bytes, "fuzz");
      (void)AffixRules::parse(find_invalid_utf8(bytes) ? "" : bytes, "fuzz");
      break;
  }
  return 0;
}
