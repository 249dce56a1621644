// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/signature_case.h"

#include <fmt/format.h>

#include <qpdf/QUtil.hh>

#include "documents/worker/certificate_facts.h"
#include "documents/worker/signature_revocation.h"

namespace certreg::worker {
namespace {

using documents::Integrity;
using documents::SignatureKind;
using documents::Trust;

constexpr auto kClockSkew = std::chrono::minutes(5);

std::string name_at(QPDFObjectHandle dictionary, const char* key) {
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isName() ? value.getName().substr(1) : std::string();
}

std::optional<Instant> printed_time(QPDFObjectHandle signature) {
  QPDFObjectHandle printed = signature.getKey("/M");
  QUtil::QPDFTime time;
  if (!printed.isString() || !QUtil::pdf_time_to_qpdf_time(printed.getUTF8Value(), &time))
    return std::nullopt;
  const std::chrono::year_month_day day{std::chrono::year(time.year),
                                        std::chrono::month(static_cast<unsigned>(time.month)),
                                        std::chrono::day(static_cast<unsigned>(time.day))};
  if (!day.ok()) return std::nullopt;
  // tz_delta is what is added to reach UTC.
  return Instant(std::chrono::sys_days(day) + std::chrono::hours(time.hour) +
                 std::chrono::minutes(time.minute + time.tz_delta) + std::chrono::seconds(time.second));
}

int certification_level(QPDFObjectHandle signature) {
  QPDFObjectHandle references = signature.getKey("/Reference");
  for (int i = 0; references.isArray() && i < references.getArrayNItems(); ++i) {
    QPDFObjectHandle reference = references.getArrayItem(i);
    if (!reference.isDictionary() || name_at(reference, "/TransformMethod") != "DocMDP") continue;
    QPDFObjectHandle rules = reference.getKey("/TransformParams");
    QPDFObjectHandle level = rules.isDictionary() ? rules.getKey("/P") : rules;
    return level.isInteger() && level.getIntValue() >= 1 && level.getIntValue() <= 3
               ? static_cast<int>(level.getIntValue())
               : 2;
  }
  return 0;
}

std::string certificate_beside(QPDFObjectHandle signature) {
  QPDFObjectHandle value = signature.getKey("/Cert");
  if (value.isArray() && value.getArrayNItems() > 0) value = value.getArrayItem(0);
  return value.isString() ? value.getStringValue() : std::string();
}

CmsCheck check_by_form(const std::string& sub_filter, const QPDFObjectHandle& signature,
                       const RangeReading& range, const std::string& covered, const Evidence& beside) {
  if (sub_filter == "adbe.pkcs7.detached" || sub_filter == "ETSI.CAdES.detached")
    return check_cms(range.contents, CmsForm::Detached, covered, beside);
  if (sub_filter == "ETSI.RFC3161")
    return check_cms(range.contents, CmsForm::TimestampToken, covered, beside);
  if (sub_filter == "adbe.pkcs7.sha1")
    return check_cms(range.contents, CmsForm::DigestInside, covered, beside);
  if (sub_filter == "adbe.x509.rsa_sha1")
    return check_bare_signature(range.contents, certificate_beside(signature), covered);
  CmsCheck check;
  check.integrity = {
      Integrity::Unknown,
      fmt::format("not known whether it is intact: the form \"{}\" is not judged here", sub_filter)};
  return check;
}

void note_legacy_forms(documents::SignatureReport& report) {
  if (report.sub_filter == "adbe.pkcs7.sha1" || report.sub_filter == "adbe.x509.rsa_sha1")
    report.weaknesses.push_back(fmt::format("the form {} is withdrawn", report.sub_filter));
}

void leave_unjudged(SignatureCase& one) {
  auto& report = one.report;
  report.integrity = {Integrity::Malformed, "not well formed: " + one.range.problem};
  report.trust = {Trust::Unknown, "signer not judged: the signature is not well formed"};
  report.time = {documents::TimeValidity::Unknown, "days not judged: the signature is not well formed"};
  report.revocation = {documents::Revocation::NotKnown,
                       "revocation not judged: the signature is not well formed"};
}

// One whose authority was revoked at any time is not believed: who holds its key can stamp any time.
bool is_believed(const Chain& chain, const Roots& roots, const Evidence& evidence,
                 std::optional<Instant> time) {
  return time && chain.is_trusted() && was_valid_at(chain, *time) &&
         judge_revocation(chain, roots, evidence, time, *time).value < documents::Revocation::Revoked;
}

// A timestamp of the signature itself; one that is not in order proves nothing and is told.
void judge_signature_timestamp(SignatureCase& one, const Roots& roots) {
  if (one.check.timestamp.empty()) return;
  const CmsCheck stamp =
      check_cms(one.check.timestamp, CmsForm::TimestampToken, one.check.signature_value, one.evidence);
  auto& report = one.report;
  if (stamp.integrity.value != Integrity::Intact || !stamp.token_time) {
    report.weaknesses.push_back("its timestamp proves nothing: " + stamp.integrity.sentence);
    return;
  }
  report.stamped_time = stamp.token_time;
  one.evidence.add(stamp.evidence);
  const Chain chain = judge_chain(roots, stamp.signer.get(), one.evidence, Purpose::Timestamp);
  report.stamp_is_trusted = is_believed(chain, roots, one.evidence, stamp.token_time);
  if (report.stamp_is_trusted) one.proven = stamp.token_time;
  if (!report.stamp_is_trusted)
    report.weaknesses.push_back("nobody trusted answers for its timestamp (" + chain.trust.sentence + ")");
  if (report.claimed_time && *report.claimed_time > *stamp.token_time + kClockSkew)
    report.weaknesses.emplace_back("the signer claims a time after the timestamp");
}

void judge_own_time(SignatureCase& one, const Roots& roots) {
  if (one.check.integrity.value != Integrity::Intact) return;
  one.report.stamped_time = one.check.token_time;
  one.report.stamp_is_trusted = is_believed(one.chain, roots, one.evidence, one.check.token_time);
  if (one.report.stamp_is_trusted) one.proven = one.check.token_time;
}

void judge_signer(SignatureCase& one, const Roots& roots, const Evidence& document_evidence) {
  one.evidence.add(document_evidence);
  one.evidence.add(one.check.evidence);
  one.chain = judge_chain(roots, one.check.signer.get(), one.evidence,
                          one.is_timestamp() ? Purpose::Timestamp : Purpose::Document);
  one.report.trust = one.chain.trust;
  if (one.check.signer) one.report.signer = facts_of(one.check.signer.get());
  if (one.is_timestamp())
    judge_own_time(one, roots);
  else
    judge_signature_timestamp(one, roots);
}

documents::SignatureReport report_of(const SignatureField& field, const RangeReading& range) {
  QPDFObjectHandle signature = field.signature;
  documents::SignatureReport report;
  report.field = field.name;
  report.sub_filter = name_at(signature, "/SubFilter");
  report.kind = report.sub_filter == "ETSI.RFC3161" || name_at(signature, "/Type") == "DocTimeStamp"
                    ? SignatureKind::DocumentTimestamp
                    : SignatureKind::Signature;
  report.byte_range = range.range;
  report.certification_level = certification_level(signature);
  report.claimed_time = printed_time(signature);
  if (field.name.empty()) report.weaknesses.emplace_back("no field of the form shows it");
  note_legacy_forms(report);
  return report;
}

}  // namespace

SignatureCase open_case(std::string_view file, const SignatureField& field, const Roots& roots,
                        const Evidence& document_evidence) {
  SignatureCase one;
  one.range = read_range(file, field.signature);
  one.report = report_of(field, one.range);
  if (!one.range.problem.empty()) {
    leave_unjudged(one);
    return one;
  }
  auto& report = one.report;
  one.check = check_by_form(report.sub_filter, field.signature, one.range, covered_bytes(file, one.range),
                            document_evidence);
  report.integrity = one.check.integrity;
  report.digest = one.check.digest;
  report.key = one.check.key;
  if (one.check.claimed_time) report.claimed_time = one.check.claimed_time;
  report.weaknesses.insert(report.weaknesses.end(), one.check.weaknesses.begin(), one.check.weaknesses.end());
  judge_signer(one, roots, document_evidence);
  return one;
}

void prove_by_document_timestamps(std::vector<SignatureCase>& cases) {
  for (auto& one : cases) {
    if (one.proven || one.is_timestamp()) continue;
    for (const auto& stamp : cases) {
      if (!stamp.is_timestamp() || !stamp.proven || stamp.range.end < one.range.end) continue;
      if (one.proven && *one.proven <= *stamp.proven) continue;
      one.proven = stamp.proven;
      one.report.stamped_time = stamp.proven;
      one.report.stamp_is_trusted = true;
    }
  }
}

}  // namespace certreg::worker
