#include "certreg/catalogue/name_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>

namespace certreg::catalogue {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::string> found(const NameIndex& index, std::string_view text, std::size_t limit = 10) {
  std::vector<std::string> ids;
  for (const auto& match : index.search(text, limit)) ids.push_back(match.supplier.value);
  return ids;
}

std::string first(const NameIndex& index, std::string_view text) {
  const auto ids = found(index, text);
  return ids.empty() ? "" : ids.front();
}

// A register in little: what is asked about, among others that share its words.
class Register : public testing::Test {
 protected:
  Register() {
    const std::vector<SupplierNames> suppliers = {
        {{"acme"}, {"Acme Cloud Hosting Limited", "Acme Hosting"}},
        {{"acme-de"}, {"Acme Cloud Hosting GmbH"}},
        {{"mueller"}, {"Müller Maschinenbau GmbH & Co. KG"}},
        {{"juniper"}, {"Juniper Harbour Technologies plc"}},
        {{"data"}, {"Databank Solutions International Inc."}},
        {{"abc"}, {"A.B.C. Logistics S.A."}},
        {{"gazprom"}, {"Газпром нефть"}},
        {{"hitachi"}, {"株式会社日立製作所"}},
        {{"athens"}, {"Αθηναϊκή Ζυθοποιία Α.Ε."}},
        {{"lodz"}, {"Łódź Stal sp. z o.o."}},
        {{"limited"}, {"The Limited"}},
        {{"tech-1"}, {"Northwind Technologies AG"}},
        {{"tech-2"}, {"Southwind Technologies AG"}},
        {{"tech-3"}, {"Eastwind Technologies AG"}},
    };
    index_.build(suppliers, 2);
  }

