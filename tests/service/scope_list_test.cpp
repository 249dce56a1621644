// A list of services that changes: what is said to have changed, and that nothing vanishes unseen.
#include "service/scope_list.h"

#include "service/register_world.h"
#include "service/succession.h"

namespace certreg::service {
namespace {

ScopeItem item(std::string name, ScopeExtent extent = ScopeExtent::Whole, std::string words = {}) {
  ScopeItem row;
  row.name = std::move(name);
  row.extent = extent;
  row.exclusion = std::move(words);
  return row;
}

TEST(ScopeList, OrderCaseAndPunctuationAreNoChange) {
  const auto change =
      change_of({item("Acme Mail"), item("Acme Drive")}, {item("ACME  DRIVE"), item("Acme-Mail")});
  EXPECT_TRUE(change.gone.empty());
  EXPECT_TRUE(change.added.empty());
}

TEST(ScopeList, ChangedEntriesAreGoneAndAdded) {
  auto regional = item("Acme Mail");
  regional.regions = {"Frankfurt"};
  const auto change = change_of({item("Acme Mail"), item("Acme Drive")}, {regional, item("Acme Drive")});
  ASSERT_EQ(change.gone.size(), 1U);
  ASSERT_EQ(change.added.size(), 1U);
  EXPECT_EQ(change.added[0].regions.size(), 1U);
}

TEST(ScopeList, SaysWhatIsLostAndWhatIsNoLongerLeftOut) {
  const auto out = item("Mail", ScopeExtent::Out, "not in scope");
  const auto part = item("Mail", ScopeExtent::InPart, "excludes relays");
  struct {
    const char* name;
    ScopeItems known, read;
    const char *lost, *lifted;
  } const cases[] = {
      {"dropped", {item("Mail"), item("Drive")}, {item("Drive")}, "Mail", ""},
      {"now listed as out", {item("Mail")}, {out}, "Mail", ""},
      {"now left out in part", {item("Mail")}, {part}, "", ""},
      {"no longer out", {out}, {item("Mail")}, "", "Mail"},
      {"no longer out, a part still", {out}, {part}, "", "Mail"},
      {"a part no longer left out", {part}, {item("Mail")}, "", "Mail"},
      {"out and dropped", {out}, {item("Drive")}, "", ""},
      {"the same", {item("Mail"), part}, {part, item("Mail")}, "", "Mail"},
  };
  for (const auto& row : cases) {
    EXPECT_EQ(lost_services(row.known, row.read), row.lost) << row.name;
    EXPECT_EQ(lifted_exclusions(row.known, row.read), row.lifted) << row.name;
  }
}

TEST(ScopeList, NamesTenOfManyThatAreLost) {
  ScopeItems many;
  for (int i = 0; i < 12; ++i) many.push_back(item("S" + std::to_string(i)));
  EXPECT_EQ(lost_services(many, {}), "S0, S1, S2, S3, S4, S5, S6, S7, S8, S9 and 2 more");
}

TEST(ScopeList, AnExclusionIsDroppedByAPersonOnly) {
  auto known = support::certificate(), read = known;
  known.scope_items = {item("Mail", ScopeExtent::InPart, "excludes relays")};
  read.scope_items = {item("Mail")};
  EXPECT_EQ(dropped_limits(known, read, compare(known, read)), "what is left out of Mail");
  EXPECT_EQ(dropped_limits(read, known, compare(read, known)), "");
}

std::string registered(const std::vector<std::string>& names) {
  codec::Json items = codec::Json::array();
  for (const auto& name : names) items.push_back({{"name", name}});
  const codec::Json row = {{"standard", "ISO/IEC 27001:2022"},
                           {"number", "IS 100"},
                           {"issuer_printed", "Good Certification Limited"},
                           {"issued", "2025-01-10"},
                           {"expires", "2028-01-09"},
                           {"scope", "Services according to the list"},
                           {"scope_items", items},
                           {"holders", codec::Json::array({{{"name", "Acme Cloud Limited"}}})}};
  return codec::dump({{"format", "certreg-certificates-1"}, {"certificates", codec::Json::array({row})}});
}

TEST(ScopeList, AShorterListWaitsForAPersonAndSaysWhatIsGone) {
  RegisterWorld world;
  EXPECT_EQ(world.count(world.take("list.json", registered({"Acme Mail", "Acme Drive"})), "accepted"), 1);
  EXPECT_TRUE(has_code(world.asked(), Topic::Scope, "service_named"));
  EXPECT_EQ(world.count(world.take("list.json", registered({"Acme Drive", "Acme Mail"})), "unchanged"), 1);

  EXPECT_EQ(world.count(world.take("list.json", registered({"Acme Drive"})), "pending"), 1);
  const auto diff = nlohmann::json::parse(world.proposals().at(0).diff);
  ASSERT_EQ(diff.size(), 1U);
  EXPECT_EQ(diff[0]["field"], "scope_items");
  ASSERT_EQ(diff[0]["known"].size(), 1U);
  EXPECT_EQ(diff[0]["known"][0]["name"], "Acme Mail");
  EXPECT_TRUE(diff[0]["read"].empty());
  EXPECT_TRUE(has_code(world.asked(), Topic::Scope, "service_named"));
}

TEST(ScopeList, AnAcceptedShorterListIsObserved) {
  RegisterWorld world;
  world.take("list.json", registered({"Acme Mail", "Acme Drive"}));
  EXPECT_EQ(world.count(world.take("list.json", registered({"Acme Drive"}), true), "accepted"), 1);
  EXPECT_TRUE(has_code(world.asked(), Topic::Scope, "service_not_named"));
  ASSERT_EQ(world.observations().size(), 1U);
  EXPECT_EQ(world.observations()[0].kind, "scope_reduced");
  EXPECT_EQ(world.observations()[0].detail, "no longer listed as in scope: Acme Mail");
}

TEST(ScopeList, APersonsListIsQuotedByEntry) {
  RegisterWorld world;
  world.take("upload.pdf", pdf({}));
  const auto id = world.proposals().at(0).id;
  accept_proposal(
      world.services(), id,
      {.corrections = R"({"scope_items":[{"name":"Acme Mail"},{"name":"Acme Drive"}]})", .reason = "seen"},
      kReviewer);
  const auto certificate = world.certificates().at(0);
  EXPECT_EQ(certificate->latest().scope_items.size(), 2U);
  const auto& quotes = certificate->latest().quotes;
  EXPECT_EQ(std::count_if(quotes.begin(), quotes.end(),
                          [](const Quote& quote) { return quote.field.starts_with("scope_items["); }),
            2);
}

}  // namespace
}  // namespace certreg::service
