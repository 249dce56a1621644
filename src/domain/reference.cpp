#include "certreg/domain/reference.h"

#include <algorithm>
#include <limits>

#include "certreg/domain/names.h"
#include "domain/standard_mention.h"
#include "domain/words.h"

namespace certreg {
namespace {

using Mentions = std::unordered_map<std::string, StandardMention>;
using NameIndex = std::unordered_map<std::string, std::size_t>;

constexpr std::size_t kAmbiguous = std::numeric_limits<std::size_t>::max();

std::string key_of(const std::vector<std::string>& tokens) { return join_words(tokens, 0, tokens.size()); }

std::string with_year(const std::string& key, const std::string& year) {
  return year.empty() ? key : key + ' ' + year;
}

// An adoption's printed form without month and amendments: these change no edition.
std::string adoption_key(std::string_view adoption) {
  const auto tokens = standard_tokens(adoption);
  for (std::size_t at = publisher_length(tokens, 0) + 1; at < tokens.size(); ++at) {
    const auto status = read_issue_status(tokens, at);
    if (!status.year.empty()) return with_year(join_words(tokens, 0, at), status.year);
  }
  return key_of(tokens);
}

void add_mentions(Mentions& mentions, const Standard& standard) {
  const auto name = standard_tokens(standard.name);
  const auto publisher = publisher_length(name, 0);
  const auto number = join_words(name, publisher, name.size() - publisher);
  mentions.try_emplace(number, StandardMention{standard.id, ""});
  mentions.try_emplace(key_of(standard_tokens(standard.id.value)), StandardMention{standard.id, ""});
  for (const auto& spelling : standard.spellings) {
    mentions.try_emplace(key_of(standard_tokens(spelling)), StandardMention{standard.id, ""});
  }
  for (const auto& edition : standard.editions) {
    mentions.try_emplace(with_year(number, edition.id), StandardMention{standard.id, edition.id});
    for (const auto& adoption : edition.adoptions) {
      mentions.try_emplace(adoption_key(adoption), StandardMention{standard.id, edition.id});
    }
  }
}

const StandardMention* mention_at(const Mentions& mentions, const std::string& key) {
  const auto found = mentions.find(key);
  return found == mentions.end() ? nullptr : &found->second;
}

// The standard that tokens [first, end) name without a year, and the edition that `year` means beside it.
std::optional<StandardMention> mention_of(const Mentions& mentions, const std::vector<std::string>& tokens,
                                          std::size_t first, std::size_t end, const std::string& year) {
  const auto printed = join_words(tokens, first, end - first);
  if (const auto* exact = mention_at(mentions, with_year(printed, year))) return *exact;
  const auto publisher = std::min(publisher_length(tokens, first), end - first);
  const auto number = join_words(tokens, first + publisher, end - first - publisher);
  const auto* standard = mention_at(mentions, number);
  if (standard == nullptr) standard = mention_at(mentions, printed);
  if (standard == nullptr || !standard->edition.empty()) return std::nullopt;
  if (is_international(tokens, first, publisher)) {
    const auto* edition = mention_at(mentions, with_year(number, year));
    return edition != nullptr ? *edition : *standard;
  }
  // National bodies adopt a European standard as it is, under its own year (CEN/CENELEC Internal Regulations
  // Part 2).
  const bool european = has_publisher(tokens, first, publisher, "EN");
  for (const char* prefix : {"EN ISO IEC ", "EN ISO "}) {
    const auto* edition =
        european && !year.empty() ? mention_at(mentions, with_year(prefix + number, year)) : nullptr;
    if (edition != nullptr) return *edition;
  }
  return *standard;
}

struct ReadMention {
  StandardMention mention;
  std::size_t end = 0;
};

std::optional<ReadMention> read_mention(const Mentions& mentions, const std::vector<std::string>& tokens,
                                        std::size_t first) {
  for (std::size_t end = tokens.size(); end > first; --end) {
    if (end - first > 1 && is_year(tokens[end - 1])) continue;
    const auto status = read_issue_status(tokens, end);
    if (auto mention = mention_of(mentions, tokens, first, end, status.year)) {
      return ReadMention{std::move(*mention), end + status.length};
    }
  }
  return std::nullopt;
}

void add_name(NameIndex& index, std::string_view name, std::size_t position) {
  auto key = normalise_name(name);
  if (key.empty()) return;
  const auto [entry, added] = index.try_emplace(std::move(key), position);
  if (!added && entry->second != position) entry->second = kAmbiguous;
}

template <class Row>
const Row* row_named(const NameIndex& index, const std::vector<Row>& rows, std::string_view name) {
  const auto found = index.find(normalise_name(name));
  return found == index.end() || found->second == kAmbiguous ? nullptr : &rows[found->second];
}

template <class Row, class RowId>
const Row* row_with_id(const std::vector<Row>& rows, const RowId& id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

NameIndex index_accreditors(const std::vector<AccreditationBody>& bodies) {
  NameIndex index;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    add_name(index, bodies[i].name, i);
    add_name(index, bodies[i].acronym, i);
    for (const auto& alias : bodies[i].aliases) add_name(index, alias, i);
  }
  return index;
}

// A brand is not a legal unit (EA-2/13): it stands for a unit only when no other unit bears it as name or
// brand.
NameIndex index_issuers(const std::vector<CertificationBody>& bodies) {
  NameIndex names, brands;
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    add_name(names, bodies[i].name, i);
    for (const auto& alias : bodies[i].aliases) add_name(names, alias, i);
    add_name(brands, bodies[i].brand, i);
  }
  names.merge(brands);
  return names;
}

}  // namespace

