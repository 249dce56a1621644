// Who signed, trusted by whom, at which time, and what is known of revocation.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/signature_world.h"

namespace certreg::documents {
namespace {

using namespace sample;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;

struct TrustCase {
  const char* name;
  std::string file, roots;
  Trust expected;
};

std::string signed_by(const Wanted& wanted, const Identity& issuer, std::vector<Identity> others) {
  const auto signer = issue(wanted, &issuer);
  return signed_sample(cms(signer, {.others = std::move(others)}));
}

std::vector<TrustCase> trust_cases() {
  const auto& world = signature_world();
  const auto& roots = world.roots;
  const auto forged = authority("Issuing");  // the name alone
  const auto no_authority = issue({.name = "Person"}, &world.issuing);
  const auto tls_authority =
      issue({.name = "Web", .is_authority = true, .extended_usage = "serverAuth,clientAuth"}, &world.root);
  const auto short_authority = issue({.name = "Short", .key = "RSA 1024", .is_authority = true}, &world.root);
  return {
      {"chain", world.plain(), roots, Trust::Trusted},
      {"issuing authority configured", signed_sample(cms(world.signer)), pem_of(world.issuing),
       Trust::Trusted},
      {"signer configured", signed_sample(cms(world.signer)), pem_of(world.signer), Trust::Trusted},
      {"several roots", world.plain(), pem_of(world.stranger) + roots, Trust::Trusted},
      {"for documents",
       signed_by({.name = "S", .extended_usage = "1.3.6.1.5.5.7.3.36"}, world.issuing, {world.issuing}),
       roots, Trust::Trusted},
      {"for mail",
       signed_by({.name = "S", .extended_usage = "emailProtection"}, world.issuing, {world.issuing}), roots,
       Trust::Trusted},
      {"no root", world.plain(), "", Trust::NoRootConfigured},
      {"another root", world.plain(), pem_of(world.stranger), Trust::UnknownRoot},
      {"the chain's middle is absent", signed_sample(cms(world.signer)), roots, Trust::UnknownRoot},
      {"signed by itself", signed_sample(cms(issue({.name = "Self"}, nullptr))), roots, Trust::UnknownRoot},
      {"authority by name alone", signed_by({.name = "S"}, forged, {forged}), pem_of(world.issuing),
       Trust::BrokenChain},
      {"issued by a person", signed_by({.name = "S"}, no_authority, {no_authority, world.issuing}), roots,
       Trust::BrokenChain},
      {"for web servers",
       signed_by({.name = "S", .extended_usage = "serverAuth"}, world.issuing, {world.issuing}), roots,
       Trust::WrongPurpose},
      {"for timestamps",
       signed_by({.name = "S", .extended_usage = "critical,timeStamping"}, world.issuing, {world.issuing}),
       roots, Trust::WrongPurpose},
      {"for encryption",
       signed_by({.name = "S", .key_usage = "keyEncipherment"}, world.issuing, {world.issuing}), roots,
       Trust::WrongPurpose},
      {"authority for web servers", signed_by({.name = "S"}, tls_authority, {tls_authority}), roots,
       Trust::WrongPurpose},
      {"authority with a short key", signed_by({.name = "S"}, short_authority, {short_authority}), roots,
       Trust::WeakChain},
      {"issued by SHA-1", signed_by({.name = "S", .digest = "SHA1"}, world.issuing, {world.issuing}), roots,
       Trust::WeakChain},
  };
}

TEST(SignatureTrust, IsByAConfiguredRootAlone) {
  for (const auto& [name, file, roots, expected] : trust_cases()) {
    const auto report = judged(file, roots);
    const auto& one = report.signatures.at(0);
    EXPECT_EQ(one.trust.value, expected) << name << "\n" << printed(report);
    EXPECT_EQ(one.integrity.value, Integrity::Intact) << name;
    if (expected != Trust::Trusted) {
      EXPECT_THAT(one.trust.sentence, HasSubstr("not trusted")) << name;
      EXPECT_EQ(one.revocation.value, Revocation::NotKnown) << name;
    }
  }
}

struct TimeCase {
  const char* name;
  std::string file;
  const char* asked;
  TimeValidity expected;
};

std::vector<TimeCase> time_cases() {
  const auto& world = signature_world();
  const auto stamped = signed_sample(cms(world.signer, world.stamped_style()));
  auto late = world.stamped_style(), foreign = world.stamped_style(), other = world.stamped_style(),
       future = world.style();
  late.stamped_at = "2029-01-01T00:00:00Z";
  const auto strange_stamper = timestamp_authority("Strange Stamper", world.stranger);
  foreign.stamped_by = &strange_stamper;
  other.stamped_bytes = "other";
  future.claimed = "2030-01-01T00:00:00Z";
  const auto with_document_stamp =
      signed_again(world.plain(), timestamp(world.stamper, "2026-02-01T00:00:00Z"), "ETSI.RFC3161");
  const char* after = "2029-06-01T00:00:00Z";
  return {
      {"in its days", world.plain(), kAsked, TimeValidity::ValidNow},
      {"before its days", world.plain(), "2024-06-01T00:00:00Z", TimeValidity::OutsideValidity},
      {"expired, nothing proves the time", world.plain(), after, TimeValidity::ExpiredUnproven},
      {"expired, and claims to have signed afterwards", signed_sample(cms(world.signer, future)), after,
       TimeValidity::OutsideValidity},
      {"stamped", stamped, kAsked, TimeValidity::ValidWhenStamped},
      {"stamped, expired since", stamped, after, TimeValidity::ValidWhenStamped},
      {"stamped by a document timestamp, expired since", with_document_stamp, after,
       TimeValidity::ValidWhenStamped},
      {"stamped after its days", signed_sample(cms(world.signer, late)), after,
       TimeValidity::ExpiredUnproven},
      {"stamped by a stranger", signed_sample(cms(world.signer, foreign)), after,
       TimeValidity::ExpiredUnproven},
      {"stamp of something else", signed_sample(cms(world.signer, other)), after,
       TimeValidity::ExpiredUnproven},
  };
}

TEST(SignatureTime, IsProvenByATrustedTimestampAlone) {
  for (const auto& [name, file, asked, expected] : time_cases()) {
    const auto report = judged(file, signature_world().roots, asked);
    const auto& one = report.signatures.at(0);
    EXPECT_EQ(one.time.value, expected) << name << "\n" << printed(report);
    EXPECT_EQ(one.trust.value, Trust::Trusted) << name;
    EXPECT_EQ(one.integrity.value, Integrity::Intact) << name;
  }
}

// A signer whose days were over before the stamp.
TEST(SignatureTime, AStampOutsideTheDaysOfTheSignerIsTold) {
  const auto& world = signature_world();
  const auto expired = issue({.name = "S", .until = "2025-12-31T00:00:00Z"}, &world.issuing);
  const auto report = judged(signed_sample(cms(expired, world.stamped_style())));
  EXPECT_EQ(report.signatures[0].time.value, TimeValidity::OutsideValidity) << printed(report);
  EXPECT_EQ(report.signatures[0].stamped_time, instant("2026-01-15T10:00:05Z"));
}

struct StampCase {
  const char* name;
  Style style;
  bool is_trusted;
  const char* weakness;
};

TEST(SignatureTime, TellsWhatAStampIsWorth) {
  const auto& world = signature_world();
  const auto stranger = timestamp_authority("Strange Stamper", world.stranger);
  auto good = world.stamped_style(), foreign = good, other = good, early = good, revoked = good;
  revoked.revocation_list = revocation_list(world.root, "2026-05-25T00:00:00Z", "2026-06-25T00:00:00Z",
                                            {{&world.stamper, "2026-03-01T00:00:00Z"}});
  foreign.stamped_by = &stranger;
  other.stamped_bytes = "other";
  early.stamped_at = "2026-01-15T09:00:00Z";
  const StampCase cases[] = {
      {"good", good, true, ""},
      {"stranger", foreign, false, "nobody trusted answers for its timestamp"},
      {"of something else", other, false, "its timestamp proves nothing"},
      {"by a revoked authority", revoked, false, "nobody trusted answers for its timestamp"},
      {"before the claimed time", early, true, "claims a time after the timestamp"}};
  for (const auto& [name, style, is_trusted, weakness] : cases) {
    const auto report = judged(signed_sample(cms(world.signer, style)));
    EXPECT_EQ(report.signatures[0].stamp_is_trusted, is_trusted) << name;
    EXPECT_THAT(printed(report), HasSubstr(weakness)) << name;
  }
}

TEST(SignatureTime, ADocumentTimestampSignsNothing) {
  const auto& world = signature_world();
  const auto file = signed_sample(timestamp(world.stamper, "2026-02-01T00:00:00Z"), "ETSI.RFC3161");
  const auto report = judged(file);
  const auto& one = report.signatures.at(0);
  EXPECT_EQ(one.kind, SignatureKind::DocumentTimestamp);
  EXPECT_EQ(one.integrity.value, Integrity::Intact) << printed(report);
  EXPECT_EQ(one.trust.value, Trust::Trusted);
  EXPECT_EQ(one.stamped_time, instant("2026-02-01T00:00:00Z"));
  EXPECT_THAT(report.warnings, Contains("the document has timestamps alone: nobody signed it"));
  const auto by_sha1 =
      judged(signed_sample(timestamp(world.stamper, "2026-02-01T00:00:00Z", "SHA1"), "ETSI.RFC3161"));
  EXPECT_EQ(by_sha1.signatures[0].integrity.value, Integrity::IntactByWeakDigest);
  EXPECT_FALSE(by_sha1.signatures[0].stamp_is_trusted);
  const auto of_other = judged(signed_sample(
      [&](auto) { return timestamp(world.stamper, "2026-02-01T00:00:00Z")("other"); }, "ETSI.RFC3161"));
  EXPECT_EQ(of_other.signatures[0].integrity.value, Integrity::Altered);
  const auto by_person = judged(signed_sample(cms(world.signer, world.style()), "ETSI.RFC3161"));
  EXPECT_EQ(by_person.signatures[0].integrity.value, Integrity::Malformed);
}

struct RevocationCase {
  const char* name;
  std::string file;
  Revocation expected;
  const char* part;  // of the sentence
};

std::string with_list(const Style& style, const std::shared_ptr<X509_CRL>& list) {
  auto carrying = style;
  carrying.revocation_list = list;
  return signed_sample(cms(signature_world().signer, carrying));
}

std::string with_answer(const Style& style, const std::string& answer) {
  return appended(signed_sample(cms(signature_world().signer, style)),
                  {{1, replaced(sample_objects().at(1), "/AcroForm", "/DSS 30 0 R /AcroForm")},
                   {30, "<< /OCSPs [31 0 R] >>"},
                   {31, stream(answer)}});
}

std::vector<RevocationCase> revocation_cases() {
  const auto& world = signature_world();
  const auto plain = world.style(), stamped = world.stamped_style();
  const std::string before = "2026-01-10T00:00:00Z", then = "2026-01-15T10:00:00Z",
                    soon = "2026-01-20T00:00:00Z", month = "2026-05-25T00:00:00Z",
                    next = "2026-06-25T00:00:00Z";
  const Revoked early{&world.signer, before}, late{&world.signer, soon}, another{&world.other_signer, before};
  const auto answer = [&](const std::string& from, const std::string& until,
                          const std::string& revoked = {}) {
    return revocation_answer(world.issuing, world.signer, from, until, revoked);
  };
  return {
      {"nothing", world.plain(), Revocation::NotKnown, "carries nothing"},
      {"fresh list", with_list(plain, revocation_list(world.issuing, month, next, {another})),
       Revocation::NotRevoked, "as of 2026-05-25"},
      {"stale list", with_list(plain, revocation_list(world.issuing, before, soon, {})), Revocation::NotKnown,
       "of 2026-01-10"},
      {"list of the stamp's day", with_list(stamped, revocation_list(world.issuing, then, soon, {})),
       Revocation::NotRevoked, "as of 2026-01-15"},
      {"list after the stamp", with_list(stamped, revocation_list(world.issuing, month, next, {})),
       Revocation::NotRevoked, "as of 2026-05-25"},
      {"list of another authority", with_list(plain, revocation_list(world.stranger, month, next, {})),
       Revocation::NotKnown, "does not settle it"},
      {"list by name alone", with_list(plain, revocation_list(authority("Issuing"), month, next, {})),
       Revocation::NotKnown, "does not settle it"},
      {"revoked", with_list(plain, revocation_list(world.issuing, month, next, {early})), Revocation::Revoked,
       "2026-01-10"},
      {"revoked, the list stale", with_list(plain, revocation_list(world.issuing, then, soon, {early})),
       Revocation::Revoked, "2026-01-10"},
      {"revoked before the stamp", with_list(stamped, revocation_list(world.issuing, month, next, {early})),
       Revocation::Revoked, "2026-01-10"},
      {"revoked after the stamp", with_list(stamped, revocation_list(world.issuing, month, next, {late})),
       Revocation::RevokedAfterwards, "2026-01-20"},
      {"fresh answer", with_answer(plain, answer(month, next)), Revocation::NotRevoked,
       "of the authorities above"},
      {"stale answer", with_answer(plain, answer(before, soon)), Revocation::NotKnown, "of 2026-01-10"},
      {"answer: revoked", with_answer(plain, answer(month, next, before)), Revocation::Revoked, "2026-01-10"},
      {"answer about another",
       with_answer(plain, revocation_answer(world.issuing, world.other_signer, month, next)),
       Revocation::NotKnown, "does not settle it"},
      {"answer by a stranger",
       with_answer(plain, revocation_answer(world.stranger, world.signer, month, next)), Revocation::NotKnown,
       "does not settle it"},
      {"answer of no form", with_answer(plain, "nothing"), Revocation::NotKnown, "carries nothing"},
      {"authority revoked",
       with_list(plain, revocation_list(world.root, month, next, {{&world.issuing, before}})),
       Revocation::Revoked, "Issuing"},
  };
}

TEST(SignatureRevocation, IsWhatTheDocumentProves) {
  for (const auto& [name, file, expected, part] : revocation_cases()) {
    const auto report = judged(file);
    const auto& one = report.signatures.at(0);
    EXPECT_EQ(one.revocation.value, expected) << name << "\n" << printed(report);
    EXPECT_THAT(one.revocation.sentence, HasSubstr(part)) << name;
    EXPECT_EQ(one.trust.value, Trust::Trusted) << name;
  }
}

}  // namespace
}  // namespace certreg::documents
