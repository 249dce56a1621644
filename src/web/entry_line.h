// One entry of a list as a line that a person can correct: its parts between bars
// ("Berlin | 1 Way | DE | Hosting"), empty parts at the end left away. Pure.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>

#include "web/messages.h"
#include "web/proposal_fields.h"

namespace certreg::web {

// `entry`: as the codec has it. Without line breaks.
std::string entry_line(const Field& field, const nlohmann::ordered_json& entry, Language language);

// By what a person calls it: its name, its address where it has none.
std::string entry_name(const Field& field, const nlohmann::ordered_json& entry);

std::string in_order(std::string_view line);  // however the same line is spaced
std::string named_in(std::string_view line);

// Of a service in scope: it is out of scope, or a part of it is.
bool is_limited(const nlohmann::ordered_json& entry);

// Whether a line of a new name may leave its extent away, which then is the whole.
enum class Extent { MayBeLeftAway, MustBeSaid };

// What the line says. `before`: the entry that was read under the same name, or null; it keeps what no part
// stands for, and its extent unless the line says one, and a line of the name alone keeps all of it. Throws
// Error(Invalid) for too many parts and for an extent that is none or has to be said.
nlohmann::ordered_json entry_in(const Field& field, std::string_view line,
                                const nlohmann::ordered_json* before, Extent extent);

}  // namespace certreg::web
