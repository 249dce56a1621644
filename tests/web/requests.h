// Requests as a browser sends them, and what is in the answers.
#pragma once

#include <string>
#include <string_view>

#include "certreg/web/pages.h"
#include "http/target.h"

namespace certreg::web {

inline http::Request request_of(const std::string& target, http::Method method = http::Method::Get) {
  const auto parsed = http::parse_target("GET", target).value();
  http::Request request;
  request.method = method;
  request.method_text = method == http::Method::Post ? "POST" : "GET";
  request.target = target;
  request.path = parsed.path;
  request.segments = parsed.segments;
  request.query = parsed.query;
  request.headers = {{"Host", "certreg.example"}};
  request.peer = "192.0.2.7";
  return request;
}

inline std::string header_of(const http::Response& response, std::string_view name) {
  for (const auto& field : response.headers)
    if (http::is_same_name(field.name, name)) return field.value;
  return {};
}

// The value of the cookie that the answer sets; empty: it sets none of that name.
inline std::string cookie_of(const http::Response& response, const std::string& name) {
  for (const auto& field : response.headers)
    if (field.name == "Set-Cookie" && field.value.starts_with(name + "="))
      return field.value.substr(name.size() + 1, field.value.find(';') - name.size() - 1);
  return {};
}

// A browser that keeps its cookies.
class Browser {
 public:
  explicit Browser(const Pages& pages) : pages_(pages) {}

  http::Response get(const std::string& target) { return sent(request_of(target)); }
  http::Response post(const std::string& target, const std::string& body) {
    auto request = request_of(target, http::Method::Post);
    request.body = body;
    return sent(request);
  }
  http::Response sign_in(const std::string& key, const std::string& to = "/") {
    get("/sign-in");
    return post("/sign-in", "token=" + form_cookie + "&key=" + key + "&to=" + to);
  }
  std::string session, form_cookie, peer = "192.0.2.7";

 private:
  http::Response sent(http::Request request) {
    request.peer = peer;
    request.headers.push_back({"Cookie", "certreg_session=" + session + "; certreg_form=" + form_cookie});
    auto response = pages_.handle(request).value();
    if (const auto value = cookie_of(response, "certreg_session"); !value.empty()) session = value;
    if (const auto value = cookie_of(response, "certreg_form"); !value.empty()) form_cookie = value;
    return response;
  }
  const Pages& pages_;
};

// The token of the page's first form; empty: it has none.
inline std::string form_token_in(const http::Response& page) {
  constexpr std::string_view before = "name=\"token\" value=\"";
  const auto at = page.body.find(before);
  return at == std::string::npos ? std::string() : page.body.substr(at + before.size(), 64);
}

inline bool has(const http::Response& page, std::string_view text) {
  return page.body.find(text) != std::string::npos;
}

}  // namespace certreg::web
