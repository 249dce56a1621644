#include "documents/signed_pdf.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

namespace certreg::sample {
namespace {

constexpr std::size_t kContentsBytes = 12'000;
constexpr const char* kOpenRange = "/ByteRange [0 9999999991 9999999992 9999999993]";

std::string open_contents() { return "<" + std::string(2 * kContentsBytes, '0') + ">"; }

std::string body(const Objects& objects, std::size_t at, std::map<int, std::size_t>& places) {
  std::string text;
  for (const auto& [number, object] : objects) {
    places[number] = at + text.size();
    text += fmt::format("{} 0 obj\n{}\nendobj\n", number, object);
  }
  return text;
}

std::string table(const std::map<int, std::size_t>& places, bool is_first) {
  std::string text = "xref\n";
  if (is_first) text += "0 1\n0000000000 65535 f \n";
  for (const auto& [number, place] : places) text += fmt::format("{} 1\n{:010} 00000 n \n", number, place);
  return text;
}

std::string ending(std::size_t table_at, int size, const std::string& more) {
  return fmt::format("trailer\n<< /Size {} /Root 1 0 R /Info 10 0 R{} >>\nstartxref\n{}\n%%EOF\n", size, more,
                     table_at);
}

int last_size(const std::string& file) { return std::stoi(file.substr(file.rfind("/Size ") + 6)); }

std::size_t last_table(const std::string& file) {
  return std::stoul(file.substr(file.rfind("startxref") + 10));
}

}  // namespace

std::string stream(const std::string& data, const std::string& entries) {
  return fmt::format("<< /Length {} {} >>\nstream\n{}\nendstream", data.size(), entries, data);
}

Objects sample_objects() {
  return {{1, "<< /Type /Catalog /Pages 2 0 R /AcroForm 6 0 R >>"},
          {2, "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"},
          {3,
           "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 "
           "5 0 R "
           ">> >> /Annots [7 0 R 9 0 R 11 0 R] >>"},
          {4, stream("BT /F1 12 Tf 72 700 Td (Certificate 4711 of Example GmbH) Tj ET")},
          {5, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"},
          {6, "<< /Fields [7 0 R 9 0 R] /SigFlags 3 >>"},
          {7, "<< /FT /Sig /T (Signature1) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /P 3 0 R >>"},
          {9,
           "<< /FT /Tx /T (Remark) /V (none) /Type /Annot /Subtype /Widget /Rect [72 600 300 620] /F 4 /P 3 "
           "0 R >>"},
          {10, "<< /Title (Certificate) >>"},
          {11, "<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /Contents (a note) /P 3 0 R >>"},
          {12, stream("BT /F1 12 Tf 72 700 Td (Certificate 9999 of Another GmbH) Tj ET")}};
}

std::string written(const Objects& objects) {
  std::string file = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  std::map<int, std::size_t> places;
  file += body(objects, file.size(), places);
  const auto at = file.size();
  file += table(places, true);
  return file + ending(at, objects.rbegin()->first + 1, "");
}

std::string appended(const std::string& file, const Objects& objects) {
  std::map<int, std::size_t> places;
  std::string longer = file + body(objects, file.size(), places);
  const auto at = longer.size();
  longer += table(places, false);
  const int size = std::max(last_size(file), objects.rbegin()->first + 1);
  return longer + ending(at, size, fmt::format(" /Prev {}", last_table(file)));
}

std::string unsigned_value(const std::string& sub_filter, const std::string& more) {
  const bool is_timestamp = sub_filter == "ETSI.RFC3161";
  return fmt::format("<< /Type /{} /Filter /Adobe.PPKLite /SubFilter /{} {} {} /Contents {} >>",
                     is_timestamp ? "DocTimeStamp" : "Sig", sub_filter, more, kOpenRange, open_contents());
}

std::string filled(std::string file, const Sign& sign) {
  const std::string range_text = kOpenRange, contents = open_contents();
  const auto range_at = file.rfind(range_text), from = file.rfind(contents);
  if (range_at == std::string::npos || from == std::string::npos)
    throw std::logic_error("nothing to fill in");
  const auto to = from + contents.size();
  auto range = fmt::format("/ByteRange [0 {} {} {}]", from, to, file.size() - to);
  range.resize(range_text.size(), ' ');
  file.replace(range_at, range.size(), range);
  std::string hex;
  for (const char byte : sign(file.substr(0, from) + file.substr(to)))
    fmt::format_to(std::back_inserter(hex), "{:02x}", static_cast<unsigned char>(byte));
  if (hex.size() > 2 * kContentsBytes) throw std::logic_error("the signature is longer than its place");
  file.replace(from + 1, hex.size(), hex);
  return file;
}

std::string signed_sample(const Sign& sign, const std::string& sub_filter, const std::string& more) {
  auto objects = sample_objects();
  objects[7] = replaced(objects[7], "/P 3 0 R", "/P 3 0 R /V 8 0 R");
  objects[8] = unsigned_value(sub_filter, more);
  return filled(written(objects), sign);
}

std::string signed_again(const std::string& file, const Sign& sign, const std::string& sub_filter,
                         const std::string& rectangle) {
  const auto objects = sample_objects();
  return filled(
      appended(file, {{3, replaced(objects.at(3), "11 0 R]", "11 0 R 20 0 R]")},
                      {6, replaced(objects.at(6), "9 0 R]", "9 0 R 20 0 R]")},
                      {20, fmt::format(
                               "<< /FT /Sig /T (Signature2) /Type /Annot /Subtype /Widget /Rect [{}] /F 132 "
                               "/P 3 0 R /V 21 0 R >>",
                               rectangle)},
                      {21, unsigned_value(sub_filter)}}),
      sign);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  if (at == std::string::npos) throw std::logic_error("not there: " + from);
  return text.replace(at, from.size(), to);
}

}  // namespace certreg::sample
