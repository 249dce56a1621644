#include "certreg/store/known_versions.h"

#include <array>
#include <bit>
#include <chrono>
#include <cstring>
#include <unordered_map>
#include <unordered_set>

#include "certreg/codec/stored.h"
#include "store/certificate_versions.h"
#include "store/place_quotes.h"
#include "store/table_pages.h"

namespace certreg::store {
namespace {

using Uuid16 = std::array<char, 16>;

// PostgreSQL counts microseconds from here.
constexpr std::chrono::sys_days kEpoch{std::chrono::year(2000) / 1 / 1};

struct Hash {
  std::size_t operator()(const Uuid16& uuid) const noexcept {
    return std::hash<std::string_view>{}({uuid.data(), uuid.size()});
  }
};

Uuid16 uuid_in(std::string_view raw) {
  Uuid16 uuid{};
  std::memcpy(uuid.data(), raw.data(), std::min(raw.size(), uuid.size()));
  return uuid;
}

Instant instant_in(std::string_view raw) {
  std::uint64_t value = 0;
  for (const char byte : raw) value = value << 8 | static_cast<unsigned char>(byte);
  return Instant(kEpoch) + std::chrono::microseconds(static_cast<std::int64_t>(value));
}

}  // namespace

struct VersionMarks::Parts {
  std::unordered_set<Uuid16, Hash> replaced;
  std::unordered_map<Uuid16, Instant, Hash> last_confirmed;
};

VersionMarks::VersionMarks(Transaction& transaction) {
  auto parts = std::make_unique<Parts>();
  const auto replaced = transaction.run_binary("select_replaced_versions");
  parts->replaced.reserve(replaced.size());
  for (const auto& row : replaced) parts->replaced.insert(uuid_in(row.raw(0)));
  const auto confirmed = transaction.run_binary("select_last_confirmations");
  parts->last_confirmed.reserve(confirmed.size());
  for (const auto& row : confirmed)
    parts->last_confirmed.emplace(uuid_in(row.raw(0)), instant_in(row.raw(1)));
  parts_ = std::move(parts);
}

VersionMarks::~VersionMarks() = default;

// Reads the rows of select_versions_in_pages.
class KnownVersions {
 public:
  KnownVersions(Transaction& transaction, const VersionMarks& marks)
      : transaction_(transaction), marks_(*marks.parts_) {}

  std::vector<StoredVersion> read(const Result& rows) const {
    std::vector<StoredVersion> versions;
    versions.reserve(rows.size());
    for (const auto& row : rows)
      if (const auto id = uuid_in(row.raw(0)); !marks_.replaced.contains(id))
        versions.push_back(version(row, id));
    std::vector<CertificateVersion*> without;
    for (auto& stored : versions)
      if (!stored.quotes) without.push_back(&stored.version);
    add_quotes(transaction_, without);
    return versions;
  }

 private:
  StoredVersion version(const Row& row, const Uuid16& id) const {
    StoredVersion stored{codec::read_stored_certificate(row.raw(1)), {}};
    const auto confirmed = marks_.last_confirmed.find(id);
    stored.version.last_confirmed =
        confirmed == marks_.last_confirmed.end() ? std::nullopt : std::optional(confirmed->second);
    if (const auto quotes = row.raw(2); !quotes.empty()) stored.quotes = place_quotes_in(quotes);
    return stored;
  }

  Transaction& transaction_;
  const VersionMarks::Parts& marks_;
};

void for_all_known_versions(Transaction& transaction, const VersionMarks& marks,
                            const std::function<void(std::vector<StoredVersion>)>& take, Share share) {
  const KnownVersions known(transaction, marks);
  for_all_pages(transaction, "count_version_pages", "select_versions_in_pages", share,
                [&](const Result& rows) { take(known.read(rows)); });
}

std::vector<CertificateId> certificates_with_more(Transaction& transaction) {
  std::vector<CertificateId> ids;
  for (const auto& row : transaction.run("select_ids_with_more")) ids.push_back({row.text("certificate_id")});
  return ids;
}

}  // namespace certreg::store
