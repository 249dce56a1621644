#include "certreg/service/page_result.h"

#include <algorithm>
#include <array>

namespace certreg::service {
namespace {

struct ResultName {
  std::string_view name, words;
};

// In the enumerators' order.
constexpr std::array kNames{
    ResultName{"new", "was read for the first time"},
    ResultName{"changed", "changed"},
    ResultName{"unchanged", "did not change"},
    ResultName{"gone", "is gone"},
    ResultName{"refused", "was not fetched, because we refuse it"},
    ResultName{"failed", "could not be had"},
    ResultName{"blocked", "may not be fetched by robots.txt"},
    ResultName{"moved_away", "leads to another host"},
    ResultName{"other_kind", "is another kind of document than expected"},
    ResultName{"unreadable", "could not be read"},
    ResultName{"part_missing", "lacks the part that is read"},
    ResultName{"emptied", "is empty"},
    ResultName{"sign_in", "asks to sign in"},
    ResultName{"cookie_wall", "shows nothing before consent to cookies"},
    ResultName{"challenge", "asks whether a person is there"},
    ResultName{"error_page", "is an error page"},
    ResultName{"script_only", "shows nothing without running scripts"},
};

const ResultName& name_of(PageResult result) { return kNames.at(static_cast<std::size_t>(result)); }

}  // namespace

std::string_view to_string(PageResult result) { return name_of(result).name; }

std::optional<PageResult> page_result_of(std::string_view name) {
  const auto found =
      std::find_if(kNames.begin(), kNames.end(), [&](const auto& n) { return n.name == name; });
  if (found == kNames.end()) return std::nullopt;
  return static_cast<PageResult>(found - kNames.begin());
}

bool was_read(PageResult result) { return result <= PageResult::Unchanged; }

std::string_view in_words(PageResult result) { return name_of(result).words; }

}  // namespace certreg::service
