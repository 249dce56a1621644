#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace certreg::drawn {

// Runs draw_certificates with these arguments behind the folder, which is emptied first, and gives the rows
// of the truth.jsonl that it wrote. A failing run gives no rows.
std::vector<nlohmann::json> draw(const std::filesystem::path& folder, const std::string& arguments);

// Where the documents of this run of the tests are drawn.
std::filesystem::path folder_for(const std::string& name);

// What pdftotext finds in the order in which it was drawn, without white space.
std::string text_of(const std::filesystem::path& pdf);

std::string bytes_of(const std::filesystem::path& file);
std::string without_space(const std::string& text);

}  // namespace certreg::drawn