Reference::Reference(std::vector<Standard> standards, std::vector<AccreditationBody> accreditation_bodies,
                     std::vector<CertificationBody> certification_bodies, std::string version)
    : standards_(std::move(standards)),
      accreditation_bodies_(std::move(accreditation_bodies)),
      certification_bodies_(std::move(certification_bodies)),
      version_(std::move(version)),
      accreditors_(index_accreditors(accreditation_bodies_)),
      issuers_(index_issuers(certification_bodies_)) {
  for (const auto& standard : standards_) add_mentions(mentions_, standard);
}

const Standard* Reference::find(const StandardId& id) const { return row_with_id(standards_, id); }

const AccreditationBody* Reference::find(const AccreditationBodyId& id) const {
  return row_with_id(accreditation_bodies_, id);
}

const CertificationBody* Reference::find(const CertificationBodyId& id) const {
  return row_with_id(certification_bodies_, id);
}

const Edition* Reference::find(const StandardId& id, std::string_view edition) const {
  const auto* standard = find(id);
  if (standard == nullptr) return nullptr;
  const auto& editions = standard->editions;
  const auto found =
      std::find_if(editions.begin(), editions.end(), [&](const auto& row) { return row.id == edition; });
  return found == editions.end() ? nullptr : &*found;
}

std::optional<StandardMention> Reference::standard_of(std::string_view printed) const {
  constexpr std::size_t kLongestMention = 200;
  if (printed.size() > kLongestMention) return std::nullopt;
  const auto tokens = standard_tokens(printed);
  std::optional<StandardMention> whole;
  // National forms are often printed with the ISO form beside them: "JIS Q 27001:2014 (ISO/IEC 27001:2013)".
  bool contradictory = false;
  for (std::size_t at = 0; at < tokens.size();) {
    auto read = read_mention(mentions_, tokens, at);
    if (!read || (whole && whole->standard != read->mention.standard)) return std::nullopt;
    const auto edition = whole ? whole->edition : read->mention.edition;
    if (edition.empty()) {
      whole = std::move(read->mention);
    } else {
      contradictory = contradictory || (!read->mention.edition.empty() && read->mention.edition != edition);
      whole = StandardMention{read->mention.standard, edition};
    }
    at = read->end;
  }
  if (contradictory) whole->edition.clear();
  return whole;
}

const AccreditationBody* Reference::accreditation_body_of(std::string_view printed) const {
  return row_named(accreditors_, accreditation_bodies_, printed);
}

const CertificationBody* Reference::certification_body_of(std::string_view printed) const {
  return row_named(issuers_, certification_bodies_, printed);
}

}  // namespace certreg
