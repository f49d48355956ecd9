#include "record/cameo.h"

#include <algorithm>
#include <cassert>
#include <iterator>

namespace entente {
namespace {

struct Row {
  EventType type;
  std::string_view mode;  // "" for the type itself
  CameoCode cameo;
};

using enum EventType;

// clang-format off
constexpr Row kRows[] = {
    {kAgree, "", {"030", "Express intent to cooperate"}},
    {kConsult, "", {"040", "Consult"}},
    {kConsult, "visit", {"042", "Make a visit"}},
    {kConsult, "third-party", {"045", "Mediate"}},
    {kConsult, "multilateral", {"046", "Engage in negotiation"}},
    {kConsult, "phone", {"041", "Discuss by telephone"}},
    {kSupport, "", {"050", "Engage in diplomatic cooperation"}},
    {kConcede, "", {"080", "Yield"}},
    {kCooperate, "", {"060", "Engage in material cooperation"}},
    {kAid, "", {"070", "Provide aid"}},
    {kRetreat, "", {"087", "De-escalate military engagement"}},
    {kRetreat, "withdraw", {"0874", "Retreat or surrender militarily"}},
    {kRetreat, "release", {"0841", "Return, release person(s)"}},
    {kRetreat, "disarm", {"0873", "Demobilize armed forces"}},
    {kRetreat, "ceasefire", {"0871", "Declare truce, ceasefire"}},
    {kRetreat, "access", {"086", "Allow international involvement"}},
    {kRetreat, "resign", {"0832", "Accede to demands for change in leadership"}},
    {kRequest, "", {"100", "Demand"}},
    {kRequest, "assist", {"103", "Demand material aid"}},
    {kRequest, "change", {"104", "Demand political reform"}},
    {kRequest, "yield", {"105", "Demand that target yields"}},
    {kRequest, "meet", {"106", "Demand meeting, negotiation"}},
    {kAccuse, "", {"112", "Accuse"}},
    {kAccuse, "disapprove", {"111", "Criticize or denounce"}},
    {kAccuse, "investigate", {"090", "Investigate"}},
    {kAccuse, "allege", {"112", "Accuse"}},
    {kReject, "", {"120", "Reject"}},
    {kReject, "assist", {"122", "Reject request or demand for material aid"}},
    {kReject, "change", {"123", "Reject request or demand for political reform"}},
    {kReject, "yield", {"124", "Refuse to yield"}},
    {kReject, "meet", {"125", "Reject proposal to meet, discuss, or negotiate"}},
    {kThreaten, "", {"130", "Threaten"}},
    {kThreaten, "restrict", {"132", "Threaten with administrative sanctions"}},
    {kThreaten, "arrest", {"137", "Threaten with repression"}},
    {kThreaten, "relations", {"131", "Threaten non-force"}},
    {kThreaten, "expel", {"1322", "Threaten to ban political parties or politicians"}},
    {kThreaten, "territory", {"1382", "Threaten occupation"}},
    {kThreaten, "violence", {"138", "Threaten with military force"}},
    {kProtest, "", {"140", "Engage in political dissent"}},
    {kProtest, "demo", {"141", "Demonstrate or rally"}},
    {kProtest, "riot", {"145", "Protest violently, riot"}},
    {kProtest, "strike", {"143", "Conduct strike or boycott"}},
    {kProtest, "hunger", {"142", "Conduct hunger strike"}},
    {kProtest, "boycott", {"143", "Conduct strike or boycott"}},
    {kProtest, "obstruct", {"144", "Obstruct passage, block"}},
    {kProtest, "vandalize", {"145", "Protest violently, riot"}},
    {kSanction, "", {"160", "Reduce relations"}},
    {kSanction, "convict", {"173", "Arrest, detain, or charge with legal action"}},
    {kSanction, "expel", {"166", "Expel or withdraw"}},
    {kSanction, "withdraw", {"166", "Expel or withdraw"}},
    {kSanction, "discontinue", {"164", "Halt negotiations"}},
    {kMobilize, "", {"150", "Demonstrate military or police power"}},
    {kMobilize, "troops", {"154", "Mobilize or increase armed forces"}},
    {kMobilize, "weapons", {"154", "Mobilize or increase armed forces"}},
    {kMobilize, "police", {"153", "Mobilize or increase police power"}},
    {kMobilize, "militia", {"154", "Mobilize or increase armed forces"}},
    {kCoerce, "", {"170", "Coerce"}},
    {kCoerce, "seize", {"171", "Seize or damage property"}},
    {kCoerce, "restrict", {"172", "Impose administrative sanctions"}},
    {kCoerce, "censor", {"1721", "Impose restrictions on political freedoms"}},
    {kCoerce, "curfew", {"1723", "Impose curfew"}},
    {kCoerce, "martial-law", {"1724", "Impose state of emergency or martial law"}},
    {kCoerce, "arrest", {"173", "Arrest, detain, or charge with legal action"}},
    {kCoerce, "deport", {"174", "Expel or deport individuals"}},
    {kCoerce, "withhold", {"172", "Impose administrative sanctions"}},
    {kCoerce, "cyber", {"176", "Attack cybernetically"}},
    {kAssault, "", {"190", "Use conventional military force"}},
    {kAssault, "abduct", {"181", "Abduct, hijack, or take hostage"}},
    {kAssault, "beat", {"182", "Physically assault"}},
    {kAssault, "torture", {"1822", "Torture"}},
    {kAssault, "sexual", {"1821", "Sexually assault"}},
    {kAssault, "targeted", {"186", "Assassinate"}},
    {kAssault, "destroy", {"1712", "Destroy property"}},
    {kAssault, "primitive", {"182", "Physically assault"}},
    {kAssault, "firearms", {"193", "Fight with small arms and light weapons"}},
    {kAssault, "explosives", {"183", "Conduct suicide, car, or other non-military bombing"}},
    {kAssault, "suicide-attack", {"1831", "Carry out suicide bombing"}},
    {kAssault, "aerial", {"195", "Employ aerial weapons"}},
    {kAssault, "drone", {"195", "Employ aerial weapons"}},
    {kAssault, "heavy-weapons", {"194", "Fight with artillery and tanks"}},
    {kAssault, "crowd-control", {"175", "Use tactics of violent repression"}},
    {kAssault, "unconventional", {"204", "Use weapons of mass destruction"}},
};
// clang-format on

}  // namespace

CameoCode cameo_code(EventType type, std::string_view mode) {
  const auto find = [type](std::string_view wanted) {
    return std::ranges::find_if(
        kRows, [&](const Row& row) { return row.type == type && row.mode == wanted; });
  };
  if (const auto exact = find(mode); exact != std::end(kRows)) return exact->cameo;
  const auto whole = find("");
  assert(whole != std::end(kRows));
  return whole->cameo;
}

}  // namespace entente
