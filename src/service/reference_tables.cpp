#include "service/reference_tables.h"

#include "service/reference_readers.h"

namespace certreg::service {
namespace {

template <class T>
void read_list(ReferenceRow& lists, const char* key, Placed<T> (*read)(ReferenceRow&),
               std::vector<Placed<T>>& rows) {
  for (auto& row : lists.rows(key)) rows.push_back(read(row));
}

}  // namespace

void read_tables(const YAML::Node& root, std::string_view file, ReferenceTables& tables,
                 ReferenceProblems& problems) {
  ReferenceRow lists(root, file, problems);
  read_list(lists, "standards", read_standard, tables.standards);
  read_list(lists, "arrangements", read_arrangement, tables.arrangements);
  read_list(lists, "accreditation_bodies", read_accreditation_body, tables.accreditation_bodies);
  read_list(lists, "certification_bodies", read_certification_body, tables.certification_bodies);
  read_list(lists, "registers", read_register, tables.registers);
  read_list(lists, "legal_forms", read_legal_form, tables.legal_forms);
  read_list(lists, "cloud_providers", read_cloud_provider, tables.cloud_providers);
  read_list(lists, "cloud_regions", read_cloud_region, tables.cloud_regions);
  read_list(lists, "scope_words", read_scope_words, tables.scope_words);
  lists.refuse_other_keys();
}

std::vector<std::string> names_of(const Arrangement& arrangement) {
  std::vector<std::string> names{arrangement.id.value, arrangement.name};
  names.insert(names.end(), arrangement.aliases.begin(), arrangement.aliases.end());
  return names;
}

}  // namespace certreg::service
