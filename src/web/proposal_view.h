// A proposal's fields for the review: values, quotes, choices, and what the register knows now.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/error.h"
#include "web/document_view.h"
#include "web/proposal_form.h"

namespace certreg::web {

struct Review {
  const store::Proposal& proposal;
  const reading::Draft& draft;
  const CertificateVersion* known = nullptr;  // the issue that it is compared with; null: none is known
  bool replaces = false;                      // accepting it takes the place of that issue
  std::vector<std::string> warnings = {};     // of the import, about the document
  const ProposalForm& form;                   // as it was sent, when something in it was refused
  std::vector<FieldProblem> problems = {};
};

// Something of the document may not have been read, so that what was not found may stand in it all the same.
bool is_partly_read(const Review& review);

// The issue that the decided reading became, else the one of the same day, else the latest.
const CertificateVersion& issue_beside(const CertificateRecord& record, const CertificateVersion& read,
                                       const VersionId& decided);

// A list of fields, and the marks of their quotes in the document.
struct FieldsView {
  Data fields;
  Data to_decide;  // links to those that are left open or doubtful
  std::vector<Mark> marks;
};
FieldsView fields_view(const Visit& visit, const Review& review);

}  // namespace certreg::web
