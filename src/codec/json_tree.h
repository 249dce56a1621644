// Builds a tree of nlohmann's out of the calls that JsonWriter takes, so that one list of a record's members
// serves both.
#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/codec/json.h"

namespace certreg::codec {

class JsonTree {
 public:
  void begin_object() {
    begin(Json::object());
    // Growing copies all that is there: the keys of nlohmann's ordered map are const.
    open_.back().value.get_ref<Json::object_t&>().reserve(kMembers);
  }
  void end_object() { end(); }
  void begin_array() { begin(Json::array()); }
  void end_array() { end(); }

  void key(std::string_view name) { key_ = name; }
  void text(std::string_view value) { put(std::string(value)); }
  void integer(std::int64_t value) { put(value); }
  void real(double value) { put(value); }
  void boolean(bool value) { put(value); }
  void null() { put(nullptr); }

  Json take() { return std::move(root_); }

 private:
  static constexpr std::size_t kMembers = 64;

  struct Open {
    Json value;
    std::string key;  // under which it will stand
  };

  void begin(Json value) { open_.push_back({std::move(value), std::move(key_)}); }
  void end() {
    auto done = std::move(open_.back());
    open_.pop_back();
    key_ = std::move(done.key);
    put(std::move(done.value));
  }
  void put(Json value) {
    if (open_.empty()) {
      root_ = std::move(value);
    } else if (auto& holder = open_.back().value; holder.is_array()) {
      holder.push_back(std::move(value));
    } else {
      holder.get_ref<Json::object_t&>().emplace_back(std::move(key_), std::move(value));
    }
  }

  Json root_;
  std::string key_;
  std::vector<Open> open_;
};

// What `put` writes, as a tree.
template <class Put>
Json tree_of(Put put) {
  JsonTree tree;
  put(tree);
  return tree.take();
}

}  // namespace certreg::codec
