// Real answers of every operation, for tests/contract/check.mjs to hold against openapi.yaml. With
// CERTREG_ANSWERS set they are written there, a JSON line each.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <set>

#include "api/client.h"
#include "api/router.h"
#include "certreg/crypto/base64.h"
#include "certreg/service/webhooks.h"

namespace certreg::test {
namespace {

// Calls like a client and keeps what came back.
class Recorder {
 public:
  Answer record(const Client& client, const std::string& method, const std::string& target,
                const json& body = nullptr, Headers headers = {}) {
    if (!body.is_null()) headers.push_back({"Content-Type", "application/json"});
    return raw(client, method, target, body.is_null() ? "" : body.dump(), std::move(headers));
  }
  Answer raw(const Client& client, const std::string& method, const std::string& target,
             const std::string& body, Headers headers) {
    auto answer = client.call(method, target, body, std::move(headers));
    const auto request = client.request_of(method, target);
    const auto* route = router_.find(request.method, request.segments);
    const std::string operation(route->operation);
    statuses_[operation].insert(answer.status() / 100);
    const bool is_text = answer.response.content_type != "application/octet-stream";
    lines_.push_back({{"operationId", operation},
                      {"status", answer.status()},
                      {"content_type", answer.response.content_type},
                      {"body", is_text ? answer.text().substr(0, 1'000'000) : ""}});
    return answer;
  }
  const std::map<std::string, std::set<int>>& statuses() const { return statuses_; }
  void write(const char* path) const {
    std::ofstream file(path);
    for (const auto& line : lines_) file << line.dump(-1, ' ', false, json::error_handler_t::replace) << '\n';
  }

