#include "certreg/service/reviews.h"
#include "service/portfolio_world.h"
#include "web/messages.h"
#include "web/requests.h"

namespace certreg::web {
namespace {

using service::PortfolioWorld;
using service::Role;

// Sends the preview's form back, with a sign-off.
std::string body_of(const http::Response& preview, const std::string& sign_off) {
  std::string body;
  for (const char* name : {"token", "key", "digest", "supplier", "on", "known_at", "title"}) {
    // The first field of that name is the form's own, but for the token, which all forms share.
    body += std::string(name) + "=" + field_of(preview, name) + "&";
  }
  return body + sign_off;
}

class Desk {
 public:
  explicit Desk(PortfolioWorld& world, Role role = Role::Reviewer)
      : pages_(world.services(), {}), browser_(pages_) {
    browser_.sign_in(world.key(role));
  }
  http::Response get(const std::string& target) { return browser_.get(target); }
  http::Response freeze(const http::Response& preview, const std::string& sign_off) {
    return browser_.post("/reviews/preview", body_of(preview, sign_off));
  }

 private:
  Pages pages_;
  Browser browser_;
};

std::size_t kept(PortfolioWorld& world) { return service::list_reviews(world.services(), "", 100).size(); }

TEST(Reviews, AreLookedAtThenFrozenAndDownloaded) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  Desk desk(world);
  EXPECT_TRUE(has(desk.get("/reviews"), "No review was frozen yet."));
  const auto preview = desk.get("/reviews/preview?title=Autumn");
  EXPECT_EQ(preview.status, 200);
  EXPECT_TRUE(has(preview, "Preview: <bdi>Autumn</bdi>"));
  EXPECT_TRUE(has(preview, "href=\"/reviews/preview/pdf?title=Autumn\""));
  EXPECT_EQ(kept(world), 0U);
  const auto frozen = desk.freeze(preview, "name=Ada&role=CISO&note=Fine%0D%0Aby+me");
  ASSERT_EQ(frozen.status, 303);
  const auto address = header_of(frozen, "Location");
  const auto page = desk.get(address);
  EXPECT_TRUE(has(page, "The review is frozen."));
  EXPECT_TRUE(has(page, "<bdi>Ada</bdi>"));
  const auto path = address.substr(0, address.find('?'));
  const std::pair<const char*, const char*> formats[] = {
      {"html", "<!doctype html>"}, {"pdf", "%PDF-"}, {"xlsx", "PK"}, {"csv", "\xef\xbb\xbf"}, {"json", "{"}};
  for (const auto& [format, begins] : formats) {
    EXPECT_TRUE(has(page, "href=\"" + path + "/" + format + "\"")) << format;
    const auto file = desk.get(path + "/" + format);
    EXPECT_EQ(file.status, 200) << format;
    EXPECT_TRUE(file.body.substr(0, 15).find(begins) != std::string::npos ||
                file.body.substr(0, 15).find("<!DOCTYPE html>") != std::string::npos)
        << format << file.body.substr(0, 20);
    EXPECT_EQ(header_of(file, "Content-Security-Policy"),
              "default-src 'none'; style-src 'unsafe-inline'; sandbox");
  }
  EXPECT_TRUE(has(desk.get("/reviews"), "<bdi>Autumn</bdi>"));
  for (const char* wrong : {"/reviews/x", "/reviews/x/pdf", "/reviews/preview/exe", "/reviews/preview/pdf/x"})
    EXPECT_EQ(desk.get(wrong).status, 404) << wrong;
  EXPECT_EQ(desk.get(path + "/exe").status, 404);
}

TEST(Reviews, TheSameFormTwiceFreezesOnce) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  Desk desk(world);
  const auto preview = desk.get("/reviews/preview");
  const auto first = desk.freeze(preview, ""), second = desk.freeze(preview, "");
  EXPECT_EQ(second.status, 303);
  EXPECT_EQ(header_of(first, "Location"), header_of(second, "Location"));
  EXPECT_EQ(kept(world), 1U);
}

