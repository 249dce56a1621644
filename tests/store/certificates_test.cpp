#include "certreg/store/certificates.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

#include "certreg/domain/issue_order.h"
#include "certreg/store/documents.h"
#include "certreg/store/known_versions.h"
#include "store/register_test.h"

namespace certreg::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

class Certificates : public RegisterTest {
 protected:
  Certificates() {
    keep_supplier();
    keep_documents();
  }

  void confirm(int version, std::string_view seen_at, const DocumentId& document = {}) {
    commit([&](Transaction& transaction) {
      const VersionId id{uuid(version)};
      confirm_versions(transaction, {&id, 1}, at(seen_at), document);
    });
  }

  static std::vector<std::string> ids(const std::vector<CertificateVersion>& versions) {
    std::vector<std::string> all;
    for (const auto& version : versions) all.push_back(version.id.value);
    return all;
  }

  std::vector<std::string> read_from(const std::string& address) {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    return ids(versions_read_from(transaction, address));
  }

  std::vector<CertificateRecord> known_at(std::string_view instant) {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    return certificates_known_at(transaction, {uuid(1)}, at(instant));
  }

  void see(char document, std::string_view seen_at) {
    commit([&](Transaction& transaction) {
      record_sighting(transaction, {document_id(document), "https://acme.example/", "", at(seen_at), ""});
    });
  }
};

CertificateVersion recorded(CertificateVersion version, std::string_view instant) {
  version.recorded_at = at(instant);
  return version;
}

TEST_F(Certificates, ComeBackWhole) {
  auto version = full_version(1);
  keep_version(version, {}, document_id('a'));
  confirm(1, "2026-03-01T00:00:00Z");
  commit([](Transaction& transaction) { insert_check(transaction, full_check(1)); });
  version.last_confirmed = at("2026-03-01T00:00:00Z");
  const auto record = load();
  EXPECT_EQ(record.id.value, uuid(1001));
  ASSERT_EQ(record.issues.size(), 1U);
  EXPECT_EQ(text(record.issues[0]), text(version));
  ASSERT_EQ(record.checks.size(), 1U);
  EXPECT_EQ(text(record.checks[0]), text(full_check(1)));
}

TEST_F(Certificates, WithNothingButTheirDutyComeBackWhole) {
  keep_version(plain_version(1));
  EXPECT_EQ(text(load().issues[0]), text(plain_version(1)));
}

TEST_F(Certificates, KeepDatesThatContradictEachOther) {
  auto version = full_version(1);
  version.expires = version.issued->plus_days(-1);
  keep_version(version);
  EXPECT_EQ(load().latest().expires, version.expires);
}

TEST_F(Certificates, HaveTheIdThatTheirKeyGotFirst) {
  const NewVersion fresh{"a \"key\" {}", plain_version(1), {}, {}};
  commit([&](Transaction& transaction) { insert_versions(transaction, {&fresh, 1}); });
  const std::vector<std::string> keys{"a \"key\" {}", "unknown"};
  auto transaction = database_.begin();
  EXPECT_THAT(certificate_ids(transaction, keys),
              ElementsAre(Pair("a \"key\" {}", CertificateId{uuid(1001)})));
  EXPECT_THAT(certificate_ids(transaction, {}), IsEmpty());
  const NewVersion other{"a \"key\" {}", plain_version(2, 2), {}, {}};
  EXPECT_THROW(insert_versions(transaction, {&other, 1}), ConstraintViolation);
}

TEST_F(Certificates, TakeAnotherVersionWithoutTheirKey) {
  keep_version(plain_version(1));
  const NewVersion fresh{"", plain_version(2), {}, {}};
  commit([&](Transaction& transaction) { insert_versions(transaction, {&fresh, 1}); });
  EXPECT_THAT(ids(load().issues), ElementsAre(uuid(1), uuid(2)));
}

