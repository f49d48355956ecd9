#include "alignment/dyads.h"

namespace entente {
namespace {

bool is_reciprocal(EventType type) {
  return type == EventType::kAgree || type == EventType::kConsult || type == EventType::kSupport ||
         type == EventType::kCooperate || type == EventType::kRetreat ||
         type == EventType::kAssault;
}

// CAMEO 036, "express intent to meet", is talk and no substantive agreement.
std::string mode_of(const EventRecord& record) {
  if (record.event.type == EventType::kAgree && record.cameo.starts_with("036")) return "meet";
  return std::string(record.mode());
}

std::optional<Date> day_of(const EventRecord& record) {
  if (record.event.date) return record.event.date->first;
  return record.report.published;
}

DyadicAct dyad(const EventRecord& record, std::int64_t id, std::int64_t story, Date date,
               const Entity& actor, const Entity& recipient) {
  return {id,
          date,
          record.event.date_precision,
          actor.code,
          recipient.code,
          actor.id,
          recipient.id,
          record.event.type,
          mode_of(record),
          record.event.status,
          story,
          static_cast<std::uint32_t>(1 + record.event.mentions.size()),
          1,
          1,
          record.origin};
}

}  // namespace

std::vector<DyadicAct> dyads_of(const EventRecord& record, std::int64_t id, std::int64_t story) {
  std::vector<DyadicAct> acts;
  const std::optional<Date> date = day_of(record);
  if (!date || !record.has_type) return acts;
  const Event& event = record.event;
  for (const Entity& actor : event.actors) {
    for (const Entity& recipient : event.recipients) {
      acts.push_back(dyad(record, id, story, *date, actor, recipient));
    }
  }
  if (!event.recipients.empty() || !is_reciprocal(event.type)) return acts;
  for (std::size_t i = 0; i < event.actors.size(); ++i) {
    for (std::size_t j = i + 1; j < event.actors.size(); ++j) {
      acts.push_back(dyad(record, id, story, *date, event.actors[i], event.actors[j]));
    }
  }
  return acts;
}

}  // namespace entente
