#include "domain/scope_places.h"

#include <gtest/gtest.h>

#include "domain/countries.h"
#include "domain/scope_world.h"

namespace certreg {
namespace {

struct Pair {
  const char* printed;
  const char* asked;
};

const Reference& world() {
  static const Reference reference = scope_reference();
  return reference;
}

PlaceNames places_of(const char* holder) { return {certificate_of(holder), supplier_named(holder), world()}; }

TEST(PlaceNames, AreTheSameByRegionTownAndCountry) {
  const auto places = places_of("Acme Cloud Limited");
  constexpr Pair kSame[] = {{"Europe (Frankfurt)", "Frankfurt"},
                            {"Europe (Frankfurt)", "eu-mid-1"},
                            {"Europe (Frankfurt)", "EU Mid 1"},
                            {"eu-mid-1", "Frankfurt"},
                            {"eu-mid-1", "Frankfurt am Main"},
                            {"Frankfurt", "eu-mid-1"},
                            {"Frankfurt", "Europe (Frankfurt)"},
                            {"eu-mid-1 (Frankfurt)", "Europe (Frankfurt)"},
                            {"Acme eu-mid-1", "eu-mid-1"},
                            {"River fr-1", "France One (River)"},
                            {"East US", "Virginia"},
                            {"Germany", "Deutschland"},
                            {"Allemagne", "DE"},
                            {"all data centres in Germany", "Germany"}};
  for (const auto& [printed, asked] : kSame)
    EXPECT_TRUE(places.is_same(printed, asked)) << printed << " | " << asked;
}

TEST(PlaceNames, AreOtherwiseOpen) {
  const auto places = places_of("Acme Cloud Limited");
  constexpr Pair kOpen[] = {{"Europe (Frankfurt)", "Europe"},
                            {"Europe (Frankfurt)", "Germany"},
                            {"Frankfurt (Germany)", "Germany"},
                            {"eu-mid-1", "Germany"},
                            {"Germany", "Frankfurt"},
                            {"Germany", "eu-mid-1"},
                            {"eu-mid-1", "Vienna"},
                            {"Virginia", "east-us"},
                            {"East US", "East US 2"},
                            {"Vienna", "fr-1"},
                            {"Frankfurt (Oder)", "Frankfurt"},
                            {"Frankfurt", ""}};
  for (const auto& [printed, asked] : kOpen)
    EXPECT_FALSE(places.is_same(printed, asked)) << printed << " | " << asked;
}

// Others number their regions alike, and elsewhere.
TEST(PlaceNames, ACodeIsARegionOfTheHolderOnly) {
  EXPECT_TRUE(places_of("Acme Cloud Limited").is_same("eu-mid-1", "Frankfurt"));
  EXPECT_FALSE(places_of("River Cloud Limited").is_same("eu-mid-1", "Frankfurt"));
  EXPECT_TRUE(places_of("River Cloud Limited").is_same("eu-mid-1", "Wien"));
  EXPECT_FALSE(places_of("Lake Hosting GmbH").is_same("eu-mid-1", "Frankfurt"));
  EXPECT_TRUE(places_of("Lake Hosting GmbH").is_same("eu-mid-1", "eu-mid-1"));
  EXPECT_TRUE(places_of("Lake Hosting GmbH").is_same("Acme eu-mid-1", "Frankfurt"));
}

TEST(PlaceNames, ATownWithSeveralRegionsIsNoneOfThem) {
  const auto places = places_of("River Cloud Limited");
  EXPECT_FALSE(places.is_same("Lyon", "fr-1"));
  EXPECT_TRUE(places.is_same("fr-1", "Lyon"));
}

TEST(PlaceNames, MayBeTheSameByAnybodysRegionAndByCountry) {
  const auto places = places_of("Lake Hosting GmbH");
  constexpr Pair kClose[] = {{"eu-mid-1", "Frankfurt"},
                             {"eu-mid-1", "Wien"},
                             {"Frankfurt", "Germany"},
                             {"Germany", "Frankfurt"},
                             {"Lyon (France)", "France"}};
  for (const auto& [printed, asked] : kClose)
    EXPECT_TRUE(places.may_be_same(printed, asked)) << printed << " | " << asked;
  EXPECT_FALSE(places.may_be_same("Frankfurt", "Dublin"));
  EXPECT_FALSE(places.may_be_same("Frankfurt", "France"));
}

TEST(PlaceNames, ATownIsAPartOfAnAddress) {
  const auto places = places_of("Lake Hosting GmbH");
  for (const char* address : {"Main Street 1, 60311 Frankfurt am Main, Germany",
                              "Main Street 1; D-60311 Frankfurt", "Frankfurt, Germany", "Frankfurt"})
    EXPECT_TRUE(places.is_in_town(address, "Frankfurt")) << address;
  for (const char* address : {"Frankfurter Allee 1, Berlin", "Frankfurt 12, Berlin",
                              "1 Frankfurt Road, London", "15230 Frankfurt (Oder)", ""})
    EXPECT_FALSE(places.is_in_town(address, "Frankfurt")) << address;
  EXPECT_FALSE(places.is_in_town("Frankfurt, Germany", "Germany"));
}

TEST(Countries, AreKnownInSeveralLanguages) {
  for (const char* name : {"Germany", "Deutschland", "ALLEMAGNE", "Alemania", "Niemcy", "DE", "ドイツ"})
    EXPECT_EQ(country_named(name), "DE") << name;
  for (const char* name : {"UK", "Great Britain", "United Kingdom"})
    EXPECT_EQ(country_named(name), "GB") << name;
  for (const char* name : {"Europe", "Frankfurt", "de", "", "German"})
    EXPECT_EQ(country_named(name), "") << name;
}

}  // namespace
}  // namespace certreg
