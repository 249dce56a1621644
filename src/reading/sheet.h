// A document prepared for reading, and what the readers of fields share.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/reference.h"
#include "certreg/reading/draft.h"
#include "certreg/reading/labels.h"
#include "certreg/reading/text.h"
#include "reading/anchors.h"
#include "reading/dates.h"
#include "reading/neighbours.h"
#include "reading/segments.h"

namespace certreg::reading {

struct Sheet {
  Sheet(const Text& source, const Labels& words, const Reference& world);
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;

  const Text& text;
  const Labels& labels;
  const Reference& reference;
  std::vector<Segment> watermarks;  // large type that other words are printed over
  std::vector<Segment> segments;
  std::vector<Anchor> anchors;
  Neighbours neighbours;
  double body_size;  // the size of type in which most letters are set
  DateOrders orders;

  std::size_t index_of(const Segment& segment) const {
    return static_cast<std::size_t>(&segment - segments.data());
  }

  // What the label announces that a segment begins with; Other without one.
  LabelField field_at_start(const Segment& segment) const;
};

// A value for a field, with the segment that it stands in.
struct Value {
  std::string text;
  const Segment* segment = nullptr;
};

// The words that belong to a label: beside it, else to its right, else below. For a label with words of
// another kind beside it there is none.
std::vector<Value> values_of(const Sheet& sheet, const Anchor& anchor);

// What stands over a label that has nothing beside or below it.
std::optional<Value> value_above(const Sheet& sheet, const Anchor& anchor);

// What stands to the left of a label that has nothing else.
std::optional<Value> value_left(const Sheet& sheet, const Anchor& anchor);

// The same for a label that running text follows, which may stand further below, centred under it.
std::vector<Value> scope_values_of(const Sheet& sheet, const Anchor& anchor);

// The number that `text` begins with: capitals, digits and marks, at least one digit; empty when it does not.
std::string number_in(std::string_view text);

// Each sets what it finds in `draft`, with quotes, and leaves the rest as it is.
void read_dates(const Sheet& sheet, Draft& draft);
void read_number(const Sheet& sheet, Draft& draft);
void read_holder(const Sheet& sheet, Draft& draft);
void read_scope(const Sheet& sheet, Draft& draft);
void read_exclusions(const Sheet& sheet, Draft& draft);  // after the scope, whose own words are left out
void read_services(const Sheet& sheet, Draft& draft);    // after the details: a list is closed by its pages
void read_bodies(const Sheet& sheet, Draft& draft);      // issuer and accreditation
void read_soa(const Sheet& sheet, Draft& draft);         // Statement of Applicability
void read_details(const Sheet& sheet, Draft& draft);     // pages, issue number

// A line that says little but which Statement of Applicability, or which version of it, applies.
bool is_soa_statement(const Sheet& sheet, const Segment& segment);
bool names_soa(const Sheet& sheet, const Segment& segment);

// "The organisation has no office of its own": begins with a label of the holder, and names nobody.
bool is_sentence_on_holder(const Sheet& sheet, const Segment& segment);

}  // namespace certreg::reading
