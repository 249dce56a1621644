#include "service/portfolio_world.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

using service::PortfolioWorld;
using service::Role;

const std::string kAddress = "/portfolio/import";
const std::string kTable =
    "reference;supplier;tier;owner_email;colour\n"
    "R-1;ACME CLOUD LTD;critical;ada@example.com;red\n"
    "R-2;Acme Clowd;critical;ada@example.com;red\n"
    "R-3;Acme Cloud Limited;critical;nobody;red\n";

class Desk {
 public:
  explicit Desk(PortfolioWorld& world, Role role = Role::Reviewer)
      : pages_(world.services(), {}), browser_(pages_) {
    browser_.sign_in(world.key(role));
    token_ = field_of(browser_.get("/portfolio"), "token");
  }
  http::Response look() { return browser_.get(kAddress); }
  http::Response upload(const std::string& content, const std::string& name = "list.csv") {
    return browser_.post_parts(kAddress, {{{"token", "", token_}, {"file", name, content}}});
  }
  http::Response take(const http::Response& dry) {
    return browser_.post_parts(kAddress, {{{"token", "", token_},
                                           {"name", "", field_of(dry, "name")},
                                           {"type", "", field_of(dry, "type")},
                                           {"kept", "", field_of(dry, "kept")},
                                           {"seen", "", field_of(dry, "seen")}}});
  }
  http::Response without_token() { return browser_.post_parts(kAddress, {{{"file", "list.csv", kTable}}}); }
  http::Response damaged() {
    return browser_.post_parts(kAddress, {{{"token", "", token_}, {"kept", "", "abc"}}});
  }

 private:
  Pages pages_;
  Browser browser_;
  std::string token_;
};

std::size_t known(PortfolioWorld& world) {
  return service::list_relationships(world.services(), {}, 100).size();
}

TEST(SupplierListPage, ShowsWhatWouldHappenThenDoesIt) {
  PortfolioWorld world;
  Desk desk(world);
  EXPECT_TRUE(has(desk.look(), "At most 700 kB"));
  const auto dry = desk.upload(kTable);
  EXPECT_EQ(dry.status, 200);
  EXPECT_TRUE(has(dry, "Nothing is kept yet."));
  EXPECT_TRUE(has(dry, "<dt>new</dt><dd>2</dd>"));
  EXPECT_TRUE(has(dry, "<dt>refused</dt><dd>1</dd>"));
  EXPECT_TRUE(has(dry, "Row 4<br>"));
  EXPECT_TRUE(has(dry, "<code><bdi>owner_email</bdi></code>: "));
  EXPECT_TRUE(has(dry, "<bdi>colour</bdi>"));
  EXPECT_TRUE(has(dry, "It may be:<ul><li><a href=\"/suppliers/" + world.supplier_.id.value));
  EXPECT_TRUE(has(dry, "Take over 2 rows"));
  EXPECT_EQ(known(world), 0U);
  const auto done = desk.take(dry);
  EXPECT_TRUE(has(done, "It was taken over."));
  EXPECT_TRUE(has(done, "<dt>new</dt><dd>2</dd>"));
  EXPECT_EQ(known(world), 2U);
  const auto again = desk.take(dry);
  EXPECT_TRUE(has(again, "<dt>unchanged</dt><dd>2</dd>")) << "a retry is safe";
  EXPECT_EQ(known(world), 2U);
  const auto dry_again = desk.upload(kTable);
  EXPECT_TRUE(has(dry_again, "There is nothing to take over."));
  EXPECT_EQ(field_of(dry_again, "kept"), "none");
}

TEST(SupplierListPage, WhatWasEditedSinceIsShownAndNotWrittenOver) {
  PortfolioWorld world;
  Desk desk(world);
  desk.take(desk.upload(kTable));
  const std::string table = "reference;supplier;tier\nR-1;ACME CLOUD LTD;low\n";
  const auto dry = desk.upload(table);
  EXPECT_TRUE(has(dry, "<code>tier</code>: <bdi>critical</bdi> → <strong><bdi>low</bdi></strong>"));
  EXPECT_FALSE(has(dry, "It was not taken over."));
  auto edited = service::list_relationships(world.services(), {}, 1).at(0);
  ASSERT_EQ(edited.reference, "R-1");
  edited.note = "<b>theirs</b>";
  service::correct_relationship(world.services(), edited.id, 1, edited, PortfolioWorld::kAda);
  const auto told = desk.take(dry);
  EXPECT_EQ(told.status, 409);
  EXPECT_TRUE(has(told, "It was not taken over."));
  EXPECT_TRUE(has(told, "R-1 was edited meanwhile by ada: note: nothing -&gt; &lt;b&gt;theirs&lt;/b&gt;"));
  EXPECT_EQ(service::find_relationship(world.services(), edited.id).tier, "critical");
  const auto done = desk.take(told);
  EXPECT_EQ(done.status, 200);
  EXPECT_EQ(service::find_relationship(world.services(), edited.id).tier, "low");
}

