#include "domain/entity_name_score.h"

#include <algorithm>

#include "domain/edit_distance.h"

namespace certreg {
namespace {

constexpr double kSpellingOnly = 0.99, kOtherScript = 0.95, kOtherWords = 0.95, kFormMissing = 0.96,
                 kFormAlike = 0.94, kFormDiffers = 0.8;
constexpr double kMostOfAlike = 0.92;  // names that are not one spelling
constexpr double kOtherOrder = 0.95;   // factors
constexpr double kOtherForm = 0.85, kNoForm = 0.97;
constexpr double kInsteadOfBehind = 0.3, kLeastOfBeginning = 0.5;
constexpr double kInsteadOf = 0.5;  // share that words cost which stand in place of others

double share_of_form(const EntityName& left, const EntityName& right) {
  if (left.forms == right.forms) return 1;
  if (left.forms.empty() || right.forms.empty() || forms_are_alike(left.forms, right.forms)) return kNoForm;
  return kOtherForm;
}

double weight_of(const std::vector<EntityWord>& words) {
  double sum = 0;
  for (const auto& word : words) sum += word.weight;
  return sum;
}

// A word in place of another speaks against one company, less so behind the same beginning; a word more or
// less does not.
double share_of_exchange(const WordPairing& pairing) {
  const auto exchanged = std::min({weight_of(pairing.left), weight_of(pairing.right), 1.0});
  return 1 - (pairing.begins_alike ? kInsteadOfBehind : kInsteadOf) * exchanged;
}

// A name that begins with the whole of the other.
double share_of_beginning(const WordPairing& pairing) {
  const bool is_beginning = pairing.begins_alike && (pairing.left.empty() || pairing.right.empty());
  return is_beginning && pairing.is_exact ? kLeastOfBeginning : 0;
}

bool is_distinctive(const EntityWord& word) { return word.kind == WordKind::Distinctive; }

bool any_is_number(const std::vector<EntityWord>& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const auto& word) { return word.kind == WordKind::Number; });
}

double score_of_words(const EntityName& left, const EntityName& right, const WordPairing& pairing) {
  double share = pairing.weight > 0 ? pairing.matched / pairing.weight : 0;
  share = std::max(share * share_of_exchange(pairing), share_of_beginning(pairing));
  if (!pairing.is_ordered) share *= kOtherOrder;
  share = std::max(share, joined_similarity(left, right, pairing));
  return kMostOfAlike * share * share_of_form(left, right);
}

bool are_of_one_family(const std::string& left, const std::string& right) {
  const auto families = alike_forms();
  return std::any_of(families.begin(), families.end(), [&](const AlikeForms& one) {
    return one.form == left && std::any_of(families.begin(), families.end(), [&](const AlikeForms& other) {
             return other.form == right && other.family == one.family;
           });
  });
}

bool all_have_kin(const std::vector<std::string>& forms, const std::vector<std::string>& others) {
  return std::all_of(forms.begin(), forms.end(), [&](const auto& one) {
    return std::any_of(others.begin(), others.end(),
                       [&](const auto& other) { return one == other || are_of_one_family(one, other); });
  });
}

constexpr std::size_t kLettersForEachError = 9;
constexpr std::size_t kLongestJoined = 200;  // letters; the comparison takes the square of them

}  // namespace

double joined_similarity(const EntityName& left, const EntityName& right, const WordPairing& pairing) {
  const auto longer = std::max(left.spelled.size(), right.spelled.size());
  const bool has_distinctive = std::any_of(pairing.left.begin(), pairing.left.end(), is_distinctive) ||
                               std::any_of(pairing.right.begin(), pairing.right.end(), is_distinctive);
  if (longer > kLongestJoined || !has_distinctive || any_is_number(pairing.left) ||
      any_is_number(pairing.right))
    return 0;
  if (longer > std::min(left.spelled.size(), right.spelled.size()) + longer / kLettersForEachError) return 0;
  const auto errors = edit_distance(left.spelled, right.spelled);
  if (errors * kLettersForEachError > longer) return 0;
  return 1 - static_cast<double>(errors) / static_cast<double>(longer);
}

bool forms_are_alike(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  return all_have_kin(left, right) && all_have_kin(right, left);
}

double name_score(NameRelation relation, const EntityName& left, const EntityName& right,
                  const WordPairing& pairing) {
  switch (relation) {
    case NameRelation::Same:
      return 1;
    case NameRelation::SpellingOnly:
      return kSpellingOnly;
    case NameRelation::OtherScript:
      return kOtherScript * share_of_form(left, right);
    case NameRelation::OtherWords:
      return kOtherWords * share_of_form(left, right);
    case NameRelation::FormMissing:
      return kFormMissing;
    case NameRelation::FormAlike:
      return kFormAlike;
    case NameRelation::FormDiffers:
      return kFormDiffers;
    default:
      return score_of_words(left, right, pairing);
  }
}

}  // namespace certreg
