// Tells people what a settlement did not take over: observations and the change feed.
#include <algorithm>

#include "certreg/domain/register_change.h"
#include "service/new_id.h"
#include "service/scope_list.h"
#include "service/settlement_case.h"
#include "service/version_changes.h"

namespace certreg::service {

// The same page is read again and again while a person has not decided: that is told once.
void Settlement::ask(const Case& item, const std::string& why, const store::Proposal& proposal) {
  const bool asked_just_now =
      std::any_of(proposals_.begin(), proposals_.end(), [&](const store::Proposal& earlier) {
        return earlier.state == "pending" && earlier.certificate_key == proposal.certificate_key;
      });
  if (asked_just_now || is_waiting(proposal)) return;
  const auto& read = item.offer.draft.version;
  const auto known = item.known ? std::optional(nearest_issue(*item.known, read)) : std::nullopt;
  record(item, {waits_for_decision(known, read, why, item.offer.address, services_.reference())},
         {.at = services_.clock.now(), .supplier = proposal.supplier, .certificate = proposal.certificate});
}

bool Settlement::is_waiting(const store::Proposal& proposal) {
  const auto pause = writer_.pause();
  return store::is_waiting(transaction_, proposal);
}

void Settlement::record(const Case& item, const RegisterChanges& changes, ChangeContext context) {
  if (item.offer.source != nullptr) context.source = item.offer.source->name;
  context.document = item.offer.document;
  context.address = item.offer.address;
  for (auto& row : rows_of(changes, context)) changes_.push_back(std::move(row));
}

void Settlement::note_saying_less(const Case& item, const std::vector<std::string>& fields) {
  std::string detail = "the page no longer states";
  for (const auto& field : fields) detail += " " + field + ",";
  detail.pop_back();
  if (note(item, "page_says_less", detail))
    record(item, {says_less(item.known->latest(), fields, item.offer.address, services_.reference())},
           {.at = services_.clock.now(),
            .supplier = item.known->latest().supplier,
            .certificate = item.known->id});
}

// The new version takes the old one's place, so that nothing else would tell.
void Settlement::note_lost_services(const Case& item, const CertificateVersion& replaced) {
  const auto lost = lost_services(replaced.scope_items, item.offer.draft.version.scope_items);
  if (!lost.empty()) note(item, "scope_reduced", "no longer listed as in scope: " + lost);
}

bool Settlement::note(const Case& item, const char* kind, const std::string& detail) {
  const auto pause = writer_.pause();
  return store::insert_observation(transaction_, {.id = new_id(services_.clock),
                                                  .kind = kind,
                                                  .address = item.offer.address,
                                                  .detail = detail,
                                                  .supplier = item.supplier.supplier,
                                                  .certificate = item.known->id,
                                                  .document = item.offer.document,
                                                  .recorded_at = services_.clock.now()});
}

}  // namespace certreg::service
