#include "certreg/store/access.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "store/register_test.h"

namespace certreg::store {
namespace {

using testing::ElementsAre;

class Access : public RegisterTest {
 protected:
  std::optional<IdempotentAnswer> claim(const std::string& digest, std::string_view now,
                                        const std::string& actor = "actor") {
    return commit([&](Transaction& transaction) {
      return claim_idempotency(transaction, actor, "key", digest, at(now));
    });
  }

  void finish(const IdempotentAnswer& answer) {
    commit([&](Transaction& transaction) { finish_idempotency(transaction, "actor", "key", answer); });
  }

  void release() {
    commit([](Transaction& transaction) { release_idempotency(transaction, "actor", "key"); });
  }
};

TEST_F(Access, KeysComeBackWholeAndStayRevoked) {
  const ApiKey full{uuid(1), "name", "buyer", "hash", "admin", at("2026-01-01"), at("2027-01-01"), {}};
  const auto revoke = [&](std::string_view now) {
    commit([&](Transaction& transaction) { revoke_api_key(transaction, uuid(1), at(now)); });
  };
  commit([&](Transaction& transaction) { insert_api_key(transaction, full); });
  revoke("2026-02-01");
  revoke("2026-03-01");
  auto transaction = database_.begin();
  const auto keys = list_api_keys(transaction);
  ASSERT_EQ(keys.size(), 1U);
  EXPECT_EQ(keys[0].id, full.id);
  EXPECT_EQ(keys[0].name, full.name);
  EXPECT_EQ(keys[0].role, full.role);
  EXPECT_EQ(keys[0].hash, full.hash);
  EXPECT_EQ(keys[0].recorded_by, full.recorded_by);
  EXPECT_EQ(keys[0].recorded_at, full.recorded_at);
  EXPECT_EQ(keys[0].expires_at, full.expires_at);
  EXPECT_EQ(keys[0].revoked_at, at("2026-02-01"));
}

TEST_F(Access, AnUnknownKeyCannotBeRevoked) {
  for (const std::string& id : {uuid(1), std::string("no uuid")}) {
    auto transaction = database_.begin();
    try {
      revoke_api_key(transaction, id, at("2026-01-01"));
      FAIL() << id;
    } catch (const Error& error) {
      EXPECT_EQ(error.kind, ErrorKind::NotFound);
    }
  }
}

TEST_F(Access, AuditEventsComeNewestFirst) {
  commit([](Transaction& transaction) {
    for (const char* action : {"one", "two", "three"})
      record_audit(transaction, {.at = at("2026-01-01"),
                                 .actor = "a",
                                 .action = action,
                                 .noun = "n",
                                 .noun_id = "i",
                                 .detail = R"({"z":1,"a":2})"});
  });
  auto transaction = database_.begin();
  const auto first = list_audit(transaction, 0, 2);
  ASSERT_EQ(first.size(), 2U);
  EXPECT_EQ(first[0].action, "three");
  EXPECT_EQ(first[0].at, at("2026-01-01"));
  EXPECT_EQ(first[0].actor, "a");
  EXPECT_EQ(first[0].noun, "n");
  EXPECT_EQ(first[0].noun_id, "i");
  EXPECT_EQ(first[0].detail, R"({"z":1,"a":2})");
  const auto rest = list_audit(transaction, first[1].id, 2);
  ASSERT_EQ(rest.size(), 1U);
  EXPECT_EQ(rest[0].action, "one");
}

TEST_F(Access, ASecondRequestSeesTheFirstAtWorkAndThenItsAnswer) {
  EXPECT_FALSE(claim("digest", "2026-01-01T00:00:00Z"));
  const auto at_work = claim("other digest", "2026-01-01T00:00:59Z");
  ASSERT_TRUE(at_work);
  EXPECT_EQ(at_work->status, 0);
  EXPECT_EQ(at_work->request_digest, "digest");
  finish({"digest", 201, R"([["Location","/v1/x"]])", "body"});
  const auto answered = claim("digest", "2026-01-01T23:59:59Z");
  ASSERT_TRUE(answered);
  EXPECT_EQ(answered->status, 201);
  EXPECT_EQ(answered->headers, R"([["Location","/v1/x"]])");
  EXPECT_EQ(answered->body, "body");
  EXPECT_FALSE(claim("digest", "2026-01-01T00:00:00Z", "other actor"));
}

TEST_F(Access, AnOldOrAbandonedOrReleasedKeyMayBeTakenAgain) {
  EXPECT_FALSE(claim("abandoned", "2026-01-01T00:00:00Z"));
  EXPECT_FALSE(claim("second", "2026-01-01T00:01:01Z"));
  finish({"abandoned", 200, "[]", ""});
  EXPECT_EQ(claim("third", "2026-01-01T00:01:02Z")->status, 0) << "finished by the request that lost it";
  finish({"second", 200, "[]", ""});
  release();
  EXPECT_EQ(claim("third", "2026-01-01T00:01:02Z")->status, 200) << "released although answered";
  EXPECT_FALSE(claim("fourth", "2026-01-02T00:01:02Z"));
  release();
  EXPECT_FALSE(claim("fifth", "2026-01-02T00:01:03Z"));
}

TEST_F(Access, OfManyRequestsAtOnceOneGetsTheKey) {
  std::atomic<int> owners = 0;
  std::vector<std::thread> requests;
  for (int i = 0; i < 4; ++i) requests.emplace_back([&] { owners += claim("digest", "2026-01-01") ? 0 : 1; });
  for (auto& request : requests) request.join();
  EXPECT_EQ(owners, 1);
}

}  // namespace
}  // namespace certreg::store
