// Numbers suppliers as they come. Not thread-safe.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "catalogue/name_segment.h"
#include "certreg/domain/ids.h"

namespace certreg::catalogue {

class SlotTable {
 public:
  void expect(std::size_t suppliers, std::size_t letters);  // that are added next
  Slot add(const SupplierId& id);                           // or the one that it has
  SupplierId id_of(Slot slot) const;
  std::size_t bytes() const;

 private:
  static constexpr Slot kNone = UINT32_MAX;
  std::string_view text(Slot slot) const;
  std::size_t place_of(std::string_view id) const;  // its own, or the free one where it belongs
  void grow();

  std::string letters_;
  std::vector<std::uint32_t> ends_;
  std::vector<Slot> by_hash_ = std::vector<Slot>(16, kNone);
};

}  // namespace certreg::catalogue
