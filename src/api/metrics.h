// Counts of what was answered, and the text that Prometheus reads (exposition format 0.0.4).
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "certreg/http/stripe.h"

namespace certreg::api {

class Metrics {
 public:
  explicit Metrics(std::size_t operations);

  // Any thread. `operation`: index of the route.
  void count(std::size_t operation, int status, std::chrono::nanoseconds took);

  std::uint64_t answered(std::size_t operation, std::size_t status_class) const;  // class 2: 2xx
  std::chrono::nanoseconds took(std::size_t operation) const;

 private:
  struct Operation {
    std::array<std::atomic<std::uint64_t>, 6> by_class{};
    std::atomic<std::int64_t> nanoseconds{0};
  };
  using Operations = std::unique_ptr<Operation[]>;
  std::array<Operations, http::kStripes> stripes_;
};

// Writes one family after another; a name's samples follow each other.
class MetricsText {
 public:
  void family(std::string_view name, std::string_view type, std::string_view help);
  // `labels`: `operation="x",status="2xx"` or empty.
  void sample(std::string_view labels, double value);
  std::string text() && { return std::move(text_); }

 private:
  std::string text_, name_;
};

}  // namespace certreg::api
