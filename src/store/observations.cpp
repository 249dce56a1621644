#include "certreg/store/imports.h"
#include "store/lists.h"
#include "store/values.h"

namespace certreg::store {
namespace {

Observation observation_of(const Row& row) {
  return {.id = row.text("id"),
          .kind = row.text("kind"),
          .address = text_or_empty(row, "address"),
          .detail = row.text("detail"),
          .supplier = SupplierId{text_or_empty(row, "supplier_id")},
          .certificate = CertificateId{text_or_empty(row, "certificate_id")},
          .document = DocumentId{text_or_empty(row, "document_id")},
          .recorded_at = instant(row, "recorded_at")};
}

}  // namespace

bool insert_observation(Transaction& transaction, const Observation& observation) {
  const auto inserted =
      transaction.run("insert_observation",
                      {observation.id, observation.kind, filled(observation.supplier),
                       filled(observation.certificate), filled(observation.document),
                       filled(observation.address), observation.detail, to_string(observation.recorded_at)});
  return inserted.begin() != inserted.end();
}

std::vector<Observation> list_observations(Transaction& transaction, const std::string& after, int limit) {
  return list_page(transaction, "list_observations", after, {limit}, observation_of);
}

}  // namespace certreg::store
