#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "certreg/domain/names.h"
#include "certreg/reading/table.h"
#include "reading/date_format.h"

namespace certreg::reading {
namespace {

constexpr std::array<std::string_view, 18> kFields{
    "holder",       "number",     "standard",      "edition",  "issuer", "issued", "expires",
    "first_issued", "valid_from", "scope",         "services", "sites",  "lei",    "registration_number",
    "vat",          "country",    "accreditation", "status"};
constexpr std::size_t kLongestName = 300, kLongestNumber = 100, kLongestScope = 20'000, kMostItems = 1000;

bool is_field(std::string_view name) { return std::ranges::find(kFields, name) != kFields.end(); }

std::string trimmed(std::string_view text) {
  auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return std::string(text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1));
}

std::string upper(std::string text) {
  std::ranges::transform(text, text.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - ('a' - 'A')) : letter;
  });
  return text;
}

// Line ends within a scope are layout, not text; other control characters are refused with the rest.
std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  std::ranges::replace(text, '\t', ' ');
  std::erase(text, '\r');
  return text;
}

struct Value {
  std::string text;
  const std::string* column =
      nullptr;  // by its name in the header; null: the mapping has one value for all rows
};

class Filler {
 public:
  Filler(const ColumnMapping& mapping, const Reference& reference, std::size_t row)
      : mapping_(mapping), reference_(reference), row_(row) {
    reading_.draft.emplace();
    reading_.draft->kind = DraftKind::Claim;
    version().evidence = EvidenceLevel::Claimed;
  }

  void put(std::string_view field, std::string_view text, const std::string* column) {
    auto value = trimmed(text);
    if (!value.empty()) values_[place_of(field)] = Value{std::move(value), column};
  }

  RowReading finish() {
    fill_standard();
    fill_names();
    fill_identifiers();
    fill_dates();
    fill_scope();
    fill_status();
    check_whole();
    if (!reading_.problems.empty())
      reading_.draft.reset();
    else
      reading_.draft->missing = missing_fields(version());
    return std::move(reading_);
  }

 private:
  CertificateVersion& version() { return reading_.draft->version; }

  static std::size_t place_of(std::string_view field) {
    return static_cast<std::size_t>(std::ranges::find(kFields, field) - kFields.begin());
  }

  const Value* find(std::string_view field) const {
    const auto& value = values_[place_of(field)];
    return value ? &*value : nullptr;
  }

  // "row 17, column expiry"
  void problem(const Value& value, std::string rule) {
    const auto at = std::ranges::find_if(values_, [&](const auto& held) { return held && &*held == &value; });
    const auto& field = kFields[static_cast<std::size_t>(at - values_.begin())];
    reading_.problems.push_back({value.column != nullptr
                                     ? fmt::format("row {}, column {}", row_, *value.column)
                                     : fmt::format("row {}, {}", row_, field),
                                 std::move(rule)});
  }

  void quote(std::string field, const Value& value) {
    Quote words;
    words.field = std::move(field);
    words.text = value.text;
    words.page = static_cast<int>(row_);
    words.method = ReadingMethod::Table;
    version().quotes.push_back(std::move(words));
  }

  // The text of a field when it may be stored; empty otherwise, with a problem.
  std::string clean(const std::string& field, std::size_t longest, const char* quoted_as = nullptr) {
    const Value* value = find(field);
    if (value == nullptr) return {};
    if (!is_clean_text(value->text, longest)) {
      problem(*value,
              fmt::format("must be at most {} characters without control or direction characters", longest));
      return {};
    }
    quote(quoted_as == nullptr ? field : quoted_as, *value);
    return value->text;
  }

  void fill_standard() {
    const Value* value = find("standard");
    if (value == nullptr) return;
    auto mention = reference_.standard_of(value->text);
    if (!mention) return problem(*value, "must name a standard that the register knows");
    version().standard = mention->standard;
    version().edition = mention->edition;
    version().standard_printed = value->text;
    quote("standard", *value);
    if (!mention->edition.empty()) quote("edition", *value);
    fill_edition(*mention);
    if (const Standard* standard = reference_.find(mention->standard);
        standard != nullptr && standard->extends)
      version().form = find("number") == nullptr ? ExtensionForm::Words : ExtensionForm::Sheet;
  }

