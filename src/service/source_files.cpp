// importers/<source>/source.yaml -> SourceDefinition, strictly.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "certreg/domain/error.h"
#include "certreg/domain/names.h"
#include "certreg/service/sources.h"
#include "service/reference_document.h"
#include "service/source_lists.h"

namespace certreg::service {
namespace {

using std::chrono::seconds;

constexpr seconds kShortestSchedule = std::chrono::hours(1), kLongestSchedule = std::chrono::days(92);
constexpr seconds kLongestDelay = std::chrono::minutes(5);
constexpr long kMostPages = 1000, kMostDepth = 3;

// "30s", "15m", "12h", "7d".
std::optional<seconds> parse_duration(const std::string& text) {
  long count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error != std::errc() || count < 0 || count > 100'000 || end + 1 != text.data() + text.size())
    return std::nullopt;
  switch (*end) {
    case 's':
      return seconds(count);
    case 'm':
      return std::chrono::minutes(count);
    case 'h':
      return std::chrono::hours(count);
    case 'd':
      return std::chrono::days(count);
    default:
      return std::nullopt;
  }
}

seconds duration(ReferenceRow& row, const char* key, seconds lowest, seconds highest) {
  const auto value = row.text(key, Need::Optional);
  if (value.empty()) return seconds(0);
  const auto parsed = parse_duration(value);
  if (parsed && *parsed >= lowest && *parsed <= highest) return *parsed;
  row.refuse_key(key, fmt::format("a time such as 30s, 15m, 12h or 7d, from {}s to {}s", lowest.count(),
                                  highest.count()));
  return seconds(0);
}

std::optional<documents::MediaKind> media_kind(ReferenceRow& row) {
  static constexpr std::array<std::string_view, 12> names{"pdf",        "html",   "markdown", "restructured",
                                                          "plain_text", "source", "csv",      "json",
                                                          "xlsx",       "png",    "jpeg",     "tiff"};
  const auto chosen = row.choice("kind", names);
  return chosen ? documents::media_kind_of(names[*chosen]) : std::nullopt;
}

Holder read_holder(ReferenceRow row) {
  Holder holder{.name = row.text("name", Need::Optional), .role = "main"};
  holder.address = row.text("address", Need::Optional);
  holder.country = row.country("country");
  holder.lei = row.text("lei", Need::Optional);
  holder.registration_number = row.text("registration_number", Need::Optional);
  holder.vat = row.text("vat", Need::Optional);
  if (!holder.lei.empty() && !is_lei(holder.lei)) row.refuse_key("lei", "an LEI (ISO 17442)");
  row.refuse_other_keys();
  return holder;
}

Claimant read_claimant(ReferenceRow row) {
  static constexpr std::array<std::string_view, 2> names{"supplier", "third_party"};
  static constexpr std::array kinds{ClaimantKind::Supplier, ClaimantKind::ThirdParty};
  const auto kind = row.choice("kind", names);
  Claimant claimant{kind ? kinds.at(*kind) : ClaimantKind::Unknown, row.text("name", Need::Optional)};
  row.refuse_other_keys();
  return claimant;
}

char one_character(ReferenceRow& row, const char* key, char otherwise) {
  const auto value = row.text(key, Need::Optional);
  if (value.size() > 1) row.refuse_key(key, "one character");
  return value.empty() ? otherwise : value.front();
}

reading::ColumnMapping read_columns(ReferenceRow row) {
  reading::ColumnMapping mapping;
  mapping.columns = row.text_map("columns");
  mapping.fixed = row.text_map("fixed");
  if (const auto format = row.text("date_format", Need::Optional); !format.empty())
    mapping.date_format = format;
  mapping.delimiter = one_character(row, "delimiter", mapping.delimiter);
  mapping.list_separator = one_character(row, "list_separator", mapping.list_separator);
  row.refuse_other_keys();
  try {
    reading::check_mapping(mapping);
  } catch (const Error& error) {
    for (const auto& [field, rule] : error.fields) row.refuse(fmt::format("{} {}", field, rule));
  }
  return mapping;
}

LinkRule read_link_rule(ReferenceRow row) {
  LinkRule rule{.address = row.text("links", Need::Required)};
  if (rule.address.find("://") != std::string::npos)
    row.refuse_key("links", "a pattern of the address without https://");
  rule.text = row.text("text", Need::Optional);
  rule.kind = media_kind(row);
  row.refuse_other_keys();
  return rule;
}

documents::Selections read_selections(ReferenceRow& row) {
  documents::Selections selections;
  for (auto& [name, xpath] : row.text_map("select")) {
    if (const auto problem = documents::check_xpath(xpath))
      row.refuse_key("select", fmt::format("the selector {} {}", name, *problem));
    selections.push_back({name, xpath});
  }
  return selections;
}

PageDefinition read_page(ReferenceRow row, const Reference* reference) {
  PageDefinition page{.address = row.address("address", Need::Optional)};
  page.files = row.texts("files");
  if (page.address.empty() && page.files.empty()) row.refuse("address or files is required");
  page.kind = media_kind(row);
  page.select = read_selections(row);
  for (auto& rule : row.rows("follow")) page.follow.push_back(read_link_rule(std::move(rule)));
  for (auto& list : row.rows("lists"))
    page.lists.push_back(read_list(std::move(list), page.select, reference));
  row.refuse_other_keys();
  return page;
}

Politeness read_politeness(ReferenceRow row) {
  Politeness politeness;
  politeness.min_delay = duration(row, "min_delay", seconds(1), kLongestDelay);
  if (const auto pages = row.number("max_pages", 1, kMostPages))
    politeness.max_pages = static_cast<std::size_t>(*pages);
  if (const auto depth = row.number("depth", 0, kMostDepth))
    politeness.depth = static_cast<std::size_t>(*depth);
  row.refuse_other_keys();
  return politeness;
}

Schedule read_schedule(ReferenceRow row) {
  Schedule schedule{duration(row, "every", kShortestSchedule, kLongestSchedule)};
  row.refuse_other_keys();
  return schedule;
}

void read_addresses(ReferenceRow& row, SourceDefinition& source) {
  for (auto& address : row.texts("addresses")) {
    if (!address.starts_with("https://") && !address.starts_with("http://"))
      row.refuse_key("addresses", "an address begins with https:// or http://");
    source.pages.push_back({.address = std::move(address)});
  }
}

void check_pages(const ReferenceRow& row, const SourceDefinition& source) {
  auto addresses = addresses_of(source);
  std::sort(addresses.begin(), addresses.end());
  if (const auto twice = std::adjacent_find(addresses.begin(), addresses.end()); twice != addresses.end())
    row.refuse(fmt::format("the page {} stands twice", *twice));
  if (source.schedule.every.count() > 0 && addresses.empty())
    row.refuse("a schedule needs a page with an address");
}

SourceDefinition read_source(ReferenceRow row, const Reference* reference) {
  SourceDefinition source;
  source.name = row.slug("name");
  source.title = row.text("title", Need::Required);
  source.sample = row.flag("sample", false);
  if (auto holder = row.section("holder")) source.holder = read_holder(std::move(*holder));
  source.products = row.texts("products");
  if (auto claimant = row.section("claimant")) source.claimant = read_claimant(std::move(*claimant));
  static constexpr std::array<std::string_view, 2> levels{"claimed", "registered"};
  if (row.choice("table_evidence", levels) == 1) source.table_evidence = EvidenceLevel::Registered;
  read_addresses(row, source);
  for (auto& page : row.rows("pages")) source.pages.push_back(read_page(std::move(page), reference));
  source.hosts = row.texts("hosts");
  source.files = row.texts("files");
  if (auto columns = row.section("columns")) source.columns = read_columns(std::move(*columns));
  if (auto schedule = row.section("schedule")) source.schedule = read_schedule(std::move(*schedule));
  if (auto politeness = row.section("politeness"))
    source.politeness = read_politeness(std::move(*politeness));
  check_pages(row, source);
  row.refuse_other_keys();
  return source;
}

std::optional<SourceDefinition> read_file(const NamedText& file, const Reference* reference,
                                          ReferenceProblems& problems) {
  const auto root = read_document(file, problems);
  if (!root) return std::nullopt;
  return read_source(ReferenceRow(*root, file.name, problems), reference);
}

Error problems_error(const ReferenceProblems& problems) {
  std::vector<FieldProblem> fields;
  for (const auto& [file, line, rule] : problems.sorted())
    fields.push_back({line > 0 ? fmt::format("{}:{}", file, line) : file, rule});
  return invalid(std::move(fields));
}

}  // namespace

std::vector<ReferenceProblem> check_source(const NamedText& file, const Reference& reference) {
  ReferenceProblems problems;
  read_file(file, &reference, problems);
  return problems.sorted();
}

SourceDefinition parse_source(const NamedText& file) {
  ReferenceProblems problems;
  auto source = read_file(file, nullptr, problems);
  if (!source || !problems.empty()) throw problems_error(problems);
  return std::move(*source);
}

std::vector<SourceDefinition> parse_sources(std::span<const EmbeddedFile> files) {
  std::vector<SourceDefinition> sources;
  for (const auto& [name, bytes] : files) {
    if (!name.ends_with("/source.yaml")) continue;
    auto fresh = parse_source({name, bytes});
    if (find_source(sources, fresh.name) != nullptr)
      throw invalid(std::string(name), "\"" + fresh.name + "\" is another source's name");
    sources.push_back(std::move(fresh));
  }
  return sources;
}

}  // namespace certreg::service
