#include "codec/certificate_reader.h"
#include "codec/shapes.h"

namespace certreg::codec {
namespace {

Json to_json(const reading::Candidate& candidate) {
  return {{"value", candidate.value}, {"quote", codec::to_json(candidate.quote)}};
}

Json to_json(const reading::Ambiguity& ambiguity) {
  Json candidates = Json::array();
  for (const auto& candidate : ambiguity.candidates) candidates.push_back(to_json(candidate));
  return {{"field", ambiguity.field}, {"why", ambiguity.why}, {"candidates", candidates}};
}

reading::Ambiguity ambiguity_from(const Json& value, Problems& problems) {
  reading::Ambiguity ambiguity{value["field"].get<std::string>(), value["why"].get<std::string>(), {}};
  for (const auto& candidate : value["candidates"])
    ambiguity.candidates.push_back(
        {candidate["value"].get<std::string>(), quote_from(candidate["quote"], "quote", problems)});
  return ambiguity;
}

}  // namespace

Json to_json(const reading::Draft& draft) {
  Json ambiguities = Json::array();
  for (const auto& ambiguity : draft.ambiguities) ambiguities.push_back(to_json(ambiguity));
  return {{"kind", draft.kind == reading::DraftKind::Claim ? "claim" : "certificate"},
          {"certificate", to_json(draft.version)},
          {"ambiguities", ambiguities},
          {"missing", draft.missing},
          {"document_address", text_or_null(draft.document_address)}};
}

reading::Draft stored_draft(const Json& value) {
  Problems problems;
  reading::Draft draft;
  draft.kind = value["kind"] == "claim" ? reading::DraftKind::Claim : reading::DraftKind::Certificate;
  draft.version = stored_certificate(value["certificate"]);
  for (const auto& ambiguity : value["ambiguities"])
    draft.ambiguities.push_back(ambiguity_from(ambiguity, problems));
  draft.missing = value["missing"].get<std::vector<std::string>>();
  // Drafts that were stored before there was such a member have none.
  const auto linked = value.find("document_address");
  if (linked != value.end() && linked->is_string()) draft.document_address = linked->get<std::string>();
  return draft;
}

}  // namespace certreg::codec
