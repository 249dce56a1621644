#include "domain/entity_name_pieces.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "domain/entity_latin.h"
#include "domain/legal_forms.h"
#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kMostWordsOfPhrase = 5;

using Words = std::vector<std::string>;
using Pieces = std::vector<NamePiece>;

const CompanyWord* find_word(std::string_view spelling) {
  static const auto index = [] {
    std::unordered_map<std::string_view, const CompanyWord*> made;
    for (const auto& word : company_words()) made.emplace(word.spelling, &word);
    return made;
  }();
  const auto found = index.find(spelling);
  return found == index.end() ? nullptr : found->second;
}

std::optional<std::string_view> find_whole(std::string_view abbreviation) {
  static const auto index = [] {
    std::unordered_map<std::string_view, std::string_view> made;
    for (const auto& [spelling, whole] : abbreviations()) made.emplace(spelling, whole);
    return made;
  }();
  const auto found = index.find(abbreviation);
  return found == index.end() ? std::nullopt : std::optional(found->second);
}

NamePiece unknown(const std::string& word) { return {.text = word, .written = word}; }

struct Run {
  std::string text, written;
};

// What a run of unknown words stands for, or nothing.
using Replace = std::optional<NamePiece> (*)(const Run&);

std::optional<NamePiece> as_form(const Run& run) {
  const auto* found = find_word(run.text);
  if (found == nullptr || found->kind != WordKind::LegalForm) return std::nullopt;
  return NamePiece{std::string(found->text), run.written, found->kind, true};
}

std::optional<NamePiece> as_word(const Run& run) {
  const auto* found = find_word(run.text);
  if (found == nullptr) return std::nullopt;
  return NamePiece{std::string(found->text), run.written, found->kind, true};
}

std::optional<NamePiece> as_whole(const Run& run) {
  const auto whole = find_whole(run.text);
  if (!whole) return std::nullopt;
  auto piece = unknown(std::string(*whole));
  std::erase(piece.written, ' ');
  return piece;
}

// The longest runs first.
Pieces replace_runs(const Pieces& pieces, Replace replace) {
  Pieces replaced;
  for (std::size_t at = 0; at < pieces.size();) {
    Run run;
    std::size_t taken = 1;
    auto piece = pieces[at];
    for (auto end = at; end < std::min(pieces.size(), at + kMostWordsOfPhrase) && !pieces[end].is_known;
         ++end) {
      run.text += (run.text.empty() ? "" : " ") + pieces[end].text;
      run.written += pieces[end].written;
      auto found = replace(run);
      if (!found) continue;
      piece = std::move(*found);
      taken = end + 1 - at;
    }
    piece.is_transliterated = piece.is_transliterated || pieces[at].is_transliterated;
    replaced.push_back(std::move(piece));
    at += taken;
  }
  return replaced;
}

void append_marked(Pieces& pieces, Words& words) {
  for (const auto& [text, is_form] : mark_legal_forms(words)) {
    pieces.push_back(unknown(text));
    pieces.back().is_known = is_form;
    if (is_form) pieces.back().kind = WordKind::LegalForm;
  }
  words.clear();
}

// Those of company_words.yaml first: the other list would take a part of them ("open joint stock company").
Pieces with_forms(const Words& words) {
  Pieces pieces, marked;
  for (const auto& word : words) pieces.push_back(unknown(word));
  Words open;
  for (auto& piece : replace_runs(pieces, &as_form)) {
    if (!piece.is_known) {
      open.push_back(piece.text);
      continue;
    }
    append_marked(marked, open);
    marked.push_back(std::move(piece));
  }
  append_marked(marked, open);
  return marked;
}

bool is_single_letter(const NamePiece& piece) {
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
    auto latin = latin_text(piece.written);
    std::erase(latin.text, ' ');
    piece.is_transliterated = latin.is_transliterated;
    piece.written = std::move(latin.text);
    if (!piece.is_known) piece.text = piece.written;
  }
  std::erase_if(pieces, [](const NamePiece& piece) { return piece.text.empty(); });
  return pieces;
}

}  // namespace

std::vector<NamePiece> pieces_of(std::string_view name) {
  const auto words = with_joined_letters(with_forms(split_words(fold_words(name))));
  // Words of other scripts are listed in theirs.
  const auto latin = in_latin(replace_runs(words, &as_word));
  return replace_runs(replace_runs(latin, &as_whole), &as_word);
}

}  // namespace certreg
