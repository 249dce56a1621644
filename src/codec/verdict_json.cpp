#include "certreg/codec/record_writer.h"
#include "codec/json_tree.h"
#include "codec/members.h"
#include "codec/quote_members.h"

namespace certreg::codec {
namespace {

template <class Out>
void put(Out& out, const Reason& reason) {
  const auto& known = info(reason.code);
  out.begin_object();
  put_text(out, "code", known.name);
  put_text(out, "answer", to_string(reason.value));
  put_boolean(out, "warns", known.warns);
  put_text(out, "detail", reason.detail);
  put_date(out, "date", reason.date);
  put_text(out, "rule", known.source);
  put_quotes(out, reason.quotes);
  out.end_object();
}

template <class Out>
void put(Out& out, const Answer& answer) {
  out.begin_object();
  put_text(out, "answer", to_string(answer.value));
  put_list(out, "reasons", answer.reasons, [&out](const Reason& reason) { put(out, reason); });
  out.end_object();
}

template <class Out>
void put_used(Out& out, std::string_view name, const CertificateVersion* version) {
  if (version == nullptr) return put_null(out, name);
  out.key(name);
  out.begin_object();
  put_text(out, "certificate", version->certificate.value);
  put_text(out, "version", version->id.value);
  put_text(out, "standard", version->standard.value);
  put_text_or_null(out, "edition", version->edition);
  put_text_or_null(out, "number", version->number);
  put_id(out, "issuer", version->issuer);
  put_text_or_null(out, "issuer_printed", version->issuer_printed);
  version->holders.empty() ? put_null(out, "holder") : put_text(out, "holder", version->holders.front().name);
  put_date(out, "issued", version->issued);
  put_date(out, "expires", version->expires);
  put_text_or_null(out, "scope", version->scope);
  put_name(out, "evidence", version->evidence, evidence_names());
  out.end_object();
}

template <class Out>
void put(Out& out, const CalendarNote& note) {
  out.begin_object();
  put_text(out, "kind", note.kind);
  put_date(out, "from", note.from);
  put_date(out, "until", note.until);
  put_boolean(out, "computed", true);
  out.end_object();
}

template <class Out>
void put_answers(Out& out, std::span<const Answer> answers) {
  out.key("answers");
  out.begin_object();
  for (const auto& answer : answers) {
    out.key(to_string(answer.topic));
    put(out, answer);
  }
  out.end_object();
}

template <class Out>
void put(Out& out, const Part& part) {
  out.begin_object();
  put_texts(out, "services", part.services);
  put_text(out, "outcome", to_string(part.outcome));
  put_answers(out, part.answers);
  put_used(out, "certificate", part.certificate.get());
  put_used(out, "parent", part.parent.get());
  put_date(out, "effective_end", part.effective_end);
  put_list(out, "calendar", part.calendar, [&out](const CalendarNote& note) { put(out, note); });
  out.end_object();
}

template <class Out>
void put_disregarded(Out& out, const CertificateVersion& claim) {
  out.begin_object();
  put_text(out, "version", claim.id.value);
  put_text(out, "standard", claim.standard.value);
  put_text_or_null(out, "edition", claim.edition);
  out.key("claimant");
  out.begin_object();
  put_name(out, "kind", claim.claimant ? claim.claimant->kind : ClaimantKind::Unknown, claimant_names());
  put_text(out, "name", claim.claimant ? claim.claimant->name : "");
  out.end_object();
  put_quotes(out, claim.quotes);
  out.end_object();
}

template <class Out>
void put_members(Out& out, const Verdict& verdict) {
  put_text(out, "outcome", to_string(verdict.outcome));
  put_answers(out, verdict.parts.empty() ? std::span<const Answer>()
                                         : std::span<const Answer>(verdict.parts.front().answers));
  put_list(out, "parts", verdict.parts, [&out](const Part& part) { put(out, part); });
  put_list(out, "disregarded_claims", verdict.disregarded_claims,
           [&out](const CertificateVersion& claim) { put_disregarded(out, claim); });
  put_text(out, "reference_version", verdict.reference_version);
}

}  // namespace

Json to_json(const Reason& reason) {
  return tree_of([&](JsonTree& out) { put(out, reason); });
}

Json to_json(const Verdict& verdict) {
  return tree_of([&](JsonTree& out) {
    out.begin_object();
    put_members(out, verdict);
    out.end_object();
  });
}

void write_members(JsonWriter& out, const Verdict& verdict) { put_members(out, verdict); }

}  // namespace certreg::codec
