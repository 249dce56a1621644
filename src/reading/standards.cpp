#include "reading/standards.h"

#include <re2/re2.h>

#include <optional>

namespace certreg::reading {
namespace {

// Number, part, edition, amendment: "27001", "20000-1:2018", "27001 : 2022 + Amd 1:2024", "27001-2013",
// "27001:2024-01", "27001 (2022)".
constexpr const char* kNumber =
    R"(((?:\d{4,5})(?:-\d{1,2}\b)?)((?:\s?[:/]\s?|\s?-\s?|\s)(?:19|20)\d\d(?:-\d\d\b)?|\s?\((?:19|20)\d\d\))?((?:\s?[/+,]?\s?(?:Amd|AMD|A)\.?\s?\d{1,2}\s?:\s?\d{4})*))";

// By which nations name what they adopt: "UNE-EN", "BS".
constexpr const char* kAdoptions =
    "ABNT|NBR|NP|BS|DIN|NF|UNE|UNI|CEI|CEN|SS|NEN|SN|TS|EN|JIS|KS|IS|I\\.S\\.|PN|NBN|EVS|DS|AS|NZS|AS/"
    "NZS|SFS|ČSN|"
    "STN|MSZ|ÖNORM|OVE|GB/T|GB|CNS|ГОСТ|Р|РК|СТ|СТБ|ДСТУ|ИСО";

const RE2& named() {
  static const RE2 pattern(
      std::string(R"((?:^|[^\pL\d]|[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}])((?:(?:)") + kAdoptions +
      std::string(
          R"(|ISO|IEC|Q|X|T)[ /–-]{0,2})*(?:ISO|IEC|JIS|GB/T|CNS|KS|SANS|NMX-I|ИСО|МЭК)(?:\s?/\s?IEC|\s?/\s?CEI|\s?/\s?МЭК)?(?:\s?[QXT])?[ \x{A0}:–-]{0,2}))") +
      kNumber);
  return pattern;
}

// The next number of a list, which says ISO once only.
const RE2& listed() {
  static const RE2 pattern(
      std::string(R"((?:\s?(?:,|;|&|\+|/|and|und|et|y|e|och|en|,\s?and|as well as|sowie)\s?)()") + kNumber +
      ")(?:[^\\d]|$)");
  return pattern;
}

// An unmatched group has no data of the text.
std::string_view view(const re2::StringPiece& piece) { return {piece.data(), piece.size()}; }

std::string collapsed(std::string_view text) {
  std::string result(text);
  RE2::GlobalReplace(&result, R"([\s\x{A0}]+)", " ");
  return result;
}

std::string_view without_end_blanks(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == ',')) text.remove_suffix(1);
  return text;
}

// "(2022)" as ":2022".
std::string without_brackets(std::string_view year) {
  const auto open = year.find('(');
  return open == std::string_view::npos ? std::string(year)
                                        : ":" + std::string(year.substr(open + 1, year.size() - open - 2));
}

// With the edition; where that is none ("ISO 27001 1995"), without it.
std::optional<FoundStandard> known(std::string_view text, std::size_t begin, std::string_view prefix,
                                   std::string_view number, std::string_view year, std::string_view amendment,
                                   const Reference& reference) {
  const std::string edition = without_brackets(year);
  std::string whole = collapsed(std::string(prefix) + std::string(number) + edition + std::string(amendment));
  std::string bare = collapsed(std::string(prefix) + std::string(number));
  std::size_t end = static_cast<std::size_t>(number.data() - text.data()) + number.size();
  if (auto mention = reference.standard_of(whole))
    return FoundStandard{begin, end + year.size() + amendment.size(), std::string(without_end_blanks(whole)),
                         *mention};
  std::string with_year = collapsed(std::string(prefix) + std::string(number) + edition);
  if (auto mention = reference.standard_of(with_year))
    return FoundStandard{begin, end + year.size(), with_year, *mention};
  if (auto mention = reference.standard_of(bare)) return FoundStandard{begin, end, bare, *mention};
  return std::nullopt;
}

class Finder {
 public:
  Finder(std::string_view text, const Reference& reference) : text_(text), reference_(reference) {}

  std::vector<FoundStandard> find() {
    re2::StringPiece prefix, number, year, amendment;
    std::string_view rest = text_;
    while (RE2::PartialMatch(rest, named(), &prefix, &number, &year, &amendment)) {
      add(view(prefix), view(prefix), view(number), view(year), view(amendment));
      rest = after(view(number), view(year), view(amendment));
      rest = read_list(rest, view(prefix));
    }
    return std::move(found_);
  }

 private:
  void add(std::string_view start, std::string_view prefix, std::string_view number, std::string_view year,
           std::string_view amendment) {
    auto begin = static_cast<std::size_t>(start.data() - text_.data());
    if (auto standard = known(text_, begin, prefix, number, year, amendment, reference_))
      found_.push_back(std::move(*standard));
  }

  std::string_view after(std::string_view number, std::string_view year, std::string_view amendment) const {
    auto end = static_cast<std::size_t>(number.data() - text_.data()) + number.size() + year.size() +
               amendment.size();
    return text_.substr(end);
  }

  std::string_view read_list(std::string_view rest, std::string_view prefix) {
    re2::StringPiece whole, number, year, amendment;
    while (RE2::PartialMatch(rest, anchored_listed(), &whole, &number, &year, &amendment)) {
      std::size_t before = found_.size();
      add(view(number), prefix, view(number), view(year), view(amendment));
      if (found_.size() == before) break;  // a number that is no standard ends the list
      rest = after(view(number), view(year), view(amendment));
    }
    return rest;
  }

  static const RE2& anchored_listed() {
    static const RE2 pattern("^" + listed().pattern());
    return pattern;
  }

  std::string_view text_;
  const Reference& reference_;
  std::vector<FoundStandard> found_;
};

}  // namespace

std::string_view adoption_at_end(std::string_view text) {
  static const RE2 pattern(std::string(R"((?:^|[^\pL\d])((?:(?:)") + kAdoptions + R"()[ /–-]{0,2})+)$)");
  re2::StringPiece adoption;
  return RE2::PartialMatch(text, pattern, &adoption) ? view(adoption) : std::string_view();
}

std::string with_prefixes_repaired(std::string_view text) {
  static const RE2 joint(R"((^|[^\pL\d])[Il1|][S5][O0]\s?/?[A-Za-z|!1/]{1,5}\s?(27\d{3}|20000)\b)"),
      alone(R"((^|[^\pL\d])[Il1|][S5][O0]\s?(22301|9001|14001|45001)\b)");
  std::string result(text);
  RE2::GlobalReplace(&result, joint, R"(\1ISO/IEC \2)");
  RE2::GlobalReplace(&result, alone, R"(\1ISO \2)");
  return result;
}

std::vector<FoundStandard> find_standards(std::string_view text, const Reference& reference) {
  return Finder(text, reference).find();
}

}  // namespace certreg::reading
