// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/added_signatures.h"

#include <fmt/format.h>

#include <array>

namespace certreg::worker {
namespace {

using documents::Change;
using documents::ChangeKind;

constexpr int kMaxDepth = 50;
constexpr int kHidden = 1 << 1, kNoView = 1 << 5;  // ISO 32000-2, 12.5.3

QPDFObjectHandle inherited(QPDFObjectHandle field, const std::string& key) {
  for (int depth = 0; depth < kMaxDepth && field.isDictionary(); ++depth) {
    if (field.hasKey(key)) return field.getKey(key);
    field = field.getKey("/Parent");
  }
  return QPDFObjectHandle::newNull();
}

// No annotation, or one without an area, or one that is not shown. What cannot be read is taken to draw.
bool draws_nothing(QPDFObjectHandle widget) {
  QPDFObjectHandle area = widget.getKey("/Rect"), flags = widget.getKey("/F");
  if (area.isNull()) return true;
  if (flags.isInteger() && (flags.getIntValue() & (kHidden | kNoView)) != 0) return true;
  if (!area.isArray() || area.getArrayNItems() != 4) return false;
  std::array<double, 4> corner{};
  for (int i = 0; i < 4; ++i) {
    if (!area.getArrayItem(i).isNumber()) return false;
    corner[static_cast<std::size_t>(i)] = area.getArrayItem(i).getNumericValue();
  }
  return corner[0] == corner[2] && corner[1] == corner[3];
}

bool acts(QPDFObjectHandle field) { return field.hasKey("/A") || field.hasKey("/AA"); }

template <typename Test>
bool any_widget(QPDFObjectHandle field, Test test) {
  if (test(field)) return true;
  QPDFObjectHandle kids = field.getKey("/Kids");
  for (int i = 0; kids.isArray() && i < kids.getArrayNItems(); ++i)
    if (!kids.getArrayItem(i).isDictionary() || test(kids.getArrayItem(i))) return true;
  return false;
}

bool has_fields_below(QPDFObjectHandle field) {
  return any_widget(field, [&](QPDFObjectHandle one) {
    return one.isDictionary() && one.hasKey("/Kids") &&
           !(one.isIndirect() && one.getObjGen() == field.getObjGen());
  });
}

bool is_timestamp(QPDFObjectHandle signature) {
  if (!signature.isDictionary()) return false;
  QPDFObjectHandle form = signature.getKey("/SubFilter");
  return form.isName() && form.getName() == "/ETSI.RFC3161";
}

}  // namespace

bool is_signature_field(const QPDFObjectHandle& field) {
  QPDFObjectHandle type = inherited(field, "/FT");
  return type.isName() && type.getName() == "/Sig";
}

std::string printed_name(const QPDFObjectHandle& field) {
  QPDFObjectHandle name = inherited(field, "/T");
  return name.isString() ? name.getUTF8Value() : std::string("without a name");
}

std::optional<Change> change_by_added_field(QPDFObjectHandle field) {
  if (!field.isDictionary())
    return Change{ChangeKind::FormValue, "something that is no field was added to the form"};
  const auto name = printed_name(field);
  if (!is_signature_field(field) || has_fields_below(field))
    return Change{ChangeKind::FormValue, fmt::format("the field {} was added", name)};
  if (any_widget(field, acts))
    return Change{ChangeKind::Annotation, fmt::format("the field {} was added, with an action", name)};
  if (any_widget(field, [](const QPDFObjectHandle& widget) { return !draws_nothing(widget); }))
    return Change{
        ChangeKind::VisibleSignature,
        fmt::format("the signature {} was added, which draws on a page and may cover what stands there",
                    name)};
  if (is_timestamp(inherited(field, "/V")))
    return Change{ChangeKind::DocumentTimestamp, fmt::format("the document timestamp {} was added", name)};
  return Change{ChangeKind::FurtherSignature, fmt::format("the signature {} was added", name)};
}

}  // namespace certreg::worker
