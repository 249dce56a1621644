// What a PDF carries beside its words: links, codes, language; and PDFs that are not quite in order.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include <filesystem>

#include "certreg/documents/worker.h"
#include "documents/scan_drawing.h"
#include "documents/worker/pdf_structure.h"

namespace certreg::documents {
namespace {

const std::filesystem::path kReader = std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader";

reading::Text read(const std::string& pdf) { return Worker(kReader).read(pdf, MediaKind::Pdf); }

// Words, a link below the second line, and a picture of a code, on a page with these keys.
std::string page_with_extras(const std::string& keys) {
  const std::string content =
      "BT /F1 12 Tf 1 0 0 1 100 742 Tm (Certificate of registration for a management system) Tj ET "
      "BT /F1 12 Tf 1 0 0 1 100 700 Tm (Verify this certificate) Tj ET q 80 0 0 80 400 100 cm /P Do Q";
  return sample::pdf_of(
      {"<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) >>", "<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>",
       "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
       fmt::format(
           "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] {} /Contents 5 0 R /Annots [ 7 0 R 8 0 R "
           "9 0 R ] /Resources << /Font << /F1 3 0 R >> /XObject << /P 6 0 R >> >> >>",
           keys),
       sample::stream("", content), sample::picture_object(sample::code_picture(6)),
       "<< /Type /Annot /Subtype /Link /Rect [98 695 240 715] /A << /S /URI /URI "
       "(https://verify.example/q?no=IS+4711) >> >>",
       "<< /Type /Annot /Subtype /Link /Rect [98 100 240 115] /Dest [4 0 R /Fit] >>", "(no annotation)"});
}

TEST(PdfExtras, LinksHaveTheirWordsAndPlaces) {
  const auto text = read(page_with_extras(""));
  ASSERT_EQ(text.links.size(), 1U);
  EXPECT_EQ(text.links[0].address, "https://verify.example/q?no=IS+4711");
  EXPECT_EQ(text.links[0].text, "Verify this certificate");
  EXPECT_EQ(text.links[0].page, 1);
  EXPECT_NEAR(text.links[0].box.x, 98, 0.1);
  EXPECT_NEAR(text.links[0].box.y, 842 - 715, 0.1);
  EXPECT_NEAR(text.links[0].box.width, 142, 0.1);
  EXPECT_NEAR(text.links[0].box.height, 20, 0.1);
}

TEST(PdfExtras, PlacesAreThoseOfThePageAsItIsShown) {
  const auto cropped = read(page_with_extras("/CropBox [50 50 545 792]"));
  ASSERT_EQ(cropped.links.size(), 1U);
  EXPECT_NEAR(cropped.links[0].box.x, 48, 0.1);
  EXPECT_NEAR(cropped.links[0].box.y, 792 - 715, 0.1);
  const auto turned = read(page_with_extras("/Rotate 90"));
  ASSERT_EQ(turned.links.size(), 1U);
  EXPECT_NEAR(turned.links[0].box.x, 695, 0.1);
  EXPECT_NEAR(turned.links[0].box.y, 98, 0.1);
  EXPECT_NEAR(turned.pages[0].width, 842, 0.1);
  EXPECT_EQ(turned.links[0].text, "Verify this certificate");
}

TEST(PdfExtras, ACodeThatIsAPictureIsRead) {
  const auto text = read(page_with_extras(""));
  ASSERT_EQ(text.codes.size(), 1U);
  EXPECT_EQ(text.codes[0].content, sample::kCodeAddress);
  EXPECT_EQ(text.codes[0].page, 1);
  EXPECT_NEAR(text.codes[0].box.x, 400, 1);
  EXPECT_NEAR(text.codes[0].box.y, 842 - 180, 1);
  EXPECT_EQ(text.pages[0].origin, reading::TextOrigin::TextLayer);
}

TEST(PdfExtras, TheLanguageIsAsTheDocumentDeclaresIt) {
  EXPECT_EQ(read(page_with_extras("")).language, "de-DE");
}

std::string encrypted(const std::string& pdf, const char* user_password) {
  QPDF document;
  document.processMemoryFile("drawing", pdf.data(), pdf.size());
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setStaticAesIV(true);
  writer.setR6EncryptionParameters(user_password, "owner", true, false, false, false, false, false,
                                   qpdf_r3p_low, true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

TEST(PdfExtras, AnEmptyPasswordIsNone) {
  const auto text = read(encrypted(page_with_extras(""), ""));
  EXPECT_EQ(text.pages[0].lines.at(0).text, "Certificate of registration for a management system");
  EXPECT_EQ(text.links.at(0).address, "https://verify.example/q?no=IS+4711");
  EXPECT_EQ(text.codes.at(0).content, sample::kCodeAddress);
  EXPECT_EQ(text.language, "de-DE");
  try {
    read(encrypted(page_with_extras(""), "secret"));
    ADD_FAILURE() << "was read";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.failure, FailureKind::Encrypted);
  }
}

TEST(PdfExtras, BrokenReferencesAreMended) {
  auto pdf = page_with_extras("");
  pdf.replace(pdf.rfind("startxref") + 10, 4, "9999");
  const auto table = pdf.rfind("xref\n0");
  for (std::size_t at = table + 30; at < pdf.rfind("trailer"); ++at)
    if (pdf[at] >= '0' && pdf[at] <= '9') pdf[at] = '7';
  const auto text = read(pdf);
  EXPECT_EQ(text.pages[0].lines.at(0).text, "Certificate of registration for a management system");
  EXPECT_EQ(text.links.size(), 1U);
}

// Forms that each draw the next one many times, and at last one that draws itself.
TEST(PdfExtras, FormsWithinFormsEnd) {
  std::vector<std::string> objects{
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [ 4 0 R ] /Count 1 >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 3 0 R "
      ">> "
      "/XObject << /A 6 0 R >> >> >>",
      sample::stream(
          "", "BT /F1 12 Tf 1 0 0 1 100 742 Tm (Certificate of registration for a system) Tj ET /A Do")};
  std::string many;
  for (int count = 0; count < 50; ++count) many += "/A Do ";
  for (int form = 6; form < 16; ++form)
    objects.push_back(sample::stream(
        fmt::format(
            "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A {} 0 R /P 17 0 R "
            ">> >>",
            form + 1),
        many));
  objects.push_back(
      sample::stream("/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /A 16 "
                     "0 R >> >>",
                     "/A Do"));
  objects.push_back(sample::picture_object(sample::code_picture(1)));
  const auto pdf = sample::pdf_of(objects);
  EXPECT_LE(worker::PdfStructure(pdf).page(0).pictures.size(), 500U);
}

}  // namespace
}  // namespace certreg::documents
