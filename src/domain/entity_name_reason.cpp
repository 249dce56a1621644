#include "domain/entity_name_reason.h"

#include <fmt/format.h>

#include <algorithm>

namespace certreg {
namespace {

struct Meaning {
  NameRelation relation;
  EntityAnswer answer;
  std::string_view sentence;
};

// {0} asked, {1} other, {2} and {3} their legal forms.
constexpr Meaning kMeanings[] = {
    {NameRelation::Same, EntityAnswer::SameEntity, "\"{0}\" and \"{1}\" are one name with one legal form."},
    {NameRelation::SpellingOnly, EntityAnswer::SameEntity,
     "\"{0}\" and \"{1}\" differ only in how they are spelled; the words and the legal form are the same."},
    {NameRelation::OtherScript, EntityAnswer::Unclear,
     "\"{0}\" and \"{1}\" sound alike in two scripts; letters have several forms in another script."},
    {NameRelation::OtherWords, EntityAnswer::Unclear,
     "\"{0}\" and \"{1}\" mean the same, but in other forms of words or in another language."},
    {NameRelation::FormMissing, EntityAnswer::Unclear,
     "\"{0}\" and \"{1}\" have the same words, but only one of them names its legal form."},
    {NameRelation::FormAlike, EntityAnswer::Unclear,
     "\"{0}\" and \"{1}\" have the same words; the legal forms {2} and {3} may be one in two languages, or "
     "two."},
    {NameRelation::FormDiffers, EntityAnswer::SameGroup,
     "\"{0}\" and \"{1}\" have the same words and two legal forms, {2} and {3}: two entities, perhaps of one "
     "group."},
    {NameRelation::PlaceDiffers, EntityAnswer::SameGroup,
     "\"{0}\" and \"{1}\" differ in the country or region that they name: two entities, perhaps of one "
     "group."},
    {NameRelation::GroupWord, EntityAnswer::SameGroup,
     "\"{0}\" and \"{1}\" differ in a word for a whole group: perhaps a company and its group."},
    {NameRelation::NumberDiffers, EntityAnswer::DifferentEntity,
     "\"{0}\" and \"{1}\" are counted by two numbers: two entities."},
    {NameRelation::CommonDiffers, EntityAnswer::Unclear,
     "\"{0}\" and \"{1}\" share what is distinctive and differ in words that many companies bear."},
    {NameRelation::Initials, EntityAnswer::Unclear,
     "One of \"{0}\" and \"{1}\" may be the other's initials."},
    {NameRelation::Mistyped, EntityAnswer::Unclear,
     "\"{0}\" and \"{1}\" differ in single letters or in the order of their words."},
    {NameRelation::SharesWords, EntityAnswer::Unclear,
     "\"{0}\" and \"{1}\" share a part of their names only."},
    {NameRelation::NothingInCommon, EntityAnswer::DifferentEntity,
     "\"{0}\" and \"{1}\" share no word that tells companies apart."},
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
    return {EntityGround::Name, EntityAnswer::Unclear,
            fmt::format("\"{}\" and \"{}\" are written in two scripts and cannot be compared.", asked.shown,
                        other.shown)};
  const auto& meaning = meaning_of(relation);
  return {ground_of(relation), meaning.answer,
          fmt::format(fmt::runtime(meaning.sentence), asked.shown, other.shown, fmt::join(asked.forms, " "),
                      fmt::join(other.forms, " "))};
}

}  // namespace certreg
