#include "web/proposal_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/records.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/listing.h"
#include "certreg/service/proposals.h"
#include "web/cookies.h"
#include "web/proposal_supplier.h"
#include "web/proposal_view.h"
#include "web/proposal_words.h"
#include "web/sign_in_page.h"
#include "web/waiting_words.h"

namespace certreg::web {
namespace {

constexpr const char* kPending = "pending";

bool is_uuid(std::string_view text) {
  return text.size() == 36 && text.find_first_not_of("0123456789abcdef-") == std::string_view::npos;
}

store::Proposal proposal_of(const Visit& visit, std::size_t segments) {
  const auto& path = visit.request.segments;
  if (path.size() != segments || !is_uuid(path[1])) throw not_found("proposal");
  return service::find_proposal(visit.services, {path[1]});
}

// The one after it in the list, else the first; empty: it is the only one.
std::string next_after(const Visit& visit, const ProposalId& id) {
  for (const auto& after : {id.value, std::string()})
    for (const auto& next : service::list_proposals(visit.services, kPending, after, 2))
      if (next.id != id) return "/proposals/" + next.id.value;
  return {};
}

std::string decision_words(const Visit& visit, const store::Proposal& proposal) {
  return message(visit.language, "review." + proposal.state,
                 {{"by", harmless(proposal.decided_by)},
                  {"day", proposal.decided_at ? day_text(day_of(*proposal.decided_at), visit.language)
                                              : std::string()}});
}

std::string label_of(const Visit& visit, const std::string& name) {
  const auto& all = messages(visit.language);
  const auto found = all.find("read." + name);
  return found == all.end() ? harmless(name) : found->second;
}

Data problems_view(const Visit& visit, const std::vector<FieldProblem>& problems) {
  Data list{Data::type::list};
  for (const auto& [path, rule] : problems) {
    const auto* field = field_of_member(path);
    const auto target = path == "supplier" ? path : field != nullptr ? std::string(field->name) : "";
    Data one;
    one.set("has_target", !target.empty());
    one.set("target", target);
    one.set("field", label_of(visit, target.empty() ? path : target));
    one.set("rule", harmless(rule));
    list.push_back(one);
  }
  return list;
}

Data claimants_view(const Visit& visit, const Review& review) {
  const auto& claimant = review.draft.version.claimant;
  const auto& names = codec::claimant_names();
  const auto read = names.at(static_cast<std::size_t>(claimant ? claimant->kind : ClaimantKind::Unknown));
  const auto sent = review.form.value("claimant");
  Data list{Data::type::list};
  for (const auto name : names) {
    Data one;
    one.set("value", std::string(name));
    one.set("words", message(visit.language, "review.claimant." + std::string(name)));
    one.set("checked", sent.empty() ? name == read : name == sent);
    list.push_back(one);
  }
  return list;
}

std::string compared_words(const Visit& visit, const CertificateVersion& known) {
  return message(visit.language, known.issued ? "review.issue_of" : "review.issue_undated",
                 {{"day", known.issued ? day_text(*known.issued, visit.language) : std::string()}});
}

void set_warnings(const Review& review, Data& view) {
  Data list{Data::type::list};
  for (const auto& warning : review.warnings) list.push_back(Data(harmless(warning)));
  view.set("has_warnings", !review.warnings.empty());
  view.set("warnings", list);
  view.set("is_partly_read", is_partly_read(review));
}

void set_decision(const Visit& visit, const Review& review, Data& view) {
  const auto& proposal = review.proposal;
  const bool pending = proposal.state == kPending;
  const auto whose = whose_words(visit, proposal, review.draft);
  const auto next = next_after(visit, proposal.id);
  view.set("pending", pending);
  view.set("decision", pending ? std::string() : decision_words(visit, proposal));
  view.set("decision_reason", harmless(proposal.reason));
  view.set("has_decision_reason", !proposal.reason.empty());
  view.set("supplier", whose.name);
  view.set("has_supplier_address", !whose.address.empty());
  view.set("supplier_address", whose.address);
  view.set("has_next", !next.empty());
  view.set("next_address", next);
}

// What is said above the fields about a form that was sent.
struct Remarks {
  bool was_quicker = false, moved = false, leads_elsewhere = false, rejects = false;
  int status = 200;
  Data typed{Data::type::list};  // by whoever was not quick enough
};

Remarks quicker(Data typed) {
  Remarks remarks{.was_quicker = true, .status = 409};
  remarks.typed = std::move(typed);
  return remarks;
}

Drawn page_of(const Visit& visit, const Review& review, const Remarks& remarks) {
  auto fields = fields_view(visit, review);
  Data view;
  set_decision(visit, review, view);
  set_warnings(review, view);
  set_done(visit, view);
  view.set("id", review.proposal.id.value);
  view.set("standard", standard_words(visit, review.draft.version));
  view.set("is_claim", review.draft.kind == reading::DraftKind::Claim);
  view.set("claimants", claimants_view(visit, review));
  set_told(view, "reason", why_it_waits(review.proposal.rule, visit.language));
  view.set("was_quicker", remarks.was_quicker);
  view.set("typed", remarks.typed);
  view.set("has_typed", !remarks.typed.list_value().empty());
  view.set("moved", remarks.moved);
  view.set("leads_elsewhere", remarks.leads_elsewhere);
  view.set("has_problems", !review.problems.empty());
  view.set("problem_list", problems_view(visit, review.problems));
  view.set("compared", review.known != nullptr);
  view.set("compared_with", review.known != nullptr ? compared_words(visit, *review.known) : std::string());
  view.set("replaces", review.replaces);
  view.set("seen", review.known != nullptr ? review.known->id.value : std::string());
  view.set("fields", fields.fields);
  view.set("to_decide", fields.to_decide);
  view.set("has_to_decide", !fields.to_decide.list_value().empty());
  view.set("suppliers", suppliers_view(visit, review));
  view.set("note", review.form.value("note"));
  view.set("reject_open", remarks.rejects);
  view.set("reject_reason", review.form.value("reason"));
  view.set("document_name", document_words(review.proposal));
  view.set("document", document_view(visit, review.proposal.document, fields.marks));
  const auto title = whose_words(visit, review.proposal, review.draft).name + ", " +
                     standard_words(visit, review.draft.version);
  return drawn(visit, "proposal.mustache", view, title, remarks.status);
}

service::Acceptance sent_with(const Visit& visit, const store::Proposal& proposal, const ProposalForm& form) {
  auto acceptance = acceptance_in(form, draft_of(proposal), document_words(proposal), visit.language);
  acceptance.seen = VersionId{form.value("seen")};
  return acceptance;
}

// Corrections that say nothing that can be followed are passed over here: they are refused elsewhere.
service::Acceptance as_far_as_possible(const Visit& visit, const store::Proposal& proposal,
                                       const ProposalForm& form) {
  try {
    return sent_with(visit, proposal, form);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    return {};
  }
}

// Of the register as it is now.
std::optional<service::ComparedIssue> known_of(const Visit& visit, const store::Proposal& proposal,
                                               const ProposalForm& form) {
  if (proposal.state == kPending)
    return service::compared_with(visit.services, proposal, as_far_as_possible(visit, proposal, form));
  const auto record = visit.services.catalogue.certificate(proposal.certificate);
  if (!record) return std::nullopt;
  return service::ComparedIssue{issue_beside(*record, draft_of(proposal).version, proposal.version)};
}

std::string id_of(const std::optional<service::ComparedIssue>& known) {
  return known ? known->issue.id.value : std::string();
}

std::vector<std::string> warnings_of(const Visit& visit, const store::Proposal& proposal) {
  auto all = service::import_warnings(visit.services, {&proposal.id, 1});
  return all[proposal.id];
}

// None: what was sent says nothing that can be followed.
std::optional<codec::Json> corrected_members(const Visit& visit, const store::Proposal& proposal,
                                             const ProposalForm& form) {
  try {
    const auto corrections = sent_with(visit, proposal, form).corrections;
    return corrections.empty() ? codec::Json::object() : codec::parse(corrections);
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Invalid) throw;
    return std::nullopt;
  }
}

void add_typed(Data& list, const std::string& label, const std::string& value) {
  if (value.empty()) return;
  Data one;
  one.set("label", label);
  one.set("value", value);
  list.push_back(one);
}

// What somebody typed for a proposal that another has decided meanwhile: boxes with what was read are left
// out where they say nothing else.
Data typed_view(const Visit& visit, const store::Proposal& proposal, const ProposalForm& form) {
  const auto corrected = corrected_members(visit, proposal, form);
  Data list{Data::type::list};
  for (const auto& field : review_fields())
    if (!corrected || corrected->contains(std::string(field.member)))
      add_typed(list, label_of(visit, std::string(field.name)), form.typed(field));
  add_typed(list, message(visit.language, "review.note"), form.value("note"));
  add_typed(list, message(visit.language, "review.reason"), form.value("reason"));
  return list;
}

Drawn shown(const Visit& visit, const store::Proposal& proposal, const ProposalForm& form,
            std::vector<FieldProblem> problems, Remarks remarks) {
  const auto draft = draft_of(proposal);
  const auto known = known_of(visit, proposal, form);
  if (form.is_sent() && !remarks.rejects && form.value("seen") != id_of(known)) {
    remarks.leads_elsewhere = form.value("seen") == id_of(known_of(visit, proposal, {}));
    remarks.moved = !remarks.leads_elsewhere;
  }
  return page_of(visit,
                 {.proposal = proposal,
                  .draft = draft,
                  .known = known ? &known->issue : nullptr,
                  .replaces = known && known->is_replaced,
                  .warnings = warnings_of(visit, proposal),
                  .form = form,
                  .problems = std::move(problems)},
                 remarks);
}

void decide(const Visit& visit, const store::Proposal& proposal, const ProposalForm& form, bool rejects) {
  auto& services = visit.services;
  if (rejects) {
    service::reject_proposal(services, proposal.id, form.sentence("reason"), visit.visitor->actor);
    return;
  }
  service::accept_proposal(services, proposal.id, sent_with(visit, proposal, form), visit.visitor->actor);
}

Drawn decided(const Visit& visit, const store::Proposal& proposal) {
  const auto next = next_after(visit, proposal.id);
  return redirect((next.empty() ? "/proposals" : next) + "?done=" + proposal.id.value);
}

}  // namespace

