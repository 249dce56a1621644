#include "certreg/mail/message.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"

namespace certreg::mail {
namespace {

constexpr std::size_t kLongestSubject = 500;
constexpr std::size_t kLongestWord = 45;  // octets before encoding: an encoded word has at most 75 characters
constexpr std::array kOwnHeaders = {"from",       "to",           "subject", "date",
                                    "message-id", "mime-version", "bcc",     "cc"};

bool is_printable(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c != '\x7f'; });
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; });
}

bool is_header_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

bool is_own(std::string name) {
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return std::find(kOwnHeaders.begin(), kOwnHeaders.end(), name) != kOwnHeaders.end();
}

void check_mailbox(const Mailbox& mailbox, const std::string& field) {
  if (!is_mail_address(mailbox.address) || !is_ascii(mailbox.address))
    throw invalid(field, "must be an e-mail address of ASCII characters");
  if (!mailbox.name.empty() && !is_clean_text(mailbox.name, 200))
    throw invalid(field, "has a name with control characters, or longer than 200");
}

void check_header(const MessageHeader& header) {
  if (!is_header_name(header.name) || is_own(header.name))
    throw invalid("headers", "\"" + header.name + "\" may not be set");
  if (!is_printable(header.value) || !is_ascii(header.value) || header.value.size() > 900)
    throw invalid("headers", header.name + " must be one line of at most 900 ASCII characters");
}

bool continues_a_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

bool stands_for_itself(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string q_encoded(std::string_view text) {
  std::string encoded = "=?UTF-8?Q?";
  for (const char c : text) {
    if (stands_for_itself(c))
      encoded += c;
    else if (c == ' ')
      encoded += '_';
    else
      encoded += fmt::format("={:02X}", static_cast<unsigned char>(c));
  }
  return encoded + "?=";
}

// Octets that fit into an encoded word when each but letters and digits takes three.
std::size_t fitting(std::string_view text) {
  std::size_t taken = 0, length = 0;
  while (taken < text.size()) {
    std::size_t next = taken + 1;
    while (next < text.size() && continues_a_character(text[next])) ++next;
    std::size_t cost = 0;
    for (std::size_t i = taken; i < next; ++i) cost += stands_for_itself(text[i]) || text[i] == ' ' ? 1U : 3U;
    if (taken > 0 && length + cost > kLongestWord + 15) break;
    length += cost;
    taken = next;
  }
  return taken;
}

std::string quoted(const std::string& name) {
  std::string text = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + "\"";
}

std::string written(const Mailbox& mailbox) {
  if (mailbox.name.empty()) return mailbox.address;
  const auto name = is_ascii(mailbox.name) ? quoted(mailbox.name) : encoded_words(mailbox.name);
  return name + " <" + mailbox.address + ">";
}

std::string rfc5322_date(Instant instant) {
  using namespace std::chrono;
  static constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = floor<days>(instant);
  const year_month_day date(day);
  const hh_mm_ss time(floor<seconds>(instant - day));
  return fmt::format("{}, {:02} {} {} {:02}:{:02}:{:02} +0000", kDays[weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

}  // namespace

void check(const Message& message) {
  check_mailbox(message.from, "from");
  check_mailbox(message.to, "to");
  if (!is_clean_text(message.subject, kLongestSubject))
    throw invalid("subject", "must be one line of at most 500 characters, without control characters");
  if (message.id.empty() || !is_printable(message.id) || !is_ascii(message.id) ||
      message.id.find_first_of("<> ") != std::string::npos)
    throw invalid("id", "must be ASCII without blanks and brackets");
  if (message.text.empty()) throw invalid("text", "is required");
  for (const auto& header : message.headers) check_header(header);
}

std::vector<std::string> header_lines(const Message& message) {
  std::vector<std::string> lines{"From: " + written(message.from),
                                 "To: " + written(message.to),
                                 "Subject: " + encoded_words(message.subject),
                                 "Date: " + rfc5322_date(message.date),
                                 "Message-ID: <" + message.id + ">",
                                 "MIME-Version: 1.0"};
  for (const auto& [name, value] : message.headers) lines.push_back(name + ": " + value);
  return lines;
}

std::string encoded_words(std::string_view text) {
  // What looks like an encoded word would be read as one.
  if (is_ascii(text) && text.size() < 200 && text.find("=?") == std::string_view::npos)
    return std::string(text);
  std::string all;
  while (!text.empty()) {
    const auto taken = fitting(text);
    if (!all.empty()) all += "\r\n ";
    all += q_encoded(text.substr(0, taken));
    text.remove_prefix(taken);
  }
  return all;
}

}  // namespace certreg::mail
