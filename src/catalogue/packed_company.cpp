#include "catalogue/packed_company.h"

#include <cstring>
#include <new>

#include "catalogue/packed_members.h"

namespace certreg::catalogue {

PackedCompany::PackedCompany(Numbers certificates, std::string_view bytes, bool is_known)
    : count_(static_cast<std::uint32_t>(certificates.size())),
      size_(static_cast<std::uint32_t>(bytes.size()) & 0x7FFF'FFFFU),
      is_known_(is_known) {
  auto* after = reinterpret_cast<char*>(this + 1);
  if (!certificates.empty()) std::memcpy(after, certificates.data(), certificates.size_bytes());
  std::memcpy(after + certificates.size_bytes(), bytes.data(), bytes.size());
}

PackedCompany::Ptr PackedCompany::make(Numbers certificates, std::string_view bytes, bool is_known) {
  auto* memory = ::operator new(sizeof(PackedCompany) + certificates.size_bytes() + bytes.size());
  return Ptr(new (memory) PackedCompany(certificates, bytes, is_known));
}

PackedCompany::Ptr PackedCompany::of(const Supplier& supplier, Numbers certificates, SharedTexts& texts) {
  std::string bytes;
  Packer pack(bytes, texts);
  pack.id(supplier.id.value);
  pack_supplier(pack, supplier);
  return make(certificates, bytes, true);
}

PackedCompany::Ptr PackedCompany::unknown(std::string_view key) { return make({}, key, false); }

// The supplier is the same, so whoever holds it holds this one's.
PackedCompany::Ptr PackedCompany::with(Numbers certificates) const {
  auto changed = make(certificates, {bytes(), size_}, is_known());
  const Reading reading;
  const_cast<PackedCompany&>(*changed).shown_.take(shown_.get());
  return changed;
}

const char* PackedCompany::bytes() const {
  return reinterpret_cast<const char*>(this + 1) + certificates().size_bytes();
}

PackedCompany::Numbers PackedCompany::certificates() const {
  return {reinterpret_cast<const std::uint32_t*>(this + 1), count_};
}

std::string_view PackedCompany::key() const { return packed_id_at(bytes()); }

Supplier PackedCompany::unpack(const SharedTexts& texts) const {
  Unpacker pack(bytes(), texts);
  Supplier supplier;
  pack.id(supplier.id.value);
  pack_supplier(pack, supplier);
  return supplier;
}

PackedCompany::Head PackedCompany::head(const SharedTexts& texts) const {
  Unpacker pack(bytes(), texts);
  pack.packed_id();
  Head head;
  pack_small(pack, head.version);
  pack_small(pack, head.is_retired);
  head.country = pack.text();
  return head;
}

std::vector<std::string_view> PackedCompany::names(const SharedTexts& texts) const {
  Unpacker pack(bytes(), texts);
  pack.packed_id();
  pack.number();  // version
  pack.number();  // whether it is retired
  pack.text();    // country
  std::vector<std::string_view> names{pack.text()};
  for (auto count = pack.number(); count > 0; --count) names.push_back(pack.text());
  return names;
}

}  // namespace certreg::catalogue
