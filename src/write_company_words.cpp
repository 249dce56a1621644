// write_company_words COMPANY_WORDS.YAML OUT.CPP: the tables of src/domain/company_word_table.h, made when
// the program is built. A program of the build, no part of certreg.
#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "domain/entity_latin.h"
#include "domain/words.h"

namespace {

using Names = std::vector<std::string>;

// Latin letters lose their accents, other scripts stay as they are.
std::string plain(const std::string& text) {
  const auto folded = certreg::fold_words(text);
  auto latin = certreg::latin_text(folded);
  return latin.is_transliterated ? folded : latin.text;
}

class Words {
 public:
  explicit Words(std::ostream& out) : out_(out) {}

  void leave_out(const Names& spellings) { known_.insert(spellings.begin(), spellings.end()); }

  // The first row that has a spelling keeps it.
  void write(const std::string& spelling, const std::string& text, const char* kind) {
    const auto folded = plain(spelling);
    if (!known_.insert(folded).second) return;
    out_ << "    {\"" << folded << "\", \"" << plain(text) << "\", WordKind::" << kind << "},\n";
  }

  void write_rows(const YAML::Node& rows, const char* kind, const Names& groups = {}) {
    for (const auto& row : rows) {
      const auto key = row.first.as<std::string>();
      const bool is_group = std::find(groups.begin(), groups.end(), key) != groups.end();
      write(key, key, is_group ? "Group" : kind);
      for (const auto& spelling : row.second)
        write(spelling.as<std::string>(), key, is_group ? "Group" : kind);
    }
  }

 private:
  std::ostream& out_;
  std::set<std::string> known_;
};

std::string country_name(const std::string& country, const std::string& language) {
  icu::UnicodeString shown;
  icu::Locale("", country.c_str()).getDisplayCountry(icu::Locale(language.c_str()), shown);
  std::string name;
  return shown.toUTF8String(name);
}

void write_countries(Words& words, const Names& languages) {
  for (const auto* const* country = icu::Locale::getISOCountries(); *country != nullptr; ++country) {
    const auto english = plain(country_name(*country, "en"));
    for (const auto& language : languages)
      words.write(plain(country_name(*country, language)), english, "Place");
  }
}

void write_words(std::ostream& out, const YAML::Node& file) {
  Words words(out);
  words.write_rows(file["forms"], "LegalForm");
  words.write_rows(file["numbers"], "Number");
  words.write_rows(file["places"], "Place");
  words.write_rows(file["common"], "Common", file["whole_group"].as<Names>());
  for (const auto& word : file["silent"].as<Names>()) words.write(word, word, "Silent");
  for (const auto& word : file["linking"].as<Names>()) words.write(word, word, "Linking");
  words.leave_out(file["not_places"].as<Names>());
  write_countries(words, file["place_languages"].as<Names>());
}

void write_list(std::ostream& out, const YAML::Node& list) {
  for (const auto& entry : list.as<Names>()) out << "    \"" << entry << "\",\n";
}

void write_abbreviations(std::ostream& out, const YAML::Node& rows) {
  for (const auto& row : rows)
    for (const auto& spelling : row.second)
      out << "    {\"" << plain(spelling.as<std::string>()) << "\", \"" << row.first.as<std::string>()
          << "\"},\n";
}

void write_families(std::ostream& out, const YAML::Node& families) {
  int number = 0;
  for (const auto& family : families) {
    for (const auto& form : family.as<Names>()) out << "    {\"" << form << "\", " << number << "},\n";
    ++number;
  }
}

void write(std::ostream& out, const YAML::Node& file) {
  out << "#include \"domain/company_word_table.h\"\n\nnamespace certreg {\nnamespace {\n\n"
         "constexpr CompanyWord kWords[] = {\n";
  write_words(out, file);
  out << "};\n\nconstexpr Abbreviation kAbbreviations[] = {\n";
  write_abbreviations(out, file["abbreviations"]);
  out << "};\n\nconstexpr AlikeForms kAlikeForms[] = {\n";
  write_families(out, file["forms_alike"]);
  out << "};\n\nconstexpr std::string_view kLocalRegisters[] = {\n";
  write_list(out, file["local_registers"]);
  out << "};\n\nconstexpr std::string_view kSharedDomains[] = {\n";
  write_list(out, file["shared_domains"]);
  out << "};\n\n}  // namespace\n\n"
         "std::span<const CompanyWord> company_words() { return kWords; }\n"
         "std::span<const Abbreviation> abbreviations() { return kAbbreviations; }\n"
         "std::span<const AlikeForms> alike_forms() { return kAlikeForms; }\n"
         "std::span<const std::string_view> local_register_countries() { return kLocalRegisters; }\n"
         "std::span<const std::string_view> shared_domains() { return kSharedDomains; }\n\n"
         "}  // namespace certreg\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  try {
    std::ofstream out(argv[2]);
    write(out, YAML::LoadFile(argv[1]));
    out.flush();
    if (out) return 0;
    std::cerr << argv[2] << ": cannot be written\n";
  } catch (const std::exception& error) {
    std::cerr << argv[1] << ": " << error.what() << '\n';
  }
  return 1;
}
