// A register with documents to review, and people who sign in to it.
#pragma once

#include <functional>

#include "service/new_id.h"
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
  // What is read from an uploaded certificate, changed: waits alone.
  void propose(const std::function<void(reading::Draft&)>& change, const service::Drawn& fields = {}) {
    take("upload.pdf", service::pdf(fields));
    auto proposal = proposals().at(0);
    service::reject_proposal(services(), proposal.id, "read anew", service::kReviewer);
    auto draft = codec::stored_draft(codec::parse(proposal.draft));
    change(draft);
    proposal.id = {service::new_id(services().clock)};
    proposal.draft = codec::dump(codec::to_json(draft));
    auto transaction = services().database.begin();
    store::insert_proposals(transaction, {&proposal, 1});
    transaction.commit();
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
