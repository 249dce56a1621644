#include "certreg/domain/reference.h"

#include <gtest/gtest.h>

#include "support/reference.h"

namespace certreg {
namespace {

struct Mention {
  const char *printed, *standard, *edition;
};

TEST(StandardOf, ReadsUsualSpellings) {
  const auto reference = support::reference();
  const Mention rows[] = {{"ISO/IEC 27001:2022", "iso-iec-27001", "2022"},
                          {"ISO 27001 : 2022", "iso-iec-27001", "2022"},
                          {"ISO27001", "iso-iec-27001", ""},
                          {"iso27001:2013", "iso-iec-27001", "2013"},
                          {"27001", "iso-iec-27001", ""},
                          {"27001:2022", "iso-iec-27001", "2022"},
                          {"iso-iec-27001", "iso-iec-27001", ""},
                          {"ISO/IEC 27001-2022", "iso-iec-27001", "2022"},
                          {"ISO／IEC ２７００１：２０２２", "iso-iec-27001", "2022"},
                          {"ISO/IEC 27001:2022/Amd 1:2024", "iso-iec-27001", "2022"},
                          {"ISO/IEC 27001:2022 + Amd 1:2024", "iso-iec-27001", "2022"},
                          {"ISO/IEC 27001:2022+Amd1:2024", "iso-iec-27001", "2022"},
                          {"ISO/IEC 27001:2013/Cor 2:2015", "iso-iec-27001", "2013"},
                          {"ISO 22301:2019/Amd 1:2024", "iso-22301", "2019"},
                          {"ISO/IEC 27018:2019", "iso-iec-27018", "2019"},
                          {"ISO/IEC 20000-1:2018", "iso-iec-20000-1", "2018"},
                          {"ISO/IEC 27001:2021", "iso-iec-27001", ""}};
  for (const auto& row : rows) {
    const auto mention = reference.standard_of(row.printed);
    ASSERT_TRUE(mention) << row.printed;
    EXPECT_EQ(mention->standard.value, row.standard) << row.printed;
    EXPECT_EQ(mention->edition, row.edition) << row.printed;
  }
}

TEST(StandardOf, AnAdoptionsYearIsNotTheEditionsYear) {
  const auto reference = support::reference();
  const Mention rows[] = {{"BS EN ISO/IEC 27001:2023", "", "2022"},
                          {"BS EN ISO/IEC 27001:2017", "", "2013"},
                          {"DIN EN ISO/IEC 27001:2024-01", "", "2022"},
                          {"DIN EN ISO/IEC 27001:2024", "", "2022"},
                          {"DIN EN ISO/IEC 27001:2017-06", "", "2013"},
                          {"NEN-EN-ISO/IEC 27001:2017+A11:2020", "", "2013"},
                          {"NF EN ISO/IEC 27001:2023", "", "2022"},
                          {"UNE-EN ISO/IEC 27001:2023", "", "2022"},
                          {"UNI CEI EN ISO/IEC 27001:2024", "", "2022"},
                          {"SS-EN ISO/IEC 27001:2023", "", "2022"},
                          {"SN EN ISO/IEC 27001:2023", "", "2022"},
                          {"TS EN ISO/IEC 27001:2017", "", "2013"},
                          {"JIS Q 27001:2014", "", "2013"},
                          {"JIS Q 27001:2023 (ISO/IEC 27001:2022)", "", "2022"},
                          {"GB/T 22080-2016/ISO/IEC 27001:2013", "", "2013"},
                          {"GB/T 22080", "", ""},
                          {"SRPS ISO/IEC 27001:2022", "", "2022"},
                          {"BS EN ISO/IEC 27001:2022", "", ""},
                          {"KS X ISO/IEC 27001:2022", "", ""},
                          {"JIS Q 27001:2023 (ISO/IEC 27001:2013)", "", ""}};
  for (const auto& row : rows) {
    const auto mention = reference.standard_of(row.printed);
    ASSERT_TRUE(mention) << row.printed;
    EXPECT_EQ(mention->standard.value, "iso-iec-27001") << row.printed;
    EXPECT_EQ(mention->edition, row.edition) << row.printed;
  }
}

TEST(StandardOf, RefusesWhatIsNotTheWholeMention) {
  const auto reference = support::reference();
  for (const char* printed :
       {"", "ISO", "2022", "ISO 27002", "ISO/IEC 27001 certified", "our ISO 27001", "ISO 27001-1",
        "ISO 27001 and ISO 22301", "270012022", "ISO/IEC 27001:2022 27017", "SOC 2"}) {
    EXPECT_FALSE(reference.standard_of(printed)) << printed;
  }
  EXPECT_FALSE(reference.standard_of(std::string(5000, 'I')));
}

TEST(Bodies, AreFoundByNameAliasAndAcronym) {
  auto accreditors = support::accreditation_bodies();
  accreditors[0].name = "United Kingdom Accreditation Service";
  accreditors[1].aliases = {"ANSI National Accreditation Board"};
  const Reference reference({}, accreditors, support::certification_bodies(), "v");
  EXPECT_EQ(reference.accreditation_body_of("ukas")->id.value, "ukas");
  EXPECT_EQ(reference.accreditation_body_of("UNITED KINGDOM  accreditation service")->id.value, "ukas");
  EXPECT_EQ(reference.accreditation_body_of("ANSI National Accreditation Board")->id.value, "anab");
  EXPECT_EQ(reference.certification_body_of("Good Certification Ltd.")->id.value, "good-cert");
  EXPECT_EQ(reference.certification_body_of("Good Certification GmbH"), nullptr);
  EXPECT_EQ(reference.accreditation_body_of(""), nullptr);
  EXPECT_EQ(reference.version(), "v");
}

TEST(Bodies, ASharedBrandIsNoLegalUnit) {
  auto one = support::issuer("brand-uk", "Brand UK Limited", {});
  auto two = support::issuer("brand-de", "Brand Germany GmbH", {});
  auto lone = support::issuer("lone", "Lone Certification AB", {});
  one.brand = two.brand = "Brand";
  lone.brand = "Lone";
  const Reference reference({}, {}, {one, two, lone}, "v");
  EXPECT_EQ(reference.certification_body_of("Brand"), nullptr);
  EXPECT_EQ(reference.certification_body_of("Brand Germany GmbH")->id.value, "brand-de");
  EXPECT_EQ(reference.certification_body_of("LONE")->id.value, "lone");
}

TEST(Bodies, RowsAreFoundById) {
  const auto reference = support::reference();
  EXPECT_EQ(reference.find(StandardId{"iso-22301"})->name, "ISO 22301");
  EXPECT_EQ(reference.find(StandardId{"iso-iec-27001"}, "2013")->ended, Date(2025, 10, 31));
  EXPECT_EQ(reference.find(StandardId{"iso-iec-27001"}, "2014"), nullptr);
  EXPECT_EQ(reference.find(StandardId{"none"}, "2014"), nullptr);
  EXPECT_EQ(reference.find(AccreditationBodyId{"none"}), nullptr);
  EXPECT_EQ(reference.find(CertificationBodyId{"past-cert"})->accreditations.size(), 1U);
}

}  // namespace
}  // namespace certreg
