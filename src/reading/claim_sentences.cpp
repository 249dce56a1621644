#include "reading/claim_sentences.h"

#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "certreg/reading/labels.h"

namespace certreg::reading {
namespace {

constexpr std::size_t kMostWordsOfSubject = 12, kMostWordsOfShortLine = 9;

const RE2& is_certified() {
  static const RE2 pattern(
      R"((?i)^(.{0,160}?)\s(?:is|are|has been|have been|was|were)\s+(?:(?:also|now|currently|fully|independently|officially|externally|annually|successfully|already|both|all)\s+)*(?:ISO\b[^.]{0,40}?[ -])?(?:certified|certificated|accredited|registered|approved to)\b)");
  return pattern;
}

const RE2& holds_certificate() {
  static const RE2 pattern(
      R"((?i)^(.{0,160}?)\s(?:has|have|holds?|maintains?|(?:has |have )?(?:achieved|obtained|received|earned|gained|attained|acquired|renewed|retained))\s.{0,120}?\b(?:certifications?|certificates?|accreditations?|certified)\b)");
  return pattern;
}

const RE2& is_certified_in_german() {
  static const RE2 pattern(
      R"((?i)^(.{0,160}?)\s(?:ist|sind|wurde|wurden)\s.{0,120}?\b(?:[\w:/ -]*-)?zertifiziert)");
  return pattern;
}

const RE2& holds_certificate_in_german() {
  static const RE2 pattern(
      R"((?i)^(.{0,160}?)\s(?:besitzt|besitzen|hat|haben|hält|verfügt über|verfügen über|erhielt|erhielten)\s.{0,120}?(?:zertifizierung|zertifikat))");
  return pattern;
}

const RE2& own_certificate() {
  static const RE2 pattern(
      R"((?i)^(our|unsere?)\b.{0,60}\b(?:certificates?|certifications?|zertifikate?|zertifizierung(?:en)?)\b.{0,40}\b(?:is|are|was|were|has|ist|sind|wurde)\b)");
  return pattern;
}

// "the X ISO/IEC 27001 certificate"; "compliance with ISO/IEC 27001, certified by ..., demonstrates that X
// ...".
const RE2& named_certificate() {
  static const RE2 pattern(R"(\b[Tt]he ((?:[A-Z][\w&.-]*\s){1,4}?)(?:ISO|IEC)\b[^.,;]{4,30} certificate\b)");
  return pattern;
}

const RE2& demonstrated() {
  static const RE2 pattern(
      R"(^Compliance with .{4,60}, (?:certified|confirmed) by an? (?:accredited|independent)[\w -]{0,30}, demonstrates that ((?:[A-Z][\w&.-]*\s){1,4}))");
  return pattern;
}

// In the part up to the verb's end these change what is said.
constexpr std::array<std::string_view, 48> kDenials{
    "not",      "no",       "never",    "will",      "plan",      "plans",     "planned",  "planning",
    "aim",      "aims",     "aiming",   "working",   "seeking",   "seek",      "pursuing", "pursue",
    "expect",   "expects",  "expected", "intend",    "intends",   "preparing", "prepare",  "becoming",
    "become",   "should",   "must",     "can",       "could",     "may",       "might",    "would",
    "if",       "whether",  "unless",   "until",     "how",       "why",       "what",     "ought",
    "progress", "upcoming", "expired",  "withdrawn", "suspended", "nicht",     "kein",     "geplant"};

constexpr std::array<std::string_view, 34> kInGeneral{
    "a",     "an",           "any",          "every",         "each",          "many",          "most",
    "some",  "organization", "organisation", "organizations", "organisations", "companies",     "businesses",
    "you",   "your",         "they",         "those",         "which",         "who",           "that",
    "there", "customers",    "suppliers",    "vendors",       "providers",     "someone",       "anyone",
    "one",   "being",        "ein",          "eine",          "unternehmen",   "organisationen"};

constexpr std::array<std::string_view, 14> kItself{
    "we",  "our",   "us",     "it",           "the company",     "the platform", "the service",
    "wir", "unser", "unsere", "the services", "das unternehmen", "this service", "this platform"};

bool begins_with_words(const std::string& folded, std::string_view words) {
  return folded.starts_with(words) && (folded.size() == words.size() || folded[words.size()] == ' ');
}

template <class Words>
bool has_any_word(const std::string& folded, const Words& words) {
  std::string_view rest = folded;
  while (!rest.empty()) {
    auto end = rest.find(' ');
    if (std::ranges::find(words, rest.substr(0, end)) != words.end()) return true;
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
  }
  return false;
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

// "The certification is obtained after ..." speaks of the certification, not of who holds it.
bool is_about_certification(const std::string& folded) {
  return has_any_word(folded, std::array<std::string_view, 6>{"certification", "certificate", "standard",
                                                              "compliance", "audit", "auditor"});
}

std::optional<Statement> judge(const std::string& raw_subject, std::string_view up_to_verb) {
  if (has_any_word(fold_label(up_to_verb), kDenials)) return std::nullopt;
  std::string whole = fold_label(raw_subject);
  std::string subject = bare_subject(raw_subject), folded = fold_label(subject);
  for (std::string_view word : kItself)
    if (begins_with_words(folded, word) || begins_with_words(whole, word))
      return Statement{Speaker::Itself, {}};
  for (std::string_view word : kInGeneral)
    if (begins_with_words(folded, word)) return std::nullopt;
  auto words = 1 + std::ranges::count(folded, ' ');
  bool names =
      !folded.empty() && has_capital(subject) && static_cast<std::size_t>(words) <= kMostWordsOfSubject;
  if (!names || folded.starts_with("iso") || is_about_certification(folded)) return std::nullopt;
  return Statement{Speaker::Named, subject};
}

}  // namespace

std::vector<std::string> sentences_of(std::string_view paragraph) {
  std::vector<std::string> sentences;
  std::string current;
  for (std::size_t at = 0; at < paragraph.size(); ++at) {
    current += paragraph[at];
    bool stop = std::string_view(".!?").find(paragraph[at]) != std::string_view::npos;
    bool ends = stop && (at + 1 == paragraph.size() || paragraph[at + 1] == ' ') &&
                !(current.ends_with(" no.") || current.ends_with(" No.") || current.ends_with(" Nr.") ||
                  current.ends_with("Inc.") || current.ends_with("Ltd.") || current.ends_with("Co."));
    if (!ends) continue;
    sentences.push_back(std::move(current));
    current.clear();
    while (at + 1 < paragraph.size() && paragraph[at + 1] == ' ') ++at;
  }
  if (!current.empty()) sentences.push_back(std::move(current));
  return sentences;
}

std::optional<Statement> statement_in(std::string_view sentence) {
  if (sentence.ends_with('?')) return std::nullopt;
  if (RE2::PartialMatch(sentence, own_certificate()))
    return is_denied(sentence) ? std::nullopt : std::optional(Statement{Speaker::Itself, {}});
  for (const RE2* pattern : {&is_certified(), &holds_certificate(), &is_certified_in_german(),
                             &holds_certificate_in_german(), &named_certificate(), &demonstrated()}) {
    re2::StringPiece groups[2];
    if (!pattern->Match(sentence, 0, sentence.size(), RE2::UNANCHORED, groups, 2)) continue;
    return judge(std::string(groups[1].data(), groups[1].size()),
                 std::string_view(groups[0].data(), groups[0].size()));
  }
  return std::nullopt;
}

bool is_short_statement(std::string_view line) {
  static const RE2 pattern(R"((?i)\b(?:certified|certificate|certification|zertifiziert|zertifikat)\b)");
  if (line.ends_with('?') || is_denied(line) || !RE2::PartialMatch(line, pattern)) return false;
  std::string folded = fold_label(line);
  auto words = 1 + std::ranges::count(folded, ' ');
  static const RE2 verbs(
      R"(\b(?:about|is|are|what|why|how|get|getting|benefits|requirements|process|guide|steps|training|consulting|download)\b)");
  return static_cast<std::size_t>(words) <= kMostWordsOfShortLine && !RE2::PartialMatch(folded, verbs);
}

bool is_denied(std::string_view text) { return has_any_word(fold_label(text), kDenials); }

}  // namespace certreg::reading
