// How many files and connections the process may have open.
#pragma once

#include <cstddef>

namespace certreg {

// Raises the soft limit of open descriptors, which most systems set to 1024 for the sake of programs that
// use select(), to the hard one. Returns what holds then. Before threads and children are started.
std::size_t raise_descriptor_limit();

}  // namespace certreg
