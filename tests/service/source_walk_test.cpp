#include "service/source_walk.h"

#include <gtest/gtest.h>

namespace certreg::service {
namespace {

SourceDefinition source() {
  SourceDefinition source;
  source.name = "acme";
  source.pages = {{.address = "https://acme.example/trust",
                   .follow = {{.address = "files.acme.example/*.pdf", .kind = documents::MediaKind::Pdf},
                              {.address = "acme.example/more*", .text = "*certificates*"}}}};
  source.hosts = {"files.acme.example"};
  return source;
}

std::vector<std::string> addresses(SourceWalk& walk) {
  std::vector<std::string> all;
  while (auto step = walk.next()) all.push_back(step->address);
  return all;
}

TEST(SourceWalk, FollowsTheLinksThatItsRulesName) {
  const auto acme = source();
  SourceWalk walk(acme);
  const auto page = walk.next().value();
  walk.add_links(page, "https://acme.example/trust",
                 std::vector<reading::Link>{{"27001", "https://files.acme.example/27001.pdf", 1},
                                            {"again", "https://FILES.acme.example/27001.pdf#page=2", 1},
                                            {"All certificates", "/more", 1},
                                            {"Careers", "/more-jobs", 1},
                                            {"elsewhere", "https://evil.example/27001.pdf", 1},
                                            {"mail", "mailto:a@acme.example", 1},
                                            {"itself", "/trust", 1},
                                            {"other kind", "https://files.acme.example/27001.docx", 1}});
  const auto next = walk.next().value();
  EXPECT_EQ(next.address, "https://files.acme.example/27001.pdf");
  EXPECT_EQ(next.kind, documents::MediaKind::Pdf);
  EXPECT_EQ(next.found_on, "https://acme.example/trust");
  EXPECT_EQ(addresses(walk), std::vector<std::string>{"https://acme.example/more"});
}

TEST(SourceWalk, EndsInALoopOfLinks) {
  auto acme = source();
  acme.politeness.depth = 3;
  acme.pages[0].follow = {{.address = "acme.example/*"}};
  SourceWalk walk(acme);
  int visited = 0;
  while (auto step = walk.next()) {
    ++visited;
    walk.add_links(*step, step->address,
                   std::vector<reading::Link>{{"a", "/trust", 1}, {"b", "/a", 1}, {"c", "/b", 1}});
  }
  EXPECT_EQ(visited, 3);
}

TEST(SourceWalk, GoesNoDeeperAndNoFurtherThanItMay) {
  auto acme = source();
  acme.politeness = {.max_pages = 5, .depth = 1};
  acme.pages[0].follow = {{.address = "acme.example/*"}};
  SourceWalk walk(acme);
  const auto page = walk.next().value();
  std::vector<reading::Link> links;
  for (int i = 0; i < 20; ++i) links.push_back({"x", "/page" + std::to_string(i), 1});
  walk.add_links(page, page.address, links);
  const auto linked = walk.next().value();
  EXPECT_TRUE(walk.add_links(linked, linked.address, {{{"deeper", "/deeper", 1}}}).empty());
  EXPECT_EQ(addresses(walk).size(), 3U);
  EXPECT_EQ(walk.left_out(), 16U);
}

TEST(SourceWalk, KnowsItsHosts) {
  const auto acme = source();
  const SourceWalk walk(acme);
  EXPECT_TRUE(walk.is_of_source("https://acme.example/anything"));
  EXPECT_TRUE(walk.is_of_source("https://Files.Acme.example/x"));
  EXPECT_FALSE(walk.is_of_source("https://acme.example.evil.example/"));
  EXPECT_FALSE(walk.is_of_source("https://evil.example/?acme.example"));
}

}  // namespace
}  // namespace certreg::service
