// JsonWriter's calls, with members left out that say nothing: null, false, an empty list. Readers take an
// absent member for these.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "certreg/codec/json_writer.h"

namespace certreg::codec {

class SparseWriter {
 public:
  explicit SparseWriter(std::string& out) : out_(out) {}  // appends to it

  void begin_object() { go_on().begin_object(); }
  void end_object() { out_.end_object(); }
  void begin_array() {
    if (waits_for_item_) go_on();
    waits_for_item_ = true;
  }
  void end_array() {
    if (waits_for_item_ && !key_.empty()) return forget();
    go_on().end_array();
  }

  void key(std::string_view name) { key_ = name; }
  void text(std::string_view value) { go_on().text(value); }
  void integer(std::int64_t value) { go_on().integer(value); }
  void real(double value) { go_on().real(value); }
  void boolean(bool value) { value || !is_member() ? go_on().boolean(value) : forget(); }
  void null() { is_member() ? forget() : go_on().null(); }

 private:
  bool is_member() const { return !key_.empty() && !waits_for_item_; }

  void forget() {
    key_ = {};
    waits_for_item_ = false;
  }

  // Writes what waited until something followed it.
  JsonWriter& go_on() {
    if (!key_.empty()) out_.key(std::exchange(key_, {}));
    if (std::exchange(waits_for_item_, false)) out_.begin_array();
    return out_;
  }

  JsonWriter out_;
  std::string_view key_;  // of the member that comes; names are literals
  bool waits_for_item_ = false;
};

}  // namespace certreg::codec
