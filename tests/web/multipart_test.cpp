// Forms with files, as browsers send them and as they must not be taken.
#include "web/multipart.h"

#include <gtest/gtest.h>

namespace certreg::web {
namespace {

constexpr const char* kType = "multipart/form-data; boundary=----b1";

std::string part(const std::string& head, const std::string& content) {
  return "------b1\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + content + "\r\n";
}

TEST(Multipart, GivesFieldsAndFiles) {
  const auto body =
      part("name=\"token\"", "abc") +
      part("name=\"file\"; filename=\"C:\\x\\a; \xc3\xa9%22.pdf\"\r\nContent-Type: application/pdf",
           std::string("%PDF\r\n\0--b1\r\n", 13)) +
      part("name=file; filename=plain.txt", "") + "------b1--\r\n";
  const auto parts = parse_multipart(body, kType);
  ASSERT_EQ(parts.size(), 3U);
  EXPECT_EQ(parts[0].name, "token");
  EXPECT_EQ(parts[0].content, "abc");
  EXPECT_FALSE(parts[0].is_file);
  EXPECT_EQ(parts[1].file_name, "a; \xc3\xa9\".pdf");
  EXPECT_EQ(parts[1].type, "application/pdf");
  EXPECT_EQ(parts[1].content, std::string_view("%PDF\r\n\0--b1\r\n", 13));
  EXPECT_TRUE(parts[1].is_file);
  EXPECT_EQ(parts[2].file_name, "plain.txt");
  EXPECT_EQ(parts[2].content, "");
  EXPECT_EQ(parse_multipart(body, "multipart/form-data; boundary=\"----b1\"").size(), 3U);
}

struct Broken {
  const char* name;
  std::string body, type;
};
TEST(Multipart, WhatIsBrokenIsNothing) {
  std::string many;
  for (int count = 0; count < 21; ++count) many += part("name=\"x\"", "1");
  const Broken cases[] = {
      {"no boundary named", part("name=\"x\"", "1") + "------b1--", "multipart/form-data"},
      {"an empty boundary", "--\r\n\r\n\r\n----", "multipart/form-data; boundary="},
      {"another boundary", part("name=\"x\"", "1") + "------b1--", "multipart/form-data; boundary=b2"},
      {"no end", part("name=\"x\"", "1"), kType},
      {"no head's end", "------b1\r\nContent-Disposition: form-data; name=\"x\"\r\n------b1--", kType},
      {"a long head", part("name=\"" + std::string(5000, 'x') + "\"", "1") + "------b1--", kType},
      {"too many parts", many + "------b1--", kType},
      {"something before", "x" + part("name=\"x\"", "1") + "------b1--", kType},
      {"something behind a boundary", "------b1\r\n\r\n1\r\n------b1x\r\n------b1--", kType},
      {"nothing", "", kType},
  };
  for (const auto& [name, body, type] : cases) EXPECT_TRUE(parse_multipart(body, type).empty()) << name;
}

}  // namespace
}  // namespace certreg::web
