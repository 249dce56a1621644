#include "certreg/fetch/robots.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <utility>

#include "fetch/robots_pattern.h"

namespace certreg::fetch {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kLineBreaks = "\r\n";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_letters(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kBlanks = " \t";
  const auto first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

// "certreg/0.1 (robot)" names the product certreg.
std::string_view product_token(std::string_view text) {
  const auto end = std::find_if(text.begin(), text.end(), [](char c) {
    return (lower(c) < 'a' || lower(c) > 'z') && c != '-' && c != '_';
  });
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

bool names_everyone(std::string_view agent) {
  return agent == "*" || agent.starts_with("* ") || agent.starts_with("*\t");
}

std::optional<std::chrono::milliseconds> parse_delay(std::string_view text) {
  double seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(seconds) || seconds < 0)
    return std::nullopt;
  const double bound = std::chrono::duration<double>(Robots::kLongestCrawlDelay).count();
  return std::chrono::ceil<std::chrono::milliseconds>(
      std::chrono::duration<double>(std::min(seconds, bound)));
}

// Half a line at the cut could forbid more than the whole one does.
std::string_view readable_part(std::string_view bytes) {
  if (bytes.size() > Robots::kMostBytes) {
    bytes = bytes.substr(0, Robots::kMostBytes);
    bytes = bytes.substr(0, bytes.find_last_of(kLineBreaks) + 1);
  }
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return bytes;
}

}  // namespace

class RobotsReader {
 public:
  explicit RobotsReader(std::string_view product) : product_(product) {}

  void take_line(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return;
    const auto key = trimmed(line.substr(0, colon));
    const auto value = trimmed(line.substr(colon + 1));
    if (same_letters(key, "user-agent")) take_agent(value);
    if (same_letters(key, "allow")) take_rule(Robots::Verb::Allow, value);
    if (same_letters(key, "disallow")) take_rule(Robots::Verb::Disallow, value);
    if (same_letters(key, "crawl-delay")) take_delay(value);
  }

  Robots rules() && { return std::move(named_ ? ours_ : everyones_); }

 private:
  void take_agent(std::string_view agent) {
    if (!agents_go_on_) for_us_ = for_everyone_ = false;
    agents_go_on_ = true;
    for_us_ = for_us_ || same_letters(product_token(agent), product_);
    for_everyone_ = for_everyone_ || names_everyone(agent);
    named_ = named_ || for_us_;
  }

  void take_rule(Robots::Verb verb, std::string_view value) {
    agents_go_on_ = false;
    if (value.empty() || (!for_us_ && !for_everyone_)) return;
    const Robots::Rule rule{verb, normalise_pattern(value)};
    if (for_us_) ours_.rules_.push_back(rule);
    if (for_everyone_) everyones_.rules_.push_back(rule);
  }

  void take_delay(std::string_view value) {
    const auto delay = parse_delay(value);
    if (!delay) return;
    if (for_us_) ours_.crawl_delay_ = std::max(ours_.crawl_delay_, *delay);
    if (for_everyone_) everyones_.crawl_delay_ = std::max(everyones_.crawl_delay_, *delay);
  }

  std::string_view product_;
  Robots ours_, everyones_;
  bool named_ = false;         // some group names our product
  bool agents_go_on_ = false;  // no rule has come since the last user-agent line
  bool for_us_ = false, for_everyone_ = false;
};

Robots Robots::parse(std::string_view bytes, std::string_view product) {
  RobotsReader reader(product);
  bytes = readable_part(bytes);
  while (!bytes.empty()) {
    const auto end = std::min(bytes.find_first_of(kLineBreaks), bytes.size());
    reader.take_line(bytes.substr(0, end));
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
  return std::move(reader).rules();
}

bool Robots::allows(std::string_view path) const {
  if (path == "/robots.txt") return true;
  const auto normalised = normalise_path(path);
  const Rule* longest = nullptr;
  for (const auto& rule : rules_) {
    const auto length = longest ? longest->pattern.size() : 0;
    const bool wins_tie = longest && rule.pattern.size() == length && rule.verb == Verb::Allow;
    if ((rule.pattern.size() > length || wins_tie) && pattern_matches(rule.pattern, normalised))
      longest = &rule;
  }
  return !longest || longest->verb == Verb::Allow;
}

}  // namespace certreg::fetch
