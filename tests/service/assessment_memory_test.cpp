// Assessments from memory are those of the database, and are made anew when anything they depend on changes.
#include <nlohmann/json.hpp>
#include <random>

#include "certreg/codec/relationships.h"
#include "certreg/service/assessments.h"
#include "certreg/service/assurances.h"
#include "certreg/service/catalogue_feed.h"
#include "certreg/service/reviews.h"
#include "certreg/store/relationships.h"
#include "service/assessing.h"
#include "service/portfolio_world.h"

namespace certreg::service {
namespace {

constexpr auto& kAda = PortfolioWorld::kAda;
const Date kToday = support::day("2026-06-01");

// All that is answered about one relationship.
std::string told(const AssessedRelationship& one) {
  codec::Json all = codec::to_json(*one.assessment);
  all["relationship"] = codec::to_json(one.relationship());
  all["provider"] = one.provider ? one.provider->supplier->id.value : "";
  for (const auto& assurance : *one.assurances) all["assurances"].push_back(codec::to_json(assurance));
  for (const auto& decision : one.record->decisions) all["decisions"].push_back(codec::to_json(decision));
  return all.dump(1);
}

using Told = std::map<std::string, std::string>;  // by reference

Told told_of(Services& services, const AssessmentMoment& moment, const Policy* policy = nullptr) {
  Told all;
  assess_portfolio(
      services, moment,
      [&](const std::vector<AssessedRelationship>& batch) {
        for (const auto& one : batch) all.emplace(one.relationship().reference, told(one));
      },
      policy);
  return all;
}

// By the path that a writing transaction takes.
Told told_by_database(Services& services, Date on) {
  auto transaction = services.database.begin(store::TransactionMode::ReadOnly);
  Assessing assessing(services, transaction, {on, {}});
  Told all;
  for (const auto& one : assessing.assess(store::relationships_after(transaction, {}, {}, 1000)))
    all.emplace(one.relationship().reference, told(one));
  return all;
}

class RandomPortfolio {
 public:
  RandomPortfolio(PortfolioWorld& world, unsigned seed) : world_(world), random_(seed) {}

  void fill() {
    save_policy(world_.services(), policy(), 1, kAda);
    for (int i = 0; i < 6; ++i) add_supplier(i);
    for (int i = 0; i < 30; ++i) buy(i);
    for (int i = 0; i < 5; ++i) add_assurance();
    for (int i = 0; i < 8; ++i) decide_something();
  }

 private:
  std::size_t below(std::size_t limit) { return random_() % limit; }
  bool chance(unsigned percent) { return random_() % 100 < percent; }
  template <class Items>
  auto one_of(const Items& items) {
    return items[below(std::size(items))];
  }

  static Policy policy() {
    Policy policy;
    Need security;
    security.id = "security";
    security.standards = {{"iso-iec-27001"}};
    security.or_assurance = {AssuranceKind::Soc2Type2};
    Need cloud;
    cloud.id = "cloud";
    cloud.standards = {{"iso-iec-27018"}, {"iso-iec-27001"}};
    cloud.combine = Combine::Any;
    cloud.when.data = {DataKind::Personal};
    cloud.scope = ScopeRule::MayBeUnsure;
    auto weak = security;
    weak.least_evidence = EvidenceLevel::Claimed;
    weak.evidence_days = 30;
    policy.tiers = {{.id = "critical", .name = "Critical", .needs = {security, cloud}},
                    {.id = "low", .name = "Low", .needs = {weak}, .lead_days = {30, 0}}};
    return policy;
  }

  void add_supplier(int number) {
    static const char* const kAliases[] = {"Mail Works", "Drive Works", "Acme Cloud"};
    Supplier row;
    row.name = "Company " + std::to_string(number) + " Limited";
    row.country = "GB";
    if (chance(50)) row.aliases = {one_of(kAliases)};
    suppliers_.push_back(create_supplier(world_.services(), row, kAda));
    for (std::size_t i = below(3); i > 0; --i) add_certificate(suppliers_.back(), i);
  }

