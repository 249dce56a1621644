// SPDX-License-Identifier: GPL-2.0-or-later
// Closes the process off from files, network and other processes, for good.
#pragma once

#include <string>
#include <vector>

namespace certreg::worker {

// To be called before any hostile byte is read. Returns what the kernel could not give, a sentence each.
// Sanitised builds have neither the memory limit nor seccomp: their run-time needs more than those allow.
std::vector<std::string> close_sandbox();

// Tries what the sandbox must refuse and prints a line for each. 0 when all is refused, 1 otherwise, 3 when
// this build has no sandbox to try.
int probe_sandbox();

}  // namespace certreg::worker
