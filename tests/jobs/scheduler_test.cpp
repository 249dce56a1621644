#include "certreg/jobs/scheduler.h"

#include <gtest/gtest.h>

#include "certreg/service/source_schedules.h"
#include "support/services.h"

namespace certreg::jobs {
namespace {

const std::string kTrust = "https://acme.example/trust";

service::SourceDefinition weekly(bool built_in = false) {
  auto source = support::source();
  source.schedule.every = std::chrono::days(7);
  source.built_in = built_in;
  return source;
}

void put_page(support::World& world) {
  world.define({weekly()});
  world.web().put(kTrust, "text/html", "<p>Acme Cloud Limited is certified to ISO/IEC 27001:2022.</p>");
}

TEST(Scheduler, RunsASourceWhenItIsDue) {
  support::World world;
  put_page(world);
  Scheduler scheduler(world.services());
  EXPECT_EQ(scheduler.run_one(), "acme");
  EXPECT_EQ(scheduler.run_one(), "");
  world.clock().set("2026-06-07T12:00:00Z");
  EXPECT_EQ(scheduler.run_one(), "") << "six days later";
  world.clock().set("2026-06-09T12:00:00Z");
  EXPECT_EQ(scheduler.run_one(), "acme");
  EXPECT_EQ(world.web().times_asked(kTrust), 2U);
}

TEST(Scheduler, CatchesUpOnceHoweverManyRunsWereMissed) {
  support::World world;
  put_page(world);
  Scheduler scheduler(world.services());
  scheduler.run_one();
  world.clock().set("2026-12-01T12:00:00Z");
  EXPECT_EQ(scheduler.run_one(), "acme");
  EXPECT_EQ(scheduler.run_one(), "");
}

TEST(Scheduler, LeavesSourcesAloneThatAreBuiltInUntilSomebodyFetchesThem) {
  support::World world;
  put_page(world);
  world.define({weekly(true)});
  Scheduler scheduler(world.services());
  EXPECT_EQ(scheduler.run_one(), "");
  service::ImportRequest request;
  request.source = "acme";
  const auto run =
      world.services().imports.submit(world.services(), request, {"jane", service::Role::Reviewer});
  world.services().imports.wait(run.id, std::chrono::minutes(1));
  world.clock().set("2026-06-09T12:00:00Z");
  EXPECT_EQ(scheduler.run_one(), "acme");
}

TEST(Scheduler, OfTwoInstancesOneRunsASource) {
  const auto database = test::fresh_database();
  support::World one(database), other(database);
  for (auto* world : {&one, &other}) put_page(*world);
  Scheduler first(one.services()), second(other.services());
  for (const auto* day : {"2026-06-01T12:00:00Z", "2026-06-09T12:00:00Z", "2026-06-17T12:00:00Z"}) {
    for (auto* world : {&one, &other}) world->clock().set(day);
    std::thread beside([&] { second.run_one(); });
    first.run_one();
    beside.join();
  }
  EXPECT_EQ(one.web().times_asked(kTrust) + other.web().times_asked(kTrust), 3U);
}

TEST(Scheduler, ASourceWithoutScheduleIsNeverDue) {
  support::World world;
  Scheduler scheduler(world.services());
  EXPECT_EQ(scheduler.run_one(), "");
}

}  // namespace
}  // namespace certreg::jobs
