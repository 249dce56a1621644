#include "reading/body_brands.h"

#include <algorithm>

#include "reading/name_shape.h"
#include "reading/named_lines.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kShortestBrand = 3;  // bytes
constexpr double kEdge = 0.14;             // of the page's height, at its top and bottom

bool continues_word(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || letter == '@' ||
         letter == '.' || letter == '-' || static_cast<unsigned char>(letter) >= 0x80;
}

bool stands_by_itself(std::string_view text, std::string_view brand) {
  for (auto at = text.find(brand); at != std::string_view::npos; at = text.find(brand, at + 1)) {
    const auto end = at + brand.size();
    const bool ends =
        end == text.size() || !continues_word(text[end]) || (text[end] == '.' && end + 1 == text.size());
    if ((at == 0 || !continues_word(text[at - 1])) && ends) return true;
  }
  return false;
}

// "SAC accredited certification": who accredited is named.
bool names_accreditor(const Segment& segment, const Reference& reference) {
  return std::ranges::any_of(reference.accreditation_bodies(), [&](const AccreditationBody& body) {
    return body.acronym.size() > 1 && contains_words(segment.folded.text, fold_label(body.acronym));
  });
}

}  // namespace

const CertificationBody* body_named(const std::string& name, const Reference& reference) {
  if (const CertificationBody* body = reference.certification_body_of(name)) return body;
  const std::string folded = fold_label(name);
  for (const CertificationBody& body : reference.certification_bodies())
    if (fold_label(body.name) == folded) return &body;
  return nullptr;
}

bool is_branded_line(const Segment& segment, const Sheet& sheet) {
  const std::string& text = segment.text;
  if (std::ranges::count(text, ' ') > kMostBrandWords || looks_like_address(text) || !may_be_name(text) ||
      !find_standards(text, sheet.reference).empty())
    return false;
  const bool branded =
      std::ranges::any_of(sheet.reference.certification_bodies(), [&](const CertificationBody& body) {
        return body.brand.size() >= kShortestBrand && text.starts_with(body.brand + " ");
      });
  return branded && !names_accreditor(segment, sheet.reference);
}

std::vector<std::string> sole_brands_in(std::string_view text, const Reference& reference) {
  std::vector<std::string> brands;
  for (const CertificationBody& body : reference.certification_bodies())
    if (body.brand.size() >= kShortestBrand && reference.certification_body_of(body.brand) == &body &&
        stands_by_itself(text, body.brand))
      brands.push_back(body.brand);
  return brands;
}

bool is_brand_of_another_unit(const std::string& brand, const Sheet& sheet) {
  if (has_legal_form(brand)) return false;
  return std::ranges::any_of(sheet.segments, [&](const Segment& segment) {
    if (!is_at_edge(segment, sheet) || segment.text.find(brand) == std::string::npos) return false;
    return std::ranges::any_of(names_in(segment.text), [&](const std::string& name) {
      return name.starts_with(brand + " ") && has_legal_form(name) &&
             body_named(name, sheet.reference) == nullptr;
    });
  });
}

bool is_at_edge(const Segment& segment, const Sheet& sheet) {
  const double height = sheet.text.pages[segment.page_index].height;
  if (!segment.has_position || height <= 0) return false;
  return segment.box.y < kEdge * height || segment.box.y > (1 - kEdge) * height;
}

}  // namespace certreg::reading
