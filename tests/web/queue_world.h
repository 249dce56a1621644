// A register with documents to review, and people who sign in to it.
#pragma once

#include "service/register_world.h"
#include "web/requests.h"

namespace certreg::web {

class QueueWorld : public service::RegisterWorld {
 public:
  Browser as(service::Role role) {
    Browser browser(pages);
    browser.sign_in(key(role));
    return browser;
  }
  Pages pages{services(), {}};
  Browser reviewer = as(service::Role::Reviewer);
};

// The token of a page's forms.
inline std::string token_of(const http::Response& page) {
  const std::string before = "name=\"token\" value=\"";
  const auto at = page.body.find(before);
  return at == std::string::npos ? "" : page.body.substr(at + before.size(), 64);
}

}  // namespace certreg::web
