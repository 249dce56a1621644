#include "http/stream.h"

namespace certreg::http {

Piece pull(const Chunks& chunks, std::size_t enough) {
  Piece piece;
  while (piece.bytes.size() < enough) {
    if (!chunks(piece.bytes)) {
      piece.end = Piece::End::Yes;
      break;
    }
  }
  return piece;
}

}  // namespace certreg::http
