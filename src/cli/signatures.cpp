// certreg signatures FILE
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

using documents::SignatureReport;
using documents::SignaturesReport;

std::optional<Instant> time_asked(const std::string& typed) {
  if (typed.empty()) return std::nullopt;
  const auto instant = parse_instant(typed);
  if (!instant) throw invalid("at", "must be a day or an instant, 2026-01-31 or 2026-01-31T12:00:00Z");
  return instant;
}

template <typename Value>
Json answer_json(const documents::Answer<Value>& answer) {
  return {{"value", to_string(answer.value)}, {"sentence", answer.sentence}};
}

Json instant_json(const std::optional<Instant>& instant) {
  return instant ? Json(to_string(*instant)) : Json();
}

Json signer_json(const std::optional<documents::SignerCertificate>& signer) {
  if (!signer) return {};
  return {{"common_name", signer->common_name},
          {"organization", signer->organization},
          {"organization_identifier", signer->organization_identifier},
          {"issuer", signer->issuer},
          {"serial", signer->serial},
          {"sha256", signer->sha256},
          {"not_before", to_string(signer->not_before)},
          {"not_after", to_string(signer->not_after)}};
}

Json changes_json(const std::vector<documents::Change>& changes) {
  Json list = Json::array();
  for (const auto& change : changes)
    list.push_back({{"kind", to_string(change.kind)}, {"sentence", change.sentence}});
  return list;
}

Json signature_json(const SignatureReport& report) {
  return {{"field", report.field},
          {"kind", report.kind == documents::SignatureKind::Signature ? "signature" : "document_timestamp"},
          {"sub_filter", report.sub_filter},
          {"byte_range", report.byte_range ? Json(*report.byte_range) : Json()},
          {"integrity", answer_json(report.integrity)},
          {"coverage", answer_json(report.coverage)},
          {"trust", answer_json(report.trust)},
          {"time", answer_json(report.time)},
          {"revocation", answer_json(report.revocation)},
          {"signer", signer_json(report.signer)},
          {"claimed_time", instant_json(report.claimed_time)},
          {"stamped_time", instant_json(report.stamped_time)},
          {"stamp_is_trusted", report.stamp_is_trusted},
          {"digest", report.digest},
          {"key", report.key},
          {"certification_level", report.certification_level},
          {"weaknesses", report.weaknesses},
          {"changes", changes_json(report.changes)}};
}

Json report_json(const SignaturesReport& report) {
  Json signatures = Json::array();
  for (const auto& signature : report.signatures) signatures.push_back(signature_json(signature));
  return {{"signatures", std::move(signatures)}, {"warnings", report.warnings}};
}

std::string signer_line(const documents::SignerCertificate& signer) {
  std::string line = signer.common_name;
  for (const auto& part : {signer.organization, signer.organization_identifier})
    if (!part.empty()) fmt::format_to(std::back_inserter(line), "{}{}", line.empty() ? "" : ", ", part);
  return fmt::format("{}; certificate {} of {}", line, signer.serial, signer.issuer);
}

void print_signature(std::ostream& out, const SignatureReport& report) {
  const bool is_timestamp = report.kind == documents::SignatureKind::DocumentTimestamp;
  out << '\n'
      << (is_timestamp ? "document timestamp " : "signature ")
      << printable(report.field.empty() ? "without a field" : report.field) << '\n';
  std::vector<std::vector<std::string>> rows;
  const auto add = [&](const char* what, const std::string& text) {
    rows.push_back({what, printable(text)});
  };
  add("  form", report.sub_filter);
  if (report.signer) add("  by", signer_line(*report.signer));
  if (!report.key.empty()) add("  with", fmt::format("{}, {}", report.key, report.digest));
  if (report.claimed_time) add("  claims", to_string(*report.claimed_time));
  if (report.stamped_time)
    add("  stamped", fmt::format("{}{}", to_string(*report.stamped_time),
                                 report.stamp_is_trusted ? "" : ", by nobody who is trusted"));
  add("  intact?", report.integrity.sentence);
  add("  covers?", report.coverage.sentence);
  add("  who?", report.trust.sentence);
  add("  when?", report.time.sentence);
  add("  revoked?", report.revocation.sentence);
  for (const auto& weakness : report.weaknesses) add("  weak", weakness);
  print_table(out, rows);
}

void print_report(std::ostream& out, const std::string& name, const SignaturesReport& report) {
  const auto count = report.signatures.size();
  out << printable(name) << ": ";
  if (count == 0) out << "no signature\n";
  if (count > 0) out << count << (count == 1 ? " signature\n" : " signatures\n");
  for (const auto& signature : report.signatures) print_signature(out, signature);
  if (!report.warnings.empty()) out << '\n';
  for (const auto& warning : report.warnings) out << printable(warning) << '\n';
}

}  // namespace

ExitCode show_signatures(Context& context, const SignatureArguments& arguments) {
  const auto report = context.environment().judge_signatures(
      {read_file(arguments.file), arguments.roots, time_asked(arguments.at)});
  if (context.wants_json()) {
    print_json(context.out(), report_json(report));
  } else {
    print_report(context.out(), arguments.file, report);
  }
  return ExitCode::Ok;
}

}  // namespace certreg::cli
