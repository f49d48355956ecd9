// All that was found in one document: what pipeline gives and view shows.
#pragma once

#include <memory>
#include <vector>

#include "record/document.h"
#include "record/event.h"
#include "record/reading.h"

namespace entente {

// Movable; the document keeps its address, since `reading` points into it.
struct CodedDocument {
  std::unique_ptr<Document> document;
  Reading reading;
  std::vector<Event> events;  // in the order of their first appearance
  std::vector<Rejection> rejections;
};

}  // namespace entente
