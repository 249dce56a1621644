// Alerts as people get them: the program sends, a real mail server receives, and the mails are read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

#include "mail/smtp_server.h"
#include "system/program.h"

namespace certreg::system_test {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class Alerts {
 public:
  explicit Alerts(const mail::SmtpServer& server)
      : service_(data_.path(),
                 {"--smtp", "smtp://127.0.0.1:" + std::to_string(server.options().port) + "?tls=none",
                  "--mail-from", "certreg@register.example", "--public-address", "https://certreg.example"}) {
    wait_for_the_first_look();
  }

  json post(const std::string& target, const json& body = json::object()) {
    return answer(service_.ask("POST", target, body.dump()));
  }
  json get(const std::string& target) { return answer(service_.ask("GET", target)); }

  // Of a supplier with nothing on record, owned by Ada; Bob stands in.
  json buy() {
    const auto supplier = post("/v1/suppliers", {{"name", "Acme Cloud Limited"}, {"country", "GB"}});
    supplier_ = supplier.at("id");
    return post("/v1/relationships", {{"reference", "V-17"},
                                      {"supplier", {{"name", "Acme Cloud Limited"}, {"supplier", supplier_}}},
                                      {"tier", "important"},
                                      {"services", {"Acme Mail"}},
                                      {"owner", {{"name", "Ada"}, {"email", "ada@example.com"}}},
                                      {"deputies", {{{"name", "Bob"}, {"email", "bob@example.com"}}}}});
  }
  std::map<std::string, json> messages() {
    std::map<std::string, json> by_recipient;
    const auto page = get("/v1/messages");
    for (const auto& message : page.at("items"))
      EXPECT_TRUE(by_recipient.emplace(message.at("recipient"), message).second) << "one message each";
    return by_recipient;
  }
  const std::string& supplier() const { return supplier_; }

 private:
  // The service watches and tells by itself, too: its next look is a minute later.
  void wait_for_the_first_look() const {
    for (int i = 0; i < 200; ++i) {
      if (service_.log().find("\"watched\"") != std::string::npos) return;
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    ADD_FAILURE() << "nothing was watched: " << service_.log();
  }
  static json answer(const http::Response& response) {
    EXPECT_LT(response.status, 300) << response.body;
    return json::parse(response.body, nullptr, false);
  }

  DataFolder data_;
  Service service_;
  std::string supplier_;
};

TEST(Alerts, ReachOwnerAndDeputyOnce) {
  mail::SmtpServer server;
  Alerts alerts(server);
  const auto relationship = alerts.buy();
  const auto watched = alerts.post("/v1/watch");
  EXPECT_EQ(watched.at("ran"), true);
  EXPECT_EQ(watched.at("relationships"), 1);
  EXPECT_EQ(watched.at("opened"), 0) << "what is bought is judged at once";
  const auto findings =
      alerts.get("/v1/findings?relationship=" + relationship.at("id").get<std::string>()).at("items");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].at("rule"), "certificate_missing");
  const auto run = alerts.post("/v1/alerts/run");
  EXPECT_EQ(run.at("messages"), 2);
  EXPECT_EQ(run.at("sent"), 2);
  std::set<std::string> reached;
  for (int i = 0; i < 2; ++i) {
    const auto mail = server.mail();
    ASSERT_EQ(mail.at("envelope").at("to").size(), 1U);
    reached.insert(mail.at("envelope").at("to")[0]);
    EXPECT_EQ(mail.at("to")[0].at("address"), mail.at("envelope").at("to")[0]);
    EXPECT_EQ(mail.at("from")[0].at("address"), "certreg@register.example");
    EXPECT_EQ(mail.at("subject"), "Acme Cloud Limited: No certificate");
    EXPECT_THAT(mail.at("text").get<std::string>(), HasSubstr(findings[0].at("sentence").get<std::string>()));
    for (const char* part : {"text", "html"}) {
      const auto words = mail.at(part).get<std::string>();
      EXPECT_THAT(words, HasSubstr("V-17"));
      EXPECT_THAT(words, HasSubstr("Obtain the certificate from the supplier")) << "the cure";
      EXPECT_THAT(words, HasSubstr("https://certreg.example/suppliers/" + alerts.supplier()));
    }
    EXPECT_THAT(mail.at("headers").at("list-unsubscribe").get<std::string>(),
                HasSubstr("<mailto:certreg@register.example?"));
    EXPECT_THAT(mail.at("headers").at("auto-submitted").get<std::string>(), HasSubstr("auto-generated"));
  }
  EXPECT_EQ(reached, (std::set<std::string>{"ada@example.com", "bob@example.com"}));
  const auto again = alerts.post("/v1/alerts/run");
  EXPECT_EQ(again.at("messages"), 0);
  EXPECT_EQ(again.at("sent"), 0);
  const auto messages = alerts.messages();
  EXPECT_EQ(messages.size(), 2U);
  for (const auto& [recipient, message] : messages) {
    EXPECT_EQ(message.at("state"), "sent") << recipient;
    EXPECT_EQ(message.at("attempts"), 1) << recipient;
  }
}

TEST(Alerts, ThatAreRefusedSayWhyAndThatAreDeferredWait) {
  const json settings{{"rcpt_codes", {{"ada@example.com", 550}, {"bob@example.com", 451}}}};
  mail::SmtpServer server(settings);
  Alerts alerts(server);
  alerts.buy();
  const auto run = alerts.post("/v1/alerts/run");
  EXPECT_EQ(run.at("refused"), 1);
  EXPECT_EQ(run.at("deferred"), 1);
  auto messages = alerts.messages();
  EXPECT_EQ(messages["ada@example.com"].at("state"), "refused");
  EXPECT_EQ(messages["ada@example.com"].at("last_code"), 550);
  EXPECT_THAT(messages["ada@example.com"].at("last_reply").get<std::string>(), HasSubstr("said the test"));
  EXPECT_TRUE(messages["ada@example.com"].at("next_attempt_at").is_null());
  EXPECT_EQ(messages["bob@example.com"].at("state"), "queued");
  EXPECT_EQ(messages["bob@example.com"].at("attempts"), 1);
  EXPECT_FALSE(messages["bob@example.com"].at("next_attempt_at").is_null());
}

TEST(Alerts, OutlastAServerThatIsAway) {
  auto server = std::make_unique<mail::SmtpServer>();
  const auto port = server->options().port;
  Alerts alerts(*server);
  server.reset();
  alerts.buy();
  EXPECT_EQ(alerts.post("/v1/alerts/run").at("deferred"), 2);
  const mail::SmtpServer back(json{{"port", port}});
  const auto early = alerts.post("/v1/alerts/run");
  EXPECT_EQ(early.at("messages"), 0) << "they wait already";
  EXPECT_EQ(early.at("sent"), 0) << "and are tried again after a minute";
  const auto messages = alerts.messages();
  EXPECT_EQ(messages.size(), 2U);
  for (const auto& [recipient, message] : messages) {
    EXPECT_EQ(message.at("state"), "queued") << recipient;
    EXPECT_EQ(message.at("attempts"), 1) << recipient;
    EXPECT_GT(message.at("next_attempt_at"), message.at("queued_at")) << recipient;
    EXPECT_TRUE(message.at("last_code").is_null()) << "nobody answered";
  }
}

}  // namespace
}  // namespace certreg::system_test
