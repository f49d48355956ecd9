#include "actor/memory.h"

#include <algorithm>

namespace entente {

// Two mentions with the same identity are one referent; "" is like nothing else.
std::string Memory::identity(const Description& what) {
  if (what.coordination) {
    std::string key = "all";
    for (const Entity& e : what.entities)
      key += " " + e.id + (e.person ? ":" + e.person->name : "");
    return key;
  }
  if (what.nature == Nature::kDocument || what.nature == Nature::kThing) return "";
  std::string key;
  if (what.nature == Nature::kPerson) {
    if (!what.entities.empty() && what.entities[0].person && !what.entities[0].person->name.empty())
      return "person " + what.entities[0].person->name;
    return what.surname.empty() ? "" : "person " + what.surname;
  }
  for (const Entity& e : what.entities) {
    if (e.id.empty()) return what.surname.empty() ? "" : "name " + what.surname;
    key += e.id + " ";
  }
  if (key.empty()) return what.surname.empty() ? "" : "name " + what.surname;
  if (what.nature == Nature::kState || what.nature == Nature::kPlace) return key;
  if (!what.organisation.empty()) return "organisation " + what.organisation;
  return key + (what.nouns.empty() ? "" : what.nouns.front());
}

std::uint32_t Memory::add(const Description& what, const Antecedent& where, Seen seen) {
  const std::string key = identity(what);
  auto index = static_cast<std::uint32_t>(referents_.size());
  if (!key.empty()) {
    const auto [it, fresh] = by_identity_.try_emplace(key, index);
    index = it->second;
  }
  if (index == referents_.size()) {
    referents_.push_back({what, where, 0});
  } else {
    Referent& known = referents_[index];
    if (known.what.gender == Gender::kUnknown) known.what.gender = what.gender;
    // Bounded: a text that calls one person by a thousand words is no news report.
    for (const std::string& noun : what.nouns)
      if (known.what.nouns.size() < 12 && !std::ranges::count(known.what.nouns, noun))
        known.what.nouns.push_back(noun);
    if (where.text.size() > known.named_at.text.size() && known.what.nature == what.nature)
      known.named_at = where;
  }
  ++referents_[index].mentions;
  count_state(what);
  seen.referent = index;
  seen_.push_back(seen);
  return index;
}

std::optional<std::uint32_t> Memory::by_name(std::string_view name) const {
  const auto it = by_name_.find(std::string(name));
  if (it == by_name_.end()) return std::nullopt;
  return it->second;
}

void Memory::give_name(std::string name, std::uint32_t referent) {
  if (!name.empty()) by_name_.try_emplace(std::move(name), referent);
}

std::optional<Seen> Memory::last(const std::function<bool(const Referent&, const Seen&)>& accept,
                                 std::size_t limit) const {
  for (std::size_t back = 0; back < limit && back < seen_.size(); ++back) {
    const Seen& seen = seen_[seen_.size() - 1 - back];
    if (accept(referents_[seen.referent], seen)) return seen;
  }
  return std::nullopt;
}

std::vector<Seen> Memory::recent(const std::function<bool(const Seen&)>& go_on,
                                 std::size_t limit) const {
  std::vector<Seen> out;
  for (std::size_t back = 0; back < limit && back < seen_.size(); ++back) {
    const Seen& seen = seen_[seen_.size() - 1 - back];
    if (!go_on(seen)) break;
    out.push_back(seen);
  }
  return out;
}

void Memory::count_state(const Description& what) {
  if (what.nature == Nature::kMedia || what.entities.size() != 1) return;
  const Entity& e = what.entities[0];
  if (e.id.size() != 3 || e.id != e.code || e.code == "UNO" || e.code == "EUR") return;
  ++state_mentions_;
  const unsigned count = ++state_counts_[e.id];
  if (top_state_.empty() || count > state_counts_[top_state_]) top_state_ = e.id;
}

std::string Memory::dominant_state() const {
  if (top_state_.empty()) return "";
  const unsigned count = state_counts_.at(top_state_);
  return 5 * count >= 4 * state_mentions_ ? top_state_ : "";
}

}  // namespace entente
