// SPDX-License-Identifier: GPL-2.0-or-later
// Pictures as documents: photographs, screenshots and scans of certificates.
#include <leptonica/allheaders.h>

#include <algorithm>

#include "certreg/documents/worker.h"
#include "documents/worker/picture_file.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;
using documents::MediaKind;

constexpr int kMaxPages = 200;
constexpr double kMostPixelsToUnpack =
    60e6;                          // what telephones take; four bytes each then fit into the sandbox
constexpr double kLongSide = 842;  // points, of A4: what is taken for a page without a sensible size
constexpr double kLeastDpi = 70, kMostDpi = 1200, kLongestSide = 1300;
constexpr double kMostEnlargement = 3;

const l_uint8* data_of(const std::string& bytes) { return reinterpret_cast<const l_uint8*>(bytes.data()); }

struct Extent {
  int width = 0, height = 0;
};

// Nothing when there is no such page.
Extent extent_of(const std::string& bytes, MediaKind kind, int number) {
  l_int32 width = 0, height = 0, bits = 0, samples = 0, resolution = 0, has_map = 0, format = 0;
  const bool is_wrong = kind == MediaKind::Tiff
                            ? readHeaderMemTiff(data_of(bytes), bytes.size(), number - 1, &width, &height,
                                                &bits, &samples, &resolution, &has_map, &format) != 0
                            : number != 1 ||
                                  pixReadHeaderMem(data_of(bytes), bytes.size(), &format, &width, &height,
                                                   &bits, &samples, &has_map) != 0 ||
                                  format != (kind == MediaKind::Png ? IFF_PNG : IFF_JFIF_JPEG);
  return is_wrong ? Extent{} : Extent{width, height};
}

double dpi_of(const Extent& extent, int resolution) {
  const double longest = std::max(extent.width, extent.height);
  if (resolution >= kLeastDpi && resolution <= kMostDpi && longest * 72 / resolution <= kLongestSide)
    return resolution;
  return longest * 72 / kLongSide;
}

PixPtr unpacked(const std::string& bytes, MediaKind kind, int number) {
  if (kind == MediaKind::Tiff) return PixPtr(pixReadMemTiff(data_of(bytes), bytes.size(), number - 1));
  if (kind == MediaKind::Png) return PixPtr(pixReadMemPng(data_of(bytes), bytes.size()));
  return PixPtr(pixReadMemJpeg(data_of(bytes), bytes.size(), 0, 1, nullptr, 0));
}

PixPtr grey_of(PixPtr pix) {
  if (pix && pixGetSpp(pix.get()) == 4) pix.reset(pixRemoveAlpha(pix.get()));
  return pix ? PixPtr(pixConvertTo8(pix.get(), 0)) : nullptr;
}

}  // namespace

documents::PartialText read_picture(const std::string& bytes, MediaKind kind) {
  setMsgSeverity(L_SEVERITY_NONE);
  documents::PartialText partial;
  partial.text.media_type = media_type_of(kind);
  for (int number = 1; number <= kMaxPages; ++number) {
    const Extent extent = extent_of(bytes, kind, number);
    if (extent.width <= 0 || extent.height <= 0) break;
    const double points = 72 / dpi_of(extent, 0);
    partial.text.pages.push_back(
        {number, extent.width * points, extent.height * points, {}, reading::TextOrigin::Ocr});
    partial.pages_to_recognise.push_back(number);
  }
  if (partial.text.pages.empty()) throw Failure(FailureKind::Damaged, "the picture is damaged");
  return partial;
}

Picture unpack_picture(const std::string& bytes, MediaKind kind, int number, double dpi) {
  setMsgSeverity(L_SEVERITY_NONE);
  const Extent extent = extent_of(bytes, kind, number);
  if (static_cast<double>(extent.width) * extent.height > kMostPixelsToUnpack)
    throw Failure(FailureKind::TooLarge, "the picture has too many pixels");
  PixPtr pix = unpacked(bytes, kind, number);
  const int resolution = pix ? pixGetXRes(pix.get()) : 0;
  Picture picture{grey_of(std::move(pix)), dpi_of(extent, resolution)};
  if (!picture.pix) throw Failure(FailureKind::Damaged, "the picture is damaged");
  const double wanted = std::min(dpi, kMostEnlargement * picture.dpi);
  return scaled_to(picture, bounded_dpi(wanted, width_in_points(picture), height_in_points(picture)));
}

}  // namespace certreg::worker
