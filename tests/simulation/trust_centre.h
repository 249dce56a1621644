// A supplier's web host: pages and files that change, move, hide and come back.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "support/loopback_server.h"

namespace certreg::simulation {

// Answers If-None-Match as a good host does: a page that did not change is not sent again.
class TrustCentre {
 public:
  TrustCentre();

  void show(const std::string& path, const std::string& content_type, const std::string& body);
  void answer(const std::string& path, fetch::Reply reply);
  void remove(const std::string& path);
  // In place of everything but robots.txt, until `end_trouble`.
  void trouble(fetch::Reply reply);
  void end_trouble();
  void go_down();  // connections are refused
  void come_up();

  std::uint16_t port() const { return port_.number(); }
  std::string address(const std::string& path) const;
  std::size_t times_asked(const std::string& path) const;
  std::size_t times_not_modified() const;

 private:
  fetch::Reply answer_to(const std::string& head);

  fetch::HeldPort port_;
  mutable std::mutex mutex_;
  std::map<std::string, fetch::Reply> replies_;
  std::map<std::string, std::string> etags_;  // by path
  std::vector<fetch::Reply> trouble_;         // one, or none
  std::vector<std::string> asked_;
  std::size_t not_modified_ = 0;
  std::unique_ptr<fetch::LoopbackServer> server_;
};

}  // namespace certreg::simulation
