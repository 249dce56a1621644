#include "store/statements.h"

#include <fmt/format.h>

#include <stdexcept>

namespace certreg::store {
namespace {

constexpr std::string_view kFolder = "queries/";
constexpr std::string_view kEnding = ".sql";

std::string_view statement_name(std::string_view file) {
  file.remove_prefix(file.rfind('/') + 1);
  file.remove_suffix(kEnding.size());
  return file;
}

}  // namespace

Statements::Statements(std::span<const EmbeddedFile> files) {
  for (const EmbeddedFile& file : files) {
    if (!file.name.starts_with(kFolder) || !file.name.ends_with(kEnding)) continue;
    if (!texts_.emplace(statement_name(file.name), file.bytes).second)
      throw std::logic_error(fmt::format("two statements have the name of {}", file.name));
  }
}

const std::string& Statements::text(std::string_view name) const {
  const auto found = texts_.find(name);
  if (found == texts_.end()) throw std::logic_error(fmt::format("there is no statement {}", name));
  return found->second;
}

}  // namespace certreg::store
