// All suppliers or all certificates, row by row from memory.
#pragma once

#include <string>
#include <unordered_set>

#include "certreg/service/services.h"

namespace certreg::service {

enum class ExportNoun { Suppliers, Certificates };
enum class ExportFormat { JsonLines, Csv };

// In the order of ids, which is that of their making; of a certificate a row for each issue, the oldest
// first. Each record is as it stands when it is written: what changes meanwhile is met before or after the
// change, and what comes meanwhile comes last. Not thread-safe; holds no copy of the register.
//
// JSON lines have the members of the API, and an import takes them. CSV has the columns that an import takes
// and some more; a cell that a spreadsheet would take for a formula begins with an apostrophe. Quotes from
// documents that are held under an agreement are left out.
class RegisterExport {
 public:
  // Asks the database which documents these are. Throws Error(Unavailable).
  RegisterExport(Services& services, ExportNoun noun, ExportFormat format);

  // Appends the next records; false when these were the last.
  bool write_next(std::string& out);

 private:
  bool write_suppliers(std::string& out);
  bool write_certificates(std::string& out);
  void write(std::string& out, const Supplier& supplier) const;
  void write(std::string& out, const CertificateVersion& version) const;
  bool is_under_agreement(const CertificateVersion& version) const;

  Services& services_;
  ExportNoun noun_;
  ExportFormat format_;
  std::unordered_set<std::string> withheld_;  // documents
  std::string after_;                         // the last id that was written
  bool begun_ = false;
};

}  // namespace certreg::service
