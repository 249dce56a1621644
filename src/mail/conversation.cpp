#include "mail/conversation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

namespace certreg::mail {
namespace {

constexpr std::size_t kMostHeard = 8192, kLongestReply = 500, kShortestSecret = 4;
constexpr int kStartInput = 354;

constexpr std::pair<std::string_view, Step> kCommands[] = {
    {"EHLO ", Step::Greeting}, {"HELO ", Step::Greeting},    {"STARTTLS", Step::Encryption},
    {"AUTH ", Step::User},     {"MAIL FROM:", Step::Sender}, {"RCPT TO:", Step::Recipient},
    {"DATA", Step::Content},
};

// What else is said while a user is told is part of that.
Step step_of(std::string_view line, Step before) {
  const auto* found = std::find_if(std::begin(kCommands), std::end(kCommands),
                                   [&](const auto& command) { return line.starts_with(command.first); });
  return found == std::end(kCommands) ? before : found->second;
}

std::string_view without_end(std::string_view line) {
  while (line.ends_with('\r') || line.ends_with('\n')) line.remove_suffix(1);
  return line;
}

std::string without(std::string text, const std::string& secret) {
  constexpr std::string_view kMask = "***";
  if (secret.size() < kShortestSecret) return text;
  for (auto at = text.find(secret); at != std::string::npos; at = text.find(secret, at + kMask.size()))
    text.replace(at, secret.size(), kMask);
  return text;
}

// The words of RFC 4954, 6 and of RFC 3207, 4 for a server that wants a user, another one or TLS first: no
// word on the message.
bool is_about_the_user(int code) { return code == 530 || code == 534 || code == 535 || code == 538; }

bool is_about_the_message(Step step) {
  return step == Step::Sender || step == Step::Recipient || step == Step::Content;
}

bool is_permanent(Step step, int code) {
  return code / 100 == 5 && is_about_the_message(step) && !is_about_the_user(code);
}

// A server may say anything, and what it says is shown to people.
std::string clean(std::string words) {
  for (char& c : words) {
    if (c == '\t') c = ' ';
    if (c < ' ' || c > '~') c = '?';
  }
  words.resize(std::min(words.size(), kLongestReply));
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

std::string_view what_was_answered(Step step) {
  switch (step) {
    case Step::Connection:
    case Step::Greeting:
      return "does not serve us";
    case Step::Encryption:
      return "does not start TLS";
    case Step::User:
      return "does not take the user or the password";
    case Step::Sender:
      return "does not take the sender";
    case Step::Recipient:
      return "does not take the recipient";
    case Step::Content:
      return "does not take the message";
  }
  return "answered";
}

}  // namespace

std::string_view to_string(DeliveryOutcome outcome) {
  switch (outcome) {
    case DeliveryOutcome::Accepted:
      return "accepted";
    case DeliveryOutcome::Deferred:
      return "deferred";
    case DeliveryOutcome::Refused:
      return "refused";
  }
  return "";
}

void Conversation::said(std::string_view line) {
  is_over_ = is_over_ || line.starts_with("QUIT");
  if (is_over_) return;
  step_ = step_of(line, step_);
  if (step_ == Step::User && !line.starts_with("AUTH ")) secrets_.emplace_back(without_end(line));
  code_ = 0;
  words_.clear();
  reply_goes_on_ = false;
}

void Conversation::heard(std::string_view line) {
  if (is_over_) return;
  constexpr std::size_t kCode = 3;
  int code = 0;
  const auto digits = line.substr(0, kCode);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), code);
  if (error != std::errc() || end != digits.data() + kCode) return;
  if (!reply_goes_on_) words_.clear();
  code_ = code;
  content_is_wanted_ = content_is_wanted_ || (step_ == Step::Content && code == kStartInput);
  const auto rest = line.substr(kCode);
  reply_goes_on_ = rest.starts_with('-');
  if (words_.size() < kMostHeard && !rest.empty()) words_.append(without_end(rest.substr(1))).append(" ");
}

bool Conversation::is_accepted() const { return content_is_wanted_ && code_ / 100 == 2; }

std::optional<Delivery> Conversation::judge() const {
  constexpr int kFirstRefusal = 400;
  if (code_ < kFirstRefusal && !is_accepted()) return std::nullopt;
  std::string words = words_;
  for (const auto& secret : secrets_) words = without(std::move(words), secret);
  Delivery delivery{DeliveryOutcome::Accepted, code_, clean(std::move(words)), ""};
  if (is_accepted()) return delivery;
  delivery.outcome = is_permanent(step_, code_) ? DeliveryOutcome::Refused : DeliveryOutcome::Deferred;
  delivery.detail =
      fmt::format("the mail server {}: {} {}",
                  what_was_answered(is_about_the_user(code_) ? Step::User : step_), code_, delivery.reply);
  return delivery;
}

}  // namespace certreg::mail