TEST_F(Certificates, HaveColumnsThatSayWhatTheirBodiesSay) {
  auto version = plain_version(1);
  version.number = "\\N {1}, \"2\"";
  version.issued = Date(1999, 12, 31);
  version.expires = Date(2199, 1, 1);
  version.recorded_at = at("1999-12-31T23:59:59.999999Z");
  version.retired = true;
  keep_version(version, {}, {});
  commit([](Transaction& transaction) {
    transaction.run_script(
        "do $$ begin assert (select id::text = body->>'id' and certificate_id::text = body->>'certificate' "
        "and supplier_id::text = body->>'supplier' and standard = body->>'standard' and number = "
        "body->>'number' "
        "and issued::text = body->>'issued' and expires::text = body->>'expires' and evidence = "
        "body->>'evidence' "
        "and rfc3339(recorded_at) = body->>'recorded_at' and recorded_by = body->>'recorded_by' and retired "
        "and document_id is null and replaces is null from certificate_version); end $$");
  });
  EXPECT_EQ(text(load().issues.front()), text(version));
}

TEST_F(Certificates, RefuseATextWithNul) {
  auto version = plain_version(1);
  version.number = std::string("a\0b", 3);
  try {
    keep_version(version);
    FAIL() << "taken";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
  }
}

TEST_F(Certificates, AreReplacedOnceOnly) {
  keep_version(plain_version(1));
  keep_version(plain_version(2), VersionId{uuid(1)});
  EXPECT_THAT(ids(load().issues), ElementsAre(uuid(2)));
  try {
    keep_version(plain_version(3), VersionId{uuid(1)});
    FAIL() << "replaced twice";
  } catch (const ConstraintViolation& violation) {
    EXPECT_EQ(violation.kind, ErrorKind::Conflict);
    EXPECT_EQ(violation.constraint, "certificate_version_replaced_once");
  }
  EXPECT_THAT(ids(load().issues), ElementsAre(uuid(2)));
}

TEST_F(Certificates, IssuesComeOldestFirst) {
  auto by_recording = recorded(plain_version(1), "2024-06-01");
  auto by_validity = plain_version(2);
  by_validity.valid_from = Date(2021, 6, 1);
  auto by_issue = plain_version(3);
  by_issue.issued = Date(2022, 6, 1);
  by_issue.valid_from = Date(2019, 6, 1);
  for (const auto& version : {by_recording, by_issue, by_validity}) keep_version(version);
  EXPECT_THAT(ids(load().issues), ElementsAre(uuid(2), uuid(3), uuid(1)));
}

TEST_F(Certificates, UnknownIdsAreLeftOut) {
  keep_version(plain_version(1));
  const std::vector<CertificateId> asked{{uuid(1002)}, {"no uuid"}, {uuid(1001)}, {""}};
  auto transaction = database_.begin();
  EXPECT_EQ(load_certificates(transaction, asked).size(), 1U);
  EXPECT_THAT(load_certificates(transaction, {}), IsEmpty());
  EXPECT_THAT(certificate_history(transaction, {"no uuid"}), IsEmpty());
  EXPECT_THAT(certificates_known_at(transaction, {"no uuid"}, at("2026-01-01")), IsEmpty());
}

TEST_F(Certificates, AreConfirmedOnceADayAndDocument) {
  keep_version(plain_version(1));
  confirm(1, "2026-03-01T08:00:00Z", document_id('a'));
  confirm(1, "2026-03-01T09:00:00Z", document_id('a'));
  EXPECT_EQ(load().latest().last_confirmed, at("2026-03-01T08:00:00Z"));
  confirm(1, "2026-03-01T10:00:00Z", document_id('b'));
  EXPECT_EQ(load().latest().last_confirmed, at("2026-03-01T10:00:00Z"));
  confirm(1, "2026-02-01T10:00:00Z");
  EXPECT_EQ(load().latest().last_confirmed, at("2026-03-01T10:00:00Z"));
}

