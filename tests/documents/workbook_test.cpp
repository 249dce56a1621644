// What the reader makes of workbooks, in this process: a sandbox adds nothing here but time.
#include <gtest/gtest.h>

#include "documents/workbook.h"
#include "documents/worker/readers.h"

namespace certreg::documents {
namespace {

using sample::pack;
using sample::Parts;
using sample::workbook;
using worker::read_workbook;

std::string csv_of(const Parts& parts, const std::string& sheet = {}) {
  return read_workbook(pack(parts), sheet).csv;
}

FailureKind failure_of(const std::string& bytes, const std::string& sheet = {}) {
  try {
    read_workbook(bytes, sheet);
  } catch (const Failure& failure) {
    return failure.failure;
  }
  ADD_FAILURE() << "was read";
  return FailureKind::Crashed;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return text.replace(at, what.size(), by);
}

// Styles 0 to 7, by how each shows a number.
const std::string kStyles =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-407]dd\\.mm\\.yyyy;@\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"00000\"/><numFmt numFmtId=\"166\" formatCode=\"0.0&quot; "
    "days&quot;\"/>"
    "<numFmt numFmtId=\"167\" formatCode=\"yyyy-mm-dd hh:mm\"/><numFmt numFmtId=\"168\" "
    "formatCode=\"[h]:mm\"/></numFmts>"
    "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/>"
    "<xf numFmtId=\"166\"/><xf numFmtId=\"167\"/><xf numFmtId=\"20\"/><xf numFmtId=\"168\"/></cellXfs>";

TEST(Workbook, ValuesOfCells) {
  struct Case {
    const char *what, *cell, *value;
  };
  const Case cases[] = {
      {"a shared text", "<c t=\"s\"><v>0</v></c>", "Acme Ltd"},
      {"rich text without its reading aid", "<c t=\"s\"><v>1</v></c>", "\xE6\x9D\xB1\xE4\xBA\xAC office"},
      {"a text with an ampersand", "<c t=\"s\"><v>2</v></c>", "R&D"},
      {"a text of its own",
       "<c t=\"inlineStr\"><is><r><t>in</t></r><r><t xml:space=\"preserve\">side </t></r></is></c>",
       "inside "},
      {"an escaped letter", "<c t=\"str\"><v>a_x0041_b_x005F_x0041_</v></c>", "aAb_x0041_"},
      {"a whole number", "<c><v>27001</v></c>", "27001"},
      {"a long number that is kept", "<c><v>12345678901234567890</v></c>", "12345678901234567890"},
      {"a number with noise", "<c><v>0.30000000000000004</v></c>", "0.3"},
      {"a large number", "<c><v>1.2E+8</v></c>", "120000000"},
      {"a small number", "<c><v>-1.5E-7</v></c>", "-0.00000015"},
      {"a register number with zeros", "<c s=\"3\"><v>123</v></c>", "00123"},
      {"a number with a word that has date letters", "<c s=\"4\"><v>2.5</v></c>", "2.5"},
      {"a date", "<c s=\"1\"><v>46418</v></c>", "2027-01-31"},
      {"a date of an own format", "<c s=\"2\"><v>46418</v></c>", "2027-01-31"},
      {"a date with a time that is not shown", "<c s=\"1\"><v>46418.75</v></c>", "2027-01-31"},
      {"a date with a time", "<c s=\"5\"><v>46418.75</v></c>", "2027-01-31T18:00:00"},
      {"midnight", "<c s=\"5\"><v>46418</v></c>", "2027-01-31"},
      {"a second before midnight in floating point", "<c s=\"5\"><v>46417.9999999999</v></c>", "2027-01-31"},
      {"a time alone", "<c s=\"6\"><v>0.5</v></c>", "12:00:00"},
      {"a duration", "<c s=\"7\"><v>1.5</v></c>", "1.5"},
      {"the first day", "<c s=\"1\"><v>1</v></c>", "1900-01-01"},
      {"the day before the one that never was", "<c s=\"1\"><v>59</v></c>", "1900-02-28"},
      {"the day after it", "<c s=\"1\"><v>61</v></c>", "1900-03-01"},
      {"a date that is none", "<c s=\"1\"><v>-3</v></c>", "-3"},
      {"a date as ISO 8601", "<c t=\"d\"><v>2027-01-31T00:00:00</v></c>", "2027-01-31"},
      {"true", "<c t=\"b\"><v>1</v></c>", "TRUE"},
      {"false", "<c t=\"b\"><v>0</v></c>", "FALSE"},
      {"a formula by its value", "<c><f>1+1</f><v>2</v></c>", "2"},
      {"a mark", "<c t=\"inlineStr\"><is><t>a;b \"c\"\nd</t></is></c>", "\"a;b \"\"c\"\"\nd\""},
  };
  const std::string strings =
      "<si><t>Acme Ltd</t></si><si><r><t>\xE6\x9D\xB1\xE4\xBA\xAC</t></r><rPh sb=\"0\" "
      "eb=\"2\"><t>to</t></rPh>"
      "<r><t xml:space=\"preserve\"> office</t></r></si><si><t>R&amp;D</t></si>";
  for (const Case& item : cases) {
    auto parts = workbook(std::string("<row>") + item.cell + "</row>", strings, kStyles);
    EXPECT_EQ(csv_of(parts), std::string(item.value) + "\r\n") << item.what;
  }
}

TEST(Workbook, DatesOfTheOtherEpoch) {
  auto parts = workbook("<row><c s=\"1\"><v>44956</v></c><c s=\"1\"><v>0</v></c></row>", "", kStyles);
  auto& book = parts["xl/workbook.xml"];
  book = replaced(book, "<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
  EXPECT_EQ(csv_of(parts), "2027-01-31,1904-01-01\r\n");
}

TEST(Workbook, RowsKeepTheHeadersWidthAndTheirColumns) {
  EXPECT_EQ(
      csv_of(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c>"
                      "<c r=\"D1\"/></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t/></is></c></row>"
                      "<row r=\"9\"><c r=\"B9\"><v>5</v></c></row><row><c r=\"D10\"><v>6</v></c></row>")),
      "1,2,3\r\n,5,\r\n,,,6\r\n");
}

TEST(Workbook, OnlyTheFirstOfMergedCellsCounts) {
  auto parts = workbook(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"B1\"><v>2</v></c><c r=\"C1\"><v>3</v></c></row>"
      "<row r=\"2\"><c r=\"A2\"><v>4</v></c><c r=\"B2\"><v>5</v></c></row>"
      "<row r=\"3\"><c r=\"A3\"><v>6</v></c></row>");
  auto& sheet = parts["xl/worksheets/sheet1.xml"];
  sheet = replaced(sheet, "</sheetData>",
                   "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"\"/></mergeCells>");
  EXPECT_EQ(csv_of(parts), "1,,3\r\n6,,\r\n");
}

TEST(Workbook, WhatIsLeftOutIsSaid) {
  auto table = read_workbook(
      pack(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                    "<row r=\"2\" hidden=\"1\"><c r=\"A2\" t=\"e\"><v>#N/A</v></c><c r=\"AB2\"><f>A1</f></c>"
                    "<c r=\"C2\"><v>x</v></c></row>")),
      "");
  EXPECT_EQ(table.csv, "1\r\n,,x\r\n");
  EXPECT_EQ(table.warnings,
            (std::vector<std::string>{
                "cell A2 holds the error #N/A", "cell AB2 has a formula without a value",
                "cell C2 should be a number and is none", "1 rows that are read are hidden"}));
}

