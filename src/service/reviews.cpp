#include "certreg/service/reviews.h"

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <set>

#include "certreg/crypto/digest.h"
#include "certreg/domain/error.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/store/certificate_documents.h"
#include "certreg/store/relationships.h"
#include "certreg/store/supplier_changes.h"
#include "service/assessing.h"
#include "service/audit.h"
#include "service/new_id.h"
#include "service/supplier_review.h"

namespace certreg::service {
namespace {

constexpr int kBatch = 500, kMostChanges = 500;
constexpr const char* kNobody = "00000000-0000-0000-0000-000000000000";

using Documents = std::map<CertificateId, std::vector<store::DocumentFacts>>;
constexpr const char* kProgram = "certreg";

bool is_asked_for(const Relationship& relationship, const ReviewRequest& request) {
  return !request.supplier || relationship.supplier.supplier == request.supplier ||
         operator_of(relationship).supplier == request.supplier;
}

PortfolioRow& row_of(Review& review, const std::string& tier) {
  for (auto& row : review.portfolio)
    if (row.tier == tier) return row;
  review.portfolio.push_back({.tier = tier});
  return review.portfolio.back();
}

void count(const SupplierReview& one, PortfolioRow& row) {
  switch (one.outcome) {
    case Outcome::Satisfied:
      ++row.satisfied;
      break;
    case Outcome::Undecided:
      ++row.undecided;
      break;
    case Outcome::NotSatisfied:
      ++row.not_satisfied;
      break;
  }
  for (const auto& finding : one.findings)
    ++(finding.state == FindingState::Open && !finding.decision ? row.open_findings : row.decided_findings);
}

void sum_up(const Policy& policy, Review& review) {
  for (const auto& tier : policy.tiers) row_of(review, tier.name);
  for (const auto& one : review.suppliers) count(one, row_of(review, one.tier.empty() ? "none" : one.tier));
  std::erase_if(review.portfolio, [](const PortfolioRow& row) {
    return row.satisfied + row.undecided + row.not_satisfied == 0;
  });
}

class Assembly {
 public:
  Assembly(Services& services, store::Transaction& transaction, const ReviewRequest& request, Review& review)
      : transaction_(transaction),
        request_(request),
        moment_{review.on, request.known_at},
        assessing_(services, transaction, moment_),
        review_(review) {}

  void run() {
    RelationshipId after;
    while (true) {
      auto batch = store::relationships_after(transaction_, after, moment_.known_at, kBatch);
      if (batch.empty()) break;
      after = batch.back().id;
      std::erase_if(batch, [&](const Relationship& one) { return !is_asked_for(one, request_); });
      take(assessing_.assess(std::move(batch)));
    }
    review_.policy_version = assessing_.policy().version;
    review_.reference_version = assessing_.reference().version();
    if (!request_.supplier) sum_up(assessing_.policy(), review_);
  }

 private:
  void take(std::vector<AssessedRelationship> batch) {
    std::vector<RelationshipId> ids;
    for (const auto& one : batch) ids.push_back(one.relationship().id);
    std::map<RelationshipId, std::vector<store::StoredFinding>> findings;
    for (auto& stored : store::findings_of(transaction_, ids))
      findings[stored.relationship].push_back(std::move(stored));
    const auto documents = documents_of(batch);
    auto changes = changes_of(batch);
    for (std::size_t at = 0; at < batch.size(); ++at) {
      const auto id = batch[at].relationship().id;
      const ReviewMatter matter{std::move(batch[at]), std::move(findings[id]), documents,
                                std::move(changes[at])};
      review_.suppliers.push_back(
          supplier_review(assessing_.policy(), assessing_.reference(), moment_, matter));
    }
  }

  Documents documents_of(const std::vector<AssessedRelationship>& batch) {
    std::set<CertificateId> ids;
    for (const auto& one : batch)
      if (one.provider)
        for (const auto& record : one.provider->certificates) ids.insert(record->id);
    return store::documents_of_certificates(transaction_, std::vector(ids.begin(), ids.end()));
  }

  // Of each relationship's operator since its last review.
  std::vector<std::vector<store::RecordedChange>> changes_of(const std::vector<AssessedRelationship>& batch) {
    std::vector<store::ChangesWanted> wanted;
    for (const auto& one : batch) {
      const auto& last = one.record->last_review;
      wanted.push_back({one.provider ? one.provider->supplier->id : SupplierId{kNobody},
                        last ? std::optional(last->prepared_at) : std::nullopt});
    }
    return store::changes_of_suppliers(transaction_, wanted, moment_.known_at, kMostChanges);
  }

