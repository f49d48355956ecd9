// Repairs run in four rounds, as later ones read what earlier ones mended:
// datelines and hyphens; tags and clauses; subjects left alone; what hangs on
// objects.  The parse is indexed between rounds.
//
// Example: "CAIRO, March 16 - Egypt called for talks." with CAIRO as the subject
// and Egypt in apposition: the dateline goes, Egypt takes its place.
// It gets wrong: "Rebels backed the plan." as a title without an object would be
// read as active only by its verb's class.
// Cost: linear.
#include "proposition/repair.h"

#include "proposition/repair_rules.h"

namespace entente {
namespace {

class Repairer {
 public:
  Repairer(Parse& parse, const std::vector<bool>& headline) : parse_(parse), headline_(headline) {}

  RepairCounts run() {
    mend_shape();
    mend_clauses();
    for (const TokenRange segment : parse_.segments()) {
      note(mend_orphan_subject(parse_, segment), counts_.orphan_subject);
    }
    settle();
    mend_objects();
    return counts_;
  }

 private:
  void note(bool mended, std::uint32_t& count) {
    if (!mended) return;
    ++count;
    changed_ = true;
  }

  void settle() {
    if (changed_) parse_.index();
    changed_ = false;
  }

  bool title(std::uint32_t i) const { return headline_[parse_.segment(i)]; }

  void mend_shape() {
    for (const TokenRange segment : parse_.segments()) {
      note(mend_dateline(parse_, segment), counts_.dateline);
    }
    for (std::uint32_t i = 1; i + 1 < parse_.size(); ++i)
      note(mend_hyphen(parse_, i), counts_.hyphen);
    settle();
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      note(mend_tagged_noun(parse_, i), counts_.tagged_noun);
      note(mend_tagged_verb(parse_, i), counts_.tagged_verb);
      note(mend_lost_name(parse_, i), counts_.lost_name);
      note(mend_progressive(parse_, i), counts_.progressive);
      note(mend_tagged_participle(parse_, i), counts_.tagged_participle);
    }
    for (const TokenRange segment : parse_.segments()) {
      note(mend_lost_verb(parse_, segment), counts_.lost_verb);
    }
  }

  void mend_clauses() {
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      note(mend_finite_relative(parse_, title(i), i), counts_.finite_relative);
      note(mend_title_infinitive(parse_, title(i), i), counts_.title_infinitive);
      note(mend_label(parse_, i), counts_.label);
      note(mend_in_order_to(parse_, i), counts_.in_order_to);
      note(mend_subject_tagged_clause(parse_, i), counts_.tagged_noun);
    }
    settle();
  }

  void mend_objects() {
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      note(mend_as_adjective(parse_, i), counts_.as_adjective);
      note(mend_as_phrase(parse_, i), counts_.as_phrase);
      note(mend_tail_speech(parse_, i), counts_.tail_speech);
      note(mend_title_comma(parse_, title(i), i), counts_.title_comma);
      note(mend_title_compound(parse_, title(i), i), counts_.title_compound);
      note(mend_naming_object(parse_, i), counts_.naming_object);
      note(mend_weekday_head(parse_, i), counts_.weekday_head);
    }
    settle();
    for (std::uint32_t i = 0; i < parse_.size(); ++i) {
      note(mend_named_apposition(parse_, i), counts_.named_apposition);
    }
    settle();
  }

  Parse& parse_;
  const std::vector<bool>& headline_;
  RepairCounts counts_;
  bool changed_ = false;
};

}  // namespace

// `i` hangs where `old` hung.
void take_place(Parse& parse, std::uint32_t i, std::uint32_t old) {
  if (parse.is_root(old)) {
    parse.attach(i, i, Dep::kRoot);
  } else if (parse.head(old) != i) {
    parse.attach(i, parse.head(old), parse.dep(old));
  } else {
    parse.attach(i, i, Dep::kRoot);
  }
}

RepairCounts repair(Parse& parse, const std::vector<bool>& headline) {
  return Repairer(parse, headline).run();
}

}  // namespace entente
