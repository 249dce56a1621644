#include "documents/text_json.h"

#include "documents/worker_answer.h"

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
    words.push_back(json::array({word.text, box_json(word.box), word.font_size, word.font, word.confidence}));
  return {{"text", line.text},   {"kind", static_cast<int>(line.kind)}, {"level", line.level},
          {"cells", line.cells}, {"words", std::move(words)},           {"box", box_json(line.box)}};
}

reading::Line parse_line(const json& value) {
  reading::Line line;
  line.text = value.at("text").get<std::string>();
  line.kind = parse_enum(value.at("kind"), reading::LineKind::Label);
  line.level = value.at("level").get<int>();
  line.cells = value.at("cells").get<std::vector<std::string>>();
  line.box = parse_box(value.at("box"));
  for (const json& word : value.at("words"))
    line.words.push_back({word.at(0).get<std::string>(), parse_box(word.at(1)), word.at(2).get<double>(),
                          word.at(3).get<std::string>(), word.at(4).get<double>()});
  return line;
}

json lines_json(const std::vector<reading::Line>& lines) {
  json result = json::array();
  for (const auto& line : lines) result.push_back(line_json(line));
  return result;
}

std::vector<reading::Line> parse_lines(const json& value) {
  std::vector<reading::Line> lines;
  for (const json& line : value) lines.push_back(parse_line(line));
  return lines;
}

json links_json(const std::vector<reading::Link>& links) {
  json result = json::array();
  for (const auto& link : links)
    result.push_back(json::array({link.text, link.address, link.page, box_json(link.box)}));
  return result;
}

std::vector<reading::Link> parse_links(const json& value) {
  std::vector<reading::Link> links;
  for (const json& link : value)
    links.push_back({link.at(0).get<std::string>(), link.at(1).get<std::string>(), link.at(2).get<int>(),
                     parse_box(link.at(3))});
  return links;
}

json part_json(const reading::SelectedPart& part) {
  return {{"name", part.name},
          {"matches", part.matches},
          {"lines", lines_json(part.lines)},
          {"links", links_json(part.links)},
          {"problem", part.problem}};
}

reading::SelectedPart parse_part(const json& value) {
  return {value.at("name").get<std::string>(), value.at("matches").get<std::size_t>(),
          parse_lines(value.at("lines")), parse_links(value.at("links")),
          value.at("problem").get<std::string>()};
}

json page_json(const reading::Page& page) {
  return {{"number", page.number},
          {"width", page.width},
          {"height", page.height},
          {"lines", lines_json(page.lines)},
          {"origin", static_cast<int>(page.origin)}};
}

json codes_json(const std::vector<reading::Code>& codes) {
  json result = json::array();
  for (const auto& code : codes) result.push_back(json::array({code.content, code.page, box_json(code.box)}));
  return result;
}

reading::Page parse_page(const json& value) {
  return {value.at("number").get<int>(), value.at("width").get<double>(), value.at("height").get<double>(),
          parse_lines(value.at("lines")), parse_enum(value.at("origin"), reading::TextOrigin::Markup)};
}

reading::Text parse_text(const json& value) {
  reading::Text text;
  text.media_type = value.at("media_type").get<std::string>();
  text.title = value.at("title").get<std::string>();
  text.author = value.at("author").get<std::string>();
  text.language = value.at("language").get<std::string>();
  text.base_address = value.at("base_address").get<std::string>();
  text.without_script = value.at("without_script").get<std::string>();
  text.has_script = value.at("has_script").get<bool>();
  text.has_password_field = value.at("has_password_field").get<bool>();
  text.has_text = value.at("has_text").get<bool>();
  text.whole = value.at("whole").get<bool>();
  text.json_ld = value.at("json_ld").get<std::vector<std::string>>();
  text.warnings = value.at("warnings").get<std::vector<std::string>>();
  for (const json& page : value.at("pages")) text.pages.push_back(parse_page(page));
  text.links = parse_links(value.at("links"));
  for (const json& code : value.at("codes"))
    text.codes.push_back({code.at(0).get<std::string>(), code.at(1).get<int>(), parse_box(code.at(2))});
  for (const json& part : value.at("selected")) text.selected.push_back(parse_part(part));
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

json object_in(std::string_view bytes) {
  json value = json::parse(bytes);
  if (!value.contains("failure")) return value;
  throw Failure(parse_failure_kind(value.at("failure").get<std::string>()),
                value.at("detail").get<std::string>());
}

std::string text_json(const PartialText& partial) {
  const reading::Text& text = partial.text;
  json pages = json::array(), objects = json::array(), selected = json::array();
  for (const auto& page : text.pages) pages.push_back(page_json(page));
  for (const auto& object : text.objects) objects.push_back(json::array({object.type, object.members}));
  for (const auto& part : text.selected) selected.push_back(part_json(part));
  json value{{"media_type", text.media_type},
             {"title", text.title},
             {"author", text.author},
             {"language", text.language},
             {"base_address", text.base_address},
             {"without_script", text.without_script},
             {"has_script", text.has_script},
             {"has_password_field", text.has_password_field},
             {"has_text", text.has_text},
             {"whole", text.whole},
             {"json_ld", text.json_ld},
             {"warnings", text.warnings},
             {"pages", std::move(pages)},
             {"links", links_json(text.links)},
             {"codes", codes_json(text.codes)},
             {"objects", std::move(objects)},
             {"selected", std::move(selected)}};
  return json{{"text", std::move(value)}, {"recognise", partial.pages_to_recognise}}.dump(
      -1, ' ', false, json::error_handler_t::replace);
}

std::string failure_json(FailureKind kind, std::string_view detail) {
  return json{{"failure", to_string(kind)}, {"detail", detail}}.dump(-1, ' ', false,
                                                                     json::error_handler_t::replace);
}

std::string table_json(const Table& table) {
  json head{{"sheet_names", table.sheet_names}, {"warnings", table.warnings}};
  return head.dump(-1, ' ', false, json::error_handler_t::replace) + '\n';
}

PartialText parse_text_json(std::string_view bytes) {
  return guarded([&] {
    const json value = object_in(bytes);
    return PartialText{parse_text(value.at("text")), value.at("recognise").get<std::vector<int>>()};
  });
}

Table parse_table(std::string_view bytes) {
  return guarded([&] {
    const auto end = bytes.find('\n');
    const json head = object_in(bytes.substr(0, end));
    Table table{head.at("sheet_names").get<std::vector<std::string>>(),
                {},
                head.at("warnings").get<std::vector<std::string>>()};
    if (end == std::string_view::npos) throw std::out_of_range("end of the table's head");
    table.csv = bytes.substr(end + 1);
    return table;
  });
}

}  // namespace certreg::documents
