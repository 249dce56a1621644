// What a definition would read, without keeping any of it.
#include "certreg/service/source_trial.h"

#include "service/register_world.h"

namespace certreg::service {
namespace {

const std::string kTrust = "https://acme.example/trust";

SourceDefinition following(const std::string& links) {
  auto source = support::source();
  source.pages = {{.address = kTrust, .follow = {{.address = links}}}};
  return source;
}

std::string links_to(int count) {
  std::string page = "<html><body><p>Acme Cloud Limited is certified to ISO/IEC 27001:2022.</p>";
  for (int at = 0; at < count; ++at) page += "<a href=\"page" + std::to_string(at) + "\">Certificate</a>";
  return page + "</body></html>";
}

class NotingWeb final : public fetch::Fetcher {
 public:
  fetch::FetchResult fetch(const fetch::FetchRequest& request) override {
    delay = request.min_delay;
    return {};
  }
  std::chrono::milliseconds delay{};
};

TEST(Trial, RestsAsLongAsTheDefinitionAsks) {
  RegisterWorld world;
  auto& all = world.services();
  NotingWeb web;
  Services services{all.database, all.catalogue, all.feed,  all.keys,   all.imports, all.world,
                    all.worker,   web,           all.clock, all.reload, all.history, all.assessments};
  auto source = support::source();
  source.politeness.min_delay = std::chrono::seconds(30);
  try_source(services, source, {});
  EXPECT_EQ(web.delay, std::chrono::seconds(30));
}

TEST(Trial, FollowsLinksFromTheBaseThatThePageNames) {
  RegisterWorld world;
  const auto based = "<html><head><base href=\"/files/\"></head>" + links_to(1).substr(6);
  world.web().put(kTrust, "text/html", based);
  const auto trial = try_source(world.services(), following("acme.example/*"), {});
  ASSERT_FALSE(trial.pages.empty());
  EXPECT_EQ(trial.pages[0].leads_to, std::vector<std::string>{"https://acme.example/files/page0"});
}

TEST(Trial, TellsWhatSoundsLikeAClaimAndWhereTheCertificateIs) {
  RegisterWorld world;
  world.web().put(kTrust, "text/html",
                  "<html><body><p>Acme Cloud Limited is certified to ISO/IEC 27001:2022, see the <a "
                  "href=\"/iso-27001.pdf\">ISO 27001 certificate</a>.</p>"
                  "<p>Our data centre provider is ISO 9001 certified.</p>"
                  "<p>We are ISO 22301 compliant.</p><p>What is ISO/IEC 27017?</p></body></html>");
  const auto trial = try_source(world.services(), following("elsewhere.example/*"), {});
  ASSERT_EQ(trial.pages.size(), 1U);
  const auto& page = trial.pages.front();
  ASSERT_EQ(page.drafts.size(), 1U);
  EXPECT_EQ(page.drafts.front().document_address, "/iso-27001.pdf");
  EXPECT_EQ(page.warnings,
            (std::vector<std::string>{
                "ISO 9001: \"Our data centre provider is ISO 9001 certified.\" speaks of somebody else's "
                "certification",
                "ISO 22301: \"We are ISO 22301 compliant.\" says compliant, which is no certification"}));
}

TEST(Trial, EndsAfterItsNumberOfPages) {
  RegisterWorld world;
  auto source = following("acme.example/*");
  source.politeness.max_pages = 1000;
  world.web().put(kTrust, "text/html", links_to(60));
  const auto trial = try_source(world.services(), source, {});
  EXPECT_EQ(trial.pages.size(), kMostTrialPages);
  EXPECT_EQ(trial.left_out, 61 - kMostTrialPages);
}

}  // namespace
}  // namespace certreg::service
