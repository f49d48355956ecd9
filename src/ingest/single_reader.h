// A reader of inputs that hold one document each.
#pragma once

#include <functional>
#include <memory>
#include <utility>

#include "ingest/reader.h"

namespace entente {

// Gives what `read` makes of the input, then the end.
class SingleReader : public Reader {
 public:
  using Read = std::function<Item(Input&)>;
  SingleReader(Input input, Read read) : input_(std::move(input)), read_(std::move(read)) {}

  bool repeats() const override { return input_.repeats; }

  Item next() override {
    if (std::exchange(done_, true)) return End{};
    return read_(input_);
  }

 private:
  Input input_;
  Read read_;
  bool done_ = false;
};

}  // namespace entente
