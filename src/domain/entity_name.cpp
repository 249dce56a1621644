#include "domain/entity_name.h"

#include <algorithm>

#include "certreg/domain/names.h"
#include "domain/entity_name_pieces.h"
#include "domain/mistyped_form.h"
#include "domain/roman_number.h"

namespace certreg {
namespace {

using Pieces = std::vector<NamePiece>;

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A name does not begin with a Roman number. "One" and "1" are one spelling.
void mark_numbers(Pieces& pieces) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    auto& piece = pieces[at];
    const auto roman = at > 0 && !piece.is_known ? roman_number(piece.text) : std::nullopt;
    if (roman) piece.text = std::to_string(*roman);
    if (!piece.is_known && has_digit(piece.text)) piece.kind = WordKind::Number;
    if (piece.kind == WordKind::Number) piece.written = piece.text;
  }
}

bool mark_mistyped_forms(Pieces& pieces) {
  bool found = false;
  for (std::size_t at = 1; at < pieces.size(); ++at) {
    auto& piece = pieces[at];
    const auto form = piece.is_known ? std::nullopt : mistyped_form(piece.text);
    if (!form) continue;
    piece = {std::string(*form), piece.written, WordKind::LegalForm, true};
    found = true;
  }
  return found;
}

// Short words are often initials, which many share.
double weight_of(WordKind kind, std::size_t letters) {
  switch (kind) {
    case WordKind::Distinctive:
      return std::min(1.0, 0.5 + 0.1 * static_cast<double>(letters));
    case WordKind::Common:
      return 0.4;
    case WordKind::Group:
      return 0.25;
    case WordKind::Place:
      return 0.6;
    case WordKind::Number:
      return 0.5;
    case WordKind::LegalForm:
    case WordKind::Linking:
    case WordKind::Silent:
      return 0;
  }
  return 0;
}

bool is_compared(WordKind kind) {
  return kind != WordKind::LegalForm && kind != WordKind::Linking && kind != WordKind::Silent;
}

void add_word(EntityName& name, const NamePiece& piece, WordKind kind) {
  name.words.push_back({piece.text, piece.written, kind, weight_of(kind, piece.text.size())});
}

void add(EntityName& name, const NamePiece& piece) {
  name.is_transliterated = name.is_transliterated || piece.is_transliterated;
  if (is_compared(piece.kind)) add_word(name, piece, piece.kind);
  if (piece.kind == WordKind::Silent) return;
  if (piece.kind == WordKind::LegalForm) {
    name.forms.push_back(piece.text);
    name.whole += piece.text;
    return;
  }
  name.whole += piece.written;
  name.spelled += piece.written;
}

}  // namespace

EntityName entity_name(std::string_view name) {
  EntityName result{.shown = std::string(name), .normalised = normalise_name(name)};
  auto pieces = pieces_of(name);
  result.has_mistyped_form = mark_mistyped_forms(pieces);
  mark_numbers(pieces);
  for (const auto& piece : pieces) add(result, piece);
  std::sort(result.forms.begin(), result.forms.end());
  // A name of nothing but forms and joining words ("The Company AG") is known by these.
  if (result.words.empty())
    for (const auto& piece : pieces) add_word(result, piece, WordKind::Distinctive);
  return result;
}

}  // namespace certreg
