#include <algorithm>
#include <tuple>

#include "certreg/domain/lifecycle.h"
#include "domain/assessment.h"

namespace certreg {
namespace {

using Services = std::vector<std::string>;

struct Inquiry {
  const Question& question;
  const Supplier& supplier;
  std::span<const RecordPtr> certificates;
  const Reference& reference;
};

std::vector<CertificateVersion> disregarded_claims(const Inquiry& inquiry) {
  std::vector<CertificateVersion> claims;
  for (const auto& record : inquiry.certificates) {
    for (const auto& issue : record->issues) {
      const bool asked = issue.standard == inquiry.question.standard;
      if (asked && !issue.retired && is_disregarded(issue)) claims.push_back(issue);
    }
  }
  return claims;
}

std::vector<Issued> candidates_of(const Inquiry& inquiry) {
  std::vector<Issued> candidates;
  for (const auto& record : inquiry.certificates) {
    Issued candidate{record, choose_issue(*record, inquiry.question.on)};
    if (candidate.issue.version == nullptr) continue;
    if (candidate.version().standard == inquiry.question.standard) candidates.push_back(std::move(candidate));
  }
  return candidates;
}

bool is_claim(const Issued& candidate) { return candidate.version().evidence == EvidenceLevel::Claimed; }

Case case_of(const Inquiry& inquiry, const Issued& candidate, const Services& services) {
  return {inquiry.question,
          inquiry.supplier,
          inquiry.reference,
          services,
          candidate,
          find_parent(candidate.version(), inquiry.certificates, inquiry.question, inquiry.reference),
          disagreeing_claims(candidate.version(), inquiry.certificates),
          claimed_lists(candidate.version(), inquiry.certificates),
          naming_of(candidate.version(), inquiry.supplier, inquiry.reference.scope_words())};
}

struct Assessed {
  const Issued* candidate = nullptr;
  Part part;
};

// Smaller is better.
auto rank_of(const Assessed& assessed) {
  const auto& answers = assessed.part.answers;
  const auto count = [&](AnswerValue value) {
    return std::count_if(answers.begin(), answers.end(),
                         [&](const auto& answer) { return answer.value == value; });
  };
  const auto start = start_of(assessed.candidate->version());
  const auto days = start ? start->days().time_since_epoch().count() : 0;
  return std::make_tuple(assessed.part.outcome, count(AnswerValue::No), -count(AnswerValue::Yes),
                         -static_cast<int>(assessed.candidate->version().evidence), -days);
}

Assessed* best_of(std::vector<Assessed>& all, bool claims) {
  Assessed* best = nullptr;
  for (auto& assessed : all) {
    if (is_claim(*assessed.candidate) != claims) continue;
    if (best == nullptr || rank_of(assessed) < rank_of(*best)) best = &assessed;
  }
  return best;
}

struct Choice {
  const Issued* candidate = nullptr;
  const Issued* overruled_claim = nullptr;  // it would have been better than the document
  Part part;                                // of the candidate by itself, for the services of the choice
};

// A claim that contradicts a document adds sources_disagree to it and changes nothing else.
Choice choose(const Inquiry& inquiry, const std::vector<Issued>& candidates, const Services& services) {
  std::vector<Assessed> all;
  for (const auto& candidate : candidates)
    all.push_back({&candidate, assess_part(case_of(inquiry, candidate, services))});
  auto* document = best_of(all, false);
  auto* claim = best_of(all, true);
  if (document == nullptr) return {claim->candidate, nullptr, std::move(claim->part)};
  const bool better = claim != nullptr && claim->part.outcome < document->part.outcome;
  return {document->candidate, better ? claim->candidate : nullptr, std::move(document->part)};
}

Part part_of(const Inquiry& inquiry, Choice choice, const Services& services) {
  if (choice.overruled_claim == nullptr && choice.part.services == services) return std::move(choice.part);
  auto facts = case_of(inquiry, *choice.candidate, services);
  if (choice.overruled_claim != nullptr) {
    const auto* claim = &choice.overruled_claim->version();
    auto& claims = facts.disagreeing;
    if (std::find(claims.begin(), claims.end(), claim) == claims.end()) claims.push_back(claim);
  }
  return assess_part(facts);
}

struct Share {
  Choice choice;
  Services services;
};

// Services that one certificate answers for are asked of it together.
std::vector<Share> share_out(const Inquiry& inquiry, const std::vector<Issued>& candidates) {
  std::vector<Share> shares;
  if (inquiry.question.services.empty()) shares.push_back({choose(inquiry, candidates, {}), {}});
  for (const auto& service : inquiry.question.services) {
    auto choice = choose(inquiry, candidates, {service});
    const auto same = std::find_if(shares.begin(), shares.end(), [&](const Share& share) {
      return share.choice.candidate == choice.candidate;
    });
    if (same == shares.end()) {
      shares.push_back({std::move(choice), {service}});
    } else {
      same->services.push_back(service);
    }
  }
  return shares;
}

Part nothing_found(const Inquiry& inquiry) {
  const auto detail = say("nothing_found", inquiry.supplier.name,
                          standard_name(inquiry.reference, inquiry.question.standard)) +
                      sentence_of(inquiry.question.searched);
  Part part;
  part.services = inquiry.question.services;
  for (std::size_t topic = 0; topic < kTopics; ++topic) {
    part.answers[topic] = {static_cast<Topic>(topic),
                           AnswerValue::Unsure,
                           {{Code::NothingFound, AnswerValue::Unsure, detail.text, {}, {}, detail.said}}};
  }
  return part;
}

}  // namespace

Sentence several_are_called(const std::string& name) { return say("nothing_found.ambiguous", name); }

Verdict assess(const Question& question, const Supplier& supplier, std::span<const RecordPtr> certificates,
               const Reference& reference) {
  const Inquiry inquiry{question, supplier, certificates, reference};
  Verdict verdict;
  verdict.reference_version = reference.version();
  verdict.disregarded_claims = disregarded_claims(inquiry);
  const auto candidates = candidates_of(inquiry);
  if (candidates.empty()) {
    verdict.parts.push_back(nothing_found(inquiry));
  } else {
    for (auto& share : share_out(inquiry, candidates)) {
      verdict.parts.push_back(part_of(inquiry, std::move(share.choice), share.services));
    }
  }
  std::stable_sort(verdict.parts.begin(), verdict.parts.end(),
                   [](const Part& left, const Part& right) { return left.outcome > right.outcome; });
  verdict.outcome = verdict.deciding().outcome;
  return verdict;
}

Verdict assess(const Question& question, const Supplier& supplier,
               std::span<const CertificateRecord> certificates, const Reference& reference) {
  std::vector<RecordPtr> shared;
  for (const auto& record : certificates) shared.push_back(std::make_shared<const CertificateRecord>(record));
  return assess(question, supplier, shared, reference);
}

std::vector<RecordPtr> borrowed(std::span<const CertificateRecord> records) {
  std::vector<RecordPtr> all;
  for (const auto& record : records) all.push_back({RecordPtr(), &record});
  return all;
}

}  // namespace certreg
