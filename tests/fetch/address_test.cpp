#include "certreg/fetch/address.h"

#include <gtest/gtest.h>

namespace certreg::fetch {
namespace {

struct Resolved {
  const char *base, *reference, *address;
};

TEST(Address, IsResolvedAsABrowserDoes) {
  for (const auto& [base, reference, address] : {
           Resolved{"https://a.example/x/y.html", "z.pdf", "https://a.example/x/z.pdf"},
           Resolved{"https://a.example/x/y.html", "/z.pdf", "https://a.example/z.pdf"},
           Resolved{"https://a.example/x/y.html", "../z.pdf", "https://a.example/z.pdf"},
           Resolved{"https://a.example/x", "//b.example/z", "https://b.example/z"},
           Resolved{"https://a.example/x", "http://b.example/z#top", "http://b.example/z"},
           Resolved{"https://a.example/x", "#top", "https://a.example/x"},
           Resolved{"https://a.example/x", "?page=2", "https://a.example/x?page=2"},
           Resolved{"https://a.example/x", "my file.pdf", "https://a.example/my%20file.pdf"},
           Resolved{"https://a.example/x", "mailto:a@b.example", ""},
           Resolved{"https://a.example/x", "javascript:alert(1)", ""},
           Resolved{"https://a.example/x", "file:///etc/passwd", ""},
           Resolved{"file:certificate.pdf", "z.pdf", ""},
           Resolved{"", "z.pdf", ""},
       })
    EXPECT_EQ(resolve_address(base, reference), address) << base << " + " << reference;
}

TEST(Address, HasAHostInLowerCase) {
  EXPECT_EQ(host_of("https://Files.Example:8443/x"), "files.example");
  EXPECT_EQ(host_of("https://user@files.example/x"), "files.example");
  EXPECT_EQ(host_of("https://files.example./x"), "files.example");
  EXPECT_EQ(host_of("not an address"), "");
}

}  // namespace
}  // namespace certreg::fetch
