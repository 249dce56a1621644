#include "certreg/store/guests.h"

#include "store/values.h"

namespace certreg::store {
namespace {

KnownGuest guest_of(const Row& row) {
  return {.subject = row.text("subject"),
          .name = row.text("name"),
          .last_sign_in = optional_instant(row, "last_sign_in"),
          .blocked = row.boolean("blocked")};
}

}  // namespace

std::vector<KnownGuest> list_guests(Transaction& transaction, int limit) {
  std::vector<KnownGuest> all;
  for (const auto& row : transaction.run("list_guests", {std::to_string(limit)}))
    all.push_back(guest_of(row));
  return all;
}

std::optional<KnownGuest> load_guest(Transaction& transaction, const std::string& subject) {
  const auto row = transaction.run("select_guest", {subject}).first();
  return row ? std::optional(guest_of(*row)) : std::nullopt;
}

std::vector<std::string> blocked_guests(Transaction& transaction) {
  std::vector<std::string> subjects;
  for (const auto& row : transaction.run("select_blocked_guests")) subjects.push_back(row.text("subject"));
  return subjects;
}

bool block_guest(Transaction& transaction, const KnownGuest& guest, Instant at, const std::string& by) {
  return transaction.run("block_guest", {guest.subject, guest.name, to_string(at), by}).affected() == 1;
}

bool unblock_guest(Transaction& transaction, const std::string& subject) {
  return transaction.run("unblock_guest", {subject}).affected() == 1;
}

}  // namespace certreg::store
