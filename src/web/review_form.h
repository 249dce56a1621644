// What a review is asked for, in an address or a form.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/error.h"
#include "certreg/service/reviews.h"
#include "web/address.h"
#include "web/visit.h"

namespace certreg::web {

struct ReviewForm {  // as typed
  std::string supplier, entity, on, known_at,
      title;  // `supplier`: an id; `entity`: a name, when there is none
};
ReviewForm review_form_in_address(const http::Request& request);
ReviewForm review_form_in_body(const http::Request& request);

// Appends what is wrong, in the visitor's words. A name stands for the one supplier that is called exactly
// so.
service::ReviewRequest review_request(const ReviewForm& form, const Visit& visit,
                                      std::vector<FieldProblem>& problems);

struct SignOffForm {
  std::string name, role, note;
};
SignOffForm sign_off_form_in(const http::Request& request);
std::optional<SignOff> sign_off_of(const SignOffForm& form, const Visit& visit,
                                   std::vector<FieldProblem>& problems);  // none: nobody signs

Address address_of(std::string_view path, const service::ReviewRequest& request);

// FIELD_wrong and FIELD_problem for each field.
void set_problems(Data& view, std::initializer_list<const char*> fields,
                  const std::vector<FieldProblem>& problems);
void set_review_form(Data& view, const ReviewForm& form, const std::vector<FieldProblem>& problems,
                     const Visit& visit);

}  // namespace certreg::web
