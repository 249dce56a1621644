// Values in few bytes, one after the other, and back. Both sides take the same calls, so that one list of a
// record's members serves both. Whole numbers take seven bits a byte; a text is its length and its bytes, or
// the number of a shared one; ids and digests take half of their hexadecimal digits.
#pragma once

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "catalogue/shared_texts.h"
#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"

namespace certreg::catalogue {

class Packer {
 public:
  Packer(std::string& bytes, SharedTexts& texts) : bytes_(bytes), texts_(texts) {}  // appends to it

  void number(std::uint64_t value);
  void signed_number(std::int64_t value);
  void text(const std::string& text);
  void shared(const std::string& text);
  void id(const std::string& id);
  void date(const std::optional<Date>& day);
  void instant(const Instant& instant);
  void instant(const std::optional<Instant>& instant);
  void real(const double& value);

  // item(value) for each.
  template <class Items, class Item, class... Blank>
  void list(const Items& items, Item item, const Blank&...) {
    number(items.size());
    for (const auto& one : items) item(one);
  }
  template <class Value, class Item>
  void maybe(const std::optional<Value>& value, Item item) {
    number(value ? 1 : 0);
    if (value) item(*value);
  }

 private:
  std::string& bytes_;
  SharedTexts& texts_;
};

class Unpacker {
 public:
  Unpacker(std::string_view bytes, const SharedTexts& texts) : at_(bytes.data()), texts_(texts) {}

  std::uint64_t number();
  std::int64_t signed_number();
  void text(std::string& into) { into.assign(text()); }
  void shared(std::string& into) { into.assign(text()); }
  void id(std::string& into);
  void date(std::optional<Date>& into);
  void instant(Instant& into);
  void instant(std::optional<Instant>& into);
  void real(double& into);

  // As they lie there.
  std::string_view text();
  std::string_view packed_id();

  // `blank` is what an item is before it is read.
  template <class Items, class Item>
  void list(Items& items, Item item, const typename Items::value_type& blank) {
    const auto count = number();
    items.clear();
    items.reserve(count);
    for (std::uint64_t at = 0; at < count; ++at) item(items.emplace_back(blank));
  }
  template <class Items, class Item>
  void list(Items& items, Item item) {
    list(items, item, typename Items::value_type{});
  }
  template <class Value, class Item>
  void maybe(std::optional<Value>& value, Item item) {
    value.reset();
    if (number() != 0) item(value.emplace());
  }

 private:
  const char* at_;
  const SharedTexts& texts_;
};

// An id as records hold it. No two ids have the same, and none is the beginning of another.
std::string packed_id(std::string_view id);

// The one that begins there.
std::string_view packed_id_at(const char* bytes);

// Of a packed id.
std::string id_in(std::string_view packed);

// Of a packed id that is a UUID, in the order of UUIDs.
std::optional<std::pair<std::uint64_t, std::uint64_t>> uuid_value(std::string_view packed);

// In the order of the ids.
bool is_before(std::string_view packed, std::string_view other);

}  // namespace certreg::catalogue
