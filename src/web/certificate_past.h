// Documents and history of certificates, from the database.
#pragma once

#include "web/visit.h"

namespace certreg::web {

// `away` is set when the database does not answer: then nothing is known of them, which is not "none".
Data past_view(const Visit& visit, const std::vector<catalogue::RecordPtr>& records);

}  // namespace certreg::web
