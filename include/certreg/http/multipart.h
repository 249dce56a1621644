// The body of a form with files, multipart/form-data (RFC 7578, as browsers write it).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg::http {

struct FormPart {
  std::string name, file_name;  // the file's name without folders
  std::string content_type;
  bool is_file = false;
  std::string_view content;  // within the body
};

bool is_multipart(std::string_view content_type);

// In order. Empty for a body that is not what `content_type` says, or has more than 100 parts
// or a part's head of more than 4 KiB.
std::vector<FormPart> parse_multipart(std::string_view content_type, std::string_view body);

}  // namespace certreg::http
