#include "service/page_change.h"

#include <gtest/gtest.h>

namespace certreg::service {
namespace {

struct Row {
  const char *before, *now, *told;  // results; empty: never tried, nothing is told
};

TEST(PageChange, IsToldWhenThePageStandsOtherwiseThanItDid) {
  for (const auto& [before, now, told] : {
           Row{"", "new", ""},
           Row{"", "failed", "source_unreachable"},
           Row{"new", "unchanged", ""},
           Row{"new", "changed", ""},
           Row{"unchanged", "gone", "page_gone"},
           Row{"gone", "gone", ""},
           Row{"unchanged", "error_page", "page_gone"},
           Row{"unchanged", "failed", "source_unreachable"},
           Row{"failed", "refused", ""},
           Row{"failed", "gone", "page_gone"},
           Row{"gone", "failed", "source_unreachable"},
           Row{"failed", "unchanged", "source_back"},
           Row{"sign_in", "changed", "page_back"},
           Row{"unchanged", "sign_in", "page_became_sign_in"},
           Row{"unchanged", "cookie_wall", "page_became_cookie_wall"},
           Row{"unchanged", "challenge", "page_unreadable"},
           Row{"unchanged", "script_only", "page_unreadable"},
           Row{"blocked", "unchanged", "source_back"},
           Row{"unchanged", "emptied", "page_emptied"},
           Row{"unchanged", "part_missing", "page_unreadable"},
           Row{"unchanged", "moved_away", "page_moved"},
           Row{"unchanged", "blocked", "blocked_by_robots"},
       }) {
    store::FetchRecord last, attempt;
    last.address = attempt.address = "https://acme.example/trust";
    last.result = before;
    attempt.result = now;
    const auto earlier = *before == '\0' ? std::nullopt : std::optional(last);
    const auto change = change_since(earlier, attempt);
    EXPECT_EQ(change ? to_string(change->kind) : "", told) << before << " -> " << now;
  }
}

TEST(PageChange, IsToldWhenThePageMoved) {
  store::FetchRecord last, attempt;
  last.address = attempt.address = "https://acme.example/trust";
  last.result = attempt.result = "unchanged";
  last.final_address = last.address;
  attempt.final_address = "https://acme.example/security";
  EXPECT_EQ(change_since(last, attempt)->kind, ChangeKind::PageMoved);
  EXPECT_FALSE(change_since(attempt, attempt));
}

}  // namespace
}  // namespace certreg::service
