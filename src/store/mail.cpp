#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "certreg/codec/json.h"
#include "certreg/store/alerts.h"
#include "store/lists.h"
#include "store/values.h"

namespace certreg::store {
namespace {

using Names = std::vector<std::string_view>;

const Names& message_kind_names() {
  static const Names names{"digest", "urgent"};
  return names;
}

template <class Enum>
Enum value_of(const Names& names, const std::string& name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) throw std::logic_error("the database holds an unknown name: " + name);
  return static_cast<Enum>(at - names.begin());
}

codec::Json headers_json(const MailMessage& message) {
  auto all = codec::Json::array();
  for (const auto& [name, value] : message.headers) all.push_back({name, value});
  return all;
}

MailMessage content_of(const Row& row) {
  MailMessage message;
  message.id = row.text("id");
  message.recipient = {row.text("recipient_name"), row.text("recipient")};
  message.kind = value_of<MessageKind>(message_kind_names(), row.text("kind"));
  message.subject = row.text("subject");
  message.text = row.text("text");
  message.html = row.text("html");
  for (const auto& header : codec::parse(row.text("headers")))
    message.headers.emplace_back(header[0].get<std::string>(), header[1].get<std::string>());
  message.queued_at = instant(row, "queued_at");
  message.attempts = static_cast<int>(row.integer("attempts"));
  return message;
}

MailMessage message_of(const Row& row) {
  auto message = content_of(row);
  message.state = value_of<MessageState>(message_state_names(), row.text("state"));
  message.next_attempt_at = instant(row, "next_attempt_at");
  message.last_code = static_cast<int>(row.optional_integer("code").value_or(0));
  message.last_reply = text_or_empty(row, "reply");
  return message;
}

}  // namespace

const Names& message_state_names() {
  static const Names names{"queued", "sent", "refused", "given_up"};
  return names;
}

std::string_view name_of(MessageKind kind) { return message_kind_names()[static_cast<std::size_t>(kind)]; }
std::string_view name_of(MessageState state) {
  return message_state_names()[static_cast<std::size_t>(state)];
}

void insert_message(Transaction& transaction, const MailMessage& message,
                    std::span<const FindingId> findings) {
  const auto queued_at = to_string(message.queued_at);
  transaction.run("insert_message", {message.id, message.recipient.email, message.recipient.name,
                                     name_of(message.kind), message.subject, message.text, message.html,
                                     codec::dump(headers_json(message)), queued_at});
  transaction.run("insert_message_state", {message.id, queued_at});
  transaction.run("attach_alerts", {message.recipient.email, uuid_array(findings), message.id});
}

std::optional<MailMessage> claim_message(Transaction& transaction, Instant now, Instant until) {
  const auto row = transaction.run("claim_message", {to_string(now), to_string(until)}).first();
  return row ? std::optional(content_of(*row)) : std::nullopt;
}

void record_attempt(Transaction& transaction, const MailAttempt& attempt, MessageState state, Instant next) {
  transaction.run("insert_attempt",
                  {attempt.message, to_string(attempt.at), attempt.outcome, attempt.code, attempt.reply});
  transaction.run("update_message_state", {attempt.message, name_of(state), to_string(next)});
}

std::vector<MailMessage> list_messages(Transaction& transaction, const MessageFilter& filter,
                                       const std::string& after, int limit) {
  const auto state = filter.state ? std::optional(name_of(*filter.state)) : std::nullopt;
  return list_page(transaction, "list_messages", after, {state, filled(filter.recipient), limit}, message_of);
}

std::optional<MailMessage> load_message(Transaction& transaction, const std::string& id) {
  if (!is_uuid(id)) return std::nullopt;
  const auto row = transaction.run("select_message", {id}).first();
  return row ? std::optional(message_of(*row)) : std::nullopt;
}

std::optional<Instant> last_digest_at(Transaction& transaction, const std::string& recipient) {
  const auto row = transaction.run("select_last_digest", {recipient}).only();
  return optional_instant(row, "queued_at");
}

MailPreference load_preference(Transaction& transaction, const std::string& recipient) {
  const auto row = transaction.run("select_preference", {recipient}).first();
  if (!row) return {.recipient = recipient};
  return {.recipient = recipient,
          .rhythm = value_of<DigestRhythm>(digest_rhythm_names(), row->text("digest")),
          .weekday = static_cast<int>(row->integer("weekday")),
          .hour = static_cast<int>(row->integer("hour")),
          .time_zone = row->text("time_zone")};
}

void put_preference(Transaction& transaction, const MailPreference& preference, Instant now,
                    const std::string& recorded_by) {
  transaction.run("put_preference", {preference.recipient, to_string(preference.rhythm), preference.weekday,
                                     preference.hour, preference.time_zone, to_string(now), recorded_by});
}

}  // namespace certreg::store
