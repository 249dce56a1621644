#include "document.h"

#include <cairo-pdf.h>
#include <fmt/format.h>

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>

namespace certreg::drawn {
namespace {

using Surface = std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)>;
using Context = std::unique_ptr<cairo_t, decltype(&cairo_destroy)>;

struct Size {
  double width;
  double height;
};

Size size_of(const Layout& layout) {
  const auto name = layout.node["page"].as<std::string>("a4");
  const Size upright = name.starts_with("letter") ? Size{612, 792} : Size{595.276, 841.89};
  return name.ends_with("landscape") ? Size{upright.height, upright.width} : upright;
}

// FNV-1a; std::hash may differ between libraries.
std::uint32_t seed_of(const std::string& text) {
  std::uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

Surface pdf_surface(const std::filesystem::path& path, Size size, const Layout& layout) {
  Surface surface(cairo_pdf_surface_create(path.c_str(), size.width, size.height), &cairo_surface_destroy);
  cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATE_DATE, "2026-01-05T08:00:00Z");
  const auto title = layout.node["title"].as<std::string>("");
  if (!title.empty()) cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE, title.c_str());
  return surface;
}

std::vector<YAML::Node> pages_of(const Layout& layout, const Words& words) {
  std::vector<YAML::Node> result;
  for (const auto& page : layout.node["pages"]) {
    if (page["if"] && !words.has(page["if"].as<std::string>())) continue;
    result.push_back(page["blocks"]);
  }
  return result;
}

void show_jpeg(cairo_t* context, std::vector<std::uint8_t> bytes, const Scan& scan, Size size) {
  const double scale = scan.dpi / 72.0;
  const Surface image(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(size.width * scale),
                                                 static_cast<int>(size.height * scale)),
                      &cairo_surface_destroy);
  auto owned = std::make_unique<std::vector<std::uint8_t>>(std::move(bytes));
  const auto* data = owned->data();
  const auto length = owned->size();
  const auto drop = [](void* closure) { delete static_cast<std::vector<std::uint8_t>*>(closure); };
  const auto status =
      cairo_surface_set_mime_data(image.get(), CAIRO_MIME_TYPE_JPEG, data, length, drop, owned.release());
  if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error("a scan could not be embedded");
  cairo_save(context);
  cairo_scale(context, 1 / scale, 1 / scale);
  cairo_set_source_surface(context, image.get(), 0, 0);
  cairo_paint(context);
  cairo_restore(context);
}

void finish(cairo_t* context, cairo_surface_t* surface, const std::string& file) {
  cairo_surface_finish(surface);
  if (cairo_status(context) != CAIRO_STATUS_SUCCESS ||
      cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS) {
    throw std::runtime_error(
        fmt::format("{}: {}", file, cairo_status_to_string(cairo_surface_status(surface))));
  }
}

// Programs that write no map from glyphs to letters leave a text that cannot be read. The name of the map's
// key is made one that no reader knows, of the same length, so that all offsets in the file stay true.
void unmap_fonts(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  constexpr std::string_view key = "/ToUnicode";
  for (auto at = bytes.find(key); at != std::string::npos; at = bytes.find(key, at + 1)) bytes[at + 1] = 'X';
  std::ofstream(path, std::ios::binary) << bytes;
}

// A wrong text layer is drawn first and covered by the picture of the sheet.
struct Sheet {
  Painter visible;
  Painter covered;
};

void draw_scan(cairo_t* context, Sheet& sheet, const YAML::Node& blocks, const Scan& scan, Size size,
               std::uint32_t seed) {
  if (!scan.ocr.empty()) sheet.covered.draw_page(context, blocks);
  auto jpeg = scanned_page(scan, size.width, size.height, seed,
                           [&](cairo_t* pixels) { sheet.visible.draw_page(pixels, blocks); });
  show_jpeg(context, std::move(jpeg), scan, size);
}

}  // namespace

std::vector<Json> draw_document(const std::filesystem::path& folder, const std::string& file,
                                const Layout& layout, const YAML::Node& a_case, const Data& data,
                                const std::optional<Scan>& scan) {
  const Size size = size_of(layout);
  Words words = words_of(layout, a_case, data);
  Words unseen = words;
  const std::string ocr = scan ? scan->ocr : "";
  Sheet sheet{Painter(layout, a_case, words, nullptr),
              Painter(layout, a_case, unseen, [ocr](const std::string& text) { return garbled(text, ocr); })};
  const Surface surface = pdf_surface(folder / file, size, layout);
  const Context context(cairo_create(surface.get()), &cairo_destroy);
  const auto pages = pages_of(layout, words);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    for (Words* each : {&words, &unseen}) {
      each->set("page", fmt::to_string(i + 1));
      each->set("pages", fmt::to_string(pages.size()));
    }
    if (scan) {
      draw_scan(context.get(), sheet, pages[i], *scan, size, seed_of(fmt::format("{}/{}", file, i)));
    } else {
      sheet.visible.draw_page(context.get(), pages[i]);
    }
    cairo_show_page(context.get());
  }
  finish(context.get(), surface.get(), file);
  if (!scan && a_case["unmapped_fonts"]) unmap_fonts(folder / file);
  return truth_of(file, layout, a_case, words, sheet.visible, scan);
}

}  // namespace certreg::drawn
