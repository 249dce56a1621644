#include "store/binary_rows.h"

#include <array>
#include <bit>
#include <chrono>
#include <utility>

#include "certreg/domain/error.h"
#include "store/values.h"

namespace certreg::store {
namespace {

// PostgreSQL 15, COPY, "Binary Format": signature, flags and the length of a header extension, no bytes of
// it.
constexpr std::string_view kHeader{"PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0", 19};
constexpr std::string_view kTrailer{"\377\377", 2};

// The rows of a statement are kept for its triggers, in memory as long as they are fewer than work_mem, 4 MB.
constexpr std::size_t kEnoughBytes = 1 << 20;

// PostgreSQL counts days and microseconds from here.
constexpr std::chrono::sys_days kEpoch{std::chrono::year(2000) / 1 / 1};

template <class Integer>
void append_integer(std::string& rows, Integer value) {
  const auto bits = static_cast<std::make_unsigned_t<Integer>>(value);
  for (int shift = static_cast<int>(sizeof bits) * 8 - 8; shift >= 0; shift -= 8)
    rows += static_cast<char>(static_cast<unsigned char>(bits >> shift));
}

unsigned char digit_of(char hexadecimal) {
  return static_cast<unsigned char>(hexadecimal <= '9' ? hexadecimal - '0' : hexadecimal - 'a' + 10);
}

struct Append {
  std::string& rows;

  void operator()(std::monostate) const { append_integer(rows, std::int32_t{-1}); }

  void operator()(std::string_view text) const {
    append_integer(rows, static_cast<std::int32_t>(text.size()));
    rows += text;
  }

  void operator()(Uuid uuid) const {
    if (!is_uuid(uuid.text)) throw Error(ErrorKind::Invalid, "an id is no UUID");
    append_integer(rows, std::int32_t{16});
    for (std::size_t at = 0; at < uuid.text.size(); at += uuid.text[at] == '-' ? 1 : 2)
      if (uuid.text[at] != '-')
        rows += static_cast<char>(digit_of(uuid.text[at]) << 4 | digit_of(uuid.text[at + 1]));
  }

  void operator()(Date day) const {
    append_integer(rows, std::int32_t{4});
    append_integer(rows, static_cast<std::int32_t>((day.days() - kEpoch).count()));
  }

  void operator()(Instant instant) const {
    append_integer(rows, std::int32_t{8});
    append_integer(rows, static_cast<std::int64_t>((instant - kEpoch).count()));
  }

  void operator()(bool value) const {
    append_integer(rows, std::int32_t{1});
    rows += value ? '\1' : '\0';
  }

  void operator()(std::int32_t number) const {
    append_integer(rows, std::int32_t{4});
    append_integer(rows, number);
  }
};

}  // namespace

void BinaryRows::add(std::initializer_list<Cell> cells) {
  if (messages_.empty() || messages_.back().size() > kEnoughBytes) messages_.emplace_back(kHeader);
  auto& rows = messages_.back();
  append_integer(rows, static_cast<std::int16_t>(cells.size()));
  for (const auto& cell : cells) std::visit(Append{rows}, cell);
}

void BinaryRows::send(Transaction& transaction, std::string_view statement) {
  for (auto& rows : messages_) transaction.copy(statement, rows += kTrailer);
}

}  // namespace certreg::store
