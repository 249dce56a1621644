#include "web/proposal_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/harmless.h"
#include "web/proposal_lines.h"

namespace certreg::web {
namespace {

std::string counted(const Visit& visit, const std::string& key, std::size_t count) {
  return message(visit.language, "queue." + key + (count == 1 ? ".one" : ".many"),
                 {{"count", std::to_string(count)}});
}

std::size_t doubtful_fields(const Visit& visit, const reading::Draft& draft) {
  return static_cast<std::size_t>(std::ranges::count_if(review_fields(), [&](const Field& field) {
    const bool has_value =
        !lines_of(field, draft.version, visit.services.reference(), visit.language).empty();
    return is_to_look_at(sureness_of(field, draft, has_value));
  }));
}

// Empty: each was read with certainty.
std::string fields_words(const Visit& visit, const reading::Draft& draft) {
  if (!draft.ambiguities.empty()) return counted(visit, "open", draft.ambiguities.size());
  const bool is_claim = draft.kind == reading::DraftKind::Claim;  // which states what it likes
  if (!draft.missing.empty() && !is_claim) return counted(visit, "missing", draft.missing.size());
  const auto doubtful = doubtful_fields(visit, draft);
  return doubtful > 0 ? counted(visit, "doubtful", doubtful) : std::string();
}

}  // namespace

reading::Draft draft_of(const store::Proposal& proposal) {
  return codec::stored_draft(codec::parse(proposal.draft));
}

Whose whose_words(const Visit& visit, const store::Proposal& proposal, const reading::Draft& draft) {
  if (!proposal.supplier.empty())
    if (const auto supplier = visit.services.catalogue.supplier(proposal.supplier))
      return {harmless(supplier->name), "/suppliers/" + supplier->id.value, false};
  const auto& holders = draft.version.holders;
  return {holders.empty() ? message(visit.language, "queue.no_holder") : harmless(holders.front().name), "",
          true};
}

std::string standard_words(const Visit& visit, const CertificateVersion& version) {
  const auto* standard = visit.services.reference().find(version.standard);
  const auto name = standard != nullptr ? standard->name : version.standard_printed;
  if (name.empty()) return message(visit.language, "queue.no_standard");
  return harmless(version.edition.empty() ? name : name + ":" + version.edition);
}

std::string document_words(const store::Proposal& proposal) {
  const std::string_view address = proposal.address;
  return harmless(address.starts_with("file:") ? address.substr(5) : address);
}

std::string age_words(const Visit& visit, Instant since) {
  const auto days = std::chrono::floor<std::chrono::days>(visit.services.clock.now()) -
                    std::chrono::floor<std::chrono::days>(since);
  if (days.count() < 1) return message(visit.language, "queue.today");
  return counted(visit, "days", static_cast<std::size_t>(days.count()));
}

std::string open_words(const Visit& visit, const reading::Draft& draft, bool has_warnings) {
  const bool is_partly_read = has_warnings || draft.version.pages_held < draft.version.pages_stated;
  auto words = fields_words(visit, draft);
  if (!is_partly_read) return words.empty() ? message(visit.language, "queue.all_sure") : words;
  return words + (words.empty() ? "" : "; ") + message(visit.language, "queue.in_part");
}

}  // namespace certreg::web
