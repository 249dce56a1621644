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

  // read() for each member of an object: it has to take a name and to read the value. False for null.
  template <class Read>
  bool members(Read read) {
    if (!begins('{')) return false;
    if (take('}')) return true;
    do read();
    while (goes_on('}'));
    return true;
  }

  // Whether the member that comes has this name. Takes it then.
  bool take_name(std::string_view name) {
    const auto length = static_cast<std::ptrdiff_t>(name.size());
    if (end_ - at_ < length + 3 || at_[0] != '"' || at_[length + 1] != '"' || at_[length + 2] != ':')
      return false;
    if (std::string_view(at_ + 1, name.size()) != name) return false;
    at_ += length + 3;
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
  return text.members([&] {
    for (std::size_t tried = 0; tried < listed.size(); ++tried, ++next) {
      if (next >= listed.size()) next = 0;
      if (text.take_name(listed[next].name)) return listed[next++].read(text, record);
    }
    text.fail();
  });
}

}  // namespace certreg::codec
