// The rows of the measures as CSV and JSON Lines (docs/measures/README.md).
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "record/measure_rows.h"

namespace entente {

enum class TableForm : std::uint8_t { kCsv, kJsonLines };

// The whole table, in CSV with its head.  A missing figure is an empty cell in CSV
// and null in JSON; figures have six significant digits.
std::string measure_table(std::span<const PairRow> rows, TableForm form);
std::string measure_table(std::span<const TiltRow> rows, TableForm form);
std::string measure_table(std::span<const BlocRow> rows, TableForm form);
std::string measure_table(std::span<const ChangeRow> rows, TableForm form);
std::string measure_table(std::span<const SeriesRow> rows, TableForm form);

}  // namespace entente
