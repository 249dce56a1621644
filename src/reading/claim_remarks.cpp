#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "reading/claims.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kMostRemarks = 200, kMostBytes = 300;

struct RelationName {
  Relation relation;
  std::string_view name, meaning;
};

// The first that a page says is why it makes no claim.
constexpr std::array<RelationName, 9> kRelations{
    RelationName{Relation::Denied, "denied", "denies a certification"},
    RelationName{Relation::WorkingTowards, "working_towards",
                 "speaks of a certification that is planned, under way or no more"},
    RelationName{Relation::OfAnother, "of_another", "speaks of somebody else's certification"},
    RelationName{Relation::Compliant, "compliant", "says compliant, which is no certification"},
    RelationName{Relation::Aligned, "aligned", "says aligned or based on, which is no certification"},
    RelationName{Relation::InGeneral, "in_general", "explains or speaks of nobody in particular"},
    RelationName{Relation::NameOnly, "name_only", "is a logo or the standard's name alone"},
    RelationName{Relation::NoStatement, "no_statement",
                 "names the standard and says of nobody that they are certified"},
    RelationName{Relation::Certified, "certified", "says that somebody is certified"}};

const RelationName& row_of(Relation relation) {
  return *std::ranges::find(kRelations, relation, &RelationName::relation);
}

std::string cut(std::string_view text) {
  auto end = std::min(text.size(), kMostBytes);
  while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end));
}

}  // namespace

std::string_view to_string(Relation relation) { return row_of(relation).name; }
std::string_view meaning_of(Relation relation) { return row_of(relation).meaning; }

void Claims::remark(Relation relation, const FoundStandard& standard, std::string_view sentence) {
  if (relation == Relation::NoStatement) return;
  const bool is_known = std::ranges::any_of(remarks, [&](const Remark& other) {
    return other.relation == relation && other.standard == standard.mention.standard;
  });
  if (is_known || remarks.size() >= kMostRemarks) return;
  remarks.push_back({relation, standard.mention.standard, standard.mention.edition, cut(sentence)});
}

std::string why_no_claim(const Claims& claims) {
  if (!claims.text.has_text) return "the document has no text";
  std::string why = "no sentence or table says that somebody holds a certification";
  for (const auto& row : kRelations) {
    const auto found = std::ranges::find(claims.remarks, row.relation, &Remark::relation);
    if (found == claims.remarks.end()) continue;
    return fmt::format("{}: \"{}\" {}", why, found->words, row.meaning);
  }
  return why;
}

}  // namespace certreg::reading
