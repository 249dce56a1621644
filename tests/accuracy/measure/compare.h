// Holds one reading against one row of the truth, field by field. Only what a person would do to compare two
// prints of one thing is done to them. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "accuracy/measure/truth.h"
#include "certreg/domain/reference.h"
#include "certreg/reading/draft.h"

namespace certreg::accuracy {

enum class Outcome {
  Right,
  Wrong,
  Invented,  // the truth says that the document does not state it, and something was read
  Missed,    // stated, and nothing was read
  Open,      // nothing was settled on, and the candidates were given
  Brand,  // the brand of the body whose legal unit is stated, or the other way round: neither right nor wrong
  NotStated,  // neither stated nor read
};
inline constexpr std::size_t kOutcomes = 7;

std::string_view to_string(Outcome outcome);  // "right", "left open", ...

// The seven by which reading is judged as a whole, then the others.
std::span<const std::string_view> main_fields();
std::span<const std::string_view> further_fields();

struct Judged {
  std::string_view field;
  Outcome outcome = Outcome::NotStated;
  std::string expected, got;
  std::string quote;
  double confidence = 0;           // of what was read; 0 when nothing was
  std::string note;                // "only in a picture", "equal but for case and punctuation"
  bool equal_when_folded = false;  // of a scope: equal but for case, punctuation and white space
};

// What the comparison of a page leaves aside: legal forms, additions in brackets, legal unit or brand.
enum class Strictness { Certificate, Page };

// One judgement for each field that the row has a member for; of a field that is a list, one for each of its
// elements. `draft` is null when nothing was read for the row.
std::vector<Judged> compare(const TruthRow& row, const reading::Draft* draft, Strictness strictness,
                            const Reference& reference);

// Of what was read where the truth has no row: each of the main fields that is set is invented.
std::vector<Judged> all_invented(const reading::Draft& draft);

// How many of standard, number, edition and holder agree, weighed; 0: the row and the draft have nothing in
// common.
int likeness(const TruthRow& row, const reading::Draft& draft, const Reference& reference);

// The rules above in words, one sentence each.
std::span<const std::string_view> normalisation_rules();

}  // namespace certreg::accuracy
