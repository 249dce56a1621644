// A source over time: what each attempt came to, and that nothing known is lost on the way.
#include "certreg/service/source_schedules.h"
#include "service/register_world.h"

namespace certreg::service {
namespace {

const std::string kTrust = "https://acme.example/trust";
const std::string kPdf = "https://files.acme.example/27001.pdf";

std::string page(const std::string& words) {
  return "<html><body><h1>Trust</h1>" + words + "<a href=\"" + kPdf + "\">Certificate</a></body></html>";
}
const std::string kClaim = page("<p>Acme Cloud Limited is certified to ISO/IEC 27001:2022.</p>");

SourceDefinition acme() {
  auto source = support::source();
  source.pages = {{.address = kTrust,
                   .follow = {{.address = "files.acme.example/*", .kind = documents::MediaKind::Pdf}}}};
  source.hosts = {"files.acme.example"};
  return source;
}

class Refresh : public ::testing::Test {
 protected:
  Refresh() { world_.define({acme()}); }

  store::ImportRun refresh() {
    ImportRequest request;
    request.source = "acme";
    const auto run = world_.services().imports.submit(world_.services(), std::move(request), kReviewer);
    world_.services().imports.wait(run.id, std::chrono::minutes(1));
    auto transaction = world_.services().database.begin(store::TransactionMode::ReadOnly);
    return store::load_import(transaction, run.id).value();
  }

  std::string result_at(const std::string& address) {
    for (const auto& attempt : source_state(world_.services(), acme()).pages)
      if (attempt.address == address) return attempt.result;
    return "never tried";
  }

  std::size_t known() { return world_.certificates().size(); }

