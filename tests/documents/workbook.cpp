#include "documents/workbook.h"

#include <unistd.h>
#include <xlsxwriter.h>
#include <zip.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace certreg::sample {
namespace {

const std::string kHead = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const std::string kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const std::string kMain = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return "<Relationship Id=\"" + id + "\" Type=\"" + kOffice + "/" + type + "\" Target=\"" + target + "\"/>";
}

std::string relationships(const std::string& all) {
  return kHead + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         all + "</Relationships>";
}

std::string bytes_of(zip_source_t* source) {
  zip_stat_t status{};
  if (zip_source_stat(source, &status) != 0 || zip_source_open(source) != 0)
    throw std::runtime_error("the archive was not written");
  std::string bytes(status.size, '\0');
  zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  zip_source_free(source);
  return bytes;
}

struct Written {
  const char *holder, *number;
  lxw_datetime expires;
};

void write_row(lxw_worksheet* sheet, lxw_row_t row, lxw_format* day, Written written) {
  worksheet_write_string(sheet, row, 0, written.holder, nullptr);
  worksheet_write_string(sheet, row, 1, written.number, nullptr);
  worksheet_write_datetime(sheet, row, 2, &written.expires, day);
}

}  // namespace

std::string pack(const Parts& parts) {
  zip_source_t* source = zip_source_buffer_create(nullptr, 0, 0, nullptr);
  zip_source_keep(source);
  zip_t* archive = zip_open_from_source(source, ZIP_TRUNCATE, nullptr);
  if (archive == nullptr) throw std::runtime_error("the archive was not made");
  for (const auto& [name, bytes] : parts) {
    const auto member =
        zip_file_add(archive, name.c_str(), zip_source_buffer(archive, bytes.data(), bytes.size(), 0), 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(member), ZIP_CM_DEFLATE, 1);
  }
  if (zip_close(archive) != 0) throw std::runtime_error(zip_strerror(archive));
  return bytes_of(source);
}

Parts workbook(const std::string& rows, const std::string& strings, const std::string& styles) {
  return {{"[Content_Types].xml",
           kHead + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"},
          {"_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml"))},
          {"xl/workbook.xml",
           kHead + "<workbook " + kMain + " xmlns:r=\"" + kOffice +
               "\"><sheets><sheet name=\"Register\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"},
          {"xl/_rels/workbook.xml.rels",
           relationships(relationship("rId1", "worksheet", "worksheets/sheet1.xml") +
                         relationship("rId2", "sharedStrings", "sharedStrings.xml") +
                         relationship("rId3", "styles", "/xl/styles.xml"))},
          {"xl/worksheets/sheet1.xml",
           kHead + "<worksheet " + kMain + "><sheetData>" + rows + "</sheetData></worksheet>"},
          {"xl/sharedStrings.xml", kHead + "<sst " + kMain + ">" + strings + "</sst>"},
          {"xl/styles.xml", kHead + "<styleSheet " + kMain + ">" + styles + "</styleSheet>"}};
}

std::string written_workbook() {
  std::string path = std::filesystem::temp_directory_path() / "certreg-workbook-XXXXXX";
  close(mkstemp(path.data()));
  lxw_workbook* book = workbook_new(path.c_str());
  lxw_format* day = workbook_add_format(book);
  format_set_num_format(day, "dd.mm.yyyy");
  lxw_worksheet* sheet = workbook_add_worksheet(book, "Register");
  const std::array heads{"holder", "number", "expires", "note"};
  for (lxw_col_t column = 0; column < heads.size(); ++column)
    worksheet_write_string(sheet, 0, column, heads[column], nullptr);
  write_row(sheet, 1, day, {"Acme Ltd", "IS 123", {2027, 1, 31, 0, 0, 0}});
  write_row(sheet, 2, day, {"B\xC3\xBCro AG", "IS 124", {2028, 2, 29, 0, 0, 0}});
  worksheet_write_string(sheet, 1, 3, "one, two", nullptr);
  worksheet_write_formula_num(sheet, 2, 3, "=1+2.5", nullptr, 3.5);
  worksheet_write_string(workbook_add_worksheet(book, "Other"), 0, 0, "other", nullptr);
  workbook_close(book);
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  std::filesystem::remove(path);
  return bytes;
}

}  // namespace certreg::sample
