#include "reading/claim_sentences.h"

#include <algorithm>
#include <array>
#include <optional>

#include "certreg/reading/labels.h"
#include "reading/claim_language.h"
#include "reading/fold.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kMostWordsOfSubject = 12, kMostWordsOfShortLine = 9;
constexpr std::size_t kMostBytesOfShortLine = 120;  // of languages without blanks
constexpr std::size_t kNear = 30;                   // bytes behind a verb in which a denial is the verb's

bool begins_with_words(std::string_view folded, std::string_view words) {
  return folded.starts_with(words) &&
         (folded.size() == words.size() || is_word_boundary(folded, words.size()));
}

bool begins_with_any(const std::string& folded, const Words& words) {
  return std::ranges::any_of(words, [&](const auto& word) { return begins_with_words(folded, word); });
}

bool has_word(std::string_view folded, std::string_view word) {
  for (auto at = folded.find(word); at != std::string_view::npos; at = folded.find(word, at + 1)) {
    const auto end = at + word.size();
    const bool begins = at == 0 || is_word_boundary(folded, at);
    if (begins && (end == folded.size() || is_word_boundary(folded, end))) return true;
  }
  return false;
}

bool has_any_word(const std::string& folded, const Words& words) {
  return std::ranges::any_of(words, [&](const auto& word) { return has_word(folded, word); });
}

bool ends_with_any(const std::string& folded, const Words& words) {
  return std::ranges::any_of(words, [&](const auto& word) {
    return folded.ends_with(word) &&
           (folded.size() == word.size() || folded[folded.size() - word.size() - 1] == ' ');
  });
}

bool is_opening(const std::string& folded) {
  return std::ranges::any_of(
      std::array<std::string_view, 12>{"as", "in", "since", "at", "for", "today", "furthermore",
                                       "additionally", "moreover", "also", "with", "on"},
      [&](std::string_view word) { return begins_with_words(folded, word); });
}

// "As of 2023, X" and "The X": X.
std::string bare_subject(std::string subject) {
  auto comma = subject.find(", ");
  if (comma != std::string::npos && is_opening(fold_label(subject.substr(0, comma))))
    subject.erase(0, comma + 2);
  for (std::string_view article : {"The ", "the ", "Die ", "Der ", "Das ", "Both ", "both "})
    if (subject.starts_with(article)) subject.erase(0, article.size());
  while (!subject.empty() && std::string_view(" -*:,•").find(subject.front()) != std::string_view::npos)
    subject.erase(0, 1);
  while (!subject.empty() && std::string_view(" ,:").find(subject.back()) != std::string_view::npos)
    subject.pop_back();
  return subject;
}

bool has_capital(const std::string& text) {
  return std::ranges::any_of(text, [](char letter) {
    return (letter >= 'A' && letter <= 'Z') || static_cast<unsigned char>(letter) >= 0x80;
  });
}

bool is_name(const std::string& subject, const std::string& folded) {
  const auto words = 1 + std::ranges::count(folded, ' ');
  return !folded.empty() && has_capital(subject) && static_cast<std::size_t>(words) <= kMostWordsOfSubject &&
         !folded.starts_with("iso");
}

Statement said(Relation relation) { return {.relation = relation}; }

// Where the first denial stands.
std::size_t denial_in(const Patterns& denied, std::string_view sentence) {
  auto first = Statement::npos;
  for (const RE2& pattern : denied) {
    re2::StringPiece found;
    if (pattern.Match(sentence, 0, sentence.size(), RE2::UNANCHORED, &found, 1))
      first = std::min(first, static_cast<std::size_t>(found.data() - sentence.data()));
  }
  return first;
}

// A denial up to the verb, or directly behind it as verbs that come last have it, denies the whole.
struct Denial {
  bool whole = false;
  std::size_t from = Statement::npos;
};

Denial denial_of(const ClaimLanguage& language, std::string_view sentence, std::size_t verb_end) {
  const auto at = denial_in(language.denied, sentence);
  if (at == Statement::npos || at <= verb_end) return {at <= verb_end, at};
  // "certified to ISO 9001, not to ...": the number before it stays.
  const auto between = sentence.substr(verb_end, at - verb_end);
  const bool has_number = between.find_first_of("0123456789") != std::string_view::npos;
  return {between.size() < kNear && !has_number, at};
}

Statement judge(const ClaimLanguage& language, std::string_view sentence, const std::string& raw_subject,
                std::size_t verb_end, bool obtained) {
  const auto denial = denial_of(language, sentence, verb_end);
  if (denial.whole) return said(Relation::Denied);
  if (has_any_word(fold_label(sentence.substr(0, verb_end)), language.planned))
    return said(Relation::WorkingTowards);
  const auto whole = fold_label(raw_subject);
  const auto subject = bare_subject(raw_subject), folded = fold_label(subject);
  if (begins_with_any(folded, language.in_general)) return said(Relation::InGeneral);
  if (matches(language.another, raw_subject) || ends_with_any(folded, language.relative))
    return said(Relation::OfAnother);
  Statement statement{.relation = Relation::Certified, .obtained = obtained, .denied_from = denial.from};
  statement.speaker = Speaker::Itself;
  if (begins_with_any(folded, language.itself) || begins_with_any(whole, language.itself)) return statement;
  if (matches(language.example, sentence)) return said(Relation::InGeneral);
  if (!is_name(subject, folded) || has_any_word(folded, language.about)) return said(Relation::InGeneral);
  statement.speaker = Speaker::Named;
  statement.subject = subject;
  return statement;
}

