// Reads tables of certificates: CSV (RFC 4180) as it comes, one row at a time, in linear time and with memory
// for one row. Pure.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/error.h"
#include "certreg/domain/reference.h"
#include "certreg/reading/draft.h"

namespace certreg::reading {

inline constexpr std::size_t kMaxRowBytes = 64U << 10;

struct Row {
  std::size_t number = 0;  // of the record, from 1; the header is row 1
  std::vector<std::string> cells;
};

class TableReader {
 public:
  // `bytes` must outlive the reader. A byte order mark is passed over. Delimiter 0: the one of `,` `;` tab
  // that the first record has most of. Throws Error(Invalid) for NUL bytes and for text that is not UTF-8.
  explicit TableReader(std::string_view bytes, char delimiter = 0);

  // The next record, empty lines passed over; false at the end. Throws Error(Invalid) with "row n" for a
  // quote that does not end or that text follows, and for rows above kMaxRowBytes; the next call goes on at
  // the next line.
  bool next(Row& row);

  char delimiter() const { return delimiter_; }
  std::size_t number() const { return number_; }  // of the record that was read last, or could not be

 private:
  [[noreturn]] void fail(const std::string& rule);
  std::string read_quoted(std::size_t& used);
  std::string read_plain(std::size_t& used);

  std::string_view rest_;
  char delimiter_;
  std::size_t number_ = 0;
};

// Which column holds which field. Fields: holder, number, standard, edition, issuer, issued, expires,
// first_issued, valid_from, scope, services, sites, lei, registration_number, vat, country, accreditation,
// status.
struct ColumnMapping {
  std::map<std::string, std::string>
      columns;  // field -> column name as in the header; empty: columns named like fields
  std::map<std::string, std::string> fixed;  // field -> value for every row
  std::string date_format =
      "YYYY-MM-DD";           // of YYYY, MM, DD and separators: "DD.MM.YYYY", "MM/DD/YYYY", "YYYYMMDD"
  char delimiter = 0;         // as for TableReader
  char list_separator = ';';  // within services and sites
};

// Throws Error(Invalid): an unknown field or date format. Thread-safe once made.
void check_mapping(const ColumnMapping& mapping);

struct RowReading {
  std::optional<Draft> draft;          // none when there are problems
  std::vector<FieldProblem> problems;  // field: "row 17, column expiry"
};

// Binds a mapping to a table's header. Thread-safe once made; `reference` must outlive it.
class RowReader {
 public:
  // Throws Error(Invalid): check_mapping(), a column that the header lacks or has twice, no column for the
  // standard, or neither holder nor number.
  RowReader(const ColumnMapping& mapping, const Row& header, const Reference& reference);

  RowReading read(const Row& row) const;

 private:
  struct Column {
    std::string field, name;
    std::size_t index;
  };
  std::vector<Column> columns_;
  ColumnMapping mapping_;
  const Reference* reference_;
  std::size_t header_cells_ = 0;
};

}  // namespace certreg::reading
