// What the reader makes of markup: kinds of lines, in order.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "certreg/documents/worker.h"

namespace certreg::documents {
namespace {

std::string outline(std::string_view source, MediaKind kind) {
  constexpr std::string_view kKinds[] = {"", "# ", "- ", "| ", ": "};
  auto text = Worker(std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader").read(source, kind);
  std::string result;
  for (const auto& line : text.pages.front().lines)
    result += fmt::format("{}{}\n", kKinds[static_cast<int>(line.kind)], line.text);
  return result;
}

TEST(Html, VisibleTextByKind) {
  EXPECT_EQ(
      outline(
          "<title>T</title><style>x</style><h2>Our <b>certificates</b></h2><p>We are<br>certified<p "
          "hidden>no</p>"
          "<p style='display: none'>no</p><ul><li>ISO 27001</li></ul><dl><dt>Number</dt><dd>IS 1</dd></dl>"
          "<table><tr><th>Standard<th>Until</tr><tr><td>ISO "
          "27001<td><p>2027</p></tr></table><script>no</script>",
          MediaKind::Html),
      "# Our certificates\nWe are\ncertified\n- ISO 27001\n: Number\nIS 1\n| Standard | Until\n| ISO 27001 | "
      "2027\n");
}

TEST(Html, MisnestedTagsLoseNothing) {
  EXPECT_EQ(outline("<div><p>one<div>two</p><table><td>three</table>four</div><b>five", MediaKind::Html),
            "one\ntwo\n| three\nfour\nfive\n");
}

TEST(Html, LinkedDataIsFlattened) {
  auto text =
      Worker(std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader")
          .read(
              R"(<script type="application/ld+json">{"@type":"Organization","name":"Acme","hasCertification":
                      [{"@type":"Certification","name":"ISO 27001","issuedBy":{"name":"Body"}}]}</script><p>x)",
              MediaKind::Html);
  ASSERT_EQ(text.objects.size(), 2U);
  EXPECT_EQ(text.objects[1].type, "Certification");
  EXPECT_EQ(text.objects[1].members.at("issuedBy.name"), "Body");
  EXPECT_EQ(text.objects[1].members.at("@parent.name"), "Acme");
}

TEST(Markdown, LinesByKind) {
  EXPECT_EQ(outline("---\ntitle: T\n---\n# Head #\n\nA para\nthat *goes* on\nwith [a link](x.pdf).\n\nLabel: "
                    "value\nOther: value\n\n"
                    "- one\n  more\n2) two\n\n| A | B |\n|---|---|\n| 1 | `2` |\n\nUnder\n-----\n![We are "
                    "[ISO](y) certified](z.png)\n",
                    MediaKind::Markdown),
            "# Head\nA para that goes on with a link.\nLabel: value\nOther: value\n- one more\n- two\n| A | "
            "B\n| 1 | 2\n# Under\n"
            "We are ISO certified\n");
}

TEST(Restructured, LinesByKind) {
  EXPECT_EQ(outline("=====\nTitle\n=====\n\nText with `a link <https://x.example>`_ and *stress*.\n\n* "
                    "item\n  goes on\n\n"
                    "+---+---+\n| A | B |\n+===+===+\n| 1 | 2 |\n+---+---+\n\n:Field: value\n",
                    MediaKind::Restructured),
            "# Title\nText with a link and stress.\n- item goes on\n| A | B\n| 1 | 2\nField: value\n");
}

TEST(SourceOfPages, StringsAndTextBetweenTags) {
  EXPECT_EQ(
      outline("import x from './y';\n// comment 'no'\nconst a = { title: 'ISO 27001', n: `Certificate 1` };\n"
              "export default () => (<div className=\"big\"><h1>We are certified</h1></div>);\n",
              MediaKind::Source),
      "ISO 27001\nCertificate 1\nWe are certified\n");
}

TEST(PlainText, KeepsColumnsApart) {
  EXPECT_EQ(outline("Issue Date    Expiry Date  \r\n\r\n2024-01-01    2027-01-01\n", MediaKind::PlainText),
            "Issue Date    Expiry Date\n2024-01-01    2027-01-01\n");
}

}  // namespace
}  // namespace certreg::documents
