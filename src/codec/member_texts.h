// JsonWriter's calls, taken apart: the members of one object, each as a text of its own.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certreg/codec/json_writer.h"
#include "certreg/codec/record_writer.h"

namespace certreg::codec {

class MemberTexts {
 public:
  MemberTexts() { members_.reserve(kMembers); }

  void begin_object() {
    open([&] { writer_->begin_object(); });
  }
  void end_object() {
    close([&] { writer_->end_object(); });
  }
  void begin_array() {
    open([&] { writer_->begin_array(); });
  }
  void end_array() {
    close([&] { writer_->end_array(); });
  }

  void key(std::string_view name) { depth_ == 0 ? begin(name) : writer_->key(name); }
  void text(std::string_view value) { writer_->text(value); }
  void integer(std::int64_t value) { writer_->integer(value); }
  void real(double value) { writer_->real(value); }
  void boolean(bool value) { writer_->boolean(value); }
  void null() { writer_->null(); }

  std::vector<MemberText> take() {
    finish();
    return std::move(members_);
  }

 private:
  static constexpr std::size_t kMembers = 64;

  template <class Write>
  void open(Write write) {
    ++depth_;
    write();
  }
  template <class Write>
  void close(Write write) {
    --depth_;
    write();
  }
  void begin(std::string_view name) {
    finish();
    members_.push_back({name, {}});
  }
  void finish() {
    if (!members_.empty()) members_.back().value = std::exchange(value_, {});
    writer_.emplace(value_);
  }

  std::vector<MemberText> members_;
  std::string value_;
  std::optional<JsonWriter> writer_;  // begun anew for each, so that no comma is left from the one before
  int depth_ = 0;
};

}  // namespace certreg::codec
