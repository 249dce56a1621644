#include "service/password_rules.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>

#include "certreg/codec/json.h"
#include "certreg/domain/names.h"
#include "certreg/domain/normal_text.h"
#include "certreg/service/embedded_files.h"
#include "service/yaml_json.h"

namespace certreg::service {
namespace {

constexpr std::string_view kCommon = "schema/policy/too_common_passwords.yaml";
constexpr std::size_t kShortestRepeated = 4;  // bytes; what repeats less is no secret

using Words = std::set<std::string, std::less<>>;

const Words& common_words() {
  static const Words words = [] {
    for (const auto& file : embedded_files())
      if (file.name == kCommon) return json_of_yaml(std::string(file.bytes)).at("words").get<Words>();
    throw std::logic_error("the common passwords are not built in");
  }();
  return words;
}

std::size_t characters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

std::string_view between_letters(std::string_view text) {
  const auto first = std::find_if(text.begin(), text.end(), is_letter);
  const auto last = std::find_if(text.rbegin(), std::make_reverse_iterator(first), is_letter).base();
  return text.substr(static_cast<std::size_t>(first - text.begin()), static_cast<std::size_t>(last - first));
}

// "abcabca" is "abc" over and over.
std::string_view repeated_part(std::string_view text) {
  for (std::size_t length = 1; length < text.size(); ++length)
    if (text.substr(length) == text.substr(0, text.size() - length)) return text.substr(0, length);
  return text;
}

bool is_one_of(std::string_view folded, const Words& words) {
  for (const auto part : {folded, between_letters(folded)})
    if (words.contains(part) || words.contains(repeated_part(part))) return true;
  return false;
}

Words own_words(const std::vector<std::string>& own) {
  Words words{"certreg"};
  for (const auto& text : own) {
    const auto folded = nfkc_caseless(text);
    words.insert(folded);
    words.insert(folded.substr(0, folded.find('@')));
    std::string joined;
    std::remove_copy(folded.begin(), folded.end(), std::back_inserter(joined), ' ');
    words.insert(joined);
  }
  return words;
}

}  // namespace

std::optional<PasswordFault> fault_of(std::string_view password, const std::vector<std::string>& own) {
  const auto characters = characters_in(password);
  if (characters < kShortestPassword) return PasswordFault::TooShort;
  if (characters > kLongestPassword) return PasswordFault::TooLong;
  if (!is_clean_text(password, kLongestPassword)) return PasswordFault::NoText;
  const auto folded = nfkc_caseless(password);
  if (is_one_of(folded, own_words(own))) return PasswordFault::OwnName;
  if (repeated_part(folded).size() < kShortestRepeated || is_one_of(folded, common_words()))
    return PasswordFault::TooCommon;
  return std::nullopt;
}

}  // namespace certreg::service
