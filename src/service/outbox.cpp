#include "certreg/domain/error.h"
#include "certreg/domain/retry.h"
#include "certreg/mail/mailer.h"
#include "certreg/service/alerting.h"

namespace certreg::service {
namespace {

constexpr std::chrono::minutes kClaim{10};  // longer than any transaction with a server
constexpr std::chrono::hours kGiveUpAfter{7 * 24};
constexpr std::size_t kMostAtOnce = 500;

mail::Message mail_of(const Services& services, const store::MailMessage& message) {
  mail::Message mail{.date = message.queued_at};
  mail.from = {"certreg", services.mail_from};
  mail.to = {message.recipient.name, message.recipient.email};
  mail.subject = message.subject;
  mail.text = message.text;
  mail.html = message.html;
  const auto id = message.id + services.mail_from.substr(services.mail_from.find('@'));
  mail.headers = {{"Message-ID", "<" + id + ">"}};
  for (const auto& [name, value] : message.headers) mail.headers.push_back({name, value});
  return mail;
}

// A message that breaks a rule of ours will break it tomorrow, too.
mail::Delivery deliver(Services& services, const store::MailMessage& message) {
  try {
    return services.mailer->send(mail_of(services, message));
  } catch (const Error& error) {
    return {mail::DeliveryOutcome::Refused, 0, {}, error.what()};
  }
}

struct Judged {
  store::MessageState state = store::MessageState::Queued;
  Instant next{};
  std::string outcome;
};

Judged judge(const mail::Delivery& delivery, const store::MailMessage& message, Instant now) {
  switch (delivery.outcome) {
    case mail::DeliveryOutcome::Accepted:
      return {store::MessageState::Sent, now, "accepted"};
    case mail::DeliveryOutcome::Refused:
      return {store::MessageState::Refused, now, "refused"};
    case mail::DeliveryOutcome::Deferred:
      break;
  }
  const auto next = next_attempt(message.attempts, message.queued_at, now, kGiveUpAfter);
  return {next ? store::MessageState::Queued : store::MessageState::GivenUp, next.value_or(now), "deferred"};
}

std::string words_of(const mail::Delivery& delivery) {
  return delivery.reply.empty() ? delivery.detail : delivery.reply;
}

void count(SendReport& report, store::MessageState state) {
  switch (state) {
    case store::MessageState::Sent:
      ++report.sent;
      break;
    case store::MessageState::Queued:
      ++report.deferred;
      break;
    case store::MessageState::Refused:
      ++report.refused;
      break;
    case store::MessageState::GivenUp:
      ++report.given_up;
      break;
  }
}

std::optional<store::MailMessage> claim(Services& services) {
  auto transaction = services.database.begin();
  const auto now = services.clock.now();
  auto message = store::claim_message(transaction, now, now + kClaim);
  transaction.commit();
  return message;
}

}  // namespace

SendReport send_messages(Services& services) {
  SendReport report;
  if (services.mailer == nullptr) return report;
  for (std::size_t i = 0; i < kMostAtOnce; ++i) {
    const auto message = claim(services);
    if (!message) break;
    const auto delivery = deliver(services, *message);
    const auto now = services.clock.now();
    const auto judged = judge(delivery, *message, now);
    auto transaction = services.database.begin();
    store::record_attempt(transaction,
                          {message->id, now, judged.outcome, delivery.reply_code, words_of(delivery)},
                          judged.state, judged.next);
    transaction.commit();
    count(report, judged.state);
  }
  return report;
}

}  // namespace certreg::service