TEST(Reviews, WhatWasNotLookedAtIsNotFrozen) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  Desk desk(world);
  const auto preview = desk.get("/reviews/preview");
  world.buy("R-2", "Acme Vault");
  const auto told = desk.freeze(preview, "name=Ada");
  EXPECT_EQ(told.status, 409);
  EXPECT_TRUE(has(told, "What is known changed since you looked at it"));
  EXPECT_TRUE(has(told, "value=\"Ada\""));
  EXPECT_TRUE(has(told, "<bdi>R-2</bdi>"));
  EXPECT_EQ(kept(world), 0U);
  EXPECT_EQ(desk.freeze(told, "name=Ada").status, 303);
}

TEST(Reviews, WhatIsWrongStandsBesideTheField) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  Desk desk(world);
  const std::pair<const char*, const char*> cases[] = {
      {"entity=Nobody", "entity-problem"},      {"supplier=nobody", "entity-problem"},
      {"on=2026-02-30", "on-problem"},          {"known_at=x", "known-problem"},
      {"known_at=2036-01-01", "known-problem"}, {"on=2020-01-01&title=%01", "title-problem"}};
  for (const auto& [query, problem] : cases) {
    const auto page = desk.get(std::string("/reviews/preview?") + query);
    EXPECT_EQ(page.status, 400) << query;
    EXPECT_TRUE(has(page, std::string("id=\"") + problem + "\"")) << query;
  }
  const auto preview = desk.get("/reviews/preview?entity=Acme+Cloud+Limited");
  EXPECT_EQ(preview.status, 200);
  const auto unsigned_note = desk.freeze(preview, "note=%3Cb%3E");
  EXPECT_EQ(unsigned_note.status, 400);
  EXPECT_TRUE(has(unsigned_note, "id=\"name-problem\""));
  EXPECT_TRUE(has(unsigned_note, ">\n&lt;b&gt;</textarea>"));
  EXPECT_EQ(kept(world), 0U);
}

TEST(Reviews, AreFrozenByReviewersAlone) {
  PortfolioWorld world;
  world.buy("R-1", "Acme Mail");
  Desk reader(world, Role::Reader);
  const auto preview = reader.get("/reviews/preview");
  EXPECT_EQ(preview.status, 200);
  EXPECT_FALSE(has(preview, "Freeze this review"));
  EXPECT_EQ(reader.freeze(preview, "").status, 403);
  EXPECT_EQ(kept(world), 0U);
}

TEST(Reviews, HostileTextIsHarmless) {
  PortfolioWorld world;
  world.buy("<i>R</i>", "</bdi><script>alert(1)</script>");
  Desk desk(world);
  const auto preview = desk.get("/reviews/preview?title=%3Cimg%3E&entity=");
  EXPECT_EQ(preview.status, 200);
  const auto wrong = desk.get("/reviews/preview?title=%3Cimg%3E&entity=%3Cimg%3E&on=%3Cimg%3E");
  for (const auto& page : {preview, wrong})
    for (const char* markup : {"<img>", "<script>alert", "<i>"}) EXPECT_FALSE(has(page, markup)) << markup;
}

TEST(Sizes, AreWrittenByLanguage) {
  EXPECT_EQ(size_text(999, Language::English), "999 B");
  EXPECT_EQ(size_text(12345, Language::English), "12.3 kB");
  EXPECT_EQ(size_text(12345, Language::German), "12,3 kB");
  EXPECT_EQ(number_text(999, Language::English), "999");
  EXPECT_EQ(number_text(1234567, Language::English), "1,234,567");
  EXPECT_EQ(number_text(123456, Language::German), "123.456");
  EXPECT_EQ(number_text(-1000, Language::German), "-1.000");
}

}  // namespace
}  // namespace certreg::web
