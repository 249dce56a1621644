// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/revision_changes.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "documents/worker/added_signatures.h"
#include "documents/worker/object_equality.h"
#include "documents/worker/strict_pdf.h"

namespace certreg::worker {
namespace {

using documents::Change;
using documents::ChangeKind;

constexpr std::size_t kMaxChanges = 50;

bool is_one_of(const std::string& key, std::initializer_list<const char*> keys) {
  return std::ranges::find(keys, key) != keys.end();
}

class Comparison {
 public:
  Comparison(QPDF& before, QPDF& after)
      : before_(before), after_(after), places_(places_of(before)), equality_(places_) {}

  std::vector<Change> changes() {
    compare_trailers();
    for (const auto& [id, placed] : places_) compare_place(placed, after_.getObjectByObjGen(id));
    return std::move(changes_);
  }

 private:
  using Handle = QPDFObjectHandle;  // taken by value, as most of its questions are not const
  using KeyRule = std::function<void(const std::string& key, Handle before, Handle after)>;

  void note(ChangeKind kind, std::string sentence) {
    Change change{kind, std::move(sentence)};
    if (changes_.size() < kMaxChanges && std::ranges::find(changes_, change) == changes_.end())
      changes_.push_back(std::move(change));
  }

  // The rule decides about each key whose values differ.
  void compare(Handle before, Handle after, const KeyRule& rule) {
    auto keys = before.getKeys();
    keys.merge(after.getKeys());
    for (const auto& key : keys)
      if (!equality_.are_equal(before.getKey(key), after.getKey(key)))
        rule(key, before.getKey(key), after.getKey(key));
  }

  void compare_trailers() {
    compare(before_.getTrailer(), after_.getTrailer(),
            [&](const std::string& key, const Handle&, const Handle&) {
              // The rest tell how the file is laid out.
              if (key == "/Info")
                note(ChangeKind::DocumentInformation,
                     "the document's title, author or other information was changed");
              else if (is_one_of(key, {"/Root", "/Encrypt"}))
                note(ChangeKind::Structure, fmt::format("the file's {} was replaced", key.substr(1)));
            });
  }

  void compare_place(const Placed& placed, Handle after) {
    Handle before = placed.object;
    if (!before.isDictionary() || !after.isDictionary()) {
      if (!before.isNull() || !after.isNull()) note_changed(placed);
      return;
    }
    switch (placed.place) {
      case Place::Catalog:
        return compare_catalogs(before, after);
      case Place::Field:
        return compare_fields(before, after);
      case Place::Page:
        return compare_pages(placed, before, after);
      case Place::PageNode:
      case Place::Annotation:
        return compare(before, after, [&](const auto&, const auto&, const auto&) { note_changed(placed); });
    }
  }

  void note_changed(const Placed& placed) {
    switch (placed.place) {
      case Place::Catalog:
        return note(ChangeKind::Structure, "the document's catalog was replaced");
      case Place::PageNode:
        return note(ChangeKind::Page, "pages were added, removed, reordered or changed together");
      case Place::Page:
        return note(ChangeKind::Page, fmt::format("page {} was changed", placed.page));
      case Place::Annotation:
        return note(ChangeKind::Annotation, fmt::format("an annotation on page {} was changed", placed.page));
      case Place::Field:
        return note(ChangeKind::FormValue, "a field of the form was changed");
    }
  }

  void compare_catalogs(const Handle& before, const Handle& after) {
    compare(before, after, [&](const std::string& key, Handle old_value, Handle new_value) {
      if (is_one_of(key, {"/DSS", "/Extensions", "/Version"}))
        note(ChangeKind::ValidationData, "data to validate signatures were added");
      else if (key == "/AcroForm" && old_value.isDictionary() && new_value.isDictionary())
        compare_forms(old_value, new_value);
      else if (key == "/Metadata")
        note(ChangeKind::DocumentInformation, "the document's metadata were changed");
      else if (key == "/Pages")
        note(ChangeKind::Page, "the document's pages were replaced");
      else
        note(ChangeKind::Structure, fmt::format("the document's {} was changed", key.substr(1)));
    });
  }

