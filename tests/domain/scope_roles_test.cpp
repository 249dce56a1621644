#include "domain/scope_roles.h"

#include <gtest/gtest.h>

#include "domain/scope_world.h"

namespace certreg {
namespace {

std::string roles_in(const char* scope) {
  const ScopeVocabulary words(all_scope_words());
  std::string roles;
  for (const auto& stated : stated_roles(ScopeText(scope), words)) {
    if (roles.find(stated.role) == std::string::npos) roles += stated.role + ' ';
    EXPECT_NE(std::string(scope).find(stated.quote), std::string::npos);
  }
  return roles;
}

TEST(ScopeRoles, AreStatedBehindWordsThatStateThem) {
  EXPECT_EQ(roles_in("Operation of Acme Mail, acting as a PII processor."), "processor ");
  EXPECT_EQ(roles_in("Acme Mail as PII controller and processor"), "processor controller ");
  EXPECT_EQ(roles_in("Acme Mail as a cloud service provider"), "cloud_provider ");
}

TEST(ScopeRoles, AreNotReadOutOfOtherWords) {
  for (const char* scope : {"Software as a service for data controllers", "Payment processor for banks",
                            "Acting as an agent. Data processor agreements.", "Not acting as a PII processor",
                            "Software as a service provider and processor of payments", ""})
    EXPECT_EQ(roles_in(scope), "") << scope;
}

}  // namespace
}  // namespace certreg
