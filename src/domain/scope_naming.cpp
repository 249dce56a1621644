#include "domain/scope_naming.h"

#include <algorithm>
#include <optional>

#include "certreg/domain/names.h"
#include "domain/scope_phrases.h"
#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kLongestName = 12;     // words
constexpr std::size_t kLongestBrackets = 3;  // words; longer ones describe and do not name
constexpr std::size_t kNearSystem = 4;       // words between a management system and what it supports

std::size_t length_of(std::string_view folded) {
  return static_cast<std::size_t>(std::ranges::count(folded, ' ')) + 1;
}

// A naming by itself, whatever the rest of the text says.
struct Occurrence {
  WordRange words;
  WordRange whole;  // with what goes on with it: another name when it is longer
  bool is_whole() const { return words.begin == whole.begin && words.end == whole.end; }
};

class NameFinder {
 public:
  NameFinder(const ScopeText& text, const NameKeys& keys, const Naming& naming)
      : text_(text), keys_(keys), naming_(naming) {}

  std::vector<Occurrence> find() const {
    std::vector<Occurrence> found;
    for (std::size_t at = 0; at < text_.words().size(); ++at)
      if (const auto end = end_of_name(at); end > at) {
        found.push_back(occurrence({at, end}));
        at = end - 1;
      }
    return found;
  }

 private:
  const TextWord& word(std::size_t at) const { return text_.words()[at]; }

  bool may_begin(const std::string& first) const {
    return std::ranges::any_of(keys_, [&](const auto& key) { return key.starts_with(singular(first)); });
  }

  // The longest run of words from `at` that is the name; `at` when there is none.
  std::size_t end_of_name(std::size_t at) const {
    std::size_t found = at;
    if (!may_begin(word(at).folded)) return found;
    std::vector<std::string> words;
    for (auto end = at; end < text_.words().size() && words.size() < kLongestName; ++end) {
      if (end > at && word(end).before != Gap::Joined) break;
      words.push_back(word(end).folded);
      if (std::ranges::binary_search(keys_, key_of_words(words))) found = end + 1;
    }
    return found;
  }

  Occurrence occurrence(WordRange name) const {
    name.begin -= brand_before(name.begin);
    auto whole = name;
    while (whole.begin > 0 && goes_on_before(whole.begin)) --whole.begin;
    while (goes_on_after(whole.end)) ++whole.end;
    if (whole.begin == name.begin && whole.end == name.end) whole.end = end_of_brackets(name);
    if (is_plain_word(name)) whole.end = std::max(whole.end, std::min(name.end + 1, text_.words().size()));
    return {name, whole};
  }

  std::size_t brand_before(std::size_t at) const {
    for (const auto& brand : naming_.brands) {
      const auto length = length_of(brand);
      if (length > at || !text_.stands_at(brand, at - length)) continue;
      const auto words = text_.words({at - length + 1, at + 1});
      if (std::ranges::all_of(words, [](const auto& next) { return next.before == Gap::Joined; }))
        return length;
    }
    return 0;
  }

  bool is_name_part(const TextWord& next) const {
    return next.proper && !naming_.words.has(ScopeWordKind::Connecting, next.folded);
  }

  // A capital at the beginning of a sentence says nothing of a word for an activity.
  bool goes_on_before(std::size_t at) const {
    if (at >= text_.words().size() || word(at).before != Gap::Joined) return false;
    const auto& before = word(at - 1);
    const bool activity =
        before.before == Gap::Sentence && naming_.words.has(ScopeWordKind::Activity, before.folded);
    return is_name_part(before) && !activity;
  }

  bool goes_on_after(std::size_t end) const {
    return end < text_.words().size() && word(end).before == Gap::Joined && is_name_part(word(end));
  }

  // Brackets behind a name tell it from another ("Mail (Archive)"), unless they are its other form.
  std::size_t end_of_brackets(WordRange name) const {
    const auto words = text_.words();
    if (name.end >= words.size() || !word(name.end).proper) return name.end;
    const auto begin = word(name.end - 1).end;
    const auto gap = text_.text().substr(begin, word(name.end).begin - begin);
    if (gap.find('(') == std::string_view::npos || gap.find(')') != std::string_view::npos) return name.end;
    const auto close = text_.text().find(')', begin);
    if (close == std::string_view::npos) return name.end;
    auto end = name.end;
    while (end < words.size() && word(end).begin < close) ++end;
    if (end - name.end > kLongestBrackets || is_other_form(name, {name.end, end}, close)) return name.end;
    return end;
  }

