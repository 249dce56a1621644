#include "reading/name_shape.h"

#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "reading/world.h"

namespace certreg::reading {
namespace {

struct Pair {
  std::string_view text, expected;
};

TEST(NameShape, NamesInRunningText) {
  const Pair cases[] = {
      {"remains the property of Sample Cert Ltd, London", "Sample Cert Ltd"},
      {"The Harbour Cloud GmbH has been audited by Good Certification Limited",
       "Harbour Cloud GmbH; Good Certification Limited"},
      {"issued to Harbour & Quay Cloud Ltd.", "Harbour & Quay Cloud Ltd."},
      {"by Porto Nuvole S.r.l. a socio unico", "Porto Nuvole S.r.l."},
      {"for Chmura Testowa Sp. z o.o. in Warsaw", "Chmura Testowa Sp. z o.o."},
      {"1. Harbour Cloud GmbH", "Harbour Cloud GmbH"},
      {"the office in Westminster, CO 80099", ""},
      {"GmbH", ""},
      {"no name stands here", ""},
      {"", ""},
  };
  for (const Pair& item : cases)
    EXPECT_EQ(fmt::format("{}", fmt::join(names_in(item.text), "; ")), item.expected) << item.text;
}

TEST(NameShape, LegalForms) {
  for (std::string_view text : {"Harbour Cloud GmbH", "Harbour Cloud Ltd.", "Harbour Cloud, Inc.",
                                "Nuvole S.p.A.", "Nuage SAS", "Wolk B.V.", "Moln AB"})
    EXPECT_TRUE(has_legal_form(text)) << text;
  EXPECT_TRUE(has_legal_form("Nuvole S.r.l. a socio unico"));
  EXPECT_FALSE(ends_in_legal_form("Nuvole S.r.l. a socio unico"));
  for (std::string_view text : {"Harbour Cloud", "Information Security", "12 Quay Street", ""})
    EXPECT_FALSE(has_legal_form(text)) << text;
}

TEST(NameShape, AddressesBehindNames) {
  const Pair cases[] = {
      {"Harbour Cloud GmbH, Kaiweg 5, 12345 Berlin", "Harbour Cloud GmbH"},
      {"Harbour Cloud GmbH, Berlin, Germany", "Harbour Cloud GmbH"},
      {"Harbour Cloud, 12 Quay Street", "Harbour Cloud"},
      {"Harbour Cloud, Inc., 12 Quay Street", "Harbour Cloud, Inc."},
      {"Harbour Software, S.L.", "Harbour Software, S.L."},
      {"Harbour Cloud Ltd, with its registered office in London", "Harbour Cloud Ltd"},
      {"Porto Nuvole S.r.l. con sede a Genova", "Porto Nuvole S.r.l."},
      {"Harbour Cloud GmbH | Kaiweg 5", "Harbour Cloud GmbH"},
      {"Harbour, Quay and Crane", "Harbour, Quay and Crane"},
      {"Harbour Cloud GmbH,", "Harbour Cloud GmbH"},
  };
  for (const Pair& item : cases) EXPECT_EQ(without_address(item.text), item.expected) << item.text;
}

TEST(NameShape, WhatLooksLikeAnAddress) {
  for (std::string_view text : {"12 Quay Street", "Kaistraße", "Rue du Port", "Calle Mayor", "Germany",
                                "London, United Kingdom", "Deutschland", "〒100", "P.O. Box", "D-12345"})
    EXPECT_TRUE(looks_like_address(text)) << text;
  for (std::string_view text : {"Harbour Cloud", "Street Cloud GmbH", "Information Security", ""})
    EXPECT_FALSE(looks_like_address(text)) << text;
}

TEST(NameShape, Countries) {
  for (std::string_view text :
       {"Germany", "Berlin, Germany", "Allemagne", "Alemania", "日本", "UK", "Türkiye"})
    EXPECT_TRUE(ends_in_country(text)) << text;
  for (std::string_view text : {"Berlin", "Germany Berlin", "Germanys", ""})
    EXPECT_FALSE(ends_in_country(text)) << text;
}

TEST(NameShape, LinesThatLeadInToAName) {
  for (std::string_view text :
       {"the management system of", "This is to certify that", "certifica que", "bescheinigt, dass",
        "le système de management de", "the system of:", "was issued to "})
    EXPECT_TRUE(is_lead_in(text)) << text;
  for (std::string_view text : {"Harbour Cloud GmbH", "of", "", "the management system"})
    EXPECT_FALSE(is_lead_in(text)) << text;
}

TEST(NameShape, WhatMayBeAName) {
  for (std::string_view text : {"Harbour Cloud GmbH", "HARBOUR", "e-Harbour Ltd", "港湾クラウド株式会社",
                                "Harbour Cloud (Quay)", "J. Quay & Sons"})
    EXPECT_TRUE(may_be_name(text)) << text;
  for (std::string_view text :
       {"", "H", "harbour cloud", "Holder:", "The management system of", "12345",
        "Security was assessed. The system conforms.", "Harbour\x01 Cloud",
        "THE MANAGEMENT SYSTEM OPERATED BY", "(IN)", "約款に基づき発行されます。無断の変更",
        "A B C D E F G H I J K L M N O P Q R S T U V W X Y Z A B C D E"})
    EXPECT_FALSE(may_be_name(text)) << text;
  EXPECT_FALSE(may_be_name(std::string(301, 'A')));
  EXPECT_TRUE(may_begin_name("Società Consortile per i Servizi di"));
}

TEST(NameShape, MostlyCapitals) {
  for (std::string_view text : {"Harbour Cloud", "House of the Harbour Cloud Quay Crane", "Harbour and Quay"})
    EXPECT_TRUE(is_mostly_capitals(text)) << text;
  for (std::string_view text : {"Harbour", "Harbour is certified", "design and operation", ""})
    EXPECT_FALSE(is_mostly_capitals(text)) << text;
}

TEST(NameShape, BodiesThatTheReferenceKnows) {
  EXPECT_TRUE(is_known_body("Good Certification Limited", world()));
  EXPECT_TRUE(is_known_body("UKAS", world()));
  EXPECT_FALSE(is_known_body("Harbour Cloud GmbH", world()));
}

TEST(NameShape, LegalFormsAreOfLetters) {
  EXPECT_EQ(with_letters_in_legal_form("Hafen Sp. z 0.0."), "Hafen Sp. z o.o.");
  EXPECT_EQ(with_letters_in_legal_form("Luka d. 0. 0."), "Luka d. o. o.");
  EXPECT_EQ(with_letters_in_legal_form("Přístav s.r.0."), "Přístav s.r.o.");
  EXPECT_EQ(with_letters_in_legal_form("Release 0.0.1 Ltd"), "Release 0.0.1 Ltd");
}

}  // namespace
}  // namespace certreg::reading