  void fill_edition(const StandardMention& mention) {
    const Value* value = find("edition");
    if (value == nullptr) return;
    if (reference_.find(mention.standard, value->text) == nullptr)
      return problem(*value, "must be an edition of the standard that the register knows");
    if (!mention.edition.empty() && mention.edition != value->text)
      return problem(*value, "contradicts the edition in the standard's column");
    version().edition = value->text;
    quote("edition", *value);
  }

  void fill_names() {
    std::string holder = clean("holder", kLongestName);
    if (!holder.empty()) version().holders.push_back({holder, "main", "", "", "", "", ""});
    version().number = clean("number", kLongestNumber);
    version().issuer_printed = clean("issuer", kLongestName);
    if (const CertificationBody* body = reference_.certification_body_of(version().issuer_printed))
      version().issuer = body->id;
    std::string accreditation = clean("accreditation", kLongestName, "accreditations[0]");
    if (accreditation.empty()) return;
    PrintedAccreditation printed{accreditation, std::nullopt, ""};
    if (const AccreditationBody* body = reference_.accreditation_body_of(accreditation))
      printed.body = body->id;
    version().accreditations.push_back(std::move(printed));
  }

  void fill_identifiers() {
    Holder found;
    if (const Value* lei = find("lei")) {
      found.lei = upper(lei->text);
      if (!is_lei(found.lei))
        problem(*lei, "must be a legal entity identifier (ISO 17442) with right check digits");
    }
    if (const Value* country = find("country")) {
      found.country = upper(country->text);
      if (!is_country_code(found.country))
        problem(*country, "must be a country code of two letters (ISO 3166-1)");
    }
    found.registration_number = clean("registration_number", kLongestNumber, "holder");
    found.vat = clean("vat", kLongestNumber, "holder");
    if (version().holders.empty()) return;
    Holder& holder = version().holders.front();
    holder.lei = found.lei;
    holder.country = found.country;
    holder.registration_number = found.registration_number;
    holder.vat = found.vat;
  }

  void fill_date(const std::string& field, std::optional<Date>& into) {
    const Value* value = find(field);
    if (value == nullptr) return;
    into = date_in_format(value->text, mapping_.date_format);
    if (!into) return problem(*value, fmt::format("must be a day that exists, as {}", mapping_.date_format));
    quote(field, *value);
  }

  void fill_dates() {
    fill_date("issued", version().issued);
    fill_date("expires", version().expires);
    fill_date("first_issued", version().first_issued);
    fill_date("valid_from", version().valid_from);
    must_not_precede("expires", version().expires, "issued", version().issued);
    must_not_precede("expires", version().expires, "valid_from", version().valid_from);
    must_not_precede("issued", version().issued, "first_issued", version().first_issued);
  }

  void must_not_precede(const char* later_field, const std::optional<Date>& later, const char* earlier_field,
                        const std::optional<Date>& earlier) {
    if (later && earlier && *later < *earlier)
      problem(*find(later_field), fmt::format("must not lie before {}", earlier_field));
  }

  std::vector<std::string> items(const std::string& field) {
    const Value* value = find(field);
    if (value == nullptr) return {};
    std::vector<std::string> result;
    std::string_view rest = value->text;
    while (!rest.empty()) {
      auto end = rest.find(mapping_.list_separator);
      std::string item = trimmed(rest.substr(0, end));
      rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
      if (item.empty()) continue;
      if (!is_clean_text(item, kLongestName) || result.size() == kMostItems) {
        problem(*value,
                fmt::format("must hold at most {} names of at most {} characters", kMostItems, kLongestName));
        return {};
      }
      result.push_back(std::move(item));
    }
    quote(field, *value);
    return result;
  }

  void fill_scope() {
    if (auto& scope = values_[place_of("scope")]) scope->text = on_one_line(std::move(scope->text));
    version().scope = clean("scope", kLongestScope);
    version().services = items("services");
    for (std::string& site : items("sites")) version().sites.push_back({std::move(site), "", "", ""});
  }

