#include "certreg/codec/relationships.h"
#include "codec/certificate_reader.h"
#include "codec/said_json.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Json answer_json(const StandardAnswer& answer) {
  return {{"need", answer.need},
          {"standard", answer.standard.value},
          {"outcome", std::string(to_string(answer.outcome))},
          {"site", text_or_null(answer.site)},
          {"verdict", codec::to_json(answer.verdict ? *answer.verdict : Verdict())}};
}

Json controls_json(FindingRule rule) {
  Json controls = Json::array();
  for (const auto control : controls_of(rule)) controls.push_back(std::string(info(control).id));
  return controls;
}

const std::vector<std::string_view>& code_names() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> all;
    for (const auto& code : all_codes()) all.push_back(code.name);
    return all;
  }();
  return names;
}

const std::vector<std::string_view>& answer_names() {
  static const std::vector<std::string_view> names{"yes", "unsure", "no"};
  return names;
}

Reason reason_from(const Json& value, const std::string& path, Problems& problems) {
  ObjectReader reader(value, path, problems);
  Reason reason;
  reason.code = choice_or(reader, "code", code_names(), Code{});
  reason.value = choice_or(reader, "answer", answer_names(), AnswerValue::Unsure);
  reason.detail = reader.long_text("detail", 100'000);
  reason.date = reader.date("date");
  const auto quotes = reader.objects("quotes", 10'000);
  for (std::size_t i = 0; i < quotes.size(); ++i)
    reason.quotes.push_back(quote_from(*quotes[i], item_path(reader, "quotes", i), problems));
  return reason;
}

}  // namespace

Json to_json(const Finding& finding) {
  return {{"rule", name_of(finding.rule, finding_rule_names())},
          {"title", std::string(title_of(finding.rule))},
          {"need", text_or_null(finding.need)},
          {"standard", id_or_null(finding.standard)},
          {"certificate", id_or_null(finding.certificate)},
          {"subject", text_or_null(finding.subject)},
          {"severity", name_of(finding.severity, severity_names())},
          {"sentence", finding.sentence},
          {"reasons", list_of(finding.reasons)},
          {"since", date_or_null(finding.since)},
          {"due", date_or_null(finding.due)},
          {"cure", std::string(cure_of(finding.rule))},
          {"controls", controls_json(finding.rule)},
          {"compensated_by", id_or_null(finding.compensated_by)}};
}

Json to_json(const Assessment& assessment) {
  return {
      {"outcome", std::string(to_string(assessment.outcome))},
      {"answers", list_of(assessment.answers, answer_json)},
      {"findings", list_of(assessment.findings, [](const Finding& finding) { return to_json(finding); })}};
}

Json stored_json(const Finding& finding) {
  auto json = to_json(finding);
  json["said"] = said_json(finding.said);
  return json;
}

Finding stored_finding(const Json& value) {
  Problems problems;
  ObjectReader reader(value, "", problems);
  Finding finding;
  finding.rule = choice_or(reader, "rule", finding_rule_names(), FindingRule{});
  finding.need = reader.text("need");
  finding.standard.value = reader.text("standard");
  if (auto id = reader.text("certificate"); !id.empty()) finding.certificate = CertificateId{std::move(id)};
  finding.subject = reader.text("subject", 1000);
  finding.severity = choice_or(reader, "severity", severity_names(), Severity::Medium);
  finding.sentence = reader.long_text("sentence", 100'000);
  const auto reasons = reader.objects("reasons", 1000);
  for (std::size_t i = 0; i < reasons.size(); ++i)
    finding.reasons.push_back(reason_from(*reasons[i], item_path(reader, "reasons", i), problems));
  finding.since = reader.date("since");
  finding.due = reader.date("due");
  if (auto id = reader.text("compensated_by"); !id.empty())
    finding.compensated_by = AssuranceId{std::move(id)};
  if (const auto said = value.find("said"); said != value.end()) finding.said = stored_said(*said);
  refuse_stored("finding", problems);
  return finding;
}

}  // namespace certreg::codec
