#include <gtest/gtest.h>
#include <zip.h>

#include <regex>

#include "certreg/report/document.h"

namespace certreg::report {
namespace {

// A file of the workbook.
std::string file_in(const std::string& xlsx, const char* name) {
  zip_error_t error;
  zip_error_init(&error);
  zip_t* archive =
      zip_open_from_source(zip_source_buffer_create(xlsx.data(), xlsx.size(), 0, &error), 0, &error);
  zip_file_t* file = zip_fopen(archive, name, 0);
  std::string bytes(1 << 20, '\0');
  const auto count = zip_fread(file, bytes.data(), bytes.size());
  bytes.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
  zip_fclose(file);
  zip_close(archive);
  return bytes;
}

// In points; 0: none is stated.
double height_of_row(const std::string& sheet, int row) {
  const std::regex pattern("<row r=\"" + std::to_string(row) + "\"[^>]* ht=\"([0-9.]+)\"");
  std::smatch found;
  return std::regex_search(sheet, found, pattern) ? std::stod(found[1]) : 0;
}

Document with_value(const std::string& value) {
  Document document;
  document.title = "A review";
  document.sections.push_back({1, "What is held", "", {Facts{{{"Scope", value}, {"Note", "short"}}}}});
  return document;
}

TEST(DocumentXlsx, RowsAreAsHighAsTheirWords) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "operation of the platform ";
  const auto sheet = file_in(to_xlsx(with_value(words)), "xl/worksheets/sheet1.xml");
  EXPECT_GE(height_of_row(sheet, 2), 15 * 1040 / 60) << "1,040 characters in a column of 60";
  EXPECT_LT(height_of_row(sheet, 3), 20) << "one line";
}

TEST(DocumentXlsx, NoRowIsHigherThanTheFormatKnows) {
  const auto sheet = file_in(to_xlsx(with_value(std::string(30'000, 'x'))), "xl/worksheets/sheet1.xml");
  EXPECT_EQ(height_of_row(sheet, 2), 409);
}

}  // namespace
}  // namespace certreg::report
