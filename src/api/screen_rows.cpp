#include "api/screen_rows.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "certreg/codec/json.h"
#include "certreg/domain/error.h"
#include "certreg/reading/table.h"

namespace certreg::api {
namespace {

class JsonLines final : public ScreenRows {
 public:
  JsonLines(std::string_view bytes, service::ScreenRow usual) : rest_(bytes), usual_(std::move(usual)) {}

  std::optional<Item> next() override {
    while (!rest_.empty()) {
      const auto end = std::min(rest_.find('\n'), rest_.size());
      const auto line = rest_.substr(0, end);
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      if (line.find_first_not_of(" \t\r") != std::string_view::npos) return read(line);
    }
    return std::nullopt;
  }

 private:
  Item read(std::string_view line) const {
    Item item{usual_, {}};
    try {
      const auto value = codec::parse(line);
      codec::ObjectReader reader(value, "", item.problems);
      item.row.name = reader.required_text("name");
      if (auto standard = reader.text("standard"); !standard.empty()) item.row.standard = std::move(standard);
      if (auto services = reader.texts("services", 100, 300); !services.empty())
        item.row.services = std::move(services);
      reader.finish();
    } catch (const Error& error) {
      item.problems = error.fields;
    }
    return item;
  }
  std::string_view rest_;
  service::ScreenRow usual_;
};

class CsvRows final : public ScreenRows {
 public:
  CsvRows(std::string_view bytes, service::ScreenRow usual) : table_(bytes), usual_(std::move(usual)) {
    reading::Row header;
    if (!table_.next(header)) throw invalid("body", "is a table without a header");
    name_ = place(header, "name");
    standard_ = place(header, "standard");
    services_ = place(header, "services");
    if (!name_) throw invalid("body", "has no column name");
  }

  std::optional<Item> next() override {
    reading::Row row;
    try {
      if (!table_.next(row)) return std::nullopt;
    } catch (const Error& error) {
      return Item{usual_, error.fields};
    }
    Item item{usual_, {}};
    item.row.name = cell(row, name_);
    if (auto standard = cell(row, standard_); !standard.empty()) item.row.standard = std::move(standard);
    if (auto services = cell(row, services_); !services.empty()) item.row.services = split(services);
    return item;
  }

 private:
  using Place = std::optional<std::size_t>;
  static Place place(const reading::Row& header, std::string_view name) {
    const auto at = std::find(header.cells.begin(), header.cells.end(), name);
    return at == header.cells.end() ? Place() : Place(at - header.cells.begin());
  }
  static std::string cell(const reading::Row& row, const Place& at) {
    return at && *at < row.cells.size() ? row.cells[*at] : std::string();
  }
  static std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts;
    for (std::size_t from = 0; from <= text.size();) {
      const auto end = std::min(text.find(';', from), text.size());
      if (end > from) parts.push_back(text.substr(from, end - from));
      from = end + 1;
    }
    return parts;
  }
  reading::TableReader table_;
  service::ScreenRow usual_;
  Place name_, standard_, services_;
};

}  // namespace

std::unique_ptr<ScreenRows> screen_rows(const std::string& media_type, const std::string& bytes,
                                        service::ScreenRow usual) {
  if (media_type == "application/x-ndjson" || media_type == "application/json-lines")
    return std::make_unique<JsonLines>(bytes, std::move(usual));
  if (media_type == "text/csv") return std::make_unique<CsvRows>(bytes, std::move(usual));
  throw invalid("Content-Type", "must be application/x-ndjson or text/csv");
}

}  // namespace certreg::api
