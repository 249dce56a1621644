// Parts of pages by XPath.
#include "certreg/documents/selection.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <optional>

#include "certreg/domain/error.h"
#include "documents/worker/readers.h"

namespace certreg::documents {
namespace {

TEST(Selector, ExpressionsThatAreTaken) {
  for (const char* expression :
       {"//main//li", "/html/body/div[2]", "//*[@id='scope']",
        "//a[contains(@href, '.pdf') and not(@hidden)]", "//tr[td[1] = 'ISO/IEC 27001: $5']",
        "//div[3 -count(p)]", "(//h2)[last()]/following-sibling::ul[1]",
        "//h2[normalize-space() = \"Services (all)\"]", "descendant::p", "//p[(@a) or (@b)]", "//p/text()"})
    EXPECT_EQ(check_xpath(expression), std::nullopt) << expression;
}

TEST(Selector, ExpressionsThatAreRefusedAndWhy) {
  const std::pair<std::string, std::string> cases[] = {
      {"", "is empty"},
      {"//main[", "is no XPath 1.0 expression"},
      {".scope > li", "is no XPath 1.0 expression"},
      {"//p]", "is no XPath 1.0 expression"},
      {"//p\n", "holds characters that are not printed"},
      {"//p[.='\xFF']", "holds characters that are not printed"},
      {"//p[$x]", "uses a variable"},
      {"//svg:path", "uses a namespace prefix"},
      {"str:tokenize(//p)", "uses a namespace prefix"},
      {"document('/etc/passwd')", "calls document(), which XPath 1.0 does not have"},
      {"//p[matches(., 'x')]", "calls matches(), which XPath 1.0 does not have"},
      {"//p[" + std::string(1000, ' ') + "1]", "is longer than 1000 bytes"},
      {std::string(900, '('), "is no XPath 1.0 expression"},
  };
  for (const auto& [expression, problem] : cases)
    EXPECT_EQ(check_xpath(expression).value_or("is taken"), problem) << expression;
}

TEST(Selector, TooManyTooLongOrWithoutAName) {
  EXPECT_NO_THROW(check_selections(Selections(20, {"scope", "//li"})));
  for (const Selections& refused :
       {Selections(21, {"scope", "//li"}), Selections{{"", "//li"}}, Selections{{"a\x01", "//li"}},
        Selections{{"scope", std::string(1001, 'p')}}})
    EXPECT_THROW(check_selections(refused), Error);
}

reading::Text read(const std::string& page, const Selections& selections, MediaKind kind = MediaKind::Html) {
  return worker::read_document(page, kind, {{}, selections}).text;
}

std::string outline(const reading::SelectedPart& part) {
  constexpr std::string_view kKinds[] = {"", "# ", "- ", "| ", ": "};
  std::string result = fmt::format("{}:", part.matches);
  for (const auto& line : part.lines)
    result += fmt::format(" {}{};", kKinds[static_cast<int>(line.kind)], line.text);
  for (const auto& link : part.links) result += fmt::format(" [{}]({})", link.text, link.address);
  return result;
}

TEST(Selection, PartsAsTheyAreSeen) {
  const std::string page =
      "<title>T</title><body><div class='card a'><h2>One</h2><ul><li>first "
      "<b>item</b></li><li>second</li></ul></div>"
      "<div class='card'><h2>Two</h2><table><tr><th>A<th>B</tr><tr><td>1<td>2</tr></table></div>"
      "<div style='display:none'><p class=gone>hidden</p></div><p class=gone hidden>hidden too</p>"
      "<section><a href='/iso.pdf'><h3>Our</h3><p>certificate</p></a> and <a href=b.pdf>b</a></section>"
      "<svg><text>drawn</text></svg><my-part>own <my-part>nested</my-part></my-part>";
  const std::pair<const char*, const char*> cases[] = {
      {"//div[contains(concat(' ', @class, ' '), ' a ')]", "1: # One; - first item; - second;"},
      {"//li", "2: - first item; - second;"},
      {"//ul | //li | //ul/li/b", "4: - first item; - second;"},
      {"//h2[.='Two']/following-sibling::table//tr", "2: | A | B; | 1 | 2;"},
      {"//td", "2: 1; 2;"},
      {"//h2[. = 'Two'] | //h2[. = 'One']", "2: # One; # Two;"},
      {"//li[1]/text()", "1: first;"},
      {"//section", "1: # Our; certificate; and b; [Our certificate](/iso.pdf) [b](b.pdf)"},
      {"//section/a[2]", "1: b; [b](b.pdf)"},
      {"//*[@class='gone']", "2:"},
      {"//my-part", "2: own; nested;"},
      {"//svg/text", "1:"},
      {"//title", "1:"},
      {"//aside", "0:"},
  };
  for (const auto& [xpath, seen] : cases) {
    auto text = read(page, {{"part", xpath}});
    ASSERT_EQ(text.selected.size(), 1U);
    EXPECT_EQ(outline(text.selected[0]), seen) << xpath;
    EXPECT_EQ(text.selected[0].problem, "") << xpath;
    EXPECT_TRUE(text.warnings.empty()) << xpath;
  }
}

TEST(Selection, OneThatCannotBeTriedIsNotOneThatFindsNothing) {
  std::string page;
  for (int count = 0; count < 3000; ++count) page += "<p>x</p>";
  const std::pair<const char*, const char*> cases[] = {
      {"count(//p)", "does not select elements"},
      {"'ISO 27001'", "does not select elements"},
      {"//p = 'x'", "does not select elements"},
      {"//html/@lang | //@class", ""},
      {"//p[", "is no XPath 1.0 expression"},
      {"//p/following::p[preceding::p[following::p]]", "needs too much work on this page"},
  };
  for (const auto& [xpath, problem] : cases) {
    auto text = read(page, {{"scope", xpath}, {"rest", "//p[1]"}});
    ASSERT_EQ(text.selected.size(), 2U);
    EXPECT_EQ(text.selected[0].problem, problem) << xpath;
    EXPECT_EQ(text.selected[0].matches, 0U) << xpath;
    EXPECT_EQ(outline(text.selected[1]), "1: x;") << "the other selectors go on";
    EXPECT_EQ(text.warnings.empty(), std::string(problem).empty());
    for (const auto& warning : text.warnings)
      EXPECT_EQ(warning, fmt::format("the selector of scope {}", problem));
  }
  auto attribute = read("<p class=a>", {{"scope", "//@class"}});
  EXPECT_EQ(attribute.selected[0].problem, "does not select elements");
}

TEST(Selection, DocumentsOfOtherKindsHaveNoParts) {
  auto text = read("# Scope\n\n- one\n", {{"scope", "//li"}}, MediaKind::Markdown);
  ASSERT_EQ(text.selected.size(), 1U);
  EXPECT_EQ(text.selected[0].problem, "works on HTML pages alone");
  EXPECT_EQ(text.warnings, std::vector<std::string>{"the selector of scope works on HTML pages alone"});
}

TEST(Page, FactsThatAreNotText) {
  auto text = read(
      "<base href='https://a.example/x/'><base href=no><script src=x.js></script>"
      "<script type='application/ld+json'>{}</script><body><noscript>Please <b>enable</b> it"
      "<style>no</style></noscript><form><input type=password></form>",
      {});
  EXPECT_EQ(text.base_address, "https://a.example/x/");
  EXPECT_EQ(text.without_script, "Please enable it");
  EXPECT_TRUE(text.has_script);
  EXPECT_TRUE(text.has_password_field);
  auto plain = read(
      "<script type='application/ld+json'>{}</script><div hidden><input type=password></div>"
      "<input type=text>",
      {});
  EXPECT_FALSE(plain.has_script);
  EXPECT_FALSE(plain.has_password_field);
}

TEST(Page, CutAnywhereItIsRead) {
  const std::string page =
      "<!doctype html><base href=x><svg><a>b</a></svg><table><tr><td><p class='a'>g\xC3\xBCltig"
      "<li>x<template><p>t</template><noscript>y</noscript><input type=password>";
  for (std::size_t length = 0; length <= page.size(); ++length)
    EXPECT_EQ(read(page.substr(0, length), {{"a", "//p"}, {"b", "//*"}}).selected.size(), 2U) << length;
}

}  // namespace
}  // namespace certreg::documents
