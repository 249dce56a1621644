#include "certreg/report/supplier_letter.h"

#include <fmt/format.h>

#include "certreg/domain/harmless.h"

namespace certreg::report {
namespace {

std::string what_of(const AlertItem& item) {
  if (item.standard.empty()) return "your information security certification";
  return item.number.empty() ? "your certificate to " + item.standard
                             : fmt::format("your certificate {} to {}", item.number, item.standard);
}

std::string services_of(const Relationship& relationship) {
  std::string services;
  for (const auto& service : relationship.services) services += (services.empty() ? "" : ", ") + service;
  return services.empty() ? "your services" : services;
}

// What is asked for, by the kind of finding; the supplier need not know our words for it.
std::string request_of(const AlertItem& item, const Relationship& relationship) {
  const auto what = what_of(item);
  switch (item.finding.rule) {
    case FindingRule::Expiring:
    case FindingRule::Lapsed:
      return fmt::format(
          "{} {} on {}. Please send us the renewed certificate, or tell us when it will be issued.", what,
          item.finding.rule == FindingRule::Lapsed ? "ended" : "ends",
          item.end ? item.end->to_string() : "a day that we do not know");
    case FindingRule::Suspended:
    case FindingRule::Withdrawn:
      return fmt::format("we learned that {} is {}. Please tell us why, and what you do about it.", what,
                         item.finding.rule == FindingRule::Suspended ? "suspended" : "withdrawn");
    case FindingRule::OutOfScope:
    case FindingRule::ScopeReduced:
      return fmt::format(
          "please show us where the scope of {} names {}, for example in its annex or in a statement "
          "of your certification body.",
          what, services_of(relationship));
    case FindingRule::StatementOfApplicability:
      return fmt::format("please send us the Statement of Applicability in the version that {} names.", what);
    case FindingRule::CertificateMissing:
      return fmt::format("please send us a copy of {}, with all its annexes.",
                         item.standard.empty() ? "your certificate" : "your certificate to " + item.standard);
    default:
      return fmt::format("please help us with {}: {}", what, cure_of(item.finding.rule));
  }
}

std::string percent_encoded(const std::string& text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '@';
    if (plain)
      encoded += c;
    else
      encoded += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

std::string with_crlf(const std::string& text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\n') lines += '\r';
    lines += c;
  }
  return lines;
}

}  // namespace

SupplierLetter write_letter(const Relationship& relationship, const AlertItem& item) {
  const auto name = harmless(relationship.contact.name);
  const auto contract =
      relationship.contract.empty() ? std::string() : " (contract " + relationship.contract + ")";
  const auto us = relationship.our_entity.empty() ? std::string("We") : relationship.our_entity;
  SupplierLetter letter;
  letter.to = relationship.contact;
  letter.subject = harmless(what_of(item));
  letter.subject.front() =
      static_cast<char>(std::toupper(static_cast<unsigned char>(letter.subject.front())));
  letter.text = fmt::format("Dear {},\n\n{} {} {}{}. For our supplier review, {}\n\nKind regards\n{}\n",
                            name.empty() ? "Sir or Madam" : name, harmless(us),
                            relationship.our_entity.empty() ? "use" : "uses",
                            harmless(services_of(relationship)), harmless(contract),
                            harmless(request_of(item, relationship)), harmless(relationship.owner.name));
  return letter;
}

std::string mailto_of(const SupplierLetter& letter) {
  if (letter.to.email.empty()) return {};
  return "mailto:" + percent_encoded(letter.to.email) + "?subject=" + percent_encoded(letter.subject) +
         "&body=" + percent_encoded(with_crlf(letter.text));
}

}  // namespace certreg::report
