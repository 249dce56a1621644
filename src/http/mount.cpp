#include "http/mount.h"

#include <arpa/inet.h>
#include <fmt/format.h>
#include <pistache/listener.h>
#include <pistache/peer.h>
#include <pistache/transport.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "certreg/domain/error.h"
#include "http/timer.h"
#include "http/worker.h"

namespace certreg::http {
namespace {

namespace tcp = Pistache::Tcp;
namespace polling = Pistache::Polling;
using On = polling::NotifyOn;
using PeerPtr = std::shared_ptr<tcp::Peer>;

constexpr std::size_t kReadBytes = 16 * 1024;
constexpr int kReadsInTurn = 32;

// Pistache's side of a worker: what it accepted, read and lost.
class Receiver final : public tcp::Handler {
 public:
  explicit Receiver(std::shared_ptr<Worker> worker) : worker_(std::move(worker)) {}
  std::shared_ptr<tcp::Handler> clone() const override { return std::make_shared<Receiver>(worker_); }

  void onConnection(const PeerPtr& peer) override { worker_->opened(peer->fd(), peer->address().host()); }
  void onDisconnection(const PeerPtr& peer) override { worker_->closed(peer->fd()); }
  void onInput(const char* bytes, std::size_t size, const PeerPtr& peer) override {
    worker_->received(peer->fd(), {bytes, size});
  }

 private:
  const std::shared_ptr<Worker> worker_;
};

// One a worker thread, by clone(). Write readiness, time limits and closing are decided here and not by
// Pistache, whose own time-outs close a descriptor without telling the handler.
class Transport final : public tcp::Transport {
 public:
  using Workers = std::vector<std::shared_ptr<Worker>>;

  Transport(std::shared_ptr<Worker> worker, std::shared_ptr<Workers> spare, std::chrono::milliseconds tick)
      : tcp::Transport(std::make_shared<Receiver>(worker)),
        worker_(std::move(worker)),
        spare_(std::move(spare)),
        tick_(tick),
        timer_(tick) {}

  std::shared_ptr<Pistache::Aio::Handler> clone() const override {
    std::shared_ptr<Worker> worker = std::move(spare_->back());
    spare_->pop_back();
    return std::make_shared<Transport>(std::move(worker), spare_, tick_);
  }

  void registerPoller(polling::Epoll& poller) override {
    tcp::Transport::registerPoller(poller);
    worker_->watch_with([this](int fd, Worker::Interest interest) { watch(fd, interest); });
    for (const int fd : {timer_.fd(), worker_->inbox().fd()}) {
      poller.addFd(fd, Pistache::Flags<On>(On::Read), tag_of(fd));
    }
  }

  void onReady(const Pistache::Aio::FdSet& ready) override {
    std::vector<polling::Event> to_read;
    bool is_time = false;
    for (const auto& entry : ready) {
      const int fd = static_cast<int>(entry.getTag().value());
      if (fd == timer_.fd()) {
        timer_.acknowledge();
        is_time = true;
      } else if (fd == worker_->inbox().fd()) {
        worker_->deliver();
      } else {
        // A hang-up alone is for reading, too: that is how Pistache learns of the end.
        if (entry.isWritable()) worker_->writable(fd);
        if (!entry.isReadable() && entry.isWritable()) continue;
        if (worker_->has(fd)) {
          read(fd);
        } else {
          to_read.push_back(read_event(entry.getTag()));
        }
      }
    }
    if (!to_read.empty()) tcp::Transport::onReady(Pistache::Aio::FdSet(std::move(to_read)));
    if (is_time || worker_->is_going_down()) sweep();
  }

 private:
  static polling::Tag tag_of(int fd) { return polling::Tag(static_cast<std::uint64_t>(fd)); }

  static polling::Event read_event(polling::Tag tag) {
    polling::Event event(tag);
    event.flags.setFlag(On::Read);
    return event;
  }

