// The six answers about one certificate; assess.cpp chooses among certificates.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "certreg/domain/verdict.h"
#include "domain/record.h"
#include "domain/say.h"
#include "domain/service_name.h"

namespace certreg {

// A certificate with the issue that the asked day falls to; `issue.version` is never null.
struct Issued {
  RecordPtr record;
  IssueChoice issue;
  const CertificateVersion& version() const { return *issue.version; }
  std::shared_ptr<const CertificateVersion> shared() const { return {record, issue.version}; }
};

struct Case {
  const Question& question;
  const Supplier& supplier;
  const Reference& reference;
  const std::vector<std::string>&
      services;  // those of the asked services that this certificate is to answer for
  Issued certificate;
  std::optional<Issued> parent;                        // of a standard that extends another, when it is known
  std::vector<const CertificateVersion*> disagreeing;  // claims that contradict the certificate
  std::vector<const CertificateVersion*> lists;        // the supplier's claims with a list of services
  Naming naming;                                       // of the certificate's services

  const CertificateVersion& version() const { return certificate.version(); }
  bool is_extension() const;
};

// Collects the reasons of one answer, each with the quotes of its topic from `source`.
class Reasons {
 public:
  Reasons(Topic topic, const CertificateVersion& source) : topic_(topic), source_(&source) {}

  Reasons& add(Code code, Sentence detail, std::optional<Date> date = {});
  Reasons& add(Code code, AnswerValue value, Sentence detail, std::optional<Date> date = {});
  // Puts the quotes of one field, "scope_items[3]", before those of the reason added last.
  Reasons& quoting(std::string_view field);
  // The same with these words in place of the whole field, where its quote has them: what decides is a part.
  Reasons& quoting_words(std::string_view field, std::string_view words);
  // Says more about the reason added first.
  Reasons& adding(const Sentence& remark);
  void take(Reasons other);
  bool empty() const { return reasons_.empty(); }
  std::vector<Reason>& list() { return reasons_; }

  // The worst value of those that do not warn; reasons in that order, warnings last.
  Answer answer() &&;

 private:
  Topic topic_;
  const CertificateVersion* source_;
  std::vector<Reason> reasons_;
};

Answer assess_standard(const Case& facts);
Answer assess_holder(const Case& facts);
Answer assess_scope(const Case& facts);
Answer assess_dates(const Case& facts);
Answer assess_issuer(const Case& facts);
Answer assess_evidence(const Case& facts);

Part assess_part(const Case& facts);

// Earliest of own expiry, parent's effective end, edition's end and withdrawal.
std::optional<Date> effective_end_of(const Case& facts);

// The certificate that `child` extends, by its id, its printed number, or the issuing body that both share.
std::optional<Issued> find_parent(const CertificateVersion& child, std::span<const RecordPtr> certificates,
                                  const Question& question, const Reference& reference);

// How the parent stands on the asked day.
enum class ParentLife { InForce, Ended, NextIssueUnknown };
ParentLife parent_life(const Case& facts);

// Claims to the standard of `version`, if it is no claim itself, that carry a list of services. They add
// nothing to the certificate's scope.
std::vector<const CertificateVersion*> claimed_lists(const CertificateVersion& version,
                                                     std::span<const RecordPtr> certificates);

// A member that a claim and a certificate both state, and state differently.
struct Difference {
  std::string field;  // as quotes name it
  Sentence claimed;   // with what it is: "expiry 2027-01-31"
  Sentence printed;   // "2028-01-31"
};

// Field by field: edition, number, issuer, dates. A claim's date of issue agrees with any day from which the
// certificate counts. What either leaves out contradicts nothing.
std::vector<Difference> differences(const CertificateVersion& claim, const CertificateVersion& certificate);

// Claims that contradict `version` and agree with no document of the same standard.
std::vector<const CertificateVersion*> disagreeing_claims(const CertificateVersion& version,
                                                          std::span<const RecordPtr> certificates);

// For a while in which they stay where they are.
std::vector<RecordPtr> borrowed(std::span<const CertificateRecord> records);

std::string standard_name(const Reference& reference, const StandardId& id);
std::string issuer_name(const CertificateVersion& version, const Reference& reference);

}  // namespace certreg