 private:
  api::Router router_{api::routes()};
  std::map<std::string, std::set<int>> statuses_;
  std::vector<json> lines_;
};

constexpr const char* kNobody = "00000000-0000-7000-8000-000000000000";

std::string text(const Answer& answer, const char* member) { return answer.body().at(member); }

std::string walk_suppliers(Site& site, Recorder& out) {
  const json input{
      {"name", "Acme Cloud Limited"},
      {"aliases", {"Acme"}},
      {"country", "GB"},
      {"groups", {{{"supplier", kNobody}, {"source", "annual report"}, {"from", "2020-01-01"}}}}};
  const auto made = out.record(site.reviewer, "POST", "/v1/suppliers", input, {{"Idempotency-Key", "a"}});
  out.record(site.reviewer, "POST", "/v1/suppliers", {{"name", "x"}}, {{"Idempotency-Key", "a"}});
  out.record(site.reviewer, "POST", "/v1/suppliers", {{"colour", "red"}});
  const auto at = made.header("Location");
  const Headers seen{{"If-Match", made.header("ETag")}};
  out.record(site.reviewer, "PUT", at, input);
  out.record(site.reviewer, "PUT", at, input, seen);
  out.record(site.reviewer, "PUT", at, input, seen);
  out.record(site.reader, "GET", at);
  out.record(site.reader, "GET", "/v1/suppliers?limit=1");
  out.record(site.reader, "GET", "/v1/suppliers?q=acme");
  out.record(site.reader, "GET", "/v1/suppliers?q=acme&country=GB");
  out.record(site.reader, "GET", at + "/history");

  const auto other = site.reviewer.post("/v1/suppliers", {{"name", "Other"}});
  out.record(site.reader, "GET", "/v1/suppliers?limit=1");
  out.record(site.reviewer, "DELETE", other.header("Location") + "?reason=gone", nullptr,
             {{"If-Match", other.header("ETag")}});
  return text(made, "id");
}

void walk_certificates(Site& site, Recorder& out, const std::string& supplier) {
  auto input = Site::certificate_input(supplier);
  input["sites"] = {{{"name", "London"}, {"country", "GB"}}};
  input["accreditations"] = {{{"printed", "UKAS"}, {"number", "0001"}}};
  input["statuses"] = {
      {{"status", "suspended"}, {"from", "2025-06-01"}, {"until", "2025-07-01"}, {"said_by", "UKAS"}}};
  const auto made = out.record(site.reviewer, "POST", "/v1/certificates", input);
  out.record(site.reviewer, "POST", "/v1/certificates", input);
  const auto at = made.header("Location");
  out.record(site.reviewer, "POST", "/v1/checks",
             {{"certificate", text(made, "id")},
              {"register", "R"},
              {"result", "active"},
              {"checked_on", "2026-05-30"}});
  input["issued"] = "2028-01-02";
  input["expires"] = "2031-01-09";
  const auto seen = [&] { return Headers{{"If-Match", site.reader.get(at).header("ETag")}}; };
  out.record(site.reviewer, "PUT", at + "?as=new_issue", input, seen());
  out.record(site.reader, "GET", at);
  for (const char* part : {"/history", "/documents", "/look-ups"}) out.record(site.reader, "GET", at + part);
  out.record(site.reader, "GET", "/v1/certificates");
  out.record(site.reader, "GET", "/v1/suppliers/" + supplier + "/certificates");
  out.record(site.reader, "GET", "/v1/expiring?before=2032-01-01");
  out.record(site.reader, "GET", "/v1/verify?standard=27001&service=Acme+Mail&supplier=" + supplier);
  out.record(site.reader, "GET",
             "/v1/verify?standard=27001&known_at=2026-06-01T12:00:00Z&supplier=" + supplier);
  out.record(site.reader, "GET", "/v1/verify?standard=22301&entity=Acme");
  out.record(site.buyer, "POST", "/v1/verify",
             {{"items", {{{"supplier", supplier}, {"standard", "27001"}}, {{"entity", "Acme"}}}}});
  out.record(site.reviewer, "DELETE", at + "?reason=wrong", nullptr, seen());
}

void walk_intake(Site& site, Recorder& out) {
  const std::string table =
      "holder,number,standard,issuer,issued,expires,scope\n"
      "Acme Cloud Limited,IS 7,ISO/IEC 27001:2022,Good Certification Limited,2025-01-10,2028-01-09,Acme "
      "Mail\n"
      "Other Cloud Limited,IS 8,ISO/IEC 27001:2022,Good Certification Limited,2025-01-10,2028-01-09,Acme "
      "Mail\n"
      "Third Cloud Limited,IS 9,ISO/IEC 27001:2022,Good Certification Limited,2025-13-10,2028-01-09,Acme "
      "Mail\n";
  const Headers csv{{"Content-Type", "text/csv"}};
  const auto run = out.raw(site.reviewer, "POST", "/v1/imports?name=a.csv&wait=60", table, csv);
  out.raw(site.reviewer, "POST", "/v1/imports/preview?name=a.csv", table, csv);
  out.record(site.reviewer, "POST", "/v1/imports", {{"address", "https://acme.example/trust"}});
  out.record(site.reviewer, "POST", "/v1/imports?wait=60", {{"source", "acme"}});
  out.record(site.reviewer, "GET", "/v1/imports");
  out.record(site.reader, "GET", "/v1/export/certificates");
  out.record(site.reader, "GET", "/v1/export/certificates?format=csv");
  out.record(site.reader, "GET", "/v1/export/certificates?format=xml");
  out.record(site.reader, "GET", "/v1/export/suppliers");
  out.record(site.reader, "GET", "/v1/export/suppliers?format=csv");
  out.record(site.reviewer, "GET", run.header("Location"));
  out.record(site.reviewer, "GET", run.header("Location") + "/items");
  const auto first = site.proposal("IS 7"), second = site.proposal("IS 8");
  out.record(site.reviewer, "GET", "/v1/proposals?state=pending");
  const auto proposal = out.record(site.reviewer, "GET", first);
  const auto document = "/v1/documents/" + text(proposal, "document");
  out.record(site.reader, "GET", document);
  out.record(site.reviewer, "GET", document + "/content");
  const json corrections{{"issued", "2025-01-10"}, {"scope", "Acme Mail and more"}};
  out.record(site.reviewer, "POST", first + "/accept", {{"corrections", corrections}});
  out.record(site.reviewer, "POST", first + "/accept", json::object());
  out.record(site.reviewer, "POST", second + "/reject", {{"reason", "not ours"}});
  out.record(site.reviewer, "GET", "/v1/observations");
  out.record(site.reader, "GET", "/v1/changes?limit=2");
  out.record(site.reader, "GET", "/v1/changes?after=0&adverse=true&since=2026-01-01T00:00:00Z");
  for (const char* part : {"", "/acme", "/acme/fetches", "/acme/state"})
    out.record(site.reviewer, "GET", std::string("/v1/sources") + part);
  const std::string definition =
      "name: try\ntitle: T\nholder: {name: Acme}\nclaimant: {kind: supplier, name: Acme}\n"
      "pages: [{address: 'https://try.example/', select: {claims: '//p'}}]\n";
  const auto saved = crypto::encode_base64("<p>Acme is certified to ISO/IEC 27001:2022.</p>");
  out.record(site.reviewer, "POST", "/v1/sources/try", {{"definition", definition}});
  out.record(site.reviewer, "POST", "/v1/sources/try",
             {{"definition", definition},
              {"documents", {{{"address", "https://try.example/"}, {"content", saved}}}}});
  out.record(site.reviewer, "POST", "/v1/sources/try", {{"definition", "name: Not a slug"}});
}

json relationship_input(const std::string& supplier) {
  return {{"reference", "V-1"},
          {"supplier", {{"name", "Acme Cloud Limited"}, {"supplier", supplier}}},
          {"provider", nullptr},
          {"dependencies", {{{"party", {{"name", "Nobody"}}}, {"services", {"Files"}}}}},
          {"services", {"Acme Mail"}},
          {"data", {"personal"}},
          {"deployment", "public_cloud"},
          {"tier", "critical"},
          {"owner", {{"name", "Ada"}, {"email", "ada@example.com"}}}};
}

void walk_findings(Site& site, Recorder& out, const std::string& relationship) {
  out.record(site.reader, "GET", "/v1/findings?limit=1");
  const auto open = out.record(site.reader, "GET", "/v1/findings?relationship=" + relationship).body();
  ASSERT_FALSE(open.at("items").empty());
  const std::string at = "/v1/findings/" + open["items"][0]["id"].get<std::string>();
  out.record(site.reader, "GET", at);
  out.record(site.reviewer, "POST", at + "/decisions",
             {{"kind", "accept_risk"}, {"until", "2026-07-01"}, {"reason", "small"}});
  out.record(site.reviewer, "POST", at + "/decisions", {{"kind", "accept_risk"}});
  out.record(site.reader, "GET", at + "/events");
  out.record(site.reader, "GET", "/v1/relationships/" + relationship + "/decisions");
  out.record(site.reviewer, "POST", "/v1/watch");
  out.record(site.reader, "GET", at + "/letter");
  out.record(site.reviewer, "GET", "/v1/alerts/preview?on=2026-06-02");
  out.record(site.reviewer, "POST", "/v1/alerts/run");
  const auto messages = out.record(site.reviewer, "GET", "/v1/messages?limit=1").body();
  ASSERT_FALSE(messages.at("items").empty());
  out.record(site.reviewer, "GET", "/v1/messages/" + messages["items"][0]["id"].get<std::string>());
  out.record(site.reader, "GET", "/v1/mail-preferences/ada@example.com");
  out.record(site.reviewer, "PUT", "/v1/mail-preferences/ada@example.com",
             {{"digest", "weekly"}, {"time_zone", "Europe/Berlin"}});
}

void walk_policy(Site& site, Recorder& out) {
  const auto shipped = out.record(site.reader, "GET", "/v1/policy");
  auto input = shipped.body();
  input["tiers"][0]["needs"][0]["accredited"] = false;
  out.record(site.reviewer, "POST", "/v1/policy/preview", input);
  out.record(site.admin, "PUT", "/v1/policy", input, {{"If-Match", shipped.header("ETag")}});
  out.record(site.admin, "PUT", "/v1/policy", {{"tiers", json::array()}});
  out.record(site.reader, "GET", "/v1/policy/versions");
}

void walk_reviews(Site& site, Recorder& out, const std::string& supplier) {
  const std::string preview = "/v1/reviews/preview?supplier=" + supplier;
  for (const char* format : {"html", "csv", "json"})
    out.record(site.reader, "GET", preview + "&format=" + format);
  const json input{{"supplier", supplier}, {"sign_off", {{"name", "Ada"}, {"role", "CISO"}}}};
  const auto made = out.record(site.reviewer, "POST", "/v1/reviews", input);
  out.record(site.reader, "GET", made.header("Location"));
  out.record(site.reader, "GET", made.header("Location") + "/files/json");
  out.record(site.reader, "GET", made.header("Location") + "/files/docx");
  out.record(site.reader, "GET", "/v1/reviews?limit=1");
}

void walk_calendars(Site& site, Recorder& out) {
  const auto made = out.record(site.admin, "POST", "/v1/calendars", {{"name", "All"}});
  out.record(site.admin, "POST", "/v1/calendars", {{"owner", "nobody"}});
  out.record(site.admin, "GET", "/v1/calendars");
  const auto path = text(made, "path");
  out.record(site.reader, "GET", path);
  out.record(site.admin, "DELETE", "/v1/calendars/" + text(made, "id"));
  out.record(site.reader, "GET", path);
}

// Whoever is told of events, from before they happen.
std::string add_webhook(Site& site, Recorder& out) {
  const json input{{"address", "https://hooks.example/certreg"}, {"events", json::array()}};
  return "/v1/webhooks/" + text(out.record(site.admin, "POST", "/v1/webhooks", input), "id");
}

void walk_webhooks(Site& site, Recorder& out, const std::string& at) {
  out.record(site.admin, "POST", "/v1/webhooks", {{"address", "http://hooks.example/"}, {"events", {"all"}}});
  out.record(site.admin, "GET", "/v1/webhooks");
  out.record(site.admin, "GET", at);
  const auto test = out.record(site.admin, "POST", at + "/test");
  service::queue_webhook_events(site.world.services());
  out.record(site.admin, "GET", at + "/deliveries?limit=200");
  out.record(site.admin, "POST", at + "/deliveries/" + text(test, "event"));
  out.record(site.admin, "POST", at + "/deliveries/" + std::string(kNobody));
  out.record(site.admin, "POST", at + "/secret");
  const json off{{"address", "https://hooks.example/certreg"}, {"enabled", false}};
  out.record(site.admin, "PUT", at, off);
  out.record(site.admin, "POST", at + "/test");
  out.record(site.admin, "DELETE", at);
  out.record(site.admin, "DELETE", at);
}

void walk_lists(Site& site, Recorder& out) {
  const Headers csv{{"Content-Type", "text/csv"}};
  out.raw(
      site.reviewer, "POST", "/v1/relationships/import?dry_run=true",
      "reference,supplier,tier,owner_email,colour\nL-1,Acme Cloud Ltd,low,ada@example.com,red\nL-2,,low,x,\n",
      csv);
  out.raw(site.reviewer, "POST", "/v1/relationships/import", "reference,supplier,tier\nL-3,Nobody,low\n",
          csv);
  out.raw(site.reviewer, "POST", "/v1/relationships/import?dry_run=true",
          "reference,supplier,tier,note\nL-3,Nobody,,new\n", csv);
  out.raw(site.reviewer, "POST", "/v1/relationships/import", "colour\nred\n", csv);
  out.raw(site.buyer, "POST", "/v1/screen?standard=27001", "name\nAcme Cloud Limited\nNobody\n", csv);
  out.raw(site.buyer, "POST", "/v1/screen", "{}", {{"Content-Type", "application/json"}});
}

void walk_relationships(Site& site, Recorder& out, const std::string& supplier) {
  const auto input = relationship_input(supplier);
  const auto made = out.record(site.reviewer, "POST", "/v1/relationships", input);
  out.record(site.reviewer, "POST", "/v1/relationships", input);
  const auto at = made.header("Location");
  out.record(site.reader, "GET", at);
  out.record(site.reader, "GET", at + "/assessment?on=2026-06-02");
  out.record(site.reader, "GET", at + "/assessment?known_at=2026-06-02T00:00:00Z");
  out.record(site.reviewer, "PUT", at, input, {{"If-Match", made.header("ETag")}});
  out.record(site.reader, "GET", at + "/history");
  out.record(site.reader, "GET", "/v1/relationships?limit=1");
  out.record(site.reader, "GET", "/v1/suppliers/" + supplier + "/relationships");
  out.record(site.reader, "GET", "/v1/supplier-suggestions?name=acme");
  walk_findings(site, out, text(made, "id"));
  const json assurance{{"supplier", supplier},
                       {"kind", "soc2_type2"},
                       {"assessor", "Auditors LLP"},
                       {"until", "2026-03-31"},
                       {"opinion", "unqualified"}};
  const auto report = out.record(site.reviewer, "POST", "/v1/assurances", assurance);
  const auto report_at = report.header("Location");
  out.record(site.reader, "GET", report_at);
  out.record(site.reader, "GET", "/v1/suppliers/" + supplier + "/assurances");
  const auto corrected =
      out.record(site.reviewer, "PUT", report_at, assurance, {{"If-Match", report.header("ETag")}});
  walk_policy(site, out);
  out.record(site.reader, "GET", at + "/assessment");
  walk_reviews(site, out, supplier);
  walk_lists(site, out);
  walk_calendars(site, out);
  service::queue_webhook_events(site.world.services());
  out.record(site.reviewer, "DELETE", report_at + "?reason=old", nullptr,
             {{"If-Match", corrected.header("ETag")}});
  const auto seen = site.reader.get(at);
  out.record(site.reviewer, "DELETE", at + "?reason=ended", nullptr, {{"If-Match", seen.header("ETag")}});
}

void walk_rest(Site& site, Recorder& out) {
  for (const char* target :
       {"/v1/certification-bodies", "/v1/certification-bodies/good-cert", "/v1/accreditation-bodies",
        "/v1/accreditation-bodies/ukas", "/v1/recognition-arrangements", "/v1/legal-forms", "/v1/registers",
        "/v1/standards", "/v1/standards/ISO%2027001", "/metrics", "/healthz", "/readyz", "/docs",
        "/docs/redoc.js", "/docs/start.js", "/openapi.yaml"})
    out.record(site.reader, "GET", target);
  const auto key = out.record(site.admin, "POST", "/v1/keys", {{"name", "a"}, {"role", "buyer"}});
  out.record(site.admin, "GET", "/v1/keys");
  out.record(site.admin, "DELETE", "/v1/keys/" + text(key, "id"));
  const auto user = out.record(site.admin, "POST", "/v1/users",
                               {{"name", "Ada"}, {"email", "ada@example.com"}, {"role", "buyer"}});
  const auto user_at = "/v1/users/" + text(user, "id");
  out.record(site.admin, "GET", "/v1/users");
  out.record(site.admin, "GET", user_at);
  out.record(site.admin, "PUT", user_at, {{"role", "reader"}, {"blocked", true}});
  out.record(site.admin, "POST", user_at + "/password");
  out.record(site.admin, "GET", "/v1/audit-events?limit=2");
  site.world.overlay({{"reference/mine.yaml", "standards: wrong\n"}});
  out.record(site.admin, "POST", "/v1/reload");
  site.world.overlay({});
  out.record(site.admin, "POST", "/v1/reload");
  out.record(site.reader, "GET", "/v1/reference-versions");
}

// What each operation refuses: a parameter that it does not know, a caller whom it does not know.
void walk_refusals(Site& site, Recorder& out) {
  for (const auto& route : api::routes()) {
    std::string target(route.path);
    while (target.find('{') != std::string::npos) {
      const auto at = target.find('{');
      target.replace(at, target.find('}') - at + 1, kNobody);
    }
    const char* method = route.method == http::Method::Get    ? "GET"
                         : route.method == http::Method::Post ? "POST"
                         : route.method == http::Method::Put  ? "PUT"
                                                              : "DELETE";
    if (route.role) out.record(site.nobody, method, target);
    out.record(site.admin, method, target + "?colour=red");
  }
}

TEST(Contract, EveryOperationAnswersAndRefuses) {
  Site site;
  Recorder out;
  const auto webhook = add_webhook(site, out);
  const auto supplier = walk_suppliers(site, out);
  walk_certificates(site, out, supplier);
  walk_intake(site, out);
  walk_relationships(site, out, supplier);
  walk_webhooks(site, out, webhook);
  walk_rest(site, out);
  walk_refusals(site, out);
  for (const auto& route : api::routes()) {
    ASSERT_TRUE(out.statuses().contains(std::string(route.operation)))
        << route.operation << " was never asked";
    const auto& seen = out.statuses().at(std::string(route.operation));
    EXPECT_TRUE(seen.contains(2)) << route.operation;
    EXPECT_TRUE(seen.contains(4)) << route.operation;
    EXPECT_FALSE(seen.contains(5)) << route.operation;
  }
  if (const char* path = std::getenv("CERTREG_ANSWERS")) out.write(path);
}

}  // namespace
}  // namespace certreg::test
