// The shapes of good answers.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/context.h"
#include "certreg/codec/json.h"

namespace certreg::api {

http::Response json_answer(const codec::Json& value, int status = 200);

// One thing, with its ETag; 304 when the client has it.
http::Response resource(const Context& context, const codec::Json& value);

// 201 with Location and ETag.
http::Response created(const codec::Json& value, std::string location);

// {"items": [...]}: a list that comes whole.
http::Response whole_list(codec::Json items);

// {"items": [...], "next": cursor or null}, and a Link to the next page (RFC 8288). `last`: the keys of the
// last item when there may be more.
http::Response page(const Context& context, codec::Json items,
                    const std::optional<std::vector<std::string>>& last);

// Fails with 428 or 412 unless If-Match names the ETag of `seen`; nullopt when it holds.
std::optional<http::Response> refuse_unless_seen(const Context& context, const codec::Json& seen);

// An array of to_json of each.
template <class Items, class Writer>
codec::Json listed(const Items& items, Writer write) {
  auto all = codec::Json::array();
  for (const auto& item : items) all.push_back(write(item));
  return all;
}

}  // namespace certreg::api
