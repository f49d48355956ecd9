// Idea: the minimum spanning tree after Kruskal (1956), but two groups are joined only if none of
// their members contradict each other and they are alike on average; single links would chain the
// raids of Monday, Tuesday and Wednesday into one act.
//
// Example: "sanctions were imposed on Russia" fits both "the US imposed sanctions" and "the EU
// imposed sanctions": it joins the one it is more like, and then keeps the other out.
// It gets wrong: in groups of more than kMembers only the first ones are asked.
// Cost: the links times kMembers squared at the worst.
#include "story/cluster_acts.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

namespace entente {
namespace {

constexpr std::size_t kMembers = 12;  // of each group that are compared

class Groups {
 public:
  explicit Groups(const std::vector<const ActNode*>& nodes)
      : nodes_(nodes), parent_(nodes.size()), members_(nodes.size()) {
    std::iota(parent_.begin(), parent_.end(), 0U);
    for (std::uint32_t i = 0; i < nodes.size(); ++i) members_[i] = {i};
  }

  std::uint32_t root(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  bool may_join(std::uint32_t a, std::uint32_t b) {
    const auto sizes = std::pair(members_[a].size(), members_[b].size());
    const auto [at, fresh] = refused_.try_emplace({a, b});
    if (!fresh && at->second == sizes) return false;
    if (are_alike(members_[a], members_[b])) return true;
    at->second = sizes;
    return false;
  }

  void join(std::uint32_t a, std::uint32_t b) {
    const auto middle = static_cast<long>(members_[a].size());
    members_[a].insert(members_[a].end(), members_[b].begin(), members_[b].end());
    std::inplace_merge(members_[a].begin(), members_[a].begin() + middle, members_[a].end());
    members_[b].clear();
    parent_[b] = a;
  }

  std::vector<std::vector<std::uint32_t>> take() {
    std::erase_if(members_, [](const auto& group) { return group.empty(); });
    return std::move(members_);
  }

 private:
  bool are_alike(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) const {
    if (share_report(a, b)) return false;
    double sum = 0;
    std::size_t n = 0;
    const std::vector<const ActNode*> second = speakers(b);
    for (const ActNode* x : speakers(a)) {
      for (const ActNode* y : second) {
        const auto c = compare_acts(*x, *y);
        if (!c) return false;
        sum += c->score;
        ++n;
      }
    }
    return sum >= kSameActMean * static_cast<double>(n);
  }

  // Both have a telling of one report that told them apart.
  bool share_report(const std::vector<std::uint32_t>& a,
                    const std::vector<std::uint32_t>& b) const {
    const auto report = [&](std::uint32_t i) {
      const Telling& t = nodes_[i]->telling;
      return std::pair(t.document, has_happened(t.status));
    };
    std::set<std::pair<std::int64_t, bool>> reports;
    for (const std::uint32_t i : a) reports.insert(report(i));
    return std::ranges::any_of(b, [&](std::uint32_t i) { return reports.contains(report(i)); });
  }

  // The first member of each story; copies would say the same.
  std::vector<const ActNode*> speakers(const std::vector<std::uint32_t>& group) const {
    std::vector<const ActNode*> out;
    for (const std::uint32_t i : group) {
      const auto same_story = [&](const ActNode* other) {
        return other->telling.story == nodes_[i]->telling.story;
      };
      if (std::ranges::none_of(out, same_story)) out.push_back(nodes_[i]);
      if (out.size() == kMembers) break;
    }
    return out;
  }

  const std::vector<const ActNode*>& nodes_;
  std::vector<std::uint32_t> parent_;
  std::vector<std::vector<std::uint32_t>> members_;
  // Pairs that were refused, with their sizes then.
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<std::size_t, std::size_t>> refused_;
};

}  // namespace

ActClusters cluster_acts(const std::vector<const ActNode*>& nodes, std::vector<ActLink> links) {
  std::ranges::sort(links, [](const ActLink& a, const ActLink& b) {
    return std::tuple(-a.score, a.first, a.second) < std::tuple(-b.score, b.first, b.second);
  });
  links.erase(std::ranges::unique(links).begin(), links.end());
  Groups groups(nodes);
  ActClusters out;
  for (const ActLink& link : links) {
    std::uint32_t a = groups.root(link.first);
    std::uint32_t b = groups.root(link.second);
    if (a == b) continue;
    if (a > b) std::swap(a, b);
    if (!groups.may_join(a, b)) continue;
    groups.join(a, b);
    out.used.push_back(link);
  }
  out.clusters = groups.take();
  return out;
}

}  // namespace entente
