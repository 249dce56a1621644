#include "certreg/store/documents.h"

#include <gmock/gmock.h>

#include "certreg/store/certificate_documents.h"
#include "store/register_test.h"

namespace certreg::store {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Documents : public RegisterTest {
 protected:
  void record(const FetchRecord& fetch) {
    commit([&](Transaction& transaction) { record_fetch(transaction, fetch); });
  }
};

TEST_F(Documents, AreKeptOnceByTheirDigest) {
  const std::string bytes("\0\xFF'\\x00\n", 8);
  const auto keep = [&] {
    return commit([&](Transaction& transaction) {
      return keep_document(transaction, document_id('a'), "application/pdf", bytes);
    });
  };
  EXPECT_TRUE(keep());
  EXPECT_FALSE(keep());
  auto transaction = database_.begin();
  EXPECT_EQ(document_bytes(transaction, document_id('a')), bytes);
  const auto facts = document_facts(transaction, document_id('a'));
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->media_type, "application/pdf");
  EXPECT_EQ(facts->size, 8);
  EXPECT_EQ(facts->access, "public");
  EXPECT_FALSE(facts->erased);
  EXPECT_NE(facts->recorded_at, Instant{});
  EXPECT_THAT(facts->sightings, IsEmpty());
}

TEST_F(Documents, ALongOneIsKeptInPiecesAndGoesOnWhereItWasCut) {
  std::string bytes(2 * kLongDocumentBytes + 5, '\0');
  for (std::size_t at = 0; at < bytes.size(); ++at) bytes[at] = static_cast<char>(at * 7 + at / 251);
  const auto id = document_id('e');
  database_.run("insert_document_piece",
                {id.value, 0, Param::bytes(std::string_view(bytes).substr(0, kLongDocumentBytes))});
  {
    auto transaction = database_.begin();
    EXPECT_FALSE(document_facts(transaction, id)) << "it is not whole";
  }
  EXPECT_TRUE(keep_long_document(database_, id, "text/csv", bytes));
  EXPECT_FALSE(keep_long_document(database_, id, "text/csv", bytes));
  auto transaction = database_.begin();
  EXPECT_EQ(document_pieces(transaction, id).count, 3U);
  EXPECT_TRUE(document_bytes(transaction, id) == bytes);
  const auto facts = document_facts(transaction, id);
  ASSERT_TRUE(facts);
  EXPECT_EQ(facts->size, static_cast<std::int64_t>(bytes.size()));
  EXPECT_FALSE(facts->erased);
}

TEST_F(Documents, UnknownOnesAreNone) {
  auto transaction = database_.begin();
  EXPECT_FALSE(document_facts(transaction, document_id('c')));
  EXPECT_FALSE(document_bytes(transaction, {"no digest"}));
  EXPECT_THAT(documents_of_certificate(transaction, {"no uuid"}), IsEmpty());
}

TEST_F(Documents, AnErasedOneKeepsItsDigestAndStaysErased) {
  keep_documents();
  commit([](Transaction& transaction) { transaction.run_script("update document set bytes = null"); });
  keep_documents();
  auto transaction = database_.begin();
  EXPECT_FALSE(document_bytes(transaction, document_id('a')));
  EXPECT_TRUE(document_facts(transaction, document_id('a'))->erased);
}

TEST_F(Documents, SayWhereAndWhenTheyWereSeen) {
  keep_documents();
  const Sighting full{document_id('a'), "https://acme.example/c.pdf", "c.pdf", at("2026-02-01T01:02:03.4Z"),
                      "acme"};
  const Sighting bare{document_id('a'), "file:c.pdf", "", at("2026-01-01"), ""};
  commit([&](Transaction& transaction) {
    record_sighting(transaction, full);
    record_sighting(transaction, bare);
  });
  auto transaction = database_.begin();
  const auto sightings = document_facts(transaction, document_id('a'))->sightings;
  ASSERT_EQ(sightings.size(), 2U);
  EXPECT_EQ(sightings[0].address, bare.address);
  EXPECT_EQ(sightings[0].source, "");
  EXPECT_EQ(sightings[1].document, full.document);
  EXPECT_EQ(sightings[1].address, full.address);
  EXPECT_EQ(sightings[1].name, full.name);
  EXPECT_EQ(sightings[1].seen_at, full.seen_at);
  EXPECT_EQ(sightings[1].source, full.source);
}

