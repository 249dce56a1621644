// Which sources speak for somebody, and what came of searching them.
#pragma once

#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "certreg/domain/date.h"
#include "certreg/domain/source_search.h"
#include "certreg/service/services.h"

namespace certreg::service {

std::vector<std::string> normalised(const std::vector<std::string>& names);  // without empty ones

// Sources by the names of those for whom they speak; of definitions that outlive this.
class SpeakingSources {
 public:
  explicit SpeakingSources(std::span<const SourceDefinition> sources);
  std::vector<const SourceDefinition*> of(
      const std::vector<std::string>& normalised) const;  // in their order

 private:
  std::unordered_map<std::string, std::vector<const SourceDefinition*>> by_name_;
};

// What came of searching a source that speaks for whoever has the names; each of its pages is told.
SourceSearch search_of(const SourceDefinition& source, const std::vector<std::string>& normalised,
                       const SourceSearch& known);

// The sources whose holder, claimant or product has one of the names, third parties' aside, each with its
// pages: as the catalogue knows them, or as they stood in the database then.
std::vector<SourceSearch> searches_for(const Services& services, const std::vector<std::string>& names,
                                       const std::optional<Instant>& known_at);

}  // namespace certreg::service
