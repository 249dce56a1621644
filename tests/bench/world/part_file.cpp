#include "bench/world/part_file.h"

#include <fmt/format.h>

#include <utility>

namespace certreg::bench {
namespace {

constexpr std::size_t kEnough = 1U << 20;

}  // namespace

PartFile::PartFile(std::filesystem::path folder, std::string stem, std::string extension,
                   std::string_view header, std::uint64_t part_bytes)
    : folder_(std::move(folder)),
      stem_(std::move(stem)),
      extension_(std::move(extension)),
      header_(header),
      most_bytes_(part_bytes) {
  file_.exceptions(std::ios::failbit | std::ios::badbit);
  open_next();
}

void PartFile::open_next() {
  if (file_.is_open()) file_.close();
  ++part_;
  part_bytes_ = 0;
  file_.open(folder_ / fmt::format("{}{}.{}", stem_, part_ == 1 ? "" : fmt::format("-{}", part_), extension_),
             std::ios::binary | std::ios::trunc);
  lines_ = header_;
}

void PartFile::flush() {
  file_.write(lines_.data(), static_cast<std::streamsize>(lines_.size()));
  part_bytes_ += lines_.size();
  all_bytes_ += lines_.size();
  lines_.clear();
}

void PartFile::flush_some() {
  if (lines_.size() < kEnough) return;
  flush();
  if (part_bytes_ >= most_bytes_) open_next();
}

void PartFile::finish() {
  flush();
  file_.close();
}

}  // namespace certreg::bench
