// The body of a form with files, multipart/form-data (RFC 7578, as browsers write it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg::http {

struct FormPart {
  std::string name, file_name;  // names as they are sent; `file_name` empty: no file
  std::string content_type;
  std::string_view content;  // within the body
};

bool is_multipart(std::string_view content_type);

// In order. Empty for a body that is not what `content_type` says, or has more than 100 parts.
std::vector<FormPart> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace certreg::http
