// SPDX-License-Identifier: GPL-2.0-or-later
// Whether a sanitizer is compiled in: its shadow memory and its calls do not fit into the sandbox.
#pragma once

namespace certreg::worker {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif

}  // namespace certreg::worker
