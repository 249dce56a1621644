#include "service/row_reading.h"

#include <memory>
#include <utility>

#include "certreg/domain/error.h"
#include "service/register_rows.h"

namespace certreg::service {
namespace {

using documents::MediaKind;

using Take = std::function<void(UnreadRow)>;

UnreadRow bad_row(const Error& error, std::int64_t number) {
  RowRead row{error.fields.empty() ? "table" : error.fields.front().field, std::nullopt, error.fields,
              number};
  return [bad = std::move(row)] { return bad; };
}

// A row that cannot be told apart is passed on as bad; the others follow.
bool has_next(reading::TableReader& table, reading::Row& row, std::int64_t after, const Take& take) {
  for (;;) {
    try {
      return table.next(row);
    } catch (const Error& error) {
      if (error.kind != ErrorKind::Invalid) throw;
      const auto number = static_cast<std::int64_t>(table.number());
      if (number > after) take(bad_row(error, number));
    }
  }
}

RowRead read_row(const reading::RowReader& reader, const reading::Row& row) {
  auto read = reader.read(row);
  return {"row " + std::to_string(row.number), std::move(read.draft), std::move(read.problems),
          static_cast<std::int64_t>(row.number)};
}

void for_table(const Services& services, std::string_view bytes, const reading::ColumnMapping& mapping,
               const Take& take, std::int64_t after) {
  reading::TableReader table(bytes, mapping.delimiter);
  reading::Row row;
  if (!table.next(row)) throw invalid("document", "is a table without a header");
  const auto reader = std::make_shared<const reading::RowReader>(mapping, row, services.reference());
  while (has_next(table, row, after, take)) {
    if (static_cast<std::int64_t>(row.number) <= after) continue;
    take([reader, cells = std::exchange(row, {})] { return read_row(*reader, cells); });
  }
}

// A sheet comes as CSV with commas, whatever the mapping says of files.
reading::ColumnMapping in_sheet(reading::ColumnMapping mapping) {
  mapping.delimiter = ',';
  return mapping;
}

}  // namespace

reading::ColumnMapping mapping_of(const ImportRequest& request, const SourceDefinition* source) {
  if (request.columns) return *request.columns;
  return source && source->columns ? *source->columns : reading::ColumnMapping{};
}

bool is_table(MediaKind kind) {
  return kind == MediaKind::Csv || kind == MediaKind::Json || kind == MediaKind::JsonLines ||
         kind == MediaKind::Xlsx;
}

std::vector<std::string> for_all_rows(const Services& services, std::string_view bytes, MediaKind kind,
                                      const reading::ColumnMapping& mapping,
                                      const std::function<void(UnreadRow)>& take, std::int64_t after) {
  if (kind == MediaKind::Json) {
    for_register(services, bytes, take, after);
  } else if (kind == MediaKind::JsonLines) {
    for_lines(services, bytes, take, after);
  } else if (kind == MediaKind::Xlsx) {
    auto table = services.worker.read_table(bytes, kind);
    for_table(services, table.csv, in_sheet(mapping), take, after);
    return std::move(table.warnings);
  } else {
    for_table(services, bytes, mapping, take, after);
  }
  return {};
}

RowPreview preview_rows(const Services& services, std::string_view bytes, MediaKind kind,
                        const reading::ColumnMapping& mapping, const RowPreviewLimits& limits) {
  RowPreview preview;
  if (kind == MediaKind::Xlsx) {
    const auto table = services.worker.read_table(bytes, kind);
    preview = preview_rows(services, table.csv, MediaKind::Csv, in_sheet(mapping), limits);
    preview.warnings = table.warnings;
    return preview;
  }
  if (kind == MediaKind::Csv) {
    reading::Row header;
    if (reading::TableReader(bytes, mapping.delimiter).next(header)) preview.columns = header.cells;
  }
  for_all_rows(services, bytes, kind, mapping, [&](const UnreadRow& read) {
    auto row = read();
    ++preview.rows;
    if (row.draft) ++preview.good;
    if (row.draft && preview.drafts.size() < limits.rows) preview.drafts.push_back(std::move(*row.draft));
    for (auto& problem : row.problems)
      if (preview.problems.size() < limits.problems) preview.problems.push_back(std::move(problem));
  });
  return preview;
}

RowPreview preview_upload(const Services& services, const ImportRequest& request) {
  const auto kind = documents::sniff_media(request.bytes, request.media_type, request.name);
  const auto* named = find_source(services.sources(), request.source);
  const auto* source = named ? named : source_of_file(services.sources(), request.name);
  if (request.columns) reading::check_mapping(*request.columns);
  if (!is_table(kind)) throw invalid("body", "is not a table: CSV, XLSX, JSON lines or certreg's own JSON");
  return preview_rows(services, request.bytes, kind, mapping_of(request, source));
}

}  // namespace certreg::service
