// The project's own tree keeps the layering, and the checker sees a tree that does not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "layering/rules.h"

namespace certreg::layering {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<SourceFile> project_files() {
  const fs::path root = CERTREG_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (const auto* folder : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (extension != ".cpp" && extension != ".h") continue;
      files.push_back({fs::relative(entry.path(), root).generic_string(), read(entry.path())});
    }
  }
  return files;
}

Layers project_layers() { return read_layers(read(fs::path(CERTREG_SOURCE_DIR) / "src/CMakeLists.txt")); }

TEST(Layering, TheProjectKeepsIt) {
  const auto files = project_files();
  ASSERT_GT(files.size(), 100U);
  EXPECT_THAT(broken_rules(files, project_layers()), testing::IsEmpty());
}

TEST(Layering, EveryFolderHasALine) {
  const auto layers = project_layers();
  for (const auto& entry : fs::directory_iterator(fs::path(CERTREG_SOURCE_DIR) / "src")) {
    EXPECT_TRUE(!entry.is_directory() || layers.contains(entry.path().filename())) << entry.path();
  }
}

TEST(Layering, SiblingsNeverIncludeEachOther) {
  const auto layers = project_layers();
  const std::vector<std::string> siblings[] = {{"documents", "fetch", "crypto", "store", "catalogue", "http"},
                                               {"api", "web", "cli"}};
  for (const auto& row : siblings) {
    for (const auto& left : row) {
      for (const auto& right : row) {
        EXPECT_TRUE(left == right || !layers.at(left).contains(right)) << left << " -> " << right;
      }
    }
  }
}

TEST(Layering, ReadsTheLinesTransitively) {
  const auto layers = read_layers(R"(
certreg_layer(domain LIBS PkgConfig::icu)
certreg_layer(reading LAYERS domain LIBS re2)
certreg_layer(service LAYERS reading)
)");
  EXPECT_EQ(layers.at("domain"), (std::set<std::string>{"domain"}));
  EXPECT_EQ(layers.at("reading"), (std::set<std::string>{"domain", "reading"}));
  EXPECT_EQ(layers.at("service"), (std::set<std::string>{"domain", "reading", "service"}));
}

struct Line {
  const char* path;
  const char* text;
};

Layers made_up_layers() {
  return {{"domain", {"domain"}},
          {"reading", {"domain", "reading"}},
          {"store", {"domain", "store"}},
          {"http", {"domain", "http"}},
          {"crypto", {"domain", "crypto"}},
          {"documents", {"domain", "documents"}},
          {"cli", {"domain", "store", "http", "cli"}}};
}

std::vector<std::string> check(const Line& line) {
  return broken_rules({{line.path, line.text}}, made_up_layers());
}

TEST(Layering, Refuses) {
  const Line lines[] = {
      {"src/domain/date.cpp", "#include \"certreg/store/database.h\""},
      {"include/certreg/domain/date.h", "#include \"certreg/http/server.h\""},
      {"src/store/database.cpp", "#include \"certreg/http/server.h\""},
      {"src/cli/import.cpp", "#include \"store/connection.h\""},
      {"src/strange/x.cpp", "#include \"certreg/domain/date.h\""},
      {"src/http/gate.cpp", "#include <pistache/http.h>"},
      {"src/http/gate.cpp", "#include <boost/beast/http.hpp>"},
      {"src/cli/import.cpp", "#include <libpq-fe.h>"},
      {"src/http/gate.cpp", "  #  include <openssl/sha.h>"},
      {"src/documents/worker.cpp", "#include <openssl/cms.h>"},
      {"src/documents/worker.cpp", "#include <qpdf/QPDF.hh>"},
      {"src/documents/media.cpp", "#include <poppler/cpp/poppler-document.h>"},
      {"include/certreg/cli/x.h", "#include <nlohmann/json.hpp>"},
      {"src/web/x.cpp", "#include <CLI/CLI.hpp>"},
      {"src/domain/date.cpp", "#include <thread>"},
      {"src/reading/table.cpp", "#include <nlohmann/json_fwd.hpp>"},
      {"src/domain/date.cpp", "auto now = std::chrono::system_clock::now();"},
      {"src/store/suppliers.cpp", "run(\"select id from supplier\");"},
      {"src/store/suppliers.cpp", "run(\" INSERT INTO supplier values (1)\");"},
      {"src/documents/worker/main.cpp", "int main() {}"},
      {"src/documents/media.cpp", "// SPDX-License-Identifier: GPL-2.0-or-later"},
  };
  for (const auto& line : lines)
    EXPECT_THAT(check(line), testing::SizeIs(1)) << line.path << ": " << line.text;
}

TEST(Layering, Accepts) {
  const Line lines[] = {
      {"src/cli/import.cpp", "#include \"certreg/store/database.h\""},
      {"src/cli/import.cpp", "#include \"cli/output.h\""},
      {"src/main.cpp", "#include \"certreg/cli/cli.h\"\n#include \"config.h\""},
      {"src/http/mount.cpp", "#include <pistache/listener.h>"},
      {"src/store/connection.h", "#include <libpq-fe.h>"},
      {"src/cli/cli.cpp", "#include <CLI/CLI.hpp>\n#include <thread>"},
      {"src/cli/cli.cpp", "const char* help = \"select one of these\"; // update it"},
      {"include/certreg/cli/x.h", "#include <nlohmann/json_fwd.hpp>"},
      {"src/documents/worker/main.cpp",
       "// SPDX-License-Identifier: GPL-2.0-or-later\n#include <poppler/cpp/x.h>"},
      {"src/documents/worker/der.cpp",
       "// SPDX-License-Identifier: GPL-2.0-or-later\n#include <openssl/cms.h>\n#include <qpdf/QPDF.hh>"},
  };
  for (const auto& line : lines)
    EXPECT_THAT(check(line), testing::IsEmpty()) << line.path << ": " << line.text;
}

}  // namespace
}  // namespace certreg::layering
