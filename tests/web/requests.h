// Requests as a browser sends them, and what is in the answers.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

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
    request.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    return sent(request);
  }
  // A form with files: each part as "name", "file name" (empty: no file) and its content.
  using Parts = std::vector<std::array<std::string, 3>>;
  http::Response post_parts(const std::string& target, const Parts& parts) {
    auto request = request_of(target, http::Method::Post);
    request.headers.push_back({"Content-Type", "multipart/form-data; boundary=x-x"});
    for (const auto& [name, file, content] : parts)
      request.body += "--x-x\r\nContent-Disposition: form-data; name=\"" + name + "\"" +
                      (file.empty() ? "" : "; filename=\"" + file + "\"\r\nContent-Type: text/csv") +
                      "\r\n\r\n" + content + "\r\n";
    request.body += "--x-x--\r\n";
    return sent(request);
  }
  http::Response send(http::Request request) { return sent(std::move(request)); }
  http::Response sign_in(const std::string& key, const std::string& to = "/") {
    get("/sign-in");
    return post("/sign-in", "token=" + form_cookie + "&key=" + key + "&to=" + to);
  }
  std::string session, form_cookie, peer = "192.0.2.7", language;

 private:
  http::Response sent(http::Request request) {
    request.peer = peer;
    request.headers.push_back(
        {"Cookie", "certreg_session=" + session + "; certreg_form=" + form_cookie + "; lang=" + language});
    auto response = pages_.handle(request).value();
    if (const auto value = cookie_of(response, "certreg_session"); !value.empty()) session = value;
    if (const auto value = cookie_of(response, "certreg_form"); !value.empty()) form_cookie = value;
    return response;
  }
  const Pages& pages_;
};

// Of the first field of that name in the page; "none" when there is none.
inline std::string field_of(const http::Response& page, const std::string& name) {
  const auto before = "name=\"" + name + "\" value=\"";
  const auto at = page.body.find(before);
  if (at == std::string::npos) return "none";
  const auto begin = at + before.size();
  return page.body.substr(begin, page.body.find('"', begin) - begin);
}

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
