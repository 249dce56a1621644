#include "documents/picture_json.h"

#include "documents/worker_answer.h"

namespace certreg::documents {
namespace {

constexpr std::string_view kPngBegins = "\x89PNG\r\n\x1a\n";

}  // namespace

std::string picture_json(const PagePicture& picture) {
  return nlohmann::json{{"width", picture.width}, {"height", picture.height}}.dump() + '\n' + picture.png;
}

PagePicture parse_picture(std::string_view bytes) {
  return guarded([&] {
    const auto end = bytes.find('\n');
    const auto head = object_in(bytes.substr(0, end));
    PagePicture picture{head.at("width").get<double>(), head.at("height").get<double>(), {}};
    if (end == std::string_view::npos) throw std::out_of_range("end of the picture's head");
    picture.png = bytes.substr(end + 1);
    if (!picture.png.starts_with(kPngBegins) || !(picture.width > 0) || !(picture.height > 0))
      throw std::out_of_range("a picture");
    return picture;
  });
}

}  // namespace certreg::documents
