#include "certreg/codec/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "certreg/domain/names.h"

namespace certreg::codec {
namespace {

// nlohmann's own tree overflows the stack when it is copied or freed at great depth: refuse while parsing.
class Guard {
 public:
  bool operator()(int depth, Json::parse_event_t event, const Json& parsed) {
    if (depth > kMaxDepth)
      throw invalid("body", "nests deeper than " + std::to_string(kMaxDepth) + " levels");
    if (event == Json::parse_event_t::object_start) members_.emplace_back();
    if (event == Json::parse_event_t::object_end) members_.pop_back();
    if (event == Json::parse_event_t::key && !members_.back().insert(parsed.get<std::string>()).second)
      throw invalid(parsed.get<std::string>(), "is there twice");
    return true;
  }

 private:
  std::vector<std::set<std::string>> members_;
};

std::string joined(const std::vector<std::string_view>& names) {
  std::string all;
  for (auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return all;
}

// Line breaks and tabs are allowed in long text; the rest must be clean.
bool is_clean_long_text(std::string text, std::size_t max_characters) {
  if (is_clean_text(text, max_characters)) return true;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
  return is_clean_text(text, max_characters);
}

}  // namespace

Json parse(std::string_view text) {
  try {
    Guard guard;
    return Json::parse(text, std::ref(guard));
  } catch (const nlohmann::json::exception& error) {
    throw invalid("body", "is not JSON" + std::string(text.empty() ? " (it is empty)" : ""));
  }
}

Json parse_own(std::string_view text) {
  try {
    return Json::parse(text);
  } catch (const nlohmann::json::exception& error) {
    throw Error(ErrorKind::Unavailable, "what was stored cannot be read", error.what());
  }
}

std::string dump(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

ObjectReader::ObjectReader(const Json& value, std::string path, Problems& problems)
    : value_(&value), path_(std::move(path)), problems_(problems) {
  if (!value.is_object()) problems_.push_back({path_.empty() ? "body" : path_, "must be an object"});
}

std::string ObjectReader::path_of(const std::string& name) const {
  return path_.empty() ? name : path_ + "." + name;
}

void ObjectReader::problem(const std::string& name, const std::string& rule) {
  problems_.push_back({path_of(name), rule});
}

bool ObjectReader::has(const char* name) const { return value_->is_object() && value_->contains(name); }

void ObjectReader::ignore(const char* name) { asked_.emplace_back(name); }

const Json* ObjectReader::member(const char* name) {
  asked_.emplace_back(name);
  if (!value_->is_object()) return nullptr;
  const auto& members = value_->get_ref<const Json::object_t&>();
  const std::string_view wanted = name;
  for (std::size_t tried = 0; tried < members.size(); ++tried) {
    const auto place = (next_ + tried) % members.size();
    const auto& [key, found] = *(members.begin() + static_cast<std::ptrdiff_t>(place));
    if (key != wanted) continue;
    next_ = place + 1;
    return found.is_null() ? nullptr : &found;
  }
  return nullptr;
}

std::string ObjectReader::string_member(const char* name, std::size_t max_characters, bool lines) {
  const Json* found = member(name);
  if (found == nullptr) return {};
  if (!found->is_string()) return problem(name, "must be text"), std::string();
  auto text = found->get<std::string>();
  if (text.empty()) return text;
  if (lines ? is_clean_long_text(text, max_characters) : is_clean_text(text, max_characters)) return text;
  problem(name, "must be text of at most " + std::to_string(max_characters) +
                    " characters, not blank, without control or text-direction characters");
  return {};
}

std::string ObjectReader::text(const char* name, std::size_t max_characters) {
  return string_member(name, max_characters, false);
}

std::string ObjectReader::long_text(const char* name, std::size_t max_characters) {
  return string_member(name, max_characters, true);
}

std::string ObjectReader::required_text(const char* name, std::size_t max_characters) {
  const auto before = problems_.size();
  auto found = text(name, max_characters);
  if (found.empty() && problems_.size() == before) problem(name, "is required");
  return found;
}

std::vector<std::string> ObjectReader::texts(const char* name, std::size_t max_items,
                                             std::size_t max_characters) {
  const Json* found = member(name);
  if (found == nullptr) return {};
  if (!found->is_array()) return problem(name, "must be a list of texts"), std::vector<std::string>();
  if (found->size() > max_items) problem(name, "has more than " + std::to_string(max_items) + " items");
  std::vector<std::string> all;
  for (std::size_t i = 0; i < std::min(found->size(), max_items); ++i) {
    const auto& item = (*found)[i];
    if (item.is_string() && is_clean_text(item.get_ref<const std::string&>(), max_characters))
      all.push_back(item.get<std::string>());
    else
      problem(std::string(name) + "[" + std::to_string(i) + "]",
              "must be text of at most " + std::to_string(max_characters) +
                  " characters, not blank, without control " + "or text-direction characters");
  }
  return all;
}

std::optional<Date> ObjectReader::date(const char* name) {
  const Json* found = member(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_string())
    if (auto day = Date::parse(found->get_ref<const std::string&>())) return day;
  problem(name, "must be a day that exists, as YYYY-MM-DD, from 1900 to 2199");
  return std::nullopt;
}

std::optional<Instant> ObjectReader::instant(const char* name) {
  const Json* found = member(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_string())
    if (auto instant = parse_instant(found->get_ref<const std::string&>())) return instant;
  problem(name, "must be an instant as in RFC 3339");
  return std::nullopt;
}

std::optional<bool> ObjectReader::boolean(const char* name) {
  const Json* found = member(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_boolean()) return found->get<bool>();
  problem(name, "must be true or false");
  return std::nullopt;
}

std::optional<long> ObjectReader::integer(const char* name, long lowest, long highest) {
  const Json* found = member(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_number_integer() && found->get<long>() >= lowest && found->get<long>() <= highest)
    return found->get<long>();
  problem(name, "must be a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest));
  return std::nullopt;
}

std::optional<double> ObjectReader::number(const char* name) {
  const Json* found = member(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_number()) return found->get<double>();
  problem(name, "must be a number");
  return std::nullopt;
}

std::optional<std::size_t> ObjectReader::choice(const char* name,
                                                const std::vector<std::string_view>& names) {
  const Json* found = member(name);
  if (found == nullptr) return std::nullopt;
  if (found->is_string()) {
    const auto at = std::find(names.begin(), names.end(), found->get_ref<const std::string&>());
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  }
  problem(name, "must be one of " + joined(names));
  return std::nullopt;
}

std::vector<std::size_t> ObjectReader::choices(const char* name, const std::vector<std::string_view>& names) {
  std::vector<std::size_t> chosen;
  for (const auto& text : texts(name, names.size(), 100)) {
    const auto at = std::find(names.begin(), names.end(), text);
    if (at == names.end()) {
      problem(name, "\"" + text + "\" is none of " + joined(names));
    } else {
      chosen.push_back(static_cast<std::size_t>(at - names.begin()));
    }
  }
  return chosen;
}

const Json* ObjectReader::object(const char* name) {
  const Json* found = member(name);
  if (found == nullptr || found->is_object()) return found;
  problem(name, "must be an object");
  return nullptr;
}

std::vector<const Json*> ObjectReader::objects(const char* name, std::size_t max_items) {
  const Json* found = member(name);
  if (found == nullptr) return {};
  if (!found->is_array() || found->size() > max_items)
    return problem(name, "must be a list of at most " + std::to_string(max_items) + " objects"),
           std::vector<const Json*>();
  std::vector<const Json*> all;
  for (const auto& item : *found) all.push_back(&item);
  return all;
}

void ObjectReader::finish() {
  if (!value_->is_object()) return;
  for (const auto& [name, unused] : value_->items())
    if (std::find(asked_.begin(), asked_.end(), name) == asked_.end()) problem(name, "is not a known member");
}

}  // namespace certreg::codec