std::optional<Statement> by_patterns(const ClaimLanguage& language, const Patterns& patterns,
                                     std::string_view sentence, bool obtained) {
  for (const RE2& pattern : patterns) {
    re2::StringPiece groups[2];
    if (!pattern.Match(sentence, 0, sentence.size(), RE2::UNANCHORED, groups, 2)) continue;
    const std::string subject(groups[1].data(), groups[1].size());
    if (fold_label(subject).empty()) continue;
    const auto end = static_cast<std::size_t>(groups[0].data() - sentence.data()) + groups[0].size();
    return judge(language, sentence, subject, end, obtained);
  }
  return std::nullopt;
}

// "Our certificate is ...", "estamos certificados".
std::optional<Statement> by_speaker(const ClaimLanguage& language, std::string_view sentence) {
  if (!matches(language.speaker_within, sentence)) return std::nullopt;
  if (denial_in(language.denied, sentence) != Statement::npos) return said(Relation::Denied);
  if (has_any_word(fold_label(sentence), language.planned)) return said(Relation::WorkingTowards);
  return Statement{.relation = Relation::Certified, .speaker = Speaker::Itself};
}

std::optional<Statement> claim_in(const ClaimLanguage& language, std::string_view sentence) {
  if (auto found = by_patterns(language, language.obtained, sentence, true)) return found;
  if (auto found = by_patterns(language, language.certified, sentence, false)) return found;
  return by_speaker(language, sentence);
}

// What else a sentence says of a standard.
Relation relation_in(const ClaimLanguage& language, std::string_view sentence) {
  const auto says = [&](const Patterns& patterns) { return matches(patterns, sentence); };
  const bool certifies = says(language.shorts);
  const auto folded = fold_label(bare_subject(std::string(sentence)));
  const bool is_general =
      begins_with_any(folded, language.in_general) || begins_with_any(folded, language.about);
  if (certifies && says(language.another)) return is_general ? Relation::InGeneral : Relation::OfAnother;
  Relation relation = Relation::NoStatement;
  if (says(language.working_towards))
    relation = Relation::WorkingTowards;
  else if (says(language.compliant))
    relation = says(language.denied) ? Relation::Denied : Relation::Compliant;
  else if (says(language.aligned))
    relation = Relation::Aligned;
  else if (certifies && says(language.denied))
    relation = Relation::Denied;
  else if (certifies && (is_general || folded.starts_with("iso ")))
    relation = Relation::InGeneral;
  // "ISO 27001 is what many follow": of the standard, not of anybody.
  const bool explains = folded.starts_with("iso ") && says(language.heading);
  return (is_general || explains) && relation != Relation::NoStatement ? Relation::InGeneral : relation;
}

bool is_question(std::string_view sentence) { return sentence.ends_with('?') || sentence.ends_with("？"); }

Statement something_else(std::string_view sentence, const ClaimWords& words) {
  for (const auto& language : words.languages()) {
    const auto relation = relation_in(*language, sentence);
    if (relation != Relation::NoStatement) return said(relation);
  }
  return {};
}

bool ends_sentence(std::string_view paragraph, std::size_t at, const std::string& current) {
  for (const std::string_view full : {"。", "！", "？"})
    if (current.ends_with(full)) return true;
  if (std::string_view(".!?").find(paragraph[at]) == std::string_view::npos) return false;
  if (at + 1 < paragraph.size() && paragraph[at + 1] != ' ') return false;
  return std::ranges::none_of(
      std::array<std::string_view, 8>{" no.", " No.", " Nr.", "Inc.", "Ltd.", "Co.", " nr.", " č."},
      [&](std::string_view abbreviation) { return current.ends_with(abbreviation); });
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view paragraph) {
  std::vector<std::string> sentences;
  std::string current;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    current += paragraph[at];
    if (!ends_sentence(paragraph, at, current)) continue;
    sentences.push_back(std::move(current));
    current.clear();
    while (at + 1 < paragraph.size() && paragraph[at + 1] == ' ') ++at;
  }
  if (!current.empty()) sentences.push_back(std::move(current));
  return sentences;
}

Statement statement_in(std::string_view sentence, const ClaimWords& words) {
  if (is_question(sentence)) return said(Relation::InGeneral);
  std::optional<Statement> claim;
  for (const auto& language : words.languages()) {
    auto found = claim_in(*language, sentence);
    if (!found) continue;
    if (found->relation != Relation::Certified) return *found;
    if (!claim) claim = std::move(found);
  }
  return claim ? *claim : something_else(sentence, words);
}

bool is_short_statement(std::string_view line, const ClaimWords& words) {
  if (is_question(line) || is_denied(line, words) || is_of_another(line, words)) return false;
  const auto folded = fold_label(line);
  const auto count = static_cast<std::size_t>(1 + std::ranges::count(folded, ' '));
  if (count > kMostWordsOfShortLine || folded.size() > kMostBytesOfShortLine) return false;
  const auto says = [&](const Patterns ClaimLanguage::*patterns) {
    return std::ranges::any_of(words.languages(),
                               [&](const auto& language) { return matches((*language).*patterns, line); });
  };
  return says(&ClaimLanguage::shorts) && !says(&ClaimLanguage::heading);
}

bool is_denied(std::string_view given, const ClaimWords& words) {
  static const RE2 number(R"((?i)\b(certificate|certification|registration|cert\.?|reg\.?) no\b)");
  std::string text(given);  // "Certificate no. 12" denies nothing
  RE2::GlobalReplace(&text, number, "\\1 number");
  const auto folded = fold_label(text);
  return std::ranges::any_of(words.languages(), [&](const auto& language) {
    return matches(language->denied, text) || has_any_word(folded, language->planned);
  });
}

bool is_of_another(std::string_view line, const ClaimWords& words) {
  std::string lower(line);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter + ('a' - 'A'));
  return std::ranges::any_of(words.languages(),
                             [&](const auto& language) { return matches(language->another, lower); });
}

}  // namespace certreg::reading
