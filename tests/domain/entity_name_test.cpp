#include "domain/entity_name.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/edit_distance.h"
#include "domain/entity_domains.h"
#include "domain/entity_latin.h"
#include "domain/entity_name_parts.h"
#include "domain/mistyped_form.h"
#include "domain/roman_number.h"

namespace certreg {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(EntityName, IsTakenApartIntoWordsAndForms) {
  const auto name = entity_name("The Quince Intl. Services (Deutschland) 2nd GmbH & Co. KG");
  std::vector<std::string> words;
  std::vector<WordKind> kinds;
  for (const auto& word : name.words) {
    words.push_back(word.text);
    kinds.push_back(word.kind);
  }
  EXPECT_THAT(words, ElementsAre("quince", "international", "service", "germany", "2"));
  EXPECT_THAT(kinds, ElementsAre(WordKind::Distinctive, WordKind::Common, WordKind::Common, WordKind::Place,
                                 WordKind::Number));
  EXPECT_THAT(name.forms, ElementsAre("gmbh co kg"));
}

TEST(EntityName, ANameOfFormsOnlyIsKnownByThese) {
  EXPECT_EQ(entity_name("The Company").words.size(), 2U);
  EXPECT_THAT(entity_name(" -- ").words, IsEmpty());
}

TEST(LatinText, LosesAccentsAndOtherScripts) {
  const std::pair<const char*, const char*> kTexts[] = {
      {"müller", "muller"}, {"straße", "strasse"}, {"łódź", "lodz"}, {"søn", "son"}, {"plain", "plain"}};
  for (const auto& [text, latin] : kTexts) {
    EXPECT_EQ(latin_text(text).text, latin);
    EXPECT_FALSE(latin_text(text).is_transliterated) << text;
  }
  EXPECT_EQ(latin_text("ромашка").text, "romaska");
  EXPECT_TRUE(latin_text("ромашка").is_transliterated);
}

TEST(NamesWithin, AreFoundBehindLeadInsAndWithLegalForms) {
  EXPECT_THAT(names_within("Miro Inc. (dba Board)"), ElementsAre("miro inc", "board"));
  EXPECT_THAT(names_within("Old Ltd, now New Ltd"), ElementsAre("old ltd", "new ltd"));
  EXPECT_THAT(names_within("VETTING.com (Sphinx Technology Limited)"),
              ElementsAre("vetting com", "sphinx technology limited"));
  EXPECT_THAT(names_within("Bank of China (Hong Kong) Limited"), IsEmpty());
  EXPECT_THAT(names_within("Here and now Travel Ltd"), IsEmpty());
  EXPECT_THAT(names_within("Unclosed (bracket"), IsEmpty());
  EXPECT_THAT(names_within(""), IsEmpty());
}

TEST(OwnDomain, IsWhatSomebodyRegistered) {
  const std::pair<const char*, const char*> kDomains[] = {
      {"www.example.co.uk", "example.co.uk"},
      {"https://Shop.Example.com:8443/a?b#c", "example.com"},
      {"info@example.de", "example.de"},
      {"quince.github.io", "quince.github.io"},
      {"gmail.com", ""},
      {"co.uk", ""},
      {"192.168.0.1", ""},
      {"localhost", ""},
      {"no domain", ""},
      {"", ""},
  };
  for (const auto& [text, domain] : kDomains) EXPECT_EQ(own_domain(text), domain) << text;
}

TEST(RomanNumber, GoesFrom1To39) {
  const std::pair<const char*, std::optional<int>> kNumbers[] = {{"i", 1},     {"iv", 4},     {"xiv", 14},
                                                                 {"xx", 20},   {"xxxix", 39}, {"", {}},
                                                                 {"iiii", {}}, {"xxxx", {}},  {"mix", {}}};
  for (const auto& [text, number] : kNumbers) EXPECT_EQ(roman_number(text), number) << text;
}

TEST(EditDistance, CountsTypingErrors) {
  struct Row {
    const char *left, *right;
    std::size_t errors;
  };
  const Row kRows[] = {{"", "", 0},
                       {"abc", "", 3},
                       {"apple", "appel", 1},
                       {"toyota", "tayota", 1},
                       {"cosco", "costco", 1},
                       {"kitten", "sitting", 3}};
  for (const auto& [left, right, errors] : kRows) {
    EXPECT_EQ(edit_distance(left, right), errors) << left << " " << right;
    EXPECT_EQ(edit_distance(right, left), errors) << right << " " << left;
  }
}

TEST(MistypedForm, IsOneErrorAwayFromALongForm) {
  EXPECT_EQ(mistyped_form("aktiengeselschaft"), "ag");
  EXPECT_EQ(mistyped_form("incorporatd"), "inc");
  EXPECT_EQ(mistyped_form("quince"), std::nullopt);
  EXPECT_EQ(mistyped_form("lmtd"), std::nullopt);
  EXPECT_EQ(mistyped_form(""), std::nullopt);
}

}  // namespace
}  // namespace certreg
