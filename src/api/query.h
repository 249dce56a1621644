// Reads the parameters of a query, each by its type, and notes what breaks a rule under the parameter's name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/error.h"
#include "certreg/http/request.h"

namespace certreg::api {

// A getter returns an empty value for a parameter that is absent or wrong. `finish` must be called before the
// values are used.
class QueryReader {
 public:
  explicit QueryReader(const http::Request& request) : request_(request) {}

  // One line of clean text (certreg/domain/names.h), at most once.
  std::string text(std::string_view name, std::size_t max_characters = 300);
  std::string required_text(std::string_view name, std::size_t max_characters = 300);
  std::vector<std::string> texts(std::string_view name, std::size_t max_items = 100,
                                 std::size_t max_characters = 300);
  std::optional<Date> date(std::string_view name);
  std::optional<Date> required_date(std::string_view name);
  std::optional<Instant> instant(std::string_view name);
  std::optional<bool> boolean(std::string_view name);  // true or false
  std::optional<std::size_t> choice(std::string_view name, const std::vector<std::string_view>& names);
  long integer(std::string_view name, long lowest, long highest, long otherwise);

  // How many items a page has: 1 to 500, 100 when not asked for.
  std::size_t limit();

  // Values of all parameters "prefix.something", by that something.
  std::vector<std::pair<std::string, std::string>> with_prefix(std::string_view prefix,
                                                               std::size_t max_items);

  void problem(std::string_view name, std::string rule);

  // Throws Error(Invalid) with all problems; a parameter that was never asked for is one, and one that came
  // more than once though it means one thing.
  void finish();

 private:
  const std::string* single(std::string_view name);

  const http::Request& request_;
  std::vector<std::string> asked_;
  std::vector<FieldProblem> problems_;
};

}  // namespace certreg::api
