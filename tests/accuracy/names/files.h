// A folder of company names with truth. Each file may be missing; not all of them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "certreg/domain/entity_match.h"

namespace certreg::accuracy {

// The rows of a file are halved by a hash of what is asked. Misses of the second half are for counting only:
// who tunes by them has nothing left to measure with.
enum class Half { Looked, Kept };
Half half_of(std::string_view text);

struct NamePair {
  std::string left, right;
  bool same = false;
  Half half = Half::Looked;
};

struct Vendor {
  std::string name, legal_name, website;  // legal name and website may be empty
};

struct Company {
  std::string name, country;  // as printed
};

struct NameFolder {
  std::vector<NamePair> pairs;     // nomenklatura_company_pairs.csv: name1, name2, is_match
  std::vector<NamePair> variants;  // entity_variants_seen.csv: name1, name2, same; those with true or false
  std::vector<Vendor> vendors;     // probo-common-third-parties.json: name, legalName, websiteUrl
  std::vector<Company> companies;  // cleanco_companies.csv: name;country, without a header
};

// Throws Error(Invalid) when a file cannot be read, lacks a column, or when none is there.
NameFolder load_names(const std::filesystem::path& folder);

}  // namespace certreg::accuracy
