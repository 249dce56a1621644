#include "descriptor_limit.h"

#include <sys/resource.h>

#include <limits>

namespace certreg {

std::size_t raise_descriptor_limit() {
  rlimit open{};
  if (::getrlimit(RLIMIT_NOFILE, &open) != 0) return 0;
  const rlim_t before = open.rlim_cur;
  open.rlim_cur = open.rlim_max;
  if (::setrlimit(RLIMIT_NOFILE, &open) != 0) open.rlim_cur = before;
  return open.rlim_cur == RLIM_INFINITY ? std::numeric_limits<std::size_t>::max() : open.rlim_cur;
}

}  // namespace certreg
