// Whether a request was made by a user of this machine, for this machine.
#pragma once

#include "certreg/http/request.h"

namespace certreg::web {

// The peer is a loopback address, Host names this machine, and no proxy left a trace.
bool comes_from_this_machine(const http::Request& request);

}  // namespace certreg::web
