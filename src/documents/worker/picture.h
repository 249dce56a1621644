// SPDX-License-Identifier: GPL-2.0-or-later
// The picture of a page, in grey.
#pragma once

#include <memory>
#include <vector>

#include "certreg/domain/quote.h"

struct Pix;  // of leptonica

namespace certreg::worker {

struct PixDeleter {
  void operator()(Pix* pix) const;
};
using PixPtr = std::unique_ptr<Pix, PixDeleter>;

struct Picture {
  PixPtr pix;  // 8 bits a pixel, without a colour map; null when the page cannot be drawn
  double dpi = 0;
};

// A3 at 300 dpi and a little: more is scaled down, whatever a page says of its size.
inline constexpr double kMostPixels = 18e6;

// The wanted resolution, or the one at which a page of this size, in points, has kMostPixels. 0 for a page
// without an area.
double bounded_dpi(double wanted, double width, double height);

Picture scaled_to(const Picture& picture, double dpi);

// Clockwise, by a multiple of 90.
Picture turned(const Picture& picture, int degrees);

// Slanted by up to some degrees, as a sheet lies in a scanner; otherwise as it is.
Picture deskewed(Picture picture);

// White where the boxes, in points, stand.
Picture painted_over(const Picture& picture, const std::vector<Box>& boxes);

// White but where the boxes, in points, stand.
Picture shown_only(const Picture& picture, const std::vector<Box>& boxes);

double width_in_points(const Picture& picture);
double height_in_points(const Picture& picture);

}  // namespace certreg::worker
