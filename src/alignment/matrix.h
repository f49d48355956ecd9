// A square table of numbers, one row and column a party.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace entente {

class Matrix {
 public:
  explicit Matrix(std::size_t size, double value = 0) : size_(size), cells_(size * size, value) {}

  std::size_t size() const { return size_; }
  double& operator()(std::size_t row, std::size_t column) { return cells_[row * size_ + column]; }
  double operator()(std::size_t row, std::size_t column) const {
    return cells_[row * size_ + column];
  }
  std::span<const double> row(std::size_t index) const {
    return std::span(cells_).subspan(index * size_, size_);
  }

 private:
  std::size_t size_;
  std::vector<double> cells_;
};

}  // namespace entente