  void add_certificate(const Supplier& supplier, std::size_t number) {
    auto version = chance(25) ? support::extension() : support::certificate();
    version.supplier = supplier.id;
    version.parent.reset();
    version.number = supplier.name.substr(8, 1) + "-" + std::to_string(number) + version.number;
    version.holders = {support::holder(chance(80) ? supplier.name : "Somebody Else Limited")};
    if (chance(30)) version.expires = support::day(chance(50) ? "2026-06-20" : "2026-05-20");
    if (chance(20)) version.edition = "2013";
    if (chance(20)) version.issuer.reset();
    if (chance(20)) {
      version.statuses = {support::status(CertificateStatus::Suspended, "2026-04-01")};
      version.statuses.front().said_by = "Good Certification Limited";
    }
    create_certificate(world_.services(), version, kAda);
  }

  void buy(int number) {
    static const char* const kServices[] = {"Acme Mail", "Acme Drive", "Acme Vault"};
    static const char* const kTiers[] = {"critical", "critical", "low", "", "unknown"};
    Relationship row;
    row.reference = "R-" + std::to_string(number);
    row.supplier = {"Somebody unknown", {}};
    if (chance(90)) row.supplier = {"whoever", one_of(suppliers_).id};
    if (chance(20)) row.provider = Party{"the operator", one_of(suppliers_).id};
    if (chance(30)) row.dependencies = {{{"another", one_of(suppliers_).id}, {one_of(kServices)}}};
    if (chance(10)) row.dependencies.push_back({{"nobody knows it", {}}, {}});
    row.services = {one_of(kServices)};
    if (chance(20)) row.services.push_back("Acme Mail");
    if (chance(20)) row.sites = {"Dublin", "Frankfurt"};
    if (chance(30)) row.data = {DataKind::Personal};
    if (chance(20)) row.their_role = "processor";
    row.critical_function = chance(30);
    row.tier = one_of(kTiers);
    row.owner = {"Ada", "ada@example.com"};
    if (chance(15)) row.ends = support::day(chance(50) ? "2026-05-01" : "2026-12-31");
    const auto made = create_relationship(world_.services(), row, kAda);
    if (chance(10)) retire_relationship(world_.services(), made.id, 1, "no longer bought", kAda);
  }

  void add_assurance() {
    static const Opinion kOpinions[] = {Opinion::Unqualified, Opinion::Qualified, Opinion::NotStated};
    Assurance row;
    row.supplier = one_of(suppliers_).id;
    row.kind = AssuranceKind::Soc2Type2;
    row.assessor = "Auditors LLP";
    row.until = support::day(chance(70) ? "2026-03-31" : "2024-03-31");
    row.opinion = one_of(kOpinions);
    create_assurance(world_.services(), row, kAda);
  }

  void decide_something() {
    const auto open = list_findings(world_.services(), {.states = {FindingState::Open}}, {}, 200);
    if (open.empty()) return;
    Decision row;
    row.kind = chance(50) ? DecisionKind::AcceptRisk : DecisionKind::NotApplicable;
    if (row.kind == DecisionKind::AcceptRisk) row.until = support::day("2026-06-10");
    row.reason = "because";
    decide(world_.services(), one_of(open).id, row, kAda);
  }

