// Holds what was read of all documents against the truth. Pure.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "accuracy/measure/compare.h"
#include "accuracy/measure/documents.h"
#include "accuracy/measure/tally.h"

namespace certreg::accuracy {

// One row of the truth, or one certificate that was read where the truth has none (`line` 0).
struct Result {
  std::string file;
  std::size_t line = 0;
  DocumentGroup group = DocumentGroup::Certificate;
  bool asked = false;  // one of the standards that the register answers for
  TextKind text_kind = TextKind::Unread;
  std::string language, body, failure;
  std::vector<Judged> fields;
};

// A document that is no certificate.
struct Impostor {
  std::string file;
  bool is_page = false;
  std::size_t certificates = 0, claims = 0;  // of the asked standards, read from it
  std::size_t of_others = 0;                 // certificates of standards that nobody asks about
  std::string why;                           // why nothing was found, or what was found
  std::string failure;
  // A PDF whose words make a claim was not taken for a certificate; a page without a claim makes none.
  bool taken_for_one() const { return certificates > 0 || (is_page && claims > 0); }
};

// What was read besides and counts for nothing.
struct Aside {
  std::string file, what;
};

struct Measurement {
  std::vector<Result> results;
  std::vector<Impostor> impostors;
  std::vector<Aside> asides;
  std::vector<std::string> warnings;
  std::size_t documents = 0, failed = 0;
  double slowest_seconds = 0;
  std::string slowest;
};

// Rows and drafts of one file are paired by what they have in common, the likest first; a row and a draft
// that are each the only one of their file are paired in any case.
Measurement measure(const std::vector<ReadDocument>& documents, const Truth& truth,
                    const Reference& reference);

using Chooses = std::function<bool(const Result&)>;

Tally tally_of(const Measurement& measurement, const Chooses& chooses, std::string_view field);
Tally tally_of_main(const Measurement& measurement, const Chooses& chooses);

struct Bin {
  double from = 0, until = 0;  // confidence; from <= it < until, the last one with its end
  Share right;
};

// Of the main fields of the chosen, by the confidence with which they were read; brands left aside.
std::vector<Bin> calibration(const Measurement& measurement, const Chooses& chooses);

}  // namespace certreg::accuracy