TEST(Workbook, ManyWarningsAreCounted) {
  std::string rows;
  for (int row = 0; row < 30; ++row) rows += "<row><c t=\"e\"><v>#REF!</v></c></row>";
  auto warnings = read_workbook(pack(workbook(rows)), "").warnings;
  ASSERT_EQ(warnings.size(), 21U);
  EXPECT_EQ(warnings.back(), "10 more cells are like these");
}

Parts with_sheets(const std::string& sheets) {
  auto parts = workbook("<row><c><v>1</v></c></row>");
  parts["xl/worksheets/sheet2.xml"] = replaced(parts["xl/worksheets/sheet1.xml"], "<v>1<", "<v>2<");
  auto& list = parts["xl/_rels/workbook.xml.rels"];
  list = replaced(
      list, "</Relationships>",
      "<Relationship Id=\"rId8\" Type=\"http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet\" "
      "Target=\"../xl/worksheets/sheet2.xml\"/><Relationship Id=\"rId9\" Type=\"x/chartsheet\" "
      "Target=\"c.xml\"/><Relationship Id=\"rId10\" Type=\"x/worksheet\" TargetMode=\"External\" "
      "Target=\"http://203.0.113.1/x.xml\"/></Relationships>");
  auto& book = parts["xl/workbook.xml"];
  book = replaced(book, "<sheet name=\"Register\" sheetId=\"1\" r:id=\"rId1\"/>", sheets);
  return parts;
}

