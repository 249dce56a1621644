#include "service/source_walk.h"

#include <algorithm>

#include "certreg/fetch/address.h"
#include "service/pattern.h"

namespace certreg::service {
namespace {

bool leads_on(const LinkRule& rule, const std::string& address, const std::string& words) {
  if (!matches_text(rule.address, fetch::without_scheme(address))) return false;
  return rule.text.empty() || matches_words(rule.text, words);
}

}  // namespace

PageResult result_of(fetch::FetchOutcome outcome) {
  if (outcome == fetch::FetchOutcome::NotFound) return PageResult::Gone;
  if (outcome == fetch::FetchOutcome::Blocked) return PageResult::Blocked;
  if (outcome == fetch::FetchOutcome::Refused) return PageResult::Refused;
  return PageResult::Failed;
}

SourceWalk::SourceWalk(const SourceDefinition& source) : source_(source) {
  for (const auto& host : source.hosts) hosts_.insert(fetch::host_of("https://" + host));
  for (const auto& page : source.pages) {
    if (page.address.empty()) continue;
    hosts_.insert(fetch::host_of(page.address));
    add({.address = page.address, .page = &page, .kind = page.kind, .follow = page.follow});
  }
}

std::optional<Step> SourceWalk::next() {
  if (waiting_.empty() || given_ >= source_.politeness.max_pages) return std::nullopt;
  ++given_;
  auto step = std::move(waiting_.front());
  waiting_.pop_front();
  return step;
}

std::vector<std::string> SourceWalk::add_links(const Step& from, const std::string& address,
                                               std::span<const reading::Link> links) {
  std::vector<std::string> leads_to;
  if (from.depth >= source_.politeness.depth) return leads_to;
  for (const auto& link : links) {
    const auto target = fetch::resolve_address(address, link.address);
    if (target.empty() || !is_of_source(target)) continue;
    const auto rule = std::find_if(from.follow.begin(), from.follow.end(),
                                   [&](const auto& r) { return leads_on(r, target, link.text); });
    if (rule == from.follow.end()) continue;
    leads_to.push_back(target);
    add({.address = target,
         .page = &page_of(source_, target, target),
         .kind = rule->kind,
         .follow = from.follow,
         .depth = from.depth + 1,
         .found_on = from.address});
  }
  return leads_to;
}

bool SourceWalk::is_of_source(const std::string& address) const {
  return hosts_.contains(fetch::host_of(address));
}

void SourceWalk::add(Step step) {
  if (seen_.insert(fetch::resolve_address(step.address, step.address)).second)
    waiting_.push_back(std::move(step));
}

}  // namespace certreg::service
