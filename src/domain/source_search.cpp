#include "certreg/domain/source_search.h"

#include <fmt/format.h>

#include <functional>

namespace certreg {
namespace {

constexpr std::size_t kPagesNamed = 3;  // of one source; the others are counted

using Says = std::function<std::optional<std::string>(const PageSearch&)>;

std::optional<std::string> as_searched(const PageSearch& page) {
  if (!page.searched_on) return std::nullopt;
  return fmt::format("{}, {}", page.address, page.searched_on->to_string());
}

std::optional<std::string> as_not_read(const PageSearch& page) {
  if (!page.not_read_since) return std::nullopt;
  return fmt::format("{}, {} since {}", page.address, page.why, page.not_read_since->to_string());
}

std::optional<std::string> as_never(const PageSearch& page) {
  if (page.searched_on || page.not_read_since) return std::nullopt;
  return page.address;
}

std::string name_of(const SourceSearch& search) {
  return search.holder.empty() ? search.source : fmt::format("{}, about {}", search.source, search.holder);
}

std::string pages_of(const SourceSearch& search, const Says& says) {
  std::string pages;
  std::size_t count = 0;
  for (const auto& page : search.pages) {
    const auto words = says(page);
    if (!words || ++count > kPagesNamed) continue;
    pages += (pages.empty() ? "" : "; ") + *words;
  }
  if (count > kPagesNamed) pages += fmt::format("; and {} more", count - kPagesNamed);
  return pages;
}

void add(std::string& sentence, const char* title, const std::vector<SourceSearch>& searches,
         const Says& says) {
  std::string sources;
  for (const auto& search : searches)
    if (const auto pages = pages_of(search, says); !pages.empty())
      sources += fmt::format("{}{} ({})", sources.empty() ? "" : ", ", name_of(search), pages);
  if (!sources.empty()) sentence += fmt::format("{}{}: {}.", sentence.empty() ? "" : " ", title, sources);
}

}  // namespace

std::string sentence_of(const std::vector<SourceSearch>& searches) {
  std::string sentence;
  add(sentence, "Searched", searches, as_searched);
  add(sentence, "Could not be read", searches, as_not_read);
  add(sentence, "Never searched", searches, as_never);
  return sentence.empty() ? "No source of it is defined, so none was searched." : sentence;
}

}  // namespace certreg
