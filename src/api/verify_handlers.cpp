#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/problem.h"
#include "api/query.h"
#include "api/verify_json.h"
#include "certreg/service/verification.h"

namespace certreg::api {
namespace {

using codec::Json;
using service::VerifyRequest;

constexpr std::size_t kMaxItems = 1000;

VerifyRequest request_in(QueryReader& query) {
  VerifyRequest request;
  if (auto id = query.text("supplier"); !id.empty()) {
    if (!is_uuid(id)) query.problem("supplier", "must be the id of a supplier; a name goes into entity");
    request.supplier = SupplierId{std::move(id)};
  }
  request.entity = query.text("entity");
  request.standard = query.text("standard");
  request.services = query.texts("service");
  request.site = query.text("site");
  request.role = query.text("role");
  request.on = query.date("on");
  request.known_at = query.instant("known_at");
  return request;
}

VerifyRequest request_in(const Json& item, const std::string& path, codec::Problems& problems) {
  codec::ObjectReader reader(item, path, problems);
  VerifyRequest request;
  if (auto id = reader.text("supplier"); !id.empty()) {
    if (!is_uuid(id)) reader.problem("supplier", "must be the id of a supplier; a name goes into entity");
    request.supplier = SupplierId{std::move(id)};
  }
  request.entity = reader.text("entity");
  request.standard = reader.text("standard");
  request.services = reader.texts("services", 100, 300);
  request.site = reader.text("site");
  request.role = reader.text("role");
  request.on = reader.date("on");
  request.known_at = reader.instant("known_at");
  reader.finish();
  return request;
}

// Services name the fields of one question; within a list they stand at its place.
Error at_place(Error error, const std::string& path) {
  for (auto& problem : error.fields) {
    if (problem.field == "service") problem.field = "services";
    problem.field = path + "." + problem.field;
  }
  return error;
}

void write_outcome(codec::JsonWriter& out, const service::Verification* answer, const Json& problem) {
  out.begin_object();
  out.key("answer");
  answer != nullptr ? write(out, *answer) : out.null();
  out.key("problem");
  out.json(codec::dump(problem));
  out.end_object();
}

// One question's failure is its own answer; that the database is away concerns them all.
void write_answer(const Context& context, const Json& item, std::size_t index, codec::JsonWriter& out) {
  const auto path = "items[" + std::to_string(index) + "]";
  codec::Problems problems;
  const auto request = request_in(item, path, problems);
  if (!problems.empty())
    return write_outcome(out, nullptr, document_of(make_problem(invalid(std::move(problems)))));
  try {
    const auto answer = service::verify(context.services, request);
    write_outcome(out, &answer, nullptr);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid && error.kind != ErrorKind::NotFound) throw;
    write_outcome(out, nullptr, document_of(make_problem(at_place(error, path))));
  }
}

}  // namespace

http::Response verify(const Context& context) {
  const auto& target = context.request.target;
  if (const auto kept = context.memo.find(context.services, target)) return json_answer(kept);
  QueryReader query(context.request);
  const auto request = request_in(query);
  query.finish();
  auto basis = service::basis_of(context.services, request);
  const auto answer = service::verify(context.services, request);
  auto body = written_by([&](codec::JsonWriter& out) { write(out, answer); });
  if (!basis || service::found_nothing(answer.verdict)) return json_answer(std::move(body));
  const auto kept = std::make_shared<const KeptAnswer>(KeptAnswer{std::move(body.text), {}});
  context.memo.keep(target, kept,
                    [request, basis = *std::move(basis)](const service::Services& services) mutable {
                      return service::still_holds(services, request, basis);
                    });
  return json_answer(kept);
}

http::Response verify_list(const Context& context) {
  QueryReader(context.request).finish();
  const auto body = json_body(context);
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  reader.ignore("items");
  reader.finish();
  const bool is_list = problems.empty() && body.contains("items") && body["items"].is_array();
  if (problems.empty() && !is_list) reader.problem("items", "is required, as a list of questions");
  if (is_list && (body["items"].empty() || body["items"].size() > kMaxItems))
    reader.problem("items", "must hold 1 to 1000 questions");
  refuse(std::move(problems));
  std::size_t index = 0;
  return whole_list(written_list(body["items"], [&](codec::JsonWriter& out, const Json& item) {
    write_answer(context, item, index++, out);
  }));
}

}  // namespace certreg::api
