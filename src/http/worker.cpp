#include "http/worker.h"

#include <sys/socket.h>

#include <utility>

namespace certreg::http {

Worker::Worker(Gate& gate) : gate_(gate), number_(gate.drain.add_worker()) {}

void Worker::watch_with(Watch watch) { watch_ = std::move(watch); }

// An exception that left a callback would end the process; the connection whose memory could not be had is
// given up instead.
template <typename Work>
void Worker::guard(int fd, Work&& work) noexcept {
  try {
    work();
  } catch (...) {
    if (Slot* slot = find(fd)) {
      slot->connection->cut();
    } else {
      ::shutdown(fd, SHUT_RDWR);
    }
  }
}

Worker::Slot* Worker::find(int fd) {
  const auto index = static_cast<std::size_t>(fd);
  return index < slots_.size() && slots_[index].connection ? &slots_[index] : nullptr;
}

void Worker::follow(int fd, Slot& slot) {
  const Interest interest = slot.connection->has_unsent() ? Interest::ReadAndWrite : Interest::Read;
  if (interest == slot.interest) return;
  watch_(fd, interest);
  slot.interest = interest;
}

void Worker::opened(int fd, std::string peer) noexcept {
  guard(fd, [&] { take_in(fd, std::move(peer)); });
}

void Worker::take_in(int fd, std::string peer) {
  const auto index = static_cast<std::size_t>(fd);
  if (index >= slots_.size()) slots_.resize(index + 64);
  auto connection = std::make_unique<Connection>(gate_, inbox_, Address{fd, ++last_serial_}, std::move(peer));
  slots_[index] = {std::move(connection), Interest::Read, false};
  ++gate_.tally.accepted;
  const std::uint64_t open = ++gate_.tally.connections;
  if (open > gate_.limits.connections || is_going_down()) slots_[index].connection->turn_away();
}

void Worker::received(int fd, std::string_view data) noexcept {
  guard(fd, [&] {
    Slot* slot = find(fd);
    if (!slot) return;
    slot->may_have_ended = true;
    slot->connection->read(data);
    follow(fd, *slot);
  });
}

void Worker::writable(int fd) noexcept {
  guard(fd, [&] {
    Slot* slot = find(fd);
    if (!slot) return;
    slot->connection->proceed();
    follow(fd, *slot);
  });
}

void Worker::look_again(int fd) noexcept {
  guard(fd, [&] {
    if (const Slot* slot = find(fd)) watch_(fd, slot->interest);
  });
}

void Worker::hand_over(Letter letter) {
  Slot* slot = find(letter.to.fd);
  auto* response = std::get_if<Response>(&letter.content);
  if (!slot || slot->connection->serial() != letter.to.serial) {
    if (response) gate_.release(std::make_shared<const Chunks>(std::move(response->chunks)));
    return;
  }
  if (response) {
    slot->connection->answer(std::move(*response));
  } else {
    slot->connection->add(std::move(std::get<Piece>(letter.content)));
  }
  follow(letter.to.fd, *slot);
}

void Worker::deliver() noexcept {
  for (Letter& letter : inbox_->take()) {
    const int fd = letter.to.fd;
    guard(fd, [&] { hand_over(std::move(letter)); });
  }
}

void Worker::closed(int fd) noexcept {
  Slot* slot = find(fd);
  if (!slot) return;
  slot->connection.reset();
  --gate_.tally.connections;
}

bool Worker::is_due(Slot& slot, Drain::Phase phase) const {
  auto& connection = *slot.connection;
  if (phase == Drain::Phase::Closing) return true;
  if (slot.may_have_ended && !connection.is_working()) {
    slot.may_have_ended = false;
    if (connection.has_ended()) return true;
  }
  if (phase == Drain::Phase::Draining && connection.is_idle()) return true;
  return connection.check_time(Connection::Clock::now()) == Connection::Due::Close;
}

std::vector<int> Worker::sweep() noexcept {
  const Drain::Phase phase = gate_.drain.phase();
  std::vector<int> due;
  for (std::size_t i = 0; i < slots_.size(); ++i) {
    if (!slots_[i].connection) continue;
    const int fd = static_cast<int>(i);
    guard(fd, [&] {
      if (is_due(slots_[i], phase)) return due.push_back(fd);
      follow(fd, slots_[i]);
    });
  }
  return due;
}

void Worker::settle() noexcept {
  const Drain::Phase phase = gate_.drain.phase();
  std::size_t remaining = 0;
  for (const Slot& slot : slots_) {
    if (slot.connection && (phase == Drain::Phase::Closing || slot.connection->is_working())) ++remaining;
  }
  gate_.drain.report(number_, phase, remaining);
}

}  // namespace certreg::http