  void compare_forms(const Handle& before, const Handle& after) {
    compare(before, after, [&](const std::string& key, const Handle& old_value, const Handle& new_value) {
      if (key == "/Fields")
        return compare_lists(old_value, new_value, "the form's fields", ChangeKind::FormValue,
                             [&](const Handle& added) { judge_added_field(added); });
      if (key == "/SigFlags" || (key == "/DR" && only_adds(old_value, new_value))) return;
      note(ChangeKind::FormValue, fmt::format("the form's {} was changed", key.substr(1)));
    });
  }

  // Resources of the form that were there are still the same.
  bool only_adds(Handle before, Handle after) {
    if (before.isNull()) return after.isDictionary();
    if (!before.isDictionary() || !after.isDictionary()) return false;
    bool only = true;
    compare(before, after, [&](const std::string&, Handle old_value, Handle new_value) {
      if (old_value.isNull()) return;
      const bool grew = old_value.isDictionary() && new_value.isDictionary() &&
                        std::ranges::all_of(old_value.getKeys(), [&](const std::string& name) {
                          return equality_.are_equal(old_value.getKey(name), new_value.getKey(name));
                        });
      only = only && grew;
    });
    return only;
  }

  void compare_lists(Handle before, Handle after, const char* what, ChangeKind kind,
                     const std::function<void(const Handle&)>& judge_added) {
    const int old_count = before.isArray() ? before.getArrayNItems() : 0;
    if (!after.isArray() || after.getArrayNItems() < old_count)
      return note(kind, fmt::format("of {} some were removed", what));
    for (int i = 0; i < old_count; ++i)
      if (!equality_.are_equal(before.getArrayItem(i), after.getArrayItem(i)))
        return note(kind, fmt::format("{} were changed", what));
    for (int i = old_count; i < after.getArrayNItems(); ++i) judge_added(after.getArrayItem(i));
  }

  void judge_added_field(const Handle& field) {
    if (auto change = change_by_added_field(field)) note(change->kind, std::move(change->sentence));
  }

  void compare_fields(Handle before, const Handle& after) {
    const bool was_empty = before.getKey("/V").isNull();
    bool was_signed = false;
    compare(before, after, [&](const std::string& key, const Handle&, const Handle&) {
      if (!is_signature_field(before))
        return note(ChangeKind::FormValue, fmt::format("the field {} was changed", printed_name(before)));
      if (key == "/V" && !was_empty)
        return note(
            ChangeKind::Structure,
            fmt::format("the signature in the field {} was replaced or removed", printed_name(before)));
      if (was_empty && is_one_of(key, {"/V", "/AP", "/M", "/MK", "/DA", "/Q", "/P"})) {
        was_signed = true;
        return;
      }
      note(ChangeKind::FormValue, fmt::format("the field {} was changed", printed_name(before)));
    });
    if (was_signed) judge_added_field(after);
  }

  void compare_pages(const Placed& placed, const Handle& before, const Handle& after) {
    compare(before, after, [&](const std::string& key, const Handle& old_value, const Handle& new_value) {
      if (key != "/Annots") return note_changed(placed);
      const auto what = fmt::format("the annotations on page {}", placed.page);
      compare_lists(old_value, new_value, what.c_str(), ChangeKind::Annotation, [&](const Handle& added) {
        if (is_signature_field(added)) return judge_added_field(added);
        note(ChangeKind::Annotation, fmt::format("an annotation was added on page {}", placed.page));
      });
    });
  }

  QPDF& before_;
  QPDF& after_;
  Places places_;
  ObjectEquality equality_;
  std::vector<Change> changes_;
};

}  // namespace

std::vector<Change> changes_between(QPDF& before, QPDF& after) { return Comparison(before, after).changes(); }

}  // namespace certreg::worker
