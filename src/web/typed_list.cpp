#include "web/typed_list.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "web/entry_line.h"

namespace certreg::web {
namespace {

using Json = nlohmann::ordered_json;

std::vector<std::string> lines_in(const Field& field, const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    auto line = text.substr(at, end - at);
    const auto first = line.find_first_not_of(" \t\r"), last = line.find_last_not_of(" \t\r");
    if (first != std::string::npos) line = line.substr(first, last - first + 1);
    if (field.kind != FieldKind::Names) line = in_order(line);
    if (first != std::string::npos && !line.empty()) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

// The entries that were read, each of which one typed line takes.
class Untaken {
 public:
  Untaken(const Field& field, const Json& read, Language language) {
    for (const auto& entry : read) {
      const auto line = entry_line(field, entry, language);
      all_.push_back(
          {&entry, field.kind == FieldKind::Names ? line : in_order(line), entry_name(field, entry)});
    }
  }

  bool some_are_limited() const {
    return std::ranges::any_of(all_, [](const Entry& entry) { return is_limited(*entry.entry); });
  }
  const Json* take_same(const std::string& line) { return take(&Entry::line, line); }
  const Json* take_named(const std::string& name) {
    return name.empty() ? nullptr : take(&Entry::name, name);
  }

 private:
  struct Entry {
    const Json* entry;
    std::string line, name;
  };

  const Json* take(std::string Entry::*member, const std::string& text) {
    const auto found = std::ranges::find(all_, text, member);
    if (found == all_.end()) return nullptr;
    const auto* entry = found->entry;
    all_.erase(found);
    return entry;
  }

  std::vector<Entry> all_;
};

}  // namespace

bool is_typed_list(FieldKind kind) {
  return kind == FieldKind::Names || kind == FieldKind::Sites || kind == FieldKind::Accreditations ||
         kind == FieldKind::Entries;
}

std::vector<std::string> typed_lines(const Field& field, const Json& entries, Language language) {
  std::vector<std::string> lines;
  for (const auto& entry : entries) lines.push_back(entry_line(field, entry, language));
  return lines;
}

Json typed_entries(const Field& field, const Json& read, const std::string& text, Language language) {
  auto entries = Json::array();
  const auto lines = lines_in(field, text);
  if (lines.size() == 1 && lines.front() == "-") return entries;
  Untaken untaken(field, read, language);
  std::vector<const Json*> same, named;
  for (const auto& line : lines) same.push_back(untaken.take_same(line));
  for (std::size_t at = 0; at < lines.size(); ++at)
    named.push_back(same[at] != nullptr ? nullptr : untaken.take_named(named_in(lines[at])));
  const auto extent = untaken.some_are_limited() ? Extent::MustBeSaid : Extent::MayBeLeftAway;
  for (std::size_t at = 0; at < lines.size(); ++at)
    entries.push_back(same[at] != nullptr ? *same[at] : entry_in(field, lines[at], named[at], extent));
  return entries;
}

}  // namespace certreg::web
