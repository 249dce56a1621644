#include "catalogue/posting.h"

#include <algorithm>
#include <cstring>
#include <new>
#include <vector>

namespace certreg::catalogue {

Posting::Posting(std::string_view text, Numbers numbers)
    : count_(static_cast<std::uint32_t>(numbers.size())), size_(static_cast<std::uint32_t>(text.size())) {
  auto* after = reinterpret_cast<char*>(this + 1);
  if (!numbers.empty()) std::memcpy(after, numbers.data(), numbers.size_bytes());
  if (!text.empty()) std::memcpy(after + numbers.size_bytes(), text.data(), text.size());
}

Posting::Ptr Posting::of(std::string_view text, Numbers numbers) {
  return Ptr(new (::operator new(sizeof(Posting) + numbers.size_bytes() + text.size()))
                 Posting(text, numbers));
}

bool Posting::has(std::uint32_t number) const {
  return std::find(numbers().begin(), numbers().end(), number) != numbers().end();
}

Posting::Ptr Posting::with(std::uint32_t number) const {
  std::vector<std::uint32_t> all(numbers().begin(), numbers().end());
  all.push_back(number);
  return of(text(), all);
}

Posting::Ptr Posting::without(std::uint32_t number) const {
  std::vector<std::uint32_t> all(numbers().begin(), numbers().end());
  std::erase(all, number);
  return of(text(), all);
}

}  // namespace certreg::catalogue
