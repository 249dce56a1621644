// Registers as tables and lines: in by the hundred thousand, and out again.
#include <gmock/gmock.h>

#include <condition_variable>
#include <mutex>
#include <numeric>

#include "certreg/codec/record_writer.h"
#include "certreg/service/export.h"
#include "certreg/store/certificates.h"
#include "certreg/store/changes.h"
#include "certreg/store/documents.h"
#include "certreg/store/suppliers.h"
#include "service/new_id.h"
#include "service/portion_writer.h"
#include "service/register_world.h"
#include "service/row_pipe.h"

namespace certreg::service {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string line(const std::string& number, const std::string& issued = "2025-01-10",
                 const std::string& holder = "Acme Cloud Limited") {
  return R"({"standard":"ISO/IEC 27001:2022","number":")" + number +
         R"(","issuer_printed":"Good Certification Limited","issued":")" + issued +
         R"(","expires":"2028-01-09","scope":"Acme Mail","holders":[{"name":")" + holder + "\"}]}\n";
}

class BulkWorld : public RegisterWorld {
 public:
  std::vector<store::ImportItem> items(const store::ImportRun& run) {
    auto transaction = services().database.begin(store::TransactionMode::ReadOnly);
    return store::list_import_items(transaction, run.id, -1, 100);
  }
  void sql(const std::string& script) {
    auto transaction = services().database.begin();
    transaction.run_script(script);
    transaction.commit();
  }
  std::string exported(ExportNoun noun, ExportFormat format) {
    RegisterExport whole(services(), noun, format);
    std::string out;
    while (whole.write_next(out)) {
    }
    return out;
  }
  // What the database says, and what the catalogue says.
  std::vector<std::string> stored_certificates() {
    auto transaction = services().database.begin(store::TransactionMode::ReadOnly);
    std::vector<std::string> all;
    store::for_all_certificates(transaction, [&](std::vector<CertificateRecord> records) {
      for (const auto& record : records) all.push_back(text_of(record));
    });
    return all;
  }
  std::vector<std::string> shown_certificates() {
    std::vector<std::string> all;
    for (const auto& record : certificates()) all.push_back(text_of(*record));
    return all;
  }

 private:
  static std::string text_of(const CertificateRecord& record) {
    std::string text;
    codec::JsonWriter out(text);
    codec::write(out, record);
    return text;
  }
};

TEST(JsonLines, GoodOnesLandAndEachBadOneSaysItsFieldAndRule) {
  BulkWorld world;
  const std::string nul("{\"standard\":\"ISO/IEC 27001:2022\",\"number\":\"\0\"}\n", 48);
  const auto bytes = line("IS 1") + "\n{\"standard\n" + "\"" + std::string(3U << 20, 'x') + "\"\n" + nul +
                     "{\"number\":\"\xFF\"}\n" + line("IS 2", "2025-02-30") + "[]\n" + line("IS 3");
  const auto run = world.take("register.jsonl", bytes);
  EXPECT_EQ(run.state, "done") << run.error;
  EXPECT_EQ(world.count(run, "accepted"), 2) << run.counts;
  EXPECT_EQ(world.count(run, "bad_rows"), 6) << run.counts;
  std::vector<std::string> names;
  std::string details;
  for (const auto& item : world.items(run)) {
    names.push_back(item.name);
    details += item.detail;
  }
  EXPECT_THAT(names, ElementsAre("line 3", "line 4", "line 5", "line 6", "line 7", "line 8"));
  EXPECT_THAT(details, HasSubstr("is longer than 1 MiB"));
  EXPECT_THAT(details, HasSubstr(R"("field":"issued")"));
}

TEST(JsonLines, ThatAreCutInTheMiddleLoseOnlyTheLineThatWasCut) {
  BulkWorld world;
  const auto whole = line("IS 1") + line("IS 2");
  const auto run = world.take("register.jsonl", whole.substr(0, whole.size() - 20));
  EXPECT_EQ(world.count(run, "accepted"), 1) << run.counts;
  EXPECT_EQ(world.count(run, "bad_rows"), 1) << run.counts;
}

TEST(Rows, AreShownAsTheDatabaseHasThemWithTheirPlace) {
  BulkWorld world;
  // A later issue and the same again within one batch, and a second batch upon them.
  world.take("one.csv",
             table(row("IS 1", "2025-01-10", "2028-01-09") + row("IS 1", "2026-01-05", "2029-01-04") +
                   row("IS 1", "2026-01-05", "2029-01-04") + row("IS 2", "2025-01-10", "2028-01-09")));
  world.take("two.jsonl", line("IS 3") + line("IS 2", "2025-01-10"));
  EXPECT_EQ(world.shown_certificates(), world.stored_certificates());
  ASSERT_EQ(world.certificates().size(), 3U);
  const auto first = world.certificates().front();
  ASSERT_EQ(first->issues.size(), 2U);
  for (const auto& quote : first->latest().quotes) {
    EXPECT_EQ(quote.page, 3) << quote.field;
    EXPECT_EQ(quote.address, "file:one.csv");
    EXPECT_EQ(quote.document.value.size(), 64U);
    EXPECT_FALSE(quote.text.empty()) << quote.field;
  }
  EXPECT_TRUE(world.certificates()[1]->latest().last_confirmed);
  auto transaction = world.services().database.begin(store::TransactionMode::ReadOnly);
  EXPECT_EQ(store::documents_of_certificate(transaction, first->id).size(), 1U);
}

// A supplier that a transaction makes, with what it tells the feed.
class Making {
 public:
  explicit Making(BulkWorld& world) : transaction(world.services().database.begin()) {
    written.transaction = store::transaction_number(transaction);
    written.suppliers = {Supplier{.id = {new_id(world.services().clock)},
                                  .version = 1,
                                  .name = "Quay Limited",
                                  .recorded_at = world.services().clock.now(),
                                  .recorded_by = "jane"}};
    store::insert_suppliers(transaction, written.suppliers);
  }
  store::Transaction transaction;
  Written written;
};

std::uint64_t position_of(BulkWorld& world) { return std::stoull(world.services().feed.state().position); }

TEST(Feed, DoesNotSayThatItKnowsWhatIsStillToBeHandedOver) {
  BulkWorld world;
  auto& feed = world.services().feed;
  Making making(world);
  const auto id = making.written.suppliers.front().id;
  const auto number = std::stoull(making.written.transaction);
  CatalogueFeed::Handover handover(feed, making.written.transaction);
  making.transaction.commit();
  feed.refresh();
  EXPECT_LE(position_of(world), number);
  EXPECT_FALSE(feed.wait_for(number + 1, std::chrono::milliseconds(1)));
  handover.give(std::move(making.written));
  feed.follow();  // other databases of the cluster may have transactions under way
  EXPECT_TRUE(feed.wait_for(number + 1, std::chrono::minutes(1)));
  EXPECT_TRUE(world.services().catalogue.supplier(id));
}

TEST(Feed, ReadsWhatWasAnnouncedAndNeverGiven) {
  BulkWorld world;
  auto& feed = world.services().feed;
  Making making(world);
  const auto id = making.written.suppliers.front().id;
  {
    CatalogueFeed::Handover handover(feed, making.written.transaction);
    making.transaction.commit();
    feed.refresh();
    EXPECT_FALSE(world.services().catalogue.supplier(id));
  }
  feed.refresh();
  EXPECT_TRUE(world.services().catalogue.supplier(id));
}

TEST(Feed, KeepsALaterVersionOfWhatIsHandedOver) {
  BulkWorld world;
  auto& feed = world.services().feed;
  Making making(world);
  const auto supplier = making.written.suppliers.front();
  CatalogueFeed::Handover handover(feed, making.written.transaction);
  making.transaction.commit();
  auto later = supplier;
  later.version = 2;
  later.name = "Quay and Pier Limited";
  auto transaction = world.services().database.begin();
  store::insert_suppliers(transaction, std::span(&later, 1));
  transaction.commit();
  feed.refresh();
  handover.give(std::move(making.written));
  feed.refresh();
  ASSERT_TRUE(world.services().catalogue.supplier(supplier.id));
  EXPECT_EQ(world.services().catalogue.supplier(supplier.id)->name, later.name);
}

TEST(Rows, OfATableThatWasCutGoOnAfterThoseThatAreSettled) {
  BulkWorld world;
  const auto bytes = table(row("IS 1", "2025-01-10", "2028-01-09") + row("IS 2", "2025-01-10", "2028-01-09") +
                           row("IS 3", "2025-01-10", "2028-01-09"));
  const auto first = world.take("list.csv", bytes);
  EXPECT_EQ(first.settled_rows, 4);
  world.sql("update import_run set state = 'interrupted', settled_rows = 3");
  const auto second = world.take("list.csv", bytes);
  EXPECT_EQ(world.count(second, "settled_before"), 3) << second.counts;
  EXPECT_EQ(world.count(second, "rows"), 1) << second.counts;
  EXPECT_EQ(world.count(world.take("list.csv", bytes), "rows"), 3) << "the second one was done";
}

TEST(Rows, GoOnOnlyInTheSameWay) {
  BulkWorld world;
  const auto bytes = line("IS 1") + line("IS 2");
  world.take("list.jsonl", bytes);
  world.sql("update import_run set state = 'interrupted', settled_rows = 1");
  EXPECT_EQ(world.count(world.take("list.jsonl", bytes, true), "rows"), 2) << "they are accepted now";
  world.sql("update import_run set state = 'interrupted', settled_rows = 1, started_at = '2026-05-01'");
  EXPECT_EQ(world.count(world.take("list.jsonl", bytes), "rows"), 2) << "that was long ago";
}

UnreadRow unread(std::int64_t number) {
  return [number] { return RowRead{.name = "row", .draft = {}, .problems = {}, .number = number}; };
}

PreparedRow as_it_is(const UnreadRow& read, OfferPreparation&) {
  auto row = read();
  return {.name = row.name, .number = row.number, .offer = {}, .problems = {}};
}

// The numbers that come before the end, or before something is thrown.
std::vector<std::int64_t> numbers_of(RowPipe& pipe) {
  std::vector<std::int64_t> numbers;
  try {
    for (auto rows = pipe.next(); !rows.empty(); rows = pipe.next())
      for (const auto& row : rows) numbers.push_back(row.number);
  } catch (const Error&) {
    numbers.push_back(-1);
  }
  return numbers;
}

std::vector<std::int64_t> count_to(std::int64_t last) {
  std::vector<std::int64_t> numbers(static_cast<std::size_t>(last));
  std::iota(numbers.begin(), numbers.end(), 1);
  return numbers;
}

std::function<void(const RowPipe::Take&)> rows_up_to(std::int64_t last) {
  return [last](const RowPipe::Take& take) {
    for (std::int64_t row = 1; row <= last; ++row) take(unread(row));
  };
}

TEST(RowPipe, ThrowsWhatReadingThrewAfterTheRowsBeforeIt) {
  RowPipe pipe(
      [](const RowPipe::Take& take) {
        rows_up_to(200)(take);
        throw invalid("table", "ends");
      },
      as_it_is, 3);
  auto expected = count_to(200);
  expected.push_back(-1);
  EXPECT_EQ(numbers_of(pipe), expected);
}

TEST(RowPipe, KeepsTheOrderOfRowsThatSeveralThreadsPrepare) {
  // Of any two spans that are prepared at once the earlier one is done later.
  std::mutex mutex;
  std::condition_variable changed;
  std::int64_t begun = 0;
  const auto slowest_first = [&](const UnreadRow& read, OfferPreparation& preparation) {
    auto row = as_it_is(read, preparation);
    std::unique_lock lock(mutex);
    begun = std::max(begun, row.number);
    changed.notify_all();
    if (row.number == 1) changed.wait(lock, [&] { return begun > 1024; });
    return row;
  };
  RowPipe pipe(rows_up_to(3000), slowest_first, 4);
  EXPECT_EQ(numbers_of(pipe), count_to(3000));
}

TEST(RowPipe, ThrowsWhatPreparingThrewAfterTheRowsBeforeItAndGivesNoneAfter) {
  const auto failing = [](const UnreadRow& read, OfferPreparation& preparation) {
    auto row = as_it_is(read, preparation);
    if (row.number == 777) throw Error(ErrorKind::Unavailable, "cannot be prepared");
    return row;
  };
  RowPipe pipe(rows_up_to(100'000), failing, 4);
  auto expected = count_to(776);
  expected.push_back(-1);
  EXPECT_EQ(numbers_of(pipe), expected);
}

TEST(RowPipe, EndsItsReadingWhenNobodyWantsMore) {
  std::int64_t read = 0;
  {
    RowPipe pipe(
        [&](const RowPipe::Take& take) {
          for (read = 1;; ++read) take(unread(read));
        },
        as_it_is, 2);
    EXPECT_FALSE(pipe.next().empty());
  }
  EXPECT_GT(read, 0);
}

// A supplier that is new, and a version of a new certificate of it.
Portion portion_of(BulkWorld& world, const std::string& number) {
  auto& clock = world.services().clock;
  Supplier supplier{
      .id = {new_id(clock)}, .name = "Quay " + number, .recorded_at = clock.now(), .recorded_by = "jane"};
  CertificateVersion version{.id = {new_id(clock)},
                             .certificate = {new_id(clock)},
                             .supplier = supplier.id,
                             .standard = {"iso-iec-27001"},
                             .number = number,
                             .recorded_at = clock.now(),
                             .recorded_by = "jane"};
  Portion portion;
  portion.suppliers.push_back(supplier);
  portion.versions.add({"certificate|" + number, std::move(version), {}, {}});
  return portion;
}

TEST(PortionWriter, WritesAllPortionsAndSaysWhichSuppliersTheyMade) {
  BulkWorld world;
  auto transaction = world.services().database.begin();
  PortionWriter writer(transaction);
  for (int number = 1; number <= 20; ++number) {
    writer.write(portion_of(world, std::to_string(number)));
    const auto pause = writer.pause();
    EXPECT_LE(store::certificate_ids(transaction, std::vector<std::string>{"certificate|1"}).size(), 1U);
  }
  writer.finish(portion_of(world, "21"));
  EXPECT_EQ(writer.take_suppliers().size(), 21U);
  transaction.commit();
  EXPECT_EQ(world.stored_certificates().size(), 21U);
}

TEST(PortionWriter, ThrowsWhatAPortionFailedWithAndWritesNoneAfterIt) {
  BulkWorld world;
  auto transaction = world.services().database.begin();
  PortionWriter writer(transaction);
  auto dangling = portion_of(world, "2");
  dangling.suppliers.clear();
  writer.write(portion_of(world, "1"));
  writer.write(std::move(dangling));
  try {
    for (int number = 3;; ++number) writer.write(portion_of(world, std::to_string(number)));
  } catch (const store::ConstraintViolation& violation) {
    EXPECT_EQ(violation.constraint, "certificate_version_supplier_fk");
  }
  EXPECT_THROW((void)writer.pause(), store::ConstraintViolation);
  EXPECT_THROW(writer.finish(portion_of(world, "0")), store::ConstraintViolation);
}

// The members that a claim can carry.
std::vector<std::string> stated(BulkWorld& world) {
  std::vector<std::string> all;
  for (const auto& record : world.certificates())
    for (const auto& issue : record->issues) {
      std::string text;
      for (const auto& member : codec::stated_members(issue))
        if (member.name != "id" && member.name != "certificate" && member.name != "supplier" &&
            member.name != "parent" && member.name != "evidence")
          text += std::string(member.name) + member.value;
      all.push_back(text);
    }
  std::sort(all.begin(), all.end());
  return all;
}

TEST(Export, AsLinesIsTheSameRegisterInAnother) {
  BulkWorld from, to;
  from.take("list.csv",
            table(row("IS 1", "2025-01-10", "2028-01-09") + row("IS 1", "2026-01-05", "2029-01-04") +
                  row("IS 2", "2025-01-10", "2028-01-09", "\"Acme \"\"Drive\"\", too\"", "Ärger AG")));
  const auto lines = from.exported(ExportNoun::Certificates, ExportFormat::JsonLines);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 3);
  const auto run = to.take("register.jsonl", lines, true);
  EXPECT_EQ(to.count(run, "accepted"), 3) << run.counts;
  EXPECT_EQ(stated(to), stated(from));
  const auto suppliers = to.exported(ExportNoun::Suppliers, ExportFormat::JsonLines);
  EXPECT_THAT(suppliers, HasSubstr("Ärger AG"));
}

TEST(Export, AsATableCanBeReadAgainAndHoldsNoFormula) {
  BulkWorld from, to;
  from.take("list.csv", table(row("IS 1", "2025-01-10", "2028-01-09", "=1+1", "@Acme Limited")));
  const auto rows = from.exported(ExportNoun::Certificates, ExportFormat::Csv);
  EXPECT_THAT(rows, HasSubstr("\"'=1+1\""));
  EXPECT_THAT(rows, HasSubstr("\"'@Acme Limited\""));
  EXPECT_EQ(to.count(to.take("register.csv", rows), "accepted"), 1);
  EXPECT_THAT(from.exported(ExportNoun::Suppliers, ExportFormat::Csv), HasSubstr("\"'@Acme Limited\""));
}

TEST(Export, LeavesOutTheWordsOfDocumentsUnderAnAgreement) {
  BulkWorld world;
  world.take("list.jsonl", line("IS 1"));
  EXPECT_THAT(world.exported(ExportNoun::Certificates, ExportFormat::JsonLines),
              HasSubstr("file:list.jsonl"));
  world.sql("update document set access = 'agreement'");
  const auto lines = world.exported(ExportNoun::Certificates, ExportFormat::JsonLines);
  EXPECT_THAT(lines, HasSubstr("\"quotes\":[]"));
  EXPECT_THAT(lines, HasSubstr("IS 1"));
}

TEST(Export, OfNothingHasTheHeaderAlone) {
  BulkWorld world;
  EXPECT_EQ(world.exported(ExportNoun::Certificates, ExportFormat::JsonLines), "");
  const auto rows = world.exported(ExportNoun::Suppliers, ExportFormat::Csv);
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 1);
}

}  // namespace
}  // namespace certreg::service