TEST_F(Certificates, TheHistoryHasReplacedVersionsToo) {
  keep_version(recorded(full_version(1), "2026-01-01"));
  keep_version(recorded(plain_version(2), "2026-01-02"), VersionId{uuid(1)});
  auto transaction = database_.begin();
  const auto history = certificate_history(transaction, {uuid(1001)});
  EXPECT_THAT(ids(history), ElementsAre(uuid(1), uuid(2)));
  EXPECT_EQ(history[0].quotes.size(), 2U);
}

TEST_F(Certificates, AreKnownAsOfAnInstant) {
  keep_version(recorded(plain_version(1), "2026-01-01"));
  keep_version(recorded(plain_version(2), "2026-02-01"), VersionId{uuid(1)});
  confirm(1, "2026-01-10T00:00:00Z");
  commit([](Transaction& transaction) { insert_check(transaction, full_check(1)); });
  EXPECT_THAT(known_at("2025-12-31"), IsEmpty());
  const auto before = known_at("2026-01-31T23:59:59.999999Z");
  ASSERT_EQ(before.size(), 1U);
  EXPECT_THAT(ids(before[0].issues), ElementsAre(uuid(1)));
  EXPECT_EQ(before[0].latest().last_confirmed, at("2026-01-10T00:00:00Z"));
  EXPECT_THAT(before[0].checks, IsEmpty());
  EXPECT_FALSE(known_at("2026-01-09")[0].latest().last_confirmed);
  EXPECT_THAT(ids(known_at("2026-02-01")[0].issues), ElementsAre(uuid(2)));
  EXPECT_EQ(known_at("2026-02-01T10:00:00.000001Z")[0].checks.size(), 1U);
}

TEST_F(Certificates, FollowTheSupplierThatACorrectionNames) {
  keep_supplier(2);
  keep_version(recorded(plain_version(1, 1, 1), "2026-01-01"));
  keep_version(recorded(plain_version(2, 1, 2), "2026-02-01"), VersionId{uuid(1)});
  EXPECT_EQ(known_at("2026-01-31").size(), 1U);
  EXPECT_THAT(known_at("2026-02-01"), IsEmpty());
}

TEST_F(Certificates, OfTheDocumentThatLastStoodAtAnAddress) {
  keep_version(plain_version(1, 1), {}, document_id('a'));
  keep_version(plain_version(2, 2), {}, document_id('a'));
  see('a', "2026-01-01");
  EXPECT_THAT(read_from("https://acme.example/"), ElementsAre(uuid(1), uuid(2)));
  EXPECT_THAT(read_from("https://other.example/"), IsEmpty());

  see('b', "2026-02-01");
  EXPECT_THAT(read_from("https://acme.example/"), IsEmpty());
  confirm(1, "2026-02-01T00:00:00Z", document_id('b'));
  keep_version(plain_version(3, 3), {}, document_id('b'));
  EXPECT_THAT(read_from("https://acme.example/"), ElementsAre(uuid(1), uuid(3)));
}

TEST_F(Certificates, OfADocumentStandAsTheyWereCorrected) {
  keep_version(plain_version(1, 1), {}, document_id('a'));
  keep_version(plain_version(2, 2), {}, document_id('a'));
  see('a', "2026-01-01");
  keep_version(plain_version(3, 1), VersionId{uuid(1)});
  auto retired = plain_version(4, 2);
  retired.retired = true;
  keep_version(retired, VersionId{uuid(2)});
  EXPECT_THAT(read_from("https://acme.example/"), ElementsAre(uuid(3)));
}

