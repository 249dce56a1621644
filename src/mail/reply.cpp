#include "mail/reply.h"

#include <algorithm>
#include <charconv>

namespace certreg::mail {
namespace {

constexpr std::size_t kLongest = 400;
constexpr std::size_t kMostKept = 4000;
constexpr int kAuthenticationRequired = 530;

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  return line;
}

}  // namespace

std::string cleaned(std::string_view text) {
  std::string clean;
  for (const char c : trimmed(text).substr(0, kLongest))
    clean += c >= ' ' && c < '\x7f' ? c : ' ';  // a reply is ASCII; what is not says nothing to a person
  return clean;
}

void Replies::take(std::string_view line) {
  if (is_over_) return;
  line = trimmed(line);
  int code = 0;
  const auto [end, error] =
      std::from_chars(line.data(), line.data() + std::min<std::size_t>(3, line.size()), code);
  if (error != std::errc() || end != line.data() + 3) return;
  if (!goes_on_) words_.clear();
  code_ = code;
  goes_on_ = line.size() > 3 && line[3] == '-';
  if (words_.size() > kMostKept) return;
  if (!words_.empty()) words_ += ' ';
  words_ += line.substr(std::min<std::size_t>(4, line.size()));
}

void Replies::note_command(std::string_view line) {
  const auto verb = line.substr(0, 4);
  is_over_ = is_over_ || verb == "QUIT";
  if (is_over_) return;  // the goodbye decides nothing
  is_about_message_ = verb == "MAIL" || verb == "RCPT" || verb == "DATA";
}

Delivery Replies::judged(const std::string& otherwise) const {
  const bool is_refusal = code_ >= 500 && code_ < 600 && code_ != kAuthenticationRequired;
  if (is_refusal && is_about_message_) return {DeliveryOutcome::Refused, code_, words()};
  if (code_ >= 400) return {DeliveryOutcome::Deferred, code_, words()};
  return {DeliveryOutcome::Deferred, code_, cleaned(otherwise)};
}

}  // namespace certreg::mail
