#include "http/reader.h"

// Beast asserts what hostile input can bring about (a last chunk cut after four bytes).
#define BOOST_DISABLE_ASSERTS
#include <boost/beast/http/basic_parser.hpp>
#include <limits>

#include "certreg/domain/error.h"
#include "http/spool.h"

namespace certreg::http {
namespace beast = boost::beast::http;
using boost::beast::error_code;

constexpr std::uint64_t kMostInMemory = 512ULL * 1024;  // of a body that may go to disk

using Text = boost::beast::string_view;

// Only the callbacks that a request needs do something.
class Reader::Parser final : public beast::basic_parser<true> {
 public:
  explicit Parser(const Limits& limits) : max_fields(limits.fields) {
    header_limit(limits.head);
    // An absent limit would refuse every length; the real one is set when the head is known.
    body_limit(std::numeric_limits<std::uint64_t>::max());
  }

  Request request;
  bool is_http11 = true;
  std::filesystem::path folder;  // for a long body, or empty
  std::unique_ptr<Spool> spool;
  std::uint64_t body_bytes = 0;
  bool disk_failed = false;
  std::size_t max_fields;

 private:
  void on_request_impl(beast::verb, Text method, Text target, int version, error_code&) override {
    request.method_text.assign(method.data(), method.size());
    request.target.assign(target.data(), target.size());
    request.headers.reserve(kUsualFields);
    is_http11 = version == 11;
  }

  void on_field_impl(beast::field, Text name, Text value, error_code& error) override {
    if (is_folded(name, value)) {
      error = beast::error::bad_value;
      return;
    }
    if (is_header_done()) return;  // trailers are dropped
    if (request.headers.size() == max_fields) {
      error = beast::error::header_limit;
      return;
    }
    request.headers.push_back({{name.data(), name.size()}, {value.data(), value.size()}});
  }

  // Beast joins folded lines in a buffer of its own, or skips the line break before the value: either way the
  // value does not begin right after the colon and blanks (obs-fold, which RFC 9112, 5.2 lets a server
  // refuse).
  static bool is_folded(Text name, Text value) {
    const char* begin = name.data() + name.size() + 1;
    while (*begin == ' ' || *begin == '\t') ++begin;
    return begin != value.data();
  }

  static constexpr std::size_t kUsualFields = 8;

  std::size_t append(Text data, error_code& error) {
    body_bytes += data.size();
    if (folder.empty() || body_bytes <= kMostInMemory) {
      request.body.append(data.data(), data.size());
    } else {
      append_to_spool({data.data(), data.size()}, error);
    }
    return data.size();
  }

  void append_to_spool(std::string_view data, error_code& error) {
    try {
      if (!spool) {
        spool = std::make_unique<Spool>(folder);
        spool->append(request.body);
        std::string().swap(request.body);
      }
      spool->append(data);
    } catch (const Error&) {
      disk_failed = true;
      error = beast::error::body_limit;
    }
  }
  std::size_t on_body_impl(Text data, error_code& error) override { return append(data, error); }
  std::size_t on_chunk_body_impl(std::uint64_t, Text data, error_code& error) override {
    return append(data, error);
  }
  void on_header_impl(error_code&) override {}
  void on_response_impl(int, Text, int, error_code&) override {}
  void on_body_init_impl(const boost::optional<std::uint64_t>&, error_code&) override {}
  void on_chunk_header_impl(std::uint64_t, Text, error_code&) override {}
  void on_finish_impl(error_code&) override {}
};

namespace {

Refusal refusal_for(error_code error) {
  if (error == beast::error::header_limit) return {431, "the head of the request is too large"};
  if (error == beast::error::body_limit) return {413, "the body of the request is too large"};
  return {400, "the request is malformed"};
}

}  // namespace

Reader::Reader(const Limits& limits) : limits_(limits) {}
Reader::~Reader() = default;

Reader::Step Reader::stop(std::size_t used, Refusal refusal) {
  refusal_ = refusal;
  return {used, State::Refused};
}

void Reader::begin() {
  if (parser_) {
    std::destroy_at(parser_.get());
    std::construct_at(parser_.get(), limits_);
  } else {
    parser_ = std::make_unique<Parser>(limits_);
  }
  has_begun_ = true;
}

Reader::Step Reader::read(std::string_view data) {
  if (!has_begun_) begin();
  std::size_t used = 0;
  while (used < data.size()) {
    const bool was_in_head = !parser_->is_header_done();
    error_code error;
    const std::size_t step = parser_->put({data.data() + used, data.size() - used}, error);
    used += step;
    if (was_in_head) head_bytes_ += step;
    if (parser_->disk_failed) return stop(used, {503, "the body of the request cannot be kept"});
    if (error && error != beast::error::need_more) return stop(used, refusal_for(error));
    const std::size_t rest = parser_->is_header_done() ? 0 : data.size() - used;
    if (was_in_head && head_bytes_ + rest > limits_.head)
      return stop(used, refusal_for(beast::error::header_limit));
    if (parser_->is_header_done() && !head_told_) {
      head_told_ = true;
      return {used, State::HeadDone};
    }
    if (parser_->is_done()) return {used, State::Done};
    if (error && data.size() - used > limits_.head) return stop(used, {400, "a chunk's header is too large"});
    if (error) break;
  }
  return {used, State::NeedsMore};
}

void Reader::keep_body_in(const std::filesystem::path& folder) { parser_->folder = folder; }

void Reader::allow_body(std::uint64_t limit) { parser_->body_limit(limit); }

Request Reader::take() {
  Request request = std::move(parser_->request);
  if (parser_->spool) request.held = parser_->spool->take();
  has_begun_ = false;
  head_bytes_ = 0;
  head_told_ = false;
  return request;
}

bool Reader::has_begun() const { return has_begun_; }
bool Reader::is_in_body() const { return has_begun_ && head_told_; }
bool Reader::is_done() const { return has_begun_ && parser_->is_done(); }
std::uint64_t Reader::body_bytes() const { return has_begun_ ? parser_->body_bytes : 0; }
const Request& Reader::request() const { return parser_->request; }
Request& Reader::request() { return parser_->request; }
Version Reader::version() const { return parser_->is_http11 ? Version::Http11 : Version::Http10; }
bool Reader::keeps_alive() const { return parser_->keep_alive(); }
Refusal Reader::refusal() const { return refusal_; }

bool Reader::announces_more_than(std::uint64_t limit) const {
  const auto length = parser_->content_length();
  return length && *length > limit;
}

}  // namespace certreg::http
