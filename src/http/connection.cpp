#include "http/connection.h"

#include <sys/socket.h>

#include <utility>

namespace certreg::http {
namespace {

constexpr std::string_view kContinue = "HTTP/1.1 100 Continue\r\n\r\n";

}  // namespace

Connection::Connection(Gate& gate, std::shared_ptr<Inbox> inbox, Address address, std::string peer)
    : gate_(gate),
      inbox_(std::move(inbox)),
      address_(address),
      peer_(std::move(peer)),
      reader_(gate.limits) {}

Connection::~Connection() {
  count_if_cut();
  if (exchange_.request) log(true, Clock::now());
  gate_.release(std::move(chunks_));
}

void Connection::count_if_cut() {
  if (phase_ != Phase::Cut && is_answering()) ++gate_.tally.cut;
}

bool Connection::is_answering() const { return has_unsent() || exchange_.request; }

bool Connection::takes_requests() const {
  return phase_ == Phase::Reading && output_.size() <= gate_.limits.unsent;
}

bool Connection::is_idle() const {
  if (phase_ != Phase::Reading || is_working() || !input_.empty()) return false;
  char next = 0;
  return ::recv(address_.fd, &next, 1, MSG_PEEK | MSG_DONTWAIT) <= 0;
}

bool Connection::has_ended() const {
  char next = 0;
  return ::recv(address_.fd, &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

bool Connection::is_working() const {
  return phase_ != Phase::Cut && (is_answering() || reader_.has_begun());
}

void Connection::read(std::string_view data) {
  if (phase_ == Phase::Closing || phase_ == Phase::Cut) {
    sends_on_ = true;
    // Pistache reads on as long as something comes, so here is the only place to stop it.
    if (phase_ == Phase::Cut || check_time(Clock::now()) == Due::Close) ::shutdown(address_.fd, SHUT_RDWR);
    return;
  }
  if (input_.empty() && takes_requests()) {
    const std::size_t used = consume(data);
    input_.assign(data.substr(used));
  } else if (!overrun_) {
    input_.append(data);
  }
  if (!takes_requests() && input_.size() > gate_.limits.ahead) {
    overrun_ = true;
    std::string().swap(input_);
  }
  proceed();
}

void Connection::proceed() {
  send();
  while (takes_requests() && !input_.empty()) {
    const std::size_t used = consume(input_);
    input_.erase(0, used);
    send();
    if (used == 0) break;
  }
  if (overrun_ && takes_requests()) {
    refuse({413, "too much was sent ahead"});
    send();
  }
  pull();
}

std::size_t Connection::consume(std::string_view data) {
  std::size_t used = 0;
  while (used < data.size() && takes_requests()) {
    ahead_ = data.size() - used;
    const std::optional<std::size_t> step_used = step(data.substr(used));
    if (!step_used) break;
    used += *step_used;
  }
  return phase_ == Phase::Closing || phase_ == Phase::Cut ? data.size() : used;
}

// The bytes used, or nothing when more are needed.
std::optional<std::size_t> Connection::step(std::string_view data) {
  if (!reader_.has_begun()) {
    // RFC 9112, 2.2: empty lines before a request are ignored.
    if (data.starts_with("\r\n")) return 2;
    if (data == "\r") return std::nullopt;
    began_ = Clock::now();
  }
  const Reader::Step step = reader_.read(data);
  ahead_ -= step.used;
  switch (step.state) {
    case Reader::State::NeedsMore:
      return step.used > 0 ? std::optional(step.used) : std::nullopt;
    case Reader::State::HeadDone:
      go_on_after_head();
      break;
    case Reader::State::Done:
      dispatch();
      break;
    case Reader::State::Refused:
      refuse(reader_.refusal());
      break;
  }
  return step.used;
}

void Connection::go_on_after_head() {
  Request& request = reader_.request();
  request.peer = peer_;
  if (const auto refusal = complete_head(request, reader_.version())) return refuse(*refusal);
  std::optional<Plan> plan = gate_.plan(request);
  if (!plan) return refuse({500, "the request could not be answered"});
  plan_ = std::move(*plan);
  if (plan_.refusal) {
    begin_exchange(reader_.is_done() && reader_.keeps_alive());
    return respond(std::move(*plan_.refusal));
  }
  if (reader_.announces_more_than(plan_.body_limit))
    return refuse({413, "the body of the request is too large"});
  reader_.allow_body(plan_.body_limit);
  if (plan_.body_on_disk) reader_.keep_body_in(gate_.spool);
  if (reader_.is_done()) return dispatch();
  if (reader_.version() == Version::Http11 && expects_continue(request)) output_.append(kContinue);
}

void Connection::begin_exchange(bool keeps_alive) {
  exchange_ = {};
  exchange_.keeps_alive = keeps_alive;
  exchange_.began = Clock::now();
  if (reader_.has_begun()) exchange_.version = reader_.version();
  exchange_.request = std::make_shared<const Request>(reader_.has_begun() ? reader_.take() : Request{});
}

void Connection::dispatch() {
  begin_exchange(reader_.keeps_alive());
  if (plan_.where == Plan::Where::IoThread) return respond(gate_.handle(*exchange_.request));
  phase_ = Phase::Handling;
  const bool taken =
      gate_.pool.submit([&gate = gate_, inbox = inbox_, to = address_, request = exchange_.request] {
        inbox->put({to, gate.handle(*request)});
      });
  if (taken) return;
  phase_ = Phase::Reading;
  exchange_.by_gate = true;
  respond(gate_.problem(503, "too many requests are waiting"));
}

void Connection::refuse(Refusal refusal) {
  begin_exchange(false);
  exchange_.by_gate = true;
  respond(gate_.problem(refusal.status, refusal.detail));
}

void Connection::turn_away() {
  refuse({503, "the service takes no further connections"});
  send();
  // Not lingering: who is turned away must not hold a descriptor.
  ::shutdown(address_.fd, SHUT_RDWR);
}

void Connection::answer(Response response) {
  if (phase_ != Phase::Handling)
    return gate_.release(std::make_shared<const Chunks>(std::move(response.chunks)));
  phase_ = Phase::Reading;
  ahead_ = input_.size();
  respond(std::move(response));
  proceed();
}

void Connection::respond(Response response) {
  if (!is_sendable(response)) response = gate_.problem(500, "the request could not be answered");
  if (gate_.drain.phase() != Drain::Phase::Open && ahead_ == 0) exchange_.keeps_alive = false;
  exchange_.status = response.status;
  const Framing framing = frame(exchange_, response);
  thread_local std::string head;
  head.clear();
  write_head(head, response, framing);
  output_.append(head);
  if (response.chunks) chunks_ = std::make_shared<const Chunks>(std::move(response.chunks));
  if (!exchange_.has_body(response.status)) return finish_exchange();
  if (chunks_) {
    phase_ = Phase::Streaming;
    return;
  }
  exchange_.body_bytes = framing.length;
  if (response.shared) {
    output_.append(std::move(response.shared));
  } else {
    output_.append(std::move(response.body));
  }
  finish_exchange();
}

void Connection::pull() {
  if (phase_ != Phase::Streaming || pulling_ || output_.size() > gate_.limits.unsent) return;
  pulling_ = true;
  gate_.pool.resume([&gate = gate_, inbox = inbox_, to = address_, request = exchange_.request,
                     chunks = chunks_]() mutable {
    Piece piece = gate.pull(*request, *chunks);
    chunks.reset();
    inbox->put({to, std::move(piece)});
  });
}

void Connection::add(Piece piece) {
  pulling_ = false;
  if (phase_ != Phase::Streaming) return;
  if (piece.end == Piece::End::Failed) return cut();
  if (!has_unsent()) touched_ = Clock::now();
  const bool chunked = exchange_.version == Version::Http11;
  exchange_.body_bytes += piece.bytes.size();
  if (!piece.bytes.empty()) output_.append(chunked ? write_chunk(piece.bytes) : std::move(piece.bytes));
  if (piece.end == Piece::End::Yes) {
    if (chunked) output_.append(last_chunk());
    finish_exchange();
  }
  proceed();
}

void Connection::finish_exchange() {
  touched_ = Clock::now();
  log(false, touched_);
  gate_.tally.requests.add();
  if (exchange_.by_gate) ++gate_.tally.refused;
  phase_ = exchange_.keeps_alive ? Phase::Reading : Phase::Closing;
  exchange_.request.reset();
  gate_.release(std::move(chunks_));
}

void Connection::log(bool was_cut, Time now) {
  const Request& request = *exchange_.request;
  AccessLine line{
      request.method_text, request.target, peer_, exchange_.status, exchange_.body_bytes, {}, was_cut};
  line.duration = std::chrono::duration_cast<std::chrono::microseconds>(now - exchange_.began);
  gate_.log(line);
}

void Connection::send() {
  if (phase_ == Phase::Cut) return;
  const std::size_t before = output_.size();
  if (output_.send(address_.fd) == Output::Result::Broken) return cut();
  if (output_.size() < before && has_unsent()) touched_ = Clock::now();
  if (phase_ != Phase::Closing || has_unsent() || write_shut_) return;
  ::shutdown(address_.fd, SHUT_WR);
  write_shut_ = true;
}

void Connection::cut() {
  count_if_cut();
  phase_ = Phase::Cut;
  output_.clear();
  input_.clear();
  const linger reset{1, 0};
  ::setsockopt(address_.fd, SOL_SOCKET, SO_LINGER, &reset, sizeof reset);
  // Only the reading side, which wakes the poller: shutting down the other would send the clean end.
  ::shutdown(address_.fd, SHUT_RD);
}

Connection::Due Connection::check_time(Time now) {
  const auto since_touched = now - touched_;
  if (phase_ == Phase::Cut) return Due::Close;
  if (has_unsent()) {
    if (since_touched <= gate_.limits.stall_time) return Due::Nothing;
    cut();
    return Due::Close;
  }
  if (phase_ == Phase::Closing) {
    if (since_touched <= gate_.limits.linger_time) return Due::Nothing;
    // Without a reset such a client would wait minutes for a window that never opens.
    if (sends_on_) cut();
    return Due::Close;
  }
  return phase_ == Phase::Reading ? check_reading(now) : Due::Nothing;
}

Connection::Due Connection::check_reading(Time now) {
  if (!reader_.has_begun()) return now - touched_ > gate_.limits.idle_time ? Due::Close : Due::Nothing;
  auto allowed = std::chrono::duration_cast<Clock::duration>(gate_.limits.head_time);
  if (reader_.is_in_body()) {
    const std::uint64_t earned = reader_.body_bytes() * 1000 / gate_.limits.body_rate;
    allowed = gate_.limits.body_time + std::chrono::milliseconds(earned);
  }
  if (now - began_ <= allowed) return Due::Nothing;
  refuse({408, "the request took too long to arrive"});
  send();
  return Due::Nothing;
}

}  // namespace certreg::http
