#include <gtest/gtest.h>

#include "certreg/store/access.h"
#include "certreg/store/documents.h"
#include "certreg/store/reference_versions.h"
#include "certreg/store/register_changes.h"
#include "store/register_test.h"

namespace certreg::store {
namespace {

class Immutability : public RegisterTest, public testing::WithParamInterface<const char*> {
 protected:
  Immutability() {
    keep_supplier();
    keep_documents();
    keep_version(full_version(1), {}, document_id('a'));
    commit([](Transaction& transaction) {
      const VersionId version{uuid(1)};
      confirm_versions(transaction, {&version, 1}, at("2026-01-01"), {});
      insert_check(transaction, full_check(1));
      record_sighting(transaction, {document_id('a'), "file:a", "a", at("2026-01-01"), ""});
      record_fetch(transaction, {.id = uuid(1), .source = "s", .address = "https://acme.example/"});
      const RecordedChange change{.at = at("2026-01-01"), .change = {.sentence = "It changed."}};
      insert_register_changes(transaction, {&change, 1});
      record_reference_version(
          transaction, {.version = std::string(64, 'a'), .recorded_at = at("2026-01-01"), .counts = "{}"},
          "[]");
      record_audit(transaction, {.actor = "a", .action = "b", .noun = "c", .noun_id = "d"});
    });
  }
};

class WhatWasRecorded : public Immutability {};

TEST_P(WhatWasRecorded, IsNeverChanged) {
  auto transaction = database_.begin();
  try {
    transaction.run_script(GetParam());
    FAIL() << "changed";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Conflict);
    EXPECT_NE(error.internal.find("is never changed"), std::string::npos) << error.internal;
  }
}

INSTANTIATE_TEST_SUITE_P(
    Refused, WhatWasRecorded,
    testing::Values("update supplier_version set name = 'x'", "delete from supplier_version",
                    "update certificate_version set number = 'x'", "delete from certificate_version",
                    "truncate certificate_version cascade", "update field_evidence set quote = 'x'",
                    "delete from field_evidence", "update confirmation set seen_on = '2026-01-02'",
                    "delete from confirmation", "update register_check set result = 'active'",
                    "delete from register_check", "update document_seen set name = 'x'",
                    "delete from document_seen", "update fetch_attempt set source = 'x'",
                    "delete from fetch_attempt", "update audit_event set actor = 'x'",
                    "delete from audit_event", "update register_change set sentence = 'x'",
                    "delete from register_change", "truncate register_change",
                    "update reference_version set version = repeat('b', 64)", "delete from reference_version",
                    "truncate reference_version", "delete from document", "delete from supplier",
                    "truncate supplier cascade", "delete from certificate",
                    "update certificate set key = 'x'",
                    "update supplier_key set supplier_id = gen_random_uuid()", "truncate supplier_key",
                    "update document set id = repeat('c', 64) where id = repeat('b', 64)",
                    "update document set bytes = 'x'"));

class WhatMayGo : public Immutability {};

TEST_P(WhatMayGo, Goes) {
  auto transaction = database_.begin();
  EXPECT_NO_THROW(transaction.run_script(GetParam()));
  EXPECT_NO_THROW(transaction.commit());
}

INSTANTIATE_TEST_SUITE_P(Accepted, WhatMayGo,
                         testing::Values("update document set bytes = null",
                                         "update document set access = 'agreement'",
                                         "delete from supplier_key"));

struct Dangling {
  const char* statement;
  const char* constraint;
};

class WhatRefersToNothing : public RegisterTest, public testing::WithParamInterface<Dangling> {};

TEST_P(WhatRefersToNothing, IsRefusedUnderItsName) {
  keep_supplier();
  keep_documents();
  keep_version(plain_version(1));
  auto transaction = database_.begin();
  try {
    transaction.run_script(GetParam().statement);
    FAIL() << "taken";
  } catch (const ConstraintViolation& violation) {
    EXPECT_EQ(violation.kind, ErrorKind::Conflict);
    EXPECT_EQ(violation.constraint, GetParam().constraint);
  }
}

// Rows that refer to something stand before the one that does not.
INSTANTIATE_TEST_SUITE_P(
    Refused, WhatRefersToNothing,
    testing::Values(
        Dangling{"insert into supplier_version (supplier_id, version, name, body, recorded_at, recorded_by) "
                 "select id, version, 'x', '{}', now(), 'x' "
                 "from (select id, 7 from supplier union all select gen_random_uuid(), 8) as x (id, version)",
                 "supplier_version_supplier_fk"},
        Dangling{"insert into supplier_key (key, supplier_id) "
                 "select 'x', id from supplier union all select 'x', gen_random_uuid()",
                 "supplier_key_supplier_fk"},
        Dangling{
            "insert into certificate_version (id, certificate_id, supplier_id, standard, evidence, body, "
            "recorded_at, recorded_by) select gen_random_uuid(), id, supplier_id, 'x', 'claimed', '{}', "
            "now(), "
            "'x' from (select certificate_id, supplier_id from certificate_version "
            "union all select gen_random_uuid(), supplier_id from certificate_version) as x (id, "
            "supplier_id)",
            "certificate_version_certificate_fk"},
        Dangling{
            "insert into certificate_version (id, certificate_id, supplier_id, standard, evidence, body, "
            "recorded_at, recorded_by) select gen_random_uuid(), certificate_id, gen_random_uuid(), 'x', "
            "'claimed', '{}', now(), 'x' from certificate_version",
            "certificate_version_supplier_fk"},
        Dangling{
            "insert into certificate_version (id, certificate_id, supplier_id, replaces, standard, evidence, "
            "body, recorded_at, recorded_by) select gen_random_uuid(), certificate_id, supplier_id, "
            "gen_random_uuid(), 'x', 'claimed', '{}', now(), 'x' from certificate_version",
            "certificate_version_replaces_fk"},
        Dangling{"insert into certificate_version (id, certificate_id, supplier_id, document_id, standard, "
                 "evidence, body, recorded_at, recorded_by) select gen_random_uuid(), certificate_id, "
                 "supplier_id, "
                 "repeat('f', 64), 'x', 'claimed', '{}', now(), 'x' from certificate_version",
                 "certificate_version_document_fk"},
        Dangling{"insert into confirmation (version_id, seen_on, seen_at) "
                 "select id, date '2026-01-01', now() from certificate_version "
                 "union all select gen_random_uuid(), '2026-01-01', now()",
                 "confirmation_version_fk"}));

}  // namespace
}  // namespace certreg::store