  void watch(int fd, Worker::Interest interest) {
    const On on =
        interest == Worker::Interest::Read ? On::Read | On::Shutdown : On::Read | On::Write | On::Shutdown;
    reactor()->modifyFd(key(), fd, on, tag_of(fd), polling::Mode::Edge);
  }

  // Until nothing more is there: the poller tells of what comes, not of what is left. A short read says so
  // without asking once more, as epoll(7) has it; an end that was told together with it is found by the next
  // sweep.
  void read(int fd) {
    for (int rounds = 0; rounds < kReadsInTurn; ++rounds) {
      const ssize_t count = ::recv(fd, buffer_.data(), buffer_.size(), MSG_DONTWAIT);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return;
      if (count <= 0) return close(fd);
      worker_->received(fd, {buffer_.data(), static_cast<std::size_t>(count)});
      if (static_cast<std::size_t>(count) < buffer_.size()) return;
    }
    worker_->look_again(fd);  // after the others
  }

  void sweep() {
    for (const int fd : worker_->sweep()) close(fd);
    if (worker_->is_going_down()) worker_->settle();
  }

  void close(int fd) {
    worker_->closed(fd);
    const auto found = peers.find(fd);
    if (found == peers.end()) return;
    const PeerPtr peer = found->second;
    removePeer(peer);
  }

  const std::shared_ptr<Worker> worker_;
  const std::shared_ptr<Workers> spare_;
  const std::chrono::milliseconds tick_;
  Timer timer_;
  std::vector<char> buffer_ = std::vector<char>(kReadBytes);
};

// Often enough to keep the shortest limit, seldom enough to cost nothing.
std::chrono::milliseconds tick_for(const Limits& limits) {
  const auto shortest =
      std::min({limits.idle_time, limits.head_time, limits.body_time, limits.stall_time, limits.linger_time});
  return std::clamp(shortest / 4, std::chrono::milliseconds(5), std::chrono::milliseconds(500));
}

Pistache::Address parse_address(const Options& options) {
  in6_addr parsed{};
  const bool is_v4 = ::inet_pton(AF_INET, options.address.c_str(), &parsed) == 1;
  if (!is_v4 && ::inet_pton(AF_INET6, options.address.c_str(), &parsed) != 1) {
    throw Error(ErrorKind::Invalid, fmt::format("\"{}\" is no IPv4 or IPv6 address", options.address));
  }
  return {is_v4 ? options.address : fmt::format("[{}]", options.address), Pistache::Port(options.port)};
}

}  // namespace

struct Mount::Parts {
  std::vector<std::shared_ptr<Worker>> workers;
  tcp::Listener listener;
};

Mount::Mount(Gate& gate, const Options& options) : parts_(std::make_unique<Parts>()) {
  for (std::size_t i = 0; i < options.io_threads; ++i)
    parts_->workers.push_back(std::make_shared<Worker>(gate));
  const Pistache::Address address = parse_address(options);
  tcp::Listener& listener = parts_->listener;
  const Pistache::Flags<tcp::Options> flags(tcp::Options::ReuseAddr | tcp::Options::NoDelay |
                                            tcp::Options::CloseOnExec);
  listener.init(options.io_threads, flags, "http", options.backlog);
  // Pistache asks for one transport and clones it for each thread, so the first only lends its type.
  auto spare = std::make_shared<Transport::Workers>(parts_->workers);
  listener.setTransportFactory([spare, first = parts_->workers.front(), tick = tick_for(gate.limits)] {
    return std::make_shared<Transport>(first, spare, tick);
  });
  try {
    listener.bind(address);
    listener.runThreaded();
  } catch (const std::exception& error) {
    throw Error(ErrorKind::Unavailable,
                fmt::format("cannot listen on {} port {}", options.address, options.port), error.what());
  }
}

Mount::~Mount() { parts_->listener.shutdown(); }

std::uint16_t Mount::port() const { return static_cast<std::uint16_t>(parts_->listener.getPort()); }

void Mount::wake() {
  for (const auto& worker : parts_->workers) worker->inbox().wake();
}

}  // namespace certreg::http
