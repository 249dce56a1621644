#include "layering/rules.h"

#include <fmt/format.h>

#include <regex>
#include <sstream>

namespace certreg::layering {
namespace {

// An outside library and the only places that may include it.
struct House {
  const char* include;  // beginning of the included name
  const char* place;    // beginning of the path
  bool public_too;      // in public headers as well
  const char* other_place = nullptr;
};

constexpr House kHouses[] = {
    {"pistache/", "src/http/mount.cpp", false},
    {"boost/beast", "src/http/reader.cpp", false},
    {"libpq-fe.h", "src/store/", true},
    {"openssl/", "src/crypto/", true, "src/documents/worker/"},
    {"qpdf/", "src/documents/worker/", false},
    {"poppler/", "src/documents/worker/", false},
    {"CLI/", "src/cli/", false},
    {"kainjow/", "src/web/", false},
    {"nlohmann/json.hpp", "", false},
    {"mustache", "src/web/", false},
};

constexpr const char* kPureLayers[] = {"domain", "reading"};
constexpr const char* kImpure[] = {"thread",     "mutex",        "future", "fstream",  "iostream",
                                   "filesystem", "nlohmann/",    "sys/",   "unistd.h", "condition_variable",
                                   "stop_token", "shared_mutex", "libpq",  "curl/",    "spdlog/"};

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

std::string first_part(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

// "domain" for src/domain/x.cpp and include/certreg/domain/x.h; empty for what stands directly under src/.
std::string layer_of(std::string_view path) {
  for (const std::string_view root : {"src/", "include/certreg/"}) {
    if (!begins_with(path, root)) continue;
    const auto rest = path.substr(root.size());
    return rest.find('/') == std::string_view::npos ? "" : first_part(rest);
  }
  return "";
}

std::string own_include_problem(const std::string& included, const std::string& layer, const Layers& layers) {
  const bool is_public = begins_with(included, "certreg/");
  const auto target = first_part(is_public ? included.substr(8) : included);
  if (layer.empty()) return "";  // composition may include everything
  if (!layers.contains(layer)) return fmt::format("folder {} has no line in src/CMakeLists.txt", layer);
  if (target == layer) return "";
  if (!is_public) return fmt::format("{} includes the private header {}", layer, included);
  if (!layers.at(layer).contains(target)) return fmt::format("{} may not include {}", layer, target);
  return "";
}

std::string outside_include_problem(const std::string& included, const std::string& path,
                                    const std::string& layer) {
  for (const auto& house : kHouses) {
    if (!begins_with(included, house.include)) continue;
    const bool is_elsewhere = house.other_place == nullptr || !begins_with(path, house.other_place);
    if (!begins_with(path, house.place) && is_elsewhere)
      return fmt::format("<{}> belongs to {} alone", included, house.place);
    if (!house.public_too && begins_with(path, "include/"))
      return fmt::format("<{}> does not belong in a public header", included);
  }
  for (const auto* pure : kPureLayers) {
    for (const auto* impure : kImpure) {
      if (layer == pure && begins_with(included, impure))
        return fmt::format("{} is pure: no <{}>", layer, included);
    }
  }
  return "";
}

std::string line_problem(const std::string& line, const SourceFile& file, const Layers& layers) {
  static const std::regex include(R"re(^\s*#\s*include\s*([<"])([^>"]+)[>"])re");
  static const std::regex sql(
      R"re("\s*(select\b.*\bfrom\b|insert into|update \w+ set|delete from|create table|alter table)\b)re",
      std::regex::icase);
  static const std::regex clock(R"re(\b(system_clock|steady_clock)::now\b)re");
  const auto layer = layer_of(file.path);
  std::smatch found;
  if (std::regex_search(line, found, include)) {
    return found[1] == "\"" ? own_include_problem(found[2], layer, layers)
                            : outside_include_problem(found[2], file.path, layer);
  }
  if (std::regex_search(line, sql)) return "SQL text in C++: it belongs under schema/queries";
  if ((layer == "domain" || layer == "reading") && std::regex_search(line, clock))
    return layer + " asks the clock";
  return "";
}

std::vector<std::string> words(const std::string& line) {
  std::istringstream stream(line);
  std::vector<std::string> found;
  for (std::string word; stream >> word;) found.push_back(word);
  return found;
}

}  // namespace

Layers read_layers(std::string_view cmake) {
  static const std::regex layer_line(R"re(certreg_layer\((\w+)([^)]*)\))re");
  Layers layers;
  const std::string text(cmake);
  for (std::sregex_iterator found(text.begin(), text.end(), layer_line), end; found != end; ++found) {
    auto& allowed = layers[(*found)[1]];
    allowed.insert((*found)[1]);
    bool listed = false;
    for (const auto& word : words((*found)[2])) {
      if (word == "LAYERS" || word == "LIBS") {
        listed = word == "LAYERS";
      } else if (listed) {
        // Lines stand in order, so what a lower layer may include is known here.
        const auto& lower = layers[word];
        allowed.insert(word);
        allowed.insert(lower.begin(), lower.end());
      }
    }
  }
  return layers;
}

std::vector<std::string> broken_rules(const std::vector<SourceFile>& files, const Layers& layers) {
  std::vector<std::string> broken;
  for (const auto& file : files) {
    std::istringstream text(file.text);
    int number = 0;
    for (std::string line; std::getline(text, line);) {
      ++number;
      const auto problem = line_problem(line, file, layers);
      if (!problem.empty()) broken.push_back(fmt::format("{}:{}: {}", file.path, number, problem));
    }
    const bool is_worker = begins_with(file.path, "src/documents/worker/");
    const bool is_gpl = file.text.find("SPDX-License-Identifier: GPL-2.0-or-later") != std::string::npos;
    if (is_worker && !is_gpl)
      broken.push_back(file.path + ":1: the worker links poppler and says GPL-2.0-or-later");
    if (!is_worker && is_gpl) broken.push_back(file.path + ":1: only the worker is under the GPL");
  }
  return broken;
}

}  // namespace certreg::layering