  store::Transaction& transaction_;
  const ReviewRequest& request_;
  AssessmentMoment moment_;
  Assessing assessing_;
  Review& review_;
};

void check(const Services& services, const ReviewRequest& request) {
  if (request.supplier && !services.catalogue.supplier(*request.supplier))
    throw not_found("supplier " + request.supplier->value);
  if (request.known_at && *request.known_at > services.clock.now())
    throw invalid("known_at", "lies in the future");
}

store::ReviewFacts facts_of(const Review& review) {
  return {.id = review.id,
          .title = review.title,
          .on = review.on,
          .known_at = review.known_at,
          .prepared_at = review.prepared_at,
          .prepared_by = review.prepared_by,
          .signed_by = review.sign_off ? review.sign_off->name : "",
          .suppliers = static_cast<int>(review.suppliers.size()),
          .policy_version = review.policy_version,
          .reference_version = review.reference_version};
}

store::ReviewFile file_of(const Review& review, report::ReviewFormat format) {
  store::ReviewFile file{
      .format = std::string(report::review_format_names().at(static_cast<std::size_t>(format))),
      .bytes = report::render(review, format)};
  file.sha256 = crypto::sha256(file.bytes).value;
  file.size = static_cast<std::int64_t>(file.bytes.size());
  return file;
}

// The PDF takes longer than all others together, so it is drawn beside them.
std::vector<store::ReviewFile> files_of(const Review& review) {
  auto pdf = std::async(std::launch::async, file_of, std::cref(review), report::ReviewFormat::Pdf);
  std::vector<store::ReviewFile> files;
  for (std::size_t i = 0; i < report::review_format_names().size(); ++i)
    if (const auto format = static_cast<report::ReviewFormat>(i); format != report::ReviewFormat::Pdf)
      files.push_back(file_of(review, format));
  files.push_back(pdf.get());
  return files;
}

}  // namespace

Review preview_review(Services& services, const ReviewRequest& request, const Actor& actor) {
  check(services, request);
  Review review;
  review.title = request.title.empty() ? "Supplier review" : request.title;
  review.on = request.on.value_or(services.clock.today());
  review.known_at = request.known_at;
  review.prepared_at = services.clock.now();
  review.prepared_by = actor.name;
  review.program = kProgram;
  review.sign_off = request.sign_off;
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  Assembly(services, transaction, request, review).run();
  if (review.suppliers.empty()) throw invalid("supplier", "has no relationship on " + review.on.to_string());
  return review;
}

store::ReviewFacts freeze_review(Services& services, Review review, const Actor& actor) {
  review.id = {new_id(services.clock)};
  if (review.sign_off) review.sign_off->at = review.prepared_at;
  const auto files = files_of(review);
  std::vector<store::ReviewedOutcome> outcomes;
  for (const auto& one : review.suppliers) outcomes.push_back({one.relationship.id, one.outcome});
  auto transaction = services.database.begin();
  store::insert_review(transaction, facts_of(review), outcomes, files);
  audit(transaction, actor, "finish", "review", review.id.value);
  transaction.commit();
  services.feed.refresh();
  return facts_of(review);
}

store::ReviewFacts finish_review(Services& services, const ReviewRequest& request, const Actor& actor) {
  return freeze_review(services, preview_review(services, request, actor), actor);
}

std::vector<store::ReviewFacts> list_reviews(Services& services, const std::string& after, int limit) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  return store::list_reviews(transaction, after, limit);
}

store::ReviewFacts find_review(Services& services, const ReviewId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  auto review = store::load_review(transaction, id);
  if (!review) throw not_found("review " + id.value);
  return *std::move(review);
}

std::vector<store::ReviewFile> review_files(Services& services, const ReviewId& id) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  if (!store::load_review(transaction, id)) throw not_found("review " + id.value);
  return store::review_files(transaction, id);
}

std::string review_file(Services& services, const ReviewId& id, report::ReviewFormat format) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  const std::string name(report::review_format_names()[static_cast<std::size_t>(format)]);
  auto bytes = store::review_file_bytes(transaction, id, name);
  if (!bytes) throw not_found("review " + id.value + " as " + name);
  return *std::move(bytes);
}

}  // namespace certreg::service
