#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/alerting.h"
#include "web/address.h"
#include "web/alerts_page.h"
#include "web/cookies.h"
#include "web/text_lines.h"
#include "web/words.h"

namespace certreg::web {
namespace {

constexpr int kPageSize = 25;

Data message_view(const store::MailMessage& mail, Language language) {
  const bool is_queued = mail.state == store::MessageState::Queued;
  Data view;
  view.set("recipient", harmless(mail.recipient.email));
  view.set("subject", harmless(mail.subject));
  view.set("kind", message(language, "mail_kind." + std::string(store::name_of(mail.kind))));
  view.set("state", message(language, "mail_state." + std::string(store::name_of(mail.state))));
  view.set("queued", instant_text(mail.queued_at, language));
  view.set("attempts", std::to_string(mail.attempts));
  view.set("is_queued", is_queued);
  view.set("next_attempt", is_queued ? instant_text(mail.next_attempt_at, language) : std::string());
  view.set("has_reply", mail.last_code != 0 || !mail.last_reply.empty());
  view.set("reply",
           (mail.last_code == 0 ? "" : std::to_string(mail.last_code) + " ") + harmless(mail.last_reply));
  view.set("mail_text", text_lines(mail.text));
  return view;
}

store::MessageFilter filter_in(const http::Request& request) {
  store::MessageFilter filter;
  filter.recipient = line_in(request, "recipient");
  const auto state = query_value(request, "state");
  if (state.empty()) return filter;
  const auto& names = store::message_state_names();
  const auto at = std::find(names.begin(), names.end(), state);
  if (at == names.end()) throw invalid("state", "is none of ours");
  filter.state = static_cast<store::MessageState>(at - names.begin());
  return filter;
}

Data states_view(const store::MessageFilter& filter, Language language) {
  Data list{Data::type::list};
  const auto& names = store::message_state_names();
  for (std::size_t i = 0; i < names.size(); ++i) {
    Data view;
    view.set("id", std::string(names[i]));
    view.set("name", message(language, "mail_state." + std::string(names[i])));
    view.set("selected", filter.state == static_cast<store::MessageState>(i));
    list.push_back(view);
  }
  return list;
}

Address address_of(const store::MessageFilter& filter) {
  return Address("/alerts/messages")
      .with("state", filter.state ? store::name_of(*filter.state) : "")
      .with("recipient", filter.recipient);
}

}  // namespace

Drawn messages_page(const Visit& visit) {
  const auto filter = filter_in(visit.request);
  const auto after = query_value(visit.request, "after");
  auto mails = service::list_messages(visit.services, filter, after, kPageSize + 1);
  const bool has_next = mails.size() > kPageSize;
  if (has_next) mails.pop_back();
  Data list{Data::type::list};
  for (const auto& mail : mails) list.push_back(message_view(mail, visit.language));
  Data view;
  view.set("no_mailer", visit.services.mailer == nullptr);
  view.set("states", states_view(filter, visit.language));
  view.set("recipient_asked", filter.recipient);
  view.set("is_filtered", filter.state || !filter.recipient.empty());
  view.set("mails", list);
  view.set("none", mails.empty());
  view.set("has_first", !after.empty());
  view.set("first", address_of(filter).text());
  view.set("has_next", has_next);
  view.set("next", has_next ? address_of(filter).with("after", mails.back().id).text() : std::string());
  return drawn(visit, "messages.mustache", view, message(visit.language, "alerts.messages"));
}

}  // namespace certreg::web
