#include "web/told.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "certreg/codec/relationships.h"
#include "domain/say.h"
#include "web/waiting_words.h"

namespace certreg::web {
namespace {

std::set<std::string> places_of(const std::string& text) {
  std::set<std::string> places;
  for (char digit = '1'; digit <= '9'; ++digit) {
    const auto place = std::string("{") + digit + "}";
    if (text.find(place) != std::string::npos) places.insert(place);
  }
  return places;
}

std::string in_german(const Sentence& sentence) {
  return told(sentence.text, sentence.said, Language::German).text;
}

TEST(Told, EveryReasonIsSaidInBothLanguagesWithAllItsValues) {
  for (const auto& code : all_codes()) {
    const auto own = "sentence." + std::string(code.name), variant = own + ".";
    int found = 0;
    for (const auto& [key, text] : messages(Language::German))
      if (key == own || key.starts_with(variant)) ++found;
    EXPECT_GT(found, 0) << code.name;
  }
  for (const auto& sentence : all_sentences()) {
    const auto key = "sentence." + std::string(sentence.id);
    ASSERT_TRUE(messages(Language::German).contains(key)) << key;
    EXPECT_EQ(places_of(message(Language::German, key)), places_of(std::string(sentence.english))) << key;
  }
}

TEST(Told, DaysAreWrittenAsTheLanguageWritesThemAndWordsOfDocumentsStay) {
  EXPECT_EQ(in_german(say("expired", say("word.certificate"), *Date::parse("2027-01-31"))),
            "Das Zertifikat ist abgelaufen; sein letzter Tag war der 31.01.2027.");
  EXPECT_EQ(in_german(say("activity_excluded", "all {1} of 2027-01-31")),
            "Der Geltungsbereich schließt „all {1} of 2027-01-31“ aus.");
}

TEST(Told, AClaimIsNeverACertificate) {
  auto sentence = say("in_force", *Date::parse("2027-01-01"), *Date::parse("2027-01-31"));
  sentence.said.front().is_claimed = true;
  EXPECT_EQ(in_german(sentence),
            "Das behauptete Zertifikat gilt am 01.01.2027; sein letzter Tag ist der "
            "31.01.2027.");
  const auto day = *Date::parse("2027-01-31");
  EXPECT_EQ(
      in_german(say("finding.successor", say("word.claimed_numbered_certificate", "ISO/IEC 27001", "IS 2"),
                    say("word.issued_by", "IS 2", "B"), day, say("word.statement", "IS 1"), day)),
      "Das behauptete Zertifikat IS 2 nach ISO/IEC 27001 tritt anscheinend an die Stelle eines anderen: "
      "IS 2 von B, bis 31.01.2027, nach IS 1, bis 31.01.2027.");
  for (const auto& pattern : all_sentences())
    if (pattern.english.starts_with("The certificate ")) {
      EXPECT_TRUE(
          message(Language::German, "sentence." + std::string(pattern.id)).starts_with("Das Zertifikat"))
          << pattern.id << ": a claim would read as a certificate";
    }
}

TEST(Told, WhatIsOnlyKnownInEnglishIsMarkedAsEnglish) {
  const auto old = told("It was so.", {}, Language::German);
  EXPECT_EQ(old.text, "It was so.");
  EXPECT_EQ(old.language, Language::English);
}

TEST(Told, AFindingThatWasStoredIsSaidAsItWasMade) {
  Finding finding;
  const auto sentence =
      say("sources_disagree.differs", "Acme Ltd",
          listed({say("word.edition", "2013"), say("word.expires", *Date::parse("2027-01-31"))}));
  finding.sentence = sentence.text;
  finding.said = sentence.said;
  const auto back = codec::stored_finding(codec::parse(codec::stored_json(finding).dump()));
  EXPECT_EQ(told(back, Language::German).text, "Acme Ltd behauptet: Ausgabe 2013, Ende 31.01.2027.");
  auto json = codec::stored_json(finding);
  json["said"][0]["values"].erase(1);
  EXPECT_EQ(told(codec::stored_finding(json), Language::German).text, sentence.text) << "a value is missing";
  json["said"][0]["id"] = "no.such.sentence";
  EXPECT_EQ(told(codec::stored_finding(json), Language::German).text, sentence.text);
}

TEST(Told, TiersThatShipHaveNamesInBothLanguages) {
  EXPECT_EQ(tier_word("Critical", Language::German), "Kritisch");
  EXPECT_EQ(tier_word("Critical", Language::English), "Critical");
  EXPECT_EQ(tier_word("Our own", Language::German), "Our own");
}

TEST(WaitingWords, SayWhyAProposalWaitsInGerman) {
  const auto german = [](const char* rule) { return why_it_waits(rule, Language::German).text; };
  EXPECT_EQ(german("it differs from what is known"), "es weicht von dem ab, was bekannt ist");
  EXPECT_EQ(german("holder is ambiguous, number is missing, expires was not read with certainty"),
            "Inhaber: mehrdeutig, Zertifikatsnummer: fehlt, Gültig bis: nicht sicher gelesen");
  EXPECT_EQ(german("it names another holder than Acme, Ltd: Another is missing"),
            "es nennt einen anderen Inhaber als Acme, Ltd: Another is missing");
  for (const char* unknown : {"", "something else", "holder is missing, something else"}) {
    EXPECT_EQ(german(unknown), unknown);
    EXPECT_EQ(why_it_waits(unknown, Language::German).language, Language::English);
  }
}

}  // namespace
}  // namespace certreg::web
