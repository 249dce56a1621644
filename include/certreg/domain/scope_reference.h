// What the world says about scopes: the regions of clouds, and the words that decide in the text of a scope.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/reference_source.h"

namespace certreg {

struct CloudProvider {
  std::string id;                    // "aws"
  std::string name;                  // "Amazon Web Services"
  std::vector<std::string> aliases;  // by which texts call it: "AWS"
  Source source;
};

struct CloudRegion {
  std::string id;
  std::string provider;                  // id
  std::string code;                      // "eu-central-1"
  std::string name;                      // "Europe (Frankfurt)"
  std::string place;                     // "Frankfurt": as the provider says it, a city or a wider area
  std::vector<std::string> place_names;  // further names of the place: "Frankfurt am Main"
  std::string country;                   // ISO 3166-1 alpha-2
  Source source;
};

enum class ScopeWordKind {
  Excludes,          // before what is left out: "with the exception of"
  Limits,            // before all that is in scope: "limited to"
  Inclusive,         // looks like the two above and is neither: "including but not limited to"
  HostedBy,          // before another's name: "as hosted by"
  InternalUse,       // nothing that a customer buys: "for internal use"
  Supports,          // what is in scope serves what follows: "supporting the delivery of"
  ManagementSystem,  // serves what it certifies: "information security management system"
  AllServices,       // is the whole text of a scope: "all services of the company"
  WholeFamily,       // "…" stands for a family of services: "all … services"
  AllPlaces,         // before a country: "all data centres in"
  DataCentre,        // "data centre"
  Role,              // "PII processor"
  RoleLead,          // before a role that is stated: "acting as"
  Common,            // names no service of anybody's: "cloud"
  Connecting,        // never a part of a name: "and", "of"
  Conjunction,       // between what is listed: "and"
  Activity,          // what is done with a service: "hosting"
};
inline constexpr std::size_t kScopeWordKinds = 17;

struct ScopeWords {
  std::string id;
  ScopeWordKind kind{};
  std::string language;  // BCP 47, or empty
  std::string role;      // for Role: "processor"
  std::vector<std::string> words;
  Source source;
};

struct RegionWords {  // of a region, folded
  explicit RegionWords(const CloudRegion& region);

  std::string code, name, place;
  std::vector<std::string> place_names;
};

struct RoleWords {
  std::string role;
  std::string words;  // folded
};

// All words of a kind, folded. Immutable.
class ScopeVocabulary {
 public:
  explicit ScopeVocabulary(std::span<const ScopeWords> rows);

  std::span<const std::string> of(ScopeWordKind kind) const { return words_[static_cast<std::size_t>(kind)]; }
  bool has(ScopeWordKind kind, std::string_view folded) const;
  std::span<const RoleWords> roles() const { return roles_; }
  std::span<const std::string> family_patterns() const { return families_; }  // "…" as "\n", folded around it

 private:
  std::array<std::vector<std::string>, kScopeWordKinds> words_;  // in alphabetical order
  std::vector<RoleWords> roles_;
  std::vector<std::string> families_;
};

}  // namespace certreg
