#include "certreg/reading/page_kind.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_set>

#include "certreg/reading/labels.h"
#include "reading/fold.h"

namespace certreg::reading {
namespace {

// In bytes of folded text. A wall brings its own few lines, the names of a menu and a footer; a page that
// says something about certificates beside a banner says more than that.
constexpr std::size_t kLittle = 400;
constexpr std::size_t kLittleUnderAForm = 600;     // forms explain themselves: terms, help, other ways in
constexpr std::size_t kLittleUnderAnError = 1500;  // pages of errors suggest others
constexpr std::size_t kAlmostNothing = 40;
constexpr std::size_t kMenuName = 20;  // links shorter than this are a menu's
constexpr std::size_t kShortWord = 5;  // words shorter than this must be the whole line
// Of a line, by the words found in it; what is longer may be about anything. Banners explain at length.
constexpr std::size_t kExplained = 100, kExplainedByABanner = 200;
constexpr std::size_t kQuoteBytes = 200;

bool holds_word(std::string_view line, std::string_view word) {
  if (word.size() < kShortWord) return line == word;
  for (auto at = line.find(word); at != std::string_view::npos; at = line.find(word, at + 1))
    if (is_word_boundary(line, at) && is_word_boundary(line, at + word.size())) return true;
  return false;
}

std::string quote_of(std::string_view line) {
  std::size_t end = std::min(line.size(), kQuoteBytes);
  while (end < line.size() && end > 0 && (static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
  return std::string(line.substr(0, end));
}

// What speaks for one kind.
struct Signs {
  std::size_t bytes = 0;
  bool is_announced = false;  // by the title or a main heading
  std::string quote;

  void note(std::string_view line, std::size_t explained, bool announces) {
    if (quote.empty() || (announces && !is_announced)) quote = quote_of(line);
    bytes += explained;
    is_announced = is_announced || announces;
  }
};

class Weighing {
 public:
  Weighing(const Text& text, const PageWords& words) : text_(text), words_(words) {
    for (const Link& link : text.links)
      if (std::string folded = fold_label(link.text); folded.size() < kMenuName)
        menu_.insert(std::move(folded));
    announce(text.title);
    for (const Page& page : text.pages)
      for (const Line& line : page.lines)
        if (substance_ < kLittleUnderAnError) weigh(line);
  }

  PageJudgement judge() const {
    if (visible_ == 0 && !text_.has_script && text_.without_script.empty())
      return {text_.has_password_field ? PageKind::SignIn : PageKind::Empty, {}};
    if (says(PageKind::Challenge)) return judged(PageKind::Challenge);
    if (says(PageKind::NotFound)) return judged(PageKind::NotFound);
    if (text_.has_password_field && substance_ < kLittleUnderAForm) return judged(PageKind::SignIn);
    if (says(PageKind::SignIn)) return judged(PageKind::SignIn);
    if (says(PageKind::ScriptOnly)) return judged(PageKind::ScriptOnly);
    if (is_shell()) return {PageKind::ScriptOnly, shell_quote()};
    return says(PageKind::CookieWall) ? judged(PageKind::CookieWall) : PageJudgement{};
  }

 private:
  Signs& signs(PageKind kind) { return signs_[static_cast<std::size_t>(kind)]; }
  const Signs& signs(PageKind kind) const { return signs_[static_cast<std::size_t>(kind)]; }

  PageJudgement judged(PageKind kind) const { return {kind, signs(kind).quote}; }

  std::vector<PageKind> kinds_in(std::string_view folded) const {
    std::vector<PageKind> kinds;
    for (const PageWord& word : words_)
      if (std::ranges::find(kinds, word.kind) == kinds.end() && holds_word(folded, word.folded))
        kinds.push_back(word.kind);
    return kinds;
  }

  void announce(const std::string& title) {
    for (PageKind kind : kinds_in(fold_label(title))) signs(kind).note(title, 0, true);
  }

  void weigh(const Line& line) {
    const std::string folded = fold_label(line.text);
    visible_ += folded.size();
    if (menu_.contains(folded)) return;
    const bool announces = line.kind == LineKind::Heading && line.level <= 2;
    std::size_t explained = 0;
    for (PageKind kind : kinds_in(folded)) {
      const std::size_t most = kind == PageKind::CookieWall ? kExplainedByABanner : kExplained;
      signs(kind).note(line.text, std::min(folded.size(), most), announces);
      explained = std::max(explained, std::min(folded.size(), most));
    }
    substance_ += folded.size() - explained;
  }

  bool says(PageKind kind) const {
    const Signs& found = signs(kind);
    // Banners have headings of their own, above any page.
    const bool is_announced = found.is_announced && kind != PageKind::CookieWall;
    if (kind == PageKind::NotFound && is_announced) return substance_ < kLittleUnderAnError;
    if (kind == PageKind::CookieWall && found.bytes > 3 * substance_) return substance_ < 2 * kLittle;
    return substance_ < kLittle && (is_announced || found.bytes > substance_);
  }

  bool is_shell() const {
    if (visible_ >= 2 * kAlmostNothing) return false;
    const auto without = kinds_in(fold_label(text_.without_script));
    return std::ranges::find(without, PageKind::ScriptOnly) != without.end() ||
           (text_.has_script && visible_ < kAlmostNothing);
  }

  std::string shell_quote() const {
    return quote_of(text_.without_script.empty() ? text_.title : text_.without_script);
  }

  const Text& text_;
  const PageWords& words_;
  std::unordered_set<std::string> menu_;
  std::array<Signs, static_cast<std::size_t>(PageKind::Empty) + 1> signs_;
  std::size_t visible_ = 0;
  std::size_t substance_ = 0;  // of lines that no word of a wall explains
};

}  // namespace

PageJudgement page_kind(const Text& text, const PageWords& words) {
  if (text.media_type == "application/pdf") return {};
  return Weighing(text, words).judge();
}

}  // namespace certreg::reading
