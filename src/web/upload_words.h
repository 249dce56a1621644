// What became of an upload, in words for people.
#pragma once

#include <string>
#include <vector>

#include "certreg/store/imports.h"
#include "web/visit.h"

namespace certreg::web {

enum class UploadTone { Done, Waits, Known, Refused, Note };
std::string_view to_string(UploadTone tone);  // "done", "waits", ...

struct UploadLine {
  UploadTone tone = UploadTone::Note;
  std::string words;   // in the visitor's language
  std::string detail;  // in English, may be empty
};
struct UploadLink {
  std::string address, words;
};
struct UploadResult {
  bool is_over = false;  // false: it is still read
  std::vector<UploadLine> lines;
  std::vector<UploadLink> links;  // to what waits, and to suppliers whose certificates it says
};

// `further`: how many items there are besides.
UploadResult result_of(const Visit& visit, const store::ImportRun& run,
                       const std::vector<store::ImportItem>& items, std::size_t further);

// The field of an error about a file that is missing or has no bytes.
inline constexpr const char* kFile = "file";

// Why a file was not even taken in.
UploadResult refused(const Visit& visit, const Error& error);

}  // namespace certreg::web