  bool is_other_form(WordRange name, WordRange brackets, std::size_t close) const {
    const auto begin = word(name.begin).begin;
    const auto printed = text_.text().substr(begin, close + 1 - begin);
    if (keys_of(printed, naming_).size() > keys_of(text_.verbatim(name), naming_).size() + 1) return true;
    return std::ranges::all_of(text_.words(brackets), [&](const auto& next) {
      const auto printed_word = text_.text().substr(next.begin, next.end - next.begin);
      const auto capitals = std::ranges::count_if(printed_word, [](char c) { return c >= 'A' && c <= 'Z'; });
      return capitals > 1 && naming_.words.has(ScopeWordKind::Common, next.folded);
    });
  }

  // "Teams and processes", "our teams": one word that may be no name at all.
  bool is_plain_word(WordRange name) const {
    const auto& first = word(name.begin);
    const bool proper = std::ranges::any_of(text_.words(name), [](const auto& next) { return next.proper; });
    if (!proper && (name.size() < 2 || !begins_with_brand(name))) return true;
    const bool has_digit = std::ranges::any_of(first.folded, [](char c) { return c >= '0' && c <= '9'; });
    if (name.size() > 1 || has_digit || first.before != Gap::Sentence) return false;
    return name.end < text_.words().size() && word(name.end).before == Gap::Joined;
  }

  bool begins_with_brand(WordRange name) const {
    return std::ranges::any_of(naming_.brands,
                               [&](const auto& brand) { return text_.stands_at(brand, name.begin); });
  }

  const ScopeText& text_;
  const NameKeys& keys_;
  const Naming& naming_;
};

class NamingJudge {
 public:
  NamingJudge(const ScopeText& text, const NameKeys& keys, const Naming& naming)
      : text_(text), keys_(keys), naming_(naming), phrases_(phrases_of(text, naming.words)) {}

  std::optional<NamedInText> exclusion() const {
    for (const auto& phrase : phrases_.excludes) {
      if (is_negated(phrase)) continue;
      for (const auto& item : listed_first(text_, phrase, naming_.words))
        if (is_name(item)) return found(Named::Excluded, {phrase.words.begin, item.end}, phrase.words);
    }
    return std::nullopt;
  }

  NamedInText judge(const Occurrence& occurrence) const {
    const auto& name = occurrence.words;
    for (const auto& phrase : phrases_.hosted_by)
      if (host_of(phrase).meets(name)) return found(Named::Host, name, phrase.words);
    if (!occurrence.is_whole()) return found(Named::Near, occurrence.whole, occurrence.whole);
    if (const auto* doubt = doubt_about(name))
      return found(Named::Unclear, {std::min(name.begin, doubt->begin), std::max(name.end, doubt->end)},
                   *doubt);
    for (const auto& phrase : phrases_.internal_use)
      if (text_.sentence_of(name).holds(phrase.words))
        return found(Named::Internal, phrase.words, phrase.words);
    for (const auto& phrase : phrases_.supports)
      if (phrase.reach.holds(name) && !is_said_of_a_system(phrase))
        return found(Named::Served, {phrase.words.begin, name.end}, phrase.words);
    auto whole = found(Named::Whole, name, name);
    whole.host = host_words();
    return whole;
  }

 private:
  NamedInText found(Named as, WordRange decides, WordRange words) const {
    return {as, text_.excerpt(decides), text_.verbatim(words), {}};
  }

  bool is_name(WordRange item) const {
    auto key = key_of_range(text_, item);
    if (std::ranges::binary_search(keys_, key)) return true;
    return share_key(keys_of(text_.verbatim(item), naming_), keys_);
  }

  // "Not excluding": another word of exclusion stands right before it.
  bool is_negated(const ScopePhrase& phrase) const {
    return std::ranges::any_of(phrases_.doubts,
                               [&](const auto& doubt) { return doubt.end == phrase.words.begin; });
  }

  const WordRange* doubt_about(WordRange name) const {
    if (phrases_.doubts.empty() || leaves_out_others() || is_what_is_left(name)) return nullptr;
    return &phrases_.doubts.front();
  }

  // All that the text leaves out are other services by their whole names, each with the holder's brand.
  bool leaves_out_others() const {
    if (phrases_.doubts.size() != phrases_.excludes.size()) return false;
    return std::ranges::all_of(phrases_.excludes, [&](const auto& phrase) {
      const auto items = listed_after(text_, phrase, naming_.words);
      return !items.empty() && !is_negated(phrase) &&
             std::ranges::all_of(items, [&](const auto& item) { return is_other_service(item); });
    });
  }

  bool is_other_service(WordRange item) const {
    const auto key = key_of_range(text_, item);
    const bool branded = std::ranges::any_of(naming_.brands, [&](const auto& brand) {
      return text_.stands_at(brand, item.begin) && length_of(brand) < item.size();
    });
    const bool proper = std::ranges::all_of(text_.words(item), [](const auto& word) { return word.proper; });
    const bool close = std::ranges::any_of(keys_, [&](const auto& own) {
      return key.find(own) != std::string::npos || own.find(key) != std::string::npos;
    });
    return branded && proper && !close;
  }

