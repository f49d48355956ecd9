// The tables of a package that are no networks -> sections of a model file.
#pragma once

#include "base/result.h"
#include "model/language_tables.h"
#include "model/model_writer.h"
#include "model/package.h"

namespace entente::internal {

// Each adds the sections that docs/model-file.md names.  Errors: kNotFound,
// kBadFormat, kTooLarge, kDuplicate; kUnsupported for content that the runtime
// does not know.

// tokenizer.*: regular expressions and exceptions.
Status convert_tokenizer(const Package& package, ModelWriter& writer);
// lexeme_norm.*: the norms of single words.
Status convert_norms(const Package& package, ModelWriter& writer);
// lemma.*: rules, exceptions and known base forms by part of speech.
Status convert_lemmas(const Package& package, const LanguageTables& tables, ModelWriter& writer);
// attribute_ruler: its patterns, as JSON.
Status convert_ruler(const Package& package, ModelWriter& writer);

}  // namespace entente::internal
