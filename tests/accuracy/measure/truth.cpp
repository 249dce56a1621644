#include "accuracy/measure/truth.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "accuracy/measure/files.h"
#include "certreg/domain/date.h"
#include "certreg/domain/error.h"
#include "certreg/domain/names.h"

namespace certreg::accuracy {
namespace {

using nlohmann::json;

constexpr std::size_t kMostBytes = 64U << 20, kMostBytesOfLine = 1U << 20, kLongestName = 500;
constexpr std::array<std::string_view, 7> kDates{
    "issued", "first_issued", "valid_from", "expires", "previous_expiry", "recertification_audit", "decided"};

Error at_line(std::size_t line, const std::string& rule) {
  return invalid(fmt::format("truth.jsonl, line {}", line), rule);
}

bool leaves_folder(const std::string& file) {
  const std::filesystem::path path(file);
  return path.is_absolute() ||
         std::any_of(path.begin(), path.end(), [](const auto& part) { return part == ".."; });
}

bool is_plain(const json& value) {
  if (!value.is_array()) return !value.is_object();
  return std::all_of(value.begin(), value.end(),
                     [](const json& element) { return !element.is_structured(); });
}

bool is_judged(std::string_view member) {
  constexpr std::array<std::string_view, 10> kTexts{
      "doc_type",           "holder",   "standard",   "standard_printed",  "edition", "iso_edition",
      "certificate_number", "language", "text_layer", "certification_body"};
  return member == "scope" || std::ranges::find(kTexts, member) != kTexts.end() ||
         std::ranges::find(kDates, member) != kDates.end();
}

std::string file_of(const json& row, std::size_t line) {
  const auto found = row.find("file");
  if (found == row.end() || !found->is_string())
    throw at_line(line, "must have `file`, the document's path as text");
  auto file = found->get<std::string>();
  if (!is_clean_text(file, kLongestName))
    throw at_line(line, "`file` must be a path of at most 500 visible characters");
  if (leaves_folder(file)) throw at_line(line, "`file` must stay within the folder");
  return file;
}

DocumentGroup group_of(const TruthRow& row) {
  const auto denied = row.members.find("is_certificate");
  if (denied != row.members.end() && denied->is_boolean() && !denied->get<bool>())
    return DocumentGroup::NotACertificate;
  if (row.doc_type.starts_with("not a")) return DocumentGroup::NotACertificate;
  if (row.doc_type.starts_with("certificate")) return DocumentGroup::Certificate;
  if (row.doc_type.starts_with("page")) return DocumentGroup::Page;
  // A row that says nothing of its kind is what its file looks like.
  if (row.doc_type.empty())
    return row.file.ends_with(".pdf") ? DocumentGroup::Certificate : DocumentGroup::Page;
  return DocumentGroup::Other;
}

// A date in another form cannot be held against anything.
void check_dates(TruthRow& row, std::vector<std::string>& warnings) {
  for (const auto member : kDates)
    for (const auto& text : row.texts(member)) {
      if (Date::parse(text)) continue;
      warnings.push_back(
          fmt::format("line {}: `{}` is no date (YYYY-MM-DD) and is not judged: {}", row.line, member, text));
      row.members.erase(std::string(member));
      break;
    }
}

json object_of(std::string_view text, std::size_t line) {
  if (text.size() > kMostBytesOfLine) throw at_line(line, "must not be above 1 MiB");
  json row;
  try {
    row = json::parse(text);
  } catch (const json::exception&) {
    throw at_line(line, "must be one JSON object");
  }
  if (!row.is_object()) throw at_line(line, "must be one JSON object");
  return row;
}

TruthRow row_of(std::string_view text, std::size_t line) {
  TruthRow row{.line = line, .members = object_of(text, line)};
  row.file = file_of(row.members, line);
  for (const auto& [member, value] : row.members.items())
    if (is_judged(member) && !is_plain(value))
      throw at_line(line, fmt::format("`{}` must be text, a list of texts, or null", member));
  row.doc_type = row.text("doc_type");
  row.group = group_of(row);
  return row;
}

std::string text_of(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_null() ? std::string() : value.dump();
}

}  // namespace

std::string_view to_string(DocumentGroup group) {
  switch (group) {
    case DocumentGroup::Certificate:
      return "certificate";
    case DocumentGroup::Page:
      return "page";
    case DocumentGroup::NotACertificate:
      return "not a certificate";
    case DocumentGroup::Other:
      return "other";
  }
  return "other";
}

bool TruthRow::has(std::string_view member) const { return members.contains(std::string(member)); }

std::vector<std::string> TruthRow::texts(std::string_view member) const {
  const auto found = members.find(std::string(member));
  if (found == members.end() || found->is_object()) return {};
  std::vector<std::string> all;
  if (!found->is_array()) all.push_back(text_of(*found));
  if (found->is_array())
    for (const json& element : *found)
      if (!element.is_structured()) all.push_back(text_of(element));
  std::erase_if(all, [](const std::string& text) { return text.empty(); });
  return all;
}

std::string TruthRow::text(std::string_view member) const {
  auto all = texts(member);
  return all.empty() ? std::string() : std::move(all.front());
}

Truth parse_truth(std::string_view bytes) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  Truth truth;
  for (std::size_t line = 1; !bytes.empty(); ++line) {
    const auto end = std::min(bytes.find('\n'), bytes.size());
    const auto text = bytes.substr(0, end);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
    if (text.find_first_not_of(" \t\r") == text.npos) continue;
    truth.rows.push_back(row_of(text, line));
    check_dates(truth.rows.back(), truth.warnings);
  }
  if (truth.rows.empty()) throw invalid("truth.jsonl", "must have a row");
  return truth;
}

Truth load_truth(const std::filesystem::path& folder) {
  if (!std::filesystem::is_directory(folder)) throw invalid(folder.string(), "must be a folder");
  const auto bytes = bytes_of(folder / "truth.jsonl", kMostBytes);
  if (!bytes) throw invalid((folder / "truth.jsonl").string(), "must be a readable file of at most 64 MiB");
  return parse_truth(*bytes);
}

}  // namespace certreg::accuracy
