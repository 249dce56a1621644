#include "certreg/service/text_reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/codec/list_rows.h"
#include "certreg/domain/names.h"
#include "certreg/reading/page_kind.h"
#include "certreg/reading/read_certificate.h"
#include "certreg/reading/read_claims.h"
#include "certreg/reading/service_list.h"
#include "service/signature_notes.h"

namespace certreg::service {
namespace {

using documents::MediaKind;
using reading::Draft;

// A certificate's text outside a PDF (an excerpt, a copy in a mail) proves no more than that somebody wrote
// it.
reading::DocumentReading read_pdf(const ReadingTools& tools, const reading::Text& text) {
  auto found = reading::read_certificate(text, tools.world.labels, tools.world.reference);
  for (auto& draft : found.drafts)
    draft.version.evidence =
        draft.kind == reading::DraftKind::Claim ? EvidenceLevel::Claimed : EvidenceLevel::Documented;
  return found;
}

const std::string* product_called(const SourceDefinition& source, const std::string& printed) {
  const auto found = std::ranges::find(source.products, normalise_name(printed), normalise_name);
  return found == source.products.end() ? nullptr : &*found;
}

struct Separator {
  std::size_t at, size;
};

Separator next_separator(std::string_view text) {
  constexpr std::string_view kAnd = " and ";
  const auto comma = text.find(','), word = text.find(kAnd);
  if (comma == text.npos && word == text.npos) return {text.size(), 0};
  return comma < word ? Separator{comma, 1} : Separator{word, kAnd.size()};
}

std::vector<std::string> parts_of_list(std::string_view text) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const auto separator = next_separator(text);
    const auto part = text.substr(0, separator.at);
    if (part.find_first_not_of(' ') != std::string_view::npos) parts.emplace_back(part);
    text.remove_prefix(separator.at + separator.size);
  }
  return parts;
}

// "Acme Cloud services" are Acme Cloud when the source calls it a product.
const std::string* product_named(const SourceDefinition& source, const std::string& printed) {
  constexpr std::string_view kServices = " services";
  if (printed.ends_with(kServices))
    if (const auto* product = product_called(source, printed.substr(0, printed.size() - kServices.size())))
      return product;
  return product_called(source, printed);
}

// "A, B, and C" and "A and B": all of them, or none when one is no product.
std::vector<std::string> products_in(const SourceDefinition& source, const std::string& printed) {
  if (const auto* product = product_named(source, printed)) return {*product};
  std::vector<std::string> products;
  for (const auto& part : parts_of_list(printed)) {
    const auto* product = product_named(source, part);
    if (product == nullptr) return {};
    products.push_back(*product);
  }
  return products;
}

