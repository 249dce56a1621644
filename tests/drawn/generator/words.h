#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "dates.h"

namespace certreg::drawn {

// Text is either part of the page's text, or painted as a shape, as logos are.
enum class Ink { Text, Picture };

// The values that a document is filled in with, and a memory of what was really printed: the truth is written
// from that.
//
// A text names values in braces: "{holder}", "{issued}", "{issued|dd.MM.yyyy}", "{issued|en:d MMMM yyyy}",
// and
// "{issued|other}" in the document's second language; "{l.x}" and "{m.x}" are the layout's labels in the
// first and the second language. Values may name others in turn. Results are Pango markup: what stands in the
// text itself may carry tags, values are escaped. A name without a value is a std::runtime_error.
class Words {
 public:
  void set(const std::string& name, std::string value);
  void set_date_form(DateForm form, DateForm other);

  bool has(const std::string& name) const;
  // The plain text of a value, without counting as printed; empty when there is none.
  std::string value(const std::string& name) const;
  // A date's value is its ISO form, however it was printed.
  std::string iso(const std::string& name) const;

  std::string expand(std::string_view text, Ink ink);

  bool was_printed(const std::string& name) const;
  bool was_in_text(const std::string& name) const { return in_text_.contains(name); }
  bool was_only_in_picture(const std::string& name) const;
  // As it stands in the document the first time.
  std::string printed_text(const std::string& name) const;
  // The pattern of a printed date whose order of day and month can be mistaken; empty when there is none.
  const std::string& mistakable_form() const { return mistakable_form_; }

 private:
  const std::string& label(const std::string& name) const;
  DateForm form_of(std::string_view wish) const;
  std::string written(const std::string& name, std::string_view wish) const;
  std::string resolve(std::string_view text, std::set<std::string>* names) const;
  void remember(const std::string& name, std::string text, Ink ink);
  void remember_form(const std::string& name, std::string_view wish);

  std::map<std::string, std::string> values_;
  DateForm form_;
  DateForm other_form_;
  std::map<std::string, std::string> in_text_;
  std::map<std::string, std::string> in_picture_;
  std::string mistakable_form_;
};

}  // namespace certreg::drawn
