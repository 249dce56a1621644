#include "web/verdict_view.h"

#include <algorithm>

#include "certreg/domain/harmless.h"

namespace certreg::web {
namespace {

std::string_view title_of(Topic topic) {
  switch (topic) {
    case Topic::Standard:
      return "Is it the right standard, in an edition that counts?";
    case Topic::Holder:
      return "Does it belong to the entity that operates the service?";
    case Topic::Scope:
      return "Does it cover what we use?";
    case Topic::Dates:
      return "Is it in force on that day?";
    case Topic::Issuer:
      return "Was it issued by an accredited body?";
    case Topic::Evidence:
      return "How well do we know it?";
  }
  return {};
}

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

Data quote_view(const Quote& quote, const service::Services& services) {
  Data view;
  view.set("text", harmless(quote.text));
  view.set("field", quote.field);
  view.set("address", harmless(quote.address.empty() ? "entered by a person" : quote.address));
  view.set("is_link", quote.address.starts_with("https://") || quote.address.starts_with("http://"));
  view.set("has_page", quote.page > 0);
  view.set("page", std::to_string(quote.page));
  view.set("is_sample", is_sample(services, quote.address));
  return view;
}

Data quotes_view(const std::vector<Quote>& quotes, const service::Services& services) {
  Data list{Data::type::list};
  for (const auto& quote : quotes) list.push_back(quote_view(quote, services));
  return list;
}

Data reason_view(const Reason& reason, const service::Services& services) {
  Data view;
  view.set("code", std::string(to_string(reason.code)));
  view.set("detail", harmless(reason.detail));
  view.set("rule", std::string(info(reason.code).source));
  view.set("warns", info(reason.code).warns);
  view.set("quotes", quotes_view(reason.quotes, services));
  view.set("has_quotes", !reason.quotes.empty());
  return view;
}

Data answer_view(const Answer& answer, const service::Services& services) {
  Data reasons{Data::type::list};
  for (const auto& reason : answer.reasons) reasons.push_back(reason_view(reason, services));
  Data view;
  view.set("topic", std::string(to_string(answer.topic)));
  view.set("title", std::string(title_of(answer.topic)));
  view.set("answer", std::string(to_string(answer.value)));
  view.set("reasons", reasons);
  return view;
}

Data part_view(const Part& part, const service::Services& services) {
  Data answers{Data::type::list};
  for (const auto& answer : part.answers) answers.push_back(answer_view(answer, services));
  Data view;
  view.set("services", harmless(joined(part.services)));
  view.set("has_services", !part.services.empty());
  view.set("answers", answers);
  view.set("has_certificate", part.certificate.has_value());
  if (part.certificate) {
    view.set("number",
             harmless(part.certificate->number.empty() ? "(none printed)" : part.certificate->number));
    view.set("issuer", harmless(part.certificate->issuer_printed));
    view.set("holder",
             harmless(part.certificate->holders.empty() ? "" : part.certificate->holders.front().name));
    view.set("expires", part.certificate->expires ? part.certificate->expires->to_string() : "not printed");
  }
  return view;
}

Data claim_view(const CertificateVersion& claim, const service::Services& services) {
  const bool third_party = claim.claimant && claim.claimant->kind == ClaimantKind::ThirdParty;
  Data view;
  view.set("claimant", harmless(claim.claimant ? claim.claimant->name : ""));
  view.set("kind", third_party ? "a third party" : "somebody unknown");
  view.set("quotes", quotes_view(claim.quotes, services));
  return view;
}

std::string verdict_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::Satisfied:
      return "Yes: the certificate may be relied on";
    case Outcome::Undecided:
      return "Undecided: not enough is known to rely on a certificate";
    case Outcome::NotSatisfied:
      return "No: there is no certificate that may be relied on";
  }
  return {};
}

}  // namespace

std::string sentence(const service::Verification& verification) {
  const auto& request = verification.request;
  const auto name = verification.supplier ? verification.supplier->name : request.entity;
  auto text = verdict_words(verification.verdict.outcome) + ". Asked for " + name + ", " +
              verification.standard->name;
  if (!request.services.empty()) text += ", for " + joined(request.services);
  if (!request.site.empty()) text += ", at " + request.site;
  return harmless(text + ", on " + request.on->to_string() + ".");
}

Data verdict_view(const service::Verification& verification, const service::Services& services) {
  Data parts{Data::type::list}, claims{Data::type::list}, candidates{Data::type::list};
  for (const auto& part : verification.verdict.parts) parts.push_back(part_view(part, services));
  for (const auto& claim : verification.verdict.disregarded_claims)
    claims.push_back(claim_view(claim, services));
  for (const auto& candidate : verification.candidates) {
    Data view;
    view.set("name", harmless(candidate.name));
    candidates.push_back(view);
  }
  Data view;
  view.set("outcome", std::string(to_string(verification.verdict.outcome)));
  view.set("sentence", sentence(verification));
  view.set("is_sample_supplier", is_sample(services, verification.supplier));
  view.set("parts", parts);
  view.set("claims", claims);
  view.set("has_claims", !verification.verdict.disregarded_claims.empty());
  view.set("candidates", candidates);
  view.set("has_candidates", !verification.candidates.empty());
  return view;
}

}  // namespace certreg::web
