// A whole register for tests: a database of its own, the small world of support/reference.h, a clock that
// stands still and a web that the test fills.
#pragma once

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "certreg/crypto/api_key.h"
#include "certreg/service/assessment_memo.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/embedded_files.h"
#include "certreg/service/intake.h"
#include "certreg/service/keys.h"
#include "certreg/service/reference_history.h"
#include "certreg/service/services.h"
#include "certreg/service/world.h"
#include "support/postgres.h"
#include "support/reference.h"

namespace certreg::support {

class SettableClock final : public service::Clock {
 public:
  Instant now() const override { return Instant(std::chrono::microseconds(now_.load())); }
  void set(std::string_view instant) { now_ = parse_instant(instant).value().time_since_epoch().count(); }

 private:
  std::atomic<std::int64_t> now_{parse_instant("2026-06-01T12:00:00Z").value().time_since_epoch().count()};
};

// Knows the pages that it was given; any other address is not found. A page that was put with an ETag is
// answered with NotModified to whoever names that.
class FakeWeb final : public fetch::Fetcher {
 public:
  fetch::FetchResult fetch(const fetch::FetchRequest& request) override {
    const std::lock_guard lock(mutex_);
    asked_.push_back(request.address);
    const auto page = pages_.find(request.address);
    if (page == pages_.end())
      return {fetch::FetchOutcome::NotFound, 404, request.address, {}, {}, {}, {}, "the page is not there"};
    const auto& etag = page->second.etag;
    if (!etag.empty() && request.if_none_match == etag)
      return {fetch::FetchOutcome::NotModified, 304, request.address, {}, etag, {}, {}, {}};
    return page->second;
  }
  void put(const std::string& address, const std::string& content_type, const std::string& body,
           const std::string& etag = {}) {
    answer(address, {fetch::FetchOutcome::Fetched, 200, address, content_type, etag, {}, body, {}});
  }
  void answer(const std::string& address, fetch::FetchResult result) {
    const std::lock_guard lock(mutex_);
    pages_[address] = std::move(result);
  }
  void remove(const std::string& address) {
    const std::lock_guard lock(mutex_);
    pages_.erase(address);
  }
  std::size_t times_asked(const std::string& address) const {
    const std::lock_guard lock(mutex_);
    return static_cast<std::size_t>(std::count(asked_.begin(), asked_.end(), address));
  }

 private:
  mutable std::mutex mutex_;
  std::map<std::string, fetch::FetchResult> pages_;
  std::vector<std::string> asked_;
};

inline service::SourceDefinition source() {
  service::SourceDefinition row;
  row.name = "acme";
  row.title = "Acme's trust page";
  row.holder.name = "Acme Cloud Limited";
  row.claimant = {ClaimantKind::Supplier, "Acme Cloud Limited"};
  row.pages = {{.address = "https://acme.example/trust"}};
  row.files = {"acme/*"};
  row.sample = true;
  return row;
}

inline service::Register public_register() {
  return {"certsearch", "CertSearch", "Somebody", "https://register.example/",         "accredited ones",
          "",           true,         {"number"}, "https://register.example/{number}", seen()};
}

class World {
 public:
  // `fetcher`: takes the place of web(), and outlives this.
  explicit World(const std::string& conninfo = test::fresh_database(), fetch::Fetcher* fetcher = nullptr)
      : database_({.conninfo = conninfo}),
        fetcher_(fetcher != nullptr ? *fetcher : web_),
        worker_(std::string(CERTREG_BUILD_DIR) + "/certreg-reader"),
        feed_(database_, catalogue_, keys_) {
    feed_.load();
    imports_.start(services_);
  }
  ~World() { imports_.stop(); }
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  service::Services& services() { return services_; }
  // Other definitions than source()'s.
  void define(std::vector<service::SourceDefinition> sources) {
    world_.replace({reference(),
                    {public_register()},
                    reading::parse_labels(service::embedded_files()),
                    std::move(sources),
                    reading::parse_page_words(service::embedded_files()),
                    reading::parse_claim_words(service::embedded_files()),
                    {},
                    {}});
  }
  void know(service::WorldData data) { world_.replace(std::move(data)); }
  SettableClock& clock() { return clock_; }
  FakeWeb& web() { return web_; }

  // The user's own files, as the next reload finds them.
  void overlay(std::vector<service::OverlayFile> files) { overlay_ = std::move(files); }

  // A key of an actor who is called like the role.
  std::string key(service::Role role) {
    auto key = crypto::new_api_key();
    keys_.add_local(key, {std::string(to_string(role)), role});
    return key;
  }

 private:
  store::Database database_;
  service::CurrentWorld world_{{reference(),
                                {public_register()},
                                reading::parse_labels(service::embedded_files()),
                                {source()},
                                reading::parse_page_words(service::embedded_files()),
                                reading::parse_claim_words(service::embedded_files()),
                                {},
                                {}}};
  std::vector<service::OverlayFile> overlay_;
  service::WorldReload reload_{world_, [this] { return overlay_; }, {}};
  service::ReferenceHistory history_;
  service::AssessmentMemo assessments_;
  FakeWeb web_;
  fetch::Fetcher& fetcher_;
  documents::Worker worker_;
  SettableClock clock_;
  catalogue::Catalogue catalogue_;
  service::KeyRing keys_;
  service::CatalogueFeed feed_;
  service::ImportQueue imports_;
  service::Services services_{database_, catalogue_, feed_,  keys_,   imports_, world_,
                              worker_,   fetcher_,   clock_, reload_, history_, assessments_};
};

}  // namespace certreg::support
