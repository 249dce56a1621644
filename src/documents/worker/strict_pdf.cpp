// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/strict_pdf.h"

#include <algorithm>
#include <qpdf/QPDFExc.hh>
#include <set>

#include "certreg/documents/worker.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

constexpr std::size_t kMaxFields = 20'000;

struct Node {
  QPDFObjectHandle field;
  std::string parent_name;
  bool is_signature = false;  // by the type that it inherits
  QPDFObjectHandle value;     // likewise
};

std::string name_of(const Node& node) {
  QPDFObjectHandle field = node.field, own = field.getKey("/T");
  if (!own.isString()) return node.parent_name;
  return node.parent_name.empty() ? own.getUTF8Value() : node.parent_name + "." + own.getUTF8Value();
}

bool is_named(QPDFObjectHandle value, const char* name) { return value.isName() && value.getName() == name; }

class FieldWalk {
 public:
  explicit FieldWalk(SignatureFields& found) : found_(found) {}

  void walk(const QPDFObjectHandle& fields) {
    push_all(fields, {});
    while (!todo_.empty()) {
      Node node = std::move(todo_.back());
      todo_.pop_back();
      visit(node);
    }
  }

  const std::set<QPDFObjGen>& signatures() const { return signatures_; }

 private:
  void push_all(QPDFObjectHandle list, const Node& parent) {
    if (!list.isArray()) return;
    for (int i = list.getArrayNItems() - 1; i >= 0; --i) {
      QPDFObjectHandle field = list.getArrayItem(i);
      if (!field.isDictionary() || !is_new(field)) continue;
      Node node{field, parent.parent_name, parent.is_signature, parent.value};
      if (field.hasKey("/FT")) node.is_signature = is_named(field.getKey("/FT"), "/Sig");
      if (field.hasKey("/V")) node.value = field.getKey("/V");
      todo_.push_back(std::move(node));
    }
  }

  bool is_new(const QPDFObjectHandle& field) {
    if (!field.isIndirect()) return true;
    found_.whole = found_.whole && seen_.size() < kMaxFields;
    return found_.whole && seen_.insert(field.getObjGen()).second;
  }

  static bool has_fields_below(QPDFObjectHandle field) {
    QPDFObjectHandle kids = field.getKey("/Kids");
    if (!kids.isArray()) return false;
    for (int i = 0; i < kids.getArrayNItems(); ++i)
      if (kids.getArrayItem(i).isDictionary() && kids.getArrayItem(i).hasKey("/T")) return true;
    return false;
  }

  void visit(const Node& node) {
    const auto name = name_of(node);
    QPDFObjectHandle field = node.field;
    if (has_fields_below(field))
      return push_all(field.getKey("/Kids"), {{}, name, node.is_signature, node.value});
    if (!node.is_signature) return;
    QPDFObjectHandle value = node.value;
    if (!value.isInitialized() || !value.isDictionary()) {
      found_.empty_fields.push_back(name);
      return;
    }
    if (value.isIndirect()) signatures_.insert(value.getObjGen());
    found_.signed_fields.push_back({name, value});
  }

  SignatureFields& found_;
  std::vector<Node> todo_;
  std::set<QPDFObjGen> seen_, signatures_;
};

bool looks_like_a_signature(QPDFObjectHandle object) {
  return object.isDictionary() && object.hasKey("/ByteRange");
}

}  // namespace

std::unique_ptr<QPDF> open_strictly(std::string_view bytes) {
  if (!bytes.starts_with("%PDF-"))
    throw Failure(FailureKind::NotThatKind, "the document does not begin as a PDF does");
  auto pdf = std::make_unique<QPDF>();
  pdf->setSuppressWarnings(true);
  pdf->setAttemptRecovery(false);
  try {
    pdf->processMemoryFile("document", bytes.data(), bytes.size());
    if (!pdf->getRoot().isDictionary()) throw Failure(FailureKind::Damaged, "the PDF has no catalog");
  } catch (const QPDFExc& problem) {
    if (problem.getErrorCode() == qpdf_e_password)
      throw Failure(FailureKind::Encrypted, "the PDF needs a password");
    throw Failure(FailureKind::Damaged, "the PDF cannot be read without mending it", problem.what());
  }
  return pdf;
}

QPDFObjectHandle form_of(QPDF& pdf) { return pdf.getRoot().getKey("/AcroForm"); }

SignatureFields find_signatures(QPDF& pdf) {
  SignatureFields found;
  FieldWalk walk(found);
  QPDFObjectHandle form = form_of(pdf);
  if (form.isDictionary()) walk.walk(form.getKey("/Fields"));
  for (QPDFObjectHandle& object : pdf.getAllObjects())
    if (looks_like_a_signature(object) && !walk.signatures().contains(object.getObjGen()))
      found.signed_fields.push_back({{}, object});
  return found;
}

}  // namespace certreg::worker
