#include "documents/signature_json.h"

#include "documents/worker_answer.h"

namespace certreg::documents {
namespace {

using nlohmann::json;

json instant_json(Instant instant) { return instant.time_since_epoch().count(); }
Instant parse_instant_json(const json& value) {
  return Instant(Instant::duration(value.get<std::int64_t>()));
}

json maybe_instant(const std::optional<Instant>& instant) {
  return instant ? instant_json(*instant) : json();
}

std::optional<Instant> parse_maybe_instant(const json& value) {
  if (value.is_null()) return std::nullopt;
  return parse_instant_json(value);
}

template <typename Value>
json answer_json(const Answer<Value>& answer) {
  return json::array({static_cast<int>(answer.value), answer.sentence});
}

template <typename Value>
Answer<Value> parse_answer(const json& value, Value last) {
  return {parse_enum(value.at(0), last), value.at(1).get<std::string>()};
}

json signer_json(const std::optional<SignerCertificate>& signer) {
  if (!signer) return {};
  return {{"common_name", signer->common_name},
          {"organization", signer->organization},
          {"organization_identifier", signer->organization_identifier},
          {"issuer", signer->issuer},
          {"serial", signer->serial},
          {"sha256", signer->sha256},
          {"not_before", instant_json(signer->not_before)},
          {"not_after", instant_json(signer->not_after)}};
}

std::optional<SignerCertificate> parse_signer(const json& value) {
  if (value.is_null()) return std::nullopt;
  SignerCertificate signer;
  signer.common_name = value.at("common_name").get<std::string>();
  signer.organization = value.at("organization").get<std::string>();
  signer.organization_identifier = value.at("organization_identifier").get<std::string>();
  signer.issuer = value.at("issuer").get<std::string>();
  signer.serial = value.at("serial").get<std::string>();
  signer.sha256 = value.at("sha256").get<std::string>();
  signer.not_before = parse_instant_json(value.at("not_before"));
  signer.not_after = parse_instant_json(value.at("not_after"));
  return signer;
}

json changes_json(const std::vector<Change>& changes) {
  json result = json::array();
  for (const auto& change : changes)
    result.push_back(json::array({static_cast<int>(change.kind), change.sentence}));
  return result;
}

std::vector<Change> parse_changes(const json& value) {
  std::vector<Change> changes;
  for (const json& change : value)
    changes.push_back({parse_enum(change.at(0), ChangeKind::StrayBytes), change.at(1).get<std::string>()});
  return changes;
}

json signature_json(const SignatureReport& report) {
  return {{"kind", static_cast<int>(report.kind)},
          {"field", report.field},
          {"sub_filter", report.sub_filter},
          {"byte_range", report.byte_range ? json(*report.byte_range) : json()},
          {"integrity", answer_json(report.integrity)},
          {"coverage", answer_json(report.coverage)},
          {"trust", answer_json(report.trust)},
          {"time", answer_json(report.time)},
          {"revocation", answer_json(report.revocation)},
          {"signer", signer_json(report.signer)},
          {"claimed_time", maybe_instant(report.claimed_time)},
          {"stamped_time", maybe_instant(report.stamped_time)},
          {"stamp_is_trusted", report.stamp_is_trusted},
          {"digest", report.digest},
          {"key", report.key},
          {"certification_level", report.certification_level},
          {"weaknesses", report.weaknesses},
          {"changes", changes_json(report.changes)}};
}

SignatureReport parse_signature(const json& value) {
  SignatureReport report;
  report.kind = parse_enum(value.at("kind"), SignatureKind::DocumentTimestamp);
  report.field = value.at("field").get<std::string>();
  report.sub_filter = value.at("sub_filter").get<std::string>();
  if (const json& range = value.at("byte_range"); !range.is_null())
    report.byte_range = range.get<std::array<std::int64_t, 4>>();
  report.integrity = parse_answer(value.at("integrity"), Integrity::Unknown);
  report.coverage = parse_answer(value.at("coverage"), Coverage::Unknown);
  report.trust = parse_answer(value.at("trust"), Trust::Unknown);
  report.time = parse_answer(value.at("time"), TimeValidity::Unknown);
  report.revocation = parse_answer(value.at("revocation"), Revocation::RevokedAfterwards);
  report.signer = parse_signer(value.at("signer"));
  report.claimed_time = parse_maybe_instant(value.at("claimed_time"));
  report.stamped_time = parse_maybe_instant(value.at("stamped_time"));
  report.stamp_is_trusted = value.at("stamp_is_trusted").get<bool>();
  report.digest = value.at("digest").get<std::string>();
  report.key = value.at("key").get<std::string>();
  report.certification_level = value.at("certification_level").get<int>();
  report.weaknesses = value.at("weaknesses").get<std::vector<std::string>>();
  report.changes = parse_changes(value.at("changes"));
  return report;
}

}  // namespace

std::string signatures_json(const SignaturesReport& report) {
  json signatures = json::array();
  for (const auto& signature : report.signatures) signatures.push_back(signature_json(signature));
  return json{{"signatures", std::move(signatures)}, {"warnings", report.warnings}}.dump(
      -1, ' ', false, json::error_handler_t::replace);
}

SignaturesReport parse_signatures_json(std::string_view bytes) {
  return guarded([&] {
    const json value = object_in(bytes);
    SignaturesReport report;
    for (const json& signature : value.at("signatures"))
      report.signatures.push_back(parse_signature(signature));
    report.warnings = value.at("warnings").get<std::vector<std::string>>();
    return report;
  });
}

}  // namespace certreg::documents
