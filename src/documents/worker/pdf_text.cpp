// SPDX-License-Identifier: GPL-2.0-or-later
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "certreg/documents/worker.h"
#include "documents/worker/lines.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

constexpr int kMaxPages = 200;
constexpr std::size_t kMaxWords = 300'000;
constexpr std::size_t kLeastBytesOfText = 40;  // below, it is a scan with a stamp or a page number

std::string utf8(const poppler::ustring& text) {
  poppler::byte_array bytes = text.to_utf8();
  return {bytes.begin(), bytes.end()};
}

std::unique_ptr<poppler::document> open_document(const std::string& bytes) {
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document && bytes.find("%PDF-") == std::string::npos)
    throw Failure(FailureKind::NotThatKind, "the document is no PDF");
  if (!document) throw Failure(FailureKind::Damaged, "the PDF is damaged");
  if (document->is_locked()) throw Failure(FailureKind::Encrypted, "the PDF needs a password");
  return document;
}

// Upright words only, unless the page has none: watermarks and margins run across.
std::vector<reading::Word> words_of(const poppler::page& page) {
  std::vector<poppler::text_box> boxes = page.text_list(poppler::page::text_list_include_font);
  bool upright = std::ranges::any_of(boxes, [](const poppler::text_box& box) { return box.rotation() == 0; });
  std::vector<reading::Word> words;
  for (const poppler::text_box& box : boxes) {
    if (upright && box.rotation() != 0) continue;
    poppler::rectf area = box.bbox();
    double size = box.has_font_info() ? box.get_font_size() : area.height();
    std::string font = box.has_font_info() ? box.get_font_name() : std::string();
    words.push_back(
        {utf8(box.text()), {area.x(), area.y(), area.width(), area.height()}, size, std::move(font)});
  }
  return words;
}

bool read_page(const poppler::document& document, int index, std::size_t& words_left, reading::Text& text) {
  std::unique_ptr<poppler::page> source(document.create_page(index));
  if (!source) return false;
  poppler::rectf area = source->page_rect();
  std::vector<reading::Word> words = words_of(*source);
  if (words.size() > words_left) {
    words.resize(words_left);
    text.whole = false;
  }
  words_left -= words.size();
  text.pages.push_back(
      {index + 1, area.width(), area.height(), lines_of(std::move(words)), reading::TextOrigin::TextLayer});
  return true;
}

void read_pages(const poppler::document& document, reading::Text& text) {
  int count = document.pages(), unreadable = 0;
  std::size_t words_left = kMaxWords;
  for (int index = 0; index < std::min(count, kMaxPages); ++index)
    if (!read_page(document, index, words_left, text)) ++unreadable;
  if (count > kMaxPages)
    text.warnings.push_back(
        fmt::format("the document has {} pages, of which the first {} were read", count, kMaxPages));
  if (unreadable > 0) text.warnings.push_back(fmt::format("{} pages could not be read", unreadable));
  if (words_left == 0) text.warnings.push_back("the document was cut at the limit of words");
  if (count > kMaxPages || unreadable > 0) text.whole = false;
}

std::size_t bytes_of_text(const reading::Text& text) {
  std::size_t total = 0;
  for (const auto& page : text.pages)
    for (const auto& line : page.lines) total += line.text.size();
  return total;
}

}  // namespace

void warm_up_pdf() {
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  // The converter to UTF-8 loads a module of iconv on first use.
  utf8(poppler::ustring::from_utf8("\xC3\xA9"));
}

reading::Text read_pdf(const std::string& bytes) {
  std::unique_ptr<poppler::document> document = open_document(bytes);
  reading::Text text;
  text.media_type = documents::media_type_of(documents::MediaKind::Pdf);
  text.title = utf8(document->info_key("Title"));
  text.author = utf8(document->info_key("Author"));
  read_pages(*document, text);
  text.has_text = bytes_of_text(text) >= kLeastBytesOfText;
  if (!text.has_text) text.warnings.emplace_back("the document has pictures only, no text");
  return text;
}

}  // namespace certreg::worker
