#include "drawn_set.h"

#include <fmt/format.h>

#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <memory>

namespace certreg::drawn {
namespace {

std::string output_of(const std::string& command) {
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::string result;
  std::array<char, 4096> buffer{};
  while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) {
    result.append(buffer.data(), count);
  }
  return result;
}

}  // namespace

std::vector<nlohmann::json> draw(const std::filesystem::path& folder, const std::string& arguments) {
  std::filesystem::remove_all(folder);
  const auto command = fmt::format("{} '{}' {} > /dev/null", DRAW_CERTIFICATES, folder.string(), arguments);
  if (std::system(command.c_str()) != 0) return {};
  std::vector<nlohmann::json> rows;
  std::ifstream truth(folder / "truth.jsonl");
  for (std::string line; std::getline(truth, line);) rows.push_back(nlohmann::json::parse(line));
  return rows;
}

std::filesystem::path folder_for(const std::string& name) {
  return std::filesystem::path(CERTREG_BUILD_DIR) / "drawn-test" / name;
}

std::string text_of(const std::filesystem::path& pdf) {
  return without_space(output_of(fmt::format("pdftotext -raw '{}' -", pdf.string())));
}

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::string without_space(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (c != '\f' && std::isspace(static_cast<unsigned char>(c)) == 0) result += c;
  }
  return result;
}

}  // namespace certreg::drawn
