// One mapping of a reference file, read strictly: what is missing, unknown or malformed becomes a problem
// with its line, and reading goes on.
#pragma once

#include <yaml-cpp/yaml.h>

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/reference.h"
#include "certreg/service/reference_files.h"

namespace certreg::service {

enum class Need { Required, Optional };

class ReferenceProblems {
 public:
  void add(std::string_view file, int line, std::string rule);
  std::vector<ReferenceProblem> sorted() const;  // by file, then line
  bool empty() const { return problems_.empty(); }

 private:
  std::vector<ReferenceProblem> problems_;
};

struct Place {
  std::string_view file;
  int line = 0;
};

struct Interval {
  std::optional<Date> from, until;
};

class ReferenceRow {
 public:
  ReferenceRow(const YAML::Node& node, std::string_view file, ReferenceProblems& problems);

  Place place() const { return place_; }
  std::string text(const char* key, Need need);
  std::string slug(const char* key);  // required: lower-case words joined by hyphens
  std::string country(const char* key);
  std::vector<std::string> countries(const char* key);
  std::string address(const char* key, Need need);
  std::optional<Date> date(const char* key, Need need);
  bool flag(const char* key, bool otherwise);
  std::vector<std::string> texts(const char* key);
  std::vector<ReferenceRow> rows(const char* key);
  std::optional<ReferenceRow> section(const char* key);  // a mapping of its own; none when it is absent
  std::map<std::string, std::string> text_map(const char* key);
  std::optional<long> number(const char* key, long lowest, long highest);
  // One of `names`; its index.
  std::optional<std::size_t> choice(const char* key, std::span<const std::string_view> names);
  Source source();      // keys `source` and `seen`
  Interval interval();  // keys `from` and `until`

  void refuse(std::string rule) const { problems_->add(place_.file, place_.line, std::move(rule)); }
  void refuse_key(const char* key, const std::string& rule);  // at the line of the key's value
  void refuse_other_keys();                                   // call last: every key that nobody asked for

 private:
  YAML::Node take(const char* key, Need need);
  std::string checked_text(const YAML::Node& node, const char* key);
  void refuse_at(const YAML::Node& node, std::string rule);

  YAML::Node node_;
  Place place_;
  ReferenceProblems* problems_;
  std::set<std::string> known_;
};

}  // namespace certreg::service
