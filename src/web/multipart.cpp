#include "web/multipart.h"

#include <optional>

#include "certreg/http/header.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostParts = 20, kLongestHead = 4096, kLongestBoundary = 70;

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(" \t"), end = text.find_last_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin, end - begin + 1);
}

// Of `form-data; name="a"; filename="b;c"`: the value of a parameter, without its quotes.
std::optional<std::string> parameter(std::string_view field, std::string_view wanted) {
  auto at = field.find(';');
  while (at != std::string_view::npos) {
    const auto equals = field.find('=', at);
    if (equals == std::string_view::npos) return std::nullopt;
    const auto name = trimmed(field.substr(at + 1, equals - at - 1));
    const bool quoted = field.substr(equals + 1).starts_with('"');
    const auto from = equals + (quoted ? 2 : 1), end = field.find(quoted ? '"' : ';', from);
    if (quoted && end == std::string_view::npos) return std::nullopt;
    if (http::is_same_name(name, wanted)) return std::string(field.substr(from, end - from));
    at = end == std::string_view::npos ? end : field.find(';', end);
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

void read_field(std::string_view line, Part& part) {
  const auto colon = line.find(':');
  const auto name = line.substr(0, colon);
  const auto value = colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(colon + 1));
  if (http::is_same_name(name, "Content-Type")) part.type = value;
  if (!http::is_same_name(name, "Content-Disposition")) return;
  part.name = decoded(parameter(value, "name").value_or(""));
  const auto file = parameter(value, "filename");
  part.is_file = file.has_value();
  part.file_name = without_folders(decoded(file.value_or("")));
}

std::optional<Part> part_in(std::string_view text) {
  const auto head = text.substr(0, kLongestHead).find("\r\n\r\n");
  if (head == std::string_view::npos) return std::nullopt;
  Part part;
  for (std::size_t at = 0; at < head;) {
    const auto end = text.find("\r\n", at);
    read_field(text.substr(at, end - at), part);
    at = end + 2;
  }
  part.content = text.substr(head + 4);
  return part;
}

}  // namespace

bool is_multipart(const http::Request& request) {
  const auto* type = request.header("Content-Type");
  return type != nullptr && type->starts_with("multipart/form-data");
}

std::vector<Part> parse_multipart(std::string_view body, std::string_view content_type) {
  const auto boundary = parameter(content_type, "boundary").value_or("");
  if (boundary.empty() || boundary.size() > kLongestBoundary) return {};
  const auto first = "--" + boundary + "\r\n", between = "\r\n--" + boundary;
  if (!body.starts_with(first)) return {};
  std::vector<Part> parts;
  for (auto at = first.size(); parts.size() < kMostParts;) {
    const auto end = body.find(between, at);
    if (end == std::string_view::npos) return {};
    auto part = part_in(body.substr(at, end - at));
    if (!part) return {};
    parts.push_back(*std::move(part));
    const auto rest = body.substr(end + between.size());
    if (rest.starts_with("--")) return parts;
    if (!rest.starts_with("\r\n")) return {};
    at = end + between.size() + 2;
  }
  return {};
}

std::vector<Part> parts_of(const http::Request& request) {
  const auto* type = request.header("Content-Type");
  return type == nullptr ? std::vector<Part>{} : parse_multipart(request.content(), *type);
}

std::string_view part_value(const http::Request& request, std::string_view name) {
  for (const auto& part : parts_of(request))
    if (part.name == name && !part.is_file) return part.content;
  return {};
}

}  // namespace certreg::web
