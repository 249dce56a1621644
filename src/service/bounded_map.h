// Values by their keys for any thread. When it is full, a part of it is forgotten.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <optional>
#include <unordered_map>

namespace certreg::service {

template <class Key, class Value, class Hash = std::hash<Key>>
class BoundedMap {
 public:
  explicit BoundedMap(std::size_t most) : most_in_shard_(most / kShards) {}

  std::optional<Value> find(const Key& key) {
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    const auto found = shard.values.find(key);
    return found == shard.values.end() ? std::nullopt : std::optional(found->second);
  }

  void put(Key key, Value value) {
    std::unordered_map<Key, Value, Hash> forgotten;  // freed without the lock
    auto& shard = shard_of(key);
    const std::lock_guard lock(shard.mutex);
    if (shard.values.size() >= most_in_shard_ && !shard.values.contains(key)) shard.values.swap(forgotten);
    shard.values.insert_or_assign(std::move(key), std::move(value));
  }

 private:
  static constexpr std::size_t kShards = 64;
  struct alignas(64) Shard {
    std::mutex mutex;
    std::unordered_map<Key, Value, Hash> values;
  };
  Shard& shard_of(const Key& key) { return shards_[Hash()(key) / 64 % kShards]; }

  std::size_t most_in_shard_;
  std::array<Shard, kShards> shards_;
};

}  // namespace certreg::service
