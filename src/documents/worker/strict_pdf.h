// SPDX-License-Identifier: GPL-2.0-or-later
// A PDF as its cross-references say, without mending.
#pragma once

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::worker {

// `bytes` must outlive it. Throws documents::Failure: NotThatKind, Encrypted, Damaged.
std::unique_ptr<QPDF> open_strictly(std::string_view bytes);

struct SignatureField {
  std::string name;            // "Form.Signature1"; empty for a signature that no field shows
  QPDFObjectHandle signature;  // a dictionary
};

struct SignatureFields {
  std::vector<SignatureField> signed_fields;
  std::vector<std::string> empty_fields;  // names
  bool whole = true;                      // false: there are more than are looked at
};

// Those of the form's fields, and those that only the table of objects knows.
SignatureFields find_signatures(QPDF& pdf);

// The interactive form, null when there is none.
QPDFObjectHandle form_of(QPDF& pdf);

}  // namespace certreg::worker
