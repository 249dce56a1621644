#include "certreg/domain/error.h"
#include "certreg/service/relationship_rows.h"
#include "certreg/service/reviews.h"
#include "certreg/service/screening.h"
#include "service/portfolio_world.h"

namespace certreg::service {
namespace {

std::string outcomes(const RelationshipImport& result) {
  std::string text;
  for (const auto& row : result.rows) text += std::string(to_string(row.outcome)) + " ";
  return text;
}

RelationshipImport take(PortfolioWorld& world, const std::string& csv, ImportMode mode = ImportMode::Keep) {
  return import_relationships(world.services(), csv, documents::MediaKind::Csv, mode, PortfolioWorld::kAda);
}

const std::string kTable =
    "Reference;Vendor;Tier;Services;Owner e-mail;owner_email;colour\n"
    "R-1;ACME CLOUD LTD;critical;Acme Mail;;ada@example.com;red\n"
    "R-2;Nobody Knows;critical;Paper;;ada@example.com;red\n"
    "R-3;Acme Cloud Limited;critical;Acme Mail;;nobody;red\n"
    "R-1;Acme Cloud Limited;critical;;;;red\n";

TEST(SupplierList, IsTakenOverRowByRowAndTwiceChangesNothing) {
  PortfolioWorld world;
  const auto dry = take(world, kTable, ImportMode::DryRun);
  EXPECT_EQ(outcomes(dry), "new new refused refused ");
  EXPECT_TRUE(list_relationships(world.services(), {}, 10).empty()) << "a dry run keeps nothing";
  const auto first = take(world, kTable);
  EXPECT_EQ(outcomes(first), "new new refused refused ");
  EXPECT_EQ(first.rows[0].matched, world.supplier_.id);
  EXPECT_FALSE(first.rows[1].matched) << "kept as written";
  EXPECT_EQ(first.rows[2].problems.front().field, "row 4, column owner_email");
  EXPECT_EQ(first.ignored_columns, (std::vector<std::string>{"Owner e-mail", "colour"}));
  EXPECT_EQ(outcomes(take(world, kTable)), "unchanged unchanged refused refused ");
  EXPECT_EQ(list_relationships(world.services(), {}, 10).size(), 2U);
  EXPECT_EQ(outcomes(take(world, "reference,supplier,note\nR-1,ACME CLOUD LTD,new\n")), "changed ");
  const auto known = list_relationships(world.services(), {}, 10);
  EXPECT_EQ(known.front().services, (std::vector<std::string>{"Acme Mail"})) << "no column, no change";
}

std::string changes(const RelationshipRow& row) {
  std::string text;
  for (const auto& one : row.changes) text += one.column + ": " + one.before + " -> " + one.after + "\n";
  return text;
}

TEST(SupplierList, SaysWhichColumnsWouldChange) {
  PortfolioWorld world;
  take(world,
       "reference,supplier,tier,services,owner_name,owner_email,critical_function,review_months,data\n"
       "R-1,Acme Cloud Limited,critical,Mail; Vault,Ada,ada@example.com,yes,12,personal\n");
  const auto dry = [&](const std::string& table) {
    return take(world, table, ImportMode::DryRun).rows.at(0);
  };
  EXPECT_EQ(changes(dry("reference,supplier,tier\nR-1,Acme Cloud Limited,critical\n")), "");
  EXPECT_EQ(changes(dry("reference,supplier,tier\nR-9,Acme Cloud Limited,critical\n")), "") << "it is new";
  EXPECT_EQ(
      changes(dry("reference,supplier,services,owner_email,deputies,critical_function,review_months,"
                  "starts\nR-1,Acme Cloud Limited,Mail,bob@example.com,eve@example.com,no,,2026-01-01\n")),
      "services: Mail; Vault -> Mail\ncritical_function: yes -> no\n"
      "owner_email: ada@example.com -> bob@example.com\ndeputies:  -> eve@example.com\n"
      "review_months: 12 -> \nstarts:  -> 2026-01-01\n");
  EXPECT_EQ(changes(dry("reference,supplier,provider\nR-1,Nobody,Acme Cloud Limited\n")),
            "supplier: Acme Cloud Limited (Acme Cloud Limited) -> Nobody\n"
            "provider:  -> Acme Cloud Limited (Acme Cloud Limited)\n")
      << "whom it is matched with is seen";
}

// What is wrong with taking over the rows that a dry run showed; empty: it was taken over.
std::string moved(PortfolioWorld& world, const std::string& csv, const RelationshipImport& dry) {
  try {
    import_relationships(world.services(), csv, documents::MediaKind::Csv, ImportMode::Keep,
                         PortfolioWorld::kAda, marks_of(dry));
    return {};
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Conflict);
    std::string text;
    for (const auto& problem : error.fields) text += problem.field + ": " + problem.rule + "\n";
    return text;
  }
}

TEST(SupplierList, RowsThatWereEditedSinceTheyWereShownAreNotWrittenOver) {
  PortfolioWorld world;
  const Actor bob{"bob", Role::Reviewer};
  const auto known = take(world, kTable).rows;
  const std::string table =
      "reference,supplier,note\nR-1,Acme Cloud Limited,ours\nR-2,Nobody Knows,ours\nR-9,Somebody,ours\n,,\n";
  const auto dry = take(world, table, ImportMode::DryRun);
  EXPECT_EQ(outcomes(dry), "changed changed new refused ");
  auto edited = find_relationship(world.services(), known[0].relationship);
  edited.tier = "low";
  edited.note = "theirs";
  correct_relationship(world.services(), edited.id, 1, edited, bob);
  EXPECT_EQ(moved(world, table, dry),
            "row 2: R-1 was edited meanwhile by bob: tier: critical -> low; note: nothing -> theirs\n");
  EXPECT_EQ(list_relationships(world.services(), {}, 10).size(), 2U) << "not the others either";
  EXPECT_EQ(find_relationship(world.services(), edited.id).note, "theirs");
  edited.reference = "R-9";
  create_relationship(world.services(), edited, bob);
  const auto again = take(world, table, ImportMode::DryRun);
  EXPECT_EQ(moved(world, table, dry).substr(0, 6), "row 2:");
  EXPECT_NE(moved(world, table, dry).find("row 4: R-9 was recorded meanwhile by bob"), std::string::npos);
  EXPECT_EQ(moved(world, table, again), "");
  EXPECT_EQ(moved(world, table, again), "") << "a second sending changes nothing";
}

TEST(SupplierList, ARowThatIsMatchedOtherwiseThanShownIsNotTaken) {
  PortfolioWorld world;
  const std::string table = "reference,supplier\nR-1,Late Limited\n";
  const auto dry = take(world, table, ImportMode::DryRun);
  EXPECT_FALSE(dry.rows[0].matched);
  create_supplier(world.services(), {.name = "Late Limited", .country = "GB"}, PortfolioWorld::kAda);
  EXPECT_EQ(moved(world, table, dry),
            "row 2: R-1 is not known any more, or is matched with another supplier\n");
  EXPECT_EQ(moved(world, table, {}), moved(world, table, dry)) << "without marks nothing was looked at";
}

TEST(SupplierList, OneNameUnderAnotherNumberIsNotMatched) {
  PortfolioWorld world;
  create_supplier(world.services(), {.name = "Twin Limited", .country = "GB", .vat = "GB123456789"},
                  PortfolioWorld::kAda);
  const auto taken =
      take(world,
           "reference,supplier,supplier_vat\nT-1,Twin Limited,GB 123 4567 89\nT-2,Twin Limited,GB999999999\n"
           "T-3,Twin Limited,\n");
  ASSERT_EQ(taken.rows.size(), 3U);
  EXPECT_TRUE(taken.rows[0].matched);
  EXPECT_FALSE(taken.rows[1].matched);
  EXPECT_TRUE(taken.rows[2].matched);
}

// What a person said of a party outlasts the next list.
TEST(SupplierList, APartyThatIsNoneOfTheSuppliersStaysSo) {
  PortfolioWorld world;
  const std::string table = "reference,supplier,tier\nR-1,Acme Cloud Limited,critical\n";
  const auto id = take(world, table).rows[0].relationship;
  auto known = find_relationship(world.services(), id);
  ASSERT_EQ(known.supplier.supplier, world.supplier_.id);
  known.supplier = {"Acme Cloud Limited", {}, true};
  known = correct_relationship(world.services(), id, known.version, known, PortfolioWorld::kAda);
  EXPECT_EQ(known.supplier.supplier, std::nullopt);
  EXPECT_NE(world.told(known).find("supplier_unmatched:open"), std::string::npos) << world.told(known);
  const auto again = take(world, table);
  EXPECT_EQ(outcomes(again), "unchanged ");
  EXPECT_TRUE(again.rows[0].suggestions.empty());
}

TEST(SupplierList, SuggestsTheLikeliestFirstAndNobodyOfAnotherNumber) {
  PortfolioWorld world;
  const auto add = [&](Supplier supplier) {
    return create_supplier(world.services(), supplier, PortfolioWorld::kAda).id;
  };
  add({.name = "Harbour Cloud Services Ltd", .country = "GB"});
  const auto juniper =
      add({.name = "Juniper Harbour Ltd", .country = "GB", .domains = {"juniperharbour.example"}});
  const auto named = suggest_suppliers(world.services(), {.name = "Juniper Harbor UK"});
  ASSERT_FALSE(named.empty());
  EXPECT_EQ(named.front().supplier.id, juniper);
  EXPECT_NE(named.front().match.answer, EntityAnswer::SameEntity);
  EXPECT_FALSE(named.front().match.reasons.empty());
  const auto by_domain = suggest_suppliers(world.services(), {.domain = "juniperharbour.example"});
  ASSERT_FALSE(by_domain.empty());
  EXPECT_EQ(by_domain.front().supplier.id, juniper);

  const auto twin = add({.name = "Twin Limited", .country = "GB", .vat = "GB123456789"});
  for (const auto& one : suggest_suppliers(world.services(), {.name = "Twin Limited", .vat = "GB999999973"}))
    EXPECT_NE(one.supplier.id, twin) << one.match.score;
}

TEST(SupplierList, WhatIsWrongWithTheWholeIsRefused) {
  PortfolioWorld world;
  for (const char* table : {"", "colour\nred\n", "supplier,supplier\na,b\n"})
    EXPECT_THROW(take(world, table), Error) << table;
}

TEST(Screening, EachNameHasItsAnswer) {
  PortfolioWorld world;
  const auto known = screen(world.services(), 1, {"Acme Cloud Ltd", "27001", {"Acme Mail"}});
  ASSERT_TRUE(known.verification);
  EXPECT_EQ(known.verification->supplier->id, world.supplier_.id);
  const auto unknown = screen(world.services(), 2, {"Nobody", "27001", {}});
  EXPECT_EQ(to_string(unknown.verification->verdict.outcome), "undecided");
  const auto wrong = screen(world.services(), 3, {"", "27001", {}});
  EXPECT_FALSE(wrong.verification);
  EXPECT_EQ(wrong.problems.front().field, "name");
}

TEST(Reviews, AFinishedOneIsTheSameForEver) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Vault");
  const auto review =
      finish_review(world.services(), {.sign_off = SignOff{.name = "Ada"}}, PortfolioWorld::kAda);
  const auto html = review_file(world.services(), review.id, report::ReviewFormat::Html);
  EXPECT_NE(html.find("Signed off by"), std::string::npos);
  world.set_day("2026-07-01");
  retire_relationship(world.services(), bought.id, 1, "ended", PortfolioWorld::kAda);
  EXPECT_EQ(review_file(world.services(), review.id, report::ReviewFormat::Html), html);
  EXPECT_EQ(review_files(world.services(), review.id).size(), 5U);
  EXPECT_THROW(preview_review(world.services(), {}, PortfolioWorld::kAda), Error)
      << "nothing is bought any more";
  const auto then = preview_review(
      world.services(), {.on = support::day("2026-06-01"), .known_at = support::at("2026-06-01T13:00:00Z")},
      PortfolioWorld::kAda);
  EXPECT_EQ(then.suppliers.size(), 1U) << "as it was known then";
}

