// Certificates and pages: text from the worker, drafts from the reader, one transaction a document.
#include <algorithm>

#include "certreg/reading/read_certificate.h"
#include "certreg/reading/read_claims.h"
#include "certreg/store/certificates.h"
#include "certreg/store/suppliers.h"
#include "service/document_intake.h"
#include "service/new_id.h"
#include "service/settlement.h"

namespace certreg::service {
namespace {

using documents::MediaKind;

Claimant claimant_of(const SourceDefinition* source) { return source ? source->claimant : Claimant{}; }

// A certificate's text outside a PDF (an excerpt, a copy in a mail) proves no more than that somebody wrote
// it.
reading::DocumentReading read_text(const Services& services, const Incoming& incoming,
                                   const reading::Text& text, MediaKind kind) {
  if (kind == MediaKind::Pdf) {
    auto found = reading::read_certificate(text, services.labels(), services.reference());
    for (auto& draft : found.drafts)
      draft.version.evidence =
          draft.kind == reading::DraftKind::Claim ? EvidenceLevel::Claimed : EvidenceLevel::Documented;
    return found;
  }
  const auto claimant = claimant_of(incoming.source);
  const auto holder = incoming.source ? incoming.source->holder.name : std::string();
  auto found = kind == MediaKind::PlainText
                   ? reading::read_certificate(text, services.labels(), services.reference())
                   : reading::DocumentReading{};
  if (found.drafts.empty())
    found = reading::read_claims(text, {claimant, holder}, services.labels(), services.reference());
  for (auto& draft : found.drafts) {
    draft.kind = reading::DraftKind::Claim;
    draft.version.evidence = EvidenceLevel::Claimed;
    draft.version.claimant = claimant;
  }
  return found;
}

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

// What this page said before and does not say now stays as it was; a person is told.
void note_missing_claims(IntakeContext& context, store::Transaction& transaction, const Incoming& incoming,
                         const DocumentId& document, const std::vector<Settled>& settled) {
  for (const auto& before : store::versions_read_from(transaction, incoming.address, document)) {
    const bool said_again = std::any_of(settled.begin(), settled.end(), [&](const Settled& s) {
      return s.certificate == before.certificate;
    });
    if (said_again) continue;
    const bool is_new =
        store::insert_finding(transaction, {.id = new_id(context.services.clock),
                                            .kind = "no_longer_stated",
                                            .address = incoming.address,
                                            .detail = no_longer_stated(before, context.services.reference()),
                                            .supplier = before.supplier,
                                            .certificate = before.certificate,
                                            .document = document,
                                            .recorded_at = context.services.clock.now()});
    if (is_new) context.report.count("findings");
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

}  // namespace

void take_text(IntakeContext& context, const Incoming& incoming, const DocumentId& document, MediaKind kind) {
  auto& services = context.services;
  const auto text = services.worker.read(incoming.bytes, kind);
  auto found = read_text(services, incoming, text, kind);
  auto offers = offers_of(context, incoming, document, std::move(found.drafts));

  auto transaction = services.database.begin();
  store::lock_intake(transaction);
  Settlement settlement(services, transaction, context.report.run().id, context.actor);
  const auto settled = settlement.settle(offers);
  note_missing_claims(context, transaction, incoming, document, settled);
  for (std::size_t i = 0; i < settled.size(); ++i)
    note(context.report, incoming, document, offers[i], settled[i], services.reference());
  if (settled.empty()) {
    context.report.count("nothing_found");
    context.report.item(incoming.name, "nothing_found", document, found.nothing_found_why);
  }
  for (const auto& warning : text.warnings) context.report.item(incoming.name, "warning", document, warning);
  context.report.save(transaction);
  transaction.commit();
}

}  // namespace certreg::service
