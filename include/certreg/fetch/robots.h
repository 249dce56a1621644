// robots.txt after RFC 9309: what a site allows a crawler to fetch. Pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace certreg::fetch {

class Robots {
 public:
  static constexpr std::size_t kMostBytes = 500U << 10;  // RFC 9309, 2.5: what follows is not read
  static constexpr std::chrono::seconds kLongestCrawlDelay{30};

  Robots() = default;  // allows everything

  // The rules for `product`, a product token without version, in any case; those of `*` when no group names
  // it, and none when there is none of these either. Lines that make no sense are passed over. "Crawl-delay",
  // which the RFC does not know, does not end a list of user agents, as 2.2.4 asks of all other lines.
  static Robots parse(std::string_view bytes, std::string_view product);

  // `path` with its query, as in the address. The rule with the longest pattern decides, Allow among equals.
  bool allows(std::string_view path) const;

  std::chrono::milliseconds crawl_delay() const { return crawl_delay_; }  // zero: none was asked for

 private:
  friend class RobotsReader;
  enum class Verb { Allow, Disallow };
  struct Rule {
    Verb verb;
    std::string pattern;  // normalised
  };

  std::vector<Rule> rules_;
  std::chrono::milliseconds crawl_delay_{0};
};

}  // namespace certreg::fetch
