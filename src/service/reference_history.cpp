#include "certreg/service/reference_history.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/domain/error.h"
#include "certreg/service/services.h"

namespace certreg::service {
namespace {

using codec::Json;

constexpr std::size_t kKept = 4;
constexpr int kListed = 1000;

void add_files(Json& all, std::span<const NamedText> files, bool overlay) {
  for (const auto& [name, bytes] : files)
    all.push_back({{"name", name}, {"overlay", overlay}, {"text", bytes}});
}

// Of a reference that lives as long as the program.
std::shared_ptr<const Reference> unowned(const Reference& reference) {
  return {std::shared_ptr<const Reference>(), &reference};
}

}  // namespace

ReferenceRecord record_of(const std::string& version, const std::vector<ListCount>& counts,
                          std::span<const NamedText> built_in, std::span<const NamedText> overlay) {
  Json rows = Json::object(), files = Json::array();
  for (const auto& count : counts) rows[count.list] = count.rows;
  add_files(files, built_in, false);
  add_files(files, overlay, true);
  return {version, codec::dump(rows), codec::dump(files)};
}

Reference load_recorded(const std::string& files) {
  const auto all = Json::parse(files);
  std::vector<NamedText> built_in, overlay;
  for (const auto& file : all)
    (file["overlay"].get<bool>() ? overlay : built_in)
        .push_back({file["name"].get_ref<const std::string&>(), file["text"].get_ref<const std::string&>()});
  try {
    return load_reference(built_in, overlay).reference;
  } catch (const Error& error) {
    throw Error(
        ErrorKind::Unavailable, "The reference data of that time cannot be read by this program",
        error.fields.empty() ? error.what() : error.fields.front().field + ": " + error.fields.front().rule);
  }
}

void record_reference(store::Transaction& transaction, const ReferenceRecord& record, Instant now) {
  store::record_reference_version(
      transaction, {.version = record.version, .recorded_at = now, .counts = record.counts}, record.files);
}

PastReference ReferenceHistory::known_at(const Services& services, store::Transaction& transaction,
                                         Instant known_at) {
  const auto& present = services.reference();
  PastReference past;
  auto version = store::reference_version_at(transaction, known_at);
  if (!version) {
    version = store::first_reference_version(transaction);
    if (!version) return {unowned(present), "No reference data were recorded; the present ones were used."};
    past.note = fmt::format("The register first recorded its reference data on {}; those were used.",
                            to_string(version->recorded_at));
  }
  past.reference = version->version == present.version() ? unowned(present) : load(transaction, *version);
  return past;
}

std::shared_ptr<const Reference> ReferenceHistory::load(store::Transaction& transaction,
                                                        const store::ReferenceVersion& version) {
  const std::lock_guard lock(mutex_);
  const auto known = std::find_if(kept_.begin(), kept_.end(), [&](const auto& reference) {
    return reference->version() == version.version;
  });
  if (known != kept_.end()) {
    kept_.splice(kept_.begin(), kept_, known);
  } else {
    kept_.push_front(
        std::make_shared<const Reference>(load_recorded(store::reference_files(transaction, version.id))));
    if (kept_.size() > kKept) kept_.pop_back();
  }
  return kept_.front();
}

std::vector<store::ReferenceVersion> list_reference_versions(Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_reference_versions(transaction, kListed);
}

}  // namespace certreg::service