  // The one phrase of doubt is "limited to", and lists the service.
  bool is_what_is_left(WordRange name) const {
    if (phrases_.doubts.size() != 1 || phrases_.limits.size() != 1) return false;
    return std::ranges::any_of(listed_after(text_, phrases_.limits.front(), naming_.words),
                               [&](const auto& item) { return item.holds(name) && is_name(item); });
  }

  bool is_said_of_a_system(const ScopePhrase& phrase) const {
    const auto words = naming_.words.of(ScopeWordKind::ManagementSystem);
    return std::ranges::any_of(words, [&](const auto& system) {
      const auto places = text_.find(system);
      return std::ranges::any_of(places, [&](const auto& place) {
        return place.end <= phrase.words.begin && phrase.words.begin - place.end <= kNearSystem;
      });
    });
  }

  // Up to the next sign.
  WordRange host_of(const ScopePhrase& phrase) const {
    auto end = phrase.reach.begin;
    while (end < phrase.reach.end && (end == phrase.reach.begin || text_.words()[end].before == Gap::Joined))
      ++end;
    return {phrase.reach.begin, end};
  }

  std::string_view host_words() const {
    for (const auto& phrase : phrases_.hosted_by) {
      const auto host = host_of(phrase);
      const bool own = std::ranges::any_of(
          naming_.brands, [&](const auto& brand) { return text_.stands_at(brand, host.begin); });
      if (host.size() > 0 && !own) return text_.verbatim({phrase.words.begin, host.end});
    }
    return {};
  }

  const ScopeText& text_;
  const NameKeys& keys_;
  const Naming& naming_;
  const ScopePhrases phrases_;
};

// The better answers last, so that the best is the greatest.
int rank(Named as) {
  constexpr Named kOrder[] = {Named::No,       Named::Near,   Named::Host,  Named::Unclear,
                              Named::Internal, Named::Served, Named::Whole, Named::Excluded};
  return static_cast<int>(std::ranges::find(kOrder, as) - std::begin(kOrder));
}

// With one blank between any two words.
void append_words(std::string& phrase, std::string_view words) {
  bool begins = true;
  for (const char sign : words) {
    if (sign == ' ') {
      begins = true;
      continue;
    }
    if (begins && !phrase.empty()) phrase += ' ';
    phrase += sign;
    begins = false;
  }
}

}  // namespace

bool is_proper_name(const std::string& service) {
  return std::ranges::any_of(
      service, [](unsigned char c) { return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); });
}

NamedInText named_in_text(const ScopeText& text, const std::string& service, const Naming& naming) {
  const auto keys = keys_of(service, naming);
  if (keys.empty() || !is_proper_name(service)) return {};
  const auto occurrences = NameFinder(text, keys, naming).find();
  if (occurrences.empty()) return {};
  const NamingJudge judge(text, keys, naming);
  if (auto excluded = judge.exclusion()) return *excluded;
  NamedInText best;
  for (const auto& occurrence : occurrences) {
    auto found = judge.judge(occurrence);
    if (found.as == Named::Whole && is_common_name(service, naming.words)) found.as = Named::Near;
    if (rank(found.as) > rank(best.as)) best = found;
  }
  return best;
}

bool says_all_services(const ScopeText& text, const Naming& naming) {
  const auto phrases = naming.words.of(ScopeWordKind::AllServices);
  return std::ranges::any_of(phrases, [&](const std::string& phrase) {
    if (!text.stands_at(phrase, 0)) return false;
    auto rest = length_of(phrase);
    const auto words = text.words();
    while (rest < words.size() && naming.words.has(ScopeWordKind::Connecting, words[rest].folded)) ++rest;
    if (rest == words.size()) return rest == length_of(phrase);
    const auto holder = name_without_legal_form(text.verbatim({rest, words.size()}));
    return std::ranges::find(naming.brands, holder) != naming.brands.end();
  });
}

std::string_view whole_family_in(const ScopeText& text, const std::string& family, const Naming& naming) {
  const auto folded = fold_words(family);
  if (text.find(folded).empty()) return {};
  for (const auto& pattern : naming.words.family_patterns()) {
    const auto gap = pattern.find('\n');
    std::string phrase;
    append_words(phrase, std::string_view(pattern).substr(0, gap));
    append_words(phrase, folded);
    append_words(phrase, std::string_view(pattern).substr(gap + 1));
    for (const auto& range : text.find(phrase)) {
      const auto words = text.words();
      const bool goes_on = range.end < words.size() && words[range.end].before == Gap::Joined &&
                           words[range.end].proper &&
                           !naming.words.has(ScopeWordKind::Connecting, words[range.end].folded);
      if (!goes_on) return phrases_of(text, naming.words).doubts.empty() ? text.verbatim(range) : "";
    }
  }
  return {};
}

}  // namespace certreg
