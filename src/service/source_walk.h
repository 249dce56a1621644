// The way through a source: its pages and the links that lead on from them, each address once.
#pragma once

#include <deque>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "certreg/fetch/fetcher.h"
#include "certreg/reading/text.h"
#include "certreg/service/page_result.h"
#include "certreg/service/sources.h"

namespace certreg::service {

struct Step {
  std::string address;
  const PageDefinition* page = nullptr;      // how it is read
  std::optional<documents::MediaKind> kind;  // what it must turn out to be
  std::vector<LinkRule> follow;              // which links lead on from it
  std::size_t depth = 0;
  std::string found_on;  // the page that links to it; empty for a page of the definition
};

// Of an answer without content.
PageResult result_of(fetch::FetchOutcome outcome);

class SourceWalk {
 public:
  explicit SourceWalk(const SourceDefinition& source);

  // The next address; nullopt when all were given, or as many as a run may have.
  std::optional<Step> next();

  // Where to go on from a page that was read at `address` (after redirects; its <base> when it has one).
  // Links to other hosts than the source's lead nowhere.
  // Returns the addresses that they lead to, seen before or not.
  std::vector<std::string> add_links(const Step& from, const std::string& address,
                                     std::span<const reading::Link> links);

  // A host of the source's pages, or one that it names.
  bool is_of_source(const std::string& address) const;

  // How many addresses were not given since the run had its number of pages.
  std::size_t left_out() const { return waiting_.size(); }

 private:
  void add(Step step);

  const SourceDefinition& source_;
  std::set<std::string> hosts_, seen_;
  std::deque<Step> waiting_;
  std::size_t given_ = 0;
};

}  // namespace certreg::service
