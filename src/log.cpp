#include "log.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <nlohmann/json.hpp>
#include <stop_token>
#include <string>
#include <thread>

#include "certreg/codec/json.h"
#include "certreg/http/stripe.h"
#include "certreg/service/clock.h"

namespace certreg {
namespace {

constexpr std::size_t kWrittenAtOnce = 64 * 1024;
constexpr std::chrono::milliseconds kWait{100};

// One at a time, since what is long may go out in parts.
void write_text(std::string_view text) {
  static std::mutex writing;
  const std::lock_guard lock(writing);
  while (!text.empty()) {
    const auto written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written < 0 && errno != EINTR) return;
    text.remove_prefix(static_cast<std::size_t>(std::max<ssize_t>(written, 0)));
  }
}

void write_line(std::string text) {
  text += '\n';
  write_text(text);
}

std::string json_line(const char* level, std::string_view event, std::initializer_list<Log::Field> fields) {
  codec::Json line = {
      {"at", to_string(service::SystemClock().now())}, {"level", level}, {"event", std::string(event)}};
  for (const auto& [name, value] : fields) line[std::string(name)] = std::string(value);
  return codec::dump(line);
}

}  // namespace

// Lines by the thread that said them, so that no thread waits for another's.
class Log::Gathered {
 public:
  void add(std::string_view line) {
    auto& mine = stripes_[http::stripe_of_this_thread()];
    const std::lock_guard lock(mine.mutex);
    mine.text.append(line).append(1, '\n');
    if (mine.text.size() >= kWrittenAtOnce) write(mine);
  }

  void flush() {
    for (auto& stripe : stripes_) {
      const std::lock_guard lock(stripe.mutex);
      write(stripe);
    }
  }

  ~Gathered() {
    writer_.request_stop();
    writer_.join();
    flush();
  }

 private:
  struct alignas(http::kStripeBytes) Stripe {
    std::mutex mutex;
    std::string text;
  };

  static void write(Stripe& stripe) {
    if (!stripe.text.empty()) write_text(stripe.text);
    stripe.text.clear();
  }

  void run(const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any stopped;
    std::unique_lock lock(mutex);
    while (!stop.stop_requested()) {
      stopped.wait_for(lock, stop, kWait, [] { return false; });
      flush();
    }
  }

  std::array<Stripe, http::kStripes> stripes_;
  std::jthread writer_{[this](const std::stop_token& stop) { run(stop); }};
};

Log::Log(LogLevel level) : level_(level) {
  if (takes_requests()) gathered_ = std::make_unique<Gathered>();
}

Log::~Log() = default;

void Log::error(std::string_view event, std::initializer_list<Field> fields) const {
  write_line(json_line("error", event, fields));
}

void Log::info(std::string_view event, std::initializer_list<Field> fields) const {
  if (level_ >= LogLevel::Info) write_line(json_line("info", event, fields));
}

void Log::failure(std::string_view json) const { write_line(std::string(json)); }

void Log::request(std::string_view json) const {
  if (gathered_) gathered_->add(json);
}

void Log::flush() const {
  if (gathered_) gathered_->flush();
}

}  // namespace certreg