TEST(Reviews, WhatIsFrozenIsWhatWasLookedAt) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Vault");
  auto review = preview_review(world.services(), {}, PortfolioWorld::kAda);
  world.buy("R-2", "Acme Mail");
  world.set_day("2026-06-02");
  review.sign_off = SignOff{.name = "Ada"};
  const auto frozen = freeze_review(world.services(), review, PortfolioWorld::kAda);
  EXPECT_EQ(frozen.suppliers, 1);
  EXPECT_EQ(frozen.prepared_at, review.prepared_at);
  review.id = frozen.id;
  review.sign_off->at = review.prepared_at;
  EXPECT_EQ(review_file(world.services(), frozen.id, report::ReviewFormat::Json),
            report::render(review, report::ReviewFormat::Json));
}

TEST(Reviews, OneOfADayToComeKeepsNoneFromBeingDue) {
  PortfolioWorld world;
  const auto bought = world.buy("R-1", "Acme Mail");
  finish_review(world.services(), {.on = support::day("2027-12-01")}, PortfolioWorld::kAda);
  world.set_day("2027-06-03");
  watch(world.services(), PortfolioWorld::kAda);
  EXPECT_NE(world.told(bought).find("review_overdue:open"), std::string::npos) << world.told(bought);
}

}  // namespace
}  // namespace certreg::service