// A statement about products of the source's holder is a statement of its holder, for these products.
void name_holder(Draft& draft, const SourceDefinition& source) {
  auto& version = draft.version;
  if (version.holders.empty() || source.holder.name.empty()) return;
  auto products = products_in(source, version.holders.front().name);
  if (products.empty()) return;
  version.holders = {source.holder};
  if (!version.services.empty()) return;
  version.services = std::move(products);
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

reading::DocumentReading read_page(const ReadingTools& tools, const reading::Text& text, MediaKind kind,
                                   const SourceDefinition* source) {
  const auto claimant = source ? source->claimant : Claimant{};
  const auto holder = source ? source->holder.name : std::string();
  auto found = kind == MediaKind::PlainText
                   ? reading::read_certificate(text, tools.world.labels, tools.world.reference)
                   : reading::DocumentReading{};
  if (found.drafts.empty())
    found = reading::read_claims(text, {claimant, holder}, tools.world.labels, tools.world.claim_words,
                                 tools.world.reference);
  for (auto& draft : found.drafts) {
    draft.kind = reading::DraftKind::Claim;
    draft.version.evidence = EvidenceLevel::Claimed;
    draft.version.claimant = claimant;
    if (source) name_holder(draft, *source);
  }
  if (source && !source->products.empty()) merge_products(found.drafts);
  return found;
}

// "text/html; charset=Shift_JIS": Shift_JIS.
std::string charset_of(std::string_view media_type) {
  constexpr std::string_view kCharset = "charset=";
  auto at = media_type.find(kCharset);
  if (at == std::string_view::npos) return {};
  auto rest = media_type.substr(at + kCharset.size());
  rest = rest.substr(0, rest.find(';'));
  while (!rest.empty() && (rest.front() == '"' || rest.front() == ' ')) rest.remove_prefix(1);
  while (!rest.empty() && (rest.back() == '"' || rest.back() == ' ')) rest.remove_suffix(1);
  return std::string(rest);
}

std::vector<TrialPart> parts_of(const reading::Text& text) {
  constexpr std::size_t kShown = 120;
  std::vector<TrialPart> parts;
  for (const auto& part : text.selected) {
    parts.push_back({part.name, part.matches, part.lines.empty() ? "" : part.lines.front().text});
    auto& beginning = parts.back().beginning;
    if (beginning.size() <= kShown) continue;
    auto end = kShown;
    while (end > 0 && (static_cast<unsigned char>(beginning[end]) & 0xC0U) == 0x80U) --end;
    beginning.resize(end);
  }
  return parts;
}

PageResult result_of(reading::PageKind kind) {
  switch (kind) {
    case reading::PageKind::SignIn:
      return PageResult::SignIn;
    case reading::PageKind::CookieWall:
      return PageResult::CookieWall;
    case reading::PageKind::NotFound:
      return PageResult::ErrorPage;
    case reading::PageKind::Challenge:
      return PageResult::Challenge;
    case reading::PageKind::ScriptOnly:
      return PageResult::ScriptOnly;
    case reading::PageKind::Empty:
    case reading::PageKind::Content:
      return PageResult::Emptied;
  }
  return PageResult::Emptied;
}

// A page that is not what it is read for says nothing, and a selector that finds nothing means another
// layout.
bool find_hindrance(const ReadingTools& tools, MediaKind kind, TextReading& read) {
  if (kind == MediaKind::Html) {
    const auto judged = reading::page_kind(read.text, tools.world.page_words);
    if (judged.kind != reading::PageKind::Content) {
      read.hindrance = result_of(judged.kind);
      read.detail = judged.quote.empty() ? "" : "\"" + judged.quote + "\"";
      return true;
    }
  }
  for (const auto& part : read.text.selected) {
    if (part.matches > 0 && part.problem.empty()) continue;
    read.hindrance = PageResult::PartMissing;
    read.detail = "the selector " + part.name + " " +
                  (part.problem.empty() ? std::string("finds nothing") : part.problem);
    return true;
  }
  return false;
}

const reading::SelectedPart* part_of(const reading::Text& text, const std::string& name) {
  const auto found = std::find_if(text.selected.begin(), text.selected.end(),
                                  [&](const auto& part) { return part.name == name; });
  return found == text.selected.end() ? nullptr : &*found;
}

// The page cut down to where its claims stand, when the definition says where.
reading::Text claims_in(const reading::Text& text) {
  const auto* claims = part_of(text, "claims");
  if (claims == nullptr) return text;
  auto cut = text;
  cut.title.clear();
  cut.pages = {{.lines = claims->lines}};
  return cut;
}

reading::ServiceList read_list(const reading::Text& text, const reading::ListSpec& spec,
                               const Reference& reference) {
  const auto* part = part_of(text, spec.part);
  return part != nullptr ? reading::read_service_list(part->lines, spec, reference)
                         : reading::read_service_list(text, spec, reference);
}

void apply_lists(const ReadingTools& tools, std::string_view bytes, const PageDefinition& page,
                 const SourceDefinition* source, MediaKind kind, TextReading& read) {
  if (source == nullptr || page.lists.empty() || documents::has_fixed_pages(kind)) return;
  std::vector<reading::ServiceList> lists;
  for (const auto& spec : page.lists) {
    if ((spec.form == reading::ListForm::Json) != (kind == MediaKind::Json)) continue;
    lists.push_back(kind == MediaKind::Json ? reading::read_service_rows(codec::list_rows(bytes, spec.part),
                                                                         spec, tools.world.reference)
                                            : read_list(read.text, spec, tools.world.reference));
    read.text.warnings.insert(read.text.warnings.end(), lists.back().warnings.begin(),
                              lists.back().warnings.end());
  }
  reading::apply_lists(read.found, read.text, lists, {source->claimant, source->holder.name},
                       tools.world.reference);
}

}  // namespace

std::vector<std::string> remarks_in_words(const reading::DocumentReading& found, const Reference& reference) {
  std::vector<std::string> all;
  for (const auto& remark : found.remarks) {
    const bool is_told = remark.relation != reading::Relation::InGeneral &&
                         remark.relation != reading::Relation::NameOnly &&
                         remark.relation != reading::Relation::NoStatement;
    const auto* standard = reference.find(remark.standard);
    if (is_told)
      all.push_back(fmt::format("{}: \"{}\" {}", standard ? standard->name : remark.standard.value,
                                remark.words, reading::meaning_of(remark.relation)));
  }
  return all;
}

bool is_list_in_json(MediaKind kind, const PageDefinition& page) {
  return kind == MediaKind::Json && std::any_of(page.lists.begin(), page.lists.end(), [](const auto& list) {
           return list.form == reading::ListForm::Json;
         });
}

TextReading read_text(const ReadingTools& tools, std::string_view bytes, MediaKind kind,
                      std::string_view media_type, const SourceDefinition* source,
                      const PageDefinition& page) {
  if (kind == MediaKind::Json) {
    TextReading listed;
    apply_lists(tools, bytes, page, source, kind, listed);
    return listed;
  }
  const bool selects = kind == MediaKind::Html && !page.select.empty();
  TextReading result{.text =
                         tools.worker.read(bytes, kind,
                                           {.declared_charset = charset_of(media_type),
                                            .selections = selects ? page.select : documents::Selections{}})};
  if (kind == MediaKind::Pdf)
    for (auto& note : signature_notes(tools, bytes)) result.text.warnings.push_back(std::move(note));
  result.parts = parts_of(result.text);
  if (find_hindrance(tools, kind, result)) return result;
  result.found = documents::has_fixed_pages(kind) ? read_pdf(tools, result.text)
                                                  : read_page(tools, claims_in(result.text), kind, source);
  apply_lists(tools, bytes, page, source, kind, result);
  return result;
}

}  // namespace certreg::service
