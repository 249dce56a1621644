#include "certreg/service/reference_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/crypto/digest.h"
#include "certreg/domain/error.h"
#include "certreg/service/embedded_files.h"
#include "service/reference_document.h"
#include "service/reference_overlay.h"

namespace certreg::service {
namespace {

constexpr std::string_view kReferenceFolder = "schema/reference/";

std::vector<NamedText> by_name(std::span<const NamedText> files) {
  std::vector<NamedText> sorted(files.begin(), files.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
  return sorted;
}

ReferenceTables read_files(std::span<const NamedText> files, ReferenceProblems& problems) {
  ReferenceTables tables;
  for (const auto& file : by_name(files))
    if (const auto root = read_document(file, problems)) read_tables(*root, file.name, tables, problems);
  return tables;
}

OverlaidTables read_all(std::span<const NamedText> files, std::span<const NamedText> overlay,
                        ReferenceProblems& problems) {
  auto all = lay_over(read_files(files, problems), read_files(overlay, problems));
  check_tables(all.tables, problems);
  return all;
}

// Lengths go in too, so that no two sets of files run together into the same bytes.
std::string version_of(std::span<const NamedText> files, std::span<const NamedText> overlay) {
  std::vector<NamedText> all(files.begin(), files.end());
  all.insert(all.end(), overlay.begin(), overlay.end());
  crypto::Sha256 digest;
  for (const auto& [name, bytes] : by_name(all)) {
    digest.update(fmt::format("{} {} {}\n", name.size(), bytes.size(), name));
    digest.update(bytes);
  }
  return digest.finish().value;
}

Error problems_error(const std::vector<ReferenceProblem>& problems) {
  std::vector<FieldProblem> fields;
  for (const auto& [file, line, rule] : problems)
    fields.push_back({line > 0 ? fmt::format("{}:{}", file, line) : file, rule});
  return invalid(std::move(fields));
}

template <class T>
std::vector<T> values_of(std::vector<Placed<T>>&& rows) {
  std::vector<T> values;
  for (auto& row : rows) values.push_back(std::move(row.value));
  return values;
}

}  // namespace

std::vector<ReferenceProblem> check_reference(std::span<const NamedText> files,
                                              std::span<const NamedText> overlay) {
  ReferenceProblems problems;
  read_all(files, overlay, problems);
  return problems.sorted();
}

ReferenceData load_reference(std::span<const NamedText> files, std::span<const NamedText> overlay) {
  ReferenceProblems problems;
  auto [tables, counts] = read_all(files, overlay, problems);
  if (!problems.empty()) throw problems_error(problems.sorted());
  settle_tables(tables);
  ReferenceRows rows{values_of(std::move(tables.standards)),
                     values_of(std::move(tables.accreditation_bodies)),
                     values_of(std::move(tables.certification_bodies)),
                     values_of(std::move(tables.arrangements)),
                     values_of(std::move(tables.legal_forms)),
                     values_of(std::move(tables.cloud_providers)),
                     values_of(std::move(tables.cloud_regions)),
                     values_of(std::move(tables.scope_words))};
  return {Reference(std::move(rows), version_of(files, overlay)), values_of(std::move(tables.registers)),
          std::move(counts)};
}

std::vector<NamedText> built_in_reference_files() {
  std::vector<NamedText> files;
  for (const auto& file : embedded_files())
    if (file.name.starts_with(kReferenceFolder)) files.push_back({file.name, file.bytes});
  return files;
}

}  // namespace certreg::service
