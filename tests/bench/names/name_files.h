// Names and what is asked, as files, so that others can be measured: a line a name; a line a query with the
// number of the name's line (from 0), a kind and the text, parted by tabulators.
#pragma once

#include <filesystem>

#include "bench/names/made_up_names.h"

namespace certreg::bench {

void write_names(const std::filesystem::path& file, const std::vector<std::string>& names);
void write_queries(const std::filesystem::path& file, const std::vector<NoisyQuery>& queries);

// Throw std::runtime_error when a file cannot be read, or a query's answer is no line of `names`.
std::vector<std::string> read_names(const std::filesystem::path& file);
std::vector<NoisyQuery> read_queries(const std::filesystem::path& file, std::size_t names);

}  // namespace certreg::bench
