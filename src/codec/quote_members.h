// The members of a quote; see members.h.
#pragma once

#include <array>

#include "certreg/codec/records.h"
#include "codec/members.h"

namespace certreg::codec {

template <class Out>
void put_box(Out& out, const std::optional<Box>& box) {
  if (!box) return put_null(out, "box");
  put_list(out, "box", std::array{box->x, box->y, box->width, box->height},
           [&out](double side) { out.real(side); });
}

template <class Out>
void put(Out& out, const Quote& quote) {
  out.begin_object();
  put_text(out, "field", quote.field);
  put_text(out, "text", quote.text);
  put_id(out, "document", quote.document);
  put_text_or_null(out, "address", quote.address);
  put_integer(out, "page", quote.page);
  put_box(out, quote.box);
  put_name(out, "method", quote.method, method_names());
  put_real(out, "confidence", quote.confidence);
  out.end_object();
}

template <class Out>
void put_quotes(Out& out, const std::vector<Quote>& quotes) {
  put_list(out, "quotes", quotes, [&out](const Quote& quote) { put(out, quote); });
}

}  // namespace certreg::codec
