#include "reading/guessed_labels.h"

#include <gtest/gtest.h>

#include "reading/lines.h"

namespace certreg::reading {
namespace {

struct Case {
  const char* label;
  std::optional<LabelField> field;
};

TEST(GuessedLabels, WhatTheirWordsSayOfADate) {
  const Case cases[] = {
      {"Initial day of award", LabelField::FirstIssued},
      {"Award day", LabelField::Issued},
      {"Lapses at the end of", LabelField::Expires},
      {"Commencement", LabelField::ValidFrom},
      {"Starts and ends", LabelField::Validity},
      {"Last amendment", LabelField::Revised},
      {"Prior expiration", LabelField::PreviousExpiry},
      {"Audit zur Rezertifizierung", LabelField::RecertificationAudited},
      {"Renewal due", LabelField::RecertificationDue},
      {"Decision", LabelField::Decided},
      {"Audit day", LabelField::Other},
      {"Surveillance visit before expiry", LabelField::Other},
      {"Printed", LabelField::Other},
      {"Birth", LabelField::Other},
      {"Customer since", LabelField::Other},
      {"Invoice date", LabelField::Other},
      {"Colour", std::nullopt},
      {"", std::nullopt},
      {"Erstmals erteilt", LabelField::FirstIssued},
      {"Ablauf", LabelField::Expires},
      {"Erteilung", LabelField::Issued},
      {"Beginn", LabelField::ValidFrom},
      {"Entscheidung", LabelField::Decided},
      {"Datum Auftrag", LabelField::Other},
      {"Überwachungsaudit", LabelField::Other},
      {"Délivrance", LabelField::Issued},
      {"Date d'échéance", LabelField::Expires},
      {"Date de prise d'effet", LabelField::ValidFrom},
      {"Date d'impression", LabelField::Other},
      {"Fecha de vencimiento", LabelField::Expires},
      {"Fecha de primera concesión", LabelField::FirstIssued},
      {"Fecha de nacimiento", LabelField::Other},
      {"Data prima emissione", LabelField::FirstIssued},
      {"Termine validità", LabelField::Expires},
      {"Data di stampa", LabelField::Other},
      {"Vervaldatum", LabelField::Expires},
      {"Eerste uitgifte", LabelField::FirstIssued},
      {"Data wygaśnięcia", LabelField::Expires},
      {"Data pierwszej certyfikacji", LabelField::FirstIssued},
      {"Bitiş tarihi", LabelField::Expires},
      {"初次发证", LabelField::FirstIssued},
      // By parts of words.
      {"Datum der Erstzulassung", LabelField::FirstIssued},
      {"Zertifikatsausgabe", LabelField::Issued},
      {"Ablauftermin", LabelField::Expires},
      {"Kundenbeginn", LabelField::Other},
      {"Uitgiftedag", LabelField::Issued},
      {"Utfärdandedag", LabelField::Issued},
      {"Platnosti konec", LabelField::Expires},
      {"Dzień wystawienia", LabelField::Issued},
      {"Erste", LabelField::FirstIssued},
      {"Ablatunk", std::nullopt},
      {"打印日期", LabelField::Other},
  };
  for (const Case& item : cases) {
    const auto field = dated_field(labels().roles_in(fold_label(item.label)));
    EXPECT_EQ(field, item.field) << item.label;
  }
}

std::optional<LabelField> guessed(const std::vector<Placed>& lines) {
  const Paper paper(lines);
  for (const Anchor& anchor : paper.sheet.anchors)
    if (anchor.guessed) return anchor.field;
  return std::nullopt;
}

TEST(GuessedLabels, OnlyBesideAValueOfTheirKind) {
  EXPECT_EQ(guessed({{60, 100, 10, "Award day"}, {200, 100, 10, "2024-03-01"}}), LabelField::Issued);
  EXPECT_EQ(guessed({{60, 100, 10, "Award day"}, {60, 112, 10, "2024-03-01"}}), LabelField::Issued);
  EXPECT_EQ(guessed({{60, 100, 10, "Award day: 2024-03-01"}}), LabelField::Issued);
  EXPECT_EQ(guessed({{60, 100, 10, "Award day"}, {200, 100, 10, "Harbour Cloud GmbH"}}), std::nullopt);
  EXPECT_EQ(guessed({{60, 100, 10, "Award day"}}), std::nullopt);
  EXPECT_EQ(guessed({{60, 100, 10, "Award day 7"}, {200, 100, 10, "2024-03-01"}}), std::nullopt);
}

TEST(GuessedLabels, NumbersOfCertificatesAndOfOthers) {
  EXPECT_EQ(guessed({{60, 100, 10, "Code of your registration"}, {300, 100, 10, "HC 100"}}),
            LabelField::Number);
  EXPECT_EQ(guessed({{60, 100, 10, "Template identifier"}, {300, 100, 10, "HC 100"}}), LabelField::Other);
  EXPECT_EQ(guessed({{60, 100, 10, "Code of your registration"}, {300, 100, 10, "Quay"}}), std::nullopt);
}

TEST(GuessedLabels, LinesThatLeadInToAScope) {
  EXPECT_EQ(guessed({{60, 100, 10, "for"}, {60, 115, 10, "Operation of the Harbour platform"}}),
            LabelField::Scope);
  EXPECT_EQ(guessed({{60, 100, 10, "It was found to work well, these being the activities:"}}),
            LabelField::Scope);
  EXPECT_EQ(guessed({{60, 100, 10, "It was found to work well, these being the sounds:"}}), std::nullopt);
}

}  // namespace
}  // namespace certreg::reading
