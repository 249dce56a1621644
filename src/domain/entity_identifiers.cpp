#include "domain/entity_identifiers.h"

#include <algorithm>
#include <array>
#include <optional>

#include "certreg/domain/names.h"
#include "domain/company_word_table.h"
#include "domain/say.h"

namespace certreg {
namespace {

// Northern Ireland's prefix is another country's number (Brexit Withdrawal Agreement); Greece is EL in VAT
// numbers (Directive 2006/112/EC, article 215).
std::string usual_prefix(std::string vat) {
  if (vat.starts_with("XI")) return vat.replace(0, 2, "GB");
  if (vat.starts_with("EL")) return vat.replace(0, 2, "GR");
  return vat;
}

// The Swiss number names the tax behind it in three languages.
std::string without_name_of_tax(std::string vat) {
  constexpr std::array<std::string_view, 4> kTaxes{"MWST", "TVA", "IVA", "VAT"};
  for (const auto tax : kTaxes)
    if (vat.starts_with("CHE") && vat.ends_with(tax)) vat.resize(vat.size() - tax.size());
  return vat;
}

bool has_prefix(std::string_view vat) {
  return vat.size() > 2 &&
         (is_country_code(vat.substr(0, 2)) || vat.starts_with("EL") || vat.starts_with("XI"));
}

// Without its country a VAT number means nothing.
std::string comparable_vat(const LegalEntity& entity) {
  auto vat = without_name_of_tax(normalise_number(entity.vat));
  if (vat.empty()) return {};
  if (!has_prefix(vat)) {
    if (entity.country.empty()) return {};
    vat.insert(0, entity.country);
  }
  return usual_prefix(std::move(vat));
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "HRB 00123" is "HRB 123".
std::string without_leading_zeros(const std::string& number) {
  std::string kept;
  for (std::size_t at = 0; at < number.size(); ++at) {
    const bool begins = at == 0 || !is_digit(number[at - 1]) || kept.empty() || !is_digit(kept.back());
    const bool leads = number[at] == '0' && begins && at + 1 < number.size() && is_digit(number[at + 1]);
    if (!leads) kept += number[at];
  }
  return kept;
}

std::string comparable_lei(const LegalEntity& entity) {
  auto lei = normalise_number(entity.lei);
  return is_lei(lei) ? lei : std::string();
}

bool is_local_register(std::string_view country) {
  const auto countries = local_register_countries();
  return std::find(countries.begin(), countries.end(), country) != countries.end();
}

struct Words {
  SentenceId equal, differ;
};
constexpr Words kLeiWords{"entity.lei_equal", "entity.lei_differs"};
constexpr Words kVatWords{"entity.vat_equal", "entity.vat_differs"};
constexpr Words kRegistrationWords{"entity.registration_equal", "entity.registration_differs"};

// nullopt when one of the two is not known.
std::optional<IdentifierFinding> compare(EntityGround ground, Words words, const std::string& asked,
                                         const std::string& other) {
  if (asked.empty() || other.empty()) return std::nullopt;
  IdentifierFinding finding{.ground = ground, .is_equal = asked == other};
  finding.detail = finding.is_equal ? say(words.equal, asked) : say(words.differ, asked, other);
  return finding;
}

std::optional<IdentifierFinding> compare_vat(const EntityIdentifiers& asked, const EntityIdentifiers& other) {
  if (asked.vat.substr(0, 2) != other.vat.substr(0, 2)) return std::nullopt;
  return compare(EntityGround::Vat, kVatWords, asked.vat, other.vat);
}

std::optional<IdentifierFinding> compare_registration(const EntityIdentifiers& asked,
                                                      const EntityIdentifiers& other) {
  if (asked.country.empty() || asked.country != other.country) return std::nullopt;
  auto finding = compare(EntityGround::RegistrationNumber, kRegistrationWords, asked.registration_number,
                         other.registration_number);
  if (finding) finding->is_local = is_local_register(asked.country);
  return finding;
}

}  // namespace

EntityIdentifiers identifiers_of(const LegalEntity& entity) {
  return {comparable_lei(entity), comparable_vat(entity),
          without_leading_zeros(normalise_number(entity.registration_number)), entity.country};
}

std::vector<IdentifierFinding> compare_identifiers(const EntityIdentifiers& asked,
                                                   const EntityIdentifiers& other) {
  std::vector<IdentifierFinding> findings;
  for (const auto& finding : {compare(EntityGround::Lei, kLeiWords, asked.lei, other.lei),
                              compare_vat(asked, other), compare_registration(asked, other)})
    if (finding) findings.push_back(*finding);
  return findings;
}

}  // namespace certreg