TEST_F(Certificates, ComeAllInBatchesEachOnce) {
  constexpr int kMany = 10'000;
  commit([](Transaction& transaction) {
    std::vector<NewVersion> versions;
    for (int i = 1; i <= kMany; ++i) {
      versions.push_back({"key " + uuid(i), plain_version(i, i), {}, document_id('a')});
      versions.back().version.quotes = full_version(1).quotes;
    }
    insert_versions(transaction, versions);
    std::vector<VersionId> ids;
    for (const auto& fresh : versions) ids.push_back(fresh.version.id);
    confirm_versions(transaction, ids, at("2026-03-01"), document_id('a'));
  });
  auto transaction = database_.begin(TransactionMode::ReadOnly);
  std::vector<std::string> seen;
  int batches = 0;
  int wrong = 0;
  for_all_certificates(transaction, [&](std::vector<CertificateRecord> batch) {
    ++batches;
    for (const auto& record : batch) {
      seen.push_back(record.id.value);
      if (record.issues.size() != 1 || record.latest().quotes.size() != 2 ||
          record.latest().last_confirmed != at("2026-03-01"))
        ++wrong;
    }
  });
  EXPECT_GT(batches, 1);
  EXPECT_EQ(wrong, 0);
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(kMany));
  EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
  EXPECT_EQ(std::adjacent_find(seen.begin(), seen.end()), seen.end());
}

// What the first load reads, held against what is read record by record.
class KnownVersions : public Certificates {
 protected:
  std::vector<std::string> by_pages(std::size_t shares) {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    const VersionMarks marks(transaction);
    std::map<CertificateId, std::vector<CertificateVersion>> issues;
    for (std::size_t share = 0; share < shares; ++share)
      for_all_known_versions(
          transaction, marks,
          [&](std::vector<StoredVersion> batch) {
            for (auto& stored : batch) {
              auto version = with_quotes(std::move(stored));
              issues[version.certificate].push_back(std::move(version));
            }
          },
          Share{share, shares});
    std::vector<std::string> all;
    for (auto& [id, versions] : issues) {
      put_in_order(versions);
      for (const auto& version : versions) all.push_back(text(version));
    }
    return all;
  }

  std::vector<std::string> by_records() {
    auto transaction = database_.begin(TransactionMode::ReadOnly);
    std::vector<std::string> all;
    for_all_certificates(transaction, [&](std::vector<CertificateRecord> batch) {
      for (const auto& record : batch)
        for (const auto& version : record.issues) all.push_back(text(version));
    });
    return all;
  }
};

TEST_F(KnownVersions, AreThoseOfWholeRecords) {
  keep_version(full_version(1), {}, document_id('a'));  // quotes in boxes
  auto issue = full_version(2);
  issue.issued = Date(2031, 1, 1);
  keep_version(issue);
  auto corrected = full_version(3);
  corrected.scope = "Corrected\nin two lines";
  keep_version(corrected, VersionId{uuid(2)});
  keep_version(recorded(full_version(4, 2), "1999-12-31T23:59:59.999999Z"));
  keep_version(plain_version(5, 3));
  commit([](Transaction& transaction) {
    std::vector<NewVersion> rows;
    for (int i = 10; i < 3000; ++i) {
      auto version = full_version(i, i);
      for (auto& quote : version.quotes) {
        quote = {.field = quote.field, .text = quote.text, .address = "file:a.csv", .page = i};
        quote.document = document_id('a');
      }
      version.quotes.push_back(version.quotes.front());
      version.quotes.back().field = "scope";
      version.quotes.back().text = version.scope;
      rows.push_back({"key " + uuid(i), version, {}, document_id('a')});
    }
    insert_versions(transaction, rows);
  });
  confirm(3, "2026-03-01T00:00:00Z");
  confirm(3, "2026-04-01T12:30:00.123456Z");
  confirm(20, "1999-03-01T00:00:00.000001Z", document_id('a'));
  const auto expected = by_records();
  EXPECT_EQ(expected.size(), 2994U);
  EXPECT_EQ(by_pages(1), expected);
  EXPECT_EQ(by_pages(3), expected);
}

TEST_F(KnownVersions, SayWhoseRecordsHaveMore) {
  keep_version(plain_version(1));
  keep_version(plain_version(2, 2));
  commit([](Transaction& transaction) { insert_check(transaction, full_check(2)); });
  auto transaction = database_.begin(TransactionMode::ReadOnly);
  EXPECT_THAT(certificates_with_more(transaction), ElementsAre(full_check(2).certificate));
}

}  // namespace
}  // namespace certreg::store
