// The layering as law: which folder may include which, read from the lines of src/CMakeLists.txt, and which
// outside library lives where. Pure.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::layering {

struct SourceFile {
  std::string path;  // relative to the project: "src/http/mount.cpp"
  std::string text;
};

// Layer -> itself and every layer that it may include.
using Layers = std::map<std::string, std::set<std::string>>;

Layers read_layers(std::string_view cmake);

// One sentence, "path:line: rule", for each line that breaks the layering or stands in the wrong house.
std::vector<std::string> broken_rules(const std::vector<SourceFile>& files, const Layers& layers);

}  // namespace certreg::layering
