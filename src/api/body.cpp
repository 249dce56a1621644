#include "api/body.h"

#include <nlohmann/json.hpp>

namespace certreg::api {

std::string media_type_of(const http::Request& request) {
  const auto* field = request.header("Content-Type");
  if (field == nullptr) return {};
  auto type = field->substr(0, field->find(';'));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  for (auto& c : type)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return type;
}

codec::Json json_body(const Context& context) {
  if (media_type_of(context.request) != "application/json")
    throw invalid("Content-Type", "must be application/json");
  return codec::parse(context.request.body);
}

void refuse(codec::Problems problems) {
  if (!problems.empty()) throw invalid(std::move(problems));
}

}  // namespace certreg::api