  PortfolioWorld& world_;
  std::mt19937 random_;
  std::vector<Supplier> suppliers_;
};

TEST(AssessmentMemory, AnswersAsTheDatabaseDoes) {
  for (const unsigned seed : {1U, 2U, 3U}) {
    SCOPED_TRACE(seed);
    PortfolioWorld world;
    RandomPortfolio(world, seed).fill();
    auto& services = world.services();
    for (const auto& on : {kToday, support::day("2026-07-01"), support::day("2025-01-01")}) {
      const auto now = told_of(services, {on, {}});
      EXPECT_EQ(now, told_of(services, {on, services.clock.now()})) << on.to_string();
      EXPECT_EQ(now, told_by_database(services, on)) << on.to_string();
      EXPECT_EQ(now, told_of(services, {on, {}})) << "asked again";
    }
    EXPECT_GT(told_of(services, {kToday, {}}).size(), 15U);
  }
}

class RememberedAssessment : public testing::Test {
 protected:
  RememberedAssessment() {
    other_ = create_supplier(services(), {.name = "Other Limited", .country = "GB"}, kAda);
    auto version = support::certificate();
    version.supplier = other_.id;
    version.number = "IS 200";
    others_certificate_ = create_certificate(services(), version, kAda).id;
    auto wanted = world_.buy("R-1", "Acme Mail");
    wanted.dependencies = {{{"Other Limited", other_.id}, {"Acme Mail"}}};
    wanted.critical_function = true;
    bought_ = correct_relationship(services(), wanted.id, 1, wanted, kAda);
  }
  Services& services() { return world_.services(); }
  AssessedRelationship now() {
    return assess_relationship(services(), bought_.id, {services().clock.today(), {}});
  }
  void correct(const CertificateId& id, const std::function<void(CertificateVersion&)>& change) {
    const auto record = services().catalogue.certificate(id);
    auto version = record->latest();
    change(version);
    correct_certificate(services(), id, record->latest().id, version, CorrectionKind::Correction, kAda);
  }
  Assurance assurance(Opinion opinion) {
    Assurance row;
    row.supplier = world_.supplier_.id;
    row.kind = AssuranceKind::Soc2Type2;
    row.assessor = "Auditors LLP";
    row.until = support::day("2026-03-31");
    row.opinion = opinion;
    return row;
  }
  void change_policy(const std::function<void(Need&)>& change) {
    auto policy = current_policy(services());
    change(policy.tiers.front().needs.front());
    save_policy(services(), policy, policy.version, kAda);
  }

