// The words printed on certificates: labels of fields, phrases, month names, by language. Immutable. Pure.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "certreg/domain/embedded.h"

namespace certreg::reading {

// What a label announces. Validity is a range ("Valid: A - B"). Conformity: the words between holder and
// standard ("has been assessed and found to conform to"): no value of their own, but what is before them
// ends. Other: a label of something that is not read, so that it is not taken for a part of the value before
// it.
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
  Exclusions,
  Standard,
  Status,
  Conformity,
  Page,
  Other
};

// Phrases that are no labels but tell what a document, or a line of it, is. System: the name of a management
// system, which is nobody's. SeeAnnex: the text stands elsewhere. Property: whose the document
// is stands in the same line. OtherDocument: said by letters and texts of other kinds, wherever it stands.
// Letter: a line begins with it that opens or closes one.
// Disclaims: that the document proves no certification.
// Person: beside a standard, what a person was certified or trained as. PersonStandard: a
// standard by which persons work, and no organisation is certified (ISO 19011:2018, 1). PersonBodyStandard:
// one by which bodies are accredited that certify persons (ISO/IEC 17024:2012, 1). BodyStandard: one by which
// bodies are accredited that certify or test something else. OtherTitle: beside "certificate" in a title,
// what makes it another kind ("membership"). TitleOfAnother: by itself in large type. Contact: a telephone
// number or an address follows. Companion: said by a sheet that repeats the certificate before it. OnBehalf:
// who issues is named behind it, and not who signs for it. Exclusion: its sentence says what is not covered.
// Nothing: beside a label, that there is none of it. Continued: beside a label, that its text began on a page
// before.
enum class PhraseKind {
  Certifies,
  NotCertificate,
  Suspended,
  Withdrawn,
  ScopeIsAll,
  ServicesComplete,
  System,
  SeeAnnex,
  Property,
  OtherDocument,
  Letter,
  Disclaims,
  Person,
  PersonStandard,
  PersonBodyStandard,
  BodyStandard,
  OtherTitle,
  TitleOfAnother,
  Contact,
  Companion,
  OnBehalf,
  Exclusion,
  Nothing,
  Continued
};

struct Label {
  std::string folded;  // as fold_label() gives it
  std::string after;   // of a label with a gap ("certified by … since"): what stands behind the gap
  std::string language;
  LabelField field = LabelField::Other;
  bool weak = false;  // means other things too: used only when no other label gives the field
};

struct Phrase {
  std::string folded;
  std::string language;
  PhraseKind kind = PhraseKind::Certifies;
};

// What a word says within a label that nobody wrote down as a whole: "initial" and "date" make one of the
// first issue, "client" and "number" one of a number that is not the certificate's.
enum class LabelRole {
  First,
  Expires,
  Issued,
  From,
  Previous,
  Revised,
  Decided,
  Recertification,
  Audit,
  Due,
  Other,
  Certificate,
  Number,
  Trap,
  Scope,
  Holder,
  Conformity,
  Version,
  Body
};

struct RoleWord {
  std::string folded;  // a word; of scripts without blanks, a part of one
  std::string language;
  LabelRole role = LabelRole::Other;
};

// A part of words that languages join or bend ("Erstausgabedatum", "vydání"): which a word begins or ends
// with.
struct RolePart {
  std::string folded;
  std::string language;
  LabelRole role = LabelRole::Other;
  bool at_end = false;
};

// Roles as a set.
struct LabelRoles {
  unsigned bits = 0;
  bool has(LabelRole role) const { return (bits >> static_cast<unsigned>(role) & 1U) != 0; }
  void add(LabelRole role) { bits |= 1U << static_cast<unsigned>(role); }
  void remove(LabelRole role) { bits &= ~(1U << static_cast<unsigned>(role)); }
};

// Short words by which a language is known, folded; a word may be several languages'.
using LanguageWords = std::unordered_map<std::string, std::vector<std::string>>;

struct LabelWords {
  std::vector<Label> labels;
  std::vector<Phrase> phrases;
  std::unordered_map<std::string, unsigned> months;
  LanguageWords words;
  LanguageWords leading_words;  // after which something must follow: articles, prepositions, conjunctions
  std::vector<RoleWord> roles;
  std::vector<RolePart> role_parts;
};

class PrefixIndex;

class Labels {
 public:
  explicit Labels(LabelWords words);

  std::span<const Label> labels() const { return labels_; }  // longest first
  std::span<const Phrase> phrases() const { return phrases_; }
  unsigned month_of(std::string_view folded) const;  // 1 to 12; 0 when it is none
  // The language that most short words of a text are of, or that alone is written in its letters (Korean,
  // Japanese by its syllables, Russian); empty where the text does not tell.
  std::string language_of(std::string_view text) const;
  // As language_of, by a single short word that no other language has.
  std::string language_hinted_in(std::string_view text) const;
  // The text ends in a word after which something must follow ("in accordance with the"). An empty
  // `language`: in any.
  bool stops_within_sentence(std::string_view text, std::string_view language) const;
  struct Match {
    const Label* label = nullptr;  // null: none
    std::size_t length = 0;        // bytes of the folded text, gap included
  };
  // The longest of the labels that a folded text begins with, at a word's end.
  Match longest_at(std::string_view folded) const;
  // The word of the labels that a folded word is a misreading of: one letter other, more or less. Itself when
  // it is one of theirs; empty when none or several are as near, or for short words.
  std::string_view repaired(std::string_view word) const;
  // What the words of a folded label say, in the one language that most of them are of. Of a word that is not
  // known as a whole its parts count.
  LabelRoles roles_in(std::string_view folded) const;
  // The first phrase of the kind that stands in a folded text as whole words, the longest there; or null.
  const Phrase* phrase_in(std::string_view folded, PhraseKind kind) const;
  // A phrase of the kind and nothing else.
  bool is_phrase(std::string_view folded, PhraseKind kind) const;

 private:
  std::string language_by_words(std::string_view text, std::size_t least) const;

  std::vector<Label> labels_;
  std::vector<Phrase> phrases_;
  std::unordered_map<std::string, unsigned> months_;
  LanguageWords words_, leading_words_;
  struct Vocabulary;
  std::shared_ptr<const Vocabulary> vocabulary_;
  std::unordered_map<std::string, std::vector<RoleWord>> roles_;  // by word
  std::vector<RoleWord> wide_roles_;                              // of scripts without blanks
  std::vector<RolePart> role_parts_;
  std::shared_ptr<const PrefixIndex> label_index_, phrase_index_;
};

// Lower case, without accents, punctuation or doubled blanks: the form in which labels are compared.
std::string fold_label(std::string_view text);

// Reads every file whose name contains "labels/" and ends in ".yaml" (importers/labels/README.md has the
// form) and passes over the others. Throws Error(Invalid) naming file and rule; none at all is an error too.
Labels parse_labels(std::span<const EmbeddedFile> files);

}  // namespace certreg::reading
