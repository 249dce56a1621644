#include "catalogue/slot_table.h"

#include <functional>

namespace certreg::catalogue {

std::string_view SlotTable::text(Slot slot) const {
  const auto first = slot == 0 ? 0 : ends_[slot - 1];
  return std::string_view(letters_).substr(first, ends_[slot] - first);
}

std::size_t SlotTable::place_of(std::string_view id) const {
  const auto mask = by_hash_.size() - 1;
  auto at = std::hash<std::string_view>{}(id)&mask;
  while (by_hash_[at] != kNone && text(by_hash_[at]) != id) at = (at + 1) & mask;
  return at;
}

void SlotTable::grow() {
  by_hash_.assign(by_hash_.size() * 2, kNone);
  for (Slot slot = 0; slot < ends_.size(); ++slot) by_hash_[place_of(text(slot))] = slot;
}

void SlotTable::expect(std::size_t suppliers, std::size_t letters) {
  letters_.reserve(letters_.size() + letters);
  ends_.reserve(ends_.size() + suppliers);
}

Slot SlotTable::add(const SupplierId& id) {
  if ((ends_.size() + 1) * 3 > by_hash_.size() * 2) grow();
  auto& place = by_hash_[place_of(id.value)];
  if (place != kNone) return place;
  const auto slot = static_cast<Slot>(ends_.size());
  letters_ += id.value;
  ends_.push_back(static_cast<std::uint32_t>(letters_.size()));
  place = slot;
  return slot;
}

SupplierId SlotTable::id_of(Slot slot) const { return {std::string(text(slot))}; }

std::size_t SlotTable::bytes() const {
  return letters_.capacity() + ends_.capacity() * sizeof(std::uint32_t) + by_hash_.capacity() * sizeof(Slot);
}

}  // namespace certreg::catalogue
