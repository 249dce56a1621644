// Documents and pages under tests/data, each with the drafts that are expected of it in a file beside it.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "certreg/reading/read_certificate.h"
#include "certreg/reading/read_claims.h"
#include "reading/world.h"
#include "system/pdf_drawing.h"

namespace certreg::reading {
namespace {

std::vector<std::filesystem::path> inputs_in(const char* folder) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "tests/data" / folder))
    if (entry.path().extension() != ".expected") files.push_back(entry.path());
  std::ranges::sort(files);
  return files;
}

std::string day(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

std::string form_of(const CertificateVersion& version) {
  if (!version.form) return {};
  if (*version.form == ExtensionForm::Sheet) return "sheet";
  return *version.form == ExtensionForm::Reference ? "reference" : "words";
}

std::string render(const ScopeItem& item) {
  return item.name + (item.short_names.empty() ? "" : " = " + item.short_names.front()) +
         (item.exclusion.empty() ? "" : " BUT " + item.exclusion);
}

std::string render(const Draft& draft) {
  const CertificateVersion& version = draft.version;
  std::string result;
  auto say = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) result += fmt::format("{}: {}\n", name, value);
  };
  bool is_short = draft.kind == DraftKind::Claim || version.form == ExtensionForm::Reference;
  say("standard", version.standard.value);
  say("edition", version.edition);
  say("form", form_of(version));
  if (version.form == ExtensionForm::Reference) {
    say("parent", version.parent_number);
    return result;
  }
  if (!is_short) say("standard_printed", version.standard_printed);
  say("number", version.number);
  say("holder", version.holders.empty() ? "" : version.holders.front().name);
  say("issuer", version.issuer ? version.issuer->value : "");
  for (const auto& accreditation : version.accreditations)
    say("accreditation", accreditation.body ? accreditation.body->value : "");
  say("issued", day(version.issued));
  say("first_issued", day(version.first_issued));
  say("valid_from", day(version.valid_from));
  say("expires", day(version.expires));
  say("previous_expiry", day(version.previous_expiry));
  say("recertification_audited", day(version.recertification_audited));
  say("issue_number", version.issue_number);
  say("scope", version.scope);
  for (const auto& item : version.scope_items) say("service", render(item));
  if (version.services_closed) say("services", "no others");
  say("soa_version", version.soa_version);
  say("soa_date", day(version.soa_date));
  if (version.pages_stated > 0)
    say("pages", fmt::format("{} of {}", version.pages_held, version.pages_stated));
  say("document", draft.document_address);
  for (const Ambiguity& ambiguity : draft.ambiguities) {
    std::vector<std::string> values;
    for (const Candidate& candidate : ambiguity.candidates) values.push_back(candidate.value);
    say("ambiguous " + ambiguity.field, fmt::format("{}", fmt::join(values, ", ")));
  }
  return result;
}

std::string render(const DocumentReading& reading) {
  std::string result;
  if (reading.drafts.empty()) result = "nothing: " + reading.nothing_found_why + "\n";
  for (const Draft& draft : reading.drafts) result += (result.empty() ? "" : "---\n") + render(draft);
  for (const Remark& remark : reading.remarks)
    result += fmt::format("{} {}: {}\n", to_string(remark.relation), remark.standard.value, remark.words);
  return result;
}

std::string expected_beside(std::filesystem::path input) {
  return file_bytes(input.replace_extension(".expected"));
}

void every_set_field_has_a_quote(const Draft& draft, const std::string& file) {
  const CertificateVersion& version = draft.version;
  auto quoted = [&](const char* field, bool is_set) {
    bool has_quote = std::ranges::any_of(
        version.quotes, [&](const Quote& quote) { return quote.field == field && !quote.text.empty(); });
    EXPECT_EQ(has_quote, is_set) << file << ": " << field;
  };
  quoted("standard", !version.standard.empty());
  quoted("edition", !version.edition.empty());
  quoted("number", !version.number.empty());
  quoted("holder", !version.holders.empty());
  quoted("issuer", version.issuer || !version.issuer_printed.empty());
  quoted("issued", version.issued.has_value());
  quoted("expires", version.expires.has_value());
  quoted("scope", !version.scope.empty());
  for (std::size_t at = 0; at < version.scope_items.size(); ++at)
    quoted(("scope_items[" + std::to_string(at) + "]").c_str(), true);
}

TEST(Files, Certificates) {
  for (const auto& file : inputs_in("documents")) {
    std::string pdf = sample::draw_pdf(file_bytes(file));
    auto reading = read_certificate(worker().read(pdf, documents::MediaKind::Pdf), labels(), world());
    EXPECT_EQ(render(reading), expected_beside(file)) << file.filename();
    for (const Draft& draft : reading.drafts) every_set_field_has_a_quote(draft, file.filename());
  }
}

TEST(Files, Pages) {
  const PageContext context{{ClaimantKind::Supplier, "Acme"}, "Acme Cloud Ltd"};
  for (const auto& file : inputs_in("pages")) {
    std::string bytes = file_bytes(file);
    auto text = worker().read(bytes, documents::sniff_media(bytes, "", file.filename().string()));
    auto reading = read_claims(text, context, labels(), claim_words(), world());
    EXPECT_EQ(render(reading), expected_beside(file)) << file.filename();
    for (const Draft& draft : reading.drafts) {
      every_set_field_has_a_quote(draft, file.filename());
      EXPECT_EQ(draft.kind, DraftKind::Claim);
      EXPECT_EQ(draft.version.evidence, EvidenceLevel::Claimed);
      EXPECT_EQ(draft.version.claimant->name, "Acme");
    }
  }
}

}  // namespace
}  // namespace certreg::reading
