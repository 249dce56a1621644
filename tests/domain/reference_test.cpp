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
  const Reference reference({{}, accreditors, support::certification_bodies(), {}, {}}, "v");
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
  const Reference reference({{}, {}, {one, two, lone}, {}, {}}, "v");
  EXPECT_EQ(reference.certification_body_of("Brand"), nullptr);
  EXPECT_EQ(reference.certification_body_of("Brand Germany GmbH")->id.value, "brand-de");
  EXPECT_EQ(reference.certification_body_of("LONE")->id.value, "lone");
}

TEST(Bodies, AMarkNamesItsBody) {
  auto rows = support::reference_rows();
  rows.accreditation_bodies[0].marks = {"UKAS MANAGEMENT SYSTEMS"};
  const Reference reference(std::move(rows), "v");
  EXPECT_EQ(reference.accreditation_body_of("UKAS Management Systems")->id.value, "ukas");
}

TEST(Bodies, AFormerNameGivesWayToAPresentOneButOnItsDays) {
  auto rows = support::reference_rows();
  auto& bodies = rows.certification_bodies;
  bodies[0].former_names = {
      {"Silent Certification SA", support::day("2010-01-01"), support::day("2019-12-31"), support::seen()},
      {"Old Certification Limited", {}, support::day("2019-12-31"), support::seen()},
      {"None Certification Inc", {}, {}, support::seen()}};
  const Reference reference(std::move(rows), "v");
  const struct {
    const char* printed;
    std::optional<Date> on;
    const char* body;
  } cases[] = {{"Silent Certification SA", {}, "silent-cert"},
               {"Silent Certification SA", support::day("2009-12-31"), "silent-cert"},
               {"Silent Certification SA", support::day("2010-01-01"), "good-cert"},
               {"Silent Certification SA", support::day("2019-12-31"), "good-cert"},
               {"Silent Certification SA", support::day("2020-01-01"), "silent-cert"},
               {"None Certification Inc", support::day("2010-01-01"), "none-cert"},
               {"Old Certification Ltd", {}, "good-cert"},
               {"Old Certification Ltd", support::day("2025-01-01"), "good-cert"}};
  for (const auto& [printed, on, body] : cases)
    EXPECT_EQ(reference.certification_body_of(printed, on)->id.value, body)
        << printed << (on ? on->to_string() : "");
  const auto& good = *reference.find(CertificationBodyId{"good-cert"});
  EXPECT_EQ(former_name_of(good, "Good Certification Limited"), nullptr);
  ASSERT_NE(former_name_of(good, "old certification ltd."), nullptr);
  EXPECT_EQ(former_name_of(good, "old certification ltd.")->until, support::day("2019-12-31"));
}

TEST(Bodies, AFormerNameOfTwoIsNobodys) {
  auto rows = support::reference_rows();
  for (auto* body : {&rows.certification_bodies[0], &rows.certification_bodies[1]})
    body->former_names = {{"Old Certification", {}, {}, support::seen()}};
  const Reference reference(std::move(rows), "v");
  EXPECT_EQ(reference.certification_body_of("Old Certification"), nullptr);
  EXPECT_EQ(reference.certification_body_of("Old Certification", support::day("2020-01-01")), nullptr);
}

TEST(NumberShapes, StandForDigitsLettersAndAnything) {
  const struct {
    const char *shape, *number;
    bool fits;
  } cases[] = {{"IS 999999", "IS 123456", true},
               {"IS 999999", "IS 12345", false},
               {"IS 999999", "IS 1234567", false},
               {"IS 999999", "FM 123456", false},
               {"AA-99", "XY-07", true},
               {"AA-99", "xy-07", false},
               {"99*", "12x", true},
               {"99*", "12", false},
               {"*-99", "a-b-12", true},
               {"*-99", "-12", false},
               {"*", "", false},
               {"", "", true},
               {"*A*9", "12B345", true},
               {"*A*9", "12B34x", false},
               {"**", "a", false},
               {"**", "ab", true}};
  for (const auto& [shape, number, fits] : cases)
    EXPECT_EQ(fits_shape(shape, number), fits) << shape << " " << number;
}

TEST(NumberShapes, AreOfAStandardOrOfAny) {
  auto body = support::issuer("b", "B", {});
  EXPECT_FALSE(fits_known_shape(body, {"iso-iec-27001"}, "IS 1"));
  body.number_shapes = {{"IS 9", StandardId{"iso-iec-27001"}, "", support::seen()},
                        {"X9", {}, "", support::seen()}};
  EXPECT_TRUE(fits_known_shape(body, {"iso-iec-27001"}, "IS 1"));
  EXPECT_FALSE(fits_known_shape(body, {"iso-22301"}, "IS 1"));
  EXPECT_TRUE(fits_known_shape(body, {"iso-22301"}, "X1"));
}

TEST(Editions, CountUntilTheirEndOrTheEndOfTheirTransition) {
  auto edition = support::edition("2013", "2013-10-01");
  EXPECT_EQ(last_day_of(edition), std::nullopt);
  edition.transition_until = support::day("2025-10-31");
  EXPECT_EQ(last_day_of(edition), support::day("2025-10-31"));
  edition.ended = support::day("2026-10-31");
  EXPECT_EQ(last_day_of(edition), support::day("2025-10-31"));
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
