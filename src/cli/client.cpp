#include "cli/client.h"

#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"

namespace certreg::cli {
namespace {

ErrorKind kind_of(int status) {
  switch (status) {
    case 401:
      return ErrorKind::Unauthorized;
    case 403:
      return ErrorKind::Forbidden;
    case 404:
      return ErrorKind::NotFound;
    case 409:
    case 412:
    case 428:
      return ErrorKind::Conflict;
    case 413:
      return ErrorKind::TooLarge;
    case 429:
      return ErrorKind::Busy;
    default:
      return status >= 500 ? ErrorKind::Unavailable : ErrorKind::Invalid;
  }
}

std::string text_of(const Json& object, const char* member) {
  const auto found = object.find(member);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Error refused(const http::Response& response) {
  Json problem = Json::object();
  if (response.content_type.find("json") != std::string::npos) problem = codec::parse(response.body);
  auto detail = text_of(problem, "detail");
  if (detail.empty()) detail = text_of(problem, "title");
  if (detail.empty()) detail = "the service answered " + std::to_string(response.status);
  const auto id = text_of(problem, "request_id");
  if (response.status >= 500 && !id.empty()) detail += " (request " + id + ")";
  Error error(kind_of(response.status), detail);
  for (const auto& field : problem.value("errors", Json::array()))
    error.fields.push_back({text_of(field, "field"), text_of(field, "rule")});
  return error;
}

Json content(const http::Response& response) {
  if (response.status >= 300) throw refused(response);
  return response.body.empty() ? Json(nullptr) : codec::parse(response.body);
}

// The target of `Link: <...>; rel="next"` (RFC 8288), or empty.
std::string next_page(const http::Response& response) {
  for (const auto& header : response.headers) {
    if (!http::is_same_name(header.name, "Link")) continue;
    const auto open = header.value.find('<'), close = header.value.find('>');
    if (open == std::string::npos || close == std::string::npos || close < open) continue;
    if (header.value.find("rel=\"next\"", close) != std::string::npos ||
        header.value.find("rel=next", close) != std::string::npos)
      return header.value.substr(open + 1, close - open - 1);
  }
  return "";
}

constexpr const char* kJson = "application/json";

}  // namespace

http::Response Client::ask(std::string method, const std::string& target, std::string media_type,
                           std::string body) {
  http::Request request;
  request.method_text = std::move(method);
  request.target = target;
  request.headers = {{"Accept", kJson}};
  if (!media_type.empty()) request.headers.push_back({"Content-Type", std::move(media_type)});
  request.body = std::move(body);
  return transport_(request);
}

http::Response Client::send(const Target& target, Upload upload) {
  http::Request request;
  request.method_text = "POST";
  request.target = target.text();
  request.headers = {{"Accept", kJson}, {"Content-Type", std::move(upload.media_type)}};
  request.held = std::move(upload.bytes);
  return transport_(request);
}

void Client::stream(const Target& target, const Sink& sink) {
  http::Request request;
  request.method_text = "GET";
  request.target = target.text();
  const auto response = transport_.stream(request, sink);
  if (response.status >= 300) throw refused(response);
}

Json Client::get(const Target& target) { return content(ask("GET", target.text(), "", "")); }

Json Client::post(const Target& target, const Json& body) {
  return content(ask("POST", target.text(), kJson, codec::dump(body)));
}

Json Client::put(const Target& target, const Json& body) {
  return content(ask("PUT", target.text(), kJson, codec::dump(body)));
}

Json Client::remove(const Target& target) { return content(ask("DELETE", target.text(), "", "")); }

Json Client::upload(const Target& target, Upload upload) { return content(send(target, std::move(upload))); }

std::string Client::upload_for_text(const Target& target, Upload upload) {
  auto response = send(target, std::move(upload));
  if (response.status >= 300) throw refused(response);
  return std::move(response.body);
}

std::string Client::file(const Target& target) {
  auto response = ask("GET", target.text(), "", "");
  if (response.status >= 300) throw refused(response);
  return std::move(response.body);
}

std::vector<Json> Client::list(const Target& target, std::size_t limit) {
  std::vector<Json> items;
  for (auto page = target.text(); !page.empty() && items.size() < limit;) {
    const auto response = ask("GET", page, "", "");
    const auto answer = content(response);
    for (const auto& item : answer.at("items")) {
      if (items.size() < limit) items.push_back(item);
    }
    page = next_page(response);
  }
  return items;
}

}  // namespace certreg::cli
