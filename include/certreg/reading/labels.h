// The words printed on certificates: labels of fields, phrases, month names, by language. Immutable. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "certreg/domain/embedded.h"

namespace certreg::reading {

// What a label announces. Validity is a range ("Valid: A - B"). Other: a label of something that is not read,
// so that it is not taken for a part of the value before it.
enum class LabelField {
  Number,
  Holder,
  Scope,
  Issued,
  Revised,
  FirstIssued,
  ValidFrom,
  Expires,
  RecertificationDue,
  Validity,
  PreviousExpiry,
  RecertificationAudited,
  Decided,
  IssueNumber,
  Soa,
  Issuer,
  Accreditation,
  Address,
  Sites,
  Services,
  Standard,
  Status,
  Page,
  Other
};

// Phrases that are no labels but tell what a document is.
enum class PhraseKind { Certifies, NotCertificate, Suspended, Withdrawn, ScopeIsAll, ServicesComplete };

struct Label {
  std::string folded;  // as fold_label() gives it
  std::string language;
  LabelField field = LabelField::Other;
  bool weak = false;  // means other things too: used only when no other label gives the field
};

struct Phrase {
  std::string folded;
  std::string language;
  PhraseKind kind = PhraseKind::Certifies;
};

class Labels {
 public:
  Labels(std::vector<Label> labels, std::vector<Phrase> phrases,
         std::unordered_map<std::string, unsigned> months);

  std::span<const Label> labels() const { return labels_; }  // longest first
  std::span<const Phrase> phrases() const { return phrases_; }
  unsigned month_of(std::string_view folded) const;  // 1 to 12; 0 when it is none
  // The labels that a folded text begins with at a word's end; the longest, or null.
  const Label* longest_at(std::string_view folded) const;

 private:
  std::vector<Label> labels_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, unsigned> months_;
  std::unordered_map<std::string, std::vector<std::size_t>>
      by_start_;  // first letters -> labels, longest first
};

// Lower case, without accents, punctuation or doubled blanks: the form in which labels are compared.
std::string fold_label(std::string_view text);

// Reads every file whose name contains "labels/" and ends in ".yaml" (importers/labels/README.md has the
// form) and passes over the others. Throws Error(Invalid) naming file and rule; none at all is an error too.
Labels parse_labels(std::span<const EmbeddedFile> files);

}  // namespace certreg::reading
