#include "documents/text_json.h"

#include <nlohmann/json.hpp>

namespace certreg::documents {
namespace {

using nlohmann::json;

json box_json(const Box& box) { return json::array({box.x, box.y, box.width, box.height}); }

Box parse_box(const json& value) {
  return {value.at(0).get<double>(), value.at(1).get<double>(), value.at(2).get<double>(),
          value.at(3).get<double>()};
}

json line_json(const reading::Line& line) {
  json words = json::array();
  for (const auto& word : line.words)
    words.push_back(json::array({word.text, box_json(word.box), word.font_size}));
  return {{"text", line.text},   {"kind", static_cast<int>(line.kind)}, {"level", line.level},
          {"cells", line.cells}, {"words", std::move(words)},           {"box", box_json(line.box)}};
}

reading::Line parse_line(const json& value) {
  reading::Line line;
  line.text = value.at("text").get<std::string>();
  int kind = value.at("kind").get<int>();
  if (kind < 0 || kind > static_cast<int>(reading::LineKind::Label)) throw std::out_of_range("kind of line");
  line.kind = static_cast<reading::LineKind>(kind);
  line.level = value.at("level").get<int>();
  line.cells = value.at("cells").get<std::vector<std::string>>();
  line.box = parse_box(value.at("box"));
  for (const json& word : value.at("words"))
    line.words.push_back({word.at(0).get<std::string>(), parse_box(word.at(1)), word.at(2).get<double>()});
  return line;
}

json page_json(const reading::Page& page) {
  json lines = json::array();
  for (const auto& line : page.lines) lines.push_back(line_json(line));
  return {
      {"number", page.number}, {"width", page.width}, {"height", page.height}, {"lines", std::move(lines)}};
}

reading::Page parse_page(const json& value) {
  reading::Page page{
      value.at("number").get<int>(), value.at("width").get<double>(), value.at("height").get<double>(), {}};
  for (const json& line : value.at("lines")) page.lines.push_back(parse_line(line));
  return page;
}

reading::Text parse_text(const json& value) {
  reading::Text text;
  text.media_type = value.at("media_type").get<std::string>();
  text.title = value.at("title").get<std::string>();
  text.author = value.at("author").get<std::string>();
  text.language = value.at("language").get<std::string>();
  text.has_text = value.at("has_text").get<bool>();
  text.whole = value.at("whole").get<bool>();
  text.json_ld = value.at("json_ld").get<std::vector<std::string>>();
  text.warnings = value.at("warnings").get<std::vector<std::string>>();
  for (const json& page : value.at("pages")) text.pages.push_back(parse_page(page));
  for (const json& link : value.at("links"))
    text.links.push_back(
        {link.at(0).get<std::string>(), link.at(1).get<std::string>(), link.at(2).get<int>()});
  for (const json& object : value.at("objects"))
    text.objects.push_back(
        {object.at(0).get<std::string>(), object.at(1).get<std::map<std::string, std::string>>()});
  return text;
}

FailureKind parse_failure_kind(const std::string& name) {
  for (int kind = 0; kind <= static_cast<int>(FailureKind::WorkerMissing); ++kind)
    if (name == to_string(static_cast<FailureKind>(kind))) return static_cast<FailureKind>(kind);
  return FailureKind::Crashed;
}

}  // namespace

std::string text_json(const reading::Text& text) {
  json pages = json::array(), links = json::array(), objects = json::array();
  for (const auto& page : text.pages) pages.push_back(page_json(page));
  for (const auto& link : text.links) links.push_back(json::array({link.text, link.address, link.page}));
  for (const auto& object : text.objects) objects.push_back(json::array({object.type, object.members}));
  json value{{"media_type", text.media_type}, {"title", text.title},          {"author", text.author},
             {"language", text.language},     {"has_text", text.has_text},    {"whole", text.whole},
             {"json_ld", text.json_ld},       {"warnings", text.warnings},    {"pages", std::move(pages)},
             {"links", std::move(links)},     {"objects", std::move(objects)}};
  return json{{"text", std::move(value)}}.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string failure_json(FailureKind kind, std::string_view detail) {
  return json{{"failure", to_string(kind)}, {"detail", detail}}.dump(-1, ' ', false,
                                                                     json::error_handler_t::replace);
}

reading::Text parse_text_json(std::string_view bytes) {
  try {
    json value = json::parse(bytes);
    if (!value.contains("failure")) return parse_text(value.at("text"));
    throw Failure(parse_failure_kind(value.at("failure").get<std::string>()),
                  value.at("detail").get<std::string>());
  } catch (const Failure&) {
    throw;
  } catch (const std::exception& problem) {
    throw Failure(FailureKind::Crashed, "the document could not be read", problem.what());
  }
}

}  // namespace certreg::documents
