// Reads the text of a stored record from its beginning to its end, without a tree. It knows only what
// JsonWriter writes: no blanks between the parts, no \u escapes. At anything else it fails, and whoever reads
// has to begin anew with a reader of all JSON.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg::codec {

class StoredText {
 public:
  explicit StoredText(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

  bool is_good() const { return is_good_; }
  bool is_read() const { return is_good_ && at_ == end_; }
  void fail();

  // The next value. Null is taken for an absent member: empty, none, false.
  std::string text();
  std::optional<std::string> text_or_null();
  std::optional<Date> date();
  std::optional<Instant> instant();
  bool boolean();
  int integer();  // 0 for null
  double real();  // 0 for null
  std::vector<std::string> texts();
  template <class Enum>
  std::optional<Enum> choice(const std::vector<std::string_view>& names) {
    const auto place = place_in(names);
    return place ? std::optional(static_cast<Enum>(*place)) : std::nullopt;
  }

  // read(text) for each item of a list.
  template <class Read>
  void items(Read read) {
    if (!begins('[')) return;
    if (take(']')) return;
    do read(*this);
    while (goes_on(']'));
  }

  // read(name) for each member of an object; it has to read the value. False for null.
  template <class Read>
  bool members(Read read) {
    if (!begins('{')) return false;
    if (take('}')) return true;
    do {
      const auto name = plain_text();
      if (!take(':')) fail();
      if (is_good_) read(name);
    } while (goes_on('}'));
    return true;
  }

 private:
  bool take(char c) {
    if (at_ == end_ || *at_ != c) return false;
    ++at_;
    return true;
  }
  bool take_word(std::string_view word);
  bool begins(char bracket);      // false for null, and when it fails
  bool goes_on(char bracket);     // after a value: whether another follows
  std::string_view plain_text();  // without escapes
  std::string_view number();
  std::optional<std::size_t> place_in(const std::vector<std::string_view>& names);

  const char* at_;
  const char* end_;
  bool is_good_ = true;
};

// A member of a record by its name.
template <class Record>
struct StoredMember {
  std::string_view name;
  void (*read)(StoredText& text, Record& record);
};

// Members stand in the order in which they are listed, as a rule, so that the next one is soon found. A name
// that is not listed fails.
template <class Record>
bool read_members(StoredText& text, std::span<const StoredMember<Record>> listed, Record& record) {
  std::size_t next = 0;
  return text.members([&](std::string_view name) {
    for (std::size_t tried = 0; tried < listed.size(); ++tried) {
      const auto& member = listed[(next + tried) % listed.size()];
      if (member.name != name) continue;
      next += tried + 1;
      return member.read(text, record);
    }
    text.fail();
  });
}

}  // namespace certreg::codec
