// Is a legal entity the one that was asked for? Identifiers decide before names, and names that are only
// alike decide nothing: a wrong `same_entity` is the worst error. Pure and thread-safe.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/date.h"
#include "certreg/domain/sentence.h"
#include "certreg/domain/supplier.h"

namespace certreg {

struct LegalEntity {               // what is known of one; empty = not known
  SupplierId id;                   // when it is a supplier of the register
  std::vector<std::string> names;  // first = legal name
  std::string country;             // ISO 3166-1 alpha-2
  std::string lei, registration_number, vat;
  std::vector<std::string> domains;  // or addresses of web pages or mail boxes
  std::vector<SupplierId> group;     // suppliers known to be of the same group of companies
};
LegalEntity entity_of(const Supplier& supplier, Date on);  // with the group links of that day
LegalEntity entity_of(const Holder& holder);

enum class EntityAnswer { SameEntity, SameGroup, DifferentEntity, Unclear };
std::string_view to_string(EntityAnswer answer);  // "same_entity", ..., "unclear"

// What an answer rests on.
enum class EntityGround {
  Lei,  // ISO 17442: one LEI an entity, one entity a LEI
  Vat,  // with its country's prefix; members of a VAT group share one (2006/112/EC, article 11)
  RegistrationNumber,  // within one country
  Domain,
  GroupLink,
  SameName,      // the same by normalise_name(): legal form and all
  SpellingOnly,  // the same but for accents, blanks, joining words and listed abbreviations
  Name           // alike, or different
};

struct EntityReason {
  EntityGround ground{};
  EntityAnswer points_to{};
  Sentence detail;  // plain, naming the facts
};

struct EntityMatch {
  EntityAnswer answer = EntityAnswer::Unclear;
  double score = 0;                   // 0..1, for ranking only; no probability
  std::vector<EntityReason> reasons;  // never empty; the deciding one first
};

// SameGroup by name ("X Deutschland GmbH" and "X Inc") is a guess from words that both share; only the ground
// GroupLink is knowledge.
EntityMatch match_entities(const LegalEntity& asked, const LegalEntity& other);

// True when the answer rests on an identifier and not on names.
bool rests_on_identifier(const EntityMatch& match);

struct RankedEntity {
  std::size_t place = 0;  // in `candidates`
  EntityMatch match;
};
// Suggestions for `asked`, best first, at most `limit`, none below `kLowestSuggestion`. Equal scores keep the
// order of the candidates.
inline constexpr double kLowestSuggestion = 0.3;
std::vector<RankedEntity> rank_entities(const LegalEntity& asked, std::span<const LegalEntity> candidates,
                                        std::size_t limit);

}  // namespace certreg
