#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <string>
#include <vector>

#include "words.h"

namespace certreg::drawn {

// A layout file: how the documents of one body look, and the cases (language, holder, dates) that are drawn
// in it. See tests/drawn/README.md for its form.
struct Layout {
  std::string name;  // "read/generic-frame"
  std::string stem;  // "generic-frame"
  YAML::Node node;
};

// What holders, scopes and standards exist, by language: the files of data/.
class Data {
 public:
  explicit Data(std::filesystem::path folder);
  YAML::Node language(const std::string& code) const;
  YAML::Node standard(const std::string& id) const;

 private:
  std::filesystem::path folder_;
};

// All layouts of a folder ("read", "unread") in the order of their names.
std::vector<Layout> layouts_in(const std::filesystem::path& layouts, const std::string& folder);

// The values of one case, ready to be printed.
Words words_of(const Layout& layout, const YAML::Node& a_case, const Data& data);

// "de", or "sv+en" for two languages side by side.
std::string language_of(const YAML::Node& a_case);

}  // namespace certreg::drawn
