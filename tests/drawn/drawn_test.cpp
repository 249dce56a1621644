#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "drawn_set.h"

namespace certreg::drawn {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kCertificates = 240;
constexpr std::size_t kOthers = 60;
constexpr std::size_t kUnreadCertificates = 20;
constexpr std::size_t kUnreadOthers = 6;

class Drawn : public testing::Test {
 protected:
  // Tests may run beside each other in processes of their own: each has its own folder.
  void SetUp() override {
    if (!drawn_rows.empty()) return;
    drawn_folder = folder_for(testing::UnitTest::GetInstance()->current_test_info()->name());
    drawn_rows = draw(drawn_folder, "--all");
    ASSERT_FALSE(drawn_rows.empty());
  }
  static void TearDownTestSuite() { std::filesystem::remove_all(drawn_folder); }

  static std::string text(const Json& row) { return text_of(drawn_folder / row["file"].get<std::string>()); }
  static std::vector<Json> certificates() {
    std::vector<Json> result;
    std::ranges::copy_if(drawn_rows, std::back_inserter(result),
                         [](const Json& row) { return row["is_certificate"]; });
    return result;
  }
  static std::set<std::string> values(const std::string& key, bool certificate) {
    std::set<std::string> result;
    for (const auto& row : drawn_rows) {
      if (row["is_certificate"] == certificate) result.insert(row[key].get<std::string>());
    }
    return result;
  }