TEST(Workbook, TheFirstSheetThatIsShownOrTheOneNamed) {
  auto parts = with_sheets(
      "<sheet name=\"Chart\" r:id=\"rId9\"/><sheet name=\"Elsewhere\" r:id=\"rId10\"/>"
      "<sheet name=\"Old\" state=\"veryHidden\" r:id=\"rId1\"/><sheet name=\"R&amp;D\" state=\"visible\" "
      "r:id=\"rId8\"/>");
  auto table = read_workbook(pack(parts), "");
  EXPECT_EQ(table.csv, "2\r\n");
  EXPECT_EQ(table.sheet_names, (std::vector<std::string>{"Old", "R&D"}));
  EXPECT_EQ(csv_of(parts, "Old"), "1\r\n");
  EXPECT_EQ(csv_of(parts, "R&D"), "2\r\n");
  EXPECT_EQ(failure_of(pack(parts), "Elsewhere"), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of(pack(with_sheets("<sheet name=\"Old\" state=\"hidden\" r:id=\"rId1\"/>"))),
            FailureKind::NotThatKind);
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string result;
  for (std::size_t count = 0; count < times; ++count) result += piece;
  return result;
}

TEST(Workbook, HostileOnesAreRefused) {
  const auto part = [](const std::string& name, const std::string& bytes) {
    auto parts = workbook("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>x</t></si>");
    parts[name] = bytes;
    return pack(parts);
  };
  const std::string sheet = "xl/worksheets/sheet1.xml", strings = "xl/sharedStrings.xml";
  EXPECT_EQ(failure_of(part(strings, "<!DOCTYPE sst [<!ENTITY a \"" + std::string(100, 'a') +
                                         "\">]><sst><si><t>&a;&a;</t></si></sst>")),
            FailureKind::Damaged);
  EXPECT_EQ(failure_of(part(
                strings,
                "<!DOCTYPE sst [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><sst><si><t>&a;</t></si></sst>")),
            FailureKind::Damaged);
  EXPECT_EQ(failure_of(part(sheet, "<worksheet><sheetData><row><c></row>")), FailureKind::Damaged);
  EXPECT_EQ(failure_of(part(sheet, repeated("<a>", 10'000))), FailureKind::Damaged);
  EXPECT_EQ(failure_of(part(sheet, "")), FailureKind::Damaged);
  EXPECT_EQ(failure_of(part(strings, "<sst/>")), FailureKind::Damaged) << "a text that is not there";
  EXPECT_EQ(failure_of(pack(workbook("<row r=\"2\"/><row r=\"1\"/>"))), FailureKind::Damaged);
  EXPECT_EQ(failure_of(pack(workbook("<row r=\"1048577\"/>"))), FailureKind::TooLarge);
  EXPECT_EQ(failure_of(pack(workbook("<row><c r=\"XFE1\"><v>1</v></c></row>"))), FailureKind::TooLarge);
  EXPECT_EQ(failure_of(part(sheet, std::string((256U << 20) + 1, ' '))), FailureKind::TooLarge) << "a bomb";
  EXPECT_EQ(failure_of(pack(workbook(repeated("<row><c r=\"XFD1\"><v>1</v></c></row>", 9000)))),
            FailureKind::TooLarge)
      << "much from little";
}

TEST(Workbook, OtherArchivesAndContainersAreNamedForWhatTheyAre) {
  const std::string container = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(600, '\0');
  const std::string locked(std::string_view("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32));
  EXPECT_EQ(failure_of(container), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of(container + locked), FailureKind::Encrypted);
  EXPECT_EQ(failure_of(pack({{"word/document.xml", "<w/>"}})), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of("hello"), FailureKind::Damaged);
}

TEST(Workbook, CutAnywhereItIsRefusedOrRead) {
  const std::string bytes = pack(workbook("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46418</v></c></row>",
                                          "<si><t>x</t></si>", kStyles));
  const std::string whole = read_workbook(bytes, "").csv;
  for (std::size_t length = 0; length < bytes.size(); ++length) {
    try {
      EXPECT_EQ(read_workbook(bytes.substr(0, length), "").csv, whole) << length;
    } catch (const Failure& failure) {
      EXPECT_NE(failure.failure, FailureKind::Crashed) << length;
    }
  }
}

TEST(Workbook, APartCutAnywhereIsRefused) {
  const auto parts =
      workbook("<row><c t=\"s\"><v>0</v></c><c s=\"1\"><v>46418</v></c></row>", "<si><t>x</t></si>", kStyles);
  for (const char* name : {"xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml",
                           "xl/workbook.xml", "xl/_rels/workbook.xml.rels"}) {
    for (std::size_t length = 0; length < parts.at(name).size(); ++length) {
      auto cut = parts;
      cut[name].resize(length);
      EXPECT_EQ(failure_of(pack(cut)), FailureKind::Damaged) << name << " " << length;
    }
  }
}

}  // namespace
}  // namespace certreg::documents
