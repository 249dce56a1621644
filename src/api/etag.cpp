#include "api/etag.h"

#include "certreg/crypto/digest.h"

namespace certreg::api {
namespace {

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
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

std::string etag_of(std::string_view body) { return '"' + crypto::sha256(body).value.substr(0, 16) + '"'; }

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
