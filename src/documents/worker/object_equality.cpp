// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/object_equality.h"

#include <cstring>

#include "documents/worker/strict_pdf.h"

namespace certreg::worker {
namespace {

constexpr std::size_t kMaxPlaces = 50'000;

class PlaceFinder {
 public:
  explicit PlaceFinder(QPDF& pdf) {
    QPDFObjectHandle root = pdf.getRoot();
    note(root, Place::Catalog);
    QPDFObjectHandle form = root.getKey("/AcroForm");
    if (form.isDictionary()) walk_fields(form.getKey("/Fields"));
    walk_pages(root.getKey("/Pages"));
  }

  Places take() { return std::move(places_); }

 private:
  bool note(const QPDFObjectHandle& object, Place place) {
    if (!object.isIndirect() || places_.size() >= kMaxPlaces) return false;
    return places_.insert({object.getObjGen(), {place, page_, object}}).second;
  }

  static void push_items(QPDFObjectHandle list, std::vector<QPDFObjectHandle>& todo) {
    if (!list.isArray()) return;
    for (int i = list.getArrayNItems() - 1; i >= 0; --i) todo.push_back(list.getArrayItem(i));
  }

  void walk_fields(const QPDFObjectHandle& fields) {
    std::vector<QPDFObjectHandle> todo;
    push_items(fields, todo);
    while (!todo.empty()) {
      QPDFObjectHandle field = todo.back();
      todo.pop_back();
      if (field.isDictionary() && note(field, Place::Field)) push_items(field.getKey("/Kids"), todo);
    }
  }

  void walk_pages(const QPDFObjectHandle& top) {
    std::vector<QPDFObjectHandle> todo{top};
    while (!todo.empty()) {
      QPDFObjectHandle node = todo.back();
      todo.pop_back();
      if (!node.isDictionary()) continue;
      if (node.getKey("/Kids").isArray()) {
        if (note(node, Place::PageNode)) push_items(node.getKey("/Kids"), todo);
        continue;
      }
      ++page_;
      if (note(node, Place::Page)) note_annotations(node.getKey("/Annots"));
    }
  }

  void note_annotations(const QPDFObjectHandle& list) {
    std::vector<QPDFObjectHandle> all;
    push_items(list, all);
    for (const auto& annotation : all) note(annotation, Place::Annotation);
  }

  Places places_;
  int page_ = 0;
};

bool have_equal_data(QPDFObjectHandle before, QPDFObjectHandle after) {
  const auto left = before.getRawStreamData(), right = after.getRawStreamData();
  return left->getSize() == right->getSize() &&
         (left->getSize() == 0 || std::memcmp(left->getBuffer(), right->getBuffer(), left->getSize()) == 0);
}

void push_members(QPDFObjectHandle before, QPDFObjectHandle after,
                  std::vector<std::pair<QPDFObjectHandle, QPDFObjectHandle>>& todo) {
  auto keys = before.getKeys();
  keys.merge(after.getKeys());
  for (const auto& key : keys) todo.emplace_back(before.getKey(key), after.getKey(key));
}

}  // namespace

Places places_of(QPDF& pdf) { return PlaceFinder(pdf).take(); }

bool ObjectEquality::are_equal_here(const Pair& pair, std::vector<Pair>& todo) const {
  auto [before, after] = pair;
  if (before.getTypeCode() != after.getTypeCode()) return false;
  if (before.isArray()) {
    if (before.getArrayNItems() != after.getArrayNItems()) return false;
    for (int i = 0; i < before.getArrayNItems(); ++i)
      todo.emplace_back(before.getArrayItem(i), after.getArrayItem(i));
    return true;
  }
  if (before.isDictionary()) {
    push_members(before, after, todo);
    return true;
  }
  if (before.isStream()) {
    QPDFObjectHandle left = before.getDict().shallowCopy(), right = after.getDict().shallowCopy();
    left.removeKey("/Length");
    right.removeKey("/Length");
    push_members(left, right, todo);
    return have_equal_data(before, after);
  }
  return before.unparseResolved() == after.unparseResolved();
}

// A list of what is still to be compared instead of recursion: references nest as deep as a document likes.
bool ObjectEquality::are_equal(QPDFObjectHandle first, QPDFObjectHandle second) {
  std::vector<Pair> todo{{first, second}};
  std::vector<IdPair> assumed;
  while (!todo.empty()) {
    const auto pair = todo.back();
    todo.pop_back();
    const auto step = step_of(pair, assumed);
    if (step == Step::Equal || (step == Step::LookInside && are_equal_here(pair, todo))) continue;
    for (const auto& ids : assumed) known_.erase(ids);
    return false;
  }
  return true;
}

ObjectEquality::Step ObjectEquality::step_of(const Pair& pair, std::vector<IdPair>& assumed) {
  auto [before, after] = pair;
  if (!before.isIndirect()) return Step::LookInside;
  if (places_.contains(before.getObjGen()))
    return before.getObjGen() == after.getObjGen() ? Step::Equal : Step::Different;
  if (!after.isIndirect()) return Step::LookInside;
  const IdPair ids{before.getObjGen(), after.getObjGen()};
  if (!known_.insert(ids).second) return Step::Equal;
  assumed.push_back(ids);
  return Step::LookInside;
}

}  // namespace certreg::worker
