// What kind of document some bytes are. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace certreg::documents {

// Source: the source of a web page (JSX, TSX, TS, JS). Unknown: other images, archives, anything that is not
// read.
enum class MediaKind {
  Pdf,
  Html,
  Markdown,
  Restructured,
  PlainText,
  Source,
  Csv,
  Json,
  JsonLines,
  Xlsx,
  Png,
  Jpeg,
  Tiff,
  Unknown
};

bool is_picture(MediaKind kind);       // Png, Jpeg, Tiff
bool has_fixed_pages(MediaKind kind);  // pictures and Pdf: what is printed, not what is shown in a browser

// By the bytes first, then the declared media type ("text/html; charset=utf-8", may be empty), then the
// ending of the name (a file name or an address, may be empty). Bytes win where they are certain: a PDF
// declared as HTML is a PDF, and a page served under a PDF's name is a page.
MediaKind sniff_media(std::string_view bytes, std::string_view declared_type, std::string_view name);

std::string_view to_string(
    MediaKind kind);  // "pdf", "html", "markdown", "restructured", "plain_text", "source", ...
std::optional<MediaKind> media_kind_of(std::string_view name);  // the inverse

std::string_view media_type_of(MediaKind kind);  // "application/pdf", ...
std::size_t default_limit_bytes(
    MediaKind kind);  // largest document that is read: PDF, XLSX and pictures 64 MiB, others 8 MiB

}  // namespace certreg::documents
