#include "web/verdict_view.h"

#include <algorithm>

#include "certreg/domain/harmless.h"
#include "web/told.h"

namespace certreg::web {
namespace {

std::string joined(const std::vector<std::string>& items) {
  std::string all;
  for (const auto& item : items) all += (all.empty() ? "" : ", ") + item;
  return all;
}

bool is_sample(const service::Services& services, const std::string& address) {
  constexpr std::string_view upload = "file:";
  const auto* source = address.starts_with(upload)
                           ? service::source_of_file(services.sources(), address.substr(upload.size()))
                           : service::source_of_address(services.sources(), address);
  return source != nullptr && source->sample;
}

// Made-up suppliers are known by the sources that are about them.
bool is_sample(const service::Services& services, const std::optional<Supplier>& supplier) {
  return supplier &&
         std::any_of(services.sources().begin(), services.sources().end(), [&](const auto& source) {
           return source.sample && source.holder.name == supplier->name;
         });
}

// Of the member that a quote is of: "accreditations[0].number" is of the accreditations.
std::string field_words(const std::string& field, Language language) {
  const auto& all = messages(language);
  const auto found = all.find("read." + field.substr(0, field.find_first_of("[.")));
  return found == all.end() ? harmless(field) : found->second;
}

Data quote_view(const Quote& quote, const Visit& visit) {
  Data view;
  view.set("text", harmless(quote.text));
  view.set("field", field_words(quote.field, visit.language));
  view.set("address",
           harmless(quote.address.empty() ? message(visit.language, "quote.by_person") : quote.address));
  view.set("is_link", quote.address.starts_with("https://") || quote.address.starts_with("http://"));
  view.set("has_page", quote.page > 0);
  const bool is_row = quote.method == ReadingMethod::Table;
  view.set("page",
           message(visit.language, is_row ? "quote.row" : "quote.page") + " " + std::to_string(quote.page));
  view.set("is_sample", is_sample(visit.services, quote.address));
  return view;
}

Data quotes_view(const std::vector<Quote>& quotes, const Visit& visit) {
  Data list{Data::type::list};
  for (const auto& quote : quotes) list.push_back(quote_view(quote, visit));
  return list;
}

Data reason_view(const Reason& reason, const Visit& visit) {
  Data view;
  view.set("code", std::string(to_string(reason.code)));
  set_told(view, "detail", told(reason, visit.language));
  view.set("rule", std::string(info(reason.code).source));
  view.set("warns", info(reason.code).warns);
  view.set("quotes", quotes_view(reason.quotes, visit));
  view.set("has_quotes", !reason.quotes.empty());
  return view;
}

// The answer as a word and as a shape; the templates know no other than these three.
void set_answer(Data& view, AnswerValue value, Language language) {
  const auto name = std::string(to_string(value));
  view.set("answer", name);
  view.set("answer_word", message(language, "answer." + name));
  view.set("is_yes", value == AnswerValue::Yes);
  view.set("is_unsure", value == AnswerValue::Unsure);
  view.set("is_no", value == AnswerValue::No);
}

Data answer_view(const Answer& answer, const Visit& visit) {
  const auto topic = std::string(to_string(answer.topic));
  Data reasons{Data::type::list};
  for (const auto& reason : answer.reasons) reasons.push_back(reason_view(reason, visit));
  Data view;
  view.set("topic", topic);
  view.set("question", message(visit.language, "topic." + topic));
  set_told(view, "lead", told(answer.reasons.front(), visit.language));
  view.set("reasons", reasons);
  set_answer(view, answer.value, visit.language);
  return view;
}

// One sentence for each question that is not answered with yes; nothing to do is said, too.
Data next_view(const Part& part, Language language) {
  Data list{Data::type::list};
  for (const auto& answer : part.answers) {
    if (answer.value == AnswerValue::Yes) continue;
    list.push_back(Data(message(language, "next." + std::string(to_string(answer.topic)) + "." +
                                              std::string(to_string(answer.value)))));
  }
  if (list.list_value().empty()) list.push_back(Data(message(language, "next.nothing")));
  return list;
}

// What the answers rest on; a claim is never called a certificate.
void set_certificate(Data& view, const CertificateVersion& version, Language language) {
  const auto stated = [&](const std::string& text) {
    return text.empty() ? message(language, "none_printed") : harmless(text);
  };
  view.set("is_claim", version.evidence == EvidenceLevel::Claimed);
  view.set("number", stated(version.number));
  view.set("issuer", stated(version.issuer_printed));
  view.set("holder", stated(version.holders.empty() ? "" : version.holders.front().name));
  view.set("expires", stated(version.expires ? day_text(*version.expires, language) : ""));
}

Data part_view(const Part& part, const Visit& visit) {
  Data answers{Data::type::list};
  for (const auto& answer : part.answers) answers.push_back(answer_view(answer, visit));
  Data view;
  view.set("services", harmless(joined(part.services)));
  view.set("has_services", !part.services.empty());
  view.set("answers", answers);
  view.set("next", next_view(part, visit.language));
  view.set("has_certificate", part.certificate != nullptr);
  if (part.certificate) set_certificate(view, *part.certificate, visit.language);
  return view;
}

Data claim_view(const CertificateVersion& claim, const Visit& visit) {
  const bool third_party = claim.claimant && claim.claimant->kind == ClaimantKind::ThirdParty;
  Data view;
  view.set("claimant", harmless(claim.claimant ? claim.claimant->name : ""));
  view.set("kind", message(visit.language, third_party ? "claimant.third_party" : "claimant.unknown"));
  view.set("quotes", quotes_view(claim.quotes, visit));
  return view;
}

}  // namespace

std::string sentence(const service::Verification& verification, Language language) {
  const auto& request = verification.request;
  const auto name = verification.supplier ? verification.supplier->name : request.entity;
  auto text = message(language, "outcome." + std::string(to_string(verification.verdict.outcome))) + " ";
  text += message(language, "outcome.asked", {{"standard", verification.standard->name}, {"name", name}});
  if (!request.services.empty())
    text += message(language, "outcome.for", {{"services", joined(request.services)}});
  if (!request.site.empty()) text += message(language, "outcome.at", {{"site", request.site}});
  return harmless(text + message(language, "outcome.on", {{"day", day_text(*request.on, language)}}));
}

Data verdict_view(const service::Verification& verification, const Visit& visit) {
  Data parts{Data::type::list}, claims{Data::type::list};
  for (const auto& part : verification.verdict.parts) parts.push_back(part_view(part, visit));
  for (const auto& claim : verification.verdict.disregarded_claims)
    claims.push_back(claim_view(claim, visit));
  const auto outcome = std::string(to_string(verification.verdict.outcome));
  const auto& supplier = verification.supplier;
  Data view;
  view.set("outcome", outcome);
  view.set("is_yes", verification.verdict.outcome == Outcome::Satisfied);
  view.set("is_unsure", verification.verdict.outcome == Outcome::Undecided);
  view.set("is_no", verification.verdict.outcome == Outcome::NotSatisfied);
  view.set("sentence", sentence(verification, visit.language));
  view.set("is_sample_supplier", is_sample(visit.services, supplier));
  view.set("has_supplier", supplier.has_value());
  view.set("supplier_id", supplier ? supplier->id.value : std::string());
  view.set("supplier_name", supplier ? harmless(supplier->name) : std::string());
  view.set("parts", parts);
  view.set("claims", claims);
  view.set("has_claims", !verification.verdict.disregarded_claims.empty());
  view.set("has_note", !verification.reference_note.empty());
  view.set("note", verification.reference_note);
  view.set("on_day", day_text(*verification.request.on, visit.language));
  return view;
}

}  // namespace certreg::web
