#include "ingest/csv_table.h"

namespace entente {

bool names_text_column(std::string_view head) { return head.starts_with("id,text"); }

}  // namespace entente
