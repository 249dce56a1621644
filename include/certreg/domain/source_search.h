// What is known of the search of one source: each of its pages was searched, could not be read, or was never
// looked at. The three are never merged.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/sentence.h"

namespace certreg {

struct PageSearch {
  std::string address;                 // "file:name" of a file that was imported
  std::optional<Date> searched_on;     // when it was read last
  std::optional<Date> not_read_since;  // since then every attempt came to nothing
  std::string why;                     // of the last attempt that came to nothing

  bool operator==(const PageSearch&) const = default;
};

struct SourceSearch {
  std::string source;
  std::string holder;  // whom the source is about, when that is another name than the one asked for
  std::vector<PageSearch> pages;  // a page with neither day was never looked at

  bool operator==(const SourceSearch&) const = default;
};

// "Searched: acme (https://acme.example/trust, 2026-11-25). Could not be read: ... Never searched: ..."; says
// so when there is no source.
Sentence sentence_of(const std::vector<SourceSearch>& searches);

}  // namespace certreg
