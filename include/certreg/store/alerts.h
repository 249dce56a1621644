// What people were told, and the outbox of messages. Every function works within the caller's transaction.
#pragma once

#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "certreg/domain/decision.h"
#include "certreg/domain/digest.h"
#include "certreg/store/database.h"

namespace certreg::store {

struct Alert {
  RelationshipId relationship;
  std::string matter, rung, recipient;
  FindingId finding;
  Date due_on{std::chrono::sys_days{}};

  auto operator<=>(const Alert&) const = default;
};

// A text that changes with everything that decides over what is due, but for the day.
std::string portfolio_position(Transaction& transaction);

// Those that are there already are left as they are. Returns how many are new.
std::size_t insert_alerts(Transaction& transaction, std::span<const Alert> alerts, Instant now);

// Without finding and day.
std::set<Alert> told_rungs(Transaction& transaction, std::span<const RelationshipId> ids);

// With alerts that are in no message and not settled.
std::vector<std::string> waiting_recipients(Transaction& transaction);

// A recipient's alerts that wait, for this transaction alone.
std::vector<Alert> lock_waiting_alerts(Transaction& transaction, const std::string& recipient);

void settle_alerts(Transaction& transaction, const std::string& recipient,
                   std::span<const FindingId> findings, Instant now);

enum class MessageKind { Digest, Urgent };
enum class MessageState { Queued, Sent, Refused, GivenUp };
std::string_view name_of(MessageKind kind);
std::string_view name_of(MessageState state);
const std::vector<std::string_view>& message_state_names();

struct MailMessage {
  std::string id;
  Person recipient;
  MessageKind kind = MessageKind::Digest;
  std::string subject, text, html;
  std::vector<std::pair<std::string, std::string>> headers;
  Instant queued_at{};
  MessageState state = MessageState::Queued;
  int attempts = 0;
  Instant next_attempt_at{};
  int last_code = 0;       // 0: not tried yet, or nobody answered
  std::string last_reply;  // of the server
};

// Queues the message; the recipient's waiting alerts of these findings are told by it.
void insert_message(Transaction& transaction, const MailMessage& message,
                    std::span<const FindingId> findings);

// The message that has waited longest, for this sender alone until `until`; its attempts count this one.
std::optional<MailMessage> claim_message(Transaction& transaction, Instant now, Instant until);

struct MailAttempt {
  std::string message;
  Instant at{};
  std::string outcome;  // "accepted", "deferred", "refused"
  int code = 0;
  std::string reply;
};
// `next`: when it is tried again, when it is still queued.
void record_attempt(Transaction& transaction, const MailAttempt& attempt, MessageState state, Instant next);

struct MessageFilter {  // empty: any
  std::optional<MessageState> state;
  std::string recipient;
};
// Newest first, after the message `after`.
std::vector<MailMessage> list_messages(Transaction& transaction, const MessageFilter& filter,
                                       const std::string& after, int limit);
std::optional<MailMessage> load_message(Transaction& transaction, const std::string& id);
std::vector<Alert> alerts_of_message(Transaction& transaction, const std::string& id);

std::optional<Instant> last_digest_at(Transaction& transaction, const std::string& recipient);
MailPreference load_preference(Transaction& transaction, const std::string& recipient);  // the usual if none
void put_preference(Transaction& transaction, const MailPreference& preference, Instant now,
                    const std::string& recorded_by);

}  // namespace certreg::store
