// The body of a form with files, multipart/form-data (RFC 7578), without copies.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/http/request.h"

namespace certreg::web {

struct Part {
  std::string name, file_name, type;  // the file's name as the browser sends it, without folders
  std::string_view content;           // valid as long as the body
  bool is_file = false;
};

bool is_multipart(const http::Request& request);

// Empty for a body that is broken, has more than 20 parts or a part's head of more than 4 KiB.
std::vector<Part> parse_multipart(std::string_view body, std::string_view content_type);
std::vector<Part> parts_of(const http::Request& request);

std::string_view part_value(const http::Request& request, std::string_view name);  // empty: not sent

}  // namespace certreg::web
