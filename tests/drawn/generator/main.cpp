// Draws the documents that the reader is measured with: draw_certificates FOLDER [--read|--unread|--all]
// [--scans]
// [--only NAME]. FOLDER gets truth.jsonl and pdf/. Without --scans nothing is drawn as a scan; --only draws
// the layouts whose names begin with NAME.

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "document.h"

namespace certreg::drawn {
namespace {

struct Wish {
  std::filesystem::path folder;
  std::vector<std::string> layouts = {"read", "unread"};
  bool scans = false;
  std::string only;
};

std::optional<Wish> wish_of(const std::vector<std::string>& arguments) {
  Wish wish;
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& word = arguments[i];
    if (word == "--read") {
      wish.layouts = {"read"};
    } else if (word == "--unread") {
      wish.layouts = {"unread"};
    } else if (word == "--scans") {
      wish.scans = true;
    } else if (word == "--only" && i + 1 < arguments.size()) {
      wish.only = arguments[++i];
    } else if (word != "--all" && (word.starts_with("--") || !wish.folder.empty())) {
      return std::nullopt;
    } else if (word != "--all") {
      wish.folder = word;
    }
  }
  return wish.folder.empty() ? std::nullopt : std::optional(wish);
}

class Drawer {
 public:
  Drawer(const Wish& wish, const Data& data)
      : wish_(wish), data_(data), truth_(wish.folder / "truth.jsonl", std::ios::binary) {}

  // Documents are named after their layout alone, so that nobody tells by its name whether one is read or
  // unread.
  void draw(const Layout& layout) {
    if (!stems_.insert(layout.stem).second) throw std::runtime_error("another layout has the same name");
    std::size_t number = 0;
    for (const auto& a_case : layout.node["cases"]) {
      const auto stem = fmt::format("pdf/{}-{}-{}", layout.stem, a_case["lang"].as<std::string>(), ++number);
      draw_one(stem + ".pdf", layout, a_case, std::nullopt);
      if (wish_.scans && a_case["scan"]) {
        draw_one(stem + "-scan.pdf", layout, a_case, scan_of(a_case["scan"]));
      }
    }
  }
  std::size_t documents() const { return documents_; }

 private:
  void draw_one(const std::string& file, const Layout& layout, const YAML::Node& a_case,
                const std::optional<Scan>& scan) {
    for (const auto& row : draw_document(wish_.folder, file, layout, a_case, data_, scan)) {
      truth_ << row.dump() << '\n';
    }
    ++documents_;
  }

  const Wish& wish_;
  const Data& data_;
  std::ofstream truth_;
  std::set<std::string> stems_;
  std::size_t documents_ = 0;
};

void draw_all(const Wish& wish) {
  const std::filesystem::path source = CERTREG_DRAWN_DIR;
  std::filesystem::create_directories(wish.folder / "pdf");
  const Data data(source / "data");
  Drawer drawer(wish, data);
  for (const auto& folder : wish.layouts) {
    for (const auto& layout : layouts_in(source / "layouts", folder)) {
      if (!layout.stem.starts_with(wish.only)) continue;
      try {
        drawer.draw(layout);
      } catch (const std::exception& error) {
        throw std::runtime_error(fmt::format("{}: {}", layout.name, error.what()));
      }
    }
  }
  fmt::print("{} documents\n", drawer.documents());
}

}  // namespace
}  // namespace certreg::drawn

int main(int argc, char** argv) {
  const auto wish = certreg::drawn::wish_of({argv + 1, argv + argc});
  if (!wish) {
    std::cerr << "draw_certificates FOLDER [--read|--unread|--all] [--scans] [--only NAME]\n";
    return 2;
  }
  try {
    certreg::drawn::draw_all(*wish);
  } catch (const std::exception& error) {
    std::cerr << error.what() << '\n';
    return 1;
  }
  return 0;
}
