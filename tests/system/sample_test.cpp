// The sample's PDFs are what their drawings say.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "system/pdf_drawing.h"

namespace certreg::sample {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Sample, CertificatesAreDrawnFromTheirDrawings) {
  int drawings = 0;
  for (const auto& folder : fs::directory_iterator(fs::path(CERTREG_SOURCE_DIR) / "importers/sample")) {
    if (!fs::exists(folder.path() / "drawing.txt")) continue;
    ++drawings;
    EXPECT_EQ(read(folder.path() / "documents/certificate.pdf"),
              draw_pdf(read(folder.path() / "drawing.txt")))
        << folder.path();
  }
  EXPECT_EQ(drawings, 3);
}

TEST(Sample, ALineThatIsNoneIsRefused) {
  for (const auto* line : {"hello", "1 2", "1 2 x text"})
    EXPECT_THROW(draw_pdf(line), std::runtime_error) << line;
}

}  // namespace
}  // namespace certreg::sample
