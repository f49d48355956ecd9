// The words of a report as hashes, and its shingles: what near-copies share.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente {

// Words of a shingle.  Three make chance hits of phrases like "in the north of";
// five lose too many to single changed words.
inline constexpr std::size_t kShingleWords = 4;
// More of a text than this is not looked at.
inline constexpr std::size_t kMaxWords = 20'000;

// One hash a word: letters and digits, ASCII in lower case, bytes above ASCII as
// they are; apostrophes and hyphens vanish ("co-operate" is "cooperate").
std::vector<std::uint64_t> word_hashes(std::string_view text);

// The report without what outlets and agencies put around it: a dateline, a
// line in brackets on top ("(Corrects …)"), credits and footers at the end.
std::string_view report_body(std::string_view text);

// The shingles of report_body(text) in the order of the text, repeated ones
// too; a text of fewer words than a shingle is one shingle; none for no words.
std::vector<std::uint64_t> shingles_of(std::string_view text);

}  // namespace entente
