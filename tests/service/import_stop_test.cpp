#include <gtest/gtest.h>

#include "certreg/service/source_schedules.h"
#include "certreg/store/documents.h"
#include "service/import_run.h"
#include "service/register_world.h"

namespace certreg::service {
namespace {

constexpr const char* kAddress = "https://acme.example/trust";

class FailingWeb final : public fetch::Fetcher {
 public:
  fetch::FetchResult fetch(const fetch::FetchRequest&) override {
    fetch::FetchResult result;
    result.detail = "the fetch was stopped";
    return result;
  }
};

ImportRequest of_address() {
  ImportRequest request;
  request.address = kAddress;
  return request;
}

ImportRequest of_source() {
  ImportRequest request;
  request.source = "acme";
  return request;
}

store::ImportRun run_with_failing_web(RegisterWorld& world, bool is_stopping,
                                      ImportRequest request = of_address()) {
  auto& all = world.services();
  FailingWeb web;
  Services services{all.database, all.catalogue, all.feed,  all.keys,   all.imports, all.world,
                    all.worker,   web,           all.clock, all.reload, all.history, all.assessments};
  store::ImportRun run{.id = {"01890a5d-0000-7000-8000-000000000001"}, .what = kAddress, .actor = "jane"};
  auto writing = all.database.begin();
  store::insert_import(writing, run);
  writing.commit();
  run_import(services, run, std::move(request), kReviewer, [=] { return is_stopping; });
  auto reading = all.database.begin(store::TransactionMode::ReadOnly);
  return store::load_import(reading, run.id).value();
}

std::size_t fetches(RegisterWorld& world) {
  auto transaction = world.services().database.begin(store::TransactionMode::ReadOnly);
  return store::fetches_of_source(transaction, "acme", 10).size();
}

TEST(Import, AFetchThatItsStopCutOffSaysNothingAboutTheSource) {
  RegisterWorld world;
  EXPECT_EQ(run_with_failing_web(world, true).state, "interrupted");
  EXPECT_EQ(fetches(world), 0U);
}

TEST(Import, AFetchThatFailedIsKept) {
  RegisterWorld world;
  EXPECT_EQ(run_with_failing_web(world, false).state, "done");
  EXPECT_EQ(fetches(world), 1U);
}

TEST(Import, ThatIsStoppedGivesItsSourceBack) {
  RegisterWorld world;
  EXPECT_EQ(run_with_failing_web(world, true, of_source()).state, "interrupted");
  const auto schedule = source_state(world.services(), support::source()).schedule.value();
  EXPECT_FALSE(schedule.leased_until);
  EXPECT_FALSE(schedule.finished_at);
  EXPECT_EQ(schedule.failures, 0);
}

}  // namespace
}  // namespace certreg::service
