#include "certreg/documents/media.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

namespace certreg::documents {
namespace {

struct Kind {
  MediaKind kind;
  std::string_view name, media_type;
};

constexpr std::array kKinds{
    Kind{MediaKind::Pdf, "pdf", "application/pdf"},
    Kind{MediaKind::Html, "html", "text/html"},
    Kind{MediaKind::Markdown, "markdown", "text/markdown"},
    Kind{MediaKind::Restructured, "restructured", "text/x-rst"},
    Kind{MediaKind::PlainText, "plain_text", "text/plain"},
    Kind{MediaKind::Source, "source", "text/javascript"},
    Kind{MediaKind::Csv, "csv", "text/csv"},
    Kind{MediaKind::Json, "json", "application/json"},
    Kind{MediaKind::JsonLines, "json_lines", "application/x-ndjson"},
    Kind{MediaKind::Xlsx, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
    Kind{MediaKind::Png, "png", "image/png"},
    Kind{MediaKind::Jpeg, "jpeg", "image/jpeg"},
    Kind{MediaKind::Tiff, "tiff", "image/tiff"},
    Kind{MediaKind::Unknown, "unknown", "application/octet-stream"},
};

struct Spelling {
  std::string_view text;
  MediaKind kind;
};

constexpr std::array kEndings{
    Spelling{".pdf", MediaKind::Pdf},         Spelling{".html", MediaKind::Html},
    Spelling{".htm", MediaKind::Html},        Spelling{".xhtml", MediaKind::Html},
    Spelling{".md", MediaKind::Markdown},     Spelling{".markdown", MediaKind::Markdown},
    Spelling{".mdx", MediaKind::Markdown},    Spelling{".rst", MediaKind::Restructured},
    Spelling{".txt", MediaKind::PlainText},   Spelling{".text", MediaKind::PlainText},
    Spelling{".jsx", MediaKind::Source},      Spelling{".tsx", MediaKind::Source},
    Spelling{".ts", MediaKind::Source},       Spelling{".js", MediaKind::Source},
    Spelling{".mjs", MediaKind::Source},      Spelling{".vue", MediaKind::Source},
    Spelling{".csv", MediaKind::Csv},         Spelling{".tsv", MediaKind::Csv},
    Spelling{".json", MediaKind::Json},       Spelling{".xlsx", MediaKind::Xlsx},
    Spelling{".jsonl", MediaKind::JsonLines}, Spelling{".ndjson", MediaKind::JsonLines},
    Spelling{".png", MediaKind::Png},         Spelling{".jpg", MediaKind::Jpeg},
    Spelling{".jpeg", MediaKind::Jpeg},       Spelling{".tif", MediaKind::Tiff},
    Spelling{".tiff", MediaKind::Tiff},
};

constexpr std::array kDeclared{
    Spelling{"application/pdf", MediaKind::Pdf},
    Spelling{"text/html", MediaKind::Html},
    Spelling{"application/xhtml+xml", MediaKind::Html},
    Spelling{"text/markdown", MediaKind::Markdown},
    Spelling{"text/x-markdown", MediaKind::Markdown},
    Spelling{"text/x-rst", MediaKind::Restructured},
    Spelling{"text/prs.fallenstein.rst", MediaKind::Restructured},
    Spelling{"text/csv", MediaKind::Csv},
    Spelling{"text/tab-separated-values", MediaKind::Csv},
    Spelling{"application/json", MediaKind::Json},
    Spelling{"application/ld+json", MediaKind::Json},
    Spelling{"application/x-ndjson", MediaKind::JsonLines},
    Spelling{"application/json-lines", MediaKind::JsonLines},
    Spelling{"application/jsonl", MediaKind::JsonLines},
    Spelling{"text/javascript", MediaKind::Source},
    Spelling{"application/javascript", MediaKind::Source},
    Spelling{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", MediaKind::Xlsx},
    Spelling{"image/png", MediaKind::Png},
    Spelling{"image/jpeg", MediaKind::Jpeg},
    Spelling{"image/tiff", MediaKind::Tiff},
};

constexpr std::size_t kHeadBytes = 1024;  // PDF readers look for the header within the first 1024 bytes

std::string lower(std::string_view text) {
  std::string result(text);
  std::ranges::transform(result, result.begin(),
                         [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return result;
}

MediaKind picture_by_bytes(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG")) return MediaKind::Png;
  if (bytes.starts_with("\xFF\xD8\xFF")) return MediaKind::Jpeg;
  if (bytes.starts_with(std::string_view("II*\0", 4)) || bytes.starts_with(std::string_view("MM\0*", 4)))
    return MediaKind::Tiff;
  return MediaKind::Unknown;
}

bool is_other_picture_or_archive(std::string_view bytes) {
  constexpr std::array<std::string_view, 7> starts{"GIF8", "PK\x03\x04", "PK\x05\x06",      "\x1F\x8B",
                                                   "BM6",  "7z\xBC\xAF", "\xD0\xCF\x11\xE0"};
  return std::ranges::any_of(starts, [&](std::string_view start) { return bytes.starts_with(start); });
}

bool has_nul(std::string_view bytes) {
  return bytes.substr(0, kHeadBytes).find('\0') != std::string_view::npos;
}

bool is_wide_text(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

bool looks_like_html(std::string_view bytes) {
  std::string head = lower(bytes.substr(0, kHeadBytes));
  auto start = head.find_first_not_of("\xEF\xBB\xBF \t\r\n");
  if (start == std::string::npos) return false;
  std::string_view rest = std::string_view(head).substr(start);
  return rest.starts_with("<!doctype html") || rest.starts_with("<html") || rest.starts_with("<head") ||
         rest.starts_with("<body") ||
         (rest.starts_with("<?xml") && rest.find("<html") != std::string_view::npos);
}

// The names of an archive's members stand in it as they are.
bool is_workbook(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04") && bytes.find("[Content_Types].xml") != std::string_view::npos &&
         (bytes.find("xl/work") != std::string_view::npos ||
          bytes.find("xl/sharedStrings") != std::string_view::npos);
}

MediaKind by_declaration(std::string_view declared) {
  std::string type = lower(declared.substr(0, declared.find(';')));
  while (!type.empty() && type.back() == ' ') type.pop_back();
  for (const Spelling& spelling : kDeclared)
    if (type == spelling.text) return spelling.kind;
  return MediaKind::Unknown;
}

MediaKind by_name(std::string_view name) {
  std::string ending = lower(name.substr(0, name.find_first_of("?#")));
  for (const Spelling& spelling : kEndings)
    if (ending.ends_with(spelling.text)) return spelling.kind;
  return MediaKind::Unknown;
}

// With a password set, a workbook is a container of another form, which old documents of all kinds have too.
bool is_locked_workbook(std::string_view bytes, std::string_view declared, std::string_view name) {
  return bytes.starts_with("\xD0\xCF\x11\xE0") &&
         (by_declaration(declared) == MediaKind::Xlsx || by_name(name) == MediaKind::Xlsx);
}

}  // namespace

MediaKind sniff_media(std::string_view bytes, std::string_view declared_type, std::string_view name) {
  if (bytes.substr(0, kHeadBytes).find("%PDF-") != std::string_view::npos) return MediaKind::Pdf;
  if (is_workbook(bytes) || is_locked_workbook(bytes, declared_type, name)) return MediaKind::Xlsx;
  if (MediaKind picture = picture_by_bytes(bytes); picture != MediaKind::Unknown) return picture;
  if (is_other_picture_or_archive(bytes)) return MediaKind::Unknown;
  if (has_nul(bytes) && !is_wide_text(bytes)) return MediaKind::Unknown;
  if (looks_like_html(bytes)) return MediaKind::Html;

  MediaKind declared = by_declaration(declared_type), named = by_name(name);
  // Servers declare text files of all kinds as text/plain or text/html; their name then says more.
  MediaKind kind = declared == MediaKind::Unknown ? named : declared;
  if (kind == MediaKind::Html && named != MediaKind::Unknown && named != MediaKind::Pdf) kind = named;
  if (has_fixed_pages(kind) || kind == MediaKind::Xlsx) return MediaKind::PlainText;
  return kind == MediaKind::Unknown ? MediaKind::PlainText : kind;
}

bool is_picture(MediaKind kind) {
  return kind == MediaKind::Png || kind == MediaKind::Jpeg || kind == MediaKind::Tiff;
}

bool has_fixed_pages(MediaKind kind) { return kind == MediaKind::Pdf || is_picture(kind); }

std::string_view to_string(MediaKind kind) { return std::ranges::find(kKinds, kind, &Kind::kind)->name; }

std::optional<MediaKind> media_kind_of(std::string_view name) {
  auto found = std::ranges::find(kKinds, name, &Kind::name);
  if (found == kKinds.end()) return std::nullopt;
  return found->kind;
}

std::string_view media_type_of(MediaKind kind) {
  return std::ranges::find(kKinds, kind, &Kind::kind)->media_type;
}

std::size_t default_limit_bytes(MediaKind kind) {
  const bool is_packed = has_fixed_pages(kind) || kind == MediaKind::Xlsx;
  return std::size_t{is_packed ? 64U : 8U} << 20;
}

}  // namespace certreg::documents
