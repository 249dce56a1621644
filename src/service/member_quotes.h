// Quotes of members that somebody stated as JSON.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "certreg/domain/quote.h"

namespace certreg::service {

// One quote in the form of `like`, its text followed by `suffix`; a list of services in scope has one an
// entry
// ("scope_items[3]").
std::vector<Quote> quotes_of_member(const std::string& field, const nlohmann::ordered_json& value,
                                    const Quote& like, const std::string& suffix = {});

}  // namespace certreg::service
