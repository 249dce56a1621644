// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>
#include <poppler-global.h>

#include <algorithm>
#include <memory>

#include "certreg/documents/worker.h"
#include "documents/worker/lines.h"
#include "documents/worker/pdf_page.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using documents::PartialText;

constexpr std::size_t kMaxWords = 300'000;
constexpr std::size_t kMaxCodes = 100;

std::string utf8(const poppler::ustring& text) {
  poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

bool is_in(const Box& word, const Box& link) {
  const double x = word.x + word.width / 2, y = word.y + word.height / 2;
  return x >= link.x && x <= link.x + link.width && y >= link.y && y <= link.y + link.height;
}

void add_links(LayerPage& page, reading::Text& text) {
  for (reading::Link& link : page.structure.links) {
    for (const reading::Word& word : page.words) {
      if (!is_in(word.box, link.box)) continue;
      if (!link.text.empty()) link.text += ' ';
      link.text += word.text;
    }
    text.links.push_back(std::move(link));
  }
}

void add_codes(LayerPage& page, int number, reading::Text& text) {
  if (text.codes.size() >= kMaxCodes) return;
  for (reading::Code& code : page.structure.codes) {
    code.page = number;
    text.codes.push_back(std::move(code));
  }
}

// Recognition looks for codes itself.
void judge_page(LayerPage& page, int number, PartialText& partial) {
  if (page.verdict == LayerVerdict::Good) return add_codes(page, number, partial.text);
  partial.pages_to_recognise.push_back(number);
  if (page.verdict == LayerVerdict::Nonsense) page.words.clear();
}

bool read_page(const poppler::document& document, const PdfStructure& structure, int index,
               std::size_t& words_left, PartialText& partial) {
  std::unique_ptr<poppler::page> source(document.create_page(index));
  if (!source) return false;
  reading::Text& text = partial.text;
  LayerPage page = read_layer(*source, structure, index);
  add_links(page, text);
  judge_page(page, index + 1, partial);
  if (page.words.size() > words_left) {
    page.words.resize(words_left);
    text.whole = false;
  }
  words_left -= page.words.size();
  text.pages.push_back({index + 1, page.size.width, page.size.height, lines_of(std::move(page.words)),
                        reading::TextOrigin::TextLayer});
  return true;
}

void read_pages(const poppler::document& document, const PdfStructure& structure, PartialText& partial) {
  reading::Text& text = partial.text;
  int count = document.pages(), unreadable = 0;
  std::size_t words_left = kMaxWords;
  for (int index = 0; index < std::min(count, kMaxPages); ++index)
    if (!read_page(document, structure, index, words_left, partial)) ++unreadable;
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
  const PdfStructure structure(bytes);
  partial.text.language = structure.language();
  read_pages(*document, structure, partial);
  return partial;
}

}  // namespace certreg::worker
