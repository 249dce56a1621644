// What a page is when it is not what it was: a form to sign in, a wall, an error. Deterministic, words as
// data. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "certreg/domain/embedded.h"
#include "certreg/reading/text.h"

namespace certreg::reading {

enum class PageKind {
  Content,
  SignIn,
  CookieWall,  // asks for consent and shows little else
  NotFound,    // says so, whatever the server's status
  Challenge,   // checks whether the reader is a person, or shuts it out
  ScriptOnly,  // shows nothing without JavaScript
  Empty,
};

std::string_view to_string(PageKind kind);  // "content", "sign_in", "cookie_wall", ...

struct PageWord {
  std::string folded;  // as fold_label() gives it
  PageKind kind = PageKind::Content;
};
using PageWords = std::vector<PageWord>;

// Reads every file whose name contains "pages/" and ends in ".yaml" below importers/
// (importers/pages/README.md has the form) and passes over the others. Throws Error(Invalid) naming file and
// rule; none at all is an error too.
PageWords parse_page_words(std::span<const EmbeddedFile> files);

struct PageJudgement {
  PageKind kind = PageKind::Content;
  std::string quote;  // the words of the page that decided, at most 200 bytes; empty for Content and Empty
};

// Of what is not Content nothing may be concluded: it holds no claim, and that says nothing. When in doubt
// between the two it is not Content, since the caller then says "cannot tell". PDFs are always Content.
PageJudgement page_kind(const Text& text, const PageWords& words);

}  // namespace certreg::reading
