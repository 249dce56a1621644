#include "documents/scan_drawing.h"

#include <cairo.h>
#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstdint>
#include <memory>

namespace certreg::sample {
namespace {

constexpr double kWidth = 595, kHeight = 842;

// Of kCodeAddress.
constexpr std::array<std::string_view, 29> kModules{
    "#######.#.#..###.###..#######", "#.....#.#..###..#.#...#.....#", "#.###.#...###...#.###.#.###.#",
    "#.###.#.#..##.##.#....#.###.#", "#.###.#..####.#.##.#..#.###.#", "#.....#..#####.###.#..#.....#",
    "#######.#.#.#.#.#.#.#.#######", "........##.....####..........", "#.##.###...#.#.#.#....#..#.##",
    ".##.#..#...#.###..#######...#", "###.#.#..#####..##..##....##.", "..##....###.#...#..#....#...#",
    "##.#.##..###..##....#....##..", "..###..######.#.##.#.##...###", "#..##.#.#....#.######...#.###",
    ".#####.##.#.#.#.##..#...#..#.", ".#.#.####.....##...##...##.#.", ".#.#.#.#.##...#.#...#..#.###.",
    "#.#..##....#.###..#.#.###.#..", "..#.#..###..###...#.#.#...#..", ".#.#..###.#.###.##.########..",
    "........###.#..#..#.#...#####", "#######.#.#...#.#..##.#.##.#.", "#.....#.####.###.#..#...##..#",
    "#.###.#..##....####.#####.###", "#.###.#.######...#..##.###.#.", "#.###.#.#...#.#.##.##..#..#.#",
    "#.....#....#...######....#.#.", "#######.###.#..#..####...#.#."};

struct Destroy {
  void operator()(cairo_t* context) const { cairo_destroy(context); }
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Surface = std::unique_ptr<cairo_surface_t, Destroy>;
using Context = std::unique_ptr<cairo_t, Destroy>;

void draw_code(cairo_t* context, double x, double y, double width) {
  const double module = width / static_cast<double>(kModules.size());
  for (std::size_t row = 0; row < kModules.size(); ++row)
    for (std::size_t column = 0; column < kModules.size(); ++column)
      if (kModules.at(row)[column] == '#')
        cairo_rectangle(context, x + static_cast<double>(column) * module,
                        y + static_cast<double>(row) * module, module, module);
  cairo_fill(context);
}

void turn_about_middle(cairo_t* context, double degrees) {
  cairo_translate(context, kWidth / 2, kHeight / 2);
  cairo_rotate(context, degrees * M_PI / 180);
  cairo_translate(context, -kWidth / 2, -kHeight / 2);
}

void put_in_the_wrong_way(cairo_t* context, int turn) {
  if (turn == 90) cairo_translate(context, kHeight, 0);
  if (turn == 180) cairo_translate(context, kWidth, kHeight);
  if (turn == 270) cairo_translate(context, 0, kWidth);
  cairo_rotate(context, turn * M_PI / 180);
}

void draw_texts(cairo_t* context, const std::vector<SheetText>& texts) {
  for (const SheetText& text : texts) {
    cairo_select_font_face(context, text.font.c_str(), CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(context, text.size);
    cairo_move_to(context, text.x, text.y);
    cairo_show_text(context, text.text.c_str());
  }
}

void sprinkle(std::string& pixels, double share) {
  std::uint32_t state = 4711;
  const auto count = static_cast<std::size_t>(share * static_cast<double>(pixels.size()));
  for (std::size_t speck = 0; speck < count; ++speck) {
    state = state * 1664525U + 1013904223U;
    pixels[state % pixels.size()] = static_cast<char>(0x60);
  }
}

Grey grey_of(cairo_surface_t* surface) {
  cairo_surface_flush(surface);
  Grey grey{cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const unsigned char* data = cairo_image_surface_get_data(surface);
  for (std::size_t y = 0; y < static_cast<std::size_t>(grey.height); ++y)
    for (std::size_t x = 0; x < static_cast<std::size_t>(grey.width); ++x)
      grey.pixels += static_cast<char>(data[y * stride + x * 4]);
  return grey;
}

Surface paper(double width, double height) {
  Surface surface(
      cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width), static_cast<int>(height)));
  const Context context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 1, 1, 1);
  cairo_paint(context.get());
  return surface;
}

}  // namespace

Grey scan(const Sheet& sheet) {
  const bool is_sideways = sheet.turn == 90 || sheet.turn == 270;
  const double scale = sheet.dpi / 72;
  const Surface surface =
      paper((is_sideways ? kHeight : kWidth) * scale, (is_sideways ? kWidth : kHeight) * scale);
  const Context context(cairo_create(surface.get()));
  cairo_set_source_rgb(context.get(), 0.1, 0.1, 0.1);
  cairo_scale(context.get(), scale, scale);
  put_in_the_wrong_way(context.get(), sheet.turn);
  turn_about_middle(context.get(), sheet.slant);
  draw_texts(context.get(), sheet.texts);
  if (sheet.has_code) draw_code(context.get(), 60, 700, 80);
  Grey grey = grey_of(surface.get());
  sprinkle(grey.pixels, sheet.noise);
  return grey;
}

Grey code_picture(int pixels_a_module) {
  const double width = pixels_a_module * static_cast<double>(kModules.size());
  const Surface surface = paper(width, width);
  const Context context(cairo_create(surface.get()));
  draw_code(context.get(), 0, 0, width);
  return grey_of(surface.get());
}

std::string stream(const std::string& dictionary, std::string_view bytes) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", dictionary, bytes.size(), bytes);
}

std::string picture_object(const Grey& grey) {
  return stream(fmt::format("/Type /XObject /Subtype /Image /Width {} /Height {} /BitsPerComponent 8 "
                            "/ColorSpace /DeviceGray",
                            grey.width, grey.height),
                grey.pixels);
}

std::string pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.6\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t index = 0; index < objects.size(); ++index) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", index + 1, objects[index]);
  }
  return fmt::format("{}{}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", pdf, table,
                     objects.size() + 1, pdf.size());
}

std::string scanned_pdf(const std::vector<Grey>& scans, const std::string& content,
                        const std::string& media_box) {
  std::vector<std::string> objects{"<< /Type /Catalog /Pages 2 0 R >>", "",
                                   "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica "
                                   "/Encoding /WinAnsiEncoding >>"};
  double width = 0, height = 0;
  std::sscanf(media_box.c_str(), "%*f %*f %lf %lf", &width, &height);
  std::string kids;
  for (const Grey& grey : scans) {
    const auto page = objects.size() + 1;
    kids += fmt::format("{} 0 R ", page);
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [{}] /Contents {} 0 R /Resources "
                    "<< /Font << /F1 3 0 R >> /XObject << /P {} 0 R >> >> >>",
                    media_box, page + 1, page + 2));
    objects.push_back(stream("", fmt::format("q {} 0 0 {} 0 0 cm /P Do Q\n{}", width, height, content)));
    objects.push_back(picture_object(grey));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [ {}] /Count {} >>", kids, scans.size());
  return pdf_of(objects);
}

}  // namespace certreg::sample
