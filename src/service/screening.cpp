#include "certreg/service/screening.h"

#include "certreg/domain/error.h"

namespace certreg::service {

ScreenAnswer screen(Services& services, std::size_t number, const ScreenRow& row) {
  ScreenAnswer answer{.number = number, .name = row.name, .verification = {}, .problems = {}};
  VerifyRequest request;
  request.entity = row.name;
  request.standard = row.standard;
  request.services = row.services;
  try {
    answer.verification = verify(services, request);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    answer.problems = error.fields;
    for (auto& problem : answer.problems)
      if (problem.field == "entity" || problem.field == "supplier") problem.field = "name";
  }
  return answer;
}

}  // namespace certreg::service
