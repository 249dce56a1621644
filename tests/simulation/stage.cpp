#include "simulation/stage.h"

#include <algorithm>
#include <thread>

#include "certreg/service/source_schedules.h"

namespace certreg::simulation {
namespace {

fetch::HttpFetcherOptions options(const TrustCentre& site) {
  fetch::HttpFetcherOptions options;
  options.allowed_networks = {"127.0.0.0/8"};
  options.further_ports = {site.port()};
  options.max_body_bytes = 1U << 20;
  options.slow_time = std::chrono::seconds(1);
  return options;
}

std::string without_answer_yes(const Verdict& verdict) {
  std::string all;
  for (const auto& answer : verdict.deciding().answers) {
    if (answer.value == AnswerValue::Yes) continue;
    std::string codes;
    for (const auto& reason : answer.reasons)
      if (reason.value != AnswerValue::Yes && !info(reason.code).warns)
        codes += (codes.empty() ? "" : " ") + std::string(to_string(reason.code));
    all += (all.empty() ? "" : ", ") + std::string(to_string(answer.topic)) + " " + codes;
  }
  return all;
}

}  // namespace

Instance::Instance(const std::string& database, TrustCentre& site, fetch::Pace& pace)
    : http_(options(site)),
      polite_(http_, pace, {.max_tries = 2}),
      world_(database, &polite_),
      scheduler_(world_.services()) {}

Stage::Stage() : database_(test::fresh_database()) { add_instance(); }

void Stage::add_instance() {
  instances_.push_back(std::make_unique<Instance>(database_, site_, pace_));
  instances_.back()->world().define({source()});
  if (today_) set_day(*today_);
}

service::SourceDefinition Stage::source() const {
  service::SourceDefinition row;
  row.name = "tidewater";
  row.title = "Tidewater's trust centre";
  row.holder.name = kSupplier;
  row.claimant = {ClaimantKind::Supplier, kSupplier};
  reading::ListSpec list;
  list.heading = "Services in scope";
  list.standards = {{"iso-iec-27001"}};
  row.pages = {{.address = site_.address(kPagePath),
                .follow = {{.address = "127.0.0.1:*/files/*.pdf", .kind = documents::MediaKind::Pdf}},
                .lists = {list}}};
  row.schedule.every = std::chrono::days(7);
  return row;
}

void Stage::restart() {
  instances_.clear();
  add_instance();
}

void Stage::start_a_second() { add_instance(); }
void Stage::stop_the_second() { instances_.resize(1); }

void Stage::set_day(Date day) {
  if (today_) pace_.pass(day.days() - today_->days());
  today_ = day;
  for (auto& instance : instances_) instance->world().clock().set(day.to_string() + "T12:00:00Z");
}

std::size_t Stage::run_what_is_due() {
  std::size_t runs = 0;
  const auto look = [](Instance& instance) { return !instance.scheduler().run_one().empty(); };
  if (instances_.size() == 1) {
    while (look(*instances_.front())) ++runs;
    return runs;
  }
  std::thread beside([&] {
    while (look(*instances_.back())) {
    }
  });
  while (look(*instances_.front())) ++runs;
  beside.join();
  world().services().feed.refresh();
  return runs;
}

std::vector<store::RecordedChange> Stage::changes_since_last_asked() {
  auto changes = service::follow_changes(world().services(), {}, last_change_, 100);
  if (!changes.empty()) last_change_ = changes.back().id;
  return changes;
}

std::string Stage::result_at(const std::string& path) {
  for (const auto& attempt : service::source_state(world().services(), source()).pages)
    if (attempt.address == site_.address(path)) return attempt.result;
  return "never tried";
}

std::string Stage::verified(const std::string& asked) {
  service::VerifyRequest request;
  request.entity = kSupplier;
  request.standard = "27001";
  request.services = {asked};
  const auto answer = service::verify(world().services(), request);
  const auto against = without_answer_yes(answer.verdict);
  return std::string(to_string(answer.verdict.outcome)) + (against.empty() ? "" : ": " + against);
}

std::size_t Stage::certificates_known() { return world().certificates().size(); }

catalogue::RecordPtr Stage::certificate() {
  for (const auto& record : world().certificates())
    if (record->latest().number == kNumber && record->latest().evidence == EvidenceLevel::Documented)
      return record;
  return nullptr;
}

std::optional<Date> Stage::certificate_confirmed() {
  const auto record = certificate();
  if (!record) return std::nullopt;
  std::optional<Instant> last;
  for (const auto& version : service::certificate_history(world().services(), record->id))
    last = std::max(last, version.last_confirmed);
  return last ? std::optional(day_of(*last)) : std::nullopt;
}

}  // namespace certreg::simulation
