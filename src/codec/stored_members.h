// How the members of stored records are read, by the type of the field that takes them.
#pragma once

#include <type_traits>
#include <utility>

#include "certreg/codec/stored_text.h"

namespace certreg::codec {

template <auto Field, class Record>
void read_text(StoredText& text, Record& record) {
  record.*Field = text.text();
}
template <auto Field, class Record>
void read_date(StoredText& text, Record& record) {
  record.*Field = text.date();
}
template <auto Field, class Record>
void read_boolean(StoredText& text, Record& record) {
  record.*Field = text.boolean();
}
template <auto Field, class Record>
void read_integer(StoredText& text, Record& record) {
  record.*Field = text.integer();
}
template <auto Field, class Record>
void read_texts(StoredText& text, Record& record) {
  record.*Field = text.texts();
}
template <auto Field, class Record>
void read_id(StoredText& text, Record& record) {
  (record.*Field).value = text.text();
}
template <auto Field, class Record>
void read_known_id(StoredText& text, Record& record) {
  if (auto id = text.text(); !id.empty()) (record.*Field).emplace().value = std::move(id);
}
template <auto Field, const std::vector<std::string_view>& (*names)(), class Record>
void read_choice(StoredText& text, Record& record) {
  using Enum = std::remove_reference_t<decltype(record.*Field)>;
  if (const auto chosen = text.choice<Enum>(names())) record.*Field = *chosen;
}

template <class Item>
void read_items(StoredText& text, std::span<const StoredMember<Item>> listed, std::vector<Item>& into,
                const Item& empty) {
  text.items([&](StoredText& item) {
    if (!read_members(item, listed, into.emplace_back(empty))) item.fail();
  });
}

// For a list that has limits of its own, which the other reader knows: here it has to be empty.
template <class Record>
void read_nothing(StoredText& text, Record&) {
  text.items([](StoredText& item) { item.fail(); });
}

}  // namespace certreg::codec
