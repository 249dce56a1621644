#include "certreg/http/server.h"

#include <optional>
#include <utility>

#include "http/gate.h"
#include "http/mount.h"

namespace certreg::http {
namespace {

// Closing needs no client, only the workers' next turn.
constexpr std::chrono::seconds kCloseTime{10};

}  // namespace

// The mount ends first, then the pool within the gate.
struct Server::Parts {
  Parts(const Options& options, Application application) : gate(options, std::move(application)) {
    mount.emplace(gate, options);
    port = mount->port();
  }

  void enter(Drain::Phase phase) {
    gate.drain.enter(phase);
    mount->wake();
  }

  Gate gate;
  std::optional<Mount> mount;
  std::uint16_t port = 0;
};

Server::Server(const Options& options, Application application)
    : parts_(std::make_unique<Parts>(options, std::move(application))) {}

Server::~Server() { drain(std::chrono::milliseconds(0)); }

std::uint16_t Server::port() const { return parts_->port; }

bool Server::drain(std::chrono::milliseconds limit) {
  if (!parts_->mount) return true;
  parts_->enter(Drain::Phase::Draining);
  const bool finished = parts_->gate.drain.wait(Drain::Phase::Draining, limit);
  parts_->enter(Drain::Phase::Closing);
  parts_->gate.drain.wait(Drain::Phase::Closing, kCloseTime);
  parts_->mount.reset();
  return finished;
}

Counters Server::counters() const {
  const Tally& tally = parts_->gate.tally;
  return {tally.accepted, tally.connections, tally.requests.total(),
          tally.refused,  tally.cut,         parts_->gate.pool.waiting()};
}

}  // namespace certreg::http
