// The shapes of good answers.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/answer_memo.h"
#include "api/context.h"
#include "certreg/codec/json.h"
#include "certreg/codec/record_writer.h"

namespace certreg::api {

// JSON that is text already: of records that are asked for often, which need no tree.
struct Written {
  std::string text;
};

template <class Write>
Written written_by(Write write_value) {
  Written body;
  body.text.reserve(1024);
  codec::JsonWriter out(body.text);
  write_value(out);
  return body;
}

template <class Record>
Written written(const Record& record) {
  return written_by([&](codec::JsonWriter& out) { codec::write(out, record); });
}

// An array; `write(out, item)` writes each.
template <class Items, class Write>
Written written_list(const Items& items, Write write_item) {
  return written_by([&](codec::JsonWriter& out) {
    out.begin_array();
    for (const auto& item : items) write_item(out, item);
    out.end_array();
  });
}

http::Response json_answer(const codec::Json& value, int status = 200);
http::Response json_answer(Written body, int status = 200);
http::Response json_answer(const KeptAnswerPtr& kept);

// One thing, with its ETag; 304 when the client has it.
http::Response resource(const Context& context, const codec::Json& value);
http::Response resource(const Context& context, Written body);
http::Response resource(const Context& context, const KeptAnswerPtr& kept);

KeptAnswerPtr kept_resource(Written body);

// 201 with Location and ETag.
http::Response created(const codec::Json& value, std::string location);
http::Response created(Written body, std::string location);

// {"items": [...]}: a list that comes whole.
http::Response whole_list(const codec::Json& items);
http::Response whole_list(const Written& items);

// {"items": [...], "next": cursor or null}, and a Link to the next page (RFC 8288). `last`: the keys of the
// last item when there may be more.
http::Response page(const Context& context, const codec::Json& items,
                    const std::optional<std::vector<std::string>>& last);
http::Response page(const Context& context, const Written& items,
                    const std::optional<std::vector<std::string>>& last);

// Fails with 428 or 412 unless If-Match names the ETag of `seen`; nullopt when it holds.
std::optional<http::Response> refuse_unless_seen(const Context& context, const codec::Json& seen);
std::optional<http::Response> refuse_unless_seen(const Context& context, const Written& seen);

// An array of to_json of each.
template <class Items, class Writer>
codec::Json listed(const Items& items, Writer write) {
  auto all = codec::Json::array();
  for (const auto& item : items) all.push_back(write(item));
  return all;
}

}  // namespace certreg::api
