// The signatures of a PDF, judged by the bytes of the document alone: no network, no store of certificates
// but the one that the operator names. Never one "valid": five questions have five answers, each with a value
// for "not known". Sources: ISO 32000-2, 12.8; ETSI EN 319 142-1 (PAdES); RFC 5652, 5035, 3161.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"

namespace certreg::documents {

// Are the bytes that it covers those that were signed?
enum class Integrity {
  Intact,
  IntactByWeakDigest,  // they agree, but with a digest for which other bytes can be made
  Altered,
  Malformed,  // the byte range or the signature has not the form that the standards ask for
  Unknown,    // a form or an algorithm that is not judged here
};

// Does it cover the file as it is?
enum class Coverage {
  WholeFile,
  OnlySignatureData,  // what came after: invisible signatures, timestamps, validation data
  ContentChanged,     // what came after: anything else, named in `changes`
  Unknown,
};

// Whose certificate signed, and who answers for that? The days of the certificates are TimeValidity's matter.
enum class Trust {
  Trusted,           // a chain leads to a configured root
  NoRootConfigured,  // nobody was named who could answer
  UnknownRoot,       // no chain leads to a configured root
  BrokenChain,       // there is one, and a link of it is not in order
  WeakChain,         // there is one, by keys or digests that can be forged
  WrongPurpose,      // the certificate, or one above it, is not for signing documents
  NoSigner,          // the signer's certificate is not in the document
  Unknown,
};

// Were the certificates in their days?
enum class TimeValidity {
  ValidWhenStamped,  // at a time that a trusted timestamp proves
  ValidNow,          // at the time asked about; nothing proves an earlier one
  ExpiredUnproven,   // over by then; valid at the time that the signer claims, which nothing proves
  OutsideValidity,   // not valid when it was stamped, or at no time that is known
  Unknown,
};

// Was the signer's certificate revoked? By what the document carries alone.
enum class Revocation {
  NotKnown,
  NotRevoked,
  Revoked,
  RevokedAfterwards,  // after the time that a trusted timestamp proves
};

// "intact", "intact_by_weak_digest", ...: the words of the JSON forms.
std::string_view to_string(Integrity value);
std::string_view to_string(Coverage value);
std::string_view to_string(Trust value);
std::string_view to_string(TimeValidity value);
std::string_view to_string(Revocation value);

template <typename Value>
struct Answer {
  Value value{};
  std::string sentence;  // for people; begins with a lower-case letter and has no full stop

  bool operator==(const Answer&) const = default;
};

struct SignerCertificate {
  std::string common_name, organization, organization_identifier, issuer, serial;  // serial in hex
  std::string sha256;                                                              // of the certificate, hex
  Instant not_before{}, not_after{};

  bool operator==(const SignerCertificate&) const = default;
};

enum class ChangeKind {
  ValidationData,     // DSS, extensions
  FurtherSignature,   // one that draws nothing
  DocumentTimestamp,  // likewise
  VisibleSignature,   // one that draws on a page, and can cover what stands there
  FormValue,
  Annotation,
  Page,
  DocumentInformation,
  Structure,   // anything else of the document
  StrayBytes,  // bytes that belong to no revision, which a reader that mends files may show
};
std::string_view to_string(ChangeKind value);

struct Change {
  ChangeKind kind{};
  std::string sentence;

  bool operator==(const Change&) const = default;
};

enum class SignatureKind { Signature, DocumentTimestamp };

struct SignatureReport {
  SignatureKind kind = SignatureKind::Signature;
  std::string field;       // its full name; empty for one that no field shows
  std::string sub_filter;  // as printed, "ETSI.CAdES.detached"
  std::optional<std::array<std::int64_t, 4>> byte_range;

  Answer<Integrity> integrity{Integrity::Unknown, {}};
  Answer<Coverage> coverage{Coverage::Unknown, {}};
  Answer<Trust> trust{Trust::Unknown, {}};
  Answer<TimeValidity> time{TimeValidity::Unknown, {}};
  Answer<Revocation> revocation{Revocation::NotKnown, {}};

  std::optional<SignerCertificate> signer;
  std::optional<Instant> claimed_time;  // what the signer says
  std::optional<Instant> stamped_time;  // what an intact timestamp says
  bool stamp_is_trusted = false;        // the timestamp's chain leads to a configured root
  std::string digest, key;              // "SHA-256", "RSA 2048"
  int certification_level = 0;          // of DocMDP: 1 no changes, 2 forms, 3 annotations; 0 = certifies not
  std::vector<std::string> weaknesses;  // a sentence each
  std::vector<Change> changes;          // after it

  bool operator==(const SignatureReport&) const = default;
};

struct SignaturesReport {
  std::vector<SignatureReport> signatures;  // in the order of the ends of their ranges
  std::vector<std::string> warnings;        // about the file, or what was not judged

  bool operator==(const SignaturesReport&) const = default;
};

}  // namespace certreg::documents
