#include "fetch/retry.h"

#include <gtest/gtest.h>

#include <string>

namespace certreg::fetch {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const auto kNow = std::chrono::sys_days(std::chrono::January / 31 / 2026);  // a Saturday

FetchResult failed(int status, const std::string& retry_after = "", int tries = 1) {
  FetchResult result{.outcome = FetchOutcome::Failed, .http_status = status};
  result.retry_after = retry_after;
  result.tries = tries;
  return result;
}

TEST(Retry, HelpsOnlyWithWhatMayPass) {
  for (const int status : {0, 200, 408, 429, 500, 502, 503, 504})
    EXPECT_TRUE(may_help_to_retry(failed(status)));
  for (const int status : {204, 302, 400, 401, 403, 407, 418, 451, 501, 505})
    EXPECT_FALSE(may_help_to_retry(failed(status))) << status;
  for (const auto outcome : {FetchOutcome::Fetched, FetchOutcome::NotModified, FetchOutcome::NotFound,
                             FetchOutcome::Blocked, FetchOutcome::Refused})
    EXPECT_FALSE(may_help_to_retry({.outcome = outcome})) << to_string(outcome);
}

TEST(Retry, ReadsRetryAfter) {
  const struct {
    std::string text;
    std::optional<seconds> wait;
  } cases[] = {
      {"0", seconds(0)},
      {"120", seconds(120)},
      {"99999999999999999999", seconds(std::chrono::hours(24 * 366))},
      {"Sat, 31 Jan 2026 00:02:00 GMT", seconds(120)},
      {"Saturday, 31-Jan-26 00:02:00 GMT", seconds(120)},
      {"Sat Jan 31 00:02:00 2026", seconds(120)},
      {"Fri, 30 Jan 2026 00:00:00 GMT", seconds(0)},
      {"Fri, 31 Dec 9999 23:59:59 GMT", seconds(std::chrono::hours(24 * 366))},
      {"", std::nullopt},
      {"soon", std::nullopt},
      {"-5", std::nullopt},
  };
  for (const auto& [text, wait] : cases) EXPECT_EQ(parse_retry_after(text, kNow), wait) << text;
}

TEST(Retry, WaitsARandomPartOfASpanThatDoubles) {
  const Politeness politeness{.max_tries = 10, .first_back_off = seconds(2), .longest_back_off = seconds(10)};
  const struct {
    int tries;
    double chance;
    milliseconds wait;
  } cases[] = {{1, 0, seconds(0)},   {1, 0.5, seconds(1)}, {1, 0.999, milliseconds(1998)},
               {2, 0.5, seconds(2)}, {3, 0.5, seconds(4)}, {4, 0.5, seconds(5)},
               {9, 0.5, seconds(5)}};
  for (const auto& [tries, chance, wait] : cases)
    EXPECT_EQ(next_try(failed(503, "", tries), politeness, {kNow, seconds(60), chance}).wait, wait) << tries;
}

TEST(Retry, KeepsToItsBounds) {
  const Politeness politeness{.max_tries = 3, .longest_retry_after = seconds(60)};
  const auto next = [&](const FetchResult& result, seconds left = seconds(100)) {
    return next_try(result, politeness, {kNow, left, 0.5});
  };
  EXPECT_TRUE(next(failed(503, "", 2)).wait);
  EXPECT_FALSE(next(failed(503, "", 3)).wait);
  EXPECT_EQ(next(failed(429, "60")).wait, seconds(60));
  EXPECT_FALSE(next(failed(404)).wait);
  EXPECT_EQ(next(failed(429, "61")).reason,
            "it asks not to come back for 61 seconds, until 2026-01-31T00:01:01.000000Z");
  EXPECT_EQ(next(failed(429, "50"), seconds(49)).reason, "the time for further tries was used up");
  EXPECT_EQ(next(failed(403, "3600")).reason, "");
}

}  // namespace
}  // namespace certreg::fetch
