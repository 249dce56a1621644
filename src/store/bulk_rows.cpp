#include "store/bulk_rows.h"

#include <utility>

namespace certreg::store {
namespace {

// Far below the 1 GB that PostgreSQL takes in one message, far above what a round trip costs.
constexpr std::size_t kEnoughBytes = 16 << 20;

void append_cell(std::string& column, const std::optional<std::string_view>& cell) {
  column += column.empty() ? '{' : ',';
  if (!cell) {
    column += "NULL";
    return;
  }
  column += '"';
  std::string_view rest = *cell;
  for (auto at = rest.find_first_of("\"\\"); at != rest.npos; at = rest.find_first_of("\"\\")) {
    column.append(rest.substr(0, at)).append({'\\', rest[at]});
    rest.remove_prefix(at + 1);
  }
  column.append(rest) += '"';
}

}  // namespace

BulkRows::BulkRows(Transaction& transaction, std::string_view statement, std::size_t columns)
    : transaction_(transaction), statement_(statement), columns_(columns) {}

void BulkRows::add(std::initializer_list<std::optional<std::string_view>> cells) {
  auto column = columns_.begin();
  for (const auto& cell : cells) {
    bytes_ += cell ? cell->size() : 0;
    append_cell(*column++, cell);
  }
  if (bytes_ > kEnoughBytes) send();
}

std::size_t BulkRows::finish() {
  send();
  return affected_;
}

void BulkRows::send() {
  if (columns_.front().empty()) return;
  Params params;
  for (auto& column : columns_) params.emplace_back(std::exchange(column, {}) + '}');
  bytes_ = 0;
  affected_ += transaction_.run(statement_, params).affected();
}

}  // namespace certreg::store
