// write_legal_forms LEGAL_FORMS.YAML OUT.CPP: the table of src/domain/legal_form_table.h, made when the
// program is built. A program of the build, no part of certreg.
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "domain/words.h"

namespace {

constexpr std::size_t kShortestAttached = 4;  // characters; shorter ones may be parts of other words

struct Entry {
  std::string spelling, key;
};

std::string key_of(const YAML::Node& form) {
  if (form["key"]) return form["key"].as<std::string>();
  auto id = form["id"].as<std::string>();
  std::replace(id.begin(), id.end(), '-', ' ');
  return id;
}

std::vector<std::string> spellings_of(const YAML::Node& form) {
  std::vector<std::string> all{form["abbreviation"].as<std::string>()};
  for (const auto& spelling : form["spellings"]) all.push_back(spelling.as<std::string>());
  for (auto& spelling : all) spelling = certreg::fold_words(spelling);
  return all;
}

std::vector<Entry> entries_of(const YAML::Node& forms) {
  std::vector<Entry> entries;
  std::map<std::string, std::string> known;
  for (const auto& form : forms) {
    const auto key = key_of(form);
    for (auto& spelling : spellings_of(form)) {
      const auto [other, added] = known.try_emplace(spelling, key);
      if (added) entries.push_back({std::move(spelling), key});
      if (!added && other->second != key)
        throw std::runtime_error("line " + std::to_string(form.Mark().line + 1) + ": \"" + other->first +
                                 "\" means both " + other->second + " and " + key);
    }
  }
  return entries;
}

// Scripts that put no blanks between words: their letters take three bytes in UTF-8, from U+3040 on.
bool is_written_without_blanks(const std::string& text) {
  if (text.size() % 3 != 0 || text.size() / 3 < kShortestAttached) return false;
  for (std::size_t at = 0; at < text.size(); at += 3)
    if (static_cast<unsigned char>(text[at]) < 0xE3) return false;
  return true;
}

std::vector<std::string> attached_of(const std::vector<Entry>& entries) {
  std::vector<std::string> attached;
  for (const auto& entry : entries)
    if (is_written_without_blanks(entry.spelling)) attached.push_back(entry.spelling);
  std::stable_sort(attached.begin(), attached.end(),
                   [](const auto& left, const auto& right) { return left.size() > right.size(); });
  return attached;
}

// Folded words hold neither quotes nor backslashes.
void write(std::ostream& out, const std::vector<Entry>& entries) {
  out << "#include \"domain/legal_form_table.h\"\n\nnamespace certreg {\nnamespace {\n\n"
         "constexpr LegalFormSpelling kSpellings[] = {\n";
  for (const auto& [spelling, key] : entries) out << "    {\"" << spelling << "\", \"" << key << "\"},\n";
  out << "};\n\nconstexpr std::string_view kAttached[] = {\n";
  for (const auto& form : attached_of(entries)) out << "    \"" << form << "\",\n";
  out << "};\n\n}  // namespace\n\n"
         "std::span<const LegalFormSpelling> legal_form_spellings() { return kSpellings; }\n"
         "std::span<const std::string_view> attached_legal_forms() { return kAttached; }\n\n"
         "}  // namespace certreg\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    std::ofstream out(argv[2]);
    write(out, entries_of(YAML::LoadFile(argv[1])["legal_forms"]));
    out.flush();
    if (out) return 0;
    std::cerr << argv[2] << ": cannot be written\n";
  } catch (const std::exception& error) {
    std::cerr << argv[1] << ": " << error.what() << '\n';
  }
  return 1;
}
