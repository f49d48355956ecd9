// Definite phrases, in the order of the sieve:
//   members      "the two leaders", "both sides": a coordination of that size,
//                the members of an alliance named beside it, or the states of
//                the last sentences when there are just so many
//   counterpart  "his Chinese counterpart": the office of "his", in China
//   same noun    "the ministry": the last referent called by that noun
//   kind         "the alliance", "the country": the last referent of that kind
//   neighbour    "the neighbouring country": the last state that borders on the subject's
//   home         "the government", "police": the state of source or dateline,
//                or the only state of the text
//
// Wrong for "the group" after two groups where the earlier one is meant.
// Cost: a bounded look-back a phrase.
#include "actor/references.h"

#include <algorithm>
#include <array>

#include "actor/noun_classes.h"

namespace entente {
namespace {

bool is_state_entity(const Entity& e) {
  return e.id.size() == 3 && e.id == e.code && e.code != "UNO" && e.code != "EUR" &&
         e.code != "IGO";
}

bool is_state(const Description& what) {
  return (what.nature == Nature::kState || what.nature == Nature::kPlace) &&
         what.entities.size() == 1 && is_state_entity(what.entities[0]);
}

bool wants_persons(const Description& d) {
  return !d.nouns.empty() && is_class(d.nouns[0], kLeaderNoun | kOfficeNoun);
}

// Roles that only a state's institutions have.
bool is_institution(const Description& d) {
  static const std::vector<std::string> kPublic = {"GOV", "MIL", "COP", "LEG", "JUD", "SPY"};
  return !d.entities.empty() && !d.entities[0].sectors.empty() &&
         std::ranges::find(kPublic, d.entities[0].sectors[0]) != kPublic.end();
}

// "the unions", "the opposition" of a report about one state are that state's.
bool is_domestic(const Description& d) {
  static const std::vector<std::string> kDomestic = {"LAB", "OPP", "AGR", "EDU", "MED", "PTY"};
  return !d.entities.empty() && !d.entities[0].sectors.empty() &&
         std::ranges::find(kDomestic, d.entities[0].sectors[0]) != kDomestic.end();
}

// "foreign governments", "other ministers".
bool is_of_others(const Site& site) {
  constexpr std::array<std::string_view, 9> kOthers = {
      "foreign", "other", "western", "several", "various", "rival", "allied", "coalition", "many"};
  const PhraseTree& tree = site.view.tree();
  return std::ranges::any_of(tree.children(site.token), [&](std::uint32_t c) {
    return std::ranges::find(kOthers, tree.lower(c)) != kOthers.end();
  });
}

}  // namespace

// Lets `d` stand for the referent.
void References::refer(std::uint32_t index, std::string_view how, std::string_view rule,
                       Description& d) const {
  const Referent& referent = memory_.referent(index);
  const auto own_sectors = d.entities.empty() ? std::vector<std::string>{} : d.entities[0].sectors;
  d.nature = referent.what.nature;
  d.surname = referent.what.surname;
  d.organisation = referent.what.organisation;
  d.office = referent.what.office;
  d.coordination = referent.what.coordination;
  d.kind = referent.what.kind == MentionKind::kPlace ? MentionKind::kActor : referent.what.kind;
  if (d.gender == Gender::kUnknown) d.gender = referent.what.gender;
  d.entities = referent.what.entities;
  for (Entity& e : d.entities) {
    e.resolved_by = referent.what.nature == Nature::kDocument ? "document" : how;
    e.antecedent = referent.named_at;
    if (e.sectors.empty() && referent.what.organisation.empty()) e.sectors = own_sectors;
  }
  d.why = std::string(rule) + " -> " + referent.named_at.text;
}

bool References::resolve_name(const Site& site, Description& d) const {
  const auto index = memory_.by_name(d.surname);
  if (!index || d.surname.empty()) return false;
  const Referent& known = memory_.referent(*index);
  const std::string told = d.entities.empty() ? "" : d.entities[0].id;
  const std::string before = known.what.entities.empty() ? "" : known.what.entities[0].id;
  if (!told.empty() && !before.empty() && told != before) return false;
  if (d.nature == Nature::kPerson && known.what.nature != Nature::kPerson) return false;
  // "Hunter Biden" is not the Biden of before.
  if (d.nature == Nature::kPerson && !d.entities.empty() && d.entities[0].person &&
      d.entities[0].person->name.find(' ') != std::string::npos && !known.what.entities.empty() &&
      known.what.entities[0].person &&
      known.what.entities[0].person->name != d.entities[0].person->name)
    return false;
  if (!told.empty() && before.empty()) return false;
  const bool same_text = known.named_at.text == site.view.tree().phrase_text(site.token);
  refer(*index, same_text ? "name" : "coreference", "name of before", d);
  return true;
}

bool References::resolve_definite(const Site& site, const PhraseResolver& phrases,
                                  Description& d) const {
  if (d.nature == Nature::kDocument) {
    const auto document = memory_.last([](const Referent& r, const Seen&) {
      return r.what.nature == Nature::kDocument && !r.what.entities.empty();
    });
    if (!document) return is_class(d.nouns[0], kAllianceNoun) && by_kind(site, d);
    refer(document->referent, "document", "document", d);
    return true;
  }
  if (!d.beside.empty()) return by_neighbour(site, d);
  return by_members(site, d) || by_same_noun(site, d) || by_neighbour(site, d) ||
         by_kind(site, d) ||
         (!is_of_others(site) && by_home(phrases, site.view.tree().is_definite(site.token), d));
}

bool References::by_members(const Site& site, Description& d) const {
  const PhraseTree& tree = site.view.tree();
  const auto word = tree.lower(site.token);
  unsigned count = tree.count(site.token);
  if (word == "both") count = 2;
  if (count == 0) count = parse_small_number(word);
  const bool plural = d.plural || count > 1;
  if (!plural || d.nouns.empty()) return false;
  if (count == 0 && !tree.is_definite(site.token)) return false;
  const bool fits = is_class(d.nouns[0], kStateNoun | kLeaderNoun | kOfficeNoun | kPartyNoun |
                                             kGovernmentNoun | kGroupNoun | kBodyNoun);
  if (!fits || (count == 0 && is_class(d.nouns[0], kGroupNoun | kBodyNoun))) return false;
  return by_coordination(site, count, d) || by_alliance_members(site, count, d) ||
         by_recent_states(site, count, d);
}

bool References::by_coordination(const Site& site, unsigned count, Description& d) const {
  if (count == 0 && !is_class(d.nouns[0], kLeaderNoun | kStateNoun | kGovernmentNoun | kPairNoun) &&
      d.nouns[0] != "minister" && d.nouns[0] != "president")
    return false;
  const bool persons = wants_persons(d);
  const bool states = is_class(d.nouns[0], kStateNoun | kGovernmentNoun);
  const auto found = memory_.last([&](const Referent& r, const Seen& seen) {
    if (!seen.coordinated || (count != 0 && r.what.entities.size() != count)) return false;
    if (seen.sentence + 12 < site.sentence) return false;
    if (persons && r.what.nature != Nature::kPerson && count == 0) return false;
    if (states && !std::ranges::all_of(r.what.entities, is_state_entity)) return false;
    return std::ranges::none_of(r.what.entities, [](const Entity& e) { return e.id.empty(); });
  });
  if (!found) return false;
  refer(found->referent, "members", "coordination of that size", d);
  if (states)
    for (Entity& e : d.entities) e.person.reset();
  d.plural = true;
  return true;
}

bool References::by_alliance_members(const Site& site, unsigned count, Description& d) const {
  if (count < 2 || !is_class(d.nouns[0], kStateNoun | kPartyNoun | kGovernmentNoun | kLeaderNoun))
    return false;
  std::string_view alliance;
  auto has_size = [&](std::string_view id) {
    return knowledge_.members(id, date_).size() == count;
  };
  // An alliance of the same sentence may come later in it.
  const TokenRange sentence = site.view.analysis().sentences[site.view.tree().sentence(site.token)];
  const auto end = std::min(sentence.last, site.token + 60);
  for (auto i = site.token; i < end && alliance.empty(); ++i) {
    const NameUse* name = site.view.name_at(i);
    if (name != nullptr && name->best().kind == NameKind::kOrganisation &&
        has_size(name->best().key))
      alliance = name->best().key;
  }
  if (alliance.empty()) {
    const auto seen = memory_.last([&](const Referent& r, const Seen&) {
      return !r.what.organisation.empty() && has_size(r.what.organisation);
    });
    if (seen) alliance = memory_.referent(seen->referent).what.organisation;
  }
  if (alliance.empty()) return false;
  d.entities.clear();
  for (std::string_view code : knowledge_.members(alliance, date_)) {
    Entity e;
    e.id = code;
    e.code = code;
    const auto state = knowledge_.state(code);
    e.name = state ? state->name : code;
    e.sectors = {"GOV"};
    e.resolved_by = "members";
    if (state) e.row = state->row.to_string();
    d.entities.push_back(std::move(e));
  }
  d.kind = MentionKind::kActor;
  d.nature = Nature::kState;
  d.plural = true;
  d.coordination = true;
  d.why = "members of " + std::string(alliance);
  return true;
}

// The states of this and the last two sentences, when there are exactly so many.
bool References::by_recent_states(const Site& site, unsigned count, Description& d) const {
  if (count < 2) return false;
  const bool persons = wants_persons(d);
  for (std::uint32_t back = 0; back <= 2; ++back) {
    std::vector<std::uint32_t> found;
    for (const Seen& seen :
         memory_.recent([&](const Seen& s) { return s.sentence + back >= site.sentence; })) {
      const Description& what = memory_.referent(seen.referent).what;
      const bool fits = persons ? what.nature == Nature::kPerson && what.resolved()
                                : is_state(what) && !seen.place;
      if (fits && !seen.coordinated && !seen.speaker &&
          std::ranges::find(found, seen.referent) == found.end())
        found.push_back(seen.referent);
    }
    if (found.size() > count) return false;
    if (found.size() < count) continue;
    std::ranges::reverse(found);
    Description all;
    for (auto index : found) {
      Description one;
      refer(index, "members", "all of the last sentences", one);
      for (Entity& e : one.entities) all.entities.push_back(std::move(e));
      all.nature = one.nature;
    }
    d.entities = std::move(all.entities);
    d.nature = all.nature;
    d.kind = MentionKind::kActor;
    d.plural = true;
    d.coordination = true;
    d.why = "the only ones of the last sentences";
    return true;
  }
  return false;
}

bool References::by_same_noun(const Site& site, Description& d) const {
  if (d.nouns.empty() || (d.plural && !site.view.tree().is_definite(site.token))) return false;
  const std::string& noun = d.nouns[0];
  const std::string text = site.view.tree().phrase_text(site.token);
  // "the foreign secretary" is not the secretary of state of before.
  const std::string& wanted = d.title.size() > noun.size() ? d.title : noun;
  const auto found = memory_.last([&](const Referent& r, const Seen& seen) {
    if (seen.coordinated || !r.what.resolved() || r.what.plural != d.plural) return false;
    if (seen.sentence == site.sentence && seen.token == site.token) return false;
    if (d.owner_unknown && r.named_at.text != text) return false;
    const bool head = d.office == Office::kHeadOfState || d.office == Office::kHeadOfGovernment ||
                      d.office == Office::kLeader;
    if (head && d.office == r.what.office) return true;
    return std::ranges::find(r.what.nouns, wanted) != r.what.nouns.end();
  });
  if (!found) return false;
  refer(found->referent, "coreference", "same noun", d);
  return true;
}

bool References::by_kind(const Site& site, Description& d) const {
  if (d.nouns.empty() || d.plural || d.title == "international community") return false;
  const std::string& noun = d.nouns[0];
  const auto kinds = knowledge_.kinds_of_noun(noun);
  if (!kinds.empty()) {
    const auto found = memory_.last([&](const Referent& r, const Seen&) {
      if (r.what.organisation.empty()) return false;
      if (r.what.nature == Nature::kGroup) return std::ranges::find(kinds, "group") != kinds.end();
      const auto body = knowledge_.organisation(r.what.organisation);
      return body && std::ranges::find(kinds, body->kind) != kinds.end();
    });
    if (found) {
      refer(found->referent, "coreference", "kind", d);
      return true;
    }
  }
  if (!is_class(noun, kStateNoun)) return false;
  // "the country": the state of this or the last sentences; open when several are level.
  std::optional<std::uint32_t> state;
  std::uint32_t sentence = 0;
  bool subject = false;
  for (const Seen& seen :
       memory_.recent([&](const Seen& s) { return s.sentence + 3 >= site.sentence; })) {
    if (!is_state(memory_.referent(seen.referent).what) || seen.coordinated) continue;
    if (seen.sentence == site.sentence && seen.token >= site.token) continue;
    if (!has_form(memory_.referent(seen.referent).what.entities[0], noun)) continue;
    if (state && (seen.sentence < sentence || subject)) break;
    if (state && *state != seen.referent && !seen.subject) return false;
    state = seen.referent;
    sentence = seen.sentence;
    subject = seen.subject;
  }
  if (!state) return false;
  refer(*state, "coreference", "kind", d);
  return true;
}

// Whether "the kingdom", "the island" may be said of the state; "the country" of all.
bool References::has_form(const Entity& state, std::string_view noun) const {
  const auto info = knowledge_.state(state.id);
  if (!info) return false;
  if (noun == "island") return info->neighbours.empty();
  const std::string_view form = noun == "monarchy" ? "kingdom" : noun;
  if (!is_class(form, kFormNoun)) return true;
  std::string official(info->official_name);
  for (char& c : official)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  if (official.find(form) != std::string::npos) return true;
  const auto named = knowledge_.find_phrase(std::string(form) + " of " + std::string(info->name));
  return std::ranges::any_of(named, [&](const Candidate& c) { return c.id == state.id; });
}

bool References::by_neighbour(const Site& site, Description& d) const {
  const PhraseTree& tree = site.view.tree();
  const bool noun = !d.nouns.empty() && (d.nouns[0] == "neighbour" || d.nouns[0] == "neighbor");
  const bool adjective = std::ranges::any_of(tree.children(site.token), [&](std::uint32_t c) {
    return tree.lower(c).starts_with("neighbo") && tree.dep(c) != Dep::kPoss;
  });
  if (d.plural || !(noun || (adjective && is_class(d.nouns.empty() ? "" : d.nouns[0], kStateNoun))))
    return false;
  std::string home = d.beside;
  if (home.empty()) {
    const auto subject = memory_.last([&](const Referent& r, const Seen& seen) {
      return seen.subject && (is_state(r.what) || r.what.nature == Nature::kPerson) &&
             r.what.entities.size() == 1 && is_state_entity(r.what.entities[0]);
    });
    if (!subject) return false;
    home = memory_.referent(subject->referent).what.entities[0].id;
  }
  const auto info = knowledge_.state(home);
  if (!info) return false;
  const auto found = memory_.last([&](const Referent& r, const Seen&) {
    return is_state(r.what) && r.what.entities[0].id != home &&
           std::ranges::find(info->neighbours, r.what.entities[0].id) != info->neighbours.end();
  });
  if (!found) return false;
  refer(found->referent, "coreference", "neighbour of " + home, d);
  return true;
}

bool References::resolve_title(Description& d) const {
  if (d.nouns.empty() || !d.entities[0].id.empty() || home_.entity.id.empty()) return false;
  if (!is_institution(d) || business_ || !is_class(d.nouns[0], kOfficeNoun)) return false;
  Entity& e = d.entities[0];
  e.id = home_.entity.id;
  e.code = home_.entity.code;
  e.name = home_.entity.name;
  e.resolved_by = home_.found_by;
  d.why += "; state by " + home_.found_by;
  return true;
}

bool References::by_home(const PhraseResolver& phrases, bool definite, Description& d) const {
  // "the regime" is always somebody else's.
  const bool public_role = is_institution(d);
  if (d.owner_unknown || is_class(d.nouns.empty() ? "" : d.nouns[0], kForeignNoun)) return false;
  if (!public_role && !(definite && is_domestic(d))) return false;
  if (business_ && !is_class(d.nouns[0], kGovernmentNoun)) return false;
  Entity home = home_.entity;
  std::string how = home_.found_by;
  if (home.id.empty() || !public_role) {
    const std::string sole = memory_.dominant_state();
    const auto state = knowledge_.state(sole);
    if (sole.empty() || !state) return false;
    home.id = home.code = sole;
    home.name = state->name;
    home.row = state->row.to_string();
    how = "sole";
  }
  Entity& e = d.entities[0];
  e.id = home.id;
  e.code = home.code;
  e.name = home.name;
  e.row = home.row;
  e.resolved_by = how;
  if (!d.plural && d.nature == Nature::kPerson) {
    phrases.fill_holder(d.office, d.title, e);
  }
  d.why += "; state by " + how;
  return true;
}

}  // namespace entente
