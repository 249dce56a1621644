// Is it intact, and what does its form say.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "certreg/documents/worker.h"
#include "documents/signature_world.h"

namespace certreg::documents {
namespace {

using namespace sample;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const SignatureReport& only(const SignaturesReport& report) {
  EXPECT_THAT(report.signatures, SizeIs(1)) << printed(report);
  static const SignatureReport kNone;
  return report.signatures.empty() ? kNone : report.signatures.front();
}

TEST(Signatures, OfAPlainSignatureAllIsTold) {
  const auto report = judged(signature_world().plain());
  const auto& one = only(report);
  EXPECT_EQ(one.field, "Signature1");
  EXPECT_EQ(one.sub_filter, "ETSI.CAdES.detached");
  EXPECT_EQ(one.integrity.value, Integrity::Intact);
  EXPECT_EQ(one.coverage.value, Coverage::WholeFile);
  EXPECT_EQ(one.trust.value, Trust::Trusted);
  EXPECT_THAT(one.trust.sentence, HasSubstr("Root"));
  EXPECT_EQ(one.time.value, TimeValidity::ValidNow);
  EXPECT_EQ(one.revocation.value, Revocation::NotKnown);
  EXPECT_EQ(one.digest, "SHA-256");
  EXPECT_EQ(one.key, "EC P-256");
  EXPECT_EQ(one.claimed_time, instant("2026-01-15T10:00:00Z"));
  EXPECT_EQ(one.stamped_time, std::nullopt);
  ASSERT_TRUE(one.signer);
  EXPECT_EQ(one.signer->common_name, "Signer");
  EXPECT_EQ(one.signer->organization, "Signer Organisation");
  EXPECT_EQ(one.signer->organization_identifier, "VATXX-123");
  EXPECT_THAT(one.signer->issuer, HasSubstr("CN=Issuing"));
  EXPECT_THAT(one.signer->sha256, SizeIs(64));
  EXPECT_THAT(one.weaknesses, IsEmpty());
  EXPECT_THAT(report.warnings, IsEmpty());
}

TEST(Signatures, ADocumentWithoutOneHasNone) {
  const auto report = judged(written(sample_objects()));
  EXPECT_THAT(report.signatures, IsEmpty());
  EXPECT_THAT(report.warnings, Contains("the signature field Signature1 is not signed"));
}

struct FormCase {
  const char* name;
  std::string file;
  Integrity expected;
  const char* weakness;  // part of one; empty = none
};

Identity rsa_signer(const std::string& key) {
  return issue({.name = "RSA", .key = key}, &signature_world().issuing);
}

std::string cert_entry(const Identity& identity) {
  std::string hex;
  for (const char byte : der_of(identity.certificate.get())) {
    constexpr const char* kDigits = "0123456789abcdef";
    hex += kDigits[static_cast<unsigned char>(byte) >> 4];
    hex += kDigits[static_cast<unsigned char>(byte) & 15];
  }
  return "/Cert <" + hex + ">";
}

std::vector<FormCase> forms() {
  const auto& world = signature_world();
  const auto rsa = rsa_signer("RSA 2048"), small = rsa_signer("RSA 1024");
  Style by_sha1 = world.style(), bare_style = world.style(), other = world.style(), absent = world.style();
  by_sha1.digest = "SHA1";
  bare_style.names_its_certificate = false;
  other.names = &world.other_signer;
  absent.carries_its_certificate = false;
  return {
      {"detached", signed_sample(cms(rsa, world.style()), "adbe.pkcs7.detached"), Integrity::Intact, ""},
      {"SHA-1", signed_sample(cms(rsa, by_sha1)), Integrity::IntactByWeakDigest, "SHA-1 can be forged"},
      {"short key", signed_sample(cms(small, world.style())), Integrity::Intact, "RSA 1024 is too weak"},
      {"pkcs7.sha1", signed_sample(cms_over_digest(rsa, world.style()), "adbe.pkcs7.sha1"),
       Integrity::IntactByWeakDigest, "adbe.pkcs7.sha1 is withdrawn"},
      {"x509.rsa_sha1", signed_sample(bare(rsa), "adbe.x509.rsa_sha1", cert_entry(rsa)),
       Integrity::IntactByWeakDigest, "adbe.x509.rsa_sha1 is withdrawn"},
      {"no signing-certificate", signed_sample(cms(rsa, bare_style)), Integrity::Intact,
       "signing-certificate attribute is absent"},
      {"names another certificate", signed_sample(cms(rsa, other)), Integrity::Altered, ""},
      {"signer's certificate absent", signed_sample(cms(rsa, absent)), Integrity::Unknown, ""},
      {"content inside though detached", signed_sample(cms_over_digest(rsa, world.style())),
       Integrity::Malformed, ""},
      {"unheard-of form", signed_sample(cms(rsa, world.style()), "Example.new"), Integrity::Unknown, ""},
      {"no CMS", signed_sample([](auto) { return std::string("\x30\x03\x02\x01\x05", 5); }),
       Integrity::Malformed, ""},
      {"a certificate instead", signed_sample([&](auto) { return der_of(rsa.certificate.get()); }),
       Integrity::Malformed, ""},
      {"other bytes signed", signed_sample([&](auto) { return cms(rsa, world.style())("other"); }),
       Integrity::Altered, ""},
      {"other digest signed",
       signed_sample([&](auto) { return cms_over_digest(rsa, world.style())("other"); }, "adbe.pkcs7.sha1"),
       Integrity::Altered, ""},
      {"bytes after the signature",
       signed_sample([&](auto covered) { return cms(rsa, world.style())(covered) + "more"; }),
       Integrity::Intact, "no padding"},
  };
}

TEST(Signatures, AreJudgedByTheirForm) {
  for (const auto& [name, file, expected, weakness] : forms()) {
    const auto report = judged(file);
    const auto& one = only(report);
    EXPECT_EQ(one.integrity.value, expected) << name << "\n" << printed(report);
    EXPECT_EQ(one.coverage.value, Coverage::WholeFile) << name;
    EXPECT_THAT(printed(report), HasSubstr(weakness)) << name;
  }
}

// Or the file is no longer one that can be judged.
bool is_found_intact(const std::string& file) {
  try {
    const auto report = judged(file);
    return std::ranges::any_of(report.signatures,
                               [](const auto& one) { return one.integrity.value == Integrity::Intact; });
  } catch (const Failure&) {
    return false;
  }
}

TEST(Signatures, AChangedByteIsSeenWhereverItStands) {
  const auto good = signature_world().plain();
  ASSERT_TRUE(is_found_intact(good));
  const auto from = good.find("/Contents <") + 10, to = good.find('>', from);
  for (std::size_t at = 0; at<good.size(); at += at> from && at < to ? to - at : 5) {
    auto bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    EXPECT_FALSE(is_found_intact(bad)) << at;
  }
}

TEST(Signatures, ThroughTheWorkerAreTheSame) {
  const Worker worker(std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader");
  const auto& world = signature_world();
  auto style = world.stamped_style();
  style.revocation_list = revocation_list(world.issuing, "2026-01-15T10:00:00Z", "2026-02-15T10:00:00Z", {});
  const auto file =
      signed_again(signed_sample(cms(world.signer, style)), cms(world.other_signer, world.style()),
                   "ETSI.CAdES.detached", "10 10 90 90");
  const auto told = worker.check_signatures(file, world.roots, instant(kAsked));
  EXPECT_EQ(told, judged(file)) << printed(told);
  EXPECT_THAT(told.signatures, SizeIs(2));
}

TEST(Signatures, TheSignersCertificateMayStandInTheSecurityStore) {
  const auto& world = signature_world();
  auto style = world.style();
  style.carries_its_certificate = false;
  const auto file = appended(signed_sample(cms(world.signer, style)),
                             {{1, replaced(sample_objects().at(1), "/AcroForm", "/DSS 30 0 R /AcroForm")},
                              {30, "<< /Certs [31 0 R] >>"},
                              {31, stream(der_of(world.signer.certificate.get()))}});
  const auto report = judged(file);
  EXPECT_EQ(report.signatures.at(0).integrity.value, Integrity::Intact) << printed(report);
  EXPECT_EQ(report.signatures.at(0).trust.value, Trust::Trusted);
}

FailureKind failure_of(const std::string& file, const std::string& roots) {
  try {
    Worker(std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader")
        .check_signatures(file, roots, instant(kAsked));
  } catch (const Failure& failure) {
    return failure.failure;
  }
  ADD_FAILURE() << "was judged";
  return FailureKind::Crashed;
}

TEST(Signatures, WhatCannotBeReadStrictlyIsNotJudged) {
  const auto good = signature_world().plain();
  EXPECT_EQ(failure_of("", ""), FailureKind::Empty);
  EXPECT_EQ(failure_of("no PDF", ""), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of("\n" + good, ""), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of(good.substr(0, good.size() / 2), ""), FailureKind::Damaged);
  EXPECT_EQ(failure_of(replaced(good, "startxref", "startxxxx"), ""), FailureKind::Damaged);
  EXPECT_EQ(failure_of(good, "no certificate"), FailureKind::NotThatKind);
}

}  // namespace
}  // namespace certreg::documents
