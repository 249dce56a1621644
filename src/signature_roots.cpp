#include "signature_roots.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <vector>

#include "certreg/domain/error.h"

namespace certreg {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kMark = "-----BEGIN CERTIFICATE-----";
constexpr std::uintmax_t kMostBytes = 16U << 20;

Error refused(const fs::path& path, const std::string& why) {
  return invalid("signature-roots", path.string() + " " + why);
}

std::string read_file(const fs::path& path) {
  std::error_code error;
  if (fs::file_size(path, error) > kMostBytes || error) throw refused(path, "cannot be read");
  std::ifstream in(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) throw refused(path, "cannot be read");
  if (text.find(kMark) == std::string::npos) throw refused(path, "holds no certificate in PEM form");
  return text;
}

bool is_named_as_one(const fs::path& path) {
  constexpr std::array<std::string_view, 3> kEndings{".pem", ".crt", ".cer"};
  return std::ranges::find(kEndings, path.extension().string()) != kEndings.end();
}

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error))
    if (entry.is_regular_file() && is_named_as_one(entry.path())) files.push_back(entry.path());
  if (error || files.empty()) throw refused(folder, "has no file with certificates");
  std::ranges::sort(files);
  return files;
}

}  // namespace

std::string read_signature_roots(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) return read_file(path);
  std::string all;
  for (const auto& file : files_in(path)) all += read_file(file) + '\n';
  return all;
}

}  // namespace certreg
