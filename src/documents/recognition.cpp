#include "documents/recognition.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <set>
#include <thread>

namespace certreg::documents {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kLeastBytesOfText = 40;  // below, it is a scan with a stamp or a page number
constexpr double kLeastConfidence = 0.5;       // below, a picture may have been taken for letters

struct Outcome {
  std::optional<reading::Text> text;
  std::string problem;
};

class Batch {
 public:
  Batch(std::vector<int> pages, const WorkerLimits& limits, PageSlots& slots, const PageRecogniser& recognise)
      : pages_(std::move(pages)),
        outcomes_(pages_.size()),
        page_time_(limits.page_time),
        deadline_(Clock::now() + limits.recognition_time),
        slots_(slots),
        recognise_(recognise) {}

  std::vector<Outcome> run() {
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    const auto count = std::min<std::size_t>(cores, pages_.size());
    {
      std::vector<std::jthread> threads;
      for (std::size_t number = 1; number < count; ++number) threads.emplace_back([this] { work(); });
      work();
    }
    return std::move(outcomes_);
  }

 private:
  void work() {
    for (std::size_t index = next_++; index < pages_.size(); index = next_++)
      outcomes_[index] = outcome_of(pages_[index]);
  }

  // Whatever goes wrong with a page is told of that page.
  Outcome outcome_of(int page) {
    if (!slots_.take_by(deadline_)) return {std::nullopt, "there was no time left for it"};
    Outcome outcome;
    try {
      const auto left = std::chrono::ceil<milliseconds>(deadline_ - Clock::now());
      outcome.text = recognise_(page, std::clamp(left, milliseconds(0), page_time_));
      if (outcome.text->pages.size() != 1) outcome = {std::nullopt, "the document could not be read"};
    } catch (const std::exception& failure) {
      outcome = {std::nullopt, failure.what()};
    }
    slots_.give_back();
    return outcome;
  }

  std::vector<int> pages_;
  std::vector<Outcome> outcomes_;
  milliseconds page_time_;
  Clock::time_point deadline_;
  PageSlots& slots_;
  const PageRecogniser& recognise_;
  std::atomic<std::size_t> next_{0};
};

void take_over(reading::Text& page, int number, reading::Text& text) {
  auto place = std::ranges::find(text.pages, number, &reading::Page::number);
  *place = std::move(page.pages.front());
  place->number = number;
  for (auto& code : page.codes) {
    code.page = number;
    text.codes.push_back(std::move(code));
  }
  for (const auto& warning : page.warnings) {
    auto full = fmt::format("page {}: {}", number, warning);
    if (std::ranges::find(text.warnings, warning) == text.warnings.end())
      text.warnings.push_back(std::move(full));
  }
  text.whole = text.whole && page.whole;
}

// Only pages that are there, each once: a worker that was taken over may name any.
std::vector<int> pages_in(const PartialText& partial) {
  std::set<int> there;
  for (const auto& page : partial.text.pages) there.insert(page.number);
  std::vector<int> pages;
  for (int page : partial.pages_to_recognise)
    if (there.erase(page) > 0) pages.push_back(page);
  return pages;
}

void keep_within(std::size_t most, std::vector<int>& pages, reading::Text& text) {
  if (pages.size() <= most) return;
  text.warnings.push_back(
      fmt::format("{} pages are pictures, of which the first {} were recognised", pages.size(), most));
  text.whole = false;
  pages.resize(most);
}

std::size_t bytes_of_text(const reading::Page& page) {
  std::size_t total = 0;
  for (const auto& line : page.lines)
    for (const auto& word : line.words)
      if (word.confidence >= kLeastConfidence) total += word.text.size() + 1;
  return total;
}

bool has_pages(const reading::Text& text) { return !text.pages.empty() && text.pages.front().width > 0; }

void settle_whether_there_is_text(reading::Text& text) {
  if (!has_pages(text)) return;
  std::size_t total = 0;
  for (const auto& page : text.pages) total += bytes_of_text(page);
  text.has_text = total >= kLeastBytesOfText;
  if (!text.has_text) text.warnings.emplace_back("the document has pictures only, no text");
}

}  // namespace

bool PageSlots::take_by(Clock::time_point deadline) {
  std::unique_lock lock(mutex_);
  if (!freed_.wait_until(lock, deadline, [this] { return free_ > 0; })) return false;
  --free_;
  return true;
}

void PageSlots::give_back() {
  const std::lock_guard lock(mutex_);
  ++free_;
  freed_.notify_one();
}

void recognise_pages(PartialText& partial, const WorkerLimits& limits, PageSlots& slots,
                     const PageRecogniser& recognise) {
  std::vector<int> pages = pages_in(partial);
  keep_within(limits.recognised_pages, pages, partial.text);
  if (!pages.empty()) {
    auto outcomes = Batch(pages, limits, slots, recognise).run();
    for (std::size_t index = 0; index < pages.size(); ++index) {
      if (outcomes[index].text) {
        take_over(*outcomes[index].text, pages[index], partial.text);
        continue;
      }
      partial.text.whole = false;
      partial.text.warnings.push_back(
          fmt::format("page {} could not be recognised: {}", pages[index], outcomes[index].problem));
    }
  }
  settle_whether_there_is_text(partial.text);
}

}  // namespace certreg::documents
