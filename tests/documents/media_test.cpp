#include "certreg/documents/media.h"

#include <gtest/gtest.h>

namespace certreg::documents {
namespace {

struct Case {
  std::string_view what, bytes, declared, name;
  MediaKind kind;
};

TEST(Media, BytesWinWhereTheyAreCertain) {
  using enum MediaKind;
  const Case cases[] = {
      {"a PDF declared as HTML", "%PDF-1.7\n", "text/html", "x.html", Pdf},
      {"a PDF after some bytes", "\r\n%PDF-1.4", "", "", Pdf},
      {"a page under a PDF's name", "<!DOCTYPE html><html>", "application/pdf", "certificate.pdf", Html},
      {"a page in capitals", "  <HTML><BODY>", "", "", Html},
      {"a picture under a PDF's name", "\x89PNG\r\n", "application/pdf", "certificate.pdf", Png},
      {"a photograph", "\xFF\xD8\xFF\xE0", "", "", Jpeg},
      {"a scan", std::string_view("II*\0\x08", 5), "text/plain", "scan", Tiff},
      {"a scan of another machine", std::string_view("MM\0*\0", 5), "", "", Tiff},
      {"a moving picture", "GIF89a", "image/gif", "logo.gif", Unknown},
      {"text under a picture's name", "not found", "image/png", "seal.png", PlainText},
      {"an archive", "PK\x03\x04 word/document.xml", "", "certificate.docx", Unknown},
      {"a workbook under another name", "PK\x03\x04 [Content_Types].xml PK xl/workbook.xml", "text/html",
       "x.html", Xlsx},
      {"another archive under a workbook's name", "PK\x03\x04 word/document.xml", "", "list.xlsx", Unknown},
      {"a workbook with a password", "\xD0\xCF\x11\xE0", "", "list.xlsx", Xlsx},
      {"an old document", "\xD0\xCF\x11\xE0", "application/vnd.ms-excel", "list.xls", Unknown},
      {"text under a workbook's name", "not found", "", "list.xlsx", PlainText},
      {"bytes with NULs", std::string_view("ab\0cd", 5), "text/plain", "a.txt", Unknown},
      {"wide text",
       std::string_view("\xFF\xFE"
                        "a\0b\0",
                        6),
       "text/plain", "a.txt", PlainText},
      {"Markdown by name", "# Title", "text/plain; charset=utf-8", "", PlainText},
      {"Markdown by declaration", "# Title", "text/markdown", "", Markdown},
      {"Markdown by name alone", "# Title", "", "https://x.example/iso.md?raw=1", Markdown},
      {"Markdown declared as HTML", "# Title", "text/html", "iso.md", Markdown},
      {"reStructuredText", "Title\n=====", "", "iso.rst", Restructured},
      {"source", "export const a = 1", "", "Page.TSX", Source},
      {"a table", "a,b\n1,2", "text/csv", "", Csv},
      {"JSON", "{}", "application/json", "", Json},
      {"text that claims to be a PDF", "not found", "application/pdf", "certificate.pdf", PlainText},
      {"nothing known", "hello", "", "", PlainText},
  };
  for (const Case& item : cases)
    EXPECT_EQ(sniff_media(item.bytes, item.declared, item.name), item.kind) << item.what;
}

TEST(Media, NamesGoBothWays) {
  for (int kind = 0; kind <= static_cast<int>(MediaKind::Unknown); ++kind)
    EXPECT_EQ(media_kind_of(to_string(static_cast<MediaKind>(kind))), static_cast<MediaKind>(kind));
  EXPECT_FALSE(media_kind_of("pdfx"));
}

}  // namespace
}  // namespace certreg::documents
