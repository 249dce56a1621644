// What becomes of a document whose pages are recognised one by one, whatever happens to one of them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "documents/recognition.h"

namespace certreg::documents {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::HasSubstr;

PartialText scans(int count) {
  PartialText partial;
  for (int number = 1; number <= count; ++number) {
    partial.text.pages.push_back({number, 595, 842, {}, reading::TextOrigin::TextLayer});
    partial.pages_to_recognise.push_back(number);
  }
  return partial;
}

reading::Text page_saying(const std::string& words, double confidence = 0.9) {
  reading::Text text;
  reading::Line line;
  line.text = words;
  line.words.push_back({words, {}, 10, {}, confidence});
  text.pages.push_back({1, 595, 842, {line}, reading::TextOrigin::Ocr});
  return text;
}

constexpr const char* kWords = "the words of a page, more than a stamp or its number";

TEST(PageRecognition, PutsEachPageInItsPlace) {
  PageSlots slots(2);
  PartialText partial = scans(3);
  partial.pages_to_recognise = {3, 1};
  recognise_pages(partial, {}, slots, [](int page, auto) {
    auto text = page_saying(std::string(kWords) + std::to_string(page));
    text.codes.push_back({"https://verify.example/", 0, {}});
    return text;
  });
  EXPECT_EQ(partial.text.pages[0].lines.at(0).text, std::string(kWords) + "1");
  EXPECT_TRUE(partial.text.pages[1].lines.empty());
  EXPECT_EQ(partial.text.pages[2].lines.at(0).text, std::string(kWords) + "3");
  EXPECT_EQ(partial.text.pages[2].number, 3);
  EXPECT_EQ(partial.text.pages[2].origin, reading::TextOrigin::Ocr);
  EXPECT_EQ(partial.text.codes.at(0).page, 3);
  EXPECT_TRUE(partial.text.has_text);
  EXPECT_TRUE(partial.text.whole);
}

TEST(PageRecognition, AFailedPageIsAWarning) {
  PageSlots slots(2);
  PartialText partial = scans(2);
  recognise_pages(partial, {}, slots, [](int page, auto) {
    if (page == 2) throw Failure(FailureKind::TimedOut, "reading the document took too long");
    return page_saying(kWords);
  });
  EXPECT_THAT(partial.text.warnings,
              ElementsAre("page 2 could not be recognised: reading the document took too long"));
  EXPECT_FALSE(partial.text.whole);
  EXPECT_TRUE(partial.text.has_text);
}

TEST(PageRecognition, NoMorePagesThanTheLimit) {
  PageSlots slots(2);
  PartialText partial = scans(5);
  std::atomic<int> calls = 0;
  recognise_pages(partial, {.recognised_pages = 3}, slots, [&](int, auto) {
    ++calls;
    return page_saying(kWords);
  });
  EXPECT_EQ(calls, 3);
  EXPECT_FALSE(partial.text.whole);
  EXPECT_THAT(partial.text.warnings, ElementsAre(HasSubstr("of which the first 3 were recognised")));
}

TEST(PageRecognition, OnlyPagesThatAreThereEachOnce) {
  PageSlots slots(2);
  PartialText partial = scans(2);
  partial.pages_to_recognise = {2, 2, 0, -1, 7, 2};
  std::atomic<int> calls = 0;
  recognise_pages(partial, {}, slots, [&](int page, auto) {
    EXPECT_EQ(page, 2);
    ++calls;
    return page_saying(kWords);
  });
  EXPECT_EQ(calls, 1);
}

TEST(PageRecognition, NoMoreAtATimeThanThereAreSlots) {
  PageSlots slots(1);
  std::atomic<int> at_work = 0, most = 0;
  const auto recognise = [&](int, auto) {
    const int now = ++at_work;
    most = std::max(most.load(), now);
    std::this_thread::sleep_for(
        2ms);  // gives a wrong program time to be seen; a right one passes whatever it takes
    --at_work;
    return page_saying(kWords);
  };
  std::vector<PartialText> documents(3, scans(4));
  std::vector<std::jthread> threads;
  for (auto& document : documents)
    threads.emplace_back([&] { recognise_pages(document, {}, slots, recognise); });
  threads.clear();
  EXPECT_EQ(most, 1);
  for (const auto& document : documents) EXPECT_TRUE(document.text.whole);
}

TEST(PageRecognition, PagesForWhichNoTimeIsLeftAreNamed) {
  PageSlots slots(1);
  PartialText partial = scans(1);
  ASSERT_TRUE(slots.take_by(std::chrono::steady_clock::now()));
  recognise_pages(partial, {.recognition_time = 1ms}, slots, [](int, auto) { return page_saying(kWords); });
  EXPECT_THAT(partial.text.warnings,
              ElementsAre("page 1 could not be recognised: there was no time left for it",
                          "the document has pictures only, no text"));
}

TEST(PageRecognition, UnsureWordsMakeNoText) {
  PageSlots slots(1);
  PartialText partial = scans(1);
  recognise_pages(partial, {}, slots, [](int, auto) { return page_saying(kWords, 0.3); });
  EXPECT_FALSE(partial.text.has_text);
}

TEST(PageRecognition, AnAnswerWithoutAPageIsAFailedPage) {
  PageSlots slots(1);
  PartialText partial = scans(1);
  recognise_pages(partial, {}, slots, [](int, auto) { return reading::Text{}; });
  EXPECT_FALSE(partial.text.whole);
}

}  // namespace
}  // namespace certreg::documents
