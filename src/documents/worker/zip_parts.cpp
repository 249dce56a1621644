// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/zip_parts.h"

#include <zip.h>

#include <array>

#include "certreg/documents/worker.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

constexpr zip_int64_t kMaxMembers = 10'000;

[[noreturn]] void refuse_damaged() {
  throw Failure(FailureKind::Damaged, "the workbook is damaged or was cut");
}

[[noreturn]] void refuse_size() {
  throw Failure(FailureKind::TooLarge, "the workbook holds too much when it is unpacked");
}

zip* open_archive(const std::string& bytes) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  if (source == nullptr) throw std::bad_alloc();
  zip* archive = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  if (archive == nullptr) zip_source_free(source);
  return archive;
}

using Member = std::unique_ptr<zip_file_t, int (*)(zip_file_t*)>;

Member open_member(zip* archive, const std::string& name) {
  Member member(zip_fopen(archive, name.c_str(), 0), &zip_fclose);
  const int code = zip_error_code_zip(zip_get_error(archive));
  if (!member && (code == ZIP_ER_NOPASSWD || code == ZIP_ER_WRONGPASSWD))
    throw Failure(FailureKind::Encrypted, "the workbook needs a password");
  if (!member) refuse_damaged();
  return member;
}

}  // namespace

ZipParts::ZipParts(const std::string& bytes) : archive_(open_archive(bytes), &zip_discard) {
  if (!archive_) refuse_damaged();
  if (zip_get_num_entries(archive_.get(), 0) > kMaxMembers)
    throw Failure(FailureKind::TooLarge, "the workbook has too many parts");
}

bool ZipParts::has(const std::string& name) const {
  return zip_name_locate(archive_.get(), name.c_str(), 0) >= 0;
}

void ZipParts::read(const std::string& name, const std::function<bool(std::string_view)>& take) {
  zip_stat_t status{};
  // What a member says of its size is a reason to refuse it, not to trust it.
  if (zip_stat(archive_.get(), name.c_str(), 0, &status) == 0 && status.size > kMaxPartBytes) refuse_size();
  const Member member = open_member(archive_.get(), name);
  std::array<char, 65536> buffer;
  for (std::size_t total = 0;;) {
    const zip_int64_t count = zip_fread(member.get(), buffer.data(), buffer.size());
    if (count < 0) refuse_damaged();
    if (count == 0) return;
    total += static_cast<std::size_t>(count);
    unpacked_ += static_cast<std::size_t>(count);
    if (total > kMaxPartBytes || unpacked_ > kMaxPartsBytes) refuse_size();
    if (!take({buffer.data(), static_cast<std::size_t>(count)})) return;
  }
}

}  // namespace certreg::worker
