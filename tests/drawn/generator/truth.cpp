#include "truth.h"

#include <algorithm>
#include <stdexcept>

namespace certreg::drawn {
namespace {

// A part of a document: "" is the certificate itself, "sub." a sub-certificate, "second." a second
// standard's.
class Part {
 public:
  Part(const Words& words, std::string prefix) : words_(words), prefix_(std::move(prefix)) {}

  bool is_there() const {
    return prefix_.empty() || words_.was_printed(prefix_ + "standard") ||
           words_.was_printed(prefix_ + "number");
  }
  bool is_sub_certificate() const { return prefix_.starts_with("sub"); }
  // The part's own value where it has one, else the document's. Its history is the sub-certificate's own.
  std::string name_of(const std::string& field) const {
    const bool own = is_sub_certificate() && (field == "first" || field == "soa" || field == "previous");
    return own || words_.has(prefix_ + field) ? prefix_ + field : field;
  }
  Json printed(const std::string& field) const {
    const auto name = name_of(field);
    return words_.was_printed(name) ? Json(words_.printed_text(name)) : Json();
  }
  Json date(const std::string& field) const {
    const auto name = name_of(field);
    const auto iso = words_.was_printed(name) ? words_.iso(name) : "";
    return iso.empty() ? Json() : Json(iso);
  }
  Json value(const std::string& field) const {
    const auto text = words_.value(name_of(field));
    return text.empty() ? Json() : Json(text);
  }

