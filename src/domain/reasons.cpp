#include <algorithm>

#include "domain/assessment.h"

namespace certreg {
namespace {

constexpr std::size_t kEvidenceQuotes = 3;

// "accreditations[0].number" belongs to the member "accreditations".
std::string_view member_of(std::string_view field) { return field.substr(0, field.find_first_of("[.")); }

bool belongs_to(Topic topic, std::string_view field) {
  using Fields = std::initializer_list<std::string_view>;
  const auto in = [&](Fields fields) {
    return std::find(fields.begin(), fields.end(), member_of(field)) != fields.end();
  };
  switch (topic) {
    case Topic::Standard:
      return in({"standard", "standard_printed", "edition", "form", "parent", "parent_number"});
    case Topic::Holder:
      return in({"holder", "holders"});
    case Topic::Scope:
      return in(
          {"scope", "services", "sites", "exclusions", "roles", "soa_version", "soa_date", "all_services"});
    case Topic::Dates:
      return in({"issued", "decided", "first_issued", "valid_from", "expires", "expiry_kind",
                 "previous_expiry", "recertification_audited", "statuses", "status"});
    case Topic::Issuer:
      return in({"issuer", "issuer_printed", "accreditations", "accreditation"});
    case Topic::Evidence:
      return true;
  }
  return false;
}

std::vector<Quote> quotes_for(Topic topic, const CertificateVersion& version) {
  std::vector<Quote> quotes;
  for (const auto& quote : version.quotes) {
    if (topic == Topic::Evidence && quotes.size() == kEvidenceQuotes) break;
    if (belongs_to(topic, quote.field)) quotes.push_back(quote);
  }
  return quotes;
}

// Deciding reasons first, warnings last.
int order_of(const Reason& reason) { return info(reason.code).warns ? 1 : -static_cast<int>(reason.value); }

// Nobody has seen it: what is claimed must not read as what is held.
void tell_as_claimed(Sentence& sentence) {
  constexpr std::string_view certificate = "The certificate ", claimed = "The claimed certificate ";
  if (!sentence.text.starts_with(certificate)) return;
  sentence.text.replace(0, certificate.size(), claimed);
  sentence.said.front().is_claimed = true;
}

}  // namespace

Reasons& Reasons::add(Code code, Sentence detail, std::optional<Date> date) {
  return add(code, info(code).value, std::move(detail), date);
}

Reasons& Reasons::add(Code code, AnswerValue value, Sentence detail, std::optional<Date> date) {
  if (source_->evidence == EvidenceLevel::Claimed) tell_as_claimed(detail);
  reasons_.push_back(
      {code, value, std::move(detail.text), date, quotes_for(topic_, *source_), std::move(detail.said)});
  return *this;
}

Reasons& Reasons::quoting(std::string_view field) {
  std::vector<Quote> quotes;
  std::copy_if(source_->quotes.begin(), source_->quotes.end(), std::back_inserter(quotes),
               [&](const Quote& quote) { return quote.field == field; });
  auto& kept = reasons_.back().quotes;
  std::erase_if(kept, [&](const Quote& quote) { return quote.field == field; });
  kept.insert(kept.begin(), quotes.begin(), quotes.end());
  return *this;
}

Reasons& Reasons::quoting_words(std::string_view field, std::string_view words) {
  auto& kept = reasons_.back().quotes;
  const auto whole = std::find_if(kept.begin(), kept.end(), [&](const Quote& quote) {
    return quote.field == field && quote.text.find(words) != std::string::npos;
  });
  if (words.empty() || whole == kept.end()) return *this;
  whole->text = words;
  std::rotate(kept.begin(), whole, whole + 1);
  return *this;
}

Reasons& Reasons::adding(const Sentence& remark) {
  auto& first = reasons_.front();
  Sentence whole{std::move(first.detail), std::move(first.said)};
  whole += remark;
  first.detail = std::move(whole.text);
  first.said = std::move(whole.said);
  return *this;
}

void Reasons::take(Reasons other) {
  for (auto& reason : other.reasons_) reasons_.push_back(std::move(reason));
}

Answer Reasons::answer() && {
  std::stable_sort(reasons_.begin(), reasons_.end(),
                   [](const auto& left, const auto& right) { return order_of(left) < order_of(right); });
  Answer answer{topic_, reasons_.front().value, std::move(reasons_)};
  for (auto& reason : answer.reasons) {
    if (info(reason.code).warns) reason.value = answer.value;
  }
  return answer;
}

}  // namespace certreg
