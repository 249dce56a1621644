#include "api/etag.h"

#include <xxhash.h>

namespace certreg::api {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// 16 digits.
void put_hex(std::uint64_t value, char* at) {
  constexpr std::string_view digits = "0123456789abcdef";
  for (char* place = at + 16; place != at; value >>= 4U) *--place = digits[value & 15U];
}

// Tags of ours hold no comma, so a list may be cut at commas.
template <class Predicate>
bool any_of_list(std::string_view list, Predicate matches) {
  while (!list.empty()) {
    const auto comma = list.find(',');
    if (matches(trimmed(list.substr(0, comma)))) return true;
    if (comma == std::string_view::npos) return false;
    list.remove_prefix(comma + 1);
  }
  return false;
}

}  // namespace

// Says whether an answer is still the one that was seen, no more: nobody is protected by it, so a fast hash
// will do.
std::string etag_of(std::string_view body) {
  const auto hash = XXH3_128bits(body.data(), body.size());
  std::string tag(34, '"');
  put_hex(hash.high64, tag.data() + 1);
  put_hex(hash.low64, tag.data() + 17);
  return tag;
}

bool is_unchanged(const http::Request& request, std::string_view etag) {
  const auto* list = request.header("If-None-Match");
  return list != nullptr && any_of_list(*list, [&](std::string_view tag) {
           if (tag.starts_with("W/")) tag.remove_prefix(2);
           return tag == "*" || tag == etag;
         });
}

Precondition precondition(const http::Request& request, std::string_view etag) {
  const auto* list = request.header("If-Match");
  if (list == nullptr || trimmed(*list).empty() || trimmed(*list) == "*") return Precondition::Missing;
  return any_of_list(*list, [&](std::string_view tag) { return tag == etag; }) ? Precondition::Holds
                                                                               : Precondition::Fails;
}

}  // namespace certreg::api