 private:
  const Words& words_;
  std::string prefix_;
};

std::string on_one_line(std::string text) {
  std::ranges::replace(text, '\n', ' ');
  return text;
}

// A sentence about the Statement of Applicability that closes the scope's paragraph is part of the scope.
Json scope_of(const Part& part, const Layout& layout, const Words& words) {
  Json scope = part.printed("scope");
  if (scope.is_null()) return scope;
  auto text = on_one_line(scope.get<std::string>());
  const auto end = layout.node["scope_end"].as<std::string>("");
  if (!end.empty() && words.was_printed(end)) text += " " + on_one_line(words.value(end));
  if (words.was_printed("other.scope")) text += " / " + on_one_line(words.printed_text("other.scope"));
  return text;
}

Json accreditation_of(const Layout& layout, const YAML::Node& a_case) {
  const YAML::Node list = a_case["accreditation"] ? a_case["accreditation"] : layout.node["accreditation"];
  Json result = Json::array();
  for (const auto& each : list) result.push_back(each.as<std::string>());
  return result.empty() ? Json() : result;
}

std::string address_key(std::string text) {
  std::erase_if(text, [](char c) { return c == '\n' || c == ' ' || c == ','; });
  return text;
}

// An address with and without its country is one.
void add_address(std::vector<std::string>& addresses, const std::string& text) {
  const auto key = address_key(text);
  const auto same = [&](const std::string& known) {
    return known.starts_with(key) || key.starts_with(known);
  };
  if (!key.empty() && std::ranges::none_of(addresses, same)) addresses.push_back(key);
}

Json sites_of(const YAML::Node& a_case, const Words& words) {
  std::vector<std::string> addresses;
  for (const char* name : {"address", "address_line", "sub.address"}) {
    if (words.was_printed(name)) add_address(addresses, words.printed_text(name));
  }
  for (const auto& site : a_case["sites"]) add_address(addresses, site["address"].as<std::string>(""));
  return addresses.empty() ? Json() : Json(addresses.size());
}

// What an asked field's reader cannot find in the text.
Json in_picture_only(const Words& words, const Layout& layout, const YAML::Node& a_case) {
  Json result = Json::array();
  for (const char* name : {"holder", "number", "standard", "issued", "expires"}) {
    if (words.was_only_in_picture(name)) result.push_back(name);
  }
  if (words.was_only_in_picture("body")) result.push_back("certification_body");
  const bool accredited = !accreditation_of(layout, a_case).is_null();
  if (accredited && !words.was_in_text("accreditation")) result.push_back("accreditation_body");
  return result;
}

bool an_asked_field_is_a_picture(const Json& pictures) {
  return std::ranges::any_of(pictures, [](const Json& name) { return name != "accreditation_body"; });
}

std::string text_layer(const std::optional<Scan>& scan, const Json& pictures, const YAML::Node& a_case) {
  if (!scan && a_case["unmapped_fonts"]) return "ocr-bad";
  if (scan) return scan->ocr.empty() ? "none" : "ocr-bad";
  return an_asked_field_is_a_picture(pictures) ? "partial" : "full";
}

std::string upper(std::string form) {
  std::ranges::transform(form, form.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return form;
}

Json printed_dates(const Part& part, const Words& words) {
  Json result = Json::object();
  const auto add = [&](const char* field, const std::string& name) {
    if (words.was_printed(name) && !words.iso(name).empty()) result[field] = words.printed_text(name);
  };
  add("issued", part.name_of("issued"));
  add("first_issued", part.name_of("first"));
  add("valid_from", part.name_of("from"));
  add("expires", part.name_of("expires"));
  add("previous_expiry", part.name_of("previous"));
  return result;
}

void add_where_printed(Json& row, const char* key, const Json& value) {
  if (!value.is_null()) row[key] = value;
}

Json parent_of(const Part& part, const Words& words) {
  return part.is_sub_certificate() ? Json(words.printed_text("number")) : part.printed("parent");
}

Json head(const std::string& file, const Layout& layout, const YAML::Node& a_case) {
  const bool certificate = layout.node["certificate"].as<bool>(true);
  Json row;
  row["file"] = file;
  row["doc_type"] = certificate ? "certificate" : "not a certificate";
  row["is_certificate"] = certificate;
  row["layout"] = layout.name;
  row["language"] = language_of(a_case);
  return row;
}

Json certificate_row(Json row, const Part& part, const Layout& layout, const YAML::Node& a_case,
                     const Words& words) {
  const Json holder = part.printed("holder");
  row["holder"] = holder.is_null() ? holder : Json(on_one_line(holder.get<std::string>()));
  row["standard"] = part.value("standard_name");
  row["standard_printed"] = part.printed("standard");
  row["edition"] = part.value("edition");
  row["iso_edition"] = part.value("iso_edition");
  row["certificate_number"] = part.printed("number");
  row["certification_body"] = part.printed("body");
  row["accreditation_body"] = accreditation_of(layout, a_case);
  row["issued"] = part.date("issued");
  row["first_issued"] = part.date("first");
  row["valid_from"] = part.date("from");
  row["expires"] = part.date("expires");
  row["scope"] = scope_of(part, layout, words);
  row["sites"] = part.is_sub_certificate() ? Json(1) : sites_of(a_case, words);
  row["soa_version"] = part.printed("soa");
  row["services"] = nullptr;
  add_where_printed(row, "accreditation_number", part.printed("accreditation_number"));
  add_where_printed(row, "previous_expiry", part.date("previous"));
  add_where_printed(row, "parent_certificate", parent_of(part, words));
  add_where_printed(row, "status", part.printed("status"));
  add_where_printed(row, "certificate_version", part.printed("revision"));
  add_where_printed(row, "holder_en", part.printed("name_en"));
  row["printed"] = printed_dates(part, words);
  return row;
}

// What the case knows and does not print.
void add_known(Json& row, const YAML::Node& a_case) {
  if (a_case["accreditation_recognised"]) {
    row["accreditation_recognised"] = a_case["accreditation_recognised"].as<bool>();
  }
  if (a_case["notes"]) row["notes"] = a_case["notes"].as<std::string>();
}

void add_extras(Json& row, const Words& words, const Painter& painter) {
  if (!words.mistakable_form().empty()) row["date_order"] = upper(words.mistakable_form());
  if (!painter.link().empty()) row["link_annotation"] = painter.link();
  if (!painter.qr().empty()) row["verification_url"] = painter.qr();
  if (painter.continued()) row["scope_over_pages"] = true;
}

}  // namespace

std::vector<Json> truth_of(const std::string& file, const Layout& layout, const YAML::Node& a_case,
                           const Words& words, const Painter& painter, const std::optional<Scan>& scan) {
  if (a_case["accreditation"] && !words.was_printed("accreditation")) {
    throw std::runtime_error("a case has an accreditation of its own which the layout does not print");
  }
  const Json pictures = in_picture_only(words, layout, a_case);
  Json first = head(file, layout, a_case);
  first["scanned"] = scan.has_value();
  first["digitally_signed"] = false;
  if (!first["is_certificate"].get<bool>()) {
    first["text_layer"] = text_layer(scan, Json::array(), a_case);
    first["notes"] = layout.node["kind"].as<std::string>();
    return {first};
  }
  first["text_layer"] = text_layer(scan, pictures, a_case);
  if (!pictures.empty()) first["fields_in_picture_only"] = pictures;
  std::vector<Json> rows;
  for (const char* prefix : {"", "second.", "third.", "sub.", "sub2."}) {
    const Part part(words, prefix);
    if (!part.is_there()) continue;
    rows.push_back(certificate_row(first, part, layout, a_case, words));
    add_extras(rows.back(), words, painter);
    add_known(rows.back(), a_case);
  }
  return rows;
}

}  // namespace certreg::drawn
