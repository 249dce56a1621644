#include "domain/assess_site.h"

#include <fmt/format.h>

#include <algorithm>

#include "domain/assess_service.h"
#include "domain/countries.h"
#include "domain/scope_naming.h"
#include "domain/scope_phrases.h"
#include "domain/scope_words.h"
#include "domain/words.h"

namespace certreg {
namespace {

constexpr std::size_t kNearDataCentre = 4;  // words between a data centre and its place
constexpr std::size_t kMostNear = 3;        // sites that are named as close

std::string printed(const Site& site) {
  if (site.name.empty() || site.address.empty()) return site.name + site.address;
  return site.name + ", " + site.address;
}

bool is_listed_as(const Site& site, const PlaceNames& places, const std::string& asked) {
  return has_name({site.name, site.address}, asked) || places.is_same(site.name, asked);
}

bool is_data_centre(const Site& site, const ScopeVocabulary& words) {
  const auto folded = fold_words(site.name + ' ' + site.scope);
  return std::ranges::any_of(words.of(ScopeWordKind::DataCentre),
                             [&](const auto& word) { return contains_words(folded, word); });
}

// A region of a cloud is a data centre, and an office in its town is not it.
bool stands_in_town(const Case& facts, const Site& site, const PlaceNames& places, const std::string& asked) {
  if (places.is_in_town(site.address, asked)) return true;
  return is_data_centre(site, facts.reference.scope_words()) && places.is_region_in_town(site.address, asked);
}

void add_site(std::size_t at, Sentence detail, Reasons& reasons) {
  reasons.add(Code::SiteListed, std::move(detail));
  reasons.quoting(fmt::format("sites[{}]", at));
}

bool add_listed_site(const Case& facts, const PlaceNames& places, Reasons& reasons) {
  const auto& sites = facts.version().sites;
  const auto& asked = facts.question.site;
  for (std::size_t at = 0; at < sites.size(); ++at)
    if (is_listed_as(sites[at], places, asked)) {
      const bool same = has_name({sites[at].name, sites[at].address}, asked);
      const auto as = same ? Sentence() : say("word.as", sites[at].name);
      add_site(at, say("site_listed", asked, as), reasons);
      return true;
    }
  for (std::size_t at = 0; at < sites.size(); ++at)
    if (stands_in_town(facts, sites[at], places, asked)) {
      add_site(at, say("site_listed.town", asked, printed(sites[at])), reasons);
      return true;
    }
  return false;
}

// No sign stands among the words or behind them.
bool is_joined(const ScopeText& text, WordRange between) {
  const auto words = text.words({between.begin, between.end + 1});
  return std::ranges::all_of(words, [](const auto& word) { return word.before == Gap::Joined; });
}

bool is_near_data_centre(const ScopeText& text, WordRange place, const ScopeVocabulary& words) {
  const auto sentence = text.sentence_of(place);
  return std::ranges::any_of(words.of(ScopeWordKind::DataCentre), [&](const auto& word) {
    const auto found = text.find(word);
    return std::ranges::any_of(found, [&](const WordRange& range) {
      const bool before = range.end <= place.begin;
      const WordRange between =
          before ? WordRange{range.end, place.begin} : WordRange{place.end, range.begin};
      return sentence.holds(range) && between.size() <= kNearDataCentre && is_joined(text, between);
    });
  });
}

struct PlaceInText {
  std::string_view quote;
  bool is_site = false;  // a region of the holder's cloud, or beside words for a data centre
};

// Text that leaves something out or says who hosts decides nothing about places.
bool is_open_about_places(const ScopePhrases& phrases) {
  return phrases.doubts.empty() && phrases.hosted_by.empty();
}

bool is_apart(const ScopeText& text, WordRange range) {
  const auto words = text.words();
  const bool before =
      range.begin > 0 && words[range.begin].before == Gap::Joined && words[range.begin - 1].proper;
  const bool after =
      range.end < words.size() && words[range.end].before == Gap::Joined && words[range.end].proper;
  return !before && !after;
}

PlaceInText place_in_text(const ScopeText& text, const PlaceNames& places, const std::string& asked,
                          const ScopeVocabulary& words) {
  for (const auto& region : places.regions_at(asked))
    for (const auto& range : text.find(fold_words(region)))
      if (is_apart(text, range)) return {text.excerpt(range), true};
  PlaceInText found;
  for (const auto& range : text.find(fold_words(asked)))
    if (is_apart(text, range) && text.words()[range.begin].proper)
      found = {text.excerpt(range), found.is_site || is_near_data_centre(text, range, words)};
  return found;
}

bool add_place_in_text(const Case& facts, const PlaceNames& places, Reasons& reasons) {
  const auto& words = facts.reference.scope_words();
  const ScopeText text(facts.version().scope);
  const auto& asked = facts.question.site;
  const auto place = place_in_text(text, places, asked, words);
  if (place.quote.empty()) return false;
  const bool listed =
      place.is_site && country_named(asked).empty() && is_open_about_places(phrases_of(text, words));
  if (listed)
    reasons.add(Code::SiteListed, say("site_listed.scope", asked));
  else
    reasons.add(Code::SiteNotListed, say("site_not_listed.mentioned", asked));
  reasons.quoting_words("scope", place.quote);
  return true;
}

std::string near_sites(const Case& facts, const PlaceNames& places) {
  std::string near;
  std::size_t count = 0;
  for (const auto& site : facts.version().sites) {
    if (!places.may_be_same(site.name, facts.question.site) &&
        !resembles_any({site.name, site.address}, facts.question.site))
      continue;
    if (++count > kMostNear) break;
    near += fmt::format("{}\"{}\"", near.empty() ? "" : ", ", printed(site));
  }
  return near;
}

bool is_in_listed_country(const Site& site, const PlaceNames& places, const std::string& asked) {
  return !site.country.empty() && places.may_be_same(site.country, asked);
}

void add_unlisted(const Case& facts, const PlaceNames& places, Reasons& reasons) {
  const auto& version = facts.version();
  const auto& asked = facts.question.site;
  const auto near = near_sites(facts, places);
  const bool in_country = std::ranges::any_of(
      version.sites, [&](const auto& site) { return is_in_listed_country(site, places, asked); });
  if (!near.empty()) {
    reasons.add(Code::SiteNotListed, say("site_not_listed.near", near, asked));
  } else if (version.sites_closed && holds_every_page(version) && !in_country) {
    reasons.add(Code::SiteNotListed, AnswerValue::No, say("site_not_listed.closed_list", asked));
  } else {
    reasons.add(Code::SiteNotListed, say("site_not_listed", asked));
  }
}

// The site may be what is left out, or hold what is.
bool add_exclusion(const Case& facts, Reasons& reasons) {
  const auto& exclusions = facts.version().exclusions;
  for (std::size_t at = 0; at < exclusions.size(); ++at)
    if (resembles_any({exclusions[at]}, facts.question.site)) {
      reasons.add(Code::SiteNotListed, say("site_not_listed.excluded", exclusions[at], facts.question.site));
      reasons.quoting(fmt::format("exclusions[{}]", at));
      return true;
    }
  return false;
}

}  // namespace

void judge_site(const Case& facts, const PlaceNames& places, Reasons& reasons) {
  if (add_exclusion(facts, reasons) || add_listed_site(facts, places, reasons)) return;
  if (add_place_in_text(facts, places, reasons)) return;
  add_unlisted(facts, places, reasons);
}

}  // namespace certreg
