#include "domain/standard_mention.h"

#include <algorithm>
#include <set>

#include "domain/words.h"

namespace certreg {
namespace {

enum class Kind { Gap, Letter, Digit };

Kind kind_of(char c) {
  if (c >= '0' && c <= '9') return Kind::Digit;
  const bool letter = (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
  return letter ? Kind::Letter : Kind::Gap;
}

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_number(const std::string& token) { return kind_of(token[0]) == Kind::Digit; }

bool is_month(const std::string& token) { return token.size() == 2 && token >= "01" && token <= "12"; }

// "AMD 1 2024", "A 11 2020", "COR 1"; the length is 0 for anything else.
std::size_t amendment_length(const std::vector<std::string>& tokens, std::size_t first) {
  static const std::set<std::string_view> kinds{"AMD", "AMENDMENT", "A", "AC", "COR", "CORR"};
  if (first + 1 >= tokens.size() || !kinds.contains(tokens[first]) || !is_number(tokens[first + 1])) return 0;
  std::size_t length = 2;
  if (first + length < tokens.size() && is_year(tokens[first + length])) ++length;
  if (length == 3 && first + length < tokens.size() && is_month(tokens[first + length])) ++length;
  return length;
}

// National and regional standards bodies and the series letters that they print.
const std::set<std::string_view>& publishers() {
  static const std::set<std::string_view> names{
      "ISO",   "IEC",   "EN",   "BS",   "DIN", "NF",   "UNE",  "UNI", "CEI", "CEN",  "SS",     "NEN",
      "SN",    "TS",    "JIS",  "Q",    "KS",  "X",    "GB",   "T",   "AS",  "NZS",  "NBR",    "ABNT",
      "PN",    "CSN",   "STN",  "SRPS", "MSZ", "NBN",  "EVS",  "LST", "LVS", "SFS",  "DS",     "NS",
      "IS",    "I",     "S",    "CAN",  "CSA", "NTC",  "NMX",  "NCH", "NP",  "SR",   "BDS",    "HRN",
      "SIST",  "ILNAS", "ELOT", "CYS",  "MSA", "IST",  "SANS", "MS",  "SNI", "TCVN", "CNS",    "ÖNORM",
      "öNORM", "ONORM", "OVE",  "GOST", "R",   "UNIT", "IRAM", "TIS", "SI",  "INTE", "OENORM", "CLC",
      "ČSN",   "čSN",   "гост", "р",    "исо", "мэк",  "рк",   "ст",  "стб", "дсту"};
  return names;
}

}  // namespace

bool is_year(const std::string& token) {
  return token.size() == 4 && is_number(token) && (token.starts_with("19") || token.starts_with("20"));
}

std::vector<std::string> standard_tokens(std::string_view printed) {
  std::vector<std::string> tokens;
  Kind last = Kind::Gap;
  for (char c : fold_words(printed)) {
    const Kind kind = kind_of(c);
    if (kind != Kind::Gap && kind != last) tokens.emplace_back();
    if (kind != Kind::Gap) tokens.back() += upper(c);
    last = kind;
  }
  return tokens;
}

std::size_t publisher_length(const std::vector<std::string>& tokens, std::size_t first) {
  std::size_t length = 0;
  while (first + length < tokens.size() && publishers().contains(tokens[first + length])) ++length;
  return length;
}

bool is_international(const std::vector<std::string>& tokens, std::size_t first, std::size_t count) {
  for (std::size_t at = first; at < first + count; ++at) {
    // "ISO/CEI" is French for ISO/IEC; by itself CEI is an Italian publisher.
    const bool french = tokens[at] == "CEI" && at > first && tokens[at - 1] == "ISO";
    if (tokens[at] != "ISO" && tokens[at] != "IEC" && !french) return false;
  }
  return true;
}

bool has_publisher(const std::vector<std::string>& tokens, std::size_t first, std::size_t count,
                   std::string_view name) {
  const auto begin = tokens.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  return std::find(begin, end, name) != end;
}

IssueStatus read_issue_status(const std::vector<std::string>& tokens, std::size_t first) {
  IssueStatus status;
  if (first < tokens.size() && is_year(tokens[first])) {
    status = {tokens[first], 1};
    if (first + 1 < tokens.size() && is_month(tokens[first + 1])) status.length = 2;
  }
  while (const auto length = amendment_length(tokens, first + status.length)) status.length += length;
  return status;
}

}  // namespace certreg
