#include "service/reference_document.h"

#include <yaml-cpp/eventhandler.h>

#include <algorithm>
#include <sstream>

#include "certreg/domain/names.h"

namespace certreg::service {
namespace {

constexpr std::size_t kMaxFileBytes = 1 << 20;

// Notes what reference data may not contain while yaml-cpp parses, before any node is built.
class PlainYaml : public YAML::EventHandler {
 public:
  PlainYaml(std::string_view file, ReferenceProblems& problems) : file_(file), problems_(problems) {}

  bool is_plain() const { return plain_; }
  int documents() const { return documents_; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ > 1) refuse(mark, "a file holds one document");
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { check(mark, "", anchor); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override { refuse(mark, "aliases are not allowed"); }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string&) override {
    check(mark, tag, anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    check(mark, tag, anchor);
  }
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    check(mark, tag, anchor);
  }
  void OnMapEnd() override {}

 private:
  void check(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    if (anchor != YAML::NullAnchor) refuse(mark, "anchors are not allowed");
    // "?" and "!" are yaml-cpp's own marks of plain and of quoted scalars.
    if (!tag.empty() && tag != "?" && tag != "!") refuse(mark, "tags are not allowed");
  }
  void refuse(const YAML::Mark& mark, const char* rule) {
    plain_ = false;
    problems_.add(file_, mark.line + 1, rule);
  }

  std::string_view file_;
  ReferenceProblems& problems_;
  bool plain_ = true;
  int documents_ = 0;
};

bool is_plain(const NamedText& file, const std::string& text, ReferenceProblems& problems) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  PlainYaml events(file.name, problems);
  while (parser.HandleNextDocument(events) && events.is_plain()) {
  }
  if (events.documents() == 0) problems.add(file.name, 0, "the file is empty");
  return events.is_plain() && events.documents() == 1;
}

// The line as people see it: without the mark of byte order, tabs and the end that other systems write.
std::string shown_line(std::string_view line, int number) {
  constexpr std::string_view kByteOrder = "\xEF\xBB\xBF";
  if (number == 1 && line.starts_with(kByteOrder)) line.remove_prefix(kByteOrder.size());
  if (line.ends_with('\r')) line.remove_suffix(1);
  std::string shown(line);
  std::replace(shown.begin(), shown.end(), '\t', ' ');
  return shown;
}

bool is_text(const NamedText& file, ReferenceProblems& problems) {
  bool clean = true;
  int number = 0;
  for (std::string_view rest = file.bytes; !rest.empty();) {
    const auto end = std::min(rest.find('\n'), rest.size());
    const auto line = shown_line(rest.substr(0, end), ++number);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.find_first_not_of(' ') == std::string::npos || is_clean_text(line, kMaxFileBytes)) continue;
    clean = false;
    problems.add(file.name, number, "not text in UTF-8 without control and hidden characters");
  }
  return clean;
}

}  // namespace

std::optional<YAML::Node> read_document(const NamedText& file, ReferenceProblems& problems) {
  if (file.bytes.size() > kMaxFileBytes) {
    problems.add(file.name, 0, "the file is larger than 1 MiB");
    return std::nullopt;
  }
  if (!is_text(file, problems)) return std::nullopt;
  const std::string text(file.bytes);
  try {
    if (!is_plain(file, text, problems)) return std::nullopt;
    return YAML::Load(text);
  } catch (const YAML::Exception& error) {
    problems.add(file.name, error.mark.line + 1, "not YAML: " + error.msg);
    return std::nullopt;
  }
}

}  // namespace certreg::service
