#include "api/answer.h"
#include "api/body.h"
#include "api/cursor.h"
#include "api/handlers.h"
#include "api/ids.h"
#include "api/record_json.h"
#include "certreg/service/listing.h"
#include "certreg/service/proposals.h"

namespace certreg::api {
namespace {

using codec::Json;

ProposalId id_of(const Context& context) { return {own_id(context, "proposal")}; }

// A proposal that differs in nothing may be kept without a list.
Json diff_json(const std::string& text) {
  auto diff = codec::parse(text);
  return diff.is_array() ? diff : Json::array();
}

Json proposal_json(const store::Proposal& proposal) {
  return {{"id", proposal.id.value},
          {"import", codec::text_or_null(proposal.import.value)},
          {"document", codec::text_or_null(proposal.document.value)},
          {"address", codec::text_or_null(proposal.address)},
          {"source", codec::text_or_null(proposal.source)},
          {"state", proposal.state},
          {"rule", proposal.rule},
          {"draft", codec::parse(proposal.draft)},
          {"diff", diff_json(proposal.diff)},
          {"certificate", codec::text_or_null(proposal.certificate.value)},
          {"supplier", codec::text_or_null(proposal.supplier.value)},
          {"version", codec::text_or_null(proposal.version.value)},
          {"decided_by", codec::text_or_null(proposal.decided_by)},
          {"decided_at", instant_or_null(proposal.decided_at)},
          {"reason", codec::text_or_null(proposal.reason)},
          {"recorded_at", to_string(proposal.recorded_at)}};
}

service::Acceptance acceptance_in(const Json& body) {
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  service::Acceptance acceptance;
  if (const auto* corrections = reader.object("corrections"))
    acceptance.corrections = codec::dump(*corrections);
  if (auto supplier = reader.text("supplier"); !supplier.empty()) {
    if (!is_uuid(supplier)) reader.problem("supplier", "must be the id of a supplier");
    acceptance.supplier = SupplierId{std::move(supplier)};
  }
  if (const auto kind = reader.choice("claimant", codec::claimant_names()))
    acceptance.claimant = static_cast<ClaimantKind>(*kind);
  acceptance.reason = reader.text("reason", 1000);
  reader.finish();
  refuse(std::move(problems));
  return acceptance;
}

std::string reason_in(const Json& body) {
  codec::Problems problems;
  codec::ObjectReader reader(body, "", problems);
  auto reason = reader.required_text("reason", 1000);
  reader.finish();
  refuse(std::move(problems));
  return reason;
}

}  // namespace

http::Response list_proposals(const Context& context) {
  static const std::vector<std::string_view> states{"pending", "accepted", "rejected"};
  QueryReader query(context.request);
  const auto state = query.choice("state", states);
  const auto limit = query.limit();
  const auto cursor = cursor_of(query);
  query.finish();
  auto proposals = service::list_proposals(context.services, state ? std::string(states[*state]) : "",
                                           cursor.empty() ? "" : cursor[0], static_cast<int>(limit) + 1);
  std::optional<std::vector<std::string>> last;
  if (proposals.size() > limit) {
    proposals.pop_back();
    last = {proposals.back().id.value};
  }
  return page(context, listed(proposals, proposal_json), last);
}

http::Response get_proposal(const Context& context) {
  QueryReader(context.request).finish();
  return resource(context, proposal_json(service::find_proposal(context.services, id_of(context))));
}

http::Response accept_proposal(const Context& context) {
  QueryReader(context.request).finish();
  const auto id = id_of(context);
  const auto acceptance = acceptance_in(json_body(context));
  return json_answer(
      proposal_json(service::accept_proposal(context.services, id, acceptance, context.actor)));
}

http::Response reject_proposal(const Context& context) {
  QueryReader(context.request).finish();
  const auto id = id_of(context);
  const auto reason = reason_in(json_body(context));
  return json_answer(proposal_json(service::reject_proposal(context.services, id, reason, context.actor)));
}

}  // namespace certreg::api
