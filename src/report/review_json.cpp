#include "report/review_json.h"

namespace certreg::report {
namespace {

using codec::date_or_null;
using codec::Json;
using codec::text_or_null;

template <class Items, class Write>
Json list(const Items& items, Write write) {
  Json all = Json::array();
  for (const auto& item : items) all.push_back(write(item));
  return all;
}

Json answer_json(const Answer& answer) {
  return {{"question", std::string(to_string(answer.topic))},
          {"answer", std::string(to_string(answer.value))},
          {"reasons", list(answer.reasons, [](const Reason& reason) { return codec::to_json(reason); })}};
}

Json need_json(const ReviewedNeed& need) {
  return {{"need", need.need},
          {"why", text_or_null(need.why)},
          {"requirement", need.requirement},
          {"standard", need.standard},
          {"outcome", std::string(to_string(need.outcome))},
          {"answers", list(need.answers, answer_json)},
          {"certificate", text_or_null(need.certificate)},
          {"services", need.services}};
}

Json document_json(const ReviewedDocument& document) {
  return {{"id", document.id.value},
          {"address", text_or_null(document.address)},
          {"retrieved_on", date_or_null(document.retrieved_on)},
          {"under_agreement", document.under_agreement}};
}

Json certificate_json(const ReviewedCertificate& one) {
  return {{"certificate", codec::to_json(one.version)},
          {"standard", one.standard},
          {"issuer", text_or_null(one.issuer)},
          {"accreditations", one.accreditations},
          {"effective_end", date_or_null(one.effective_end)},
          {"documents", list(one.documents, document_json)},
          {"last_confirmed_on", date_or_null(one.last_confirmed_on)}};
}

Json finding_json(const ReviewedFinding& one) {
  auto json = codec::to_json(one.finding);
  json["id"] = text_or_null(one.id.value);
  json["state"] = std::string(to_string(one.state));
  json["opened_on"] = date_or_null(one.opened_on);
  json["decision"] = one.decision ? codec::to_json(*one.decision) : Json(nullptr);
  return json;
}

Json check_json(const ReviewedCheck& check) {
  return {{"what", check.what},
          {"on", date_or_null(check.on)},
          {"result", check.result},
          {"succeeded", check.succeeded},
          {"adverse", check.adverse}};
}

Json change_json(const ReviewedChange& change) {
  return {{"on", change.on.to_string()}, {"sentence", change.sentence}, {"adverse", change.adverse}};
}

Json control_json(const ControlEvidence& one) {
  return {{"control", std::string(info(one.control).id)},
          {"title", std::string(info(one.control).title)},
          {"given", one.given},
          {"missing", one.missing}};
}

Json dora_json(const DoraAnswer& one) {
  return {{"letter", std::string(info(one.letter).id)},
          {"title", std::string(info(one.letter).title)},
          {"facts", one.facts},
          {"open", one.open},
          {"asks", one.asks}};
}

Json span_json(const TimelineSpan& span) {
  constexpr std::string_view kKinds[] = {"in_force", "suspended", "gap", "computed_window"};
  return {{"kind", std::string(kKinds[static_cast<std::size_t>(span.kind)])},
          {"from", span.from.to_string()},
          {"until", span.until.to_string()},
          {"label", span.label}};
}

Json row_json(const TimelineRow& row) {
  return {{"label", row.label},
          {"spans", list(row.spans, span_json)},
          {"marks", list(row.marks, [](const TimelineMark& mark) -> Json {
             return {{"day", mark.day.to_string()}, {"label", mark.label}};
           })}};
}

Json supplier_json(const SupplierReview& one) {
  return {{"relationship", codec::to_json(one.relationship)},
          {"supplier", one.supplier ? codec::to_json(*one.supplier) : Json(nullptr)},
          {"tier", text_or_null(one.tier)},
          {"outcome", std::string(to_string(one.outcome))},
          {"needs", list(one.needs, need_json)},
          {"certificates", list(one.certificates, certificate_json)},
          {"assurances", list(one.assurances, [](const Assurance& item) { return codec::to_json(item); })},
          {"findings", list(one.findings, finding_json)},
          {"decisions", list(one.decisions, [](const Decision& item) { return codec::to_json(item); })},
          {"changes_since", date_or_null(one.changes_since)},
          {"changes", list(one.changes, change_json)},
          {"checks", list(one.checks, check_json)},
          {"controls", list(one.controls, control_json)},
          {"dora", list(one.dora, dora_json)},
          {"timeline", list(one.timeline.rows, row_json)}};
}

Json portfolio_json(const PortfolioRow& row) {
  return {{"tier", row.tier},
          {"satisfied", row.satisfied},
          {"undecided", row.undecided},
          {"not_satisfied", row.not_satisfied},
          {"open_findings", row.open_findings},
          {"decided_findings", row.decided_findings}};
}

Json sign_off_json(const std::optional<SignOff>& sign_off) {
  if (!sign_off) return nullptr;
  return {{"name", sign_off->name},
          {"role", text_or_null(sign_off->role)},
          {"note", text_or_null(sign_off->note)},
          {"at", to_string(sign_off->at)}};
}

}  // namespace

Json to_json(const Review& review) {
  return {{"id", text_or_null(review.id.value)},
          {"title", review.title},
          {"on", review.on.to_string()},
          {"known_at", review.known_at ? Json(to_string(*review.known_at)) : Json(nullptr)},
          {"prepared_at", to_string(review.prepared_at)},
          {"prepared_by", review.prepared_by},
          {"program", review.program},
          {"reference_version", review.reference_version},
          {"policy_version", review.policy_version},
          {"portfolio", list(review.portfolio, portfolio_json)},
          {"suppliers", list(review.suppliers, supplier_json)},
          {"sign_off", sign_off_json(review.sign_off)}};
}

}  // namespace certreg::report
