#include "alignment/question_acts.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <tuple>

namespace entente {
namespace {

// The party that the votes know, else the code, else the id.
std::string party_name(const VoteTable& votes, const std::string& code, const std::string& id) {
  if (votes.find(code)) return code;
  return id.empty() ? code : id;
}

void insert(std::vector<std::string>& sorted, std::string party) {
  const auto at = std::ranges::lower_bound(sorted, party);
  const bool known = at != sorted.end() && *at == party;
  if (!known && !party.empty()) sorted.insert(at, std::move(party));
}

}  // namespace

std::string QuestionAct::words() const {
  std::string text = fmt::format("{}", fmt::join(actors, ", "));
  if (!recipients.empty()) text += fmt::format(" → {}", fmt::join(recipients, ", "));
  text += fmt::format(": {}", to_string(type));
  if (!mode.empty()) text += "/" + mode;
  if (status != EventStatus::kAsserted) text += fmt::format(" ({})", to_string(status));
  return text;
}

bool QuestionAct::has_actor(std::string_view party) const {
  return std::ranges::find(actors, party) != actors.end();
}
bool QuestionAct::has_recipient(std::string_view party) const {
  return std::ranges::find(recipients, party) != recipients.end();
}

std::vector<QuestionAct> join_rows(std::span<const DyadicAct> rows, const VoteTable& votes,
                                   std::int32_t first, std::int32_t last) {
  std::vector<const DyadicAct*> order;
  for (const DyadicAct& row : rows) {
    const std::int32_t day = row.date.epoch_day();
    if (day >= first && day <= last) order.push_back(&row);
  }
  std::ranges::stable_sort(order, [](const DyadicAct* left, const DyadicAct* right) {
    return std::tie(left->date, left->id) < std::tie(right->date, right->id);
  });
  std::vector<QuestionAct> acts;
  for (const DyadicAct* row : order) {
    if (acts.empty() || acts.back().id != row->id) {
      acts.push_back({row->id,
                      row->date,
                      row->type,
                      row->mode,
                      row->status,
                      row->story,
                      row->stories,
                      {},
                      {}});
    }
    insert(acts.back().actors, party_name(votes, row->actor, row->actor_id));
    insert(acts.back().recipients, party_name(votes, row->recipient, row->recipient_id));
  }
  return acts;
}

bool is_between(const QuestionAct& act, const std::string& a, const std::string& b) {
  const bool forth = act.has_actor(a) && act.has_recipient(b);
  const bool back = act.has_actor(b) && act.has_recipient(a);
  return forth || back;
}

std::vector<const QuestionAct*> strongest(std::vector<const QuestionAct*> acts, Pick pick,
                                          std::size_t count) {
  const double sign = pick == Pick::kMostCooperative ? -1 : 1;
  std::ranges::sort(acts, [sign](const QuestionAct* left, const QuestionAct* right) {
    return std::tuple(sign * left->score(), right->date, left->id) <
           std::tuple(sign * right->score(), left->date, right->id);
  });
  acts.resize(std::min(acts.size(), count));
  return acts;
}

}  // namespace entente
