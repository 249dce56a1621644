#include <fmt/format.h>

#include "certreg/report/document.h"
#include "certreg/report/markup.h"
#include "certreg/report/timeline_drawing.h"

namespace certreg::report {
namespace {

constexpr double kPictureWidth = 680;

constexpr std::string_view kStyle = R"(
:root{color-scheme:light}
body{font:15px/1.45 "Liberation Sans",Arial,sans-serif;color:#1a202c;background:#fff;max-width:60rem;margin:0 auto;padding:1rem}
h1{font-size:1.6rem;margin:2rem 0 .5rem;border-bottom:2px solid #1a202c}h2{font-size:1.25rem;margin:1.6rem 0 .4rem}h3{font-size:1.05rem;margin:1.2rem 0 .3rem}
table{border-collapse:collapse;width:100%;margin:.4rem 0 1rem;font-size:.9rem}th,td{border:1px solid #a0aec0;padding:.3rem .45rem;text-align:left;vertical-align:top;overflow-wrap:break-word}.facts td{overflow-wrap:anywhere}
th{background:#edf2f7}.facts th{width:14rem}blockquote{margin:.4rem 0;padding-left:.7rem;border-left:3px solid #718096;overflow-wrap:anywhere}
.good{color:#1c5f3c}.unsure{color:#6b4a00}.bad{color:#9b1c1c}.sign{font-weight:bold}svg{max-width:100%;height:auto}
.scroll{overflow-x:auto}.line{border-bottom:1px solid #1a202c;height:2.2rem;margin:0 0 .6rem}
@page{size:A4;margin:18mm 16mm}
@media print{body{max-width:none;padding:0;font-size:10pt}h1{break-before:page}h1:first-of-type{break-before:auto}thead{display:table-header-group}tr,blockquote,svg{break-inside:avoid}h2,h3{break-after:avoid}}
)";

std::string_view class_of(Tone tone) {
  constexpr std::string_view kClasses[] = {"", "good", "unsure", "bad"};
  return kClasses[static_cast<std::size_t>(tone)];
}

std::string html(const Cell& cell) {
  if (cell.tone == Tone::Plain) return fmt::format("<td>{}</td>", escaped(cell.text));
  return fmt::format("<td class=\"{}\"><span class=\"sign\" aria-hidden=\"true\">{}</span> {}</td>",
                     class_of(cell.tone), sign_of(cell.tone), escaped(cell.text));
}

struct Writer {
  std::string operator()(const Paragraph& block) const { return "<p>" + escaped(block.text) + "</p>\n"; }
  std::string operator()(const QuoteBlock& block) const {
    return fmt::format("<blockquote>{}<br><small>{}</small></blockquote>\n", escaped(block.text),
                       escaped(block.source));
  }
  std::string operator()(const Facts& block) const {
    std::string out = "<table class=\"facts\"><tbody>\n";
    for (const auto& [name, value] : block.rows)
      out += fmt::format("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", escaped(name), escaped(value));
    return out + "</tbody></table>\n";
  }
  std::string operator()(const Table& block) const {
    if (block.rows.empty()) return "<p>" + escaped(block.none) + "</p>\n";
    std::string out = "<div class=\"scroll\" tabindex=\"0\"><table><thead><tr>";
    for (const auto& head : block.head) out += fmt::format("<th scope=\"col\">{}</th>", escaped(head));
    out += "</tr></thead><tbody>\n";
    for (const auto& row : block.rows) {
      out += "<tr>";
      for (const auto& cell : row) out += html(cell);
      out += "</tr>\n";
    }
    return out + "</tbody></table></div>\n";
  }
  std::string operator()(const Timeline& block) const {
    std::string out = "<figure>" + to_svg(block, kPictureWidth) + "<figcaption><ul>\n";
    for (const auto& sentence : in_words(block)) out += "<li>" + escaped(sentence) + "</li>\n";
    return out + "</ul></figcaption></figure>\n";
  }
  std::string operator()(const Lines& block) const {
    std::string out;
    for (const auto& label : block.labels)
      out += fmt::format("<p>{}</p><div class=\"line\"></div>\n", escaped(label));
    return out;
  }
};

}  // namespace

std::string to_html(const Document& document) {
  auto out = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" "
      "content=\"width=device-width,initial-scale=1\">\n<meta http-equiv=\"Content-Security-Policy\" "
      "content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<title>{}</title>\n<style>{}</style>\n</head>\n"
      "<body>\n<main>\n",
      escaped(document.title), kStyle);
  for (const auto& section : document.sections) {
    out += fmt::format("<h{0}>{1}</h{0}>\n", section.level, escaped(section.title));
    for (const auto& block : section.blocks) out += std::visit(Writer{}, block);
  }
  return out + "</main>\n</body>\n</html>\n";
}

}  // namespace certreg::report
