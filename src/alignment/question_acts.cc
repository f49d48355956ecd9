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

}  // namespace

std::string QuestionAct::words() const {
  std::string text = fmt::format("{}", fmt::join(actors, ", "));
  if (!recipients.empty()) text += fmt::format(" → {}", fmt::join(recipients, ", "));
  text += fmt::format(": {}", to_string(type));
  if (!mode.empty()) text += "/" + mode;
  if (status != EventStatus::kAsserted) text += fmt::format(" ({})", to_string(status));
  return text;
}

std::vector<QuestionAct> join_rows(std::span<const DyadicAct> rows, const VoteTable& votes,
                                   std::int32_t first, std::int32_t last) {
  std::map<std::int64_t, QuestionAct> acts;
  for (const DyadicAct& row : rows) {
    const std::int32_t day = row.date.epoch_day();
    if (day < first || day > last) continue;
    QuestionAct& act = acts[row.id];
    act.id = row.id;
    act.date = row.date.to_string();
    act.type = row.type;
    act.mode = row.mode;
    act.status = row.status;
    act.story = row.story;
    act.stories = row.stories;
    const std::string actor = party_name(votes, row.actor, row.actor_id);
    const std::string recipient = party_name(votes, row.recipient, row.recipient_id);
    if (!actor.empty()) act.actors.insert(actor);
    if (!recipient.empty()) act.recipients.insert(recipient);
  }
  std::vector<QuestionAct> result;
  for (auto& [id, act] : acts) result.push_back(std::move(act));
  std::ranges::stable_sort(result, {}, &QuestionAct::date);
  return result;
}

bool is_between(const QuestionAct& act, const std::string& a, const std::string& b) {
  const bool forth = act.actors.contains(a) && act.recipients.contains(b);
  const bool back = act.actors.contains(b) && act.recipients.contains(a);
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
