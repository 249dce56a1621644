// SPDX-License-Identifier: GPL-2.0-or-later
#include "certreg/documents/worker.h"
#include "documents/worker/lines.h"
#include "documents/worker/pdf_file.h"
#include "documents/worker/readers.h"
#include "documents/worker/recognise.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;
using documents::MediaKind;

Picture picture_of(const std::string& bytes, int number) {
  const auto document = open_pdf(bytes);
  const std::unique_ptr<poppler::page> page(document->create_page(number - 1));
  if (!page) throw Failure(FailureKind::Damaged, "the page is damaged");
  return draw(*page, kRecognitionDpi);
}

}  // namespace

reading::Text recognise_page(const std::string& bytes, MediaKind kind, int number,
                             const std::string& tessdata) {
  Picture picture = picture_of(bytes, number);
  if (!picture.pix) throw Failure(FailureKind::Damaged, "the page cannot be drawn");
  reading::Text text;
  text.media_type = media_type_of(kind);
  Recogniser recogniser(tessdata);
  Recognition found = recognise(std::move(picture), recogniser);
  text.warnings = std::move(found.warnings);
  text.pages.push_back({number, width_in_points(found.upright), height_in_points(found.upright),
                        lines_of(std::move(found.words)), reading::TextOrigin::Ocr});
  return text;
}

}  // namespace certreg::worker
