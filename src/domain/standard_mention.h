// The parts of a printed standard.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace certreg {

// Runs of letters and runs of digits in upper case: "ISO/IEC 27001:2022" is ISO, IEC, 27001, 2022.
std::vector<std::string> standard_tokens(std::string_view printed);

// How many tokens at `first` name who published it (ISO, IEC, EN, BS, DIN, JIS Q, GB/T ...).
std::size_t publisher_length(const std::vector<std::string>& tokens, std::size_t first);

// True for ISO and IEC alone (or nobody): the year beside it is then the edition's own.
bool is_international(const std::vector<std::string>& tokens, std::size_t first, std::size_t count);

bool has_publisher(const std::vector<std::string>& tokens, std::size_t first, std::size_t count,
                   std::string_view name);

bool is_year(const std::string& token);

// The year, month, amendments and corrigenda that follow a number: ":2022/Amd 1:2024", ":2017-06",
// "+A11:2020".
struct IssueStatus {
  std::string year;  // empty when none is printed
  std::size_t length = 0;
};
IssueStatus read_issue_status(const std::vector<std::string>& tokens, std::size_t first);

}  // namespace certreg
