// Pages as pictures, drawn in the worker.
#include <gtest/gtest.h>

#include <filesystem>

#include "certreg/documents/worker.h"
#include "documents/picture_json.h"
#include "documents/scan_drawing.h"
#include "system/pdf_drawing.h"

namespace certreg::documents {
namespace {

const std::filesystem::path kReader = std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader";

// Width and height of a PNG stand in its first chunk.
unsigned number_at(const std::string& png, std::size_t at) {
  unsigned number = 0;
  for (std::size_t byte = 0; byte < 4; ++byte)
    number = number << 8U | static_cast<unsigned char>(png.at(at + byte));
  return number;
}

TEST(PagePicture, OfAPdfHasThePagesShape) {
  const auto pdf = sample::draw_pdf("60 80 20 First\npage\n60 80 20 Second\n");
  const Worker worker(kReader);
  const auto first = worker.draw(pdf, MediaKind::Pdf, 1, PageView::AsPrinted);
  EXPECT_NEAR(first.width, 595, 1);
  EXPECT_NEAR(first.height, 842, 1);
  EXPECT_NEAR(number_at(first.png, 16), 595 * 130 / 72, 2);
  EXPECT_NEAR(number_at(first.png, 20), 842 * 130 / 72, 2);
  const bool is_another = worker.draw(pdf, MediaKind::Pdf, 2, PageView::AsPrinted).png != first.png;
  EXPECT_TRUE(is_another);
}

// A page that lies in the scanner the wrong way is drawn as its boxes are.
TEST(PagePicture, OfARecognisedPageIsTurnedUpright) {
  sample::Sheet sheet{.texts = {{150, 100, 24, "Certificate of Registration"},
                                {80, 160, 11, "This is to certify that the information security system of"},
                                {80, 190, 16, "Harbour Example Networks Limited"},
                                {80, 220, 11, "has been assessed against the requirements of the standard."},
                                {80, 250, 11, "Operation and support of the hosting platform and its data."},
                                {80, 300, 11, "Certificate number IS 4711-22"},
                                {80, 330, 11, "Date of issue 17 March 2025"}},
                      .turn = 90};
  const auto pdf = sample::scanned_pdf({sample::scan(sheet)}, {}, "0 0 842 595");
  const Worker worker(kReader, {.page_time = std::chrono::minutes(3)});  // a busy machine is slow
  const auto printed = worker.draw(pdf, MediaKind::Pdf, 1, PageView::AsPrinted);
  EXPECT_GT(printed.width, printed.height);
  const auto recognised = worker.draw(pdf, MediaKind::Pdf, 1, PageView::AsRecognised);
  EXPECT_LT(recognised.width, recognised.height);
  const auto text = worker.read(pdf, MediaKind::Pdf);
  EXPECT_NEAR(recognised.width, text.pages.at(0).width, 0.5);
  EXPECT_NEAR(recognised.height, text.pages.at(0).height, 0.5);
}

struct Refused {
  const char* name;
  std::string bytes;
  MediaKind kind;
  int page;
  FailureKind failure;
};
TEST(PagePicture, IsRefusedWithAReason) {
  const auto pdf = sample::draw_pdf("60 80 20 First\n");
  const Refused cases[] = {
      {"page 0", pdf, MediaKind::Pdf, 0, FailureKind::Damaged},
      {"a page behind the last", pdf, MediaKind::Pdf, 2, FailureKind::Damaged},
      {"a page far behind", pdf, MediaKind::Pdf, 2'000'000'000, FailureKind::Damaged},
      {"no PDF", "plain", MediaKind::Pdf, 1, FailureKind::NotThatKind},
      {"half a PDF", "%PDF-1.7 nothing", MediaKind::Pdf, 1, FailureKind::Damaged},
      {"nothing", "", MediaKind::Pdf, 1, FailureKind::Empty},
      {"a page without pages", "<p>x</p>", MediaKind::Html, 1, FailureKind::NotThatKind},
      {"no picture", "x", MediaKind::Png, 1, FailureKind::Damaged},
  };
  for (const auto& [name, bytes, kind, page, failure] : cases) {
    try {
      Worker(kReader).draw(bytes, kind, page, PageView::AsPrinted);
      ADD_FAILURE() << name;
    } catch (const Failure& refused) {
      EXPECT_EQ(to_string(refused.failure), to_string(failure)) << name;
    }
  }
  try {
    Worker("/nowhere/certreg-reader").draw(pdf, MediaKind::Pdf, 1, PageView::AsPrinted);
    ADD_FAILURE();
  } catch (const Failure& refused) {
    EXPECT_EQ(refused.failure, FailureKind::WorkerMissing);
  }
}

// A worker that a document took over may write anything.
TEST(PagePicture, OnlyWhatAWorkerWritesIsTaken) {
  const std::string png = "\x89PNG\r\n\x1a\nrest";
  EXPECT_EQ(parse_picture(picture_json({10, 20, png})).png, png);
  for (const std::string answer :
       {"", "{}", "{\"width\":1,\"height\":2}", "{\"width\":1,\"height\":2}\n<svg>",
        "{\"width\":0,\"height\":2}\n\x89PNG\r\n\x1a\n"})
    EXPECT_THROW(parse_picture(answer), Failure) << answer;
}

}  // namespace
}  // namespace certreg::documents
