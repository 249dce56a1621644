// A supplier review in all its formats: the same content in each. Pure; the same review gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/review.h"
#include "certreg/report/document.h"

namespace certreg::report {

Document document_of(const Review& review);

enum class ReviewFormat { Html, Pdf, Xlsx, Csv, Json };
const std::vector<std::string_view>& review_format_names();  // "html", ... in the enumerators' order
std::string_view media_type_of(ReviewFormat format);

std::string render(const Review& review, ReviewFormat format);

}  // namespace certreg::report
