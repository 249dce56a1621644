// JSON text to values and back, strictly: depth and size are limited, unknown members are refused with their
// names.
#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/error.h"

namespace certreg::codec {

using Json = nlohmann::ordered_json;
using Problems = std::vector<FieldProblem>;

inline constexpr int kMaxDepth = 32;

// Throws Error(Invalid), field "body", for text that is no JSON, nests deeper than kMaxDepth or names a
// member twice.
Json parse(std::string_view text);
// What the register itself wrote: no depth and no doubled members are looked for, which takes half of the
// time.
Json parse_own(std::string_view text);

// Bytes that are no UTF-8 come out as U+FFFD.
std::string dump(const Json& value);

// Reads the members of one object and notes what breaks a rule under the member's whole path
// ("holders[1].name"). A getter returns an empty value for a member that is absent, null or wrong; `finish`
// reports members never asked for. Names are literals, or live as long as the reader.
class ObjectReader {
 public:
  ObjectReader(const Json& value, std::string path, Problems& problems);

  // One line of clean text (certreg/domain/names.h).
  std::string text(const char* name, std::size_t max_characters = 300);
  // Text that may hold line breaks and tabs.
  std::string long_text(const char* name, std::size_t max_characters = 20000);
  std::string required_text(const char* name, std::size_t max_characters = 300);
  std::vector<std::string> texts(const char* name, std::size_t max_items = 5000,
                                 std::size_t max_characters = 500);
  std::optional<Date> date(const char* name);
  std::optional<Instant> instant(const char* name);
  std::optional<bool> boolean(const char* name);
  std::optional<long> integer(const char* name, long lowest, long highest);
  std::optional<double> number(const char* name);
  // One of `names`; its index.
  std::optional<std::size_t> choice(const char* name, const std::vector<std::string_view>& names);
  // A list of `names`; their indices.
  std::vector<std::size_t> choices(const char* name, const std::vector<std::string_view>& names);
  const Json* object(const char* name);
  std::vector<const Json*> objects(const char* name, std::size_t max_items = 5000);
  bool has(const char* name) const;
  void ignore(const char* name);

  std::string path_of(const std::string& name) const;
  void problem(const std::string& name, const std::string& rule);
  void finish();

 private:
  const Json* member(const char* name);
  std::string string_member(const char* name, std::size_t max_characters, bool lines);

  const Json* value_;
  std::string path_;
  Problems& problems_;
  std::vector<std::string_view> asked_;
  std::size_t next_ = 0;  // members are mostly asked for in the order in which they stand
};

}  // namespace certreg::codec
