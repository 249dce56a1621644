// Calls the API as a function, the way the gate does: plan, then handle.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "certreg/api/api.h"
#include "certreg/codec/records.h"
#include "certreg/crypto/digest.h"
#include "certreg/crypto/random.h"
#include "certreg/store/documents.h"
#include "certreg/store/imports.h"
#include "http/target.h"
#include "support/services.h"

namespace certreg::test {

using nlohmann::json;

struct Answer {
  http::Response response;

  int status() const { return response.status; }
  std::string text() const { return response.shared ? *response.shared : response.body; }
  json body() const { return json::parse(text()); }
  std::string header(std::string_view name) const {
    for (const auto& header : response.headers)
      if (http::is_same_name(header.name, name)) return header.value;
    return line(name);
  }
  std::string line(std::string_view name) const {
    std::istringstream lines(response.lines.text());
    for (std::string line; std::getline(lines, line);)
      if (const auto colon = line.find(':'); http::is_same_name(line.substr(0, colon), name))
        return line.substr(colon + 2, line.size() - colon - 3);
    return {};
  }
  // "field: rule" is told by the fields alone, in their order.
  std::vector<std::string> fields() const {
    std::vector<std::string> all;
    const auto problem = body();
    for (const auto& error : problem.at("errors")) all.push_back(error.at("field"));
    return all;
  }
};

using Headers = std::vector<http::Header>;

class Client {
 public:
  Client(const api::Api& api, std::string key) : api_(api), key_(std::move(key)) {}

  Answer call(const std::string& method, const std::string& target, const std::string& body = {},
              Headers headers = {}) const {
    auto request = request_of(method, target, std::move(headers));
    if (!body.empty()) request.headers.push_back({"Content-Length", std::to_string(body.size())});
    auto plan = api_.plan(request);
    if (plan.refusal) return {*std::move(plan.refusal)};
    request.body = body;
    Answer answer{api_.handle(request)};
    if (answer.response.chunks)
      while (answer.response.chunks(answer.response.body)) {
      }
    return answer;
  }
  Answer get(const std::string& target, Headers headers = {}) const {
    return call("GET", target, {}, std::move(headers));
  }
  Answer post(const std::string& target, const json& body, Headers headers = {}) const {
    headers.push_back({"Content-Type", "application/json"});
    return call("POST", target, body.dump(), std::move(headers));
  }
  Answer put(const std::string& target, const json& body, Headers headers = {}) const {
    headers.push_back({"Content-Type", "application/json"});
    return call("PUT", target, body.dump(), std::move(headers));
  }

  http::Request request_of(const std::string& method, const std::string& target, Headers headers = {}) const {
    auto parsed = http::parse_target(method, target).value();
    http::Request request;
    request.method = method_of(method);
    request.method_text = method;
    request.target = target;
    request.path = parsed.path;
    request.segments = parsed.segments;
    request.query = parsed.query;
    request.headers = std::move(headers);
    request.peer = "127.0.0.1";
    if (!key_.empty()) request.headers.push_back({"Authorization", "Bearer " + key_});
    return request;
  }

 private:
  static http::Method method_of(const std::string& name) {
    if (name == "GET") return http::Method::Get;
    if (name == "HEAD") return http::Method::Head;
    if (name == "POST") return http::Method::Post;
    if (name == "PUT") return http::Method::Put;
    if (name == "DELETE") return http::Method::Delete;
    if (name == "OPTIONS") return http::Method::Options;
    return http::Method::Other;
  }

  const api::Api& api_;
  std::string key_;
};

// A register with its API and a client for each role.
struct Site {
  explicit Site(api::ApiOptions options = {}) : api(world.services(), std::move(options)) {}

  support::World world;
  api::Api api;
  Client nobody{api, ""};
  Client reader{api, world.key(service::Role::Reader)};
  Client buyer{api, world.key(service::Role::Buyer)};
  Client reviewer{api, world.key(service::Role::Reviewer)};
  Client admin{api, world.key(service::Role::Admin)};

  json supplier(const std::string& name = "Acme Cloud Limited") const {
    return reviewer.post("/v1/suppliers", {{"name", name}, {"country", "GB"}}).body();
  }
  json certificate(const std::string& supplier_id, const std::string& number = "IS 100") const {
    return reviewer.post("/v1/certificates", certificate_input(supplier_id, number)).body();
  }
  // A reading that waits for a person; its path in the API.
  std::string proposal(const std::string& number) {
    const DocumentId document{crypto::sha256(number)};
    reading::Draft draft;
    draft.version.standard = {"iso-iec-27001"};
    draft.version.edition = "2022";
    draft.version.number = number;
    draft.version.issuer = CertificationBodyId{"good-cert"};
    Holder holder;
    holder.name = "Acme Cloud Limited";
    draft.version.holders = {holder};
    draft.version.quotes = {{.field = "number", .text = number, .document = document, .page = 1}};
    draft.ambiguities = {
        {"issued", "day and month can be exchanged", {{"2025-01-10", draft.version.quotes[0]}}}};
    store::Proposal proposal;
    proposal.id = {crypto::new_uuid_v7(std::chrono::floor<std::chrono::milliseconds>(world.clock().now()))};
    proposal.document = document;
    proposal.rule = "a date is ambiguous";
    proposal.draft = codec::dump(codec::to_json(draft));
    proposal.diff = R"([{"field":"scope","known":null,"read":"Acme Mail"}])";
    proposal.certificate_key = number;
    proposal.recorded_at = world.clock().now();
    auto transaction = world.services().database.begin();
    store::keep_document(transaction, document, "text/plain", number);
    store::insert_proposals(transaction, {&proposal, 1});
    transaction.commit();
    return "/v1/proposals/" + proposal.id.value;
  }

  static json certificate_input(const std::string& supplier_id, const std::string& number = "IS 100") {
    return {{"supplier", supplier_id},
            {"standard", "ISO/IEC 27001:2022"},
            {"number", number},
            {"issuer", "good-cert"},
            {"holders", {{{"name", "Acme Cloud Limited"}, {"country", "GB"}}}},
            {"issued", "2025-01-10"},
            {"expires", "2028-01-09"},
            {"scope", "Operation of Acme Mail"},
            {"services", {"Acme Mail"}}};
  }
};

}  // namespace certreg::test
