// Pages of claims, and what waits for a person.
#include <thread>

#include "service/register_world.h"

namespace certreg::service {
namespace {

std::string page(const std::string& words) { return "<html><body><h1>Trust</h1>" + words + "</body></html>"; }
const std::string kBoth = page(
    "<p>Acme Cloud Limited is certified to ISO/IEC 27001:2013.</p>"
    "<p>Acme Cloud Limited is certified to ISO 22301:2019.</p>");
const std::string kOne = page("<p>Acme Cloud Limited is certified to ISO/IEC 27001:2013.</p>");

TEST(Page, AClaimOfTheSuppliersSourceIsAcceptedAsClaimed) {
  RegisterWorld world;
  const auto run = world.take("acme/trust.html", kOne);
  EXPECT_EQ(world.count(run, "accepted"), 1) << run.counts;
  EXPECT_TRUE(has_code(world.asked("2025-10-31"), Topic::Evidence, "claimed"));
  EXPECT_FALSE(has_code(world.asked("2025-10-31"), Topic::Standard, "edition_withdrawn"));
  EXPECT_TRUE(has_code(world.asked("2025-11-01"), Topic::Standard, "edition_withdrawn"));
}

TEST(Page, OfNobodyKnownWaitsForAPerson) {
  RegisterWorld world;
  EXPECT_EQ(world.count(world.take("trust.html", kOne), "pending"), 1);
  EXPECT_TRUE(world.certificates().empty());
}

TEST(Page, OfNobodyKnownIsProposedOnceHoweverOftenItIsRead) {
  RegisterWorld world;
  for (int i = 0; i < 3; ++i) world.take("trust.html", kBoth);
  EXPECT_EQ(world.proposals().size(), 2U);
}

TEST(Page, ThatStatesFewerDeletesNothingAndIsFoundOnce) {
  RegisterWorld world;
  EXPECT_EQ(world.count(world.take("acme/trust.html", kBoth), "accepted"), 2);
  EXPECT_EQ(world.count(world.take("acme/trust.html", kBoth), "unchanged"), 2);
  EXPECT_TRUE(world.observations().empty());
  for (int i = 0; i < 2; ++i) world.take("acme/trust.html", kOne);
  ASSERT_EQ(world.observations().size(), 1U);
  EXPECT_EQ(world.observations()[0].kind, "no_longer_stated");
  EXPECT_EQ(world.certificates().size(), 2U);
}

// Two suppliers' certificates are both called certificate.pdf.
TEST(Page, OfTheSameNameAndNoSourceIsNotTheSamePlace) {
  RegisterWorld world;
  const auto first = pdf({});
  const auto second = pdf({.number = "IS 200", .holder = "Other Cloud Limited"});
  EXPECT_EQ(world.count(world.take("certificate.pdf", first, true), "accepted"), 1);
  EXPECT_EQ(world.count(world.take("certificate.pdf", second, true), "accepted"), 1);
  EXPECT_TRUE(world.observations().empty());
}

Acceptance by_jane(std::string corrections = {}) {
  return {.corrections = std::move(corrections), .reason = "seen"};
}

TEST(Proposals, AreAcceptedWithCorrectionsThatStay) {
  RegisterWorld world;
  const auto bytes = pdf({.issued = "03/04/2025"});
  world.take("upload.pdf", bytes);
  const auto proposal = world.proposals().at(0);
  for (const auto* unsettled :
       {"", R"({"issued":null})", R"({"issued":"2025-02-30"})", R"({"colour":"red"})"})
    EXPECT_THROW(accept_proposal(world.services(), proposal.id, by_jane(unsettled), kReviewer), Error)
        << unsettled;
  accept_proposal(world.services(), proposal.id, by_jane(R"({"issued":"2025-04-03"})"), kReviewer);
  EXPECT_EQ(world.certificates().at(0)->latest().issued, support::day("2025-04-03"));
  EXPECT_EQ(world.count(world.take("upload.pdf", bytes), "unchanged"), 1);
  EXPECT_TRUE(world.proposals().empty());
}

TEST(Proposals, AreDecidedByOneOfTwoPeople) {
  RegisterWorld world;
  world.take("upload.pdf", pdf({}));
  const auto id = world.proposals().at(0).id;
  std::atomic<int> accepted{0}, conflicts{0};
  const auto decide = [&] {
    try {
      accept_proposal(world.services(), id, by_jane(), kReviewer);
      ++accepted;
    } catch (const Error& error) {
      if (error.kind == ErrorKind::Conflict) ++conflicts;
    }
  };
  std::thread other(decide);
  decide();
  other.join();
  EXPECT_EQ(accepted, 1);
  EXPECT_EQ(conflicts, 1);
  EXPECT_EQ(world.certificates().size(), 1U);
}

// "None was there" holds until somebody writes one; who states no expectation corrects what there is.
TEST(Proposals, AreNotWrittenOverWhatWasNotSeen) {
  RegisterWorld world;
  world.take("one.pdf", pdf({}));
  world.take("other.pdf", pdf({.scope = "Development of Acme Drive."}));
  const auto waiting = world.proposals();
  ASSERT_EQ(waiting.size(), 2U);
  EXPECT_FALSE(compared_with(world.services(), waiting[0]));
  const auto accept = [&](const store::Proposal& proposal, std::optional<VersionId> seen,
                          const std::string& corrections = {}) {
    accept_proposal(world.services(), proposal.id,
                    {.corrections = corrections, .reason = "seen", .seen = std::move(seen)}, kReviewer);
  };
  const auto refused = [&](const VersionId& seen, const std::string& corrections = {}) {
    try {
      accept(waiting[0], seen, corrections);
    } catch (const Error& error) {
      return error.kind == ErrorKind::Conflict;
    }
    return false;
  };
  accept(waiting[1], VersionId{});
  const auto written = world.certificates().at(0)->latest();
  EXPECT_TRUE(refused({}));
  EXPECT_EQ(compared_with(world.services(), waiting[0]).value().issue.id, written.id);
  EXPECT_TRUE(refused(written.id, R"({"number":"IS 999"})")) << "it leads to none";
  EXPECT_EQ(world.certificates().at(0)->latest().id, written.id);
  EXPECT_EQ(world.proposals().size(), 1U);
  accept(waiting[0], std::nullopt);
  EXPECT_NE(world.certificates().at(0)->latest().id, written.id);
}

// A corrected list keeps the words that its other entries were read from, at their new places.
TEST(Proposals, ACorrectedListKeepsTheQuotesOfWhatStays) {
  RegisterWorld world;
  world.take("upload.pdf", pdf({}));
  const auto proposal = world.proposals().at(0);
  const auto read = codec::to_json(codec::stored_draft(codec::parse(proposal.draft)).version);
  ASSERT_EQ(read["accreditations"].size(), 1U);
  codec::Json corrections;
  corrections["accreditations"] =
      codec::Json::array({codec::Json{{"printed", "Another Board"}}, read["accreditations"][0]});
  accept_proposal(world.services(), proposal.id, by_jane(codec::dump(corrections)), kReviewer);
  const auto version = world.certificates().at(0)->latest();
  const auto quotes_of = [&](const std::string& field) {
    std::vector<Quote> all;
    std::ranges::copy_if(version.quotes, std::back_inserter(all),
                         [&](const Quote& quote) { return quote.field.starts_with(field); });
    return all;
  };
  ASSERT_EQ(quotes_of("accreditations[0]").size(), 1U);
  EXPECT_EQ(quotes_of("accreditations[0]").front().method, ReadingMethod::Person);
  ASSERT_FALSE(quotes_of("accreditations[1]").empty());
  for (const auto& quote : quotes_of("accreditations[1]")) EXPECT_EQ(quote.method, ReadingMethod::TextLayer);
  EXPECT_EQ(quotes_of("accreditations").size(), 1 + quotes_of("accreditations[1]").size());
}

TEST(Verify, RefusesWhatItDoesNotKnow) {
  RegisterWorld world;
  VerifyRequest request;
  request.entity = "Nobody Ltd";
  request.standard = "ISO 99999";
  EXPECT_THROW(verify(world.services(), request), Error);
  request.standard = "ISO 9001";
  request.services = {"\u202e"};
  EXPECT_THROW(verify(world.services(), request), Error);
  for (const auto* on : {"1900-01-01", "2199-12-31"})
    EXPECT_EQ(codes(world.asked(on, "Nobody Ltd"), Topic::Standard).at(0), "nothing_found") << on;
}

TEST(Verify, KnowsWhatWasKnownThen) {
  RegisterWorld world;
  world.take("acme/iso.pdf", pdf({}));
  const auto record = world.certificates().at(0);
  VerifyRequest request;
  request.supplier = record->latest().supplier;
  request.standard = "27001";
  request.services = {"Acme Mail"};
  request.on = support::day("2026-06-01");
  request.known_at = support::at("2026-06-01T13:00:00Z");
  world.clock().set("2026-06-01T14:00:00Z");
  retire_certificate(world.services(), record->id, record->latest().id, "not theirs", kReviewer);
  EXPECT_EQ(to_string(verify(world.services(), request).verdict.outcome), "satisfied");
  for (const auto& later : {std::optional(support::at("2026-06-01T14:30:00Z")), std::optional<Instant>()}) {
    request.known_at = later;
    EXPECT_EQ(codes(verify(world.services(), request), Topic::Standard).at(0), "nothing_found");
  }
}

TEST(Suppliers, AStaleVersionIsAConflict) {
  RegisterWorld world;
  auto supplier = create_supplier(world.services(), {.name = "Acme Cloud Limited", .vat = "GB1"}, kReviewer);
  EXPECT_THROW(create_supplier(world.services(), {.name = "Other", .vat = "GB 1"}, kReviewer), Error);
  correct_supplier(world.services(), supplier.id, 1, {.name = "Acme Cloud plc"}, kReviewer);
  EXPECT_THROW(retire_supplier(world.services(), supplier.id, 1, "gone", kReviewer), Error);
  EXPECT_EQ(retire_supplier(world.services(), supplier.id, 2, "gone", kReviewer).name, "Acme Cloud plc");
  EXPECT_EQ(supplier_history(world.services(), supplier.id).size(), 3U);
}

}  // namespace
}  // namespace certreg::service
