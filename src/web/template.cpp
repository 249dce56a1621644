#include "web/template.h"

#include <stdexcept>

#include "certreg/domain/embedded.h"

namespace certreg::web {

std::span<const EmbeddedFile> embedded_files();

namespace {

// A name that is not there would be drawn as nothing, and a page that leaves something out may say "yes".
class StrictContext final : public kainjow::mustache::context<std::string> {
 public:
  using context::context;
  const Data* get(const std::string& name) const override {
    const auto* found = context::get(name);
    if (found == nullptr) throw std::logic_error("a template names " + name + ", which is not there");
    return found;
  }
};

std::string part(std::string_view name) {
  const auto text = asset(name);
  if (text.empty()) throw std::logic_error("no template " + std::string(name));
  return std::string(text);
}

std::string meaning_of(std::string_view mark, Language language) {
  if (mark.starts_with("> ")) return expanded(part(mark.substr(2)), language);
  return kainjow::mustache::html_escape(message(language, mark));
}

}  // namespace

std::string_view asset(std::string_view name) {
  const auto path = "assets/" + std::string(name);
  for (const auto& file : embedded_files())
    if (file.name == path) return file.bytes;
  return {};
}

std::vector<std::string_view> embedded_below(std::string_view folder) {
  std::vector<std::string_view> found;
  for (const auto& file : embedded_files())
    if (file.name.starts_with(folder)) found.push_back(file.bytes);
  return found;
}

std::string expanded(std::string_view text, Language language) {
  std::string out;
  for (;;) {
    const auto begin = text.find("[["), end = text.find("]]", begin);
    if (begin == std::string_view::npos || end == std::string_view::npos) return out.append(text);
    out.append(text.substr(0, begin)).append(meaning_of(text.substr(begin + 2, end - begin - 2), language));
    text.remove_prefix(end + 2);
  }
}

std::string fill(std::string_view name, const Data& values, Language language) {
  constexpr std::string_view content = "[[> content]]";
  auto text = part("frame.mustache");
  text.replace(text.find(content), content.size(), part(name));
  kainjow::mustache::mustache page{expanded(text, language)};
  if (!page.is_valid()) throw std::logic_error("template " + std::string(name) + ": " + page.error_message());
  StrictContext context(&values);
  return page.render(context);
}

}  // namespace certreg::web