 private:
  inline static std::vector<Json> drawn_rows;
  inline static std::filesystem::path drawn_folder;
};

std::size_t unread(const std::set<std::string>& layouts) {
  return static_cast<std::size_t>(
      std::ranges::count_if(layouts, [](const std::string& name) { return name.starts_with("unread/"); }));
}

std::optional<std::string> date(const Json& row, const char* key) {
  if (!row.contains(key) || row[key].is_null()) return std::nullopt;
  return row[key].get<std::string>();
}

TEST_F(Drawn, AreAsManyAsPromised) {
  EXPECT_GE(values("file", true).size(), kCertificates);
  EXPECT_GE(values("file", false).size(), kOthers);
}

TEST_F(Drawn, EnoughLayoutsAreUnread) {
  EXPECT_GE(unread(values("layout", true)), kUnreadCertificates);
  EXPECT_GE(unread(values("layout", false)), kUnreadOthers);
}

bool is_date_or_null(const Json& value) {
  return value.is_null() || (value.is_string() && value.get<std::string>().size() == 10);
}

TEST_F(Drawn, EveryCertificateSaysWhatIsAsked) {
  for (const auto& row : certificates()) {
    const auto file = row["file"].get<std::string>();
    for (const char* key :
         {"holder", "standard", "standard_printed", "certificate_number", "certification_body"}) {
      EXPECT_TRUE(row[key].is_string() && !row[key].get<std::string>().empty()) << file << " " << key;
    }
    for (const char* key :
         {"edition", "iso_edition", "issued", "first_issued", "valid_from", "expires", "scope", "sites",
          "soa_version", "services", "accreditation_body", "text_layer"}) {
      EXPECT_TRUE(row.contains(key)) << file << " " << key;
    }
    for (const char* key : {"issued", "first_issued", "valid_from", "expires"}) {
      EXPECT_TRUE(is_date_or_null(row[key])) << file << " " << key << " " << row[key];
    }
  }
}

TEST_F(Drawn, DatesAreInOrder) {
  for (const auto& row : certificates()) {
    const auto file = row["file"].get<std::string>();
    const auto expires = date(row, "expires");
    for (const char* key : {"issued", "valid_from", "first_issued", "previous_expiry"}) {
      EXPECT_TRUE(!expires || !date(row, key) || *date(row, key) < *expires) << file << " " << key;
    }
    for (const char* key : {"issued", "valid_from"}) {
      if (date(row, "first_issued") && date(row, key)) {
        // Some bodies print a certificate a few weeks before it begins.
        EXPECT_LE(date(row, "first_issued")->substr(0, 4), date(row, key)->substr(0, 4))
            << file << " " << key;
      }
    }
  }
}

// The text of a value that goes over a page's end is interrupted by that page's foot: then its words must
// follow each other somewhere.
bool follows(const std::string& text, const std::string& value, bool over_pages) {
  if (!over_pages) return text.find(value) != std::string::npos;
  std::size_t length = value.size();
  while (length > 0 && text.find(value.substr(0, length)) == std::string::npos) --length;
  return length > value.size() / 4 && text.find(value.substr(length)) != std::string::npos;
}

void expect_printed(const Json& row, const char* key, const Json& value, const std::string& text) {
  if (!value.is_string()) return;
  std::string rest = value.get<std::string>();
  for (bool more = true; more;) {
    const auto bar = rest.find(" / ");
    more = std::string(key) == "scope" && bar != std::string::npos;
    const auto part = without_space(rest.substr(0, more ? bar : std::string::npos));
    const bool over_pages = row.contains("scope_over_pages") && std::string(key) == "scope";
    EXPECT_TRUE(follows(text, part, over_pages)) << row["file"] << " " << key << " " << part;
    if (more) rest = rest.substr(bar + 3);
  }
}

std::set<std::string> in_pictures(const Json& row) {
  const Json names = row.value("fields_in_picture_only", Json::array());
  return {names.begin(), names.end()};
}

TEST_F(Drawn, WhatTheTruthSaysIsPrinted) {
  for (const auto& row : certificates()) {
    if (row["text_layer"] == "ocr-bad") continue;
    const auto text = Drawn::text(row);
    const auto pictures = in_pictures(row);
    if (!pictures.contains("holder")) expect_printed(row, "holder", row["holder"], text);
    if (!pictures.contains("number"))
      expect_printed(row, "certificate_number", row["certificate_number"], text);
    if (!pictures.contains("standard"))
      expect_printed(row, "standard_printed", row["standard_printed"], text);
    if (!pictures.contains("certification_body")) {
      expect_printed(row, "certification_body", row["certification_body"], text);
    }
    for (const char* key : {"scope", "soa_version", "parent_certificate"}) {
      if (row.contains(key)) expect_printed(row, key, row[key], text);
    }
    for (const auto& [key, value] : row["printed"].items()) {
      if (!pictures.contains(key)) expect_printed(row, key.c_str(), value, text);
    }
  }
}

TEST_F(Drawn, FontsWithoutAMapGiveAWrongText) {
  std::size_t found = 0;
  for (const auto& row : certificates()) {
    if (row["text_layer"] != "ocr-bad") continue;
    ++found;
    EXPECT_EQ(text(row).find(without_space(row["holder"].get<std::string>())), std::string::npos)
        << row["file"];
  }
  EXPECT_GT(found, 0U);
}

TEST_F(Drawn, ADateThatIsPrintedIsInTheTruth) {
  for (const auto& row : certificates()) {
    for (const char* key : {"issued", "first_issued", "valid_from", "expires"}) {
      EXPECT_EQ(row["printed"].contains(key), date(row, key).has_value()) << row["file"] << " " << key;
    }
  }
}

TEST_F(Drawn, APrintedDateHasItsYear) {
  for (const auto& row : certificates()) {
    for (const auto& [key, printed] : row["printed"].items()) {
      const auto year = row[key].get<std::string>().substr(2, 2);
      EXPECT_NE(printed.get<std::string>().find(year), std::string::npos) << row["file"] << " " << key;
    }
  }
}

TEST(DrawnScans, HaveNoTextOrAWrongOne) {
  std::size_t scans = 0;
  for (const auto& row : draw(folder_for("scans"), "--read --scans --only d")) {
    if (!row["scanned"].get<bool>() || !row["is_certificate"].get<bool>()) continue;
    ++scans;
    const auto text = text_of(folder_for("scans") / row["file"].get<std::string>());
    EXPECT_EQ(text.empty(), row["text_layer"] == "none") << row["file"];
    EXPECT_EQ(text.find(without_space(row["holder"].get<std::string>())), std::string::npos) << row["file"];
  }
  EXPECT_GT(scans, 0U);
}

TEST(DrawnScans, AreTheSameBytesEachTime) {
  const auto rows = draw(folder_for("once"), "--read --scans --only dnv");
  ASSERT_FALSE(rows.empty());
  ASSERT_EQ(rows, draw(folder_for("again"), "--read --scans --only dnv"));
  for (const auto& row : rows) {
    const auto file = row["file"].get<std::string>();
    EXPECT_TRUE(bytes_of(folder_for("once") / file) == bytes_of(folder_for("again") / file)) << file;
  }
}

}  // namespace
}  // namespace certreg::drawn
