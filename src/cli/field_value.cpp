#include "cli/field_value.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "cli/output.h"

namespace certreg::cli {
namespace {

struct Named {
  std::string_view field, member;
};

// Where the quote's field has another name than the record's member.
constexpr Named kNamed[] = {
    {"holder", "holders"}, {"issuer", "issuer_printed"}, {"standard", "standard_printed"}};

std::string member_of(std::string_view field) {
  for (const auto& [name, member] : kNamed)
    if (name == field) return std::string(member);
  return std::string(field);
}

// "sites[3]": "sites" and 3; without an index, 0.
std::pair<std::string_view, std::size_t> split(std::string_view field) {
  const auto bracket = field.find('[');
  if (bracket == std::string_view::npos) return {field, 0};
  std::size_t index = 0;
  std::from_chars(field.data() + bracket + 1, field.data() + field.size(), index);
  return {field.substr(0, bracket), index};
}

// What an object is called by.
std::string name_of(const Json& object) {
  for (const auto* member : {"name", "printed", "status"})
    if (object.contains(member)) return text_at(object, member);
  return codec::dump(object);
}

}  // namespace

std::string value_of_field(const Json& certificate, std::string_view field) {
  const auto [name, index] = split(field);
  const auto member = member_of(name);
  const auto found = certificate.find(member);
  if (found == certificate.end()) return "";
  const bool lists_objects = found->is_array() && !found->empty() && found->front().is_object();
  if (!lists_objects) return text_at(certificate, member);
  return index < found->size() ? name_of((*found)[index]) : "";
}

}  // namespace certreg::cli