  NameIndex index_;
};

TEST_F(Register, FindsWhatIsMeant) {
  const struct {
    const char *asked, *supplier;
  } rows[] = {
      {"Acme Cloud Hosting Limited", "acme"},
      {"ACME CLOUD HOSTING LTD.", "acme"},
      {"Acme Cloud Hosting Gesellschaft mit beschränkter Haftung", "acme-de"},
      {"Acme Hosting", "acme"},  // an alias
      {"juniper", "juniper"},
      {"Harbour Juniper", "juniper"},                     // another order
      {"Juniper Technologies", "juniper"},                // a word less
      {"Juniper Harbour Cloud Technologies", "juniper"},  // a word more
      {"Juniper Harbour Tech", "juniper"},                // a listed abbreviation
      {"Databank Solutions Intl", "data"},
      {"Junper Harbour", "juniper"},             // a letter less
      {"Junniper Harbour", "juniper"},           // a letter more
      {"Jumiper Harbour", "juniper"},            // another letter
      {"Juinper Harbour", "juniper"},            // two letters exchanged
      {"Jnupier Harbour", "juniper"},            // twice
      {"Junper Habour Technologis", "juniper"},  // in every word
      {"Uniper Harbour", "juniper"},             // at the beginning
      {"Data Bank Solutions", "data"},           // a blank more
      {"JuniperHarbour", "juniper"},             // a blank less
      {"Juniper-Harbour", "juniper"},
      {"Muller Maschinenbau", "mueller"},
      {"Mueller Maschinenbau", "mueller"},
      {"MÜLLER Maschinenbau GmbH und Co KG", "mueller"},
      {"Mullr Machinenbau", "mueller"},
      {"Maschinenb Müller", "mueller"},  // a word cut off
      {"ABC Logistics", "abc"},
      {"a b c logistics", "abc"},
      {"Lodz Stal", "lodz"},
      {"Gazprom", "gazprom"},
      {"Gazprom Neft", "gazprom"},
      {"Gasprom", "gazprom"},
      {"Газпром", "gazprom"},
      {"ГАЗПРОМ НЕФТЬ", "gazprom"},
      {"Гаспром нефть", "gazprom"},  // by way of Latin letters
      {"日立製作所", "hitachi"},
      {"日立", "hitachi"},
      {"日立製昨所", "hitachi"},  // a character is another
      {"日立立製作所", "hitachi"},
      {"立日製作所", "hitachi"},
      {"zhu shi hui she ri li zhi zuo suo", "hitachi"},
      {"Αθηναϊκή Ζυθοποιία", "athens"},
      {"Athinaiki", "athens"},
      {"The Limited", "limited"},
  };
  for (const auto& [asked, supplier] : rows) EXPECT_EQ(first(index_, asked), supplier) << asked;
}

TEST_F(Register, FindsNobodyWhoIsNotMeant) {
  for (const auto* asked :
       {"zebra", "Zebra Crossing plc", "", "   ", "...", "GmbH", "AG", "q", "x y z", "12345"})
    EXPECT_THAT(found(index_, asked), IsEmpty()) << asked;
}

TEST_F(Register, FindsAsItIsTyped) {
  const std::string name = "juniper harbour tech";
  for (std::size_t letters = 2; letters <= name.size(); ++letters)
    EXPECT_EQ(first(index_, name.substr(0, letters)), "juniper") << name.substr(0, letters);
  const std::string umlaut = "muellermaschinenbau";
  for (std::size_t letters = 2; letters <= 7; ++letters)
    EXPECT_EQ(first(index_, umlaut.substr(0, letters)), "mueller") << letters;
  EXPECT_THAT(found(index_, "acme c"), ElementsAre("acme", "acme-de"));
}

TEST_F(Register, SaysHowItMatched) {
  const struct {
    const char* asked;
    NameMatchKind kind;
    std::uint32_t name;
  } rows[] = {
      {"Acme Cloud Hosting Limited", NameMatchKind::Exact, 0},
      {"acme cloud hosting", NameMatchKind::Exact, 0},
      {"Acme Hosting", NameMatchKind::Exact, 1},
      {"Acme Cloud Ho", NameMatchKind::Beginning, 0},
      {"Acme Cloud", NameMatchKind::Beginning, 0},
      {"Hosting Cloud Acme", NameMatchKind::Words, 0},
      {"Acme Clod Hosting", NameMatchKind::Misspelt, 0},
      {"Acme Cloud Hosting Kiosk", NameMatchKind::SomeWords, 0},
  };
  for (const auto& [asked, kind, name] : rows) {
    const auto matches = index_.search(asked, 1);
    ASSERT_THAT(matches, SizeIs(1)) << asked;
    EXPECT_EQ(to_string(matches[0].kind), to_string(kind)) << asked;
    EXPECT_EQ(matches[0].name, name) << asked;
  }
}

TEST_F(Register, ScoresFallWithWhatIsMissing) {
  const auto score = [&](const char* asked) { return index_.search(asked, 1).at(0).score; };
  EXPECT_DOUBLE_EQ(score("Juniper Harbour Technologies plc"), 1);
  const char* const falling[] = {"Juniper Harbour Technologies plc", "Juniper Harbour Technologies",
                                 "Juniper Harbour Technologis", "Junipr Harbour Technologis",
                                 "Junipr Harbour Zebra"};
  for (std::size_t i = 1; i < std::size(falling); ++i)
    EXPECT_LT(score(falling[i]), score(falling[i - 1])) << falling[i];
}

TEST_F(Register, ALegalFormTellsTwoApartAndFindsNone) {
  EXPECT_THAT(found(index_, "Acme Cloud Hosting GmbH"), ElementsAre("acme-de", "acme"));
  EXPECT_THAT(found(index_, "Acme Cloud Hosting Ltd"), ElementsAre("acme", "acme-de"));
  EXPECT_THAT(found(index_, "Northwind GmbH"), ElementsAre("tech-1"));
}

TEST_F(Register, AFilterIsAskedBeforeTheBestAreCounted) {
  const auto slot = index_.put({"acme-de"}, {"Acme Cloud Hosting GmbH"});
  const auto matches = index_.search("Acme Cloud", 1, [&](NameIndex::Slot asked) { return asked == slot; });
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_EQ(matches[0].supplier.value, "acme-de");
  EXPECT_THAT(index_.search("Acme", 10, [](NameIndex::Slot) { return false; }), IsEmpty());
}

TEST_F(Register, IsChangedInPlace) {
  index_.put({"acme"}, {"Zenith Cloud Hosting Limited"});
  EXPECT_EQ(first(index_, "Zenith"), "acme");
  EXPECT_THAT(found(index_, "Acme"), ElementsAre("acme-de"));
  index_.put({"acme"}, {"Acme Cloud Hosting Limited"});
  EXPECT_THAT(found(index_, "Zenith"), IsEmpty());
  EXPECT_THAT(found(index_, "Acme"), ElementsAre("acme", "acme-de"));
  index_.remove({"acme"});
  EXPECT_THAT(found(index_, "Acme"), ElementsAre("acme-de"));
  index_.remove({"acme-de"});
  index_.remove({"nobody"});
  EXPECT_THAT(found(index_, "Acme Cloud Hosting"), IsEmpty());
  index_.put({"acme"}, {"Acme Cloud Hosting Limited"});
  EXPECT_EQ(first(index_, "Acme"), "acme");
}

TEST_F(Register, ASupplierIsThereOnceHoweverManyOfItsNamesMatch) {
  index_.put({"many"}, {"Quokka One", "Quokka Two", "Quokka", "Quokka Three", "Quokka Quokka"});
  const auto matches = index_.search("Quokka", 10);
  ASSERT_THAT(matches, SizeIs(1));
  EXPECT_EQ(matches[0].name, 2U);
}

TEST_F(Register, OfASupplierThatIsPutTwiceTheLastCounts) {
  const std::vector<SupplierNames> twice = {{{"twin"}, {"Gemini Alpha"}}, {{"twin"}, {"Castor Pollux"}}};
  index_.put(twice);
  EXPECT_THAT(found(index_, "Gemini"), IsEmpty());
  EXPECT_EQ(first(index_, "Castor"), "twin");
}

std::string numbered_name(std::size_t number) {
  static const char* const words[] = {"Technologies", "Solutions", "Systems", "Services", "Group"};
  std::string stem;
  for (auto rest = number + 7; rest > 0; rest /= 20)
    stem += "bcdfghjklmnpqrstvwxz"[rest % 20], stem += "aeiou"[rest % 5];
  return "Company " + stem + ' ' + words[number % 5] + " GmbH";
}

struct Numbered {
  std::vector<std::string> names;
  std::vector<SupplierNames> suppliers;
};
Numbered numbered(std::size_t count) {
  Numbered made;
  for (std::size_t i = 0; i < count; ++i) made.names.push_back(numbered_name(i));
  for (std::size_t i = 0; i < count; ++i)
    made.suppliers.push_back({{"s" + std::to_string(i)}, {made.names[i]}});
  return made;
}

using Ranked = std::vector<std::pair<std::string, double>>;
Ranked ranked(const NameIndex& index, const std::string& text) {
  Ranked all;
  for (const auto& match : index.search(text, 20)) all.emplace_back(match.supplier.value, match.score);
  return all;
}

TEST(NameIndex, IsTheSameForAnyNumberOfThreads) {
  const auto all = numbered(5000);
  NameIndex one, four;
  one.build(all.suppliers, 1);
  four.build(all.suppliers, 4);
  for (std::size_t i = 0; i < 5000; i += 97)
    for (const auto& asked : {all.names[i], "x" + all.names[i], std::string("Company Technologies")})
      EXPECT_EQ(ranked(one, asked), ranked(four, asked)) << asked;
}

TEST(NameIndex, FindsTheSameWhetherBuiltOrPutOneByOne) {
  const auto all = numbered(3000);
  NameIndex built, put;
  built.build(all.suppliers, 2);
  for (const auto& supplier : all.suppliers) put.put({&supplier, 1});
  put.wait_until_merged();
  EXPECT_EQ(put.size().names, 3000U);
  EXPECT_LT(put.size().segments, 12U);
  for (std::size_t i = 0; i < 3000; i += 31)
    EXPECT_EQ(first(built, all.names[i]), first(put, all.names[i])) << i;
}

TEST(NameIndex, EqualOnesStandInTheOrderInWhichTheyCame) {
  std::vector<SupplierNames> suppliers;
  for (int i = 0; i < 500; ++i) suppliers.push_back({{"s" + std::to_string(i)}, {"Same Name Ltd"}});
  NameIndex index;
  index.build(suppliers, 2);
  const std::vector<std::string> expected = {"s0", "s1", "s2"};
  EXPECT_EQ(found(index, "Same Name", 3), expected);
  index.put({"s1"}, {"Same Name Ltd"});  // stands in another segment now
  EXPECT_EQ(found(index, "Same Name", 3), expected);
}

TEST(NameIndex, ManyChangesLeaveNothingBehind) {
  auto all = numbered(40000);
  NameIndex index;
  index.build(all.suppliers, 2);
  for (std::size_t from = 0; from < 40000; from += 4000)
    index.put(std::span(all.suppliers).subspan(from, 4000));
  for (std::size_t i = 0; i < 40000; i += 2) all.suppliers[i].names.clear();
  index.put(all.suppliers);
  index.wait_until_merged();
  EXPECT_EQ(index.size().names, 20000U);
  EXPECT_LT(index.size().segments, 8U);
  for (std::size_t i = 0; i < 40000; i += 1001) {
    const auto best = index.search(all.names[i], 1);
    const bool is_found = !best.empty() && best[0].supplier.value == "s" + std::to_string(i);
    EXPECT_EQ(is_found, i % 2 == 1) << i;
  }
}

// Readers see each supplier by its name of before or of after, whatever is merged meanwhile.
TEST(NameIndex, IsReadWhileItIsChanged) {
  const auto all = numbered(20000);
  NameIndex index;
  index.build(all.suppliers, 2);
  std::atomic<bool> is_done = false;
  std::atomic<int> missing = 0, searches = 0;
  std::vector<std::thread> readers;
  for (std::size_t reader = 0; reader < 2; ++reader)
    readers.emplace_back([&, reader] {
      for (auto i = reader; !is_done || searches < 100; i = (i + 7919) % 20000) {
        if (first(index, all.names[i]) != "s" + std::to_string(i)) ++missing;
        ++searches;
      }
    });
  for (std::size_t round = 0; round < 3; ++round)
    for (std::size_t from = 0; from < 20000; from += 1000)
      index.put(std::span(all.suppliers).subspan(from, 1000));
  index.wait_until_merged();
  is_done = true;
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(missing, 0);
}

TEST(NameIndex, EmptyOnesAnswer) {
  NameIndex index;
  EXPECT_THAT(found(index, "anything"), IsEmpty());
  index.build({}, 4);
  index.remove({"nobody"});
  index.put({"blank"}, {"...", ""});
  EXPECT_THAT(found(index, "..."), IsEmpty());
  EXPECT_EQ(index.size().names, 0U);
  EXPECT_THAT(index.search("x", 0), IsEmpty());
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string all;
  for (std::size_t i = 0; i < count; ++i) all += text;
  return all;
}

TEST(NameIndex, HostileQueriesTakeBoundedWork) {
  const auto all = numbered(20000);
  NameIndex index;
  index.build(all.suppliers, 2);
  std::string different;
  for (int i = 0; i < 10000; ++i) different += numbered_name(static_cast<std::size_t>(i)) + ' ';
  const std::string queries[] = {std::string(1 << 20, 'a'),
                                 repeated("company ", 10000),
                                 different,
                                 repeated("\xC3\xBC", 500000),
                                 repeated("日", 300000),
                                 repeated("株式会社日立 ", 1000),
                                 "company technologies solutions systems services group compani technologie",
                                 std::string(1 << 20, '\0'),
                                 repeated("\x01\x1F\x7F", 1000),
                                 repeated("\xFF\xFE\x80", 100000),
                                 repeated("a ", 500000),
                                 repeated("e\xCC\x81", 200000),
                                 repeated("\xE2\x80\xAE", 1000)};
  const auto from = std::chrono::steady_clock::now();
  for (const auto& query : queries) EXPECT_LE(index.search(query, 10).size(), 10U);
  EXPECT_LE(index.search("company", SIZE_MAX).size(), 20000U);
  EXPECT_LT(std::chrono::steady_clock::now() - from, std::chrono::seconds(5));
}

TEST(NameIndex, HostileNamesAreTaken) {
  NameIndex index;
  const auto long_name = std::string(1 << 20, 'b'), many_words = repeated("word ", 100000);
  const auto bytes = repeated("\xFF\x01", 1000);
  index.put({"long"}, {long_name});
  index.put({"many"}, {many_words});
  index.put({"bytes"}, {bytes});
  index.put({"good"}, {"Good Name"});
  EXPECT_EQ(first(index, "Good Name"), "good");
  EXPECT_EQ(first(index, "word"), "many");
}

}  // namespace
}  // namespace certreg::catalogue