  void fill_status() {
    const Value* value = find("status");
    if (value == nullptr) return;
    std::string status = upper(value->text);
    if (status == "ACTIVE" || status == "VALID") return;
    if (status != "SUSPENDED" && status != "WITHDRAWN")
      return problem(*value, "must be active, suspended or withdrawn");
    // A table says no day from which; the certificate's own start is the only day that cannot be too late.
    std::optional<Date> from = version().valid_from ? version().valid_from : version().issued;
    if (!from) return problem(*value, "needs the day of issue beside it");
    StatusInterval interval{
        status == "SUSPENDED" ? CertificateStatus::Suspended : CertificateStatus::Withdrawn,
        *from,
        std::nullopt,
        StatusSource::Supplier,
        "",
        {},
        {}};
    version().statuses.push_back(std::move(interval));
    quote("statuses[0]", *value);
  }

  void check_whole() {
    const auto missing = [&](const char* rule) {
      reading_.problems.push_back({fmt::format("row {}", row_), rule});
    };
    if (find("standard") == nullptr) missing("must name a standard");
    if (find("holder") == nullptr && find("number") == nullptr)
      missing("must name a holder or a certificate number");
  }

  const ColumnMapping& mapping_;
  const Reference& reference_;
  std::size_t row_;
  std::array<std::optional<Value>, kFields.size()> values_;
  RowReading reading_;
};

std::size_t index_of(const Row& header, const std::string& name) {
  std::size_t found = header.cells.size();
  for (std::size_t at = 0; at < header.cells.size(); ++at) {
    if (trimmed(header.cells[at]) != name) continue;
    if (found != header.cells.size()) throw invalid("header", fmt::format("has the column `{}` twice", name));
    found = at;
  }
  return found;
}

}  // namespace

void check_mapping(const ColumnMapping& mapping) {
  std::vector<FieldProblem> problems;
  for (const auto& [field, column] : mapping.columns) {
    if (!is_field(field)) problems.push_back({"columns." + field, "is no field of a certificate"});
    if (column.empty()) problems.push_back({"columns." + field, "must name a column"});
  }
  for (const auto& [field, value] : mapping.fixed)
    if (!is_field(field)) problems.push_back({"fixed." + field, "is no field of a certificate"});
  if (!is_date_format(mapping.date_format))
    problems.push_back({"date_format", "must be made of YYYY, MM, DD and separators"});
  if (!problems.empty()) throw invalid(std::move(problems));
}

RowReader::RowReader(const ColumnMapping& mapping, const Row& header, const Reference& reference)
    : mapping_(mapping), reference_(&reference), header_cells_(header.cells.size()) {
  check_mapping(mapping);
  bool by_name = mapping.columns.empty();
  for (std::string_view field : kFields) {
    auto named = mapping.columns.find(std::string(field));
    if (!by_name && named == mapping.columns.end()) continue;
    std::string name = by_name ? std::string(field) : named->second;
    std::size_t index = index_of(header, name);
    if (index == header.cells.size() && by_name) continue;
    if (index == header.cells.size()) throw invalid("header", fmt::format("lacks the column `{}`", name));
    columns_.push_back({std::string(field), name, index});
  }
  auto has = [&](std::string_view field) {
    return mapping.fixed.contains(std::string(field)) ||
           std::ranges::find(columns_, field, &Column::field) != columns_.end();
  };
  if (!has("standard")) throw invalid("header", "lacks a column for the standard");
  if (!has("holder") && !has("number"))
    throw invalid("header", "lacks a column for the holder or the number");
}

RowReading RowReader::read(const Row& row) const {
  if (row.cells.size() != header_cells_)
    return {std::nullopt,
            {{fmt::format("row {}", row.number),
              fmt::format("has {} columns where the header has {}", row.cells.size(), header_cells_)}}};
  Filler filler(mapping_, *reference_, row.number);
  for (const auto& [field, value] : mapping_.fixed) filler.put(field, value, nullptr);
  for (const Column& column : columns_) filler.put(column.field, row.cells[column.index], &column.name);
  return filler.finish();
}

}  // namespace certreg::reading
