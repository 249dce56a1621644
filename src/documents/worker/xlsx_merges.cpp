// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/xlsx_merges.h"

#include <algorithm>

#include "certreg/documents/worker.h"
#include "documents/worker/xlsx_values.h"
#include "documents/worker/xml_stream.h"

namespace certreg::worker {
namespace {

constexpr std::size_t kMaxMerges = 100'000;

class MergeReader : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "mergeCell") return;
    if (found.size() == kMaxMerges)
      throw documents::Failure(documents::FailureKind::TooLarge, "the sheet has too many merged cells");
    found.push_back(attributes.get("ref"));
  }
  std::vector<std::string> found;
};

// Most sheets have none, and to search is far quicker than to parse. In wide encodings the word is not found.
bool may_have_merges(ZipParts& parts, const std::string& part) {
  constexpr std::string_view kWord = "mergeCell";
  std::string tail;
  bool found = false, is_first = true;
  parts.read(part, [&](std::string_view bytes) {
    found = is_first && (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF"));
    is_first = false;
    tail += bytes;
    found = found || tail.find(kWord) != std::string::npos;
    tail.erase(0, tail.size() - std::min(tail.size(), kWord.size() - 1));
    return !found;
  });
  return found;
}

}  // namespace

Merges::Range Merges::range_of(const std::string& text) {
  const auto colon = std::min(text.find(':'), text.size());
  const std::string_view whole = text, from = whole.substr(0, colon),
                         to = whole.substr(std::min(colon + 1, whole.size()));
  return {row_in(from), column_in(from), row_in(to), column_in(to)};
}

Merges::Merges(ZipParts& parts, const std::string& part) {
  if (!may_have_merges(parts, part)) return;
  MergeReader reader;
  read_xml(parts, part, reader);
  for (const std::string& text : reader.found) waiting_.push_back(range_of(text));
  std::ranges::sort(waiting_, std::greater{}, &Range::top);
}

void Merges::go_to(std::size_t row) {
  row_ = row;
  for (; !waiting_.empty() && waiting_.back().top <= row; waiting_.pop_back())
    open_.push_back(waiting_.back());
  std::erase_if(open_, [row](const Range& range) { return range.bottom < row; });
}

bool Merges::covers(std::size_t column) const {
  return std::ranges::any_of(open_, [&](const Range& range) {
    const bool is_first = range.top == row_ && range.left == column;
    return range.left <= column && column <= range.right && !is_first;
  });
}

}  // namespace certreg::worker
