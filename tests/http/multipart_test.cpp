#include "certreg/http/multipart.h"

#include <gtest/gtest.h>

namespace certreg::http {
namespace {

const std::string kType = "multipart/form-data; boundary=----abc";

// "name|file|type|content;" of each part, or "none".
std::string told(const std::string& type, const std::string& body) {
  std::string text;
  for (const auto& part : parse_multipart(type, body))
    text +=
        part.name + "|" + part.file_name + "|" + part.content_type + "|" + std::string(part.content) + ";";
  return text.empty() ? "none" : text;
}

std::string part(const std::string& head, const std::string& content) {
  return "------abc\r\n" + head + "\r\n\r\n" + content + "\r\n";
}
const std::string kA = "Content-Disposition: form-data; name=\"a\"";
const std::string kEnd = "------abc--\r\n";

TEST(Multipart, IsReadAsBrowsersWriteIt) {
  const std::pair<std::string, std::string> cases[] = {
      {part(kA, "1") + kEnd, "a|||1;"},
      {part(kA, "") + kEnd, "a|||;"},
      {part(kA, "1\r\n2\r\n\r\n--x") + kEnd, "a|||1\r\n2\r\n\r\n--x;"},
      {part(kA, "1") +
           part("content-disposition: FORM-DATA; filename=\"b; c.csv\"; name=f\r\nContent-Type: text/csv",
                "x;y") +
           kEnd,
       "a|||1;f|b; c.csv|text/csv|x;y;"},
      {part(kA, "1") + "------abc--", "a|||1;"},
      {part(kA + "; filename=\"a%22b.csv\"", "1") + kEnd, "a|a\"b.csv||1;"},
      {part(kA + "; filename=\"C:\\x\\a.csv\"", "1") + kEnd, "a|a.csv||1;"},
  };
  for (const auto& [body, expected] : cases) EXPECT_EQ(told(kType, body), expected) << body;
  EXPECT_EQ(told("Multipart/Form-Data; charset=x; boundary=\"----abc\"", part(kA, "1") + kEnd), "a|||1;");
}

TEST(Multipart, AnythingElseIsNothing) {
  const std::string bodies[] = {"",
                                "------abc",
                                kEnd,
                                part(kA, "1"),
                                "x" + part(kA, "1") + kEnd,
                                part("Content-Disposition: form-data", "1") + kEnd,
                                part("Content-Disposition: attachment; name=\"a\"", "1") + kEnd,
                                part("no field", "1") + kEnd,
                                part(kA + "; filename=\"" + std::string(5000, 'x') + "\"", "1") + kEnd,
                                "------abc\r\n" + kA + "\r\n------abc--\r\n",
                                part(kA, "1") + "------abcd--\r\n"};
  for (const auto& body : bodies) EXPECT_EQ(told(kType, body), "none") << body;
  for (const auto* type : {"", "text/plain; boundary=----abc", "multipart/form-data",
                           "multipart/form-data; boundary=", "multipart/mixed; boundary=----abc"})
    EXPECT_EQ(told(type, part(kA, "1") + kEnd), "none") << type;
}

TEST(Multipart, WhatIsCutOffIsNothing) {
  const auto body =
      part(kA, "1") + part("Content-Disposition: form-data; name=f; filename=\"x\"", "y\r\nz") + kEnd;
  const auto whole = body.size() - 2;  // the last line end may be missing
  for (std::size_t length = 0; length < whole; ++length)
    EXPECT_EQ(told(kType, body.substr(0, length)), "none") << length;
  EXPECT_EQ(told(kType, body.substr(0, whole)), told(kType, body));
}

// Whatever a byte becomes, contents lie within the body.
TEST(Multipart, ADamagedByteLeadsNowhereElse) {
  const auto body = part(kA, "1") + part(kA + "; filename=\"x\"", "y") + kEnd;
  for (std::size_t at = 0; at < body.size(); ++at)
    for (const char wrong : {'\0', '"', ';', '\r', '\n', '-', ':', '='}) {
      auto damaged = body;
      damaged[at] = wrong;
      for (const auto& one : parse_multipart(kType, damaged)) {
        EXPECT_GE(one.content.data(), damaged.data());
        EXPECT_LE(one.content.data() + one.content.size(), damaged.data() + damaged.size());
      }
    }
}

TEST(Multipart, ManyPartsAreRefused) {
  std::string body;
  for (int i = 0; i < 101; ++i) body += part(kA, "1");
  EXPECT_EQ(told(kType, body + kEnd), "none");
}

}  // namespace
}  // namespace certreg::http
