#include "certreg/domain/source_search.h"

#include <functional>

#include "domain/say.h"

namespace certreg {
namespace {

constexpr std::size_t kPagesNamed = 3;  // of one source; the others are counted

using Says = std::function<std::optional<Sentence>(const PageSearch&)>;

std::optional<Sentence> as_searched(const PageSearch& page) {
  if (!page.searched_on) return std::nullopt;
  return say("search.page", page.address, *page.searched_on);
}

std::optional<Sentence> as_not_read(const PageSearch& page) {
  if (!page.not_read_since) return std::nullopt;
  return say("search.page_not_read", page.address, page.why, *page.not_read_since);
}

std::optional<Sentence> as_never(const PageSearch& page) {
  if (page.searched_on || page.not_read_since) return std::nullopt;
  return say("search.address", page.address);
}

Sentence pages_of(const SourceSearch& search, const Says& says) {
  Sentence pages;
  std::size_t count = 0;
  const auto add = [&](const Sentence& words) {
    pages = pages.empty() ? words : say("search.pages", pages, words);
  };
  for (const auto& page : search.pages) {
    const auto words = says(page);
    if (words && ++count <= kPagesNamed) add(*words);
  }
  if (count > kPagesNamed) add(say("search.more_pages", count - kPagesNamed));
  return pages;
}

Sentence named(const SourceSearch& search, const Sentence& pages) {
  return search.holder.empty() ? say("search.source", search.source, pages)
                               : say("search.source_about", search.source, search.holder, pages);
}

void add(Sentence& sentence, SentenceId title, const std::vector<SourceSearch>& searches, const Says& says) {
  std::vector<Sentence> sources;
  for (const auto& search : searches)
    if (const auto pages = pages_of(search, says); !pages.empty()) sources.push_back(named(search, pages));
  if (!sources.empty()) sentence += say(title, listed(sources));
}

}  // namespace

Sentence sentence_of(const std::vector<SourceSearch>& searches) {
  Sentence sentence;
  add(sentence, "search.searched", searches, as_searched);
  add(sentence, "search.not_read", searches, as_not_read);
  add(sentence, "search.never", searches, as_never);
  return sentence.empty() ? say("search.none") : sentence;
}

}  // namespace certreg
