// How people write a company's name when they ask for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "bench/world/company.h"

namespace certreg::bench {

// The name with that kind of noise (data/noise.yaml); none when the kind leaves this name as it is. Throws
// std::runtime_error for a kind that there is not.
std::optional<std::string> noisy_name(std::string_view kind, const Noise& noise, const Company& company,
                                      Draw& draw);

}  // namespace certreg::bench
