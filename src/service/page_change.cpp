#include "service/page_change.h"

namespace certreg::service {
namespace {

// Why nothing of the page was read.
ChangeKind kind_of(PageResult result) {
  switch (result) {
    case PageResult::Gone:
    case PageResult::ErrorPage:
      return ChangeKind::PageGone;
    case PageResult::Blocked:
      return ChangeKind::BlockedByRobots;
    case PageResult::MovedAway:
      return ChangeKind::PageMoved;
    case PageResult::OtherKind:
    case PageResult::Unreadable:
    case PageResult::PartMissing:
    case PageResult::ScriptOnly:
    case PageResult::Challenge:
      return ChangeKind::PageUnreadable;
    case PageResult::Emptied:
      return ChangeKind::PageEmptied;
    case PageResult::SignIn:
      return ChangeKind::PageBecameSignIn;
    case PageResult::CookieWall:
      return ChangeKind::PageBecameCookieWall;
    case PageResult::New:
    case PageResult::Changed:
    case PageResult::Unchanged:
    case PageResult::Refused:
    case PageResult::Failed:
      return ChangeKind::SourceUnreachable;
  }
  return ChangeKind::SourceUnreachable;
}

bool moved(const store::FetchRecord& before, const std::string& final_address) {
  const auto from = before.final_address.empty() ? before.address : before.final_address;
  return !final_address.empty() && final_address != from;
}

}  // namespace

std::optional<RegisterChange> change_since(const std::optional<store::FetchRecord>& before,
                                           const store::FetchRecord& now) {
  const auto last = before ? page_result_of(before->result) : std::nullopt;
  const auto result = page_result_of(now.result).value_or(PageResult::Failed);
  if (!was_read(result)) {
    if (last && !was_read(*last) && kind_of(*last) == kind_of(result)) return std::nullopt;
    return page_change(kind_of(result), now.address,
                       result == PageResult::MovedAway ? now.final_address : now.detail);
  }
  if (last && !was_read(*last)) {
    const bool unreachable = kind_of(*last) == ChangeKind::SourceUnreachable || *last == PageResult::Blocked;
    return page_change(unreachable ? ChangeKind::SourceBack : ChangeKind::PageBack, now.address);
  }
  if (before && moved(*before, now.final_address))
    return page_change(ChangeKind::PageMoved, now.address, now.final_address);
  return std::nullopt;
}

}  // namespace certreg::service
