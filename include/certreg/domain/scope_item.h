// One entry of a list of the services in scope, as the list prints it.
#pragma once

#include <string>
#include <vector>

namespace certreg {

// What the list says of the entry: in scope, in scope but for a part, or not in scope.
enum class ScopeExtent { Whole, InPart, Out };

struct ScopeItem {
  std::string name;                      // as printed, without what the other members hold
  std::vector<std::string> short_names;  // the list's other names for it: "S3", a former name
  std::string family;                    // the heading or column it stands under; no service itself
  std::vector<std::string> regions;      // where it is in scope, as printed; empty: the list does not say
  bool all_regions = false;              // the list says: in all regions
  ScopeExtent extent = ScopeExtent::Whole;
  std::string exclusion;  // the words by which it or a part of it is left out; empty exactly for Whole

  bool operator==(const ScopeItem&) const = default;
};

inline constexpr std::size_t kMostScopeItems = 5000;  // of one version
inline constexpr std::size_t kMostItemNames = 20;     // short names of one item
inline constexpr std::size_t kMostItemRegions = 300;
inline constexpr std::size_t kLongestItemName = 300;  // characters; family, short names and regions too
inline constexpr std::size_t kLongestItemExclusion = 1000;

}  // namespace certreg
