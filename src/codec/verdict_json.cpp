#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Json answer_json(const Answer& answer) {
  return {{"answer", std::string(to_string(answer.value))}, {"reasons", list_of(answer.reasons)}};
}

Json used_json(const std::optional<CertificateVersion>& version) {
  if (!version) return nullptr;
  return {{"certificate", version->certificate.value},
          {"version", version->id.value},
          {"standard", version->standard.value},
          {"edition", text_or_null(version->edition)},
          {"number", text_or_null(version->number)},
          {"issuer", id_or_null(version->issuer)},
          {"issuer_printed", text_or_null(version->issuer_printed)},
          {"holder", version->holders.empty() ? Json(nullptr) : Json(version->holders.front().name)},
          {"issued", date_or_null(version->issued)},
          {"expires", date_or_null(version->expires)},
          {"scope", text_or_null(version->scope)},
          {"evidence", name_of(version->evidence, evidence_names())}};
}

Json note_json(const CalendarNote& note) {
  return {{"kind", note.kind},
          {"from", note.from.to_string()},
          {"until", note.until.to_string()},
          {"computed", true}};
}

Json part_json(const Part& part) {
  Json answers = Json::object();
  for (const auto& answer : part.answers) answers[std::string(to_string(answer.topic))] = answer_json(answer);
  Json calendar = Json::array();
  for (const auto& note : part.calendar) calendar.push_back(note_json(note));
  return {{"services", part.services},
          {"outcome", std::string(to_string(part.outcome))},
          {"answers", answers},
          {"certificate", used_json(part.certificate)},
          {"parent", used_json(part.parent)},
          {"effective_end", date_or_null(part.effective_end)},
          {"calendar", calendar}};
}

Json disregarded_json(const CertificateVersion& claim) {
  return {
      {"version", claim.id.value},
      {"standard", claim.standard.value},
      {"edition", text_or_null(claim.edition)},
      {"claimant",
       {{"kind", name_of(claim.claimant ? claim.claimant->kind : ClaimantKind::Unknown, claimant_names())},
        {"name", claim.claimant ? claim.claimant->name : ""}}},
      {"quotes", list_of(claim.quotes)}};
}

}  // namespace

Json to_json(const Reason& reason) {
  return {{"code", std::string(to_string(reason.code))},
          {"answer", std::string(to_string(reason.value))},
          {"warns", info(reason.code).warns},
          {"detail", reason.detail},
          {"date", date_or_null(reason.date)},
          {"rule", std::string(info(reason.code).source)},
          {"quotes", list_of(reason.quotes)}};
}

Json to_json(const Verdict& verdict) {
  Json parts = Json::array();
  for (const auto& part : verdict.parts) parts.push_back(part_json(part));
  Json disregarded = Json::array();
  for (const auto& claim : verdict.disregarded_claims) disregarded.push_back(disregarded_json(claim));
  return {{"outcome", std::string(to_string(verdict.outcome))},
          {"answers", parts.empty() ? Json::object() : parts.front()["answers"]},
          {"parts", parts},
          {"disregarded_claims", disregarded},
          {"reference_version", verdict.reference_version}};
}

}  // namespace certreg::codec
