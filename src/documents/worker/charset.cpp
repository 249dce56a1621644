// SPDX-License-Identifier: GPL-2.0-or-later
#include <uchardet/uchardet.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/ustring.h>

#include <algorithm>
#include <memory>

#include "certreg/documents/worker.h"
#include "documents/worker/readers.h"

namespace certreg::worker {
namespace {

using documents::MediaKind;

bool is_utf8(const std::string& bytes) {
  UErrorCode status = U_ZERO_ERROR;
  std::int32_t length = 0;
  u_strFromUTF8(nullptr, 0, &length, bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  return status != U_INVALID_CHAR_FOUND;
}

std::string lower_ascii(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
  });
  return text;
}

// The character set in a page's own head: HTML, "prescan a byte stream to determine its encoding".
std::string declared_charset(const std::string& bytes) {
  std::string head = lower_ascii(bytes.substr(0, 1024));
  auto at = head.find("charset=");
  if (at == std::string::npos) return {};
  at = head.find_first_not_of("\"' ", at + 8);
  if (at == std::string::npos) return {};
  return head.substr(at, head.find_first_of("\"' ;/>", at) - at);
}

std::string guessed_charset(const std::string& bytes) {
  std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  uchardet_handle_data(detector.get(), bytes.data(), std::min(bytes.size(), std::size_t{1} << 20));
  uchardet_data_end(detector.get());
  return uchardet_get_charset(detector.get());
}

std::string convert(const std::string& bytes, const std::string& charset) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(charset.c_str(), &status);
  if (U_FAILURE(status)) return {};
  icu::UnicodeString text(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter, status);
  ucnv_close(converter);
  std::string result;
  if (U_SUCCESS(status)) text.toUTF8String(result);
  return result;
}

// UTF-16 without its mark is no text of the web; with it, the mark decides.
std::string charset_of(const std::string& bytes, MediaKind kind) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return "UTF-16";
  std::string declared = kind == MediaKind::Html ? declared_charset(bytes) : std::string();
  if (!declared.empty() && declared != "utf-8" && declared != "utf8") return declared;
  return guessed_charset(bytes);
}

std::string without_mark_and_nuls(std::string text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  std::erase(text, '\0');
  return text;
}

}  // namespace

std::string to_utf8(const std::string& bytes, MediaKind kind) {
  if (is_utf8(bytes)) return without_mark_and_nuls(bytes);
  for (const std::string& charset : {charset_of(bytes, kind), std::string("windows-1252")}) {
    std::string text = charset.empty() ? std::string() : convert(bytes, charset);
    if (!text.empty()) return without_mark_and_nuls(std::move(text));
  }
  throw documents::Failure(documents::FailureKind::Damaged, "the character set is not known");
}

}  // namespace certreg::worker
