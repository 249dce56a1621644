// certreg's own JSON: {"format": "certreg-certificates-1", "certificates": [...]}, each in the form of the
// API. What the other register added of its own (ids, evidence, quotes) is not taken over: here it is its
// claim.
#include <array>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "service/document_intake.h"
#include "service/row_batch.h"

namespace certreg::service {
namespace {

using codec::Json;
constexpr std::string_view kFormat = "certreg-certificates-1";
constexpr std::array kOwnMembers{
    "id",          "certificate",      "supplier",        "evidence", "claimant",
    "signature",   "document_changed", "declared_absent", "quotes",   "recorded_at",
    "recorded_by", "last_confirmed",   "reason",          "retired",  "parent"};

void quote(CertificateVersion& version, const Json& stated, int row) {
  const auto add = [&](const char* field, const char* member) {
    if (!stated.contains(member) || stated[member].is_null()) return;
    const auto& value = stated[member];
    version.quotes.push_back({.field = field,
                              .text = value.is_string() ? value.get<std::string>() : codec::dump(value),
                              .page = row,
                              .method = ReadingMethod::Json});
  };
  add("holder", "holders");
  for (const auto* field :
       {"standard", "edition", "number", "issued", "decided", "first_issued", "valid_from", "expires",
        "scope", "services", "sites", "exclusions", "accreditations", "statuses"})
    add(field, field);
  add("issuer",
      stated.contains("issuer_printed") && !stated["issuer_printed"].is_null() ? "issuer_printed" : "issuer");
}

Offer offer_of(const IntakeContext& context, const Incoming& incoming, const DocumentId& document, int row,
               CertificateVersion version) {
  version.evidence = table_evidence(context, incoming);
  if (incoming.source) version.claimant = incoming.source->claimant;
  return {.draft = {.version = std::move(version)},
          .document = document,
          .address = incoming.address,
          .source = incoming.source,
          .name = "certificates[" + std::to_string(row - 1) + "]",
          .accept = context.request.accept,
          .from_table = true};
}

const Json& certificates_of(const Json& root) {
  if (!root.is_object() || root.value("format", Json()) != kFormat)
    throw invalid("format", "must be \"" + std::string(kFormat) + "\"");
  for (const auto& [name, unused] : root.items())
    if (name != "format" && name != "certificates") throw invalid(name, "is not a known member");
  if (!root.contains("certificates") || !root["certificates"].is_array())
    throw invalid("certificates", "must be a list of certificates");
  return root["certificates"];
}

}  // namespace

void take_register(IntakeContext& context, const Incoming& incoming, const DocumentId& document) {
  const auto root = codec::parse(incoming.bytes);
  RowBatch batch(context);
  int row = 0;
  for (auto stated : certificates_of(root)) {
    context.report.count("rows");
    ++row;
    codec::Problems problems;
    if (stated.is_object())
      for (const auto* own : kOwnMembers) stated.erase(own);
    auto version = codec::certificate_from(stated, context.services.reference(), problems);
    if (!problems.empty()) {
      context.report.bad_row("certificates[" + std::to_string(row - 1) + "]", problems);
      batch.pass();
      continue;
    }
    quote(version, stated, row);
    batch.add(offer_of(context, incoming, document, row, std::move(version)));
  }
  batch.finish();
}

}  // namespace certreg::service
