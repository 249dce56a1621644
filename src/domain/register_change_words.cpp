#include "domain/register_change_words.h"

#include <algorithm>
#include <set>

#include "certreg/domain/names.h"
#include "domain/assessment.h"
#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kNamesListed = 10;

bool continues_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

// Whole characters of UTF-8.
std::string cut(std::string text, std::size_t max_characters) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at)
    if (!continues_character(text[at]) && ++characters > max_characters) return text.substr(0, at) + "...";
  return text;
}

// What may not be shown (breaks, control and bidirectional signs) is a blank: the words are often a page's.
std::string in_one_line(std::string_view text) {
  std::string line;
  while (!text.empty()) {
    std::size_t size = 1;
    while (size < text.size() && continues_character(text[size])) ++size;
    if (const auto character = text.substr(0, size); is_clean_text(character, 1))
      line += character;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
    text.remove_prefix(size);
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

std::string subject_of(const CertificateVersion& version, const Reference& reference) {
  return (version.evidence == EvidenceLevel::Claimed ? "claimed " : "") +
         standard_name(reference, version.standard) + " certificate" +
         (version.number.empty() ? "" : " " + version.number);
}

std::string holder_name(const CertificateVersion& version) {
  return version.holders.empty() ? std::string() : version.holders.front().name;
}

std::string holder_or_supplier(const CertificateVersion& version) {
  const auto name = holder_name(version);
  return name.empty() ? "the supplier" : name;
}

std::string speaker_of(const CertificateVersion& version) {
  const bool is_supplier = !version.claimant || version.claimant->kind == ClaimantKind::Supplier;
  const auto name = version.claimant ? version.claimant->name : std::string();
  if (is_supplier) return name.empty() ? "The supplier" : name;
  const std::string who =
      version.claimant->kind == ClaimantKind::ThirdParty ? "A third party" : "Somebody unknown";
  return name.empty() ? who : who + " (" + name + ")";
}

std::string day_text(const std::optional<Date>& day) { return day ? day->to_string() : std::string(); }

std::string quoted(std::string_view text, std::size_t max_characters) {
  return "\"" + bounded(text, max_characters) + "\"";
}

std::string bounded(std::string_view text, std::size_t max_characters) {
  return cut(in_one_line(text), max_characters);
}

std::string listed(const std::vector<std::string>& names) {
  const auto shown = std::min(names.size(), kNamesListed);
  std::string text;
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == names.size() ? " and " : ", ";
    text += bounded(names[i], 100);
  }
  if (shown < names.size()) text += " and " + std::to_string(names.size() - shown) + " more";
  return text;
}

std::vector<std::string> names_missing(const std::vector<std::string>& from,
                                       const std::vector<std::string>& in) {
  std::set<std::string> seen;
  for (const auto& name : in) seen.insert(fold_words(name));
  std::vector<std::string> missing;
  for (const auto& name : from)
    if (seen.insert(fold_words(name)).second) missing.push_back(name);
  return missing;
}

}  // namespace certreg
