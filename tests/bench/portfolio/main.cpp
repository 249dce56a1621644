// portfolio_bench RELATIONSHIPS CERTIFICATES NAMES TURNS SEED: writes a line "NAME SECONDS" for each thing
// that it measured in each turn, and "NAME_cpu SECONDS" of its own threads' work. Every turn has a copy of
// the same register, in which nothing was found as yet.
#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <exception>
#include <stdexcept>
#include <string>
#include <vector>

#include "bench/portfolio/made_up_register.h"
#include "certreg/domain/error.h"
#include "certreg/service/assessments.h"
#include "certreg/service/findings.h"
#include "certreg/service/screening.h"
#include "certreg/store/relationships.h"
#include "support/cluster_state.h"
#include "support/services.h"

namespace certreg::bench {
namespace {

constexpr int kBatch = 500;  // as the watch reads
const service::Actor kActor{"bench", service::Role::Reviewer};

struct Sizes {
  RegisterSize of_register;
  std::size_t names = 0, turns = 0;
  unsigned seed = 0;
};

void require(bool holds, const std::string& what) {
  if (!holds) throw std::runtime_error(what);
}

template <class Work>
void measure(const char* name, Work work) {
  const auto from = std::chrono::steady_clock::now();
  const auto cpu_from = std::clock();
  work();
  const auto cpu = static_cast<double>(std::clock() - cpu_from) / CLOCKS_PER_SEC;
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - from;
  fmt::print("{0} {1:.4f}\n{0}_cpu {2:.4f}\n", name, taken.count(), cpu);
  std::fflush(stdout);
}

std::size_t read_all(service::Services& services) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  std::size_t count = 0;
  RelationshipId after;
  for (auto batch = store::relationships_after(transaction, after, {}, kBatch); !batch.empty();
       batch = store::relationships_after(transaction, after, {}, kBatch)) {
    after = batch.back().id;
    count += batch.size();
  }
  return count;
}

// How many findings they have together.
std::size_t assess_all(service::Services& services, std::size_t relationships) {
  std::size_t count = 0, findings = 0;
  service::assess_portfolio(services, {services.clock.today(), {}},
                            [&](const std::vector<service::AssessedRelationship>& batch) {
                              count += batch.size();
                              for (const auto& one : batch) findings += one.assessment->findings.size();
                            });
  require(count == relationships, "not all were assessed");
  return findings;
}

// New: nothing was judged before. Known: nothing changed since. Touched: one supplier did.
void measure_assessing(support::World& world, std::size_t relationships) {
  auto& services = world.services();
  std::size_t findings = 0;
  measure("new", [&] { findings = assess_all(services, relationships); });
  measure("known", [&] { require(assess_all(services, relationships) == findings, "findings changed"); });
  auto touched = *services.catalogue.suppliers_after({}, 1).front();
  ++touched.version;
  services.catalogue.put(touched);
  measure("touched", [&] { require(assess_all(services, relationships) == findings, "findings changed"); });
}

void measure_watch(service::Services& services, std::size_t relationships) {
  measure("read", [&] { require(read_all(services) == relationships, "not all were read"); });
  std::size_t opened = 0;
  measure("first", [&] {
    const auto report = service::watch(services, kActor);
    require(report.relationships == relationships && report.opened > 0, "the first watch found nothing");
    opened = report.opened;
  });
  const auto watch_again = [&] {
    const auto report = service::watch(services, kActor);
    require(report.relationships == relationships, "not all were watched again");
    require(report.opened + report.reopened + report.changed + report.cured == 0, "something changed");
  };
  measure("again", watch_again);
  measure("settled", watch_again);  // nothing was to record the last time
  fmt::print("findings {}\n", opened);
}

std::size_t screen_all(service::Services& services, const std::vector<std::string>& names) {
  std::size_t found = 0, number = 0;
  for (const auto& name : names)
    if (service::screen(services, ++number, {name, "27001", {}}).verification->supplier) ++found;
  return found;
}

void measure_names(service::Services& services, const std::vector<std::string>& suppliers,
                   std::size_t count) {
  const auto known = names_to_screen(suppliers, count, 0), half = names_to_screen(suppliers, count, 2);
  measure("exact", [&] {
    std::size_t found = 0;
    for (const auto& name : known) found += services.catalogue.suppliers_named(name).size();
    require(found == count, "a name was not looked up");
  });
  measure("screened", [&] { require(screen_all(services, known) == count, "a name was not found"); });
  measure("misspelt", [&] { require(screen_all(services, half) == count / 2, "a wrong name was found"); });
}

void know_the_world(support::World& world) {
  world.know(service::load_world(service::built_in_world_files(), {}, {.sample = true}));
}

void run(const Sizes& sizes) {
  const auto original = test::fresh_database();
  std::vector<std::string> suppliers;
  {
    store::Database database({.conninfo = original});
    suppliers = fill(database, sizes.of_register, sizes.seed);
  }
  test::run_sql(original, "analyze");  // as autovacuum does in a register of that age
  for (std::size_t turn = 0; turn < sizes.turns; ++turn) {
    support::World world(test::copied_database(original));
    know_the_world(world);
    measure_assessing(world, sizes.of_register.relationships);
    measure_watch(world.services(), sizes.of_register.relationships);
    measure_names(world.services(), suppliers, sizes.names);
  }
}

std::size_t number_in(const char* text) {
  const auto number = std::strtoul(text, nullptr, 10);
  require(number > 0, std::string(text) + " is no number");
  return number;
}

}  // namespace
}  // namespace certreg::bench

int main(int count, char** arguments) try {
  using certreg::bench::number_in;
  if (count != 6) throw std::runtime_error("RELATIONSHIPS CERTIFICATES NAMES TURNS SEED are required");
  certreg::bench::run({{number_in(arguments[1]), number_in(arguments[2])},
                       number_in(arguments[3]),
                       number_in(arguments[4]),
                       static_cast<unsigned>(number_in(arguments[5]))});
  return 0;
} catch (const certreg::Error& error) {
  std::fprintf(stderr, "portfolio_bench: %s (%s)\n", error.what(), error.internal.c_str());
  return 1;
} catch (const std::exception& error) {
  std::fprintf(stderr, "portfolio_bench: %s\n", error.what());
  return 1;
}
