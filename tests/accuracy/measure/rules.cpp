#include <array>

#include "accuracy/measure/compare.h"

namespace certreg::accuracy {

std::span<const std::string_view> normalisation_rules() {
  static constexpr std::array<std::string_view, 15> kRules{
      "A member that is null in the truth is not stated in the document: what is read there is invented and "
      "counts "
      "as wrong. A member that the truth lacks is not judged.",
      "Precision: right of right, wrong and invented. Recall: right of all that is stated, so that what is "
      "left "
      "open and a brand are not found. Bounds are Wilson's, 95 %.",
      "Names: without case, punctuation, kinds of blanks and dashes, legal forms in one spelling (Ltd. = "
      "Limited).",
      "Standards: the same standard by the reference data, in any spelling.",
      "Editions: the ISO edition (iso_edition); where only the printed one is stated, the ISO edition that "
      "the "
      "reference data know behind that print.",
      "Numbers: letters and digits only, without case.",
      "Issuers: the same body by the reference data, or the same name with or without an addition in "
      "brackets. The "
      "brand for a legal unit or the legal unit for a brand is counted apart, as neither right nor wrong.",
      "Dates: the same day. `issued` is this issue or the latest revision.",
      "Scopes: every sign the same but white space, of which all is left out; where the truth joins two "
      "languages "
      "by \" / \", both must be there, joined by anything. Also counted: letters and digits only, without "
      "case.",
      "Accreditation bodies and entities: each one stated is right or missed, each accreditor read besides "
      "is "
      "invented.",
      "Versions: what is read is a word of what is stated (V2 = 2).",
      "Rows and certificates read of one file are paired by what agrees. What is read without a row has its "
      "fields "
      "counted as invented, unless it is an extension that the certificate only names, or a sub-certificate "
      "that "
      "the truth names.",
      "Pages are read with the holder of the truth's first row as the source's definition would give it, so "
      "that "
      "`we` is that holder; where the truth has none, with a made-up one.",
      "Pages and other documents are compared more loosely: names without legal form and without an addition "
      "in "
      "brackets, a brand of an issuer is right, a short name of a holder counts as a brand, and a claim "
      "without a row counts for nothing, as the truth does not list "
      "all.",
      "A document that is no certificate is taken for one when a certificate of an asked standard is read "
      "from "
      "it, or, of a page, any claim about one. One of another standard, such as ISO 9001, is told apart: it "
      "answers no question."};
  return kRules;
}

}  // namespace certreg::accuracy
