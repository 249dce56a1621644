// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>

#include "certreg/documents/worker.h"
#include "documents/worker/codes.h"
#include "documents/worker/lines.h"
#include "documents/worker/pdf_page.h"
#include "documents/worker/picture_file.h"
#include "documents/worker/readers.h"
#include "documents/worker/recognise.h"
#include "documents/worker/word_doubt.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;
using documents::MediaKind;
using reading::TextOrigin;
using reading::Word;

constexpr double kSamePlace = 0.3;
constexpr double kSureEnoughToAdd = 0.5;

reading::Page page_of(Recognition& found, int number) {
  return {number, width_in_points(found.upright), height_in_points(found.upright),
          lines_of(std::move(found.words)), TextOrigin::Ocr};
}

// What stands in the picture alone is added, less sure than the layer.
std::vector<Word> with_words_of_picture(std::vector<Word> layer, const std::vector<Word>& recognised) {
  const std::size_t own = layer.size();
  for (const Word& word : recognised) {
    const bool is_free =
        std::none_of(layer.begin(), layer.begin() + static_cast<std::ptrdiff_t>(own),
                     [&](const Word& other) { return shared_area(other.box, word.box) > kSamePlace; });
    if (is_free && word.confidence >= kSureEnoughToAdd) layer.push_back(word);
  }
  return layer;
}

reading::Page joined_page(LayerPage& layer, Recognition& found, int number) {
  const auto keep = [&](std::vector<Word> words) -> reading::Page {
    return {number, layer.size.width, layer.size.height, lines_of(std::move(words)), TextOrigin::TextLayer};
  };
  switch (layer.verdict) {
    case LayerVerdict::Sparse:
      if (!found.was_turned) return keep(with_words_of_picture(std::move(layer.words), found.words));
      [[fallthrough]];
    case LayerVerdict::Doubtful:
      if (is_recognition_better(layer.words, found.words, layer.facts.is_invisible)) break;
      return keep(std::move(layer.words));
    case LayerVerdict::Empty:
      if (found.words.empty()) return keep(std::move(layer.words));
      break;
    case LayerVerdict::Good:
    case LayerVerdict::Nonsense:
      break;
  }
  return page_of(found, number);
}

reading::Text pdf_page(const std::string& bytes, int number, Recogniser& recogniser) {
  const auto document = open_pdf(bytes);
  const std::unique_ptr<poppler::page> source(document->create_page(number - 1));
  if (!source) throw Failure(FailureKind::Damaged, "the page is damaged");
  LayerPage layer = read_layer(*source, PdfStructure(bytes), number - 1);
  Picture picture = draw(*source, kRecognitionDpi);
  if (!picture.pix) throw Failure(FailureKind::Damaged, "the page cannot be drawn");
  reading::Text text;
  text.codes = codes_in(picture);
  const bool keeps_places = layer.verdict == LayerVerdict::Sparse;
  Recognition found =
      recognise(std::move(picture), recogniser, keeps_places ? Slant::Keep : Slant::Straighten);
  text.warnings = std::move(found.warnings);
  text.pages.push_back(joined_page(layer, found, number));
  return text;
}

reading::Text picture_page(const std::string& bytes, MediaKind kind, int number, Recogniser& recogniser) {
  Picture picture = unpack_picture(bytes, kind, number, kRecognitionDpi);
  reading::Text text;
  text.codes = codes_in(picture);
  Recognition found = recognise(std::move(picture), recogniser);
  text.warnings = std::move(found.warnings);
  text.pages.push_back(page_of(found, number));
  return text;
}

}  // namespace

reading::Text recognise_page(const std::string& bytes, MediaKind kind, int number,
                             const std::string& tessdata) {
  Recogniser recogniser(tessdata);
  reading::Text text =
      is_picture(kind) ? picture_page(bytes, kind, number, recogniser) : pdf_page(bytes, number, recogniser);
  text.media_type = media_type_of(kind);
  return text;
}

}  // namespace certreg::worker
