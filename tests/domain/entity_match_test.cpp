#include "certreg/domain/entity_match.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/situation.h"

namespace certreg {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using enum EntityAnswer;

constexpr const char *kLei = "5493001KJTIIGC8Y1R12", *kOtherLei = "213800WSGIIZCXF1P572";

struct IdentifierRow {
  const char* rule;
  LegalEntity asked, other;
  EntityAnswer answer;
};

const IdentifierRow kIdentifiers[] = {
    {"one LEI under two names",
     {.names = {"Old Ltd"}, .lei = kLei},
     {.names = {"New AG"}, .lei = kLei},
     SameEntity},
    {"two LEIs under one name",
     {.names = {"Old Ltd"}, .lei = kLei},
     {.names = {"Old Ltd"}, .lei = kOtherLei},
     DifferentEntity},
    {"an LEI with wrong check digits is none",
     {.names = {"Old Ltd"}, .lei = "5493001KJTIIGC8Y1R13"},
     {.names = {"Old Ltd"}, .lei = kLei},
     SameEntity},
    {"an LEI in small letters and groups", {.lei = "5493 001k jtii gc8y 1r12"}, {.lei = kLei}, SameEntity},
    {"a VAT number with and without its country",
     {.country = "DE", .vat = "136 695 976"},
     {.vat = "DE136695976"},
     SameEntity},
    {"a VAT number without any country", {.vat = "136695976"}, {.vat = "136695976"}, Unclear},
    {"Greek VAT numbers begin with EL",
     {.country = "GR", .vat = "094259216"},
     {.vat = "EL094259216"},
     SameEntity},
    {"the Swiss number without the name of the tax",
     {.vat = "CHE-116.281.710 MWST"},
     {.vat = "CHE116281710TVA"},
     SameEntity},
    {"two VAT numbers of one country",
     {.names = {"Old Ltd"}, .vat = "GB123456789"},
     {.names = {"Old Ltd"}, .vat = "GB987654321"},
     DifferentEntity},
    {"a VAT group's number under names with two legal forms",
     {.names = {"Quince AG"}, .vat = "DE136695976"},
     {.names = {"Quince GmbH"}, .vat = "DE136695976"},
     Unclear},
    {"a registration number in one country",
     {.names = {"Old Ltd"}, .country = "GB", .registration_number = "01234567"},
     {.names = {"New plc"}, .country = "GB", .registration_number = "1234567"},
     SameEntity},
    {"a registration number in two countries",
     {.names = {"Old Ltd"}, .country = "GB", .registration_number = "123"},
     {.names = {"New Ltd"}, .country = "IE", .registration_number = "123"},
     DifferentEntity},
    {"a court's number under two names",
     {.names = {"Alt GmbH"}, .country = "DE", .registration_number = "HRB 4711"},
     {.names = {"Neu GmbH"}, .country = "DE", .registration_number = "HRB 4711"},
     Unclear},
    {"two courts' numbers under one name",
     {.names = {"Alt GmbH"}, .country = "DE", .registration_number = "HRB 4711"},
     {.names = {"Alt GmbH"}, .country = "DE", .registration_number = "HRB 99"},
     Unclear},
    {"identifiers that contradict each other",
     {.names = {"Old Ltd"}, .lei = kLei, .vat = "GB123456789"},
     {.names = {"Old Ltd"}, .lei = kLei, .vat = "GB987654321"},
     Unclear},
    {"nothing is known", {}, {}, Unclear},
    {"one name in two countries",
     {.names = {"Old Ltd"}, .country = "GB"},
     {.names = {"Old Ltd"}, .country = "IE"},
     Unclear},
    {"one domain under two names",
     {.names = {"Quince Ltd"}, .domains = {"www.quince.co.uk"}},
     {.names = {"Harbour Ltd"}, .domains = {"https://shop.quince.co.uk/about"}},
     Unclear},
    {"one domain under one name in two countries",
     {.names = {"Quince Ltd"}, .country = "GB", .domains = {"quince.com"}},
     {.names = {"Quince Ltd"}, .country = "IE", .domains = {"info@quince.com"}},
     SameGroup},
    {"a mail provider's domain says nothing",
     {.names = {"Quince Ltd"}, .domains = {"quince@gmail.com"}},
     {.names = {"Harbour Ltd"}, .domains = {"gmail.com"}},
     DifferentEntity},
    {"two sites of one provider are two domains",
     {.names = {"Quince Ltd"}, .domains = {"quince.github.io"}},
     {.names = {"Harbour Ltd"}, .domains = {"harbour.github.io"}},
     DifferentEntity},
};

TEST(EntityMatch, IdentifiersDecideBeforeNames) {
  for (const auto& row : kIdentifiers) {
    EXPECT_EQ(to_string(match_entities(row.asked, row.other).answer), to_string(row.answer)) << row.rule;
    EXPECT_EQ(to_string(match_entities(row.other, row.asked).answer), to_string(row.answer))
        << row.rule << ", exchanged";
  }
}

struct NameRow {
  const char *left, *right;
  EntityAnswer answer;
};

const NameRow kNames[] = {
    // one name
    {"Siemens Aktiengesellschaft", "SIEMENS AG", SameEntity},
    {"SiemensAG", "Siemens AG", SameEntity},
    {"Quince Intl Ltd", "Quince International Limited", SameEntity},
    {"Quince & Plum Ltd", "Quince and Plum Limited", SameEntity},
    {"The Quince Company", "Quince Co.", SameEntity},
    {"Crédit Verger S.A.", "Credit Verger SA", SameEntity},
    {"Harbour Dog Inc.", "Harbourdog, Inc.", SameEntity},
    {"Q.R.S. Ltd", "QRS Limited", SameEntity},
    {"Quince Systems Ltd", "Quince Sys. Ltd", SameEntity},
    {"First Harbour Bank Ltd", "1st Harbour Bank Ltd", SameEntity},
    {"Ärztehaus Løkke GmbH", "Arztehaus Lokke GmbH", SameEntity},
    {"Quince Holding II B.V.", "Quince Holding 2 BV", SameEntity},
    {"Juniper Labs (UK) Ltd", "Juniper Laboratories (United Kingdom) Limited", SameEntity},
    // other words may be another company's
    {"Juniper System Ltd", "Juniper Systems Ltd", Unclear},
    {"Juniper Deutschland GmbH", "Juniper Germany GmbH", Unclear},
    {"Bank of Juniper Ltd", "Bank Juniper Ltd", Unclear},
    {"North Juniper Ltd", "Northern Juniper Ltd", Unclear},
    // never by likeness
    {"Quince Softwear Ltd", "Quince Software Ltd", Unclear},
    {"Junipper Harbour Ltd", "Juniper Harbour Ltd", Unclear},
    {"Harbour Juniper Ltd", "Juniper Harbour Ltd", Unclear},
    {"Juniper Harbour", "Juniper Harbour Ltd", Unclear},
    {"Juniper Harbour Aktiengeselschaft", "Juniper Harbour AG", Unclear},
    {"JHS Ltd", "Juniper Harbour Shipyard Ltd", Unclear},
    {"Juniper Services Ltd", "Juniper Ltd", Unclear},
    {"Juniper Ltd", "Juniper Harbour Ltd", Unclear},
    {"ООО Ромашка", "Romashka LLC", Unclear},
    {"株式会社デルタ", "Quince K.K.", Unclear},
    {"Juniper OJSC", "Juniper JSC", Unclear},
    {"Juniper Ltd (formerly Quince Ltd)", "Quince Ltd", Unclear},
    {"juniper.com (Quince Harbour Limited)", "Quince Harbour Limited", Unclear},
    // at most a group
    {"Juniper AG", "Juniper GmbH", SameGroup},
    {"Juniper Deutschland GmbH", "Juniper GmbH", SameGroup},
    {"Juniper Deutschland GmbH", "Juniper Inc", SameGroup},
    {"Juniper (France) SAS", "Juniper (Germany) GmbH", SameGroup},
    {"Juniper Group", "Juniper Ltd", SameGroup},
    {"Bank of Lakes (Hong Kong) Ltd", "Bank of Lakes (Singapore) Ltd", SameGroup},
    // two
    {"Juniper Fund VIII L.P.", "Juniper Fund IX L.P.", DifferentEntity},
    {"Juniper Trust 2004-1", "Juniper Trust 2005-1", DifferentEntity},
    {"Juniper Ltd", "Quince Ltd", DifferentEntity},
    {"Juniper International Services Ltd", "Quince International Services Ltd", DifferentEntity},
    {"Bank of Iran", "Bank of Iraq", DifferentEntity},
    {"Republic Oil Company", "Federal Gas Company", DifferentEntity},
};

TEST(EntityMatch, NamesAreOneOnlyWhenNothingButSpellingDiffers) {
  for (const auto& row : kNames) {
    const LegalEntity left{.names = {row.left}}, right{.names = {row.right}};
    const auto match = match_entities(left, right);
    EXPECT_EQ(to_string(match.answer), to_string(row.answer))
        << row.left << " | " << row.right << ": " << match.reasons.front().detail.text;
    EXPECT_EQ(to_string(match_entities(right, left).answer), to_string(row.answer))
        << row.right << " | " << row.left;
  }
}

TEST(EntityMatch, ANameOfAnyLengthIsCompared) {
  std::string sentence;
  for (int at = 0; at < 2000; ++at) sentence += "word" + std::to_string(at) + " ";
  const std::string word(100000, 'a'), other(100000, 'b');
  EXPECT_EQ(to_string(match_entities({.names = {word}}, {.names = {other}}).answer), "different_entity");
  EXPECT_EQ(to_string(match_entities({.names = {sentence}}, {.names = {sentence}}).answer), "same_entity");
  EXPECT_NE(to_string(match_entities({.names = {sentence + "x"}}, {.names = {sentence + "y"}}).answer),
            "same_entity");
}

TEST(EntityMatch, TheReasonNamesWhatDecided) {
  const auto by_lei = match_entities({.names = {"Old Ltd"}, .lei = kLei}, {.names = {"New AG"}, .lei = kLei});
  EXPECT_EQ(by_lei.reasons.front().ground, EntityGround::Lei);
  EXPECT_THAT(by_lei.reasons.front().detail.text, HasSubstr(kLei));
  EXPECT_TRUE(rests_on_identifier(by_lei));
  EXPECT_THAT(by_lei.reasons, SizeIs(2)) << "the names are told too";
  const auto by_form = match_entities({.names = {"Juniper AG"}}, {.names = {"Juniper GmbH"}});
  EXPECT_THAT(by_form.reasons.front().detail.text, HasSubstr("two legal forms, ag and gmbh"));
  EXPECT_FALSE(rests_on_identifier(by_form));
}

TEST(EntityMatch, OnlyTheVeryNameCountsAsTheSameName) {
  const auto ground = [](const char* left, const char* right) {
    return match_entities({.names = {left}}, {.names = {right}}).reasons.front().ground;
  };
  EXPECT_EQ(ground("Juniper Limited", "JUNIPER LTD."), EntityGround::SameName);
  EXPECT_EQ(ground("Juniper Intl Ltd", "Juniper International Ltd"), EntityGround::SpellingOnly);
  EXPECT_EQ(ground("Juniper", "Juniper Ltd"), EntityGround::Name);
}

TEST(EntityMatch, AnyNameOfASupplierIsItsName) {
  Supplier supplier;
  supplier.name = "Juniper Ltd";
  supplier.aliases = {"Quince Harbour Ltd"};
  const auto match =
      match_entities(entity_of(supplier, support::day("2026-01-01")), {.names = {"QUINCE HARBOUR LIMITED"}});
  EXPECT_EQ(match.answer, SameEntity);
}

TEST(EntityMatch, GroupLinksCountOnTheirDaysOnly) {
  Supplier supplier;
  supplier.id = {"supplier-1"};
  supplier.name = "Juniper Ltd";
  supplier.groups = {
      {{"supplier-2"}, support::day("2020-01-01"), support::day("2025-12-31"), "annual report"}};
  const LegalEntity other{.id = {"supplier-2"}, .names = {"Quince AG"}};
  const auto then = match_entities(entity_of(supplier, support::day("2025-06-01")), other);
  EXPECT_EQ(then.answer, SameGroup);
  EXPECT_EQ(then.reasons.front().ground, EntityGround::GroupLink);
  EXPECT_EQ(match_entities(entity_of(supplier, support::day("2026-06-01")), other).answer, DifferentEntity);
}

std::vector<std::size_t> places(const std::vector<RankedEntity>& ranked) {
  std::vector<std::size_t> all;
  for (const auto& entity : ranked) all.push_back(entity.place);
  return all;
}

const std::vector<LegalEntity> kCandidates = {
    {.names = {"Juniper Harbor Ltd"}},
    {.names = {"Quince AG"}, .vat = "DE136695976"},
    {.names = {"Juniper Harbour Ltd"}},
    {.names = {"Plum Inc"}, .lei = kLei},
    {.names = {"Anise S.A."}, .domains = {"anise.example.fr", "https://www.anise.fr"}},
    {.names = {"Cinnamon Trees Ltd"}},
};

TEST(RankEntities, TheBestSuggestionStandsFirstWhateverIsKnown) {
  EXPECT_THAT(places(rank_entities({.names = {"JUNIPER HARBOUR"}}, kCandidates, 9)),
              testing::ElementsAre(2, 0));
  EXPECT_EQ(places(rank_entities({.names = {"Juniper"}, .lei = kLei}, kCandidates, 1)).at(0), 3U);
  EXPECT_EQ(places(rank_entities({.country = "DE", .vat = "136695976"}, kCandidates, 1)).at(0), 1U);
  EXPECT_EQ(places(rank_entities({.domains = {"anise.fr"}}, kCandidates, 1)).at(0), 4U);
  EXPECT_EQ(places(rank_entities({.domains = {"cinnamon-trees.com"}}, kCandidates, 1)).at(0), 5U);
}

TEST(RankEntities, WhatIsUnlikeIsNotSuggestedAndTheLimitHolds) {
  EXPECT_THAT(rank_entities({.names = {"Zebra Crossing plc"}}, kCandidates, 9), IsEmpty());
  EXPECT_THAT(rank_entities({.names = {"Juniper Harbour"}}, kCandidates, 1), SizeIs(1));
  EXPECT_THAT(rank_entities({}, kCandidates, 9), IsEmpty());
}

TEST(RankEntities, IdentifiersThatDifferOutweighOneName) {
  const std::vector<LegalEntity> candidates{{.names = {"Juniper Ltd"}, .lei = kOtherLei},
                                            {.names = {"Junipers Ltd"}}};
  EXPECT_EQ(places(rank_entities({.names = {"Juniper Ltd"}, .lei = kLei}, candidates, 1)).at(0), 1U);
}

}  // namespace
}  // namespace certreg
