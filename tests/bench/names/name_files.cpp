#include "bench/names/name_files.h"

#include <fstream>
#include <stdexcept>

namespace certreg::bench {
namespace {

std::ofstream opened_to_write(const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary);
  if (!out) throw std::runtime_error("cannot write " + file.string());
  return out;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read " + file.string());
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

}  // namespace

void write_names(const std::filesystem::path& file, const std::vector<std::string>& names) {
  auto out = opened_to_write(file);
  for (const auto& name : names) out << name << '\n';
}

void write_queries(const std::filesystem::path& file, const std::vector<NoisyQuery>& queries) {
  auto out = opened_to_write(file);
  for (const auto& query : queries) out << query.answer << '\t' << query.kind << '\t' << query.text << '\n';
}

std::vector<std::string> read_names(const std::filesystem::path& file) { return lines_of(file); }

std::vector<NoisyQuery> read_queries(const std::filesystem::path& file, std::size_t names) {
  std::vector<NoisyQuery> queries;
  for (const auto& line : lines_of(file)) {
    const auto first = line.find('\t'), second = line.find('\t', first + 1);
    if (first == line.npos || second == line.npos) throw std::runtime_error("no query: " + line);
    const auto answer = std::stoul(line.substr(0, first));
    if (answer >= names) throw std::runtime_error("no such name: " + line);
    queries.push_back({answer, line.substr(first + 1, second - first - 1), line.substr(second + 1)});
  }
  return queries;
}

}  // namespace certreg::bench
