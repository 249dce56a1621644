// What is packed comes back as it was.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "catalogue/packed_certificate.h"
#include "catalogue/packed_company.h"
#include "catalogue/packing.h"
#include "certreg/codec/record_writer.h"
#include "certreg/codec/records.h"
#include "support/certificates.h"

namespace certreg::catalogue {
namespace {

using support::day;

template <class Record>
std::string text_of(const Record& record) {
  std::string text;
  codec::JsonWriter out(text);
  codec::write(out, record);
  return text;
}

std::string text_of(const CertificateRecord& record) {
  std::string text;
  codec::JsonWriter out(text);
  codec::write(out, record);
  for (const auto& service : record.confirmed_services) text += "\n" + service;
  return text;
}

CertificateVersion full() {
  auto version = support::certificate();
  version.decided = version.first_issued = day("1999-12-31");
  version.previous_expiry = day("2025-01-09");
  version.recertification_audited = day("2024-12-01");
  version.expiry_kind = ExpiryKind::RecertificationDue;
  version.issue_number = "3";
  version.holders.push_back({"Acme Zwei GmbH", "additional", "Gate 1\nOslo", "NO", "LEI", "HRB 1", "VAT"});
  version.statuses = {support::status(CertificateStatus::Suspended, "2026-01-01")};
  version.statuses[0].until = day("2199-12-31");
  version.statuses[0].sites = {"Oslo"};
  version.statuses[0].services = {"Acme Mail"};
  version.accreditations = {{"UKAS", AccreditationBodyId{"ukas"}, "0003"}, {"Somebody", {}, ""}};
  version.sites = {{"Oslo", "Gate 1\nOslo", "NO", "Hosting"}, {"Bergen", "", "", ""}};
  version.scope_items = {
      {"Acme Object Store", {"AOS", "Acme Blob"}, "Storage", {"Europe (Frankfurt)"}, true, {}, {}},
      {"Acme Drive", {}, "", {}, false, ScopeExtent::InPart, "excludes shared drives"}};
  version.exclusions = {"Consulting"};
  version.roles = {"processor"};
  version.scope_language = "en";
  version.soa_version = "v2";
  version.soa_date = day("2024-11-11");
  version.pages_held = 2;
  version.pages_stated = 10'000;
  version.services_closed = version.all_services = version.sites_closed = true;
  version.form = ExtensionForm::Words;
  version.parent = CertificateId{"parent-1"};
  version.parent_number = "IS 99";
  version.evidence = EvidenceLevel::Registered;
  version.claimant = Claimant{ClaimantKind::ThirdParty, "Somebody"};
  version.signature = SignatureState::Broken;
  version.document_changed = version.declared_absent = version.retired = true;
  version.last_confirmed = support::at("2026-05-02");
  version.recorded_by = "jane";
  version.reason = "typed in";
  return version;
}

// Names of ids as the register makes them, and quotes of a table's row.
CertificateVersion of_a_row() {
  auto version = full();
  version.id = {"01a22116-c210-7682-bdf7-165faae6d1f8"};
  version.certificate = {"01a22116-c210-7683-b68a-b94d93726aa2"};
  version.supplier = {"01a22116-c201-75f5-abe8-d5eba3bb2c57"};
  const Quote place{.document = DocumentId{std::string(64, 'a')}, .address = "file:a.csv", .page = 24'659};
  version.quotes.assign(3, place);
  version.quotes[0].field = "scope";
  version.quotes[0].text = version.scope;
  version.quotes[1].field = "holder";
  version.quotes[1].text = "ANOTHER NAME";
  version.quotes[2].field = "expires";
  version.quotes[2].text = version.expires->to_string();
  return version;
}

CertificateVersion in_boxes() {
  auto version = of_a_row();
  version.quotes[1].box = Box{1.5, 2, 3, 4.25};
  version.quotes[2].page = 2;
  version.quotes[2].confidence = 0.7;
  version.quotes[2].method = ReadingMethod::Ocr;
  return version;
}

CertificateVersion with_odd_fields() {
  auto version = of_a_row();
  version.quotes[1].field = "two\nlines";
  return version;
}

TEST(PackedCertificate, ComesBackWhole) {
  SharedTexts texts;
  for (const auto& version : {full(), of_a_row(), in_boxes(), with_odd_fields(), support::claim(),
                              support::extension(), CertificateVersion{}})
    for (int turn = 0; turn < 3; ++turn) {  // texts that come again are shared
      CertificateRecord record;
      record.id = version.certificate;
      record.issues = {version, version};
      record.issues[0].scope = "an earlier one";
      record.issues[0].quotes.clear();
      record.checks = {support::check(CheckResult::Active, "2026-01-01")};
      record.confirmed_services = {"Acme Mail"};
      const auto packed = PackedCertificate::of(record, texts);
      EXPECT_EQ(text_of(packed->unpack(texts)), text_of(record));
      EXPECT_EQ(packed->key(), packed_id(record.id.value));
      EXPECT_EQ(packed->latest(texts).supplier, packed_id(version.supplier.value));
      EXPECT_EQ(packed->latest(texts).standard, version.standard.value);
      EXPECT_EQ(packed->latest(texts).number, version.number);
      EXPECT_EQ(packed->expires(), version.expires);
      EXPECT_EQ(packed->is_retired(), version.retired);
    }
}

TEST(PackedCertificate, ComesBackFromAStoredVersion) {
  SharedTexts texts;
  for (const auto& version : {of_a_row(), in_boxes(), with_odd_fields()}) {
    StoredVersion stored{version, quotes_at_one_place(version)};
    if (stored.quotes) stored.version.quotes.clear();
    const auto record = PackedCertificate::of(stored, texts)->unpack(texts);
    EXPECT_EQ(text_of(record.latest()), text_of(version));
  }
  EXPECT_TRUE(quotes_at_one_place(of_a_row()));
  EXPECT_FALSE(quotes_at_one_place(in_boxes()));
}

TEST(PackedCompany, ComesBackWholeWhateverItsCertificates) {
  SharedTexts texts;
  Supplier supplier{.id = {"01a22116-c201-75f5-abe8-d5eba3bb2c57"}, .version = 300, .name = "Acme Ltd"};
  supplier.aliases = {"Acme", "阿克米"};
  supplier.country = "GB";
  supplier.lei = "LEI";
  supplier.registration_number = "HRB 1";
  supplier.vat = "VAT";
  supplier.domains = {"acme.example"};
  supplier.groups = {{SupplierId{"other"}, day("2024-01-01"), {}, "its report"}};
  supplier.retired = true;
  supplier.recorded_at = support::at("2026-05-02");
  supplier.recorded_by = "jane";
  supplier.reason = "typed in";
  const std::vector<std::uint32_t> numbers{7, 8, 9};
  auto packed = PackedCompany::of(supplier, {}, texts);
  EXPECT_TRUE(packed->certificates().empty());
  packed = packed->with(numbers);
  EXPECT_EQ(text_of(packed->unpack(texts)), text_of(supplier));
  EXPECT_TRUE(std::ranges::equal(packed->certificates(), numbers));
  EXPECT_EQ(packed->head(texts).version, 300);
  EXPECT_TRUE(packed->head(texts).is_retired);
  EXPECT_EQ(packed->head(texts).country, "GB");
  EXPECT_EQ(packed->names(texts), (std::vector<std::string_view>{"Acme Ltd", "Acme", "阿克米"}));
  const auto unknown = PackedCompany::unknown(packed->key())->with(numbers);
  EXPECT_FALSE(unknown->is_known());
  EXPECT_EQ(unknown->key(), packed->key());
}

TEST(PackedIds, ComeBackAndKeepTheirOrder) {
  const std::string ids[] = {"",
                             "0",
                             "01a22116-c201-75f5-abe8-d5eba3bb2c56",
                             "01a22116-c201-75f5-abe8-d5eba3bb2c57",
                             "01a22116-c201-75f5-abe8-d5eba3bb2cX7",
                             "01A22116-c201-75f5-abe8-d5eba3bb2c57",
                             "01a22116xc201-75f5-abe8-d5eba3bb2c57",
                             std::string(64, 'f'),
                             std::string(64, 'g'),
                             std::string(300, 'a')};
  for (const auto& id : ids) {
    const auto packed = packed_id(id);
    EXPECT_EQ(id_in(packed), id);
    EXPECT_EQ(packed_id_at((packed + "rest").c_str()), packed);
    for (const auto& other : ids) {
      EXPECT_EQ(is_before(packed, packed_id(other)), id < other) << id << " " << other;
      EXPECT_EQ(packed == packed_id(other), id == other) << id << " " << other;
    }
  }
  EXPECT_EQ(packed_id(ids[3]).size(), 17U);
  EXPECT_EQ(packed_id(ids[7]).size(), 33U);
}

TEST(SharedTexts, GiveTheSameNumberForTheSameText) {
  SharedTexts texts;
  EXPECT_FALSE(texts.number_of("UKAS"));  // it may never come again
  const auto number = texts.number_of("UKAS");
  ASSERT_TRUE(number);
  EXPECT_EQ(texts.number_of("UKAS"), number);
  EXPECT_EQ(texts.text(*number), "UKAS");
  EXPECT_FALSE(texts.number_of(""));
}

TEST(SharedTexts, AreReadWhileOthersComeAndRunFull) {
  SharedTexts texts;
  const auto work = [&texts] {
    for (int turn = 0; turn < 2; ++turn)
      for (int i = 0; i < 50'000; ++i) {
        const auto text = "text " + std::to_string(i);
        if (const auto number = texts.number_of(text)) {
          EXPECT_EQ(texts.text(*number), text);
        }
      }
  };
  std::jthread one(work), other(work);
  one.join();
  other.join();
  for (int i = 0; i < 40'000; ++i)
    for (int turn = 0; turn < 2; ++turn) texts.number_of("other text " + std::to_string(i));
  EXPECT_FALSE(texts.number_of("one more"));
  EXPECT_FALSE(texts.number_of("one more"));
}

}  // namespace
}  // namespace certreg::catalogue
