#include "certreg/service/reference_files.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/crypto/digest.h"
#include "certreg/domain/error.h"
#include "certreg/service/embedded_files.h"
#include "service/reference_document.h"
#include "service/reference_tables.h"

namespace certreg::service {
namespace {

constexpr std::string_view kReferenceFolder = "schema/reference/";

std::vector<NamedText> by_name(std::span<const NamedText> files) {
  std::vector<NamedText> sorted(files.begin(), files.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const auto& left, const auto& right) { return left.name < right.name; });
  return sorted;
}

ReferenceTables read_all(std::span<const NamedText> files, ReferenceProblems& problems) {
  ReferenceTables tables;
  for (const auto& file : by_name(files))
    if (const auto root = read_document(file, problems)) read_tables(*root, file.name, tables, problems);
  check_tables(tables, problems);
  return tables;
}

// Lengths go in too, so that no two sets of files run together into the same bytes.
std::string version_of(std::span<const NamedText> files) {
  crypto::Sha256 digest;
  for (const auto& [name, bytes] : by_name(files)) {
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

std::vector<ReferenceProblem> check_reference(std::span<const NamedText> files) {
  ReferenceProblems problems;
  read_all(files, problems);
  return problems.sorted();
}

ReferenceData load_reference(std::span<const NamedText> files) {
  ReferenceProblems problems;
  auto tables = read_all(files, problems);
  if (!problems.empty()) throw problems_error(problems.sorted());
  for (auto& standard : tables.standards)
    std::sort(standard.value.editions.begin(), standard.value.editions.end(),
              [](const Edition& left, const Edition& right) { return left.id < right.id; });
  return {Reference(values_of(std::move(tables.standards)), values_of(std::move(tables.accreditation_bodies)),
                    values_of(std::move(tables.certification_bodies)), version_of(files)),
          values_of(std::move(tables.registers))};
}

std::vector<NamedText> built_in_reference_files() {
  std::vector<NamedText> files;
  for (const auto& file : embedded_files())
    if (file.name.starts_with(kReferenceFolder)) files.push_back({file.name, file.bytes});
  return files;
}

}  // namespace certreg::service
