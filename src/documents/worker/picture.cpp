// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/picture.h"

#include <leptonica/allheaders.h>

#include <cmath>

namespace certreg::worker {
namespace {

constexpr double kPointsPerInch = 72;
constexpr double kLeastSlant = 0.15;      // degrees: below, a line stays within its row over the whole page
constexpr float kLeastConfidence = 3.0F;  // leptonica's own threshold for an angle that means something
constexpr int kInkThreshold = 140;
constexpr double kSlantDpi = 150;  // enough to see it, and a quarter of the work

// Degrees clockwise by which the picture has to be turned, or 0.
float slant_of(const Picture& picture) {
  const Picture small = scaled_to(picture, std::min(kSlantDpi, picture.dpi));
  const PixPtr ink(pixConvertTo1(small.pix.get(), kInkThreshold));
  float angle = 0, confidence = 0;
  if (!ink || pixFindSkew(ink.get(), &angle, &confidence) != 0 || confidence < kLeastConfidence) return 0;
  return std::abs(angle) < kLeastSlant ? 0 : angle;
}

}  // namespace

void PixDeleter::operator()(Pix* pix) const { pixDestroy(&pix); }

double bounded_dpi(double wanted, double width, double height) {
  const double square_inches = width / kPointsPerInch * height / kPointsPerInch;
  if (!(width > 0) || !(height > 0) || !std::isfinite(square_inches)) return 0;
  return std::min(wanted, std::sqrt(kMostPixels / square_inches));
}

Picture scaled_to(const Picture& picture, double dpi) {
  const auto factor = static_cast<float>(dpi / picture.dpi);
  return {PixPtr(pixScale(picture.pix.get(), factor, factor)), dpi};
}

Picture turned(const Picture& picture, int degrees) {
  return {PixPtr(pixRotateOrth(picture.pix.get(), degrees / 90 % 4)), picture.dpi};
}

Picture deskewed(Picture picture) {
  const float degrees = slant_of(picture);
  if (degrees == 0) return picture;
  const auto radians = degrees * static_cast<float>(M_PI) / 180;
  PixPtr straight(pixRotate(picture.pix.get(), radians, L_ROTATE_AREA_MAP, L_BRING_IN_WHITE, 0, 0));
  if (straight) picture.pix = std::move(straight);
  return picture;
}

Picture painted_over(const Picture& picture, const std::vector<Box>& boxes) {
  PixPtr painted(pixCopy(nullptr, picture.pix.get()));
  const double dots = picture.dpi / kPointsPerInch;
  const auto in_dots = [dots](double points) { return static_cast<int>(std::lround(points * dots)); };
  for (const Box& box : boxes)
    pixRasterop(painted.get(), in_dots(box.x), in_dots(box.y), in_dots(box.width), in_dots(box.height),
                PIX_SET, nullptr, 0, 0);
  return {std::move(painted), picture.dpi};
}

Picture shown_only(const Picture& picture, const std::vector<Box>& boxes) {
  PixPtr shown(pixCreateTemplate(picture.pix.get()));
  pixSetAll(shown.get());
  const double dots = picture.dpi / kPointsPerInch;
  const auto in_dots = [dots](double points) { return static_cast<int>(std::lround(points * dots)); };
  for (const Box& box : boxes)
    pixRasterop(shown.get(), in_dots(box.x), in_dots(box.y), in_dots(box.width), in_dots(box.height), PIX_SRC,
                picture.pix.get(), in_dots(box.x), in_dots(box.y));
  return {std::move(shown), picture.dpi};
}

double width_in_points(const Picture& picture) {
  return pixGetWidth(picture.pix.get()) * kPointsPerInch / picture.dpi;
}

double height_in_points(const Picture& picture) {
  return pixGetHeight(picture.pix.get()) * kPointsPerInch / picture.dpi;
}

}  // namespace certreg::worker
