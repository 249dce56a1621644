// One client, from its first byte to its last: a state machine used by one thread only. Requests are answered
// one after the other, in their order; it never closes the descriptor, it only shuts it down.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "http/exchange.h"
#include "http/gate.h"
#include "http/inbox.h"
#include "http/output.h"
#include "http/reader.h"

namespace certreg::http {

class Connection {
 public:
  using Clock = std::chrono::steady_clock;

  Connection(Gate& gate, std::shared_ptr<Inbox> inbox, Address address, std::string peer);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void read(std::string_view data);
  void answer(Response response);  // the pool's, to the request in flight
  void add(Piece piece);           // the pool's, to the body in flight
  void proceed();                  // sends, and goes on with what waited for that
  void turn_away();                // 503 and nothing more
  void cut();                      // at once; the client sees a reset, never a clean end

  enum class Due { Nothing, Close };
  Due check_time(Clock::time_point now);

  std::uint64_t serial() const { return address_.serial; }
  bool has_unsent() const { return output_.size() > 0; }
  bool is_working() const;  // something begun is not answered or not sent
  bool is_idle() const;     // nothing begun, and nothing waits to be read
  bool has_ended() const;   // the client will send nothing more

 private:
  enum class Phase {
    Reading,    // a request or nothing
    Handling,   // the pool has the request
    Streaming,  // the pool makes the body
    Closing,    // the last answer is written; what comes is thrown away
    Cut,
  };
  using Time = Clock::time_point;

  bool takes_requests() const;
  bool is_answering() const;
  void count_if_cut();
  std::size_t consume(std::string_view data);
  std::optional<std::size_t> step(std::string_view data);
  void go_on_after_head();
  void dispatch();
  void begin_exchange(bool keeps_alive);
  void refuse(Refusal refusal);
  void respond(Response response);
  void pull();
  void finish_exchange();
  void log(bool was_cut, Time now);
  void send();
  Due check_reading(Time now);

  Gate& gate_;
  const std::shared_ptr<Inbox> inbox_;
  const Address address_;
  const std::string peer_;

  Phase phase_ = Phase::Reading;
  Reader reader_;
  Plan plan_;
  std::string input_;      // not parsed yet
  std::size_t ahead_ = 0;  // bytes behind the request being handled
  bool overrun_ = false;   // more was sent ahead than is kept
  Output output_;
  Exchange exchange_;  // while request is set
  std::shared_ptr<const Chunks> chunks_;
  bool pulling_ = false;
  bool write_shut_ = false;
  bool sends_on_ = false;  // after the last answer
  Time began_;             // the request being read
  Time touched_ = Clock::now();
};

}  // namespace certreg::http
