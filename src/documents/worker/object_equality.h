// SPDX-License-Identifier: GPL-2.0-or-later
// Are two values of two states of one PDF the same, with all that they refer to?
#pragma once

#include <map>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <utility>
#include <vector>

namespace certreg::worker {

// What the earlier state's objects are, as far as they are compared in a place of their own: a reference to
// one of these is the same when it names the same object.
enum class Place { Catalog, PageNode, Page, Annotation, Field };
struct Placed {
  Place place{};
  int page = 0;  // from 1, of pages and annotations
  QPDFObjectHandle object;
};
using Places = std::map<QPDFObjGen, Placed>;

// Those of the catalog, the tree of pages, their annotations, and the form's fields. A field's own widget is
// a field.
Places places_of(QPDF& pdf);

class ObjectEquality {
 public:
  explicit ObjectEquality(const Places& places) : places_(places) {}

  bool are_equal(QPDFObjectHandle before, QPDFObjectHandle after);

 private:
  using Pair = std::pair<QPDFObjectHandle, QPDFObjectHandle>;
  using IdPair = std::pair<QPDFObjGen, QPDFObjGen>;
  enum class Step { Equal, Different, LookInside };
  Step step_of(const Pair& pair, std::vector<IdPair>& assumed);
  bool are_equal_here(const Pair& pair, std::vector<Pair>& todo) const;

  const Places& places_;
  std::set<IdPair> known_;  // equal pairs of indirect objects
};

}  // namespace certreg::worker
