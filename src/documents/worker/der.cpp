// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/der.h"

#include <fmt/format.h>

#include <ctime>

namespace certreg::worker {

std::optional<DerElement> first_element(std::string_view der) {
  const auto* at = reinterpret_cast<const unsigned char*>(der.data());
  const auto* begin = at;
  long length = 0;
  DerElement element;
  const int form =
      ASN1_get_object(&at, &length, &element.tag, &element.tag_class, static_cast<long>(der.size()));
  constexpr int kError = 0x80, kIndefinite = 0x01;
  if ((form & (kError | kIndefinite)) != 0 || length < 0) return std::nullopt;
  const auto head = static_cast<std::size_t>(at - begin);
  element.content = der.substr(head, static_cast<std::size_t>(length));
  element.whole = der.substr(0, head + element.content.size());
  return element;
}

std::vector<DerElement> elements_of(std::string_view der) {
  std::vector<DerElement> elements;
  while (!der.empty()) {
    const auto element = first_element(der);
    if (!element) return {};
    elements.push_back(*element);
    der.remove_prefix(element->whole.size());
  }
  return elements;
}

std::optional<Instant> instant_of(const ASN1_TIME* time) {
  std::tm parts{};
  if (time == nullptr || ASN1_TIME_to_tm(time, &parts) != 1) return std::nullopt;
  return Instant(std::chrono::seconds(timegm(&parts)));
}

std::string hex_of(std::string_view bytes) {
  std::string text;
  for (const char byte : bytes)
    fmt::format_to(std::back_inserter(text), "{:02x}", static_cast<unsigned char>(byte));
  return text;
}

}  // namespace certreg::worker
