#include "fetch/retry.h"

#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>

#include "certreg/domain/date.h"

namespace certreg::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using SystemTime = std::chrono::system_clock::time_point;

constexpr seconds kLongestNamed = std::chrono::hours(24 * 366);

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The whole random span ("full jitter"): many that failed together do not come back together.
milliseconds back_off(const FetchResult& result, const Politeness& politeness, double chance) {
  auto span = politeness.first_back_off;
  for (int i = 1; i < result.tries && span < politeness.longest_back_off; ++i) span *= 2;
  span = std::min(span, politeness.longest_back_off);
  return std::chrono::ceil<milliseconds>(std::chrono::duration<double, std::milli>(span) * chance);
}

std::string instant_of(SystemTime time) {
  return certreg::to_string(Instant(std::chrono::floor<seconds>(time.time_since_epoch())));
}

}  // namespace

bool may_help_to_retry(const FetchResult& result) {
  // 0: no answer; 200, 203: an answer that broke off
  constexpr int kPassing[] = {0, 200, 203, 408, 429, 500, 502, 503, 504};
  return result.outcome == FetchOutcome::Failed && result.redirect_to.empty() &&
         std::find(std::begin(kPassing), std::end(kPassing), result.http_status) != std::end(kPassing);
}

std::optional<seconds> parse_retry_after(std::string_view text, SystemTime now) {
  if (is_number(text)) {
    std::int64_t count = 0;
    const auto error = std::from_chars(text.data(), text.data() + text.size(), count).ec;
    return error == std::errc() ? std::min(seconds(count), kLongestNamed) : kLongestNamed;
  }
  const auto date = curl_getdate(std::string(text).c_str(), nullptr);
  if (date == -1) return std::nullopt;
  const auto wait = seconds(date) - std::chrono::floor<seconds>(now.time_since_epoch());
  return std::clamp(wait, seconds(0), kLongestNamed);
}

Retry next_try(const FetchResult& result, const Politeness& politeness, const Moment& moment) {
  if (!may_help_to_retry(result)) return {};
  const auto asked = parse_retry_after(result.retry_after, moment.now).value_or(seconds(0));
  if (asked > politeness.longest_retry_after)
    return {std::nullopt, fmt::format("it asks not to come back for {} seconds, until {}", asked.count(),
                                      instant_of(moment.now + asked))};
  if (result.tries >= politeness.max_tries) return {};
  const auto wait = std::max<milliseconds>(asked, back_off(result, politeness, moment.chance));
  if (wait > moment.time_left) return {std::nullopt, "the time for further tries was used up"};
  return {wait, {}};
}

}  // namespace certreg::fetch
