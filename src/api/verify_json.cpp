#include "api/verify_json.h"

#include "certreg/codec/record_writer.h"

namespace certreg::api {
namespace {

using codec::JsonWriter;

void put(JsonWriter& out, std::string_view name, std::string_view text) {
  out.key(name);
  text.empty() ? out.null() : out.text(text);
}

void put_question(JsonWriter& out, const service::VerifyRequest& request) {
  out.key("question");
  out.begin_object();
  put(out, "supplier", request.supplier ? request.supplier->value : "");
  put(out, "entity", request.entity);
  put(out, "standard", request.standard);
  out.key("services");
  out.begin_array();
  for (const auto& service : request.services) out.text(service);
  out.end_array();
  put(out, "site", request.site);
  put(out, "role", request.role);
  put(out, "on", request.on ? request.on->to_string() : "");
  put(out, "known_at", request.known_at ? to_string(*request.known_at) : "");
  out.end_object();
}

void put_named(JsonWriter& out, const Supplier& supplier) {
  out.begin_object();
  put(out, "id", supplier.id.value);
  out.key("version");
  out.integer(supplier.version);
  put(out, "name", supplier.name);
  put(out, "country", supplier.country);
  out.end_object();
}

}  // namespace

void write(JsonWriter& out, const service::Verification& verification) {
  out.begin_object();
  put_question(out, verification.request);
  out.key("standard");
  out.begin_object();
  put(out, "id", verification.standard->id.value);
  put(out, "name", verification.standard->name);
  out.end_object();
  out.key("supplier");
  verification.supplier ? put_named(out, *verification.supplier) : out.null();
  out.key("candidates");
  out.begin_array();
  for (const auto& candidate : verification.candidates) put_named(out, candidate);
  out.end_array();
  codec::write_members(out, verification.verdict);
  put(out, "reference_note", verification.reference_note);
  out.end_object();
}

}  // namespace certreg::api
