#include "api/metrics.h"

#include <fmt/format.h>

#include <algorithm>

namespace certreg::api {

Metrics::Metrics(std::size_t operations) {
  for (auto& stripe : stripes_) stripe = std::make_unique<Operation[]>(operations);
}

void Metrics::count(std::size_t operation, int status, std::chrono::nanoseconds took) {
  auto& counted = stripes_[http::stripe_of_this_thread()][operation];
  const auto status_class = static_cast<std::size_t>(std::clamp(status / 100, 0, 5));
  counted.by_class[status_class].fetch_add(1, std::memory_order_relaxed);
  counted.nanoseconds.fetch_add(took.count(), std::memory_order_relaxed);
}

std::uint64_t Metrics::answered(std::size_t operation, std::size_t status_class) const {
  std::uint64_t sum = 0;
  for (const auto& stripe : stripes_)
    sum += stripe[operation].by_class[status_class].load(std::memory_order_relaxed);
  return sum;
}

std::chrono::nanoseconds Metrics::took(std::size_t operation) const {
  std::int64_t sum = 0;
  for (const auto& stripe : stripes_) sum += stripe[operation].nanoseconds.load(std::memory_order_relaxed);
  return std::chrono::nanoseconds(sum);
}

void MetricsText::family(std::string_view name, std::string_view type, std::string_view help) {
  name_ = name;
  text_ += fmt::format("# HELP {} {}\n# TYPE {} {}\n", name, help, name, type);
}

void MetricsText::sample(std::string_view labels, double value) {
  text_ += labels.empty() ? fmt::format("{} {}\n", name_, value)
                          : fmt::format("{}{{{}}} {}\n", name_, labels, value);
}

}  // namespace certreg::api
