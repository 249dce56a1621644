#include "certreg/service/sources.h"

#include <algorithm>

#include "service/pattern.h"

namespace certreg::service {
namespace {

bool matches_any(const std::vector<std::string>& patterns, std::string_view name) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const auto& pattern) { return matches_file(pattern, name); });
}

bool has_file(const SourceDefinition& source, std::string_view name) {
  return matches_any(source.files, name) ||
         std::any_of(source.pages.begin(), source.pages.end(),
                     [&](const auto& page) { return matches_any(page.files, name); });
}

template <class Is>
const SourceDefinition* first(std::span<const SourceDefinition> sources, Is is) {
  const auto found = std::find_if(sources.begin(), sources.end(), is);
  return found == sources.end() ? nullptr : &*found;
}

}  // namespace

const SourceDefinition* find_source(std::span<const SourceDefinition> sources, std::string_view name) {
  return first(sources, [&](const auto& source) { return source.name == name; });
}

const SourceDefinition* source_of_file(std::span<const SourceDefinition> sources, std::string_view name) {
  return first(sources, [&](const auto& source) { return has_file(source, name); });
}

const SourceDefinition* source_of_address(std::span<const SourceDefinition> sources,
                                          std::string_view address) {
  return first(sources, [&](const auto& source) {
    return std::any_of(source.pages.begin(), source.pages.end(),
                       [&](const auto& page) { return !page.address.empty() && page.address == address; });
  });
}

std::vector<std::string> addresses_of(const SourceDefinition& source) {
  std::vector<std::string> addresses;
  for (const auto& page : source.pages)
    if (!page.address.empty()) addresses.push_back(page.address);
  return addresses;
}

const PageDefinition& page_of(const SourceDefinition& source, std::string_view address,
                              std::string_view name) {
  static const PageDefinition plain;
  for (const auto& page : source.pages)
    if (!page.address.empty() && page.address == address) return page;
  for (const auto& page : source.pages)
    if (matches_any(page.files, name)) return page;
  return plain;
}

}  // namespace certreg::service
