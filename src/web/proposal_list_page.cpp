#include "web/proposal_list_page.h"

#include "certreg/domain/harmless.h"
#include "certreg/service/listing.h"
#include "web/cookies.h"
#include "web/proposal_page.h"
#include "web/proposal_words.h"
#include "web/waiting_words.h"

namespace certreg::web {
namespace {

constexpr int kOnAPage = 25;

Data row_view(const Visit& visit, const store::Proposal& proposal, bool has_warnings) {
  const auto draft = draft_of(proposal);
  const auto whose = whose_words(visit, proposal, draft);
  Data view;
  view.set("address", "/proposals/" + proposal.id.value);
  view.set("supplier", whose.name);
  view.set("is_new", whose.is_new);
  view.set("standard", standard_words(visit, draft.version));
  view.set("is_claim", draft.kind == reading::DraftKind::Claim);
  view.set("document", document_words(proposal));
  set_told(view, "reason", why_it_waits(proposal.rule, visit.language));
  view.set("open", open_words(visit, draft, has_warnings));
  view.set("age", age_words(visit, proposal.recorded_at));
  view.set("since", certreg::to_string(proposal.recorded_at));
  return view;
}

}  // namespace

Drawn proposal_list_page(const Visit& visit) {
  auto waiting =
      service::list_proposals(visit.services, "pending", query_value(visit.request, "after"), kOnAPage + 1);
  const bool has_more = waiting.size() > kOnAPage;
  if (has_more) waiting.pop_back();
  Data rows{Data::type::list};
  std::vector<ProposalId> ids;
  for (const auto& proposal : waiting) ids.push_back(proposal.id);
  const auto warned = service::import_warnings(visit.services, ids);
  for (const auto& proposal : waiting)
    rows.push_back(row_view(visit, proposal, warned.contains(proposal.id)));
  Data view;
  view.set("rows", rows);
  view.set("none", waiting.empty());
  view.set("has_more", has_more);
  view.set("more_address", has_more ? "/proposals?after=" + waiting.back().id.value : std::string());
  view.set("is_first_page", query_value(visit.request, "after").empty());
  view.set("first_address", waiting.empty() ? std::string() : "/proposals/" + waiting.front().id.value);
  set_done(visit, view);
  return drawn(visit, "proposal_list.mustache", view, message(visit.language, "queue.title"));
}

}  // namespace certreg::web
