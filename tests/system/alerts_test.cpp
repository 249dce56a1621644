// Alerts as people get them: the program sends, a real mail server receives, and the mails are read back.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <set>

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
      by_recipient[message.at("recipient")] = message;
    return by_recipient;
  }
  const std::string& supplier() const { return supplier_; }

 private:
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
  alerts.buy();
  const auto run = alerts.post("/v1/alerts/run");
  EXPECT_EQ(run.at("messages"), 2);
  EXPECT_EQ(run.at("sent"), 2);
  std::set<std::string> reached;
  for (int i = 0; i < 2; ++i) {
    const auto mail = server.mail();
    reached.insert(mail.at("to")[0].at("address"));
    EXPECT_EQ(mail.at("from")[0].at("address"), "certreg@register.example");
    EXPECT_THAT(mail.at("subject").get<std::string>(), HasSubstr("Acme Cloud Limited"));
    for (const char* part : {"text", "html"}) {
      const auto words = mail.at(part).get<std::string>();
      EXPECT_THAT(words, HasSubstr("V-17"));
      EXPECT_THAT(words, HasSubstr("Obtain the certificate from the supplier")) << "the cure";
      EXPECT_THAT(words, HasSubstr("https://certreg.example/suppliers/" + alerts.supplier()));
    }
    EXPECT_THAT(mail.at("headers").at("list-unsubscribe").get<std::string>(), HasSubstr("mailto:"));
    EXPECT_THAT(mail.at("headers").at("auto-submitted").get<std::string>(), HasSubstr("auto-generated"));
  }
  EXPECT_EQ(reached, (std::set<std::string>{"ada@example.com", "bob@example.com"}));
  const auto again = alerts.post("/v1/alerts/run");
  EXPECT_EQ(again.at("messages"), 0);
  EXPECT_EQ(again.at("sent"), 0);
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
  Alerts alerts(*server);
  server.reset();
  alerts.buy();
  EXPECT_EQ(alerts.post("/v1/alerts/run").at("deferred"), 2);
  for (const auto& [recipient, message] : alerts.messages()) {
    EXPECT_EQ(message.at("state"), "queued") << recipient;
    EXPECT_TRUE(message.at("last_code").is_null()) << "nobody answered";
  }
}

}  // namespace
}  // namespace certreg::system_test
