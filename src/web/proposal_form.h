// What a person sent with the form of a proposal.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "certreg/reading/draft.h"
#include "certreg/service/proposals.h"
#include "web/proposal_fields.h"

namespace certreg::web {

// Names are "choice.FIELD" (the number of a candidate, or "read"), "fix.FIELD" (what is typed counts before
// the choice), "source.statuses", "supplier", "claimant", "note", "reason" and "seen".
class ProposalForm {
 public:
  ProposalForm() = default;
  explicit ProposalForm(std::string_view body);

  std::string value(std::string_view name) const;  // the first; empty: not sent
  std::string choice(const Field& field) const { return value("choice." + std::string(field.name)); }
  std::string typed(const Field& field) const;  // without blanks around it
  // One line of clean text of at most 1000 characters; throws Error(Invalid).
  std::string sentence(std::string_view name) const;
  bool is_sent() const { return !values_.empty(); }

 private:
  std::vector<std::pair<std::string, std::string>> values_;
};

// `language`: of the page that the form stood on. Throws Error(Invalid) for a choice that was not offered and
// for a line of a list that says nothing that can be followed.
service::Acceptance acceptance_in(const ProposalForm& form, const reading::Draft& draft,
                                  const std::string& said_by, Language language);

}  // namespace certreg::web