  RegisterWorld world_;
};

TEST_F(Refresh, ReadsThePageAndTheCertificateThatItLinksTo) {
  world_.web().put(kTrust, "text/html", kClaim);
  world_.web().put(kPdf, "application/pdf", pdf({}));
  const auto run = refresh();
  EXPECT_EQ(run.state, "done") << run.error;
  EXPECT_EQ(world_.count(run, "page_new"), 2) << run.counts;
  EXPECT_EQ(known(), 2U);
  EXPECT_TRUE(has_code(world_.asked(), Topic::Evidence, "documented"));
}

TEST_F(Refresh, SaysWhatChangedAndWhatDidNot) {
  world_.web().put(kTrust, "text/html", kClaim);
  refresh();
  EXPECT_EQ(world_.count(refresh(), "page_unchanged"), 1);
  world_.web().put(kTrust, "text/html", page("<p>Acme Cloud Limited is certified to ISO 22301:2019.</p>"));
  EXPECT_EQ(world_.count(refresh(), "page_changed"), 1);
  EXPECT_EQ(known(), 2U) << "what the page said before stays";
}

TEST_F(Refresh, ConfirmsWhatTheHostSaysIsUnchanged) {
  world_.web().put(kTrust, "text/html", kClaim, "\"1\"");
  refresh();
  world_.clock().set("2026-06-11T12:00:00Z");
  EXPECT_EQ(world_.count(refresh(), "page_unchanged"), 1);
  ASSERT_EQ(known(), 1U);
  EXPECT_EQ(world_.certificates()[0]->latest().last_confirmed, parse_instant("2026-06-11T12:00:00Z"));
}

TEST_F(Refresh, WhatTheHostSaysIsUnchangedIsOfTheKindThatItWas) {
  auto source = acme();
  source.pages = {{.address = "https://acme.example/list?all"}};
  world_.define({source});
  world_.web().put(source.pages[0].address, "text/csv", table(row("IS 1", "2025-01-10", "2028-01-09")),
                   "\"1\"");
  refresh();
  ASSERT_EQ(known(), 1U);
  const auto run = refresh();
  EXPECT_EQ(world_.count(run, "page_unchanged"), 1) << run.counts;
  EXPECT_EQ(world_.count(run, "rows"), 1) << run.counts;
  EXPECT_TRUE(world_.observations().empty());
}

TEST_F(Refresh, AnAddressThatLeadsToAnotherHostSaysNothingForTheSource) {
  world_.web().answer(
      kTrust, {fetch::FetchOutcome::Fetched, 200, "https://other.example/", "text/html", {}, {}, kClaim, {}});
  ImportRequest request;
  request.address = kTrust;
  request.source = "acme";
  const auto run = world_.services().imports.submit(world_.services(), std::move(request), kReviewer);
  world_.services().imports.wait(run.id, std::chrono::minutes(1));
  EXPECT_EQ(result_at(kTrust), "moved_away");
  EXPECT_EQ(known(), 0U);
}

struct Turned {
  const char* result;
  fetch::FetchResult answer;
};

TEST_F(Refresh, KeepsWhatIsKnownWhateverThePageTurnsInto) {
  using fetch::FetchOutcome;
  const auto turned_into = [](const std::string& body) {
    return fetch::FetchResult{FetchOutcome::Fetched, 200, kTrust, "text/html", {}, {}, body, {}};
  };
  world_.web().put(kTrust, "text/html", kClaim);
  refresh();
  for (const auto& [result, answer] : {
           Turned{"gone", {FetchOutcome::NotFound, 404, kTrust, {}, {}, {}, {}, "status 404"}},
           Turned{"failed", {FetchOutcome::Failed, 500, kTrust, {}, {}, {}, {}, "status 500"}},
           Turned{"refused", {FetchOutcome::Refused, 0, {}, {}, {}, {}, {}, "not public"}},
           Turned{"moved_away",
                  {FetchOutcome::Fetched, 200, "https://other.example/", "text/html", {}, {}, kClaim, {}}},
           Turned{"unreadable",
                  {FetchOutcome::Fetched, 200, kTrust, "application/pdf", {}, {}, "%PDF-1.7 x", {}}},
           Turned{"emptied", turned_into("")},
       }) {
    world_.web().answer(kTrust, answer);
    const auto run = refresh();
    EXPECT_EQ(run.state, "done") << run.error;
    EXPECT_EQ(result_at(kTrust), result);
    EXPECT_EQ(known(), 1U) << result;
    EXPECT_TRUE(world_.observations().empty()) << result << ": the page did not say less, it said nothing";
  }
  world_.web().put(kTrust, "text/html", kClaim);
  EXPECT_EQ(world_.count(refresh(), "page_unchanged"), 1) << "as before it turned";
}

TEST_F(Refresh, ADocumentOfAnotherKindThanPromisedSaysNothing) {
  world_.web().put(kTrust, "text/html", page(""));
  world_.web().put(kPdf, "text/html", kClaim);
  refresh();
  EXPECT_EQ(result_at(kPdf), "other_kind");
  EXPECT_EQ(known(), 0U);
}

TEST_F(Refresh, OneRunAtATimeHasASource) {
  auto transaction = world_.services().database.begin();
  const auto now = world_.clock().now();
  ASSERT_TRUE(store::lease_source(transaction, "acme", now, {"another", now + std::chrono::minutes(15)},
                                  store::LeaseWhen::Free));
  transaction.commit();
  const auto refused = refresh();
  EXPECT_EQ(refused.state, "failed");
  EXPECT_EQ(world_.web().times_asked(kTrust), 0U);
  world_.clock().set("2026-06-01T12:16:00Z");  // its holder died
  EXPECT_EQ(refresh().state, "done");
  EXPECT_EQ(world_.web().times_asked(kTrust), 1U);
}

TEST_F(Refresh, TellsWhenTheSourceIsDueAgain) {
  auto source = acme();
  source.schedule.every = std::chrono::days(7);
  world_.define({source});
  refresh();  // nothing is there
  const auto state = [&] { return source_state(world_.services(), source).schedule.value(); };
  EXPECT_EQ(state().failures, 1);
  EXPECT_LT(*state().due_at, world_.clock().now() + std::chrono::hours(1));
  world_.web().put(kTrust, "text/html", kClaim);
  refresh();
  EXPECT_EQ(state().failures, 0);
  EXPECT_GE(*state().due_at, world_.clock().now() + std::chrono::days(7));
  EXPECT_LT(*state().due_at, world_.clock().now() + std::chrono::days(8));
}

TEST_F(Refresh, ReadsAListOfServicesInJson) {
  auto source = support::source();
  reading::ListSpec list{.part = "services", .form = reading::ListForm::Json};
  list.columns = {{"service", "name"}};
  list.standards = {StandardId{"iso-iec-27001"}};
  list.states_scope = true;
  source.pages = {{.address = "https://acme.example/services.json", .lists = {list}}};
  world_.define({source});
  world_.web().put("https://acme.example/services.json", "application/json",
                   R"({"services": [{"name": "Acme Mail"}, {"name": "Acme Drive"}]})");
  EXPECT_EQ(world_.count(refresh(), "accepted"), 1);
  ASSERT_EQ(known(), 1U);
  const auto items = world_.certificates()[0]->latest().scope_items;
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[1].name, "Acme Drive");
  EXPECT_EQ(world_.certificates()[0]->latest().evidence, EvidenceLevel::Claimed);
}

}  // namespace
}  // namespace certreg::service
