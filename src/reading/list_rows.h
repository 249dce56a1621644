// Rows of a list, one after the other, to entries by standard.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "reading/service_entry.h"

namespace certreg::reading {

// What one row says, whatever form the list has. A cell is a member's text as printed.
struct ListedRow {
  std::vector<std::string> services;  // as printed; several when the spec splits them
  std::string short_name, family, exclusion, status;
  std::vector<std::string> marks;             // of footnotes to what the row stands under
  std::vector<std::string> regions;           // cells with regions, not yet split
  std::map<StandardId, std::string> columns;  // cells of the standards' columns
  Quote quote;
};

class RowTaker {
 public:
  RowTaker(const ListSpec& spec, const Reference& reference);

  void take(const ListedRow& row);
  void note(std::string_view mark, std::string_view words);  // a footnote

  // With the footnotes applied; may be called once.
  ServiceList finish();

 private:
  struct Taken {
    ListEntry entry;
    std::vector<std::string> marks;
  };

  void take_service(const ListedRow& row, const std::string& service);
  void take_regions(const std::string& cell, ScopeItem& item) const;
  void add(const ListedRow& row, const ServiceEntry& entry, const std::string& service);
  void apply_marks(Taken& taken) const;
  void refuse(const std::string& words);

  const ListSpec& spec_;
  const Reference& reference_;
  std::map<StandardId, std::vector<Taken>> taken_;
  std::vector<StandardId> order_;
  std::map<std::string, std::string> notes_;
  std::size_t refused_ = 0, cut_ = 0;
  std::string first_refused_;
};

}  // namespace certreg::reading
