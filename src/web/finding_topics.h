// Which of the six questions a finding is about, for filtering.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "certreg/domain/finding.h"

namespace certreg::web {

inline constexpr std::string_view kOwnRecord =
    "record";  // of our own list of suppliers, not of a certificate

// "standard", "holder", "scope", "dates", "issuer", "evidence", "record".
const std::vector<std::string_view>& finding_topics();
std::string_view topic_of(FindingRule rule);
std::vector<FindingRule> rules_about(std::string_view topic);  // empty: there is no such topic

}  // namespace certreg::web