Drawn proposal_page(const Visit& visit) { return shown(visit, proposal_of(visit, 2), {}, {}, {}); }

Drawn decide_proposal(const Visit& visit) {
  const auto proposal = proposal_of(visit, 3);
  const auto& verb = visit.request.segments[2];
  if (verb != "accept" && verb != "reject") throw not_found("page");
  const bool rejects = verb == "reject";
  const ProposalForm form(visit.request.content());
  if (proposal.state != kPending)
    return shown(visit, proposal, {}, {}, quicker(typed_view(visit, proposal, form)));
  try {
    decide(visit, proposal, form, rejects);
  } catch (const Error& error) {
    if (error.kind == ErrorKind::Invalid)
      return shown(visit, proposal, form, error.fields, {.rejects = rejects, .status = 400});
    if (error.kind != ErrorKind::Conflict) throw;
    const auto now = service::find_proposal(visit.services, proposal.id);
    if (now.state != kPending) return shown(visit, now, {}, {}, quicker(typed_view(visit, now, form)));
    return shown(visit, now, form, {}, {.rejects = rejects, .status = 409});
  }
  return decided(visit, proposal);
}

void set_done(const Visit& visit, Data& view) {
  const auto id = query_value(visit.request, "done");
  view.set("has_done", false);
  if (!is_uuid(id)) return;
  const auto proposal = service::find_proposal(visit.services, {id});
  if (proposal.state == kPending) return;
  const auto whose = whose_words(visit, proposal, draft_of(proposal));
  view.set("has_done", true);
  view.set("done_id", id);
  view.set("done", message(visit.language, "review.done." + proposal.state, {{"name", whose.name}}));
  view.set("has_done_address", !whose.address.empty());
  view.set("done_address", whose.address);
}

}  // namespace certreg::web
