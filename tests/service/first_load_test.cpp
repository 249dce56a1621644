// An instance that starts on a register that others wrote.
#include "certreg/codec/record_writer.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/keys.h"
#include "service/register_world.h"

namespace certreg::service {
namespace {

class FirstLoad : public testing::Test {
 protected:
  FirstLoad() {
    world_.take("one.pdf", pdf({.number = "IS 900"}), true);
    world_.take("one.csv",
                table(row("IS 1", "2025-01-10", "2028-01-09") + row("IS 1", "2026-01-05", "2029-01-04") +
                      row("IS 2", "2025-01-10", "2028-01-09", "Acme Mail", "Zenith Hosting GmbH")));
    world_.take("two.csv",
                table(row("IS 2", "2025-01-10", "2028-01-09", "Acme Mail", "Zenith Hosting GmbH")));
    auto renamed = *services().catalogue.suppliers_named("Zenith Hosting GmbH").at(0);
    renamed.name = "Zenith Cloud GmbH";
    renamed.reason = "was renamed";
    correct_supplier(services(), renamed.id, renamed.version, renamed, kReviewer);
    Check check{.checked_on = services().clock.today()};
    check.certificate = world_.certificates().front()->id;
    check.register_name = "CertSearch";
    check.result = CheckResult::Active;
    record_check(services(), check, kReviewer);
  }

  Services& services() { return world_.services(); }

  static std::vector<std::string> all_of(const catalogue::Catalogue& catalogue) {
    std::vector<std::string> all;
    for (const auto& supplier : catalogue.suppliers_after({}, 100)) {
      codec::JsonWriter out(all.emplace_back());
      codec::write(out, *supplier);
      all.back() += std::to_string(catalogue.certificates_of(supplier->id).size());
    }
    for (const auto& record : catalogue.certificates_after({}, 100)) {
      codec::JsonWriter out(all.emplace_back());
      codec::write(out, *record);
    }
    return all;
  }

  RegisterWorld world_;
  catalogue::Catalogue catalogue_;
  KeyRing keys_;
  CatalogueFeed feed_{services().database, catalogue_, keys_};
};

TEST_F(FirstLoad, KnowsWhatItsWriterKnows) {
  feed_.load();
  const auto all = all_of(catalogue_);
  EXPECT_EQ(all, all_of(services().catalogue));
  EXPECT_EQ(all.size(), 5U);
  EXPECT_EQ(catalogue_.suppliers_named("Zenith Cloud GmbH").size(), 1U);
  EXPECT_TRUE(catalogue_.suppliers_named("Zenith Hosting GmbH").empty());
  EXPECT_EQ(feed_.state().position, services().feed.state().position);
}

TEST_F(FirstLoad, AnswersLookUpsBeforeSearchesAndNeverThatNobodyIsThere) {
  feed_.load_records();
  EXPECT_TRUE(feed_.state().loaded);
  EXPECT_FALSE(feed_.state().searchable);
  EXPECT_EQ(all_of(catalogue_), all_of(services().catalogue));
  EXPECT_THROW(catalogue_.search("Zenith", 10), Error);
  EXPECT_THROW(feed_.wait_until_searchable(std::chrono::milliseconds(1)), Error);
  feed_.follow();
  feed_.wait_until_searchable(std::chrono::minutes(1));
  EXPECT_EQ(catalogue_.search("Zenith", 10).size(), 1U);
  EXPECT_EQ(catalogue_.search("IS 900", 10).size(), 1U);
}

TEST_F(FirstLoad, WhatIsWrittenBeforeNamesAreIndexedIsFoundAfterwards) {
  feed_.load_records();
  world_.take("three.csv", table(row("IS 3", "2025-01-10", "2028-01-09", "Acme Mail", "Quay Limited")));
  feed_.refresh();
  EXPECT_EQ(catalogue_.suppliers_named("Quay Limited").size(), 1U);
  feed_.index_names();
  EXPECT_EQ(catalogue_.search("Quay", 10).size(), 1U);
  EXPECT_EQ(catalogue_.search("IS 3", 10).size(), 1U);
}

}  // namespace
}  // namespace certreg::service
