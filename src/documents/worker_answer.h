// What every answer of the worker has in common.
#pragma once

#include <exception>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string_view>

#include "certreg/documents/worker.h"

namespace certreg::documents {

// The one JSON object that an answer is, or begins with. Throws the Failure that it tells.
nlohmann::json object_in(std::string_view bytes);

template <typename Enum>
Enum parse_enum(const nlohmann::json& value, Enum last) {
  const int number = value.get<int>();
  if (number < 0 || number > static_cast<int>(last)) throw std::out_of_range("an enumerator");
  return static_cast<Enum>(number);
}

// Whatever is not as a worker writes it is a worker that went wrong.
template <typename Parse>
auto guarded(Parse parse) {
  try {
    return parse();
  } catch (const Failure&) {
    throw;
  } catch (const std::exception& problem) {
    throw Failure(FailureKind::Crashed, "the document could not be read", problem.what());
  }
}

}  // namespace certreg::documents
