#include "http/world.h"

#include <fmt/format.h>

#include <charconv>
#include <stdexcept>
#include <thread>
#include <utility>

namespace certreg::http {
namespace {

Response text(std::string body) {
  Response response;
  response.content_type = "text/plain";
  response.body = std::move(body);
  return response;
}

Response problem(int status, std::string_view detail) {
  Response response = text(std::string(detail));
  response.status = status;
  return response;
}

std::string show(const Request& request) {
  std::string shown = fmt::format("{} {}\n", request.method_text, request.path);
  for (const auto& segment : request.segments) shown += fmt::format("[{}]", segment);
  for (const auto& [name, value] : request.query) shown += fmt::format("{{{}={}}}", name, value);
  if (const std::string* tag = request.header("x-tag")) shown += fmt::format("<{}>", *tag);
  return shown + fmt::format(" {} {}", request.count("X-TAG"), request.peer);
}

Response throwing(const std::string& what) {
  if (what == "std") throw std::runtime_error("secret text");
  if (what == "int") throw 42;
  throw std::string("secret text");
}

Response with_header(const std::string& which) {
  Response response = text("body");
  if (which == "good") response.headers = {{"ETag", "\"17\""}, {"Link", "</v1>; rel=\"next\""}};
  if (which == "crlf") response.headers = {{"X-Name", "a\r\nSet-Cookie: b"}};
  if (which == "lf") response.headers = {{"X-Name", "a\nb"}};
  if (which == "nul") response.headers = {{"X-Name", std::string("a\0b", 3)}};
  if (which == "name") response.headers = {{"X Name:", "a"}};
  if (which == "length") response.headers = {{"Content-Length", "1"}};
  if (which == "type") response.content_type = "text/plain\r\nX-Evil: 1";
  return response;
}

}  // namespace

std::string get_request(std::string_view target, std::string_view further) {
  return fmt::format("GET {} HTTP/1.1\r\nHost: h\r\n{}\r\n", target, further);
}

std::string sum_of(std::string_view body) {
  unsigned sum = 0;
  for (const char c : body) sum = sum * 31 + static_cast<unsigned char>(c);
  return fmt::format("{} {}", body.size(), sum);
}

World::World(const std::function<void(Options&)>& change) {
  Options options;
  options.io_threads = 2;
  options.pool_threads = 2;
  if (change) change(options);
  Application application;
  application.plan = [this](const Request& head) { return plan(head); };
  application.handle = [this](const Request& request) { return handle(request); };
  application.problem = problem;
  application.log = [this](const AccessLine& line) { write_down(line); };
  application.failed = [this](const Request&, std::exception_ptr) { ++failures; };
  server = std::make_unique<Server>(options, std::move(application));
}

World::~World() {
  valve.open();
  server.reset();
}

test::RawAnswer World::ask(std::string_view request) const { return client().ask(request); }

test::RawAnswer World::get(std::string_view target) const { return ask(get_request(target)); }

bool World::wait_until(const std::function<bool()>& condition) const {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
  while (!condition()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  return true;
}

std::vector<Told> World::log() {
  const std::lock_guard lock(log_mutex_);
  return log_;
}

void World::write_down(const AccessLine& line) {
  const std::lock_guard lock(log_mutex_);
  log_.push_back({std::string(line.method), std::string(line.target), std::string(line.peer), line.status,
                  line.body_bytes, line.cut});
}

Plan World::plan(const Request& head) {
  Plan plan;
  plan.where = head.path.starts_with("/pool") ? Plan::Where::Pool : Plan::Where::IoThread;
  plan.body_limit = 4'000'000;
  plan.body_on_disk = head.path.ends_with("/kept");
  if (head.path.ends_with("/small")) plan.body_limit = 10;
  if (head.path == "/refused") plan.refusal = problem(401, "who are you?");
  if (head.path == "/plan/throws") throw 42;
  return plan;
}

Response World::handle(const Request& request) {
  ++handled;
  std::vector<std::string> way = request.segments;
  if (!way.empty() && way.front() == "pool") way.erase(way.begin());
  way.resize(2);
  if (way[0] == "fixed") return text(std::string(1024, 'x'));
  if (way[0] == "echo" || way[0] == "small") return text(sum_of(request.body));
  if (way[0] == "kept")
    return text(sum_of(request.content()) + (request.held.empty() ? " here" : " on disk"));
  if (way[0] == "shown") return text(show(request));
  if (way[0] == "throws") return throwing(way[1]);
  if (way[0] == "stream") return stream(way[1]);
  if (way[0] == "header") return with_header(way[1]);
  Response response = text("held");
  if (way[0] == "held") valve.wait();
  if (way[0] == "held") return response;
  if (way[0] == "status") {
    response.status = std::atoi(way[1].c_str());
    return response;
  }
  if (way[0] != "big") return problem(404, "no such path");
  response.shared = big_;
  return response;
}

// Counts its copies' end, too.
Response World::stream(const std::string& how) {
  const std::shared_ptr<int> left(new int(5), [this](const int* number) {
    delete number;
    ++streams_released;
  });
  Response response = text("");
  response.chunks = [this, how, left](std::string& out) {
    ++chunk_calls;
    if (how == "throws" && *left == 2) throw std::runtime_error("secret text");
    if (how == "held" && *left == 3) valve.wait();
    if (how == "endless") {
      out.append(10'000, 'e');
      return true;
    }
    if (how == "large") out.append(100'000, 'l');
    if (how != "large") out += fmt::format("part {} ", *left);
    return --*left > 0;
  };
  return response;
}

}  // namespace certreg::http
