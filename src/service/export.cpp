#include "certreg/service/export.h"

#include <algorithm>

#include "certreg/codec/record_writer.h"
#include "certreg/store/documents.h"
#include "service/export_table.h"

namespace certreg::service {
namespace {

constexpr std::size_t kRecordsAtOnce = 200;

template <class Record>
void write_line(std::string& out, const Record& record) {
  codec::JsonWriter writer(out);
  codec::write(writer, record);
  out += '\n';
}

std::unordered_set<std::string> documents_withheld(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  std::unordered_set<std::string> ids;
  for (auto& id : store::documents_under_agreement(transaction)) ids.insert(std::move(id.value));
  return ids;
}

}  // namespace

RegisterExport::RegisterExport(Services& services, ExportNoun noun, ExportFormat format)
    : services_(services), noun_(noun), format_(format), withheld_(documents_withheld(services)) {}

bool RegisterExport::write_next(std::string& out) {
  if (!begun_ && format_ == ExportFormat::Csv)
    out += noun_ == ExportNoun::Suppliers ? supplier_columns() : certificate_columns();
  begun_ = true;
  return noun_ == ExportNoun::Suppliers ? write_suppliers(out) : write_certificates(out);
}

bool RegisterExport::write_suppliers(std::string& out) {
  const auto suppliers = services_.catalogue.suppliers_after({after_}, kRecordsAtOnce);
  for (const auto& supplier : suppliers) write(out, *supplier);
  if (!suppliers.empty()) after_ = suppliers.back()->id.value;
  return suppliers.size() == kRecordsAtOnce;
}

bool RegisterExport::write_certificates(std::string& out) {
  const auto records = services_.catalogue.certificates_after({after_}, kRecordsAtOnce);
  for (const auto& record : records)
    for (const auto& issue : record->issues)
      if (!issue.retired) write(out, issue);
  if (!records.empty()) after_ = records.back()->id.value;
  return records.size() == kRecordsAtOnce;
}

void RegisterExport::write(std::string& out, const Supplier& supplier) const {
  format_ == ExportFormat::Csv ? append_row(out, supplier) : write_line(out, supplier);
}

bool RegisterExport::is_under_agreement(const CertificateVersion& version) const {
  return !withheld_.empty() &&
         std::any_of(version.quotes.begin(), version.quotes.end(),
                     [&](const Quote& quote) { return withheld_.contains(quote.document.value); });
}

void RegisterExport::write(std::string& out, const CertificateVersion& version) const {
  if (format_ == ExportFormat::Csv) return append_row(out, version);
  if (!is_under_agreement(version)) return write_line(out, version);
  auto shown = version;
  std::erase_if(shown.quotes, [&](const Quote& quote) { return withheld_.contains(quote.document.value); });
  write_line(out, shown);
}

}  // namespace certreg::service
