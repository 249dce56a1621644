// names_bench make COUNT QUERIES SEED NAMES_FILE QUERIES_FILE
//   invents names and queries.
// names_bench measure NAMES_FILE QUERIES_FILE THREADS
//   looks each query up in certreg's index, built by so many threads, and in PostgreSQL with pg_trgm, in
//   turns, and prints what it took and what was found.
// names_bench index NAMES_FILE QUERIES_FILE THREADS
//   without PostgreSQL, and with what was missed.
#include <fmt/format.h>
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <map>
#include <span>
#include <stdexcept>

#include "bench/names/name_files.h"
#include "bench/names/trigram_table.h"
#include "certreg/catalogue/name_index.h"
#include "support/postgres.h"

namespace certreg::bench {
namespace {

constexpr std::size_t kLimit = 10;
constexpr std::size_t kTurn = 25;  // queries; one after the other, either would empty the other's caches
using Milliseconds = std::chrono::duration<double, std::milli>;

Milliseconds own_cpu_time() {
  timespec time{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

struct Figures {
  std::vector<double> milliseconds;
  std::size_t first = 0, among_ten = 0;
  std::map<std::string, std::pair<std::size_t, std::size_t>> by_kind;  // found first, asked

  void add(const NoisyQuery& query, const std::vector<std::size_t>& found, double taken) {
    milliseconds.push_back(taken);
    const bool is_first = !found.empty() && found.front() == query.answer;
    if (is_first) ++first;
    if (std::find(found.begin(), found.end(), query.answer) != found.end()) ++among_ten;
    auto& kind = by_kind[query.kind];
    kind.first += is_first ? 1 : 0;
    ++kind.second;
  }

  double percentile(double part) {
    std::sort(milliseconds.begin(), milliseconds.end());
    return milliseconds[static_cast<std::size_t>(part * static_cast<double>(milliseconds.size() - 1))];
  }

  double share(std::size_t count) const {
    return static_cast<double>(count) / static_cast<double>(milliseconds.size());
  }
};

void build(catalogue::NameIndex& index, const std::vector<std::string>& names, unsigned threads) {
  std::vector<catalogue::SupplierNames> suppliers;
  for (std::size_t place = 0; place < names.size(); ++place)
    suppliers.push_back({{fmt::format("019391aa-0000-7000-8000-{:012}", place)}, {names[place]}});
  const auto from = std::chrono::steady_clock::now();
  index.build(suppliers, threads);
  const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - from;
  const auto size = index.size();
  fmt::print(
      "  index: {} names, {} words, {:.1f} MiB, {:.0f} bytes a name, built in {:.2f} s by {} threads\n",
      size.names, size.words, static_cast<double>(size.bytes) / 1048576.0,
      static_cast<double>(size.bytes) / static_cast<double>(names.size()), taken.count(), threads);
}

std::vector<std::size_t> looked_up(const catalogue::NameIndex& index, const std::string& text) {
  std::vector<std::size_t> found;
  for (const auto& match : index.search(text, kLimit))
    found.push_back(std::stoul(match.supplier.value.substr(24)));
  return found;
}

void show(const char* title, Figures& figures) {
  fmt::print(
      "  {:<8} CPU a search: median {:.4f} ms, 90% {:.4f}, 99% {:.4f}, most {:.3f}; recall@1 {:.4f}, @10 "
      "{:.4f}\n",
      title, figures.percentile(0.5), figures.percentile(0.9), figures.percentile(0.99),
      figures.percentile(1), figures.share(figures.first), figures.share(figures.among_ten));
}

void show_kinds(const Figures& ours, const Figures* theirs) {
  for (const auto& [kind, counts] : ours.by_kind) {
    fmt::print("    {:<22} {:5} asked, first {:.3f}", kind, counts.second,
               static_cast<double>(counts.first) / static_cast<double>(counts.second));
    if (theirs != nullptr)
      fmt::print(", pg_trgm {:.3f}",
                 static_cast<double>(theirs->by_kind.at(kind).first) / static_cast<double>(counts.second));
    fmt::print("\n");
  }
}

void look_up(const catalogue::NameIndex& index, std::span<const NoisyQuery> queries, Figures& figures) {
  for (const auto& query : queries) {
    const auto from = own_cpu_time();
    const auto found = looked_up(index, query.text);
    figures.add(query, found, (own_cpu_time() - from).count());
  }
}

void look_up(TrigramTable& table, std::span<const NoisyQuery> queries, Figures& figures) {
  for (const auto& query : queries) {
    const Milliseconds from = table.cpu_time();
    const auto found = table.search(query.text, kLimit);
    figures.add(query, found, (Milliseconds(table.cpu_time()) - from).count());
  }
}

void show_misses(const catalogue::NameIndex& index, const std::vector<std::string>& names,
                 const std::vector<NoisyQuery>& queries) {
  for (const auto& query : queries) {
    const auto found = looked_up(index, query.text);
    if (found.empty() || found.front() != query.answer)
      fmt::print("    missed ({}): {} -> {}, found {}\n", query.kind, query.text, names[query.answer],
                 found.empty() ? "nothing" : names[found.front()]);
  }
}

void measure(const std::vector<std::string>& names, const std::vector<NoisyQuery>& queries,
             unsigned threads) {
  catalogue::NameIndex index;
  build(index, names, threads);
  TrigramTable table(test::empty_database(), names);
  fmt::print("  pg_trgm: table and index {:.1f} MiB\n", static_cast<double>(table.bytes()) / 1048576.0);
  for (std::size_t place = 0; place < std::min<std::size_t>(queries.size(), 50); ++place) {  // warm caches
    looked_up(index, queries[place].text);
    table.search(queries[place].text, kLimit);
  }
  Figures ours, theirs;
  for (std::size_t from = 0; from < queries.size(); from += kTurn) {
    const auto turn = std::span(queries).subspan(from, std::min(kTurn, queries.size() - from));
    look_up(index, turn, ours);
    look_up(table, turn, theirs);
  }
  show("certreg", ours);
  show("pg_trgm", theirs);
  fmt::print("  ratio of the medians: pg_trgm takes {:.0f} times as much\n",
             theirs.percentile(0.5) / ours.percentile(0.5));
  show_kinds(ours, &theirs);
}

void measure_index(const std::vector<std::string>& names, const std::vector<NoisyQuery>& queries,
                   unsigned threads) {
  catalogue::NameIndex index;
  build(index, names, threads);
  show_misses(index, names, queries);
  Figures figures;
  look_up(index, queries, figures);
  show("certreg", figures);
  show_kinds(figures, nullptr);
}

void run(const std::vector<std::string>& arguments) {
  const auto number = [&](std::size_t place) { return std::stoul(arguments.at(place)); };
  if (arguments.size() == 6 && arguments[0] == "make") {
    const auto seed = static_cast<unsigned>(number(3));
    const auto names = made_up_names(number(1), seed);
    write_names(arguments[4], names);
    write_queries(arguments[5], noisy_queries(names, number(2), seed));
    return;
  }
  if (arguments.size() != 4) throw std::runtime_error("make, measure or index, and files, are required");
  const auto names = read_names(arguments[1]);
  const auto queries = read_queries(arguments[2], names.size());
  if (queries.empty()) throw std::runtime_error("there are no queries");
  const auto threads = static_cast<unsigned>(number(3));
  if (arguments[0] == "measure") return measure(names, queries, threads);
  if (arguments[0] == "index") return measure_index(names, queries, threads);
  throw std::runtime_error("unknown: " + arguments[0]);
}

}  // namespace
}  // namespace certreg::bench

int main(int count, char** arguments) try {
  certreg::bench::run({arguments + 1, arguments + count});
  return 0;
} catch (const std::exception& error) {
  std::fprintf(stderr, "names_bench: %s\n", error.what());
  return 1;
}
