// Dates that stand where a label says what they are.
#pragma once

#include <vector>

#include "reading/sheet.h"

namespace certreg::reading {

struct DateWitness {
  LabelField field = LabelField::Other;
  FoundDate found;
  Quote quote;
  const Segment* segment = nullptr;  // in which the date stands
  double weight = 0;                 // how often such a place tells the truth, 0 to 1
  bool weak = false;                 // the label means other things too
};

bool is_dated(LabelField field);
// Whole years lie between, or a day less: one, two, or a multiple of three.
bool is_cycle(Date start, Date end);
std::string_view member_of(LabelField field);  // of the version, for quotes: "issued"

// A date that several labels could mean belongs to the nearest; the others' witness counts for less.
std::vector<DateWitness> date_witnesses(const Sheet& sheet, const DateOrders& orders);

// Dates that stand alone, or behind a place ("Essen, 2022-03-05"), and beside no label: mostly the day of the
// signature.
std::vector<DateWitness> unlabelled_dates(const Sheet& sheet, const std::vector<DateWitness>& labelled);

// The orders of the sheet; where they are unknown and exactly one order makes cycles that exist (one to three
// years from a start to an expiry, to the day or the day before: ISO/IEC 17021-1:2015, 9.1.3.2), that one.
DateOrders orders_by_cycle(const Sheet& sheet);

}  // namespace certreg::reading
