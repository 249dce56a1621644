#include "service/text_reading.h"

#include <algorithm>

#include "certreg/domain/names.h"
#include "certreg/reading/read_certificate.h"
#include "certreg/reading/read_claims.h"

namespace certreg::service {
namespace {

using documents::MediaKind;
using reading::Draft;

// A certificate's text outside a PDF (an excerpt, a copy in a mail) proves no more than that somebody wrote
// it.
reading::DocumentReading read_pdf(const Services& services, const reading::Text& text) {
  auto found = reading::read_certificate(text, services.labels(), services.reference());
  for (auto& draft : found.drafts)
    draft.version.evidence =
        draft.kind == reading::DraftKind::Claim ? EvidenceLevel::Claimed : EvidenceLevel::Documented;
  return found;
}

// A statement about a product of the source's holder is a statement of its holder, for that product.
void name_holder(Draft& draft, const SourceDefinition& source) {
  auto& version = draft.version;
  if (version.holders.empty() || source.holder.name.empty()) return;
  const auto printed = version.holders.front().name;
  const auto is_printed = [&](const auto& product) {
    return normalise_name(product) == normalise_name(printed);
  };
  const auto product = std::find_if(source.products.begin(), source.products.end(), is_printed);
  if (product == source.products.end()) return;
  version.holders = {source.holder};
  if (!version.services.empty()) return;
  version.services = {*product};
  version.quotes.push_back({.field = "services",
                            .text = version.quotes.front().text,
                            .method = version.quotes.front().method,
                            .confidence = version.quotes.front().confidence});
}

bool is_one_claim(const Draft& one, const Draft& other) {
  const auto holder = [](const Draft& draft) {
    return draft.version.holders.empty() ? std::string() : normalise_name(draft.version.holders.front().name);
  };
  return one.version.standard == other.version.standard && one.version.edition == other.version.edition &&
         one.version.number == other.version.number && holder(one) == holder(other);
}

// What is claimed for several products of one holder is one claim that names them all.
void merge_products(std::vector<Draft>& drafts) {
  std::vector<Draft> merged;
  for (auto& draft : drafts) {
    const auto same = std::find_if(merged.begin(), merged.end(),
                                   [&](const auto& other) { return is_one_claim(other, draft); });
    if (same == merged.end()) {
      merged.push_back(std::move(draft));
      continue;
    }
    auto& into = same->version;
    into.services.insert(into.services.end(), draft.version.services.begin(), draft.version.services.end());
    into.quotes.insert(into.quotes.end(), draft.version.quotes.begin(), draft.version.quotes.end());
  }
  drafts = std::move(merged);
}

reading::DocumentReading read_page(const Services& services, const reading::Text& text, MediaKind kind,
                                   const SourceDefinition* source) {
  const auto claimant = source ? source->claimant : Claimant{};
  const auto holder = source ? source->holder.name : std::string();
  auto found = kind == MediaKind::PlainText
                   ? reading::read_certificate(text, services.labels(), services.reference())
                   : reading::DocumentReading{};
  if (found.drafts.empty())
    found = reading::read_claims(text, {claimant, holder}, services.labels(), services.reference());
  for (auto& draft : found.drafts) {
    draft.kind = reading::DraftKind::Claim;
    draft.version.evidence = EvidenceLevel::Claimed;
    draft.version.claimant = claimant;
    if (source) name_holder(draft, *source);
  }
  if (source && !source->products.empty()) merge_products(found.drafts);
  return found;
}

}  // namespace

TextReading read_text(const Services& services, std::string_view bytes, MediaKind kind,
                      std::string_view media_type, const SourceDefinition* source,
                      const PageDefinition& page) {
  (void)media_type;
  (void)page;
  TextReading result{.text = services.worker.read(bytes, kind)};
  result.found = kind == MediaKind::Pdf ? read_pdf(services, result.text)
                                        : read_page(services, result.text, kind, source);
  return result;
}

}  // namespace certreg::service
