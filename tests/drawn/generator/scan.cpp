#include "scan.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>
#include <random>

#include "canvas.h"
#include "jpeg.h"

namespace certreg::drawn {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

constexpr double kPaper = 0.97;

void draw_stamp(cairo_t* context, const std::string& text, double width, double height) {
  if (text.empty()) return;
  Canvas canvas(context);
  const Colour ink{0.2, 0.2, 0.6, 0.45};
  const double size = 110;
  const double x = width * 0.6;
  const double y = height * 0.62;
  canvas.begin_turned(x, y, -14);
  canvas.ellipse({x - size / 2, y - size / 2, size, size}, {.stroke = ink, .line = 2.5});
  canvas.ellipse({x - size / 2 + 7, y - size / 2 + 7, size - 14, size - 14}, {.stroke = ink, .line = 1});
  const Look look{.size = 11, .bold = true, .colour = ink, .align = Align::Centre};
  const Paragraph paragraph = canvas.lay_out(text, look, size - 24);
  canvas.draw(paragraph, look, x - size / 2 + 12, y - Canvas::height_of(paragraph) / 2, size, 0,
              Ink::Picture);
  canvas.end_turned();
}

Surface drawn_surface(const Scan& scan, double width, double height, const DrawPage& draw) {
  const double scale = scan.dpi / 72.0;
  Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width * scale),
                                             static_cast<int>(height * scale)),
                  &cairo_surface_destroy);
  const Context context(cairo_create(surface.get()), &cairo_destroy);
  cairo_set_source_rgb(context.get(), kPaper, kPaper, kPaper);
  cairo_paint(context.get());
  cairo_scale(context.get(), scale, scale);
  cairo_translate(context.get(), width / 2, height / 2);
  cairo_rotate(context.get(), scan.angle * std::numbers::pi / 180);
  cairo_translate(context.get(), -width / 2, -height / 2);
  draw(context.get());
  draw_stamp(context.get(), scan.stamp, width, height);
  cairo_surface_flush(surface.get());
  return surface;
}

Pixels pixels_of(cairo_surface_t* surface, bool colour) {
  Pixels pixels;
  pixels.width = static_cast<std::size_t>(cairo_image_surface_get_width(surface));
  pixels.height = static_cast<std::size_t>(cairo_image_surface_get_height(surface));
  pixels.channels = colour ? 3 : 1;
  pixels.bytes.reserve(pixels.width * pixels.height * pixels.channels);
  const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
  const unsigned char* data = cairo_image_surface_get_data(surface);
  for (std::size_t y = 0; y < pixels.height; ++y) {
    for (std::size_t x = 0; x < pixels.width; ++x) {
      const unsigned char* blue_green_red = data + y * stride + x * 4;
      if (colour) {
        pixels.bytes.insert(pixels.bytes.end(), {blue_green_red[2], blue_green_red[1], blue_green_red[0]});
      } else {
        const int grey = (blue_green_red[2] * 77 + blue_green_red[1] * 151 + blue_green_red[0] * 28) / 256;
        pixels.bytes.push_back(static_cast<std::uint8_t>(grey));
      }
    }
  }
  return pixels;
}

// Mean over a line of 2 * radius + 1 pixels, along steps of `step` bytes.
void blur_line(std::vector<std::uint8_t>& bytes, std::size_t start, std::size_t step, std::size_t count,
               std::size_t radius) {
  std::vector<int> line(count);
  for (std::size_t i = 0; i < count; ++i) line[i] = bytes[start + i * step];
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t from = i < radius ? 0 : i - radius;
    const std::size_t to = std::min(count - 1, i + radius);
    int sum = 0;
    for (std::size_t j = from; j <= to; ++j) sum += line[j];
    bytes[start + i * step] = static_cast<std::uint8_t>(sum / static_cast<int>(to - from + 1));
  }
}

