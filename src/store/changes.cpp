#include "certreg/store/changes.h"

#include <sstream>

#include "store/values.h"

namespace certreg::store {
namespace {

std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream text(list);
  for (std::string part; std::getline(text, part, ',');) parts.push_back(part);
  return parts;
}

}  // namespace

Position current_position(Transaction& transaction) {
  const auto row = transaction.run("select_position").only();
  return {row.text("position"), row.text("latest")};
}

std::string transaction_number(Transaction& transaction) {
  return transaction.run("select_xid").only().text("xid");
}

ChangeSet changes_since(Transaction& transaction, const std::string& position,
                        std::span<const std::string> known) {
  const auto rows = transaction.run("select_changes_since", {position, Param::array(known)});
  ChangeSet set{.changes = {},
                .transactions = parts_of(text_or_empty(rows[0], "transactions")),
                .position = {rows[0].text("position"), rows[0].text("latest")}};
  for (const auto& row : rows)
    if (!row.is_null("noun")) set.changes.push_back({row.text("noun"), row.text("id")});
  return set;
}

}  // namespace certreg::store
