#include "service/source_refresh.h"

#include <algorithm>

#include "certreg/fetch/address.h"
#include "certreg/fetch/fetcher.h"
#include "certreg/service/register_changes.h"
#include "certreg/store/documents.h"
#include "service/new_id.h"
#include "service/page_change.h"
#include "service/row_batch.h"
#include "service/source_walk.h"

namespace certreg::service {
namespace {

// What was known of an address before the attempt.
struct Before {
  std::optional<store::FetchRecord> attempt;   // the last one
  std::optional<store::FetchRecord> document;  // the last one that brought a document
};

Before look_back(Services& services, const std::string& address) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return {store::last_attempt_at(transaction, address), store::last_fetch_of(transaction, address)};
}

std::optional<std::string> bytes_of(Services& services, const DocumentId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::document_bytes(transaction, id);
}

store::FetchOutcome stored(fetch::FetchOutcome outcome) {
  switch (outcome) {
    case fetch::FetchOutcome::Fetched:
      return store::FetchOutcome::Fetched;
    case fetch::FetchOutcome::NotModified:
      return store::FetchOutcome::NotModified;
    case fetch::FetchOutcome::NotFound:
      return store::FetchOutcome::NotFound;
    case fetch::FetchOutcome::Blocked:
      return store::FetchOutcome::Blocked;
    case fetch::FetchOutcome::Refused:
      return store::FetchOutcome::Refused;
    case fetch::FetchOutcome::Failed:
      return store::FetchOutcome::Failed;
  }
  return store::FetchOutcome::Failed;
}

PageResult compared(const Before& before, const DocumentId& document) {
  if (!before.document) return PageResult::New;
  return before.document->document == document ? PageResult::Unchanged : PageResult::Changed;
}

class PageVisit {
 public:
  PageVisit(IntakeContext& context, const SourceDefinition* source, const SourceWalk* walk, Step step)
      : context_(context),
        source_(source),
        walk_(walk),
        step_(std::move(step)),
        before_(look_back(context.services, step_.address)) {}

  PageResult visit() {
    answer_ = ask(before_.document ? before_.document->etag : "",
                  before_.document ? before_.document->last_modified : "");
    auto bytes = content();
    if (!bytes && answer_.outcome == fetch::FetchOutcome::NotModified) {
      answer_ = ask("", "");  // what it calls unchanged was erased here
      bytes = content();
    }
    const auto result = bytes ? take(std::move(*bytes)) : result_of(answer_.outcome);
    if (!bytes) detail_ = answer_.detail;
    record(result);
    return result;
  }

  // Where its links lead from.
  std::string base() const {
    const auto address = answer_.final_address.empty() ? step_.address : answer_.final_address;
    return taken_.base_address.empty() ? address : fetch::resolve_address(address, taken_.base_address);
  }
  const std::vector<reading::Link>& links() const { return taken_.links; }
  const Step& step() const { return step_; }

 private:
  fetch::FetchResult ask(const std::string& etag, const std::string& last_modified) {
    auto answer = context_.services.fetcher.fetch(
        {.address = step_.address,
         .if_none_match = etag,
         .if_modified_since = last_modified,
         .min_delay = source_ ? source_->politeness.min_delay : std::chrono::milliseconds(0)});
    // A fetch that our own stop cut off says nothing about the source.
    if (answer.outcome == fetch::FetchOutcome::Failed && context_.is_stopping()) throw Interrupted{};
    return answer;
  }

  std::optional<std::string> content() {
    if (answer_.outcome == fetch::FetchOutcome::Fetched) return std::move(answer_.body);
    if (answer_.outcome == fetch::FetchOutcome::NotModified && before_.document)
      return bytes_of(context_.services, before_.document->document);
    return std::nullopt;
  }

  // Whoever owns another host says nothing for this source until a person adds the host to it.
  bool moved_away() const {
    return walk_ != nullptr && !answer_.final_address.empty() &&
           fetch::host_of(answer_.final_address) != fetch::host_of(step_.address) &&
           !walk_->is_of_source(answer_.final_address);
  }