void blur(Pixels& pixels, int radius) {
  if (radius <= 0) return;
  const auto reach = static_cast<std::size_t>(radius);
  const std::size_t row = pixels.width * pixels.channels;
  for (std::size_t y = 0; y < pixels.height; ++y) {
    for (std::size_t c = 0; c < pixels.channels; ++c) {
      blur_line(pixels.bytes, y * row + c, pixels.channels, pixels.width, reach);
    }
  }
  for (std::size_t x = 0; x < row; ++x) blur_line(pixels.bytes, x, row, pixels.height, reach);
}

// Uneven light from the upper left to the lower right, and the sensor's noise.
void weather(Pixels& pixels, const Scan& scan, std::uint32_t seed) {
  std::mt19937 random(seed);
  const std::size_t row = pixels.width * pixels.channels;
  for (std::size_t i = 0; i < pixels.bytes.size(); ++i) {
    const double across = static_cast<double>(i % row) / static_cast<double>(row);
    const std::size_t line = i / row;
    const double down = static_cast<double>(line) / static_cast<double>(pixels.height);
    const double light = 1 - scan.shade * (across * 0.6 + down * 0.4);
    const auto draw = static_cast<std::uint32_t>(random());
    const double bell = ((draw & 0xff) + (draw >> 8 & 0xff) + (draw >> 16 & 0xff)) / 382.5 - 1;
    const double value = pixels.bytes[i] * light + bell * scan.noise * 510;
    pixels.bytes[i] = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
  }
}

void to_black_and_white(Pixels& pixels) {
  for (auto& value : pixels.bytes) value = value < 150 ? 0 : 255;
}

char lookalike(char letter) {
  switch (letter) {
    case '0':
      return 'O';
    case '1':
      return 'l';
    case '5':
      return 'S';
    case 'e':
      return 'c';
    case 'o':
      return '0';
    case 'n':
      return 'u';
    case 'B':
      return '8';
    case 'I':
      return '1';
    default:
      return letter;
  }
}

char nonsense(char letter, std::size_t at) {
  if (letter == ' ' || letter == '\n') return letter;
  const std::size_t code = static_cast<unsigned char>(letter) * std::size_t{7} + at * 13;
  return static_cast<char>('!' + code % 5 + at % 3 * 11);
}

}  // namespace

Scan scan_of(const YAML::Node& node) {
  Scan scan;
  scan.dpi = node["dpi"].as<int>(scan.dpi);
  scan.angle = node["angle"].as<double>(scan.angle);
  scan.noise = node["noise"].as<double>(scan.noise);
  scan.blur = node["blur"].as<int>(scan.blur);
  scan.shade = node["shade"].as<double>(scan.shade);
  scan.quality = node["quality"].as<int>(scan.quality);
  scan.colour = node["colour"].as<bool>(scan.colour);
  scan.bilevel = node["bilevel"].as<bool>(scan.bilevel);
  scan.stamp = node["stamp"].as<std::string>(scan.stamp);
  scan.ocr = node["ocr"].as<std::string>(scan.ocr);
  return scan;
}

std::vector<std::uint8_t> scanned_page(const Scan& scan, double width, double height, std::uint32_t seed,
                                       const DrawPage& draw) {
  const Surface surface = drawn_surface(scan, width, height, draw);
  Pixels pixels = pixels_of(surface.get(), scan.colour);
  blur(pixels, scan.blur);
  weather(pixels, scan, seed);
  if (scan.bilevel) to_black_and_white(pixels);
  return jpeg_of(pixels, scan.quality);
}

std::string garbled(const std::string& markup, const std::string& kind) {
  std::string result = markup;
  char until = 0;  // the end of the tag or entity that we are in
  for (std::size_t at = 0; at < result.size(); ++at) {
    char& letter = result[at];
    if (until != 0) {
      if (letter == until) until = 0;
    } else if (letter == '<' || letter == '&') {
      until = letter == '<' ? '>' : ';';
    } else if (static_cast<unsigned char>(letter) < 0x80) {
      if (kind == "nonsense") letter = nonsense(letter, at);
      if (kind == "lookalike" && at % 3 == 0) letter = lookalike(letter);
    }
  }
  return result;
}

}  // namespace certreg::drawn
