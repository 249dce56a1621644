#include "domain/entity_name_match.h"

#include <algorithm>
#include <span>

#include "domain/entity_name_score.h"

namespace certreg {
namespace {

using Words = std::span<const EntityWord>;

bool all_are(Words words, WordKind kind) {
  return std::all_of(words.begin(), words.end(), [&](const auto& word) { return word.kind == kind; });
}

bool any_is(Words words, WordKind kind) {
  return std::any_of(words.begin(), words.end(), [&](const auto& word) { return word.kind == kind; });
}

bool both_only(const WordPairing& pairing, WordKind kind) {
  return all_are(pairing.left, kind) && all_are(pairing.right, kind);
}

bool both_have(const WordPairing& pairing, WordKind kind) {
  return any_is(pairing.left, kind) && any_is(pairing.right, kind);
}

bool is_common(const EntityWord& word) {
  return word.kind == WordKind::Common || word.kind == WordKind::Group || word.kind == WordKind::Place;
}

bool differ_in_common_words(const WordPairing& pairing) {
  return std::all_of(pairing.left.begin(), pairing.left.end(), is_common) &&
         std::all_of(pairing.right.begin(), pairing.right.end(), is_common);
}

bool is_whole(const WordPairing& pairing) { return pairing.left.empty() && pairing.right.empty(); }

bool mean_one_name(const WordPairing& pairing) {
  return is_whole(pairing) && pairing.is_exact && pairing.is_ordered;
}

// "SiemensAG" is "Siemens AG".
bool is_one_text(const EntityName& left, const EntityName& right) {
  return left.whole == right.whole && !left.is_transliterated && !right.is_transliterated &&
         left.has_mistyped_form == right.has_mistyped_form;
}

NameRelation relation_of_forms(const EntityName& left, const EntityName& right) {
  if (left.is_transliterated != right.is_transliterated) return NameRelation::OtherScript;
  if (left.has_mistyped_form != right.has_mistyped_form) return NameRelation::Mistyped;
  if (left.forms == right.forms) return NameRelation::SpellingOnly;
  if (left.forms.empty() || right.forms.empty()) return NameRelation::FormMissing;
  return forms_are_alike(left.forms, right.forms) ? NameRelation::FormAlike : NameRelation::FormDiffers;
}

// The words are not the same; what is left over on either side tells how they differ.
NameRelation relation_of_rest(const WordPairing& pairing) {
  const bool is_anchored = pairing.has_distinctive || pairing.has_place;
  if (both_have(pairing, WordKind::Number) && both_only(pairing, WordKind::Number))
    return NameRelation::NumberDiffers;
  if (pairing.has_initials && is_whole(pairing)) return NameRelation::Initials;
  if (is_whole(pairing)) return NameRelation::Mistyped;
  if (pairing.is_exact && is_anchored && both_only(pairing, WordKind::Place))
    return NameRelation::PlaceDiffers;
  if (pairing.is_exact && is_anchored && both_only(pairing, WordKind::Group)) return NameRelation::GroupWord;
  if (pairing.has_distinctive && differ_in_common_words(pairing)) return NameRelation::CommonDiffers;
  return pairing.has_distinctive ? NameRelation::SharesWords : NameRelation::NothingInCommon;
}

NameRelation relation_of(const EntityName& left, const EntityName& right, const WordPairing& pairing) {
  if (left.normalised == right.normalised) return NameRelation::Same;
  if (is_one_text(left, right)) return NameRelation::SpellingOnly;
  if (!left.spelled.empty() && left.spelled == right.spelled) return relation_of_forms(left, right);
  if (mean_one_name(pairing)) return NameRelation::OtherWords;
  const auto relation = relation_of_rest(pairing);
  const bool may_be_mistyped =
      relation == NameRelation::SharesWords || relation == NameRelation::NothingInCommon;
  return may_be_mistyped && joined_similarity(left, right, pairing) > 0 ? NameRelation::Mistyped : relation;
}

}  // namespace

NameMatch match_names(const EntityName& left, const EntityName& right) {
  if (left.words.empty() || right.words.empty()) return {NameRelation::SharesWords, 0};
  const auto pairing = pair_words(left, right);
  const auto relation = relation_of(left, right, pairing);
  return {relation, name_score(relation, left, right, pairing)};
}

}  // namespace certreg
