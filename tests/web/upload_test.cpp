// Files that come in by the page.
#include <gtest/gtest.h>

#include "certreg/api/api.h"
#include "web/queue_world.h"

namespace certreg::web {
namespace {

nlohmann::json sent(QueueWorld& world, const std::string& name, const std::string& bytes) {
  auto request = request_of("/upload/file?name=" + name, http::Method::Post);
  request.headers.push_back({"X-Form-Token", token_of(world.reviewer.get("/upload"))});
  request.headers.push_back({"Content-Type", "application/octet-stream"});
  request.body = bytes;
  auto response = world.reviewer.send(request);
  EXPECT_EQ(response.status, 200);
  auto state = nlohmann::json::parse(response.body);
  for (int tries = 0; !state["over"] && tries < 20; ++tries)
    state = nlohmann::json::parse(
        world.reviewer.get("/upload/" + state["id"].get<std::string>() + "?as=state").body);
  return state;
}

struct Sent {
  const char* name;
  std::string file, bytes;
  const char *tone, *words, *detail;
};
TEST(Upload, SaysInWordsWhatBecameOfAFile) {
  QueueWorld world;
  world.take("acme/known.pdf", service::pdf({.number = "IS 1"}));
  const Sent cases[] = {
      {"a first certificate", "new.pdf", service::pdf({}), "waits", "Waits for a person.",
       "no source names its holder"},
      {"one from a source's file", "acme%2Fnew.pdf", service::pdf({.number = "IS 2"}), "done",
       "Accepted into the register.", "first certificate"},
      {"one that is known", "known.pdf", service::pdf({.number = "IS 1"}), "known", "Already known", ""},
      {"no certificate", "letter.pdf",
       sample::draw_pdf("60 80 12 Dear Sir or Madam, thank you for the fish.\n"), "refused",
       "No certificate was found in it.", ""},
      {"a damaged one", "x.pdf", "%PDF-1.7 nothing", "refused", "The file is damaged.", ""},
      {"an archive", "x.zip", std::string("PK\x03\x04rest\0\0", 10), "refused", "a kind that is not read",
       ""},
      {"nothing", "x.pdf", "", "refused", "The file is empty.", ""},
      {"a name that turns around", "%E2%80%AEfdp.exe", "x", "refused", "It was not taken:", "name"},
      {"a long page", "x.html", "<p>" + std::string(9U << 20, 'x'), "refused", "It is too large.", "8 MiB"},
  };
  for (const auto& [name, file, bytes, tone, words, detail] : cases) {
    const auto state = sent(world, file, bytes);
    ASSERT_FALSE(state["lines"].empty()) << name;
    const auto& line = state["lines"][0];
    EXPECT_EQ(line["tone"], tone) << name << state;
    EXPECT_NE(line["words"].get<std::string>().find(words), std::string::npos) << name << state;
    EXPECT_NE(line["detail"].get<std::string>().find(detail), std::string::npos) << name << state;
  }
}

TEST(Upload, LeadsToTheProposalOrTheSupplier) {
  QueueWorld world;
  const auto waits = sent(world, "new.pdf", service::pdf({.holder = "Other Limited"}));
  EXPECT_EQ(waits["links"][0]["address"], "/proposals/" + world.proposals().at(0).id.value) << waits;
  const auto done = sent(world, "acme%2Fnew.pdf", service::pdf({}));
  const auto supplier = world.certificates().at(0)->latest().supplier.value;
  EXPECT_EQ(done["links"][0]["address"], "/suppliers/" + supplier) << done;
  EXPECT_EQ(sent(world, "again.pdf", service::pdf({}))["links"][0]["address"], "/suppliers/" + supplier);
}

http::Request by_form(const std::string& token, const std::string& file) {
  auto request = request_of("/upload", http::Method::Post);
  request.headers.push_back({"Content-Type", "multipart/form-data; boundary=b"});
  request.body = "--b\r\nContent-Disposition: form-data; name=\"token\"\r\n\r\n" + token +
                 "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n" +
                 file + "\r\n--b--\r\n";
  return request;
}

TEST(Upload, WorksWithoutAScript) {
  QueueWorld world;
  const auto page = world.reviewer.get("/upload");
  EXPECT_TRUE(has(page, "enctype=\"multipart/form-data\""));
  const auto done = world.reviewer.send(by_form(token_of(page), service::pdf({})));
  ASSERT_EQ(done.status, 303);
  const auto result = world.reviewer.get(header_of(done, "Location"));
  EXPECT_TRUE(has(result, "<h1><bdi>a.pdf</bdi></h1>"));
  EXPECT_TRUE(has(result, "<li class=\"waits\">Waits for a person."));
  EXPECT_TRUE(has(result, "href=\"/proposals/" + world.proposals().at(0).id.value + "\""));
  const auto refused = world.reviewer.send(by_form(token_of(page), ""));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(has(refused, "The file is empty."));
}

// A long body lies in a file; its part is passed on without a copy.
TEST(Upload, TakesABodyThatIsHeld) {
  QueueWorld world;
  auto request = by_form(token_of(world.reviewer.get("/upload")), service::pdf({}));
  request.held = HeldBytes(std::exchange(request.body, {}));
  EXPECT_EQ(world.reviewer.send(request).status, 303);
  EXPECT_EQ(world.proposals().size(), 1U);
}

TEST(Upload, IsNotTakenFromOthers) {
  QueueWorld world;
  const std::string wrong(64, '0');
  EXPECT_EQ(world.reviewer.send(by_form(wrong, service::pdf({}))).status, 403);
  auto raw = request_of("/upload/file?name=a.pdf", http::Method::Post);
  raw.body = service::pdf({});
  EXPECT_EQ(world.reviewer.send(raw).status, 403);
  raw.headers.push_back({"X-Form-Token", wrong});
  EXPECT_EQ(world.reviewer.send(raw).status, 403);
  EXPECT_EQ(world.as(service::Role::Reader).get("/upload").status, 403);
  EXPECT_EQ(world.reviewer.get("/upload/nobody").status, 404);
  EXPECT_EQ(world.reviewer.get("/upload/file").status, 404);
  EXPECT_TRUE(world.proposals().empty());
}

// Decided by the head alone, before a body is read.
TEST(Upload, ThePlanKeepsLongBodiesOnDiskAndRefusesStrangers) {
  QueueWorld world;
  auto head = request_of("/upload/file?name=a.pdf", http::Method::Post);
  const auto stranger = world.pages.plan(head);
  ASSERT_TRUE(stranger.refusal.has_value());
  EXPECT_EQ(stranger.refusal->status, 403);
  head.headers.push_back({"Cookie", "certreg_session=" + world.reviewer.session});
  const auto plan = world.pages.plan(head);
  EXPECT_FALSE(plan.refusal.has_value());
  EXPECT_TRUE(plan.body_on_disk);
  EXPECT_EQ(plan.body_limit, 4ULL << 30);
  auto form = request_of("/proposals/x/accept", http::Method::Post);
  EXPECT_EQ(world.pages.plan(form).body_limit, 1ULL << 20);
  EXPECT_FALSE(world.pages.plan(form).body_on_disk);
  head.headers.back().value = "certreg_session=" + world.as(service::Role::Reader).session;
  EXPECT_TRUE(world.pages.plan(head).refusal.has_value());
}

TEST(Upload, TheApiAsksPagesForTheirPlan) {
  QueueWorld world;
  const auto& pages = world.pages;
  api::ApiOptions options;
  options.pages = [&](const http::Request& request) { return pages.handle(request); };
  const auto head = request_of("/upload", http::Method::Post);
  EXPECT_EQ(api::Api(world.services(), options).plan(head).body_limit, 1ULL << 20);
  options.page_plan = [&](const http::Request& request) { return pages.plan(request); };
  const api::Api api(world.services(), options);
  EXPECT_EQ(api.plan(head).body_limit, 4ULL << 30);
  EXPECT_TRUE(api.plan(head).refusal.has_value());
  EXPECT_FALSE(api.plan(request_of("/v1/imports", http::Method::Get)).refusal.has_value());
}

TEST(Upload, CountsTheRowsOfATable) {
  QueueWorld world;
  const auto state = sent(world, "rows.csv",
                          service::table(service::row("IS 1", "2025-01-10", "2028-01-09") +
                                         service::row("IS 2", "2025-13-10", "2028-01-09")));
  std::string words;
  for (const auto& line : state["lines"]) words += line["words"].get<std::string>() + "\n";
  EXPECT_NE(words.find("2 rows were read."), std::string::npos) << state;
  EXPECT_NE(words.find("1 could not be taken."), std::string::npos) << state;
}

TEST(Upload, WhatIsCutIsSaidToBe) {
  QueueWorld world;
  const auto words_of = [&](int rows) {
    std::string table;
    for (int number = 1; number <= rows; ++number)
      table += service::row("IS " + std::to_string(number), "2025-13-10", "2028-01-09");
    std::string words;
    const auto state = sent(world, "rows.csv", service::table(table));
    for (const auto& line : state["lines"]) words += line["words"].get<std::string>() + "\n";
    return words;
  };
  EXPECT_EQ(words_of(200).find("not shown here"), std::string::npos);
  EXPECT_NE(words_of(201).find("And one more, which is not shown here."), std::string::npos);
  EXPECT_NE(words_of(203).find("And 3 more, which are not shown here."), std::string::npos);
}

}  // namespace
}  // namespace certreg::web
