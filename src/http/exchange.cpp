#include "http/exchange.h"

namespace certreg::http {
namespace {

Body framing_of(const Exchange& exchange, const Response& response) {
  if (!allows_body(response.status)) return Body::None;
  if (!response.chunks) return Body::Length;
  return exchange.version == Version::Http11 ? Body::Chunked : Body::UntilClose;
}

Afterwards afterwards(const Exchange& exchange) {
  if (!exchange.keeps_alive) return Afterwards::Close;
  return exchange.version == Version::Http11 ? Afterwards::Keep : Afterwards::KeepAsTold;
}

}  // namespace

Framing frame(Exchange& exchange, const Response& response) {
  Framing framing;
  framing.body = framing_of(exchange, response);
  framing.length = response.shared ? response.shared->size() : response.body.size();
  if (framing.body == Body::UntilClose) exchange.keeps_alive = false;
  framing.afterwards = afterwards(exchange);
  return framing;
}

}  // namespace certreg::http
