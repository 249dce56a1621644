#include "system/pdf_drawing.h"

#include <fmt/format.h>

#include <sstream>
#include <stdexcept>
#include <vector>

namespace certreg::sample {
namespace {

constexpr double kPageHeight = 842;

// UTF-8 of the Latin-1 block to a PDF string in WinAnsiEncoding.
std::string pdf_string(std::string_view text) {
  std::string out = "(";
  for (std::size_t i = 0; i < text.size(); ++i) {
    auto byte = static_cast<unsigned char>(text[i]);
    if (byte == 0xC2 || byte == 0xC3)
      byte = static_cast<unsigned char>(((byte & 3U) << 6U) | (text[++i] & 0x3F));
    if (byte == '(' || byte == ')' || byte == '\\') out += '\\';
    out += byte < 0x80 ? std::string(1, static_cast<char>(byte)) : fmt::format("\\{:03o}", byte);
  }
  return out + ")";
}

std::vector<std::string> page_contents(std::string_view drawing) {
  std::vector<std::string> pages(1);
  std::istringstream lines{std::string(drawing)};
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line == "page") {
      pages.emplace_back();
      continue;
    }
    std::istringstream words(line);
    double x = 0, y = 0, size = 0;
    if (!(words >> x >> y >> size)) throw std::runtime_error("not a line of a drawing: " + line);
    std::string text;
    std::getline(words >> std::ws, text);
    pages.back() +=
        fmt::format("BT /F1 {} Tf {} {} Td {} Tj ET\n", size, x, kPageHeight - y, pdf_string(text));
  }
  return pages;
}

}  // namespace

std::string draw_pdf(std::string_view drawing) {
  const auto pages = page_contents(drawing);
  std::vector<std::string> objects = {
      "<< /Type /Catalog /Pages 2 0 R >>", "",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"};
  std::string kids;
  for (const auto& content : pages) {
    const auto page = objects.size() + 1;
    kids += fmt::format("{} 0 R ", page);
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R >> >> >>",
                    page + 1));
    objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [ {}] /Count {} >>", kids, pages.size());

  std::string pdf = "%PDF-1.4\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const auto start = pdf.size();
  return pdf + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1,
                     start);
}

}  // namespace certreg::sample
