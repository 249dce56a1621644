#include "http/answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <ctime>
#include <string_view>

#include "http/reason.h"

namespace certreg::http {
namespace {

// By table, since every character of every answer's head is looked at.
constexpr std::array<bool, 256> kTokenCharacters = [] {
  std::array<bool, 256> table{};
  for (const char c :
       std::string_view("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_token_character(char c) { return kTokenCharacters[static_cast<unsigned char>(c)]; }

bool is_value_character(char c) { return c == '\t' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F); }

bool is_own_field(std::string_view name) {
  static constexpr std::array<std::string_view, 4> kOwn = {"date", "connection", "content-length",
                                                           "transfer-encoding"};
  return std::ranges::any_of(kOwn, [name](std::string_view own) { return is_same_name(own, name); });
}

bool is_sendable_field(const Header& field) {
  return !field.name.empty() && std::ranges::all_of(field.name, is_token_character) &&
         std::ranges::all_of(field.value, is_value_character) && !is_own_field(field.name);
}

// RFC 9110, 5.6.7; made once a second and thread.
std::string_view date() {
  thread_local std::time_t made = 0;
  thread_local std::array<char, 32> text{};
  const std::time_t now = std::time(nullptr);
  if (now != made) {
    std::tm fields{};
    gmtime_r(&now, &fields);
    static_cast<void>(std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &fields));
    made = now;
  }
  return text.data();
}

// Of the last number that this thread asked for.
std::string_view digits(std::uint64_t number) {
  thread_local std::array<char, 20> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  return {text.data(), static_cast<std::size_t>(end - text.data())};
}

void write_framing(std::string& head, const Framing& framing) {
  if (framing.body == Body::Length)
    head.append("Content-Length: ").append(digits(framing.length)).append("\r\n");
  if (framing.body == Body::Chunked) head += "Transfer-Encoding: chunked\r\n";
  if (framing.afterwards == Afterwards::Close) head += "Connection: close\r\n";
  if (framing.afterwards == Afterwards::KeepAsTold) head += "Connection: keep-alive\r\n";
}

}  // namespace

bool is_sendable(const Response& response) {
  return response.status >= 200 && response.status <= 599 &&
         std::ranges::all_of(response.content_type, is_value_character) &&
         std::ranges::all_of(response.headers, is_sendable_field);
}

bool allows_body(int status) { return status != 204 && status != 304; }

void write_head(std::string& out, const Response& response, const Framing& framing) {
  out.append("HTTP/1.1 ").append(digits(static_cast<std::uint64_t>(response.status))).append(1, ' ');
  out.append(reason(response.status)).append("\r\nDate: ").append(date()).append("\r\n");
  if (!response.content_type.empty())
    out.append("Content-Type: ").append(response.content_type).append("\r\n");
  for (const Header& field : response.headers) {
    out.append(field.name).append(": ").append(field.value).append("\r\n");
  }
  out += response.lines.text();
  write_framing(out, framing);
  out += "\r\n";
}

std::string write_chunk(std::string_view bytes) { return fmt::format("{:x}\r\n{}\r\n", bytes.size(), bytes); }

std::string_view last_chunk() { return "0\r\n\r\n"; }

}  // namespace certreg::http
