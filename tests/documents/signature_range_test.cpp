// What a signature covers, read strictly: forged ranges and forged Contents.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "certreg/documents/worker.h"
#include "documents/signature_world.h"
#include "documents/worker/revision_ends.h"

namespace certreg::documents {
namespace {

using namespace sample;
using testing::HasSubstr;
using testing::SizeIs;

struct Forged {
  const char* name;
  std::string file;
  const char* problem;
};

// With the blanks after it.
std::string range_text(const std::string& file) {
  const auto from = file.find("/ByteRange [");
  return file.substr(from, file.find(" /Contents", from) - from);
}

std::string with_range(const std::string& file, std::string range) {
  const auto old = range_text(file);
  range.resize(old.size(), ' ');
  return replaced(file, old, range);
}

struct Range {
  long zero, first, second, rest;
};

Range range_of(const std::string& file) {
  Range range{};
  std::sscanf(range_text(file).c_str(), "/ByteRange [%ld %ld %ld %ld", &range.zero, &range.first,
              &range.second, &range.rest);
  return range;
}

std::string with_moved_range(const std::string& file, const Range& by) {
  const auto range = range_of(file);
  return with_range(file,
                    fmt::format("/ByteRange [{} {} {} {}]", range.zero + by.zero, range.first + by.first,
                                range.second + by.second, range.rest + by.rest));
}

std::string without_contents(const std::string& file, const std::string& instead) {
  const auto range = range_of(file);
  auto text = instead;
  text.resize(static_cast<std::size_t>(range.second - range.first), ' ');
  return std::string(file).replace(static_cast<std::size_t>(range.first), text.size(), text);
}

std::string zeroed_contents(const std::string& file) {
  const auto range = range_of(file);
  return without_contents(
      file, "<" + std::string(static_cast<std::size_t>(range.second - range.first) - 2, '0') + ">");
}

// The covered parts stay as they were signed; what an attacker adds stands in a wider gap (signature
// wrapping).
std::string wrapped(const std::string& file) {
  const auto range = range_of(file);
  const auto second = static_cast<std::size_t>(range.second);
  const std::string evil = " " + sample_objects().at(12) + " ";
  return with_range(file.substr(0, second) + evil + file.substr(second),
                    fmt::format("/ByteRange [0 {} {} {}]", range.first, second + evil.size(), range.rest));
}

// The dictionary that a reader finds is not the one that stands in the gap.
std::string with_another_dictionary(const std::string& file) {
  const auto from = file.find("8 0 obj\n") + 8;
  const auto copy = file.substr(from, file.find("\nendobj", from) - from);
  return appended(file, {{8, copy}});
}

std::vector<Forged> forgeries() {
  const auto good = signature_world().plain();
  return {
      {"no ByteRange", replaced(good, "/ByteRange", "/ByteR_nge"), ""},
      {"ByteRange null", with_range(good, "/ByteRange null"), "four whole numbers"},
      {"ByteRange empty", with_range(good, "/ByteRange []"), "four whole numbers"},
      {"three numbers", with_range(good, "/ByteRange [0 10 20]"), "four whole numbers"},
      {"five numbers", with_range(good, "/ByteRange [0 1 2 3 4]"), "four whole numbers"},
      {"six numbers", with_range(good, "/ByteRange [0 10 20 5 30 5]"), "four whole numbers"},
      {"reals", with_range(good, "/ByteRange [0 1.0 20 30]"), "four whole numbers"},
      {"by reference", with_range(good, "/ByteRange 12 0 R"), "four whole numbers"},
      {"a member by reference", with_range(good, "/ByteRange [0 10 20 5 0 R]"), "four whole numbers"},
      {"all zero", with_range(good, "/ByteRange [0 0 0 0]"), "does not go from the beginning"},
      {"negative", with_range(good, "/ByteRange [0 -10 20 30]"), "does not go from the beginning"},
      {"huge", with_range(good, "/ByteRange [0 10 9223372036854775807 10]"),
       "does not go from the beginning"},
      {"overflowing", with_range(good, "/ByteRange [0 10 20 9223372036854775807]"),
       "does not go from the beginning"},
      {"overlapping", with_range(good, "/ByteRange [0 900 800 100]"), "does not go from the beginning"},
      {"begins later", with_moved_range(good, {1, 0, 0, 0}), "does not go from the beginning"},
      {"beyond the end", with_moved_range(good, {0, 0, 0, 1}), "does not go from the beginning"},
      {"gap begins before", with_moved_range(good, {0, -1, 0, 0}), "more than one string"},
      {"gap begins after", with_moved_range(good, {0, 1, 0, 0}), "more than one string"},
      {"gap ends before", with_moved_range(good, {0, 0, -1, 1}), "more than one string"},
      {"gap ends after", with_moved_range(good, {0, 0, 1, -1}), "more than one string"},
      {"ends before the end", with_moved_range(good, {0, 0, 0, -10}), "does not end where"},
      {"no Contents", replaced(good, "/Contents <", "/Cont_nts <"), "no Contents"},
      {"Contents null", without_contents(good, "null"), "no Contents"},
      {"Contents empty", without_contents(good, "<>"), "Contents is empty"},
      {"Contents zero", zeroed_contents(good), "Contents is empty"},
      {"Contents a number", without_contents(good, "1"), "no string of its own"},
      {"Contents by reference", without_contents(good, "12 0 R"), "no string of its own"},
      {"Contents in parentheses", without_contents(good, "(abc)"), "more than one string"},
      {"another dictionary", with_another_dictionary(good), "not the Contents of this signature"},
  };
}

TEST(SignatureRange, RefusesForgedOnes) {
  for (const auto& [name, file, problem] : forgeries()) {
    const auto report = judged(file);
    for (const auto& one : report.signatures) {
      EXPECT_EQ(one.integrity.value, Integrity::Malformed) << name << "\n" << printed(report);
      EXPECT_EQ(one.coverage.value, Coverage::Unknown) << name;
      EXPECT_EQ(one.trust.value, Trust::Unknown) << name;
      EXPECT_EQ(one.time.value, TimeValidity::Unknown) << name;
      EXPECT_EQ(one.revocation.value, Revocation::NotKnown) << name;
      EXPECT_FALSE(one.signer) << name;
      EXPECT_THAT(one.integrity.sentence, HasSubstr(problem)) << name;
    }
    EXPECT_THAT(report.signatures, SizeIs(1)) << name;
  }
}

// A copy of the document's beginning that a table moved to keep its own places.
TEST(SignatureRange, RefusesWhatIsWrappedIntoTheGap) {
  const auto good = signature_world().plain();
  auto file = wrapped(good);
  try {
    for (const auto& one : judged(file).signatures) EXPECT_EQ(one.integrity.value, Integrity::Malformed);
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.failure, FailureKind::Damaged);
  }
}

TEST(SignatureRange, AcceptsTheEndOfALineAfterIt) {
  const auto good = signature_world().plain();
  EXPECT_EQ(judged(good + "\r\n").signatures.front().coverage.value, Coverage::WholeFile);
  EXPECT_EQ(judged(good + "\n").signatures.front().coverage.value, Coverage::WholeFile);
}

struct End {
  const char* text;
  bool expected;
};

TEST(RevisionEnds, AreAStartAndAnEnd) {
  const End ends[] = {{"0123startxref\n0\n%%EOF\n", true},
                      {"0123startxref 3 %%EOF", true},
                      {"0123startxref\r\n0\r\n%%EOF\r\n", true},
                      {"0123startxref\n0\n%%EOF x", false},
                      {"0123startxref\n%%EOF", false},
                      {"0123startxref\n999\n%%EOF", false},
                      {"0123\n0\n%%EOF", false},
                      {"startxref\n0\n", false},
                      {"startxref0%%EOF", true},
                      {"", false},
                      {"%%EOF", false},
                      {"startxref\n99999999999999999999999\n%%EOF", false}};
  for (const auto& [text, expected] : ends) EXPECT_EQ(worker::ends_a_revision(text), expected) << text;
}

}  // namespace
}  // namespace certreg::documents
