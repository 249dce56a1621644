#include "simulation/trust_centre.h"

#include <algorithm>
#include <functional>

namespace certreg::simulation {

TrustCentre::TrustCentre() { come_up(); }

void TrustCentre::show(const std::string& path, const std::string& content_type, const std::string& body) {
  const auto etag = "\"" + std::to_string(std::hash<std::string>{}(content_type + body)) + "\"";
  answer(path, fetch::reply("200 OK", "Content-Type: " + content_type + "\r\nETag: " + etag + "\r\n", body));
  const std::lock_guard lock(mutex_);
  etags_[path] = etag;
}

void TrustCentre::answer(const std::string& path, fetch::Reply reply) {
  const std::lock_guard lock(mutex_);
  replies_[path] = std::move(reply);
  etags_.erase(path);
}

void TrustCentre::remove(const std::string& path) { answer(path, fetch::reply("404 Not Found")); }

void TrustCentre::trouble(fetch::Reply reply) {
  const std::lock_guard lock(mutex_);
  trouble_ = {std::move(reply)};
}

void TrustCentre::end_trouble() {
  const std::lock_guard lock(mutex_);
  trouble_.clear();
}

void TrustCentre::go_down() { server_.reset(); }

void TrustCentre::come_up() {
  server_ = std::make_unique<fetch::LoopbackServer>(port_.number());
  server_->answer_all([this](const std::string& head) { return answer_to(head); });
}

std::string TrustCentre::address(const std::string& path) const {
  return "http://127.0.0.1:" + std::to_string(port()) + path;
}

std::size_t TrustCentre::times_asked(const std::string& path) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(std::count(asked_.begin(), asked_.end(), path));
}

std::size_t TrustCentre::times_not_modified() const {
  const std::lock_guard lock(mutex_);
  return not_modified_;
}

fetch::Reply TrustCentre::answer_to(const std::string& head) {
  const std::lock_guard lock(mutex_);
  const auto path = fetch::path_of(head);
  asked_.push_back(path);
  if (!trouble_.empty() && path != "/robots.txt") return trouble_.front();
  const auto etag = etags_.find(path);
  if (etag != etags_.end() && head.find("If-None-Match: " + etag->second) != std::string::npos) {
    ++not_modified_;
    return fetch::reply("304 Not Modified", "ETag: " + etag->second + "\r\n");
  }
  const auto found = replies_.find(path);
  return found == replies_.end() ? fetch::reply("404 Not Found") : found->second;
}

}  // namespace certreg::simulation
