#include "certreg/report/alert_mail.h"

#include <gtest/gtest.h>

#include "certreg/report/supplier_letter.h"
#include "support/certificates.h"

namespace certreg::report {
namespace {

AlertItem item(FindingRule rule, Severity severity, const std::string& supplier) {
  AlertItem item;
  item.finding.rule = rule;
  item.finding.severity = severity;
  item.finding.sentence = "59 days are left until 2026-07-31.";
  item.finding.reasons = {
      {Code::Expiring, AnswerValue::Yes, "", {}, {support::quote("expires", "Expiry: 31 July 2026")}}};
  item.supplier = supplier;
  item.reference = "R-1";
  item.tier = "Critical";
  item.standard = "ISO/IEC 27001";
  item.number = "IS 100";
  item.end = support::day("2026-07-31");
  return item;
}

AlertMail mail_of(std::vector<AlertItem> items) {
  return {.recipient = {"Ada", "ada@example.com"},
          .on = support::day("2026-06-01"),
          .urgent = false,
          .items = std::move(items)};
}

TEST(AlertMail, SaysReasonQuoteAndCure) {
  const auto mail = write(mail_of({item(FindingRule::Expiring, Severity::Low, "Acme")}));
  EXPECT_EQ(mail.subject, "Acme: About to expire (2026-07-31)");
  for (const auto* part : {&mail.text, &mail.html})
    for (const char* words : {"59 days are left", "Expiry: 31 July 2026",
                              "Obtain the renewed certificate before it ends.", "IS 100"})
      EXPECT_NE(part->find(words), std::string::npos) << words;
}

// One sentence of a page bears out the holder and the standard.
TEST(AlertMail, TheSameWordsOfOnePlaceStandOnce) {
  auto one = item(FindingRule::Expiring, Severity::Low, "Acme");
  const auto times = [&] {
    const auto text = write(mail_of({one})).text;
    std::size_t count = 0;
    for (auto at = text.find("Expiry: 31"); at != std::string::npos; at = text.find("Expiry: 31", at + 1))
      ++count;
    return count;
  };
  auto again = one.finding.reasons.front().quotes.front();
  again.field = "issued";
  one.finding.reasons.front().quotes.push_back(again);
  EXPECT_EQ(times(), 1U);
  again.page += 1;
  one.finding.reasons.front().quotes.push_back(again);
  EXPECT_EQ(times(), 2U);
}

TEST(AlertMail, TheMostUrgentComesFirst) {
  std::vector<AlertItem> items{item(FindingRule::Expiring, Severity::High, "Near"),
                               item(FindingRule::Expiring, Severity::Low, "Far"),
                               item(FindingRule::Suspended, Severity::Low, "Suspended")};
  sort_by_urgency(items);
  EXPECT_EQ(items[0].supplier, "Suspended");
  EXPECT_EQ(items[1].supplier, "Near");
  EXPECT_NE(write(mail_of(items)).subject.find("and 2 more"), std::string::npos);
}

TEST(AlertMail, NamesOfStrangersDoNoHarm) {
  const auto mail = write(
      mail_of({item(FindingRule::Expiring, Severity::Low, "<b>x</b>\r\nBcc: y " + std::string(300, 'z'))}));
  EXPECT_EQ(mail.html.find("<b>x"), std::string::npos);
  EXPECT_EQ(mail.subject.find('\n'), std::string::npos);
  EXPECT_LT(mail.subject.size(), 200U);
}

TEST(SupplierLetter, AsksForWhatWouldCure) {
  Relationship relationship;
  relationship.contact = {"Bo", "bo@acme.example"};
  relationship.services = {"Acme Mail"};
  relationship.our_entity = "Us AG";
  relationship.owner.name = "Ada";
  const auto letter = write_letter(relationship, item(FindingRule::Expiring, Severity::Low, "Acme"));
  EXPECT_NE(letter.text.find("your certificate IS 100 to ISO/IEC 27001 ends on 2026-07-31"),
            std::string::npos)
      << letter.text;
  EXPECT_TRUE(mailto_of(letter).starts_with("mailto:bo@acme.example?subject="));
  relationship.contact.email.clear();
  EXPECT_EQ(mailto_of(write_letter(relationship, item(FindingRule::Expiring, Severity::Low, "Acme"))), "");
}

}  // namespace
}  // namespace certreg::report
