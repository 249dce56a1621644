#include "certreg/domain/reference.h"

#include <algorithm>

#include "domain/body_names.h"
#include "domain/standard_mention.h"
#include "domain/words.h"

namespace certreg {
namespace {

using Mentions = std::unordered_map<std::string, StandardMention>;

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
      mentions.try_emplace(adoption_key(adoption.printed), StandardMention{standard.id, edition.id});
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

template <class Row, class RowId>
const Row* row_with_id(const std::vector<Row>& rows, const RowId& id) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
  return found == rows.end() ? nullptr : &*found;
}

}  // namespace

Reference::Reference(ReferenceRows rows, std::string version)
    : rows_(std::move(rows)),
      version_(std::move(version)),
      accreditors_(names_of(rows_.accreditation_bodies)),
      issuers_(names_of(rows_.certification_bodies)),
      scope_words_(rows_.scope_words),
      region_words_(rows_.cloud_regions.begin(), rows_.cloud_regions.end()) {
  for (const auto& standard : rows_.standards) add_mentions(mentions_, standard);
}

const Standard* Reference::find(const StandardId& id) const { return row_with_id(rows_.standards, id); }

const AccreditationBody* Reference::find(const AccreditationBodyId& id) const {
  return row_with_id(rows_.accreditation_bodies, id);
}

const CertificationBody* Reference::find(const CertificationBodyId& id) const {
  return row_with_id(rows_.certification_bodies, id);
}

const Arrangement* Reference::find(const ArrangementId& id) const {
  return row_with_id(rows_.arrangements, id);
}

const RegionWords& Reference::words_of(const CloudRegion& region) const {
  return region_words_[static_cast<std::size_t>(&region - rows_.cloud_regions.data())];
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

const AccreditationBody* Reference::accreditation_body_of(std::string_view printed,
                                                          std::optional<Date> on) const {
  return body_named(accreditors_, rows_.accreditation_bodies, printed, on);
}

const CertificationBody* Reference::certification_body_of(std::string_view printed,
                                                          std::optional<Date> on) const {
  return body_named(issuers_, rows_.certification_bodies, printed, on);
}

std::optional<Date> last_day_of(const Edition& edition) {
  if (edition.ended && edition.transition_until) return std::min(*edition.ended, *edition.transition_until);
  return edition.ended ? edition.ended : edition.transition_until;
}

}  // namespace certreg
