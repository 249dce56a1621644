#include "http/reason.h"

#include <algorithm>
#include <array>

namespace certreg::http {
namespace {

struct Entry {
  int status;
  std::string_view phrase;
};

constexpr std::array kReasons = {
    Entry{200, "OK"},
    Entry{201, "Created"},
    Entry{202, "Accepted"},
    Entry{204, "No Content"},
    Entry{206, "Partial Content"},
    Entry{301, "Moved Permanently"},
    Entry{302, "Found"},
    Entry{303, "See Other"},
    Entry{304, "Not Modified"},
    Entry{307, "Temporary Redirect"},
    Entry{308, "Permanent Redirect"},
    Entry{400, "Bad Request"},
    Entry{401, "Unauthorized"},
    Entry{403, "Forbidden"},
    Entry{404, "Not Found"},
    Entry{405, "Method Not Allowed"},
    Entry{406, "Not Acceptable"},
    Entry{408, "Request Timeout"},
    Entry{409, "Conflict"},
    Entry{410, "Gone"},
    Entry{412, "Precondition Failed"},
    Entry{413, "Content Too Large"},
    Entry{415, "Unsupported Media Type"},
    Entry{417, "Expectation Failed"},
    Entry{422, "Unprocessable Content"},
    Entry{428, "Precondition Required"},
    Entry{429, "Too Many Requests"},
    Entry{431, "Request Header Fields Too Large"},
    Entry{500, "Internal Server Error"},
    Entry{501, "Not Implemented"},
    Entry{502, "Bad Gateway"},
    Entry{503, "Service Unavailable"},
    Entry{504, "Gateway Timeout"},
};

}  // namespace

std::string_view reason(int status) {
  const auto entry = std::ranges::find(kReasons, status, &Entry::status);
  return entry == kReasons.end() ? std::string_view{} : entry->phrase;
}

}  // namespace certreg::http
