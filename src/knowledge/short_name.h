// The short form of a person's name in the news: "Putin", "Xi", "von der Leyen".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// A part of `name`: the last word with its particles; in China, Korea and
// Vietnam (country codes CHN TWN KOR PRK VNM KHM) the first word.
std::string_view find_short_name(std::string_view name, std::string_view country);

// What else the news may call a person whose short name is `short_name`: in
// Spanish-speaking countries the last word may be the mother's name, so of
// "Gustavo Rojas Pinilla" also "Rojas" and "Rojas Pinilla".
std::vector<std::string_view> find_other_short_names(std::string_view name,
                                                     std::string_view country);

// "Schröder" -> "Schroeder", as papers without the letter print it; "" when the
// name has no such letter.
std::string spell_umlauts_out(std::string_view name);

// Fuller forms that the news uses beside the full name: without "al-" ("Bashar
// Assad"), umlauts spelt out, first and last word, first two words of three
// ("Salva Kiir").
std::vector<std::string> find_name_variants(std::string_view name);

}  // namespace entente
