#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "certreg/domain/error.h"
#include "certreg/mail/address.h"
#include "certreg/mail/message.h"
#include "mail/characters.h"
#include "mail/header_lines.h"
#include "mail/letters.h"

namespace certreg::mail {
namespace {

using Problems = std::vector<FieldProblem>;

const char* const kNotALine = "must be UTF-8 text without line breaks and control characters";
const char* const kNotAText = "must be UTF-8 text without control characters but tabs and line breaks";
constexpr std::size_t kLongestHeaderName = 64, kLongestMediaType = 127, kLongestFileName = 200;

void check_mailbox(const std::string& field, const Mailbox& mailbox, Problems& problems) {
  if (!is_line(mailbox.name)) problems.push_back({field + ".name", kNotALine});
  if (!deliverable_address(mailbox.address))
    problems.push_back({field + ".address", "must be a mail address, name@domain"});
}

// Names that the message writes itself are not among them, so that no header stands there twice.
bool is_free_header(const std::string& name) {
  static const std::set<std::string> known = {"message-id", "auto-submitted", "in-reply-to", "references"};
  const auto is_allowed = [](char c) { return c == '-' || is_letter_or_digit(c); };
  if (name.size() > kLongestHeaderName || !std::all_of(name.begin(), name.end(), is_allowed)) return false;
  const bool has_prefix = name.starts_with("x-") || name.starts_with("list-");
  return known.contains(name) || (has_prefix && !name.ends_with('-'));
}

bool has_long_line(const std::string& lines) {
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);)
    if (line.size() > kLongestLine) return true;
  return false;
}

void check_value(const std::string& field, const Header& header, Problems& problems) {
  const auto& value = header.value;
  if (value.empty() || !is_printable_ascii(value) || value.starts_with(' ') || value.ends_with(' '))
    problems.push_back({field, "must be printable ASCII without line breaks and outer blanks"});
  else if (has_long_line(folded(header.name + ": " + value)))
    problems.push_back({field, "holds a word that is too long for a line of a mail"});
}

void check_headers(const std::vector<Header>& headers, Problems& problems) {
  std::set<std::string> seen;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    const auto field = fmt::format("headers[{}]", i);
    const auto name = lower_case(headers[i].name);
    if (!is_free_header(name)) {
      problems.push_back(
          {field + ".name",
           "must be Message-ID, Auto-Submitted, In-Reply-To, References, or start with List- or X-"});
      continue;
    }
    if (!seen.insert(name).second) problems.push_back({field + ".name", "stands there twice"});
    check_value(field + ".value", headers[i], problems);
  }
}

// A type and a subtype (RFC 6838, 4.2); one that is made of parts cannot be encoded as an attachment is (RFC
// 2045, 6.4).
bool is_media_type(const std::string& written) {
  const auto type = lower_case(written);
  const auto is_allowed = [](char c) {
    return c == '/' || c == '-' || c == '+' || c == '.' || is_letter_or_digit(c);
  };
  const auto slash = type.find('/');
  return slash != std::string::npos && slash > 0 && slash + 1 < type.size() && slash == type.rfind('/') &&
         type.size() <= kLongestMediaType && std::all_of(type.begin(), type.end(), is_allowed) &&
         !type.starts_with("multipart/") && !type.starts_with("message/");
}

void check_attachment(const std::string& field, const Attachment& attachment, Problems& problems) {
  const auto& name = attachment.file_name;
  if (name.empty() || name.size() > kLongestFileName || !is_line(name) ||
      name.find_first_of("/\\") != std::string::npos)
    problems.push_back(
        {field + ".file_name", "must be a file's name without folders, line breaks and control characters"});
  if (!is_media_type(attachment.media_type))
    problems.push_back({field + ".media_type", "must be a media type of a single part, text/calendar"});
}

}  // namespace

void check(const Message& message) {
  Problems problems;
  check_mailbox("from", message.from, problems);
  check_mailbox("to", message.to, problems);
  if (message.reply_to) check_mailbox("reply_to", *message.reply_to, problems);
  if (message.subject.empty() || !is_line(message.subject)) problems.push_back({"subject", kNotALine});
  if (message.text.empty() || !is_text(message.text)) problems.push_back({"text", kNotAText});
  if (!is_text(message.html)) problems.push_back({"html", kNotAText});
  check_headers(message.headers, problems);
  for (std::size_t i = 0; i < message.attachments.size(); ++i)
    check_attachment(fmt::format("attachments[{}]", i), message.attachments[i], problems);
  if (!problems.empty()) throw invalid(problems);
}

}  // namespace certreg::mail
