#include "certreg/mail/address.h"

#include <gtest/gtest.h>

namespace certreg::mail {
namespace {

struct Taken {
  std::string written, deliverable;
};

TEST(Address, OfAUsualFormIsTakenWithItsDomainInAscii) {
  const Taken table[] = {
      {"kim@example.org", "kim@example.org"},
      {"Kim.O'Neil+certs@EXAMPLE.org", "Kim.O'Neil+certs@example.org"},
      {"kim@bücher.example", "kim@xn--bcher-kva.example"},
      {"kim@BÜCHER.example", "kim@xn--bcher-kva.example"},
      {"kim@straße.example", "kim@xn--strae-oqa.example"},
      {"kim@例え.テスト", "kim@xn--r8jz45g.xn--zckzah"},
      {"kim@例え。テスト", "kim@xn--r8jz45g.xn--zckzah"},
      {"root@localhost", "root@localhost"},
      {std::string(64, 'a') + "@example.org", std::string(64, 'a') + "@example.org"},
  };
  for (const auto& [written, deliverable] : table)
    EXPECT_EQ(deliverable_address(written), deliverable) << written;
}

TEST(Address, OfAnotherFormIsRefused) {
  const std::string table[] = {
      "",
      "kim",
      "@example.org",
      "kim@",
      "kim@example..org",
      "kim@example.org.",
      "kim@.example.org",
      "kim@-example.org",
      "kim@exa_mple.org",
      "kim@exa mple.org",
      "ki m@example.org",
      ".kim@example.org",
      "kim.@example.org",
      "k..m@example.org",
      "kim@example.org\r\nRCPT TO:<other@example.org>",
      "kim@example.org\n",
      "kim\r@example.org",
      std::string("kim\0@example.org", 16),
      std::string("kim@example.org\0", 16),
      "kim@other@example.org",
      "kim@other.example,lee@example.org",
      "<kim@example.org>",
      "kim@example.org>",
      "kim@example.org> SIZE=1",
      "Kim <kim@example.org>",
      "\"kim\"@example.org",
      "kim@[192.0.2.1]",
      "kim@192.0.2.1",
      "grüße@example.org",
      "kim@\xff.example",
      "kim@b\xc3.example",
      std::string(65, 'a') + "@example.org",
      "kim@" + std::string(64, 'a') + ".org",
      "kim@" + std::string(5000, 'a'),
  };
  for (const auto& written : table) EXPECT_EQ(deliverable_address(written), std::nullopt) << written;
}

}  // namespace
}  // namespace certreg::mail
