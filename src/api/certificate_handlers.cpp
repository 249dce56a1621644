#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/record_json.h"
#include "certreg/service/certificates.h"

namespace certreg::api {
namespace {

using codec::Json;

CertificateId id_of(const Context& context) { return {own_id(context, "certificate")}; }

catalogue::RecordPtr current(const Context& context) {
  auto record = context.services.catalogue.certificate(id_of(context));
  found(record, "certificate");
  return record;
}

void write_record(codec::JsonWriter& out, const catalogue::RecordPtr& record) { codec::write(out, *record); }

CertificateVersion version_in(const Context& context) {
  codec::Problems problems;
  auto version = codec::certificate_from(json_body(context), context.services.reference(), problems);
  refuse(std::move(problems));
  return version;
}

}  // namespace

http::Response list_certificates(const Context& context) {
  QueryReader query(context.request);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto records = context.services.catalogue.certificates_after({cursor.empty() ? "" : cursor[0]}, limit + 1);
  std::optional<std::vector<std::string>> last;
  if (records.size() > limit) {
    records.pop_back();
    last = {records.back()->id.value};
  }
  return page(context, written_list(records, write_record), last);
}

http::Response create_certificate(const Context& context) {
  QueryReader(context.request).finish();
  const auto record = service::create_certificate(context.services, version_in(context), context.actor);
  return created(written(record), "/v1/certificates/" + record.id.value);
}

http::Response get_certificate(const Context& context) {
  const auto& target = context.request.target;
  if (const auto kept = context.memo.find(context.services, target)) return resource(context, kept);
  QueryReader(context.request).finish();
  const auto record = current(context);
  const auto answer = kept_resource(written(*record));
  context.memo.keep(target, answer, [record](const service::Services& services) {
    return services.catalogue.certificate(record->id) == record;
  });
  return resource(context, answer);
}

http::Response correct_certificate(const Context& context) {
  static const std::vector<std::string_view> kinds{"correction", "new_issue"};
  QueryReader query(context.request);
  const auto kind = query.choice("as", kinds).value_or(0);
  query.finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, written(*seen))) return *std::move(refusal);
  const auto record = service::correct_certificate(
      context.services, seen->id, seen->latest().id, version_in(context),
      kind == 1 ? service::CorrectionKind::NewIssue : service::CorrectionKind::Correction, context.actor);
  return resource(context, written(record));
}

http::Response retire_certificate(const Context& context) {
  QueryReader query(context.request);
  const auto reason = query.required_text("reason", 1000);
  query.finish();
  const auto seen = current(context);
  if (auto refusal = refuse_unless_seen(context, written(*seen))) return *std::move(refusal);
  return resource(context, written(service::retire_certificate(context.services, seen->id, seen->latest().id,
                                                               reason, context.actor)));
}

http::Response get_certificate_history(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::certificate_history(context.services, id_of(context)),
                           [](const CertificateVersion& version) { return codec::to_json(version); }));
}

http::Response list_certificate_documents(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(service::certificate_documents(context.services, id_of(context)),
                           [](const store::DocumentFacts& document) { return to_json(document); }));
}

http::Response list_certificate_look_ups(const Context& context) {
  QueryReader(context.request).finish();
  return whole_list(listed(
      service::deep_links(context.services, *current(context)), [](const service::DeepLink& link) -> Json {
        return {{"register", link.register_name}, {"address", link.address}, {"note", link.note}};
      }));
}

http::Response list_expiring(const Context& context) {
  QueryReader query(context.request);
  const auto before = query.required_date("before");
  const auto from = query.date("from").value_or(context.services.clock.today());
  const auto limit = query.limit();
  const auto cursor = cursor_of(query, 2);
  const auto day = cursor.empty() ? std::nullopt : Date::parse(cursor[0]);
  if (!cursor.empty() && !day) query.problem("cursor", "is not one that this list gave");
  query.finish();
  auto records =
      context.services.catalogue.expiring(from, *before, day, {cursor.empty() ? "" : cursor[1]}, limit + 1);
  std::optional<std::vector<std::string>> last;
  if (records.size() > limit) {
    records.pop_back();
    last = {records.back()->latest().expires->to_string(), records.back()->id.value};
  }
  return page(context, written_list(records, write_record), last);
}

}  // namespace certreg::api
