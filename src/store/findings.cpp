#include "certreg/store/imports.h"
#include "store/lists.h"
#include "store/values.h"

namespace certreg::store {
namespace {

Finding finding_of(const Row& row) {
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

bool insert_finding(Transaction& transaction, const Finding& finding) {
  const auto inserted = transaction.run(
      "insert_finding",
      {finding.id, finding.kind, filled(finding.supplier), filled(finding.certificate),
       filled(finding.document), filled(finding.address), finding.detail, to_string(finding.recorded_at)});
  return inserted.begin() != inserted.end();
}

std::vector<Finding> list_findings(Transaction& transaction, const std::string& after, int limit) {
  return list_page(transaction, "list_findings", after, {limit}, finding_of);
}

}  // namespace certreg::store
