// Both readers of stored records, held against each other.
#include "certreg/codec/stored.h"

#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "certreg/codec/record_writer.h"
#include "certreg/codec/records.h"
#include "support/certificates.h"

namespace certreg::codec {
namespace {

std::string outcome(const std::function<Json()>& read) {
  try {
    return dump(read());
  } catch (const Error&) {
    return "refused";
  }
}

std::string quick_certificate(std::string_view text) {
  return outcome([&] { return to_json(read_stored_certificate(text)); });
}
std::string whole_certificate(std::string_view text) {
  return outcome([&] { return to_json(stored_certificate(parse_own(text))); });
}
std::string quick_supplier(std::string_view text) {
  return outcome([&] { return to_json(read_stored_supplier(text)); });
}
std::string whole_supplier(std::string_view text) {
  return outcome([&] { return to_json(stored_supplier(parse_own(text))); });
}

CertificateVersion row() {
  auto version = support::certificate();
  version.quotes.clear();
  version.scope = "Hosting of \"Acme\\Cloud\"\nand 数据中心,\ttoo";
  version.holders.front().address = "Gate 1\nOslo";
  version.statuses = {support::status(CertificateStatus::Suspended, "2026-01-01")};
  version.statuses.front().said_by = "Good Certification Limited";
  version.statuses.front().sites = {"Oslo", "Bergen"};
  version.sites = {{"Oslo", "", "NO", ""}};
  version.accreditations = {{"UKAS", AccreditationBodyId{"ukas"}, "0003"}};
  version.claimant = Claimant{ClaimantKind::ThirdParty, "Somebody"};
  version.form = ExtensionForm::Reference;
  version.parent = CertificateId{"parent-1"};
  version.retired = true;
  version.recorded_by = "jane";
  return version;
}

Supplier supplier() {
  Supplier supplier{.id = {"s-1"}, .version = 3, .name = "Acme \"Cloud\" Ltd", .aliases = {"Acme", "阿克米"}};
  supplier.country = "GB";
  supplier.domains = {"acme.example"};
  supplier.recorded_by = "jane";
  return supplier;
}

std::vector<std::string> certificate_texts() {
  auto listed = row();
  listed.scope_items = {{"Acme Drive", {}, "", {}, false, ScopeExtent::InPart, "excludes shared drives"}};
  listed.roles = {"processor"};
  std::vector<std::string> texts;
  for (const auto& version : {row(), listed, support::claim(), support::extension(), CertificateVersion{}}) {
    texts.push_back(stored_text(version));
    texts.push_back(dump(to_json(version)));
  }
  return texts;
}

std::vector<std::string> supplier_texts() {
  auto linked = supplier();
  linked.groups = {{SupplierId{"s-2"}, support::day("2024-01-01"), {}, "its report"}};
  return {dump(to_json(supplier())), dump(to_json(linked)), dump(to_json(Supplier{.name = "A"}))};
}

// Each text as it is, and with each of its bytes left out, doubled, and put in place of others.
template <class Check>
void with_mistakes(const std::string& text, Check check) {
  check(text);
  for (std::size_t at = 0; at < text.size(); ++at) {
    check(std::string(text).erase(at, 1));
    check(std::string(text).insert(at, 1, text[at]));
    for (const char c : {'"', '\\', ',', '}', ']', 'n', '0', ' ', '\x01', '\xff'}) {
      auto changed = text;
      changed[at] = c;
      check(changed);
    }
    if (at % 16 == 0) check(text.substr(0, at));
  }
}

TEST(StoredReaders, ReadTheSame) {
  for (const auto& text : certificate_texts()) EXPECT_EQ(quick_certificate(text), whole_certificate(text));
  for (const auto& text : supplier_texts()) EXPECT_EQ(quick_supplier(text), whole_supplier(text));
  EXPECT_NE(quick_certificate(certificate_texts().front()), "refused");
}

TEST(StoredReaders, RefuseTheSame) {
  const auto version = stored_text(row());
  with_mistakes(version, [](const std::string& text) {
    ASSERT_EQ(quick_certificate(text), whole_certificate(text)) << text;
  });
  const auto company = supplier_texts().front();
  with_mistakes(company, [](const std::string& text) {
    ASSERT_EQ(quick_supplier(text), whole_supplier(text)) << text;
  });
}

TEST(StoredReaders, RefuseTextsThatAreTooLong) {
  auto number = row();
  number.number = std::string(101, '1');
  EXPECT_EQ(quick_certificate(stored_text(number)), "refused");
  auto name = supplier();
  name.name = std::string(301, 'a');
  EXPECT_EQ(quick_supplier(dump(to_json(name))), "refused");
}

}  // namespace
}  // namespace certreg::codec
