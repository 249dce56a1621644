// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <poppler-global.h>

#include <algorithm>
#include <memory>

#include "certreg/documents/worker.h"
#include "documents/worker/lines.h"
#include "documents/worker/pdf_file.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using documents::PartialText;

constexpr std::size_t kMaxWords = 300'000;

std::string utf8(const poppler::ustring& text) {
  poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

bool read_page(const poppler::document& document, int index, std::size_t& words_left, PartialText& partial) {
  std::unique_ptr<poppler::page> source(document.create_page(index));
  if (!source) return false;
  reading::Text& text = partial.text;
  const PageSize size = size_of(*source);
  std::vector<reading::Word> words = layer_words(*source);
  if (needs_recognition(words)) partial.pages_to_recognise.push_back(index + 1);
  if (words.size() > words_left) {
    words.resize(words_left);
    text.whole = false;
  }
  words_left -= words.size();
  text.pages.push_back(
      {index + 1, size.width, size.height, lines_of(std::move(words)), reading::TextOrigin::TextLayer});
  return true;
}

void read_pages(const poppler::document& document, PartialText& partial) {
  reading::Text& text = partial.text;
  int count = document.pages(), unreadable = 0;
  std::size_t words_left = kMaxWords;
  for (int index = 0; index < std::min(count, kMaxPages); ++index)
    if (!read_page(document, index, words_left, partial)) ++unreadable;
  if (count > kMaxPages)
    text.warnings.push_back(
        fmt::format("the document has {} pages, of which the first {} were read", count, kMaxPages));
  if (unreadable > 0) text.warnings.push_back(fmt::format("{} pages could not be read", unreadable));
  if (words_left == 0) text.warnings.push_back("the document was cut at the limit of words");
  if (count > kMaxPages || unreadable > 0) text.whole = false;
}

}  // namespace

void warm_up_pdf() {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  // The converter to UTF-8 loads a module of iconv on first use.
  utf8(poppler::ustring::from_utf8("\xC3\xA9"));
}

PartialText read_pdf(const std::string& bytes) {
  std::unique_ptr<poppler::document> document = open_pdf(bytes);
  PartialText partial;
  partial.text.media_type = documents::media_type_of(documents::MediaKind::Pdf);
  partial.text.title = utf8(document->info_key("Title"));
  partial.text.author = utf8(document->info_key("Author"));
  read_pages(*document, partial);
  return partial;
}

}  // namespace certreg::worker
