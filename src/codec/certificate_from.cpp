#include "certreg/domain/lifecycle.h"
#include "codec/certificate_reader.h"
#include "codec/surely_storable.h"

namespace certreg::codec {
namespace {

void read_standard(ObjectReader& reader, const Reference& reference, CertificateVersion& version) {
  const auto printed = reader.required_text("standard");
  const auto edition = reader.text("edition", 20);
  if (printed.empty()) return;
  const auto mention = reference.standard_of(printed);
  if (!mention)
    return reader.problem("standard", "\"" + printed + "\" is not a standard that the register knows");
  version.standard = mention->standard;
  version.edition = edition.empty() ? mention->edition : edition;
  if (!edition.empty() && reference.find(version.standard, edition) == nullptr)
    reader.problem("edition",
                   "\"" + edition + "\" is not an edition of " + reference.find(version.standard)->name);
  if (!edition.empty() && !mention->edition.empty() && mention->edition != edition)
    reader.problem("edition", "contradicts the edition named in standard");
}

// The issuer may be given by its id or by its name; a name that nobody knows is kept as printed.
void resolve_bodies(ObjectReader& reader, const Reference& reference, CertificateVersion& version) {
  if (version.issuer && reference.find(*version.issuer) == nullptr)
    reader.problem("issuer", "\"" + version.issuer->value +
                                 "\" is not a certification body that the register knows; " +
                                 "state its name in issuer_printed");
  if (!version.issuer && !version.issuer_printed.empty())
    if (const auto* body = reference.certification_body_of(version.issuer_printed)) version.issuer = body->id;
  for (auto& accreditation : version.accreditations) {
    if (accreditation.body && reference.find(*accreditation.body) == nullptr)
      reader.problem("accreditations", "\"" + accreditation.body->value +
                                           "\" is not an accreditation body that the " + "register knows");
    if (!accreditation.body)
      if (const auto* body = reference.accreditation_body_of(accreditation.printed))
        accreditation.body = body->id;
  }
}

void check_order(ObjectReader& reader, const CertificateVersion& version) {
  if (version.expires && version.issued && *version.expires < *version.issued)
    reader.problem("expires", "lies before issued");
  if (version.expires && version.valid_from && *version.expires < *version.valid_from)
    reader.problem("expires", "lies before valid_from");
}

void read_quotes(ObjectReader& reader, CertificateVersion& version, Problems& problems) {
  const auto quotes = reader.objects("quotes", 10'000);
  for (std::size_t i = 0; i < quotes.size(); ++i)
    version.quotes.push_back(quote_from(*quotes[i], item_path(reader, "quotes", i), problems));
}

template <class Enum>
Enum stored_choice(ObjectReader& reader, const char* member, const std::vector<std::string_view>& names) {
  return choice_or(reader, member, names, Enum{});
}

void read_record(ObjectReader& reader, CertificateVersion& version, Problems& problems) {
  static const std::vector<std::string_view> signatures{"not_signed", "signed_by_issuer", "signed_by_other",
                                                        "broken"};
  version.evidence = stored_choice<EvidenceLevel>(reader, "evidence", evidence_names());
  if (const auto* claimant = reader.object("claimant")) {
    ObjectReader inner(*claimant, reader.path_of("claimant"), problems);
    version.claimant =
        Claimant{choice_or(inner, "kind", claimant_names(), ClaimantKind::Unknown), inner.text("name")};
  }
  version.signature = stored_choice<SignatureState>(reader, "signature", signatures);
  version.document_changed = reader.boolean("document_changed").value_or(false);
  read_quotes(reader, version, problems);
  version.recorded_at = reader.instant("recorded_at").value_or(Instant{});
  version.last_confirmed = reader.instant("last_confirmed");
  version.recorded_by = reader.text("recorded_by");
  version.reason = reader.text("reason", 1000);
  version.retired = reader.boolean("retired").value_or(false);
}

}  // namespace

CertificateVersion certificate_from(const Json& value, const Reference& reference, Problems& problems) {
  ObjectReader reader(value, "", problems);
  CertificateVersion version;
  version.supplier.value = reader.text("supplier", 36);
  read_standard(reader, reference, version);
  read_stated_members(reader, version, problems);
  version.reason = reader.text("reason", 1000);
  resolve_bodies(reader, reference, version);
  check_order(reader, version);
  if (version.holders.empty()) reader.problem("holders", "needs at least one holder");
  reader.finish();
  return version;
}

Check check_from(const Json& value, Problems& problems) {
  ObjectReader reader(value, "", problems);
  Check check{.checked_on = Date(1900, 1, 1)};
  check.certificate.value = reader.required_text("certificate", 36);
  check.register_name = reader.required_text("register");
  check.address = reader.text("address", 2000);
  check.source = choice_or(reader, "source", status_source_names(), StatusSource::PublicRegister);
  if (!reader.has("result")) reader.problem("result", "is required");
  check.result = choice_or(reader, "result", check_result_names(), CheckResult::SourceFailed);
  const auto day = reader.date("checked_on");
  if (!reader.has("checked_on")) reader.problem("checked_on", "is required");
  check.checked_on = day.value_or(check.checked_on);
  check.note = reader.long_text("note", 2000);
  reader.finish();
  return check;
}

Check stored_check(const Json& value) {
  Problems problems;
  ObjectReader reader(value, "", problems);
  Check check{.checked_on = Date(1900, 1, 1)};
  check.id = reader.text("id");
  check.certificate.value = reader.text("certificate");
  check.register_name = reader.text("register");
  check.address = reader.text("address", 2000);
  check.source = choice_or(reader, "source", status_source_names(), StatusSource::PublicRegister);
  check.result = choice_or(reader, "result", check_result_names(), CheckResult::SourceFailed);
  check.checked_on = reader.date("checked_on").value_or(check.checked_on);
  check.checked_by = reader.text("checked_by");
  check.note = reader.long_text("note", 2000);
  check.recorded_at = reader.instant("recorded_at").value_or(Instant{});
  if (!problems.empty())
    throw Error(ErrorKind::Unavailable, "a stored check cannot be read", invalid(problems).what());
  return check;
}

namespace {

CertificateVersion read_stored(const Json& value, Problems& problems) {
  ObjectReader reader(value, "", problems);
  CertificateVersion version;
  version.id.value = reader.text("id");
  version.certificate.value = reader.text("certificate");
  version.supplier.value = reader.text("supplier");
  version.standard.value = reader.text("standard");
  version.edition = reader.text("edition");
  read_stated_members(reader, version, problems);
  read_record(reader, version, problems);
  return version;
}

}  // namespace

Problems unstorable(const CertificateVersion& version) {
  Problems problems;
  if (!is_surely_storable(version)) read_stored(to_json(version), problems);
  return problems;
}

CertificateVersion stored_certificate(const Json& value) {
  Problems problems;
  auto version = read_stored(value, problems);
  if (!problems.empty())
    throw Error(ErrorKind::Unavailable, "a stored certificate cannot be read", invalid(problems).what());
  return version;
}

}  // namespace certreg::codec