  PortfolioWorld world_;
  Supplier other_;
  CertificateId others_certificate_;
  Relationship bought_;
};

TEST_F(RememberedAssessment, IsGivenAgainWhileNothingChanged) {
  const auto first = now();
  EXPECT_EQ(now().assessment, first.assessment);
  EXPECT_EQ(now().provider, first.provider);
  services().feed.refresh();
  world_.buy("R-2", "Acme Drive");
  create_supplier(services(), {.name = "Acme Cloud GmbH", .country = "DE"}, kAda);
  EXPECT_EQ(now().assessment, first.assessment) << "what changed has nothing to do with it";
}

TEST_F(RememberedAssessment, IsMadeAnewWhenAnythingChanges) {
  Decision decision;
  decision.kind = DecisionKind::NotApplicable;
  decision.reason = "because";
  AssuranceId assured;
  const std::pair<const char*, std::function<void()>> changes[] = {
      {"the scope of the certificate",
       [&] {
         correct(world_.certificate_, [](auto& version) {
           version.scope = "Operation of Acme Drive.";
           version.services = {"Acme Drive"};
         });
       }},
      {"a further certificate",
       [&] {
         auto version = support::certificate();
         version.supplier = world_.supplier_.id;
         version.number = "IS 300";
         create_certificate(services(), version, kAda);
       }},
      {"the certificate of what it stands on",
       [&] {
         correct(others_certificate_, [](auto& version) { version.expires = support::day("2026-05-01"); });
       }},
      {"the supplier's name",
       [&] {
         auto supplier = *services().catalogue.supplier(world_.supplier_.id);
         supplier.name = "Entirely Different B.V.";
         correct_supplier(services(), supplier.id, supplier.version, supplier, kAda);
       }},
      {"the relationship",
       [&] {
         bought_.services = {"Acme Vault"};
         bought_ = correct_relationship(services(), bought_.id, bought_.version, bought_, kAda);
       }},
      {"a decision", [&] { decide(services(), world_.findings(bought_).front().id, decision, kAda); }},
      {"an assurance",
       [&] { assured = create_assurance(services(), assurance(Opinion::Unqualified), kAda).id; }},
      {"its opinion", [&] { correct_assurance(services(), assured, 1, assurance(Opinion::Adverse), kAda); }},
      {"the policy", [&] { change_policy([](Need& need) { need.standards = {{"iso-22301"}}; }); }},
      {"a review", [&] { finish_review(services(), {.on = kToday}, kAda); }},
      {"a person who confirms the scope",
       [&] {
         change_policy([](Need& need) { need.standards = {{"iso-iec-27001"}}; });
         Decision read;
         read.kind = DecisionKind::ConfirmScope;
         read.reason = "read it";
         read.in_scope = true;
         for (const auto& finding : world_.findings(bought_))
           if (finding.finding.rule == FindingRule::OutOfScope && finding.finding.certificate)
             return void(decide(services(), finding.id, read, kAda));
         FAIL() << "nothing to confirm: " << world_.told(bought_);
       }},
      {"the day", [&] { world_.set_day("2028-01-01"); }},
      {"the reference data", [&] { world_.define({support::source()}); }},
      {"a source that speaks for it",
       [&] {
         auto source = support::source();
         source.holder.name = source.claimant.name = "Entirely Different B.V.";
         world_.define({source});
         services().catalogue.put(SourceSearch{.source = source.name,
                                               .pages = {{.address = "https://acme.example/trust",
                                                          .searched_on = support::day("2020-01-01")}}});
       }},
      {"what came of searching it",
       [&] {
         services().catalogue.put(SourceSearch{.source = "acme",
                                               .pages = {{.address = "https://acme.example/trust",
                                                          .searched_on = support::day("2027-12-31")}}});
       }},
      {"the supplier is retired", [&] {
         const auto version = services().catalogue.supplier(world_.supplier_.id)->version;
         retire_supplier(services(), world_.supplier_.id, version, "gone", kAda);
       }}};
  for (const auto& [name, change] : changes) {
    SCOPED_TRACE(name);
    const auto before = now().assessment;
    ASSERT_EQ(now().assessment, before);
    change();
    const auto after = now();
    EXPECT_NE(after.assessment, before);
    EXPECT_EQ(told(after), told_by_database(services(), services().clock.today()).at("R-1"));
  }
}

TEST_F(RememberedAssessment, OneRunSharesVerdictsOfTheSameQuestionAlone) {
  std::map<std::string, Relationship> wanted;
  const auto buy = [&](const std::string& reference, const std::function<void(Relationship&)>& change) {
    auto made = world_.buy(reference, "Acme Mail");
    change(made);
    correct_relationship(services(), made.id, 1, made, kAda);
  };
  buy("same", [](auto& one) { one.contract = "another contract"; });
  buy("service", [](auto& one) { one.services = {"Acme Drive"}; });
  buy("services", [](auto& one) { one.services = {"Acme Mail", "Acme Drive"}; });
  buy("site", [](auto& one) { one.sites = {"Dublin"}; });
  buy("role", [](auto& one) { one.their_role = "processor"; });
  buy("supplier", [&](auto& one) { one.supplier = {"Acme Cloud Limited", other_.id}; });
  std::map<std::string, VerdictPtr> verdicts;
  assess_portfolio(services(), {support::day("2026-06-02"), {}}, [&](const auto& batch) {
    for (const auto& one : batch)
      verdicts[one.relationship().reference] = one.assessment->answers.front().verdict;
  });
  ASSERT_EQ(verdicts.size(), 7U);
  for (const auto& [reference, verdict] : verdicts)
    EXPECT_EQ(verdict == verdicts.at("R-1"), reference == "R-1" || reference == "same") << reference;
}

TEST_F(RememberedAssessment, APolicyThatIsTriedOutIsNotRemembered) {
  const auto before = now().assessment;
  auto tried = current_policy(services());
  tried.tiers.front().needs.front().standards = {{"iso-22301"}};
  const auto effects = preview_policy(services(), tried);
  ASSERT_EQ(effects.size(), 1U);
  EXPECT_NE(effects.front().after, Outcome::Satisfied);
  EXPECT_EQ(now().assessment, before);
}

}  // namespace
}  // namespace certreg::service
