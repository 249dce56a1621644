#include "certreg/report/alert_mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <tuple>

#include "certreg/domain/harmless.h"
#include "certreg/report/markup.h"

namespace certreg::report {
namespace {

constexpr std::size_t kLongestName = 60;  // in a subject
constexpr std::size_t kLongestQuote = 300;
constexpr std::size_t kMostQuotes = 2;

// Cut between characters, not within one.
std::string shortened(std::string_view text, std::size_t most) {
  auto clean = harmless(text);
  if (clean.size() <= most) return clean;
  auto end = most;
  while (end > 0 && (static_cast<unsigned char>(clean[end]) & 0xC0U) == 0x80U) --end;
  return clean.substr(0, end) + "...";
}

std::string certificate_of(const AlertItem& item) {
  if (item.standard.empty()) return {};
  return item.number.empty() ? item.standard : item.standard + ", " + item.number;
}

std::string label_of(const AlertItem& item) { return item.number.empty() ? "Standard: " : "Certificate: "; }

std::string_view word_of(Severity severity) {
  constexpr std::string_view kWords[] = {"Low", "Medium", "High", "Critical"};
  return kWords[static_cast<std::size_t>(severity)];
}

// The same words of the same place, which may bear out several fields.
bool stands_in(const std::vector<const Quote*>& quotes, const Quote& quote) {
  return std::any_of(quotes.begin(), quotes.end(), [&](const Quote* one) {
    return one->text == quote.text && one->address == quote.address && one->page == quote.page;
  });
}

std::vector<const Quote*> quotes_of(const AlertItem& item) {
  std::vector<const Quote*> quotes;
  for (const auto& reason : item.finding.reasons)
    for (const auto& quote : reason.quotes)
      if (quotes.size() < kMostQuotes && !stands_in(quotes, quote)) quotes.push_back(&quote);
  return quotes;
}

std::string source_of(const Quote& quote) {
  std::string source = quote.address;
  if (quote.page > 0) source += (source.empty() ? "page " : ", page ") + std::to_string(quote.page);
  return harmless(source);
}

std::string until_of(const AlertItem& item) {
  return item.finding.due ? "To be cured by " + item.finding.due->to_string() + "." : std::string();
}

std::string subject_of(const AlertMail& mail) {
  const auto& first = mail.items.front();
  auto what = fmt::format("{}: {}", shortened(first.supplier, kLongestName), title_of(first.finding.rule));
  if (first.end) what += " (" + first.end->to_string() + ")";
  const auto others = mail.items.size() - 1;
  if (others > 0) what += fmt::format(" and {} more", others);
  return (mail.urgent ? "Urgent: " : "") + what;
}

std::string greeting(const AlertMail& mail) {
  const auto count = mail.items.size();
  const auto what = count == 1 ? std::string("one finding") : fmt::format("{} findings", count);
  const auto name = harmless(mail.recipient.name);
  return fmt::format("{}{} about suppliers that you answer for, as of {}.", name.empty() ? "" : name + ": ",
                     what, mail.on.to_string());
}

std::string text_of(const AlertItem& item) {
  const auto& finding = item.finding;
  auto text = fmt::format("{}: {}\n{}: {}\n", harmless(item.supplier), title_of(finding.rule),
                          word_of(finding.severity), harmless(finding.sentence));
  if (const auto certificate = certificate_of(item); !certificate.empty())
    text += label_of(item) + harmless(certificate) + "\n";
  for (const auto* quote : quotes_of(item))
    text += fmt::format("  \"{}\" ({})\n", shortened(quote->text, kLongestQuote), source_of(*quote));
  text += fmt::format("What to do: {} {}\n", cure_of(finding.rule), until_of(item));
  text += fmt::format("Relationship {}, tier {}.\n", harmless(item.reference), harmless(item.tier));
  if (!item.address.empty()) text += item.address + "\n";
  return text;
}

std::string text_of(const AlertMail& mail) {
  auto text = greeting(mail) + "\n\n";
  for (const auto& item : mail.items) text += text_of(item) + "\n";
  text += "You are told because you are owner or deputy of these relationships in certreg.\n";
  return text;
}

std::string colour_of(Severity severity) {
  constexpr std::string_view kColours[] = {"#4a5568", "#7a5200", "#9c2b00",
                                           "#8b0000"};  // on white, 7:1 and more
  return std::string(kColours[static_cast<std::size_t>(severity)]);
}

std::string link(const std::string& address, std::string_view words) {
  return fmt::format("<a href=\"{}\">{}</a>", escaped(address), escaped(words));
}

std::string html_of(const AlertItem& item) {
  const auto& finding = item.finding;
  auto html = fmt::format(
      "<div style=\"border-left:4px solid {0};padding:4px 12px;margin:0 0 20px\">\n<h2 "
      "style=\"font-size:17px;margin:0 0 4px\">{1}: {2}</h2>\n<p style=\"margin:0 0 6px\"><strong "
      "style=\"color:{0}\">{3}</strong>: {4}</p>\n",
      colour_of(finding.severity), escaped(item.supplier), escaped(title_of(finding.rule)),
      word_of(finding.severity), escaped(finding.sentence));
  if (const auto certificate = certificate_of(item); !certificate.empty())
    html += fmt::format("<p style=\"margin:0 0 6px\">{}{}</p>\n", label_of(item), escaped(certificate));
  for (const auto* quote : quotes_of(item))
    html += fmt::format(
        "<blockquote style=\"margin:0 0 6px;padding:0 0 0 10px;border-left:1px solid "
        "#888\">{}<br><small>{}</small>"
        "</blockquote>\n",
        escaped(shortened(quote->text, kLongestQuote)), escaped(source_of(*quote)));
  html += fmt::format("<p style=\"margin:0 0 6px\"><strong>What to do:</strong> {} {}</p>\n",
                      escaped(cure_of(finding.rule)), escaped(until_of(item)));
  html += fmt::format("<p style=\"margin:0\">Relationship {}, tier {}.", escaped(item.reference),
                      escaped(item.tier));
  if (!item.address.empty()) html += " " + link(item.address, "Open the supplier");
  if (!item.letter.empty()) html += " " + link(item.letter, "Write to the supplier");
  return html + "</p>\n</div>\n";
}

std::string html_of(const AlertMail& mail) {
  auto html = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{}</title></head>\n<body "
      "style=\"font-family:sans-serif;font-size:15px;line-height:1.4;color:#1a202c;max-width:640px\">\n<p>{}<"
      "/p>\n",
      escaped(subject_of(mail)), escaped(greeting(mail)));
  for (const auto& item : mail.items) html += html_of(item);
  html += "<p><small>You are told because you are owner or deputy of these relationships in certreg.";
  return html + "</small></p>\n</body>\n</html>\n";
}

auto urgency_of(const AlertItem& item) {
  const auto day = item.end ? item.end : item.finding.due;
  const auto days = day ? day->days().time_since_epoch().count() : std::numeric_limits<int>::max();
  return std::make_tuple(!is_urgent(item.finding.rule), -static_cast<int>(item.finding.severity), days);
}

}  // namespace

void sort_by_urgency(std::vector<AlertItem>& items) {
  std::stable_sort(items.begin(), items.end(), [](const AlertItem& left, const AlertItem& right) {
    return urgency_of(left) < urgency_of(right);
  });
}

WrittenMail write(const AlertMail& mail) { return {subject_of(mail), text_of(mail), html_of(mail)}; }

}  // namespace certreg::report
