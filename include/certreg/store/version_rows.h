// Many new versions, written down as they are made and inserted later.
#pragma once

#include <cstddef>
#include <memory>

#include "certreg/store/certificates.h"
#include "certreg/store/database.h"

namespace certreg::store {

// New versions in the form in which the database takes them, so that the records need not be kept until then.
class VersionRows {
 public:
  VersionRows();
  ~VersionRows();
  VersionRows(VersionRows&&) noexcept;
  VersionRows& operator=(VersionRows&&) noexcept;

  // Throws Error(Invalid) for an id that is no UUID.
  void add(const NewVersion& fresh);
  std::size_t size() const { return size_; }

 private:
  friend void insert_versions(Transaction& transaction, VersionRows rows);
  struct Parts;
  std::unique_ptr<Parts> parts_;
  std::size_t size_ = 0;
};

// As insert_versions of certificates.h.
void insert_versions(Transaction& transaction, VersionRows rows);

}  // namespace certreg::store
