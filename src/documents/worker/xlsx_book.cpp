// SPDX-License-Identifier: GPL-2.0-or-later
#include "documents/worker/xlsx_book.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>

#include "certreg/documents/worker.h"
#include "documents/worker/xml_stream.h"

namespace certreg::worker {
namespace {

using documents::Failure;
using documents::FailureKind;

constexpr std::size_t kMaxSheets = 1000;

struct Relationship {
  std::string id, type, part;
};

std::string folder_of(const std::string& part) {
  const auto slash = part.rfind('/');
  return slash == std::string::npos ? std::string() : part.substr(0, slash + 1);
}

// "../strings.xml" seen from "xl/workbook.xml" is "strings.xml"; "/xl/x.xml" is "xl/x.xml" from everywhere.
std::string resolved(std::string folder, std::string target) {
  if (target.starts_with('/')) return target.substr(1);
  while (target.starts_with("../") || target.starts_with("./")) {
    if (target.starts_with("../") && !folder.empty()) folder = folder_of(folder.substr(0, folder.size() - 1));
    target.erase(0, target.find('/') + 1);
  }
  return folder + target;
}

class RelationshipReader : public XmlHandler {
 public:
  explicit RelationshipReader(std::string folder) : folder_(std::move(folder)) {}
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
    const std::string& type = attributes.get("Type");
    found.push_back({attributes.get("Id"), type.substr(type.rfind('/') + 1),
                     resolved(folder_, attributes.get("Target"))});
  }
  std::vector<Relationship> found;

 private:
  std::string folder_;
};

std::vector<Relationship> relationships_of(ZipParts& parts, const std::string& part) {
  const std::string folder = folder_of(part);
  const std::string list = folder + "_rels/" + part.substr(folder.size()) + ".rels";
  RelationshipReader reader(folder);
  if (parts.has(list)) read_xml(parts, list, reader);
  return std::move(reader.found);
}

std::string part_of_type(const std::vector<Relationship>& all, std::string_view type) {
  auto found = std::ranges::find(all, type, &Relationship::type);
  return found == all.end() ? std::string() : found->part;
}

class BookReader : public XmlHandler {
 public:
  BookReader(const std::vector<Relationship>& relationships, Book& book)
      : relationships_(relationships), book_(book) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    const std::string& from_1904 = attributes.get("date1904");
    if (name == "workbookPr" && (from_1904 == "1" || from_1904 == "true")) book_.epoch = Epoch::Year1904;
    if (name != "sheet") return;
    auto found = std::ranges::find(relationships_, attributes.get("id"), &Relationship::id);
    if (found == relationships_.end() || found->type != "worksheet") return;
    if (book_.sheets.size() == kMaxSheets)
      throw Failure(FailureKind::TooLarge, "the workbook has too many sheets");
    const std::string& state = attributes.get("state");
    book_.sheets.push_back({attributes.get("name"), found->part, !state.empty() && state != "visible"});
  }

 private:
  const std::vector<Relationship>& relationships_;
  Book& book_;
};

class StringReader : public XmlHandler {
 public:
  explicit StringReader(SharedStrings& strings) : strings_(strings) {}
  void start(std::string_view name, const XmlAttributes& /*attributes*/) override {
    if (name == "si") text_.clear();
    if (name == "rPh") in_reading_aid_ = true;
    if (name == "t") in_text_ = true;
  }
  void end(std::string_view name) override {
    if (name == "si") strings_.add(unescaped(text_));
    if (name == "rPh") in_reading_aid_ = false;
    if (name == "t") in_text_ = false;
  }
  void text(std::string_view text) override {
    if (in_text_ && !in_reading_aid_) text_ += text;
  }

 private:
  SharedStrings& strings_;
  std::string text_;
  bool in_text_ = false;
  bool in_reading_aid_ = false;  // Japanese: how the text is said, written small above it
};

int number_of(const std::string& text) {
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

class StyleReader : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name == "cellXfs") in_cell_styles_ = true;
    const int id = number_of(attributes.get("numFmtId"));
    if (name == "numFmt") own_.insert_or_assign(id, format_of_code(attributes.get("formatCode")));
    if (name == "xf" && in_cell_styles_) formats.push_back(format_of(id));
  }
  void end(std::string_view name) override {
    if (name == "cellXfs") in_cell_styles_ = false;
  }
  std::vector<NumberFormat> formats;

 private:
  NumberFormat format_of(int id) const {
    auto found = own_.find(id);
    return found == own_.end() ? format_of_id(id) : found->second;
  }
  std::unordered_map<int, NumberFormat> own_;
  bool in_cell_styles_ = false;
};

}  // namespace

Book read_book(ZipParts& parts) {
  std::string part = part_of_type(relationships_of(parts, ""), "officeDocument");
  if (part.empty()) part = "xl/workbook.xml";
  if (!parts.has(part) || part.ends_with(".bin"))
    throw Failure(FailureKind::NotThatKind, "the archive is no workbook in the form of XLSX");
  const std::vector<Relationship> relationships = relationships_of(parts, part);
  Book book;
  book.strings_part = part_of_type(relationships, "sharedStrings");
  book.styles_part = part_of_type(relationships, "styles");
  BookReader reader(relationships, book);
  read_xml(parts, part, reader);
  return book;
}

std::string_view SharedStrings::at(std::size_t number) const {
  if (number >= ends_.size()) return {};
  const std::size_t start = number == 0 ? 0 : ends_[number - 1];
  return std::string_view(texts_).substr(start, ends_[number] - start);
}

void SharedStrings::add(std::string_view text) {
  texts_ += text;
  ends_.push_back(texts_.size());
}

SharedStrings read_strings(ZipParts& parts, const std::string& part) {
  SharedStrings strings;
  StringReader reader(strings);
  if (!part.empty()) read_xml(parts, part, reader);
  return strings;
}

std::vector<NumberFormat> read_styles(ZipParts& parts, const std::string& part) {
  StyleReader reader;
  if (!part.empty()) read_xml(parts, part, reader);
  return std::move(reader.formats);
}

}  // namespace certreg::worker
