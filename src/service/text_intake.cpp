// Certificates and pages: text from the worker, drafts from the reader, one transaction a document.
#include <algorithm>

#include "certreg/service/register_changes.h"
#include "certreg/service/text_reading.h"
#include "certreg/store/certificates.h"
#include "certreg/store/suppliers.h"
#include "service/document_intake.h"
#include "service/new_id.h"
#include "service/reading_tools.h"
#include "service/settlement.h"

namespace certreg::service {
namespace {

std::vector<Offer> offers_of(const IntakeContext& context, const Incoming& incoming,
                             const DocumentId& document, std::vector<reading::Draft> drafts) {
  std::vector<Offer> offers;
  for (auto& draft : drafts)
    offers.push_back({.draft = std::move(draft),
                      .document = document,
                      .address = incoming.address,
                      .source = incoming.source,
                      .name = incoming.name,
                      .accept = context.request.accept});
  return offers;
}

std::string no_longer_stated(const CertificateVersion& before, const Reference& reference) {
  const auto* standard = reference.find(before.standard);
  const auto what = (standard ? standard->name : before.standard.value) +
                    (before.number.empty() ? std::string() : " (" + before.number + ")");
  return "the document no longer states a certification to " + what;
}

void record_disappearance(const IntakeContext& context, store::Transaction& transaction,
                          const Incoming& incoming, const DocumentId& document,
                          const CertificateVersion& before) {
  const auto change = certreg::no_longer_stated(before, incoming.address, context.services.reference());
  record_changes(transaction, {&change, 1},
                 {.at = context.services.clock.now(),
                  .source = incoming.source ? incoming.source->name : std::string(),
                  .supplier = before.supplier,
                  .certificate = before.certificate,
                  .version = before.id,
                  .document = document,
                  .address = incoming.address});
}

// What this page said before and does not say now stays as it was; a person is told.
void note_missing_claims(IntakeContext& context, store::Transaction& transaction, const Incoming& incoming,
                         const DocumentId& document, const std::vector<Settled>& settled) {
  const auto source = incoming.source ? incoming.source->name : std::string();
  for (const auto& before : store::versions_read_from(transaction, incoming.address, document, source)) {
    const bool said_again = std::any_of(settled.begin(), settled.end(), [&](const Settled& s) {
      return s.certificate == before.certificate;
    });
    if (said_again) continue;
    const bool is_new = store::insert_observation(
        transaction, {.id = new_id(context.services.clock),
                      .kind = "no_longer_stated",
                      .address = incoming.address,
                      .detail = no_longer_stated(before, context.services.reference()),
                      .supplier = before.supplier,
                      .certificate = before.certificate,
                      .document = document,
                      .recorded_at = context.services.clock.now()});
    if (!is_new) continue;
    context.report.count("observations");
    record_disappearance(context, transaction, incoming, document, before);
  }
}

void note(ImportReport& report, const Incoming& incoming, const DocumentId& document, const Offer& offer,
          const Settled& settled, const Reference& reference) {
  if (!settled.problems.empty()) {
    report.count("failed");
    report.count("failed_invalid");
    return report.item(incoming.name, "failed", document, "invalid: " + settled.rule);
  }
  report.count(offer.draft.kind == reading::DraftKind::Claim ? "claims" : "certificates");
  report.count(settled.outcome);
  const auto* standard = reference.find(offer.draft.version.standard);
  report.item(incoming.name, settled.outcome, document,
              (standard ? standard->name : offer.draft.version.standard.value) + ": " + settled.rule);
}

// It is not the page that it is read for, so it says nothing about what that page says.
Taken pass_over(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
                const TextReading& read) {
  const std::string outcome(to_string(*read.hindrance));
  context.report.count(outcome);
  context.report.item(incoming.name, outcome, document, read.detail);
  auto transaction = context.services.database.begin();
  record_seen(transaction, context, incoming, document, Seen::Unread);
  context.report.save(transaction);
  transaction.commit();
  return {.document = document, .hindrance = read.hindrance, .detail = read.detail};
}

// Of the bytes and of what they say: a list that was cut is told by both.
std::vector<std::string> warnings_of(const TextReading& read) {
  auto all = read.text.warnings;
  for (const auto& warning : read.found.warnings)
    if (std::ranges::find(all, warning) == all.end()) all.push_back(warning);
  return all;
}

}  // namespace

Taken take_text(IntakeContext& context, const Incoming& incoming, const DocumentId& document,
                documents::MediaKind kind) {
  auto& services = context.services;
  auto read = read_text(tools_of(services), incoming.bytes, kind, incoming.media_type, incoming.source,
                        page_of(incoming));
  if (read.hindrance) return pass_over(context, incoming, document, read);
  auto offers = offers_of(context, incoming, document, std::move(read.found.drafts));

  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  Settlement settlement(services, transaction, context.report.run().id, context.actor);
  const auto settled = settlement.settle(offers);
  note_missing_claims(context, transaction, incoming, document, settled);
  record_seen(transaction, context, incoming, document, Seen::Read);
  for (std::size_t i = 0; i < settled.size(); ++i)
    note(context.report, incoming, document, offers[i], settled[i], services.reference());
  if (settled.empty()) {
    context.report.count("nothing_found");
    context.report.item(incoming.name, "nothing_found", document, read.found.nothing_found_why);
  }
  for (const auto& remark : remarks_in_words(read.found, services.reference()))
    context.report.item(incoming.name, "no_claim", document, remark);
  for (const auto& warning : warnings_of(read))
    context.report.item(incoming.name, "warning", document, warning);
  context.report.save(transaction);
  transaction.commit();
  return {.document = document,
          .hindrance = {},
          .detail = {},
          .links = std::move(read.text.links),
          .base_address = std::move(read.text.base_address)};
}

}  // namespace certreg::service
