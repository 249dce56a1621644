// The members of records, written once for whatever takes the calls of JsonWriter: the writer itself, or a
// tree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/ids.h"

namespace certreg::codec {

template <class Out>
void put_text(Out& out, std::string_view name, std::string_view text) {
  out.key(name);
  out.text(text);
}

template <class Out>
void put_null(Out& out, std::string_view name) {
  out.key(name);
  out.null();
}

template <class Out>
void put_text_or_null(Out& out, std::string_view name, std::string_view text) {
  text.empty() ? put_null(out, name) : put_text(out, name, text);
}

template <class Out, class Tag>
void put_id(Out& out, std::string_view name, const Id<Tag>& id) {
  put_text_or_null(out, name, id.value);
}

template <class Out, class Tag>
void put_id(Out& out, std::string_view name, const std::optional<Id<Tag>>& id) {
  id ? put_text(out, name, id->value) : put_null(out, name);
}

template <class Out>
void put_date(Out& out, std::string_view name, const std::optional<Date>& date) {
  date ? put_text(out, name, date->to_string()) : put_null(out, name);
}

template <class Out>
void put_instant(Out& out, std::string_view name, const std::optional<Instant>& instant) {
  instant ? put_text(out, name, to_string(*instant)) : put_null(out, name);
}

template <class Out>
void put_boolean(Out& out, std::string_view name, bool value) {
  out.key(name);
  out.boolean(value);
}

template <class Out>
void put_integer(Out& out, std::string_view name, std::int64_t value) {
  out.key(name);
  out.integer(value);
}

template <class Out>
void put_real(Out& out, std::string_view name, double value) {
  out.key(name);
  out.real(value);
}

// An enumerator by its name.
template <class Out, class Enum>
void put_name(Out& out, std::string_view name, Enum value, const std::vector<std::string_view>& names) {
  put_text(out, name, names[static_cast<std::size_t>(value)]);
}

template <class Out, class Items, class Write>
void put_list(Out& out, std::string_view name, const Items& items, Write write) {
  out.key(name);
  out.begin_array();
  for (const auto& item : items) write(item);
  out.end_array();
}

template <class Out>
void put_texts(Out& out, std::string_view name, const std::vector<std::string>& texts) {
  put_list(out, name, texts, [&out](const std::string& text) { out.text(text); });
}

}  // namespace certreg::codec
