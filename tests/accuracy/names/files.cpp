#include "accuracy/names/files.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "accuracy/measure/files.h"
#include "certreg/domain/error.h"
#include "certreg/reading/table.h"

namespace certreg::accuracy {
namespace {

constexpr std::size_t kMostBytes = 64U << 20;

std::string bytes_in(const std::filesystem::path& path) {
  if (!std::filesystem::exists(path)) return {};
  auto bytes = bytes_of(path, kMostBytes);
  if (!bytes) throw Error(ErrorKind::Invalid, path.filename().string() + ": must be a readable file");
  return *bytes;
}

std::size_t column(const reading::Row& header, std::string_view name, const std::string& file) {
  const auto found = std::find(header.cells.begin(), header.cells.end(), name);
  if (found == header.cells.end())
    throw Error(ErrorKind::Invalid, file + ": must have a column `" + std::string(name) + "`");
  return static_cast<std::size_t>(found - header.cells.begin());
}

std::vector<NamePair> load_pairs(const std::filesystem::path& path, std::string_view truth_column) {
  const auto bytes = bytes_in(path);
  if (bytes.empty()) return {};
  reading::TableReader reader(bytes, ',');
  reading::Row row;
  std::vector<NamePair> pairs;
  reader.next(row);
  const auto file = path.filename().string();
  const auto left = column(row, "name1", file), right = column(row, "name2", file);
  const auto truth = column(row, truth_column, file);
  while (reader.next(row)) {
    if (row.cells.size() <= std::max({left, right, truth})) continue;
    const auto& same = row.cells[truth];
    if (same != "true" && same != "false") continue;
    pairs.push_back({row.cells[left], row.cells[right], same == "true",
                     half_of(row.cells[left] + "\n" + row.cells[right])});
  }
  return pairs;
}

std::string text_of(const nlohmann::json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::vector<Vendor> load_vendors(const std::filesystem::path& path) {
  const auto bytes = bytes_in(path);
  if (bytes.empty()) return {};
  const auto list = nlohmann::json::parse(bytes, nullptr, false);
  if (!list.is_array())
    throw Error(ErrorKind::Invalid, path.filename().string() + ": must be a list in JSON");
  std::vector<Vendor> vendors;
  for (const auto& entry : list)
    if (entry.is_object())
      vendors.push_back({text_of(entry, "name"), text_of(entry, "legalName"), text_of(entry, "websiteUrl")});
  return vendors;
}

std::vector<Company> load_companies(const std::filesystem::path& path) {
  const auto bytes = bytes_in(path);
  if (bytes.empty()) return {};
  reading::TableReader reader(bytes, ';');
  std::vector<Company> companies;
  for (reading::Row row; reader.next(row);)
    if (row.cells.size() > 1) companies.push_back({row.cells[0], row.cells[1]});
  return companies;
}

}  // namespace

// FNV-1a; a hash of the standard library may change with it.
Half half_of(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3;
  return (hash >> 32 & 1) == 0 ? Half::Looked : Half::Kept;
}

NameFolder load_names(const std::filesystem::path& folder) {
  NameFolder names{load_pairs(folder / "nomenklatura_company_pairs.csv", "is_match"),
                   load_pairs(folder / "entity_variants_seen.csv", "same"),
                   load_vendors(folder / "probo-common-third-parties.json"),
                   load_companies(folder / "cleanco_companies.csv")};
  if (names.pairs.empty() && names.variants.empty() && names.vendors.empty() && names.companies.empty())
    throw Error(ErrorKind::Invalid, folder.string() + ": must hold a file of names with truth");
  return names;
}

}  // namespace certreg::accuracy
