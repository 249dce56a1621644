#include "service/relationship_columns.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "certreg/domain/error.h"

namespace certreg::service {
namespace {

using codec::Json;

enum class Shape { Text, List, YesNo, Number, Party, PersonName, PersonMail, Deputies, Aside };

struct Column {
  const char* name;
  const char* member;
  Shape shape;
};

constexpr Column kColumns[] = {{"reference", "reference", Shape::Aside},
                               {"supplier", "supplier", Shape::Party},
                               {"supplier_lei", "", Shape::Aside},
                               {"supplier_vat", "", Shape::Aside},
                               {"supplier_domain", "", Shape::Aside},
                               {"provider", "provider", Shape::Party},
                               {"our_entity", "our_entity", Shape::Text},
                               {"their_entity", "their_entity", Shape::Text},
                               {"contract", "contract", Shape::Text},
                               {"group_guarantee", "group_guarantee", Shape::Text},
                               {"contact_name", "contact", Shape::PersonName},
                               {"contact_email", "contact", Shape::PersonMail},
                               {"services", "services", Shape::List},
                               {"sites", "sites", Shape::List},
                               {"data", "data", Shape::List},
                               {"our_role", "our_role", Shape::Text},
                               {"their_role", "their_role", Shape::Text},
                               {"deployment", "deployment", Shape::Text},
                               {"tier", "tier", Shape::Text},
                               {"critical_function", "critical_function", Shape::YesNo},
                               {"owner_name", "owner", Shape::PersonName},
                               {"owner_email", "owner", Shape::PersonMail},
                               {"deputies", "deputies", Shape::Deputies},
                               {"review_months", "review_months", Shape::Number},
                               {"starts", "starts", Shape::Text},
                               {"ends", "ends", Shape::Text},
                               {"note", "note", Shape::Text}};

std::string trimmed(std::string_view text) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string folded(std::string_view text) {
  auto name = trimmed(text);
  for (auto& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    if (c == ' ' || c == '-') c = '_';
  }
  return name;
}

Json list_of(const std::string& cell) {
  Json list = Json::array();
  std::size_t from = 0;
  while (from <= cell.size()) {
    const auto end = std::min(cell.find(';', from), cell.size());
    if (auto item = trimmed(std::string_view(cell).substr(from, end - from)); !item.empty())
      list.push_back(item);
    from = end + 1;
  }
  return list;
}

// What is none of these stays text, and is refused with its rule.
Json yes_or_no(const std::string& cell) {
  constexpr std::array kYes = {"yes", "true", "1", "x"}, kNo = {"no", "false", "0", ""};
  const auto word = folded(cell);
  if (std::find(kYes.begin(), kYes.end(), word) != kYes.end()) return true;
  if (std::find(kNo.begin(), kNo.end(), word) != kNo.end()) return false;
  return cell;
}

Json number(const std::string& cell) {
  if (cell.empty()) return 0;
  const bool is_whole =
      cell.size() < 9 && std::all_of(cell.begin(), cell.end(), [](char c) { return c >= '0' && c <= '9'; });
  return is_whole ? Json(std::stol(cell)) : Json(cell);
}

// A match that is known stays as long as the name does.
Json party(const std::string& name, const Json& known) {
  if (name.empty()) return nullptr;
  if (known.is_object() && known.value("name", "") == name) return known;
  return {{"name", name}, {"supplier", nullptr}};
}

Json deputies(const std::string& cell) {
  Json people = Json::array();
  for (const auto& address : list_of(cell)) people.push_back({{"name", nullptr}, {"email", address}});
  return people;
}

Json text_or_null(const std::string& cell) { return cell.empty() ? Json(nullptr) : Json(cell); }

void apply(const Column& column, const std::string& cell, Json& relationship) {
  auto& member = relationship[column.member];
  switch (column.shape) {
    case Shape::Text:
      member = text_or_null(cell);
      break;
    case Shape::List:
      member = list_of(cell);
      break;
    case Shape::YesNo:
      member = yes_or_no(cell);
      break;
    case Shape::Number:
      member = number(cell);
      break;
    case Shape::Party:
      member = party(cell, member);
      break;
    case Shape::PersonName:
    case Shape::PersonMail:
      if (!member.is_object()) member = Json::object();
      member[column.shape == Shape::PersonName ? "name" : "email"] = text_or_null(cell);
      break;
    case Shape::Deputies:
      member = deputies(cell);
      break;
    case Shape::Aside:
      break;
  }
}

std::string text_in(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
  return value.is_null() ? std::string() : value.dump();
}

std::string deputy_text(const Json& person) {
  const auto name = text_in(person.at("name")), email = text_in(person.at("email"));
  return name.empty() ? email : name + " <" + email + ">";
}

template <class TextOf>
std::string joined(const Json& list, TextOf text_of) {
  std::string all;
  for (const auto& item : list) all += (all.empty() ? "" : "; ") + text_of(item);
  return all;
}

std::string cell_of(const Column& column, const Json& relationship, const PartyText& party) {
  const auto& member = relationship.at(column.member);
  if (member.is_null()) return {};
  switch (column.shape) {
    case Shape::List:
      return joined(member, text_in);
    case Shape::Party:
      return party(member);
    case Shape::PersonName:
      return text_in(member.at("name"));
    case Shape::PersonMail:
      return text_in(member.at("email"));
    case Shape::Deputies:
      return joined(member, deputy_text);
    case Shape::Number:
      return member == 0 ? std::string() : text_in(member);
    case Shape::Text:
    case Shape::YesNo:
    case Shape::Aside:
      break;
  }
  return text_in(member);
}

}  // namespace

RelationshipColumns::RelationshipColumns(const reading::Row& header) {
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    auto name = folded(header.cells[i]);
    if (name == "vendor" || name == "supplier_name" || name == "vendor_name") name = "supplier";
    const auto known = std::any_of(std::begin(kColumns), std::end(kColumns),
                                   [&](const Column& column) { return column.name == name; });
    if (!known) {
      ignored_.push_back(header.cells[i]);
    } else if (!places_.emplace(name, i).second) {
      throw invalid("row 1", "has the column " + name + " twice");
    }
  }
  if (!places_.contains("supplier")) throw invalid("row 1", "has no column supplier");
}

