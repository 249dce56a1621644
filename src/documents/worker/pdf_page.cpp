// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/pdf_page.h"

namespace certreg::worker {
namespace {

constexpr double kLargePart = 1.0 / 3;
constexpr double kPageWide = 0.7;  // of the area

double area_of(const Box& box) { return box.width * box.height; }

PageFacts facts_of(const PageStructure& structure, const PageSize& size) {
  PageFacts facts;
  const double area = size.width * size.height;
  for (const Box& box : structure.pictures) {
    facts.has_large_picture =
        facts.has_large_picture || area_of(box) > kLargePart * area || box.width > kLargePart * size.width;
    facts.has_page_wide_picture = facts.has_page_wide_picture || area_of(box) > kPageWide * area;
  }
  facts.is_invisible = structure.has_invisible_text && !structure.has_visible_text;
  return facts;
}

}  // namespace

LayerPage read_layer(const poppler::page& page, const PdfStructure& structure, int index) {
  LayerPage layer;
  layer.size = size_of(page);
  layer.words = layer_words(page);
  layer.structure = structure.page(index);
  layer.facts = facts_of(layer.structure, layer.size);
  layer.verdict = judge_layer(layer.words, layer.facts);
  return layer;
}

}  // namespace certreg::worker
