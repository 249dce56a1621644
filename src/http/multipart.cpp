#include "certreg/http/multipart.h"

#include <algorithm>
#include <optional>

#include "certreg/http/header.h"

namespace certreg::http {
namespace {

constexpr std::string_view kType = "multipart/form-data";
constexpr std::size_t kMostParts = 100, kLongestHead = 4096, kLongestBoundary = 70;  // RFC 2046, 5.1.1

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

// What stands before the mark, which is taken off with it; all of it when there is none.
std::string_view taken(std::string_view& text, std::string_view mark) {
  const auto end = text.find(mark);
  const auto before = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + mark.size());
  return before;
}

// The parameter of a field such as `form-data; name="a"`.
std::optional<std::string> parameter(std::string_view field, std::string_view name) {
  taken(field, ";");
  while (!field.empty()) {
    field = field.substr(std::min(field.find_first_not_of(" \t"), field.size()));
    const auto key = trimmed(taken(field, "="));
    const bool quoted = field.starts_with('"');
    if (quoted) field.remove_prefix(1);
    const auto value = taken(field, quoted ? "\"" : ";");
    if (quoted) taken(field, ";");
    if (is_same_name(key, name)) return std::string(quoted ? value : trimmed(value));
  }
  return std::nullopt;
}

// Browsers write these three so, and nothing else (HTML, "multipart/form-data encoding algorithm").
std::string decoded(std::string text) {
  for (const auto& [code, letter] : {std::pair{"%22", '"'}, {"%0D", ' '}, {"%0A", ' '}})
    for (auto at = text.find(code); at != std::string::npos; at = text.find(code, at))
      text.replace(at, 3, 1, letter);
  return text;
}

std::string without_folders(const std::string& name) { return name.substr(name.find_last_of("/\\") + 1); }

bool is_form_data(std::string_view disposition) {
  return is_same_name(trimmed(disposition.substr(0, disposition.find(';'))), "form-data");
}

// Nothing when a line is no field, or no name is given.
std::optional<FormPart> part_of(std::string_view head, std::string_view content) {
  FormPart part;
  part.content = content;
  bool named = false;
  while (!head.empty()) {
    auto value = taken(head, "\r\n");
    if (value.find(':') == std::string_view::npos) return std::nullopt;
    const auto name = taken(value, ":");
    if (is_same_name(name, "Content-Type")) part.content_type = trimmed(value);
    if (!is_same_name(name, "Content-Disposition") || !is_form_data(value)) continue;
    const auto given = parameter(value, "name");
    named = given.has_value();
    part.name = decoded(given.value_or(""));
    const auto file = parameter(value, "filename");
    part.is_file = file.has_value();
    part.file_name = without_folders(decoded(file.value_or("")));
  }
  return named ? std::optional(part) : std::nullopt;
}

}  // namespace

bool is_multipart(std::string_view content_type) {
  return is_same_name(trimmed(content_type.substr(0, content_type.find(';'))), kType);
}

std::vector<FormPart> parse_multipart(std::string_view content_type, std::string_view body) {
  const auto boundary = is_multipart(content_type) ? parameter(content_type, "boundary") : std::nullopt;
  if (!boundary || boundary->empty() || boundary->size() > kLongestBoundary) return {};
  const auto first = "--" + *boundary, next = "\r\n" + first;
  if (!body.starts_with(first)) return {};
  body.remove_prefix(first.size());
  std::vector<FormPart> parts;
  while (body.starts_with("\r\n")) {
    body.remove_prefix(2);
    const auto blank = body.substr(0, kLongestHead).find("\r\n\r\n"),
               end = body.find(next, blank == std::string_view::npos ? 0 : blank + 2);
    if (blank == std::string_view::npos || end == std::string_view::npos || parts.size() == kMostParts)
      return {};
    const auto content_begins = std::min(blank + 4, end);
    auto part = part_of(body.substr(0, blank), body.substr(content_begins, end - content_begins));
    if (!part) return {};
    parts.push_back(*std::move(part));
    body.remove_prefix(end + next.size());
  }
  if (!body.starts_with("--")) return {};
  return parts;
}

}  // namespace certreg::http