std::string RelationshipColumns::cell(const reading::Row& row, const std::string& column) const {
  const auto place = places_.find(column);
  if (place == places_.end() || place->second >= row.cells.size()) return {};
  return trimmed(row.cells[place->second]);
}

std::string RelationshipColumns::reference(const reading::Row& row) const {
  for (const char* column : {"reference", "contract", "supplier"})
    if (auto text = cell(row, column); !text.empty()) return text;
  return {};
}

PartyHints RelationshipColumns::hints(const reading::Row& row) const {
  return {cell(row, "supplier"), cell(row, "supplier_lei"), cell(row, "supplier_vat"),
          cell(row, "supplier_domain")};
}

Json RelationshipColumns::applied(const reading::Row& row, Json known) const {
  known["reference"] = known.contains("reference") ? known["reference"] : Json(reference(row));
  for (const auto& column : kColumns)
    if (column.shape != Shape::Aside && places_.contains(column.name))
      apply(column, cell(row, column.name), known);
  return known;
}

std::vector<ColumnChange> changed_columns(const Json& before, const Json& after, const PartyText& party) {
  std::vector<ColumnChange> changes;
  for (const auto& column : kColumns) {
    if (*column.member == '\0') continue;
    ColumnChange change{column.name, cell_of(column, before, party), cell_of(column, after, party)};
    if (change.before != change.after) changes.push_back(std::move(change));
  }
  return changes;
}

std::string column_of(const std::string& field) {
  const auto dot = field.find('.');
  auto first = field.substr(0, field.find_first_of(".["));
  if (first == "deputies") return first;
  if (first == "supplier" || first == "provider" || dot == std::string::npos) return first;
  return first + "_" + field.substr(dot + 1);
}

}  // namespace certreg::service
