#include "store/copy_rows.h"

#include "certreg/domain/error.h"

namespace certreg::store {
namespace {

constexpr std::size_t kEnoughBytes = 1 << 20;

// What stands for itself nowhere in the text format (PostgreSQL, COPY); NUL is in no text.
constexpr std::string_view kSpecial{"\\\n\r\t\0", 5};

char escape_of(char special) {
  switch (special) {
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    case '\0':
      throw Error(ErrorKind::Invalid, "a text must not hold a NUL character");
    default:
      return special;
  }
}

bool is_special(char c) { return static_cast<unsigned char>(c) <= '\r' || c == '\\'; }

void append(std::string& rows, std::string_view cell) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < cell.size(); ++at) {
    if (!is_special(cell[at]) || kSpecial.find(cell[at]) == kSpecial.npos) continue;
    rows.append(cell.substr(begin, at - begin)).append({'\\', escape_of(cell[at])});
    begin = at + 1;
  }
  rows += cell.substr(begin);
}

}  // namespace

void CopyRows::add(std::initializer_list<std::optional<std::string_view>> cells) {
  if (messages_.empty() || messages_.back().size() > kEnoughBytes) messages_.emplace_back();
  auto& rows = messages_.back();
  bool first = true;
  for (const auto& cell : cells) {
    if (!first) rows += '\t';
    first = false;
    if (cell)
      append(rows, *cell);
    else
      rows += "\\N";
  }
  rows += '\n';
}

void CopyRows::send(Transaction& transaction, std::string_view statement) {
  for (const auto& rows : messages_) transaction.copy(statement, rows);
}

}  // namespace certreg::store
