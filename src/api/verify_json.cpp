#include "api/verify_json.h"

#include "api/answer.h"
#include "api/record_json.h"
#include "certreg/codec/records.h"

namespace certreg::api {
namespace {

using codec::Json;

Json question_json(const service::VerifyRequest& request) {
  return {{"supplier", request.supplier ? Json(request.supplier->value) : Json(nullptr)},
          {"entity", codec::text_or_null(request.entity)},
          {"standard", request.standard},
          {"services", request.services},
          {"site", codec::text_or_null(request.site)},
          {"role", codec::text_or_null(request.role)},
          {"on", codec::date_or_null(request.on)},
          {"known_at", instant_or_null(request.known_at)}};
}

Json named_json(const Supplier& supplier) {
  return {{"id", supplier.id.value},
          {"version", supplier.version},
          {"name", supplier.name},
          {"country", codec::text_or_null(supplier.country)}};
}

}  // namespace

Json to_json(const service::Verification& verification) {
  Json out = {{"question", question_json(verification.request)}};
  out["standard"] = {{"id", verification.standard->id.value}, {"name", verification.standard->name}};
  out["supplier"] = verification.supplier ? named_json(*verification.supplier) : Json(nullptr);
  out["candidates"] = listed(verification.candidates, named_json);
  auto verdict = codec::to_json(verification.verdict);
  for (auto& [name, value] : verdict.items()) out[name] = std::move(value);
  out["reference_note"] = codec::text_or_null(verification.reference_note);
  return out;
}

}  // namespace certreg::api
