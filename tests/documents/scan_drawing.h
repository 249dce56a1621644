// Sheets as a scanner sees them, and PDFs around them. The same drawing gives the same bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace certreg::sample {

struct SheetText {
  double x = 0, y = 0, size = 0;  // in points from the top left corner of an A4 page; y is the base line
  std::string text;
  std::string font = "DejaVu Sans";
};

struct Sheet {
  std::vector<SheetText> texts;
  double dpi = 200;
  double slant = 0;       // degrees
  int turn = 0;           // 90, 180 or 270 degrees clockwise, as a sheet is put in the wrong way
  double noise = 0;       // share of specks
  bool has_code = false;  // a QR code with kCodeAddress, 80 points wide at 60, 700
};

inline constexpr std::string_view kCodeAddress = "https://verify.example/c/IS-4711";

struct Grey {
  int width = 0, height = 0;
  std::string pixels;
};

Grey scan(const Sheet& sheet);
Grey code_picture(int pixels_a_module);

// Numbered from 1, the first is the catalogue.
std::string pdf_of(const std::vector<std::string>& objects);
std::string stream(const std::string& dictionary, std::string_view bytes);
std::string picture_object(const Grey& grey);

// A page of that size for each scan, which fills it, and over it whatever `content` says.
std::string scanned_pdf(const std::vector<Grey>& scans, const std::string& content = {},
                        const std::string& media_box = "0 0 595 842");

}  // namespace certreg::sample