TEST(SupplierListPage, WhatIsWrongWithTheWholeIsSaid) {
  PortfolioWorld world;
  Desk desk(world);
  for (const auto& [content, name] : {std::pair<std::string, std::string>{"", "list.csv"},
                                      {"colour\nred\n", "list.csv"},
                                      {"%PDF-1.7 is no table", "list.pdf"},
                                      {"supplier\n\xff\xfe\n", "list.csv"},
                                      {std::string(700'001, 'x'), "list.csv"}}) {
    const auto page = desk.upload(content, name);
    EXPECT_EQ(page.status, 400) << name << content.substr(0, 20);
    EXPECT_TRUE(has(page, "Nothing was read from the file.")) << name;
    EXPECT_TRUE(has(page, "type=\"file\"")) << name;
  }
  EXPECT_EQ(desk.damaged().status, 400);
  EXPECT_EQ(known(world), 0U);
}

TEST(SupplierListPage, IsForReviewersWithTheFormsToken) {
  PortfolioWorld world;
  EXPECT_EQ(Desk(world, Role::Buyer).look().status, 403);
  EXPECT_EQ(Desk(world, Role::Buyer).upload(kTable).status, 403);
  EXPECT_EQ(Desk(world).without_token().status, 403);
  EXPECT_EQ(known(world), 0U);
}

TEST(SupplierListPage, HostileCellsAndNamesAreHarmless) {
  PortfolioWorld world;
  Desk desk(world);
  const auto dry = desk.upload(
      "reference;supplier;<b>colour</b>;tier\n<i>1;<script>alert(1)</script>;x;<i>\n", "<img src=x>.csv");
  EXPECT_EQ(dry.status, 200);
  for (const auto& page : {dry, desk.take(dry)})
    for (const char* markup : {"<b>", "<i>", "<script>alert", "<img"})
      EXPECT_FALSE(has(page, markup)) << markup;
  EXPECT_EQ(known(world), 1U);
}

TEST(CalendarPage, MakesAnAddressOnceAndRevokesIt) {
  PortfolioWorld world;
  const Pages pages(world.services(), {});
  Browser admin(pages), reader(pages);
  admin.sign_in(world.key(Role::Admin));
  reader.sign_in(world.key(Role::Reader));
  EXPECT_TRUE(has(reader.get("/portfolio/calendar"), "Addresses are made by administrators."));
  const auto token = field_of(admin.get("/portfolio/calendar"), "token");
  const auto made =
      admin.post("/portfolio/calendar", "token=" + token + "&name=Mine&owner=ada%40example.com");
  EXPECT_TRUE(has(made, "<code class=\"address\">http://certreg.example/v1/calendar/crk_"));
  const auto page = admin.get("/portfolio/calendar");
  EXPECT_FALSE(has(page, "/v1/calendar/crk_"));
  const auto wrong = admin.post("/portfolio/calendar", "token=" + token + "&name=&owner=%3Cb%3E");
  EXPECT_EQ(wrong.status, 400);
  EXPECT_TRUE(has(wrong, "id=\"name-problem\""));
  EXPECT_TRUE(has(wrong, "value=\"&lt;b&gt;\""));
  EXPECT_EQ(
      admin.post("/portfolio/calendar", "token=" + token + "&revoke=" + field_of(page, "revoke")).status,
      303);
  EXPECT_TRUE(has(admin.get("/portfolio/calendar"), "<strong>revoked</strong>"));
  EXPECT_EQ(reader.post("/portfolio/calendar", "name=x").status, 403);
}

}  // namespace
}  // namespace certreg::web
