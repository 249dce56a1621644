// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/readers.h"

namespace certreg::worker {

bool needs_recognition(const std::vector<reading::Word>& layer) {
  std::size_t bytes = 0;
  for (const auto& word : layer) bytes += word.text.size() + 1;
  return bytes < 40;
}

}  // namespace certreg::worker
