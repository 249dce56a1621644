#include "domain/entity_name.h"

#include <algorithm>
#include <unordered_map>

#include "certreg/domain/names.h"
#include "domain/entity_latin.h"
#include "domain/legal_forms.h"
#include "domain/mistyped_form.h"
#include "domain/roman_number.h"
#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kMostWordsOfPhrase = 5;

using Words = std::vector<std::string>;

// Words as they were written, each with what it is once that is known.
struct Piece {
  std::string text;
  WordKind kind = WordKind::Distinctive;
  bool is_known = false;
  bool is_transliterated = false;
  std::string written;  // Latin; empty: as `text`
};
using Pieces = std::vector<Piece>;

std::string run_of(const Pieces& pieces, std::size_t first, std::size_t count) {
  std::string run;
  for (auto at = first; at < first + count; ++at) run += pieces[at].text;
  return run;
}

// Replaces runs of unknown words that a list has, the longest first.
template <class Find>
Pieces replace_runs(const Pieces& pieces, const Find& find) {
  Pieces replaced;
  for (std::size_t at = 0; at < pieces.size();) {
    std::string run;
    std::size_t taken = 0;
    const CompanyWord* found = nullptr;
    for (std::size_t end = at; end < std::min(pieces.size(), at + kMostWordsOfPhrase); ++end) {
      if (pieces[end].is_known) break;
      run += (run.empty() ? "" : " ") + pieces[end].text;
      if (const auto* entry = find(run)) {
        found = entry;
        taken = end + 1 - at;
      }
    }
    replaced.push_back(found ? Piece{std::string(found->text), found->kind, true,
                                     pieces[at].is_transliterated, run_of(pieces, at, taken)}
                             : pieces[at]);
    at += std::max<std::size_t>(taken, 1);
  }
  return replaced;
}

const CompanyWord* find_form(const std::string& spelling) {
  const auto* found = find_company_word(spelling);
  return found != nullptr && found->kind == WordKind::LegalForm ? found : nullptr;
}

// The forms of the first list stay apart from those of the second, whose longest runs would cut into them.
Pieces with_forms(const Words& words) {
  Pieces pieces;
  for (const auto& word : words) pieces.push_back({word});
  Pieces marked;
  Words open;
  const auto close = [&] {
    for (auto& word : mark_legal_forms(open))
      marked.push_back(
          {word.text, word.legal_form ? WordKind::LegalForm : WordKind::Distinctive, word.legal_form});
    open.clear();
  };
  for (auto& piece : replace_runs(pieces, find_form)) {
    if (!piece.is_known) {
      open.push_back(piece.text);
      continue;
    }
    close();
    marked.push_back(std::move(piece));
  }
  close();
  return marked;
}

bool is_single_letter(const Piece& piece) {
  return !piece.is_known && piece.text.size() == 1 && piece.text[0] >= 'a' && piece.text[0] <= 'z';
}

// "A.B.C. Ltd" and "ABC Ltd" are one spelling; what the letters make may be a legal form.
Pieces with_joined_letters(const Pieces& pieces) {
  Pieces joined;
  for (std::size_t at = 0; at < pieces.size();) {
    std::string letters;
    auto end = at;
    while (end < pieces.size() && is_single_letter(pieces[end])) letters += pieces[end++].text;
    if (end - at < 2) {
      joined.push_back(pieces[at++]);
      continue;
    }
    for (auto& piece : with_forms({letters})) joined.push_back(std::move(piece));
    at = end;
  }
  return joined;
}

Pieces in_latin(Pieces pieces) {
  for (auto& piece : pieces) {
    if (piece.kind == WordKind::LegalForm) continue;
    auto latin = latin_text(piece.text);
    std::erase(latin.text, ' ');
    piece.text = std::move(latin.text);
    piece.is_transliterated = latin.is_transliterated;
  }
  std::erase_if(pieces, [](const Piece& piece) { return piece.text.empty(); });
  return pieces;
}

bool is_number(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A name does not begin with a Roman number.
void mark_numbers(Pieces& pieces) {
  for (std::size_t at = 0; at < pieces.size(); ++at) {
    auto& piece = pieces[at];
    if (piece.is_known) continue;
    const auto roman = at > 0 ? roman_number(piece.text) : std::nullopt;
    if (roman) piece.text = std::to_string(*roman);
    if (roman || is_number(piece.text)) piece.kind = WordKind::Number;
  }
}

bool mark_mistyped_forms(Pieces& pieces) {
  bool found = false;
  for (std::size_t at = 1; at < pieces.size(); ++at) {
    auto& piece = pieces[at];
    const auto form = piece.is_known ? std::nullopt : mistyped_form(piece.text);
    if (!form) continue;
    piece = {std::string(*form), WordKind::LegalForm, true};
    found = true;
  }
  return found;
}

// Short words are often initials, which many share.
double weight_of(const Piece& piece) {
  switch (piece.kind) {
    case WordKind::Distinctive:
      return std::min(1.0, 0.5 + 0.1 * static_cast<double>(piece.text.size()));
    case WordKind::Common:
      return 0.4;
    case WordKind::Group:
      return 0.25;
    case WordKind::Place:
      return 0.6;
    case WordKind::Number:
      return 0.5;
    case WordKind::LegalForm:
      return 0.2;
    case WordKind::Linking:
      return 0;
  }
  return 0;
}

void add(EntityName& name, const Piece& piece) {
  name.is_transliterated = name.is_transliterated || piece.is_transliterated;
  if (piece.kind == WordKind::Linking) return;
  name.whole += piece.text;
  if (piece.kind == WordKind::LegalForm) {
    name.forms.push_back(piece.text);
    return;
  }
  name.joined += piece.text;
  name.words.push_back(
      {piece.text, piece.written.empty() ? piece.text : piece.written, piece.kind, weight_of(piece)});
}

}  // namespace

const CompanyWord* find_company_word(std::string_view spelling) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const CompanyWord*> made;
    for (const auto& word : company_words()) made.emplace(word.spelling, &word);
    return made;
  }();
  const auto found = index.find(spelling);
  return found == index.end() ? nullptr : found->second;
}

EntityName entity_name(std::string_view name) {
  EntityName result{.shown = std::string(name), .normalised = normalise_name(name)};
  auto pieces = with_joined_letters(with_forms(split_words(fold_words(name))));
  pieces = replace_runs(in_latin(replace_runs(pieces, find_company_word)), find_company_word);
  result.has_mistyped_form = mark_mistyped_forms(pieces);
  mark_numbers(pieces);
  for (const auto& piece : pieces) add(result, piece);
  std::sort(result.forms.begin(), result.forms.end());
  // A name of nothing but forms and joining words ("The Company AG") is known by these.
  if (result.words.empty())
    for (const auto& piece : pieces) {
      result.words.push_back({piece.text, piece.text, WordKind::Distinctive, weight_of({piece.text})});
      result.joined += piece.text;
    }
  return result;
}

}  // namespace certreg
