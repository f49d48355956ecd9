#include "ingest/html_page.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

constexpr const char* kPage = R"(<!DOCTYPE html>
<html lang="en"><head><title>Envoys meet in Cairo | The Daily</title>
<meta property="og:site_name" content="The Daily">
<meta property="article:published_time" content="2022-02-04T10:15:00Z">
<link rel="canonical" href="https://daily.example/envoys"></head>
<body><nav><ul><li><a href="/">Home</a></li></ul></nav>
<h1>Envoys meet in Cairo</h1>
<div class="article-body">
<p>Envoys of both states met in Cairo on Friday &amp; signed an accord, officials&nbsp;said.</p>
<figure><img src="a.jpg"><figcaption>Envoys shake hands in Cairo.</figcaption></figure>
<p>The <b>two ministers</b> agreed to open the border again within a month, the statement said.</p>
<p><a href="/x">Read more: Border stays shut</a></p>
</div>
<footer><p>All rights reserved. The Daily is a newspaper of the group that owns it.</p></footer>
</body></html>)";

TEST(ReadPage, TakesTheArticleAndWhatThePageSaysOfItself) {
  const auto document = read_page(kPage, {});
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(
      document->text,
      "Envoys of both states met in Cairo on Friday & signed an accord, officials said.\n\n"
      "The two ministers agreed to open the border again within a month, the statement said.");
  EXPECT_EQ(document->title, "Envoys meet in Cairo");
  EXPECT_EQ(document->source, "The Daily");
  EXPECT_EQ(document->date, Date::make(2022, 2, 4));
  EXPECT_EQ(document->url, "https://daily.example/envoys");
  EXPECT_EQ(document->language, "en");
}

TEST(ReadPage, EveryWordLeadsBackToItsBytes) {
  const std::string page = kPage;
  const auto document = read_page(page, {});
  ASSERT_TRUE(document);
  const auto bytes_of = [&](std::string_view words) {
    const auto begin = static_cast<std::uint32_t>(document->text.find(words));
    const ByteRange range =
        document->origin.map->source(begin, begin + static_cast<std::uint32_t>(words.size()));
    return page.substr(range.begin, range.end - range.begin);
  };
  EXPECT_EQ(bytes_of("Envoys of both"), "Envoys of both");
  EXPECT_EQ(bytes_of("Friday & signed"), "Friday &amp; signed");
  EXPECT_EQ(bytes_of("officials said"), "officials&nbsp;said");
  EXPECT_EQ(bytes_of("two ministers agreed"), "two ministers</b> agreed");
  EXPECT_EQ(bytes_of("the statement said."), "the statement said.");
}

TEST(ReadPage, ConvertsAndStillLeadsBack) {
  std::string page = kPage;
  page.replace(page.find("Friday &amp;"), 12, "Friday caf\xE9 \x93,");
  const auto document = read_page(page, {"iso-8859-1", ""});
  ASSERT_TRUE(document);
  const std::size_t at = document->text.find("café “,");
  ASSERT_NE(at, std::string::npos);
  const auto begin = static_cast<std::uint32_t>(at);
  const ByteRange range = document->origin.map->source(begin, begin + 10);
  EXPECT_EQ(page.substr(range.begin, range.end - range.begin), "caf\xE9 \x93,");
  EXPECT_EQ(document->origin.charset, "windows-1252");
}

TEST(ReadPage, BodyFromJsonWhereThePageShowsOnlyItsBeginning) {
  const std::string page = R"(<html><head><script type="application/ld+json">
{"@graph":[{"@type":["NewsArticle"],"headline":"Envoys meet","datePublished":"2022-02-04",
"publisher":{"name":"The Daily"},"articleBody":"Envoys of both states met in Cairo on Friday and signed an accord, officials said.\nThe border opens in a month, they added, after years of talks that had failed."}]}
</script></head><body><p>Envoys of both states met in Cairo on Friday …</p></body></html>)";
  const auto document = read_page(page, {});
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_TRUE(document->text.ends_with("talks that had failed."));
  EXPECT_EQ(document->title, "Envoys meet");
  EXPECT_EQ(document->source, "The Daily");
}

TEST(ReadPage, AShortPageIsAnArticleToo) {
  const auto document =
      read_page("<html><body><p>France condemned the attack.</p></body></html>", {});
  ASSERT_TRUE(document) << document.error().message;
  EXPECT_EQ(document->text, "France condemned the attack.");
}

TEST(ReadPage, NamesThatOnlySoundLikeFurniture) {
  const std::string text = "Envoys of both states met in Cairo on Friday and signed an accord.";
  for (const char* name :
       {"post no-comments", "comments-closed", "overflow-hidden", "post tag-fishing paywall",
        "elementor-widget elementor-widget-text-editor", "d-print-block"}) {
    std::string page = "<body>";
    for (int i = 0; i < 3; ++i)
      page += std::string("<div class='") + name + "'><p>" + text + "</p></div>";
    const auto document = read_page(page + "</body>", {});
    ASSERT_TRUE(document) << name;
    EXPECT_EQ(document->text, text + "\n\n" + text + "\n\n" + text) << name;
  }
}

TEST(ReadPage, RefusesWhatHasNoArticle) {
  for (const char* page : {"", "<html></html>", "<p>Home</p>", "<a href=x>a b c</a>", "<!--"}) {
    const auto document = read_page(page, {});
    ASSERT_FALSE(document) << page;
    EXPECT_EQ(document.error().code, ErrorCode::kBadFormat);
  }
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += part;
  return text;
}

TEST(ReadPage, HostilePagesAreRefusedInTime) {
  const std::string attributes = "<p" + repeated(" a=b", 100'000) + ">";
  for (const std::string& page :
       {repeated("<div>", 100'000), repeated("<b id=1>", 2000) + repeated("<p>x", 100'000),
        attributes, repeated("<svg>", 100'000), repeated("<table><tr><td>", 50'000),
        repeated("<a><p>", 50'000), std::string(9 << 20, 'x')}) {
    const auto document = read_page(page, {});
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::kTooLarge) << page.substr(0, 20);
  }
}

TEST(ReadPage, OddBytesDoNoHarm) {
  const std::string words = repeated("Envoys of both states met in Cairo. ", 5);
  for (const std::string& page :
       {"<p>" + words + std::string(3, '\0') + words, "<p>&#0;&#xFFFFFFFF;&amp&lt" + words,
        "<pre>\n\n" + words + "\r\n\r\n</pre>", words + "</div></span></p>",
        "<p>Since &copy2020 &notit; " + words, "\xEF\xBB\xBF<p>" + words}) {
    const auto document = read_page(page, {});
    ASSERT_TRUE(document) << page;
    const auto size = static_cast<std::uint32_t>(document->text.size());
    for (std::uint32_t i = 0; i + 1 < size; ++i) {
      const ByteRange range = document->origin.map->source(i, i + 1);
      ASSERT_LE(range.begin, range.end);
      ASSERT_LE(range.end, page.size());
    }
  }
}

}  // namespace
}  // namespace entente
