#include "domain/entity_name_reason.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/say.h"

namespace certreg {
namespace {

struct Meaning {
  NameRelation relation;
  EntityAnswer answer;
  SentenceId sentence;
};

constexpr Meaning kMeanings[] = {
    {NameRelation::Same, EntityAnswer::SameEntity, "entity.same"},
    {NameRelation::SpellingOnly, EntityAnswer::SameEntity, "entity.spelling"},
    {NameRelation::OtherScript, EntityAnswer::Unclear, "entity.script"},
    {NameRelation::OtherWords, EntityAnswer::Unclear, "entity.words"},
    {NameRelation::FormMissing, EntityAnswer::Unclear, "entity.form_missing"},
    {NameRelation::FormAlike, EntityAnswer::Unclear, "entity.form_alike"},
    {NameRelation::FormDiffers, EntityAnswer::SameGroup, "entity.form_differs"},
    {NameRelation::PlaceDiffers, EntityAnswer::SameGroup, "entity.place_differs"},
    {NameRelation::GroupWord, EntityAnswer::SameGroup, "entity.group_word"},
    {NameRelation::NumberDiffers, EntityAnswer::DifferentEntity, "entity.number_differs"},
    {NameRelation::CommonDiffers, EntityAnswer::Unclear, "entity.common_differs"},
    {NameRelation::Initials, EntityAnswer::Unclear, "entity.initials"},
    {NameRelation::Mistyped, EntityAnswer::Unclear, "entity.mistyped"},
    {NameRelation::SharesWords, EntityAnswer::Unclear, "entity.shares_words"},
    {NameRelation::NothingInCommon, EntityAnswer::DifferentEntity, "entity.nothing_in_common"},
};

EntityGround ground_of(NameRelation relation) {
  if (relation == NameRelation::Same) return EntityGround::SameName;
  return relation == NameRelation::SpellingOnly ? EntityGround::SpellingOnly : EntityGround::Name;
}

const Meaning& meaning_of(NameRelation relation) {
  return *std::find_if(std::begin(kMeanings), std::end(kMeanings),
                       [&](const Meaning& meaning) { return meaning.relation == relation; });
}

// Words in two scripts have nothing in common even when they are one name.
bool cannot_differ(NameRelation relation, const EntityName& asked, const EntityName& other) {
  return relation == NameRelation::NothingInCommon && asked.is_transliterated != other.is_transliterated;
}

}  // namespace

EntityReason name_reason(NameRelation relation, const EntityName& asked, const EntityName& other) {
  if (cannot_differ(relation, asked, other))
    return {EntityGround::Name, EntityAnswer::Unclear, say("entity.two_scripts", asked.shown, other.shown)};
  const auto& meaning = meaning_of(relation);
  return {ground_of(relation), meaning.answer,
          say(meaning.sentence, asked.shown, other.shown, fmt::format("{}", fmt::join(asked.forms, " ")),
              fmt::format("{}", fmt::join(other.forms, " ")))};
}

}  // namespace certreg
