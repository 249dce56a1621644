#include "catalogue/word_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "catalogue/slot_table.h"
#include "catalogue/typing_errors.h"
#include "domain/edit_distance.h"

namespace certreg::catalogue {
namespace {

using testing::IsEmpty;

std::string random_word(std::mt19937& random, std::size_t longest) {
  std::string word;
  for (auto letters = 1 + random() % longest; letters > 0; --letters)
    word += static_cast<char>('a' + random() % 4);
  return word;
}

TEST(TypingErrors, AreCountedAsTheDomainCountsThem) {
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    const auto left = random_word(random, 12), right = random_word(random, 12);
    EXPECT_EQ(TypingErrors(left).against(right), edit_distance(left, right)) << left << ' ' << right;
  }
}

TEST(TypingErrors, OfLongAndEmptyTexts) {
  const std::string letters(kMostCompared, 'a');
  EXPECT_EQ(TypingErrors("").against("abc"), 3U);
  EXPECT_EQ(TypingErrors("abc").against(""), 3U);
  EXPECT_EQ(TypingErrors(letters).against(letters), 0U);
  EXPECT_EQ(TypingErrors(letters).against(letters.substr(1)), 1U);
  EXPECT_EQ(TypingErrors(letters + "b").against(letters), 0U);  // beyond what is compared
}

struct Words {
  explicit Words(std::size_t count) {
    std::mt19937 random(2);
    std::set<std::string> unique;
    while (unique.size() < count) unique.insert(random_word(random, 10));
    all.assign(unique.begin(), unique.end());
    views.assign(all.begin(), all.end());
  }
  std::vector<std::string> all;
  std::vector<std::string_view> views;
};

// Of words whose beginnings are the same within the errors, which is where misspellings are looked for.
TEST(WordTable, FindsTheWordsThatAreNear) {
  const Words words(3000);
  const WordTable table(words.views, 2);
  std::mt19937 random(3);
  for (int i = 0; i < 500; ++i) {
    const auto asked = random_word(random, 7);
    std::set<std::string> near, expected;
    std::size_t most_found = 0;
    for (const auto& [word, errors] : table.near(asked)) {
      EXPECT_EQ(errors, edit_distance(asked, table.text(word)));
      EXPECT_GE(errors, most_found) << "the nearest first";
      most_found = errors;
      near.insert(std::string(table.text(word)));
    }
    for (const auto& word : words.all)
      if (word.size() <= 7 && most_errors_in(word) == most_errors_in(asked) &&
          edit_distance(asked, word) <= most_errors_in(asked))
        expected.insert(word);
    if (near.size() == 24) continue;  // no more are given
    for (const auto& word : expected) EXPECT_TRUE(near.contains(word)) << asked << ' ' << word;
  }
}

TEST(WordTable, KnowsItsWordsAndTheirBeginnings) {
  const Words words(1000);
  const WordTable table(words.views, 3);
  for (WordId word = 0; word < table.size(); ++word) EXPECT_EQ(table.find(table.text(word)), word);
  EXPECT_EQ(table.find("zebra"), WordTable::kNone);
  for (const std::string beginning : {"a", "ab", "dcba", "d", "z", ""}) {
    const auto range = table.beginning_with(beginning);
    const auto expected = std::count_if(words.all.begin(), words.all.end(),
                                        [&](const auto& word) { return word.starts_with(beginning); });
    EXPECT_EQ(range.size(), static_cast<std::size_t>(expected)) << beginning;
  }
}

TEST(WordTable, OfNoWordsKnowsNone) {
  const WordTable table({}, 4), other;
  for (const auto* empty : {&table, &other}) {
    EXPECT_EQ(empty->find("a"), WordTable::kNone);
    EXPECT_THAT(empty->near("anything"), IsEmpty());
    EXPECT_EQ(empty->beginning_with("a").size(), 0U);
  }
}

TEST(WordTable, ShortWordsEndlessOnesAndOtherScriptsAreNotMisspelt) {
  EXPECT_EQ(most_errors_in("abc"), 0U);
  EXPECT_EQ(most_errors_in("abcd"), 1U);
  EXPECT_EQ(most_errors_in("abcdef"), 2U);
  EXPECT_EQ(most_errors_in("газпром"), 0U);
  EXPECT_EQ(most_errors_in(std::string(100, 'a')), 0U);
}

TEST(SlotTable, ASlotStaysItsSuppliers) {
  SlotTable slots;
  for (int i = 0; i < 1000; ++i) EXPECT_EQ(slots.add({"s" + std::to_string(i)}), static_cast<Slot>(i));
  for (int i = 0; i < 1000; ++i) {
    EXPECT_EQ(slots.add({"s" + std::to_string(i)}), static_cast<Slot>(i));
    EXPECT_EQ(slots.id_of(static_cast<Slot>(i)).value, "s" + std::to_string(i));
  }
}

}  // namespace
}  // namespace certreg::catalogue
