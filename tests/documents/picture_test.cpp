// Pictures of certificates as documents.
#include <gtest/gtest.h>
#include <leptonica/allheaders.h>

#include <filesystem>

#include "certreg/documents/worker.h"
#include "documents/scan_drawing.h"

namespace certreg::documents {
namespace {

const std::filesystem::path kReader = std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader";

sample::Grey certificate(double dpi) {
  return sample::scan(
      {.texts = {{100, 100, 22, "Certificate of Registration"},
                 {80, 160, 11, "This is to certify that the management system of the company"},
                 {80, 190, 16, "Harbour Example Networks Limited"},
                 {80, 220, 11, "meets the requirements of the standard"},
                 {80, 300, 11, "Valid until"},
                 {300, 300, 11, "16 March 2028"}},
       .dpi = dpi});
}

std::string encoded(const sample::Grey& grey, int format, int resolution) {
  PIX* pix = pixCreate(grey.width, grey.height, 8);
  for (int y = 0; y < grey.height; ++y)
    for (int x = 0; x < grey.width; ++x)
      pixSetPixel(pix, x, y,
                  static_cast<unsigned char>(grey.pixels[static_cast<std::size_t>(y * grey.width + x)]));
  pixSetResolution(pix, resolution, resolution);
  l_uint8* data = nullptr;
  std::size_t size = 0;
  pixWriteMem(&data, &size, pix, format);
  std::string bytes(reinterpret_cast<const char*>(data), size);
  lept_free(data);
  pixDestroy(&pix);
  return bytes;
}

bool says(const reading::Text& text, const std::string& words) {
  for (const auto& line : text.pages.at(0).lines)
    if (line.text == words) return true;
  return false;
}

TEST(Picture, IsReadAsAScan) {
  struct Case {
    const char* what;
    int format, resolution;
    double dpi;
    MediaKind kind;
  };
  const Case cases[] = {{"a scan as TIFF", IFF_TIFF_ZIP, 200, 200, MediaKind::Tiff},
                        {"a photograph that claims 72 dpi", IFF_JFIF_JPEG, 72, 250, MediaKind::Jpeg},
                        {"a picture of a screen", IFF_PNG, 96, 96, MediaKind::Png}};
  for (const Case& item : cases) {
    const auto bytes = encoded(certificate(item.dpi), item.format, item.resolution);
    EXPECT_EQ(sniff_media(bytes, "", ""), item.kind) << item.what;
    const auto text = Worker(kReader).read(bytes, item.kind);
    EXPECT_TRUE(text.has_text) << item.what;
    EXPECT_EQ(text.media_type, media_type_of(item.kind));
    EXPECT_TRUE(says(text, "16 March 2028")) << item.what;
    EXPECT_EQ(text.pages[0].origin, reading::TextOrigin::Ocr);
    EXPECT_NEAR(text.pages[0].height, 842, 2) << item.what;
  }
}

TEST(Picture, DamagedOrOfAnotherKindIsRefused) {
  const auto png = encoded(certificate(100), IFF_PNG, 100);
  const auto failure = [](std::string_view bytes, MediaKind kind) {
    try {
      return Worker(kReader).read(bytes, kind).has_text ? "text" : "no text";
    } catch (const Failure& problem) {
      return problem.failure == FailureKind::Damaged ? "damaged" : "another failure";
    }
  };
  EXPECT_STREQ(failure("\x89PNG\r\n\x1A\n", MediaKind::Png), "damaged");
  EXPECT_STREQ(failure("\xFF\xD8\xFF\xE0", MediaKind::Jpeg), "damaged");
  EXPECT_STREQ(failure(std::string_view("II*\0\x08\0\0\0", 8), MediaKind::Tiff), "damaged");
  EXPECT_STREQ(failure(png, MediaKind::Jpeg), "damaged");
  EXPECT_STREQ(failure(png.substr(0, png.size() / 8), MediaKind::Png), "no text")
      << "the page is named in a warning";
}

}  // namespace
}  // namespace certreg::documents
