#include <nlohmann/json.hpp>

#include "api/answer.h"
#include "api/body.h"
#include "api/handlers.h"
#include "api/screen_rows.h"
#include "certreg/codec/records.h"
#include "certreg/service/screening.h"

namespace certreg::api {
namespace {

using codec::Json;

constexpr std::size_t kMostRows = 10'000;

Json supplier_json(const Supplier& supplier) { return {{"id", supplier.id.value}, {"name", supplier.name}}; }

// The reason that decides each question.
Json answers_json(const Verdict& verdict) {
  Json answers = Json::object();
  for (const auto& answer : verdict.deciding().answers) {
    const auto& reason = answer.reasons.front();
    answers[std::string(to_string(answer.topic))] = {{"answer", std::string(to_string(answer.value))},
                                                     {"code", std::string(to_string(reason.code))},
                                                     {"detail", reason.detail}};
  }
  return answers;
}

Json answer_json(const service::ScreenAnswer& answer) {
  Json json{{"row", answer.number}, {"name", answer.name}};
  const auto& verification = answer.verification;
  json["outcome"] =
      verification ? Json(std::string(to_string(verification->verdict.outcome))) : Json(nullptr);
  json["supplier"] =
      verification && verification->supplier ? supplier_json(*verification->supplier) : Json(nullptr);
  json["candidates"] = verification ? listed(verification->candidates, supplier_json) : Json::array();
  json["answers"] = verification ? answers_json(verification->verdict) : Json(nullptr);
  json["effective_end"] =
      verification ? codec::date_or_null(verification->verdict.deciding().effective_end) : Json(nullptr);
  json["problems"] = listed(answer.problems, [](const FieldProblem& problem) -> Json {
    return {{"field", problem.field}, {"rule", problem.rule}};
  });
  return json;
}

// Keeps the request's body for as long as it is read from.
class Screening {
 public:
  Screening(service::Services& services, const std::string& media_type, std::string body,
            service::ScreenRow usual)
      : services_(services),
        body_(std::move(body)),
        rows_(screen_rows(media_type, body_, std::move(usual))) {}

  bool write_next(std::string& out) {
    auto item = rows_->next();
    if (!item) return false;
    if (++number_ > kMostRows)
      item->problems = {{"body", "has more than 10000 rows; the rest was not looked at"}};
    const auto answer = item->problems.empty()
                            ? service::screen(services_, number_, item->row)
                            : service::ScreenAnswer{number_, item->row.name, {}, std::move(item->problems)};
    out += codec::dump(answer_json(answer)) + "\n";
    return number_ <= kMostRows;
  }

 private:
  service::Services& services_;
  std::string body_;
  std::unique_ptr<ScreenRows> rows_;
  std::size_t number_ = 0;
};

}  // namespace

http::Response screen(const Context& context) {
  QueryReader query(context.request);
  service::ScreenRow usual;
  usual.standard = query.text("standard");
  usual.services = query.texts("service");
  query.finish();
  auto screening = std::make_shared<Screening>(context.services, media_type_of(context.request),
                                               context.request.body, std::move(usual));
  http::Response response;
  response.content_type = "application/x-ndjson";
  response.chunks = [screening](std::string& out) { return screening->write_next(out); };
  return response;
}

}  // namespace certreg::api