  // An answer that nothing changed need not say again of what kind it is (RFC 9110, 15.4.5).
  std::string media_type() const {
    if (answer_.outcome != fetch::FetchOutcome::NotModified || !answer_.content_type.empty())
      return answer_.content_type;
    auto transaction = context_.services.database.begin(store::TransactionMode::ReadOnly);
    const auto facts = store::document_facts(transaction, before_.document->document);
    return facts ? facts->media_type : std::string();
  }

  PageResult take(std::string bytes) {
    if (moved_away()) {
      detail_ = "it leads to " + answer_.final_address;
      return PageResult::MovedAway;
    }
    taken_ = take_document(context_, {.name = step_.address,
                                      .address = step_.address,
                                      .media_type = media_type(),
                                      .bytes = std::move(bytes),
                                      .source = source_,
                                      .kind = step_.kind});
    detail_ = taken_.detail;
    return taken_.hindrance.value_or(compared(before_, taken_.document));
  }

  void record(PageResult result) {
    auto& report = context_.report;
    const std::string name(to_string(result));
    report.count("pages");
    report.count("page_" + name);
    if (!was_read(result) && taken_.document.empty()) report.item(step_.address, "page_" + name, {}, detail_);
    auto transaction = context_.services.database.begin();
    const auto attempt = record_of(name);
    store::record_fetch(transaction, attempt);
    if (const auto change = change_since(before_.attempt, attempt))
      record_changes(transaction, {&*change, 1},
                     {.at = context_.services.clock.now(),
                      .source = source_ ? source_->name : std::string(),
                      .document = taken_.document,
                      .address = step_.address});
    report.save(transaction);
    transaction.commit();
  }

  store::FetchRecord record_of(const std::string& result) const {
    const bool validated = answer_.outcome == fetch::FetchOutcome::NotModified && before_.document;
    return {.id = new_id(context_.services.clock),
            .source = source_ ? source_->name : std::string(),
            .address = step_.address,
            .fetched_at = context_.services.clock.now(),
            .outcome = stored(answer_.outcome),
            .http_status = answer_.http_status,
            .document = taken_.document,
            .etag = validated && answer_.etag.empty() ? before_.document->etag : answer_.etag,
            .last_modified = validated && answer_.last_modified.empty() ? before_.document->last_modified
                                                                        : answer_.last_modified,
            .detail = detail_,
            .result = result,
            .final_address = answer_.final_address,
            .tries = std::max(1, answer_.tries),
            .import = context_.report.run().id};
  }

  IntakeContext& context_;
  const SourceDefinition* source_;
  const SourceWalk* walk_;
  Step step_;
  Before before_;
  fetch::FetchResult answer_;
  Taken taken_;
  std::string detail_;
};

}  // namespace

Refreshed refresh_source(IntakeContext& context, const SourceDefinition& source,
                         const std::function<void()>& between) {
  SourceWalk walk(source);
  Refreshed refreshed;
  while (auto step = walk.next()) {
    between();
    PageVisit page(context, &source, &walk, std::move(*step));
    const bool read = was_read(page.visit());
    ++refreshed.pages;
    if (read) ++refreshed.read;
    if (read) walk.add_links(page.step(), page.base(), page.links());
  }
  if (walk.left_out() > 0)
    context.report.item("source:" + source.name, "warning", {},
                        std::to_string(walk.left_out()) + " linked documents were left out: a run visits " +
                            std::to_string(source.politeness.max_pages) + " pages at most");
  return refreshed;
}

void refresh_address(IntakeContext& context, const std::string& address, const SourceDefinition* source) {
  const auto walk = source ? std::optional<SourceWalk>(*source) : std::nullopt;
  PageVisit(context, source, walk ? &*walk : nullptr, {.address = address}).visit();
}

}  // namespace certreg::service
