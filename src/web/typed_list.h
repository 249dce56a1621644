// The entries of a list as a person corrects them: one a line, its parts between bars
// ("Berlin | 1 Way | DE | Hosting"), empty parts at the end left away. Pure.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "web/messages.h"
#include "web/proposal_fields.h"

namespace certreg::web {

// Whether a field is corrected so.
bool is_typed_list(FieldKind kind);

// `entries`: the member as the codec has it. Each entry is one line without breaks.
std::vector<std::string> typed_lines(const Field& field, const nlohmann::ordered_json& entries,
                                     Language language);

// What `text` says the member is; a single "-": that there are none. A line that was left as it is, or that
// only names an entry (by its address where it has no name), keeps all that is known of that entry; of
// several entries of one name each line takes another. A service that only got another name might be one that
// was out of scope: while such a one is left over, a new name needs its extent. Throws Error(Invalid) for
// that, for a line with too many parts or with an extent that is none.
nlohmann::ordered_json typed_entries(const Field& field, const nlohmann::ordered_json& read,
                                     const std::string& text, Language language);

}  // namespace certreg::web
