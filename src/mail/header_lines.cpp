#include "mail/header_lines.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "certreg/mail/address.h"
#include "mail/encoded_words.h"

namespace certreg::mail {
namespace {

constexpr std::size_t kUsualLine = 78;  // RFC 5322, 2.1.1

std::string quoted(std::string_view name) {
  std::string text = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') text += '\\';
    text += c;
  }
  return text + '"';
}

std::string words_or_plain(const std::string& line) { return goes_plain(line) ? line : encoded_words(line); }

}  // namespace

std::string date_line(Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
  return fmt::format("{:%a, %d %b %Y %H:%M:%S} +0000", fmt::gmtime(seconds.time_since_epoch().count()));
}

std::string mailbox_line(const Mailbox& mailbox) {
  auto address = deliverable_address(mailbox.address).value_or("");
  if (mailbox.name.empty()) return address;
  const auto name = goes_plain(mailbox.name) ? quoted(mailbox.name) : encoded_words(mailbox.name);
  return fmt::format("{}\r\n <{}>", name, address);
}

std::string folded(std::string_view line) {
  std::string lines;
  while (line.size() > kUsualLine) {
    auto blank = line.find_last_not_of(' ', line.rfind(' ', kUsualLine)) + 1;
    const auto first_word =
        line.find_first_not_of(' ');  // a line of blanks alone would end the header for some
    if (blank <= first_word) blank = line.find(' ', first_word);
    const auto next_word = line.find_first_not_of(' ', blank);
    if (blank == std::string_view::npos || next_word == std::string_view::npos) break;
    lines.append(line.substr(0, blank)).append("\r\n");
    line.remove_prefix(blank);
  }
  return lines.append(line);
}

std::vector<std::string> header_lines(const Message& message) {
  std::vector<std::string> lines = {"Date: " + date_line(message.date), "From: " + mailbox_line(message.from),
                                    "To: " + mailbox_line(message.to)};
  if (message.reply_to) lines.push_back("Reply-To: " + mailbox_line(*message.reply_to));
  lines.push_back("Subject: " + words_or_plain(message.subject));
  for (const auto& [name, value] : message.headers)
    lines.push_back(folded(fmt::format("{}: {}", name, value)));
  return lines;
}

}  // namespace certreg::mail
