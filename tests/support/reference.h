// A small world: two accreditation bodies and one nobody recognises, a few certification bodies, six
// standards.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "certreg/domain/reference.h"

namespace certreg::support {

inline Date day(std::string_view iso) { return Date::parse(iso).value(); }

inline Source seen() { return {"made for tests", day("2026-01-01")}; }

inline Edition edition(std::string id, std::optional<std::string> published,
                       std::optional<std::string> ended = {}, std::vector<std::string> adoptions = {}) {
  Edition row{.id = std::move(id), .source = seen()};
  for (auto& printed : adoptions) row.adoptions.push_back({std::move(printed), "", "", seen()});
  if (published) row.published = day(*published);
  if (ended) row.ended = day(*ended);
  return row;
}

inline Standard standard(std::string id, std::string name, std::vector<Edition> editions,
                         std::optional<std::string> extends = {}) {
  Standard row{{std::move(id)}, std::move(name), "", {}, true, {}, std::move(editions), seen()};
  if (extends) row.extends = StandardId{*extends};
  return row;
}

inline std::vector<Standard> standards() {
  auto isms = standard(
      "iso-iec-27001", "ISO/IEC 27001",
      {edition("2005", "2005-10-15", "2015-10-01"),
       edition(
           "2013", "2013-10-01", "2025-10-31",
           {"EN ISO/IEC 27001:2017", "DIN EN ISO/IEC 27001:2017-06", "JIS Q 27001:2014", "GB/T 22080-2016"}),
       edition("2022", "2022-10-25", {},
               {"EN ISO/IEC 27001:2023", "DIN EN ISO/IEC 27001:2024-01", "JIS Q 27001:2023",
                "GB/T 22080-2025", "SRPS ISO/IEC 27001:2022", "UNI CEI EN ISO/IEC 27001:2024"})});
  isms.spellings = {"JIS Q 27001", "GB/T 22080"};
  return {std::move(isms),
          standard("iso-iec-27017", "ISO/IEC 27017", {edition("2015", "2015-12-15")}, "iso-iec-27001"),
          standard("iso-iec-27018", "ISO/IEC 27018",
                   {edition("2014", "2014-08-01", "2021-01-31"), edition("2019", "2019-01-15"),
                    edition("2025", "2025-08-25")},
                   "iso-iec-27001"),
          standard("iso-22301", "ISO 22301",
                   {edition("2012", "2012-05-15", "2023-04-30"),
                    edition("2019", "2019-10-31", {}, {"EN ISO 22301:2019"})}),
          standard("iso-9001", "ISO 9001", {edition("2015", "2015-09-15")}),
          standard("iso-iec-20000-1", "ISO/IEC 20000-1", {edition("2018", "2018-09-15")})};
}

inline Recognition recognition(std::vector<StandardId> standards, std::optional<Date> from = {},
                               std::optional<Date> until = {}) {
  return {"iaf-mla", std::move(standards), from, until, {}, {}, seen()};
}

inline std::vector<Arrangement> arrangements() {
  return {{{"iaf-mla"}, "IAF MLA", {}, "ISO/IEC 17021-1", {}, {}, seen()}};
}

inline AccreditationBody accreditor(std::string id, std::string name, std::vector<Recognition> recognitions) {
  AccreditationBody body{.source = seen()};
  body.id = {std::move(id)};
  body.name = body.acronym = std::move(name);
  body.recognitions = std::move(recognitions);
  return body;
}

// "ukas" has what few bodies have.
inline AccreditationBody noted_accreditor() {
  auto row = recognition({{"iso-iec-27001"}}, day("2016-10-01"));
  row.sub_scopes = {"ISO/IEC 27006-1"};
  row.status = RecognitionStatus::Active;
  auto body = accreditor("ukas", "UKAS", {std::move(row)});
  body.former_names = {{"NAMAS", {}, day("1995-07-31"), seen()}};
  return body;
}

inline std::vector<LegalForm> legal_forms() {
  return {
      {"gmbh", "GmbH", {"G.m.b.H."}, {"Gesellschaft mit beschränkter Haftung"}, {"DE"}, {"2HBR"}, seen()}};
}

inline std::vector<AccreditationBody> accreditation_bodies() {
  return {
      noted_accreditor(), accreditor("anab", "ANAB", {recognition({{"iso-iec-27001"}})}),
      accreditor("former", "Former Accreditor", {recognition({{"iso-iec-27001"}}, {}, day("2020-12-31"))}),
      accreditor("nobody", "World Accreditation Board", {})};
}

inline Accreditation accreditation(std::string body, std::string standard_id) {
  return {{std::move(body)}, {std::move(standard_id)}, "0001", AccreditationStatus::Active, {}, {}};
}

inline CertificationBody issuer(std::string id, std::string name, std::vector<Accreditation> accreditations,
                                bool complete = false) {
  CertificationBody body{.source = seen()};
  body.id = {std::move(id)};
  body.name = std::move(name);
  body.accreditations = std::move(accreditations);
  body.accreditations_complete = complete;
  return body;
}

// "good-cert" is accredited by UKAS for 27001 and 22301; "past-cert" was until 2026-03-31; "silent-cert" is
// known by name only; "none-cert" is known to hold nothing for 27001; "odd-cert" holds what nobody
// recognises.
inline std::vector<CertificationBody> certification_bodies() {
  auto ended = accreditation("ukas", "iso-iec-27001");
  ended.status = AccreditationStatus::Ended;
  ended.until = day("2026-03-31");
  return {issuer("good-cert", "Good Certification Limited",
                 {accreditation("ukas", "iso-iec-27001"), accreditation("ukas", "iso-22301")}),
          issuer("past-cert", "Past Certification GmbH", {ended}),
          issuer("silent-cert", "Silent Certification SA", {}),
          issuer("none-cert", "None Certification Inc", {accreditation("ukas", "iso-9001")}, true),
          issuer("odd-cert", "Odd Certification BV", {accreditation("nobody", "iso-iec-27001")}, true)};
}

inline ReferenceRows reference_rows() {
  return {standards(), accreditation_bodies(), certification_bodies(), arrangements(), legal_forms()};
}

inline Reference reference() { return {reference_rows(), "reference-for-tests"}; }

}  // namespace certreg::support
