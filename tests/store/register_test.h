// A register of its own for a test, and records in which every member is filled.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "certreg/domain/certificate.h"
#include "certreg/domain/supplier.h"
#include "certreg/store/certificates.h"
#include "certreg/store/database.h"
#include "support/postgres.h"

namespace certreg::store {

std::string uuid(int number);
DocumentId document_id(char digit);  // the digit 64 times
Instant at(std::string_view iso);

Supplier full_supplier(int number = 1);
CertificateVersion plain_version(int id, int certificate = 1, int supplier = 1);
CertificateVersion full_version(int id, int certificate = 1, int supplier = 1);  // documents a and b
Check full_check(int id, int certificate = 1);

// For comparing whole records.
std::string text(const Supplier& supplier);
std::string text(const CertificateVersion& version);
std::string text(const Check& check);

class RegisterTest : public testing::Test {
 protected:
  // What `work` returns, committed.
  template <class Work>
  auto commit(Work work) {
    auto transaction = database_.begin();
    if constexpr (std::is_void_v<decltype(work(transaction))>) {
      work(transaction);
      transaction.commit();
    } else {
      auto result = work(transaction);
      transaction.commit();
      return result;
    }
  }

  void keep_supplier(int number = 1);
  void keep_documents();  // a and b
  void keep_version(CertificateVersion version, std::optional<VersionId> replaces = {},
                    DocumentId document = {});

  // The one record of this certificate.
  CertificateRecord load(int certificate = 1);

  Database database_{{.conninfo = test::fresh_database()}};
};

}  // namespace certreg::store
