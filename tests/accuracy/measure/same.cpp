#include "accuracy/measure/same.h"

#include <algorithm>
#include <vector>

#include "certreg/domain/names.h"
#include "certreg/reading/labels.h"

namespace certreg::accuracy {
namespace {

struct Bracketed {
  std::string before, within;
};

// "Beijing Certification (BC)": the name, and what it is called for short.
Bracketed bracketed(std::string_view text) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    const auto at = text.find(open);
    if (at == text.npos || at == 0 || !text.ends_with(close)) continue;
    const auto from = at + open.size();
    return {std::string(text.substr(0, at)),
            std::string(text.substr(from, text.size() - close.size() - from))};
  }
  return {std::string(text), {}};
}

// Blanks of every kind, by their UTF-8.
std::size_t blank_at(std::string_view text) {
  constexpr std::string_view kBlanks[] = {" ", "\t", "\n", "\r", "\f", "\v", "\xC2\xA0", "\xE3\x80\x80"};
  for (const auto blank : kBlanks)
    if (text.starts_with(blank)) return blank.size();
  const bool is_width = text.size() > 2 && text.starts_with("\xE2\x80") &&
                        (static_cast<unsigned char>(text[2]) <= 0x8B || text[2] == '\xAF');
  return is_width ? 3 : 0;
}

std::string without_blanks(std::string_view text) {
  std::string kept;
  while (!text.empty()) {
    const auto blank = blank_at(text);
    if (blank == 0) kept += text.front();
    text.remove_prefix(std::max<std::size_t>(blank, 1));
  }
  return kept;
}

std::string without(std::string text, std::string_view part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
  return text;
}

bool is_brand_of(const CertificationBody& body, std::string_view text) {
  const auto name = normalise_name(text);
  return !name.empty() && (name == normalise_name(body.brand) || name == normalise_name(body.group));
}

const CertificationBody* body_read(std::string_view printed, const std::optional<CertificationBodyId>& read,
                                   const Reference& reference) {
  if (read)
    if (const auto* known = reference.find(*read)) return known;
  return reference.certification_body_of(printed);
}

}  // namespace

bool same_name(std::string_view stated, std::string_view read, Strictness strictness) {
  // A name that is broken over two lines has blanks within Chinese and Japanese words.
  if (without_blanks(normalise_name(stated)) == without_blanks(normalise_name(read))) return true;
  if (normalise_name(without_blanks(stated)) == normalise_name(without_blanks(read))) return true;
  if (strictness == Strictness::Certificate) return false;
  const auto core = [](std::string_view name) { return name_without_legal_form(bracketed(name).before); };
  return core(stated) == core(read);
}

Outcome compare_issuer(std::string_view stated, std::string_view printed,
                       const std::optional<CertificationBodyId>& read, const Reference& reference) {
  const auto [before, within] = bracketed(stated);
  const auto* body = body_read(printed, read, reference);
  for (const std::string_view name : {stated, std::string_view(before)}) {
    if (same_name(name, printed, Strictness::Certificate)) return Outcome::Right;
    const auto* known = reference.certification_body_of(name);
    if (known != nullptr && known == body) return Outcome::Right;
  }
  if (body != nullptr && (is_brand_of(*body, stated) || is_brand_of(*body, within))) return Outcome::Brand;
  const auto* known = reference.certification_body_of(stated);
  if (known != nullptr && is_brand_of(*known, printed)) return Outcome::Brand;
  if (!within.empty() && normalise_name(within) == normalise_name(printed)) return Outcome::Brand;
  return name_without_legal_form(before) == name_without_legal_form(printed) ? Outcome::Brand
                                                                             : Outcome::Wrong;
}

bool is_short_for(std::string_view one, std::string_view other) {
  auto shorter = normalise_name(one), longer = normalise_name(other);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  return !shorter.empty() && longer.starts_with(shorter + " ");
}

bool same_accreditor(std::string_view stated, const PrintedAccreditation& read, const Reference& reference) {
  const auto [before, within] = bracketed(stated);
  for (const std::string_view name : {stated, std::string_view(before), std::string_view(within)}) {
    if (name.empty()) continue;
    if (normalise_name(name) == normalise_name(read.printed)) return true;
    const auto* known = reference.accreditation_body_of(name);
    if (known != nullptr && read.body && known->id == *read.body) return true;
  }
  return false;
}

bool same_scope(std::string_view stated, std::string_view read) {
  if (without_blanks(stated) == without_blanks(read)) return true;
  const auto joined = without(std::string(stated), " / ");
  return without_blanks(joined) == without_blanks(without(std::string(read), " / "));
}

bool same_when_folded(std::string_view stated, std::string_view read) {
  return normalise_number(stated) == normalise_number(read);
}

bool names_version(std::string_view stated, std::string_view read) {
  const auto wanted = reading::fold_label(read);
  const auto words = " " + reading::fold_label(stated) + " ";
  return words.find(" " + wanted + " ") != std::string::npos ||
         words.find(" v" + wanted + " ") != std::string::npos;
}

}  // namespace certreg::accuracy