TEST_F(Documents, OfACertificateAreReadQuotedOrConfirming) {
  keep_supplier();
  keep_documents();
  auto version = plain_version(1);
  version.quotes = {{.field = "holder", .text = "Acme", .document = document_id('a')}};
  keep_version(version);
  const auto documents = [&] {
    auto transaction = database_.begin();
    std::vector<std::string> ids;
    for (const auto& document : documents_of_certificate(transaction, {uuid(1001)}))
      ids.push_back(document.id.value);
    return ids;
  };
  EXPECT_THAT(documents(), ElementsAre(document_id('a').value));
  commit([](Transaction& transaction) {
    const VersionId id{uuid(1)};
    confirm_versions(transaction, {&id, 1}, at("2026-03-01"), document_id('b'));
  });
  EXPECT_THAT(documents(), ElementsAre(document_id('a').value, document_id('b').value));
  auto transaction = database_.begin();
  const CertificateId ids[] = {{uuid(1001)}, {uuid(1999)}};
  const auto at_once = documents_of_certificates(transaction, ids);
  ASSERT_EQ(at_once.size(), 1U) << "who has none is left out";
  ASSERT_EQ(at_once.at(ids[0]).size(), 2U);
  EXPECT_EQ(at_once.at(ids[0])[0].id, document_id('a'));
  EXPECT_EQ(at_once.at(ids[0])[1].id, document_id('b'));
}

TEST_F(Documents, AttemptsToFetchComeBackWholeNewestFirst) {
  keep_documents();
  const FetchRecord full{uuid(1),
                         "acme",
                         "https://acme.example/c.pdf",
                         at("2026-01-01T00:00:00.5Z"),
                         FetchOutcome::Fetched,
                         200,
                         document_id('a'),
                         "\"etag\"",
                         "Thu, 01 Jan 2026 00:00:00 GMT",
                         "detail"};
  record(full);
  const std::vector outcomes{FetchOutcome::NotModified, FetchOutcome::NotFound, FetchOutcome::Refused,
                             FetchOutcome::Failed};
  for (std::size_t i = 0; i < outcomes.size(); ++i)
    record({.id = uuid(static_cast<int>(i) + 2),
            .source = "acme",
            .address = full.address,
            .fetched_at = full.fetched_at + std::chrono::seconds(i + 1),
            .outcome = outcomes[i]});
  auto transaction = database_.begin();
  const auto fetches = fetches_of_source(transaction, "acme", 10);
  ASSERT_EQ(fetches.size(), 5U);
  for (std::size_t i = 0; i < outcomes.size(); ++i) EXPECT_EQ(fetches[3 - i].outcome, outcomes[i]);
  EXPECT_EQ(fetches[0].http_status, 0);
  EXPECT_THAT(fetches_of_source(transaction, "other", 10), IsEmpty());
  EXPECT_EQ(fetches_of_source(transaction, "acme", 2).size(), 2U);

  const auto last = last_fetch_of(transaction, full.address);
  ASSERT_TRUE(last);
  EXPECT_EQ(last->id, full.id);
  EXPECT_EQ(last->fetched_at, full.fetched_at);
  EXPECT_EQ(last->outcome, full.outcome);
  EXPECT_EQ(last->http_status, full.http_status);
  EXPECT_EQ(last->document, full.document);
  EXPECT_EQ(last->etag, full.etag);
  EXPECT_EQ(last->last_modified, full.last_modified);
  EXPECT_EQ(last->detail, full.detail);
  EXPECT_FALSE(last_fetch_of(transaction, "https://other.example/"));
}

}  // namespace
}  // namespace certreg::store
