// One request for a page: who asks, in which language, and the frame that every page has.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "certreg/http/request.h"
#include "certreg/http/response.h"
#include "certreg/service/actor.h"
#include "certreg/service/services.h"
#include "certreg/service/users.h"
#include "web/template.h"

namespace certreg::web {

class PageDrawings;

struct Visitor {
  service::Actor actor;
  std::string form_token;                      // empty: not signed in, let in as a user of this machine
  std::optional<service::SignedIn> user = {};  // none: signed in with no password of ours
  bool must_change = false;                    // the password is a one-time one
};

struct Visit {
  const http::Request& request;
  service::Services& services;
  Language language = Language::English;
  std::optional<Visitor> visitor;    // none: nobody is signed in
  bool secure = false;               // came by TLS
  PageDrawings* drawings = nullptr;  // never null within Pages
};

struct Drawn {
  int status = 200;
  std::string html;                        // or what `type` says
  std::vector<http::Header> headers = {};  // in place of those of the same name that every page has
  std::string type = "text/html; charset=utf-8";
};

// `values` with the frame's own; `title` is plain text.
Drawn drawn(const Visit& visit, std::string_view name, Data values, const std::string& title,
            int status = 200);

// The form that was sent is one that this visitor was given (against forms of other sites).
bool has_form_token(const Visit& visit);

// A page of one heading and one sentence: messages "notice.KEY.title" and "notice.KEY.text".
Drawn notice(const Visit& visit, int status, std::string_view key);

}  // namespace certreg::web
