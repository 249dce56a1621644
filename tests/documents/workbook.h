// Workbooks made by hand, part by part, so that a test can spoil any of them.
#pragma once

#include <map>
#include <string>

namespace certreg::sample {

using Parts = std::map<std::string, std::string>;

std::string pack(const Parts& parts);

// A workbook of one visible sheet "Register" with these rows (XML), shared strings and styles (cellXfs and
// numFmts).
Parts workbook(const std::string& rows, const std::string& strings = {}, const std::string& styles = {});

// As another program writes it: "Register" with a head and two rows, a date in each, and "Other" with one
// cell.
std::string written_workbook();

}  // namespace certreg::sample
