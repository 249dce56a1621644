// What an attempt to read a page or document of a source came to. "Not there", "not allowed", "went wrong"
// and "says nothing" are different answers and stay so; only the first three mean that the page was read.
#pragma once

#include <optional>
#include <string_view>

namespace certreg::service {

enum class PageResult {
  New,          // read, for the first time
  Changed,      // read; other bytes than before
  Unchanged,    // read; the same bytes, or the host says that nothing changed
  Gone,         // the host says that there is nothing (404, 410)
  Refused,      // by us: address, redirect, size
  Failed,       // name, connection, TLS, time, any other status
  Blocked,      // robots.txt forbids it
  MovedAway,    // redirected to a host that is not the source's
  OtherKind,    // not the kind of document that the source promises there
  Unreadable,   // damaged, encrypted, too large to read
  PartMissing,  // a part that the definition selects is not on the page
  Emptied,      // a page without text
  SignIn,       // asks to sign in
  CookieWall,   // asks for consent before it shows anything
  Challenge,    // asks whether a person is there
  ErrorPage,    // says that there is nothing, with status 200
  ScriptOnly,   // shows nothing without running scripts
};

std::string_view to_string(PageResult result);  // "new", "changed", ..., "script_only"
std::optional<PageResult> page_result_of(std::string_view name);

bool was_read(PageResult result);

// Without a subject: "asks to sign in", "is gone".
std::string_view in_words(PageResult result);

}  // namespace certreg::service
