// The form in which the picture of a page goes from the worker to the service: one line {"width": ...,
// "height": ...}, in points, and then the PNG as it is.
#pragma once

#include <string>
#include <string_view>

#include "certreg/documents/worker.h"

namespace certreg::documents {

std::string picture_json(const PagePicture& picture);

// Throws Failure: the one that the worker reported, or Crashed when the bytes are not what a worker writes.
PagePicture parse_picture(std::string_view bytes);

}  // namespace certreg::documents
