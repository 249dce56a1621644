#include "domain/service_name.h"

#include <gtest/gtest.h>

#include "domain/scope_world.h"

namespace certreg {
namespace {

struct Pair {
  const char* one;
  const char* other;
};

Naming amazon(const ScopeVocabulary& words) {
  return naming_of(certificate_of("Amazon Web Services, Inc."),
                   supplier_named("Amazon Web Services EMEA SARL"), words);
}

TEST(ServiceName, TellsNoFormsOfOneNameApart) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming = amazon(words);
  constexpr Pair kSame[] = {
      {"S3", "Amazon S3"},
      {"S3", "AWS S3"},
      {"AWS S3", "Amazon S3"},
      {"S3", "Amazon Web Services S3"},
      {"S3", "Amazon Simple Storage Service (Amazon S3)"},
      {"Amazon S3", "Amazon Simple Storage Service (S3)"},
      {"Simple Storage Service", "Amazon Simple Storage Service (Amazon S3)"},
      {"S3 (Simple Storage Service)", "Amazon S3"},
      {"EC2", "Elastic Compute Cloud (EC2)"},
      {"IAM", "AWS Identity and Access Management (IAM)"},
      {"SQS", "Amazon SQS"},
      {"Azure AD", "Azure Active Directory (Azure AD)"},
      {"Data Factories", "data-factorie"},
      {"Key-Vault", "KeyVault"},
      {"key vault", "Key Vault™"},
      {"Event Hubs", "Event Hub"},
  };
  for (const auto& [one, other] : kSame)
    EXPECT_TRUE(share_key(keys_of(one, naming), keys_of(other, naming))) << one << " | " << other;
}

TEST(ServiceName, TellsServicesApart) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming = amazon(words);
  constexpr Pair kDifferent[] = {
      {"S3", "S3 Glacier"},
      {"S3", "Amazon S3 Glacier"},
      {"S3", "Google S3"},
      {"Azure SQL", "Azure SQL Edge"},
      {"S3", "Amazon Simple Storage Service (Archive)"},
      {"Archive", "Amazon Simple Storage Service (Archive)"},
      {"S3", "Amazon Simple Storage Service"},
      {"Support", "AWS Support"},
      {"Backup", "AWS Backup"},
      {"Storage Service", "Amazon Storage Service"},
      {"Drive", "Amazon Drive"},
      {"Plan 11", "Plan 1 1"},
      {"SQL", "AWS SQL"},
      {"EC2", "Elastic Container Registry (ECR)"},
      {"Amazon", "Amazon Web Services"},
      {"", "Amazon"},
  };
  for (const auto& [one, other] : kDifferent)
    EXPECT_FALSE(share_key(keys_of(one, naming), keys_of(other, naming))) << one << " | " << other;
}

TEST(ServiceName, KeepsTheBrandWhereNoWordsAreKnownToBeCommon) {
  const ScopeVocabulary none({});
  EXPECT_TRUE(amazon(none).brands.empty());
  EXPECT_FALSE(share_key(keys_of("S3", amazon(none)), keys_of("Amazon S3", amazon(none))));
}

TEST(ServiceName, ABrandIsNoCommonWord) {
  const ScopeVocabulary words(all_scope_words());
  const auto naming =
      naming_of(certificate_of("Cloud Platform Ltd"), supplier_named("Cloud Support GmbH"), words);
  EXPECT_TRUE(naming.brands.empty());
}

}  // namespace
}  // namespace certreg
