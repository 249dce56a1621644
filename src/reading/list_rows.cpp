#include "reading/list_rows.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/names.h"
#include "reading/standards.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kLongestQuote =
    4000;  // bytes; the whole row of a long table is no proof of one service

bool is_stored_name(const std::string& text) { return is_clean_text(text, kLongestItemName); }

bool can_be_stored(const ScopeItem& item) {
  return is_stored_name(item.name) && (item.family.empty() || is_stored_name(item.family)) &&
         (item.exclusion.empty() || is_clean_text(item.exclusion, kLongestItemExclusion)) &&
         std::ranges::all_of(item.short_names, is_stored_name) && item.short_names.size() <= kMostItemNames &&
         item.regions.size() <= kMostItemRegions;
}

constexpr std::size_t kLongestNote = 4000;  // bytes; of a longer one nobody can tell what it leaves out

// What a cell says of the entry for one standard.
enum class CellSays { Nothing, InScope, InPart, Out, Unreadable };

CellSays reading_of(std::string_view cell, const ListSpec& spec) {
  if (trimmed(cell).empty()) return CellSays::Nothing;
  if (is_word_of(cell, spec.in_scope)) return CellSays::InScope;
  if (is_word_of(cell, spec.not_in_scope)) return CellSays::Out;
  return has_limit(cell, spec) ? CellSays::InPart : CellSays::Unreadable;
}

// "Yes*", "✓²": the word, then the mark.
std::string_view cell_without_mark(std::string_view cell, std::vector<std::string>& marks) {
  cell = trimmed(cell);
  const auto mark = mark_after(cell);
  if (mark.empty() || mark.size() == cell.size()) return cell;
  marks.emplace_back(mark);
  return trimmed(cell.substr(0, cell.size() - mark.size()));
}

// False when the cell does not put the entry on the list.
bool apply_cell(std::string_view printed, const ListSpec& spec, ServiceEntry& entry) {
  const auto cell = cell_without_mark(printed, entry.marks);
  switch (reading_of(cell, spec)) {
    case CellSays::InScope:
      return true;
    case CellSays::InPart:
      leave_out(entry.item, ScopeExtent::InPart, cell);
      return true;
    case CellSays::Out:
      leave_out(entry.item, ScopeExtent::Out, cell);
      return true;
    case CellSays::Nothing:
    case CellSays::Unreadable:
      return false;
  }
  return false;
}

}  // namespace

RowTaker::RowTaker(const ListSpec& spec, const Reference& reference) : spec_(spec), reference_(reference) {
  order_ = spec.standards;
  for (const auto& [header, standard] : spec.standard_columns)
    if (std::ranges::find(order_, standard) == order_.end()) order_.push_back(standard);
}

void RowTaker::take(const ListedRow& row) {
  if (row.services.empty()) return refuse(row.quote.text);
  for (const auto& service : row.services)
    if (!trimmed(service).empty() && !is_word_of(service, spec_.skip)) take_service(row, service);
}

// Tables of one page may give a mark a note each: whichever holds, what one of them leaves out stays out.
void RowTaker::note(std::string_view mark, std::string_view words) {
  auto& note = notes_[std::string(mark)];
  if (note.size() <= kLongestNote) note += (note.empty() ? "" : "; ") + std::string(words);
}

void RowTaker::take_service(const ListedRow& row, const std::string& service) {
  auto entry = read_entry(service, spec_);
  if (!entry || !find_standards(service, reference_).empty()) return refuse(service);
  ScopeItem& item = entry->item;
  entry->marks.insert(entry->marks.end(), row.marks.begin(), row.marks.end());
  if (!trimmed(row.short_name).empty()) item.short_names.emplace_back(trimmed(row.short_name));
  item.family = trimmed(row.family);
  for (const auto& cell : row.regions) take_regions(cell, item);
  if (is_word_of(row.exclusion, spec_.not_in_scope))
    leave_out(item, ScopeExtent::Out, row.exclusion);
  else if (!trimmed(row.exclusion).empty())
    leave_out(item, ScopeExtent::InPart, row.exclusion);
  if (!can_be_stored(item)) return refuse(service);
  if (spec_.columns.contains("status") && !apply_cell(row.status, spec_, *entry))
    return trimmed(row.status).empty() ? void() : refuse(service);
  add(row, *entry, service);
}

void RowTaker::take_regions(const std::string& cell, ScopeItem& item) const {
  if (trimmed(cell).empty()) return;
  if (is_word_of(cell, spec_.all_regions)) {
    item.all_regions = true;
  } else if (has_limit(cell, spec_)) {
    leave_out(item, ScopeExtent::InPart, cell);
  } else {
    for (auto& region : split_list(cell, spec_.region_separators))
      if (is_stored_name(region)) item.regions.push_back(std::move(region));
  }
}

void RowTaker::add(const ListedRow& row, const ServiceEntry& entry, const std::string& service) {
  Quote quote = row.quote;
  if (row.services.size() > 1 || quote.text.size() > kLongestQuote) quote.text = service;
  const auto put = [&](const StandardId& standard, const ServiceEntry& read) {
    auto& list = taken_[standard];
    const bool is_there = std::ranges::any_of(
        list, [&](const Taken& other) { return other.entry.item == read.item && other.marks == read.marks; });
    if (is_there) return;
    if (list.size() >= kMostScopeItems)
      ++cut_;
    else
      list.push_back({{read.item, quote}, read.marks});
  };
  for (const auto& standard : spec_.standards) put(standard, entry);
  for (const auto& [standard, cell] : row.columns) {
    ServiceEntry own = entry;
    if (apply_cell(cell, spec_, own))
      put(standard, own);
    else if (!trimmed(cell).empty())
      refuse(fmt::format("{}: {}", service, cell));
  }
}

void RowTaker::refuse(const std::string& words) {
  if (refused_++ == 0) first_refused_ = words.substr(0, 120);
}

// A mark whose note is not found may leave out anything.
void RowTaker::apply_marks(Taken& taken) const {
  for (const auto& mark : taken.marks) {
    const auto note = notes_.find(mark);
    if (note == notes_.end() || note->second.size() > kLongestNote)
      leave_out(taken.entry.item, ScopeExtent::InPart, mark);
    else if (has_word_of(note->second, spec_.not_in_scope))
      leave_out(taken.entry.item, ScopeExtent::Out, note->second);
    else if (has_limit(note->second, spec_))
      leave_out(taken.entry.item, ScopeExtent::InPart, note->second);
  }
}

ServiceList RowTaker::finish() {
  ServiceList list;
  list.states_scope = spec_.states_scope;
  for (const auto& standard : order_) {
    StandardList& own = list.standards.emplace_back();
    own.standard = standard;
    for (auto& taken : taken_[standard]) {
      apply_marks(taken);
      own.entries.push_back(std::move(taken.entry));
    }
  }
  if (refused_ > 0)
    list.warnings.push_back(
        fmt::format("entries of the list that were not read as services: {}, the first: \"{}\"", refused_,
                    first_refused_));
  if (cut_ > 0) list.warnings.push_back(fmt::format("the list is cut after {} services", kMostScopeItems));
  return list;
}

}  // namespace certreg::reading
