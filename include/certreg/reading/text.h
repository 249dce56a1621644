// What a document says, in one form for all kinds of documents, so that the rest never asks where text came
// from. Coordinates in points from the page's top left corner; UTF-8.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "certreg/domain/quote.h"

namespace certreg::reading {

// At most, the confidence of a word that was read in two ways, or that stands beside one that could not be
// read.
inline constexpr double kDisputed = 0.5;

struct Word {
  std::string text;
  Box box;
  double font_size = 0;
  std::string font = {};  // its name as the document gives it, or empty
  double confidence = 1;  // 0 to 1: how sure character recognition was; 1 for words of a text layer
};

// Where the words of a page come from.
enum class TextOrigin { TextLayer, Ocr, Markup };

enum class LineKind { Plain, Heading, ListItem, TableRow, Label };

struct Line {
  std::string text;  // the words joined by blanks; of a table row: the cells joined by " | "
  LineKind kind = LineKind::Plain;
  int level = 0;                   // of a heading, 1 to 6
  std::vector<std::string> cells;  // of a table row
  std::vector<Word> words;         // with boxes; empty where the document has no positions
  Box box;
};

struct Page {
  int number = 1;
  double width = 0, height = 0;  // 0 where the document has no pages
  std::vector<Line> lines;       // in reading order
  TextOrigin origin = TextOrigin::Markup;
};

// What a QR code on a page holds, mostly an address at which the certificate can be verified.
struct Code {
  std::string content;
  int page = 0;
  Box box;
};

struct Link {
  std::string text, address;
  int page = 0;
  Box box = {};  // of an annotation in a PDF; empty elsewhere
};

// A part of a page that a source's definition names by XPath.
struct SelectedPart {
  std::string name;
  std::size_t matches = 0;  // elements that the selector found, hidden ones too
  std::vector<Line> lines;  // what is visible of them, each word once though matches nest
  std::vector<Link> links;  // in them
  std::string problem;      // why the selector could not be tried ("needs too much work"): then matches
                            // is 0 and says nothing about the page; empty otherwise
};

// An object of linked data (schema.org) that a page carries, flattened: members by dotted path
// ("issuedBy.name"), lists by their first element; the name of the object around it under "@parent.name".
struct LinkedObject {
  std::string type;  // "Certification"
  std::map<std::string, std::string> members;
};

struct Text {
  std::string media_type;   // "application/pdf", "text/html", "text/markdown", "text/plain"
  std::vector<Page> pages;  // one page for documents without pages
  std::vector<Link> links;
  std::vector<Code> codes;
  std::string title, author;
  std::string language;                // as declared by the document, or empty
  std::vector<std::string> json_ld;    // bodies of <script type="application/ld+json">
  std::vector<LinkedObject> objects;   // the objects in json_ld, each nested one too
  std::vector<SelectedPart> selected;  // one for each selection asked for, in order
  std::string base_address;            // of a page: <base href>, as it stands there
  std::string without_script;          // of a page: what <noscript> shows
  bool has_script = false;             // of a page: it runs scripts
  bool has_password_field = false;     // of a page: a visible one
  bool has_text = true;                // false: pictures only (a scan)
  bool whole = true;                   // false: cut at a limit, or pages that could not be read
  std::vector<std::string> warnings;   // what was left out and why
};

}  // namespace certreg::reading
