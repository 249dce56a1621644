// Lists of services in scope: what an entry answers for, where, and what a page's list is worth.
#include "domain/situation.h"

namespace certreg {
namespace {

using support::day;

ScopeItem item(std::string name, std::vector<std::string> short_names = {}, std::string family = {}) {
  ScopeItem row;
  row.name = std::move(name);
  row.short_names = std::move(short_names);
  row.family = std::move(family);
  return row;
}

ScopeItem left_out(ScopeItem row, ScopeExtent extent, std::string words) {
  row.extent = extent;
  row.exclusion = std::move(words);
  return row;
}

ScopeItem in_regions(ScopeItem row, std::vector<std::string> regions) {
  row.regions = std::move(regions);
  return row;
}

// A certificate whose scope is its list and nothing else.
void carry(Situation& s, std::vector<ScopeItem> items) {
  s.version().scope = "Services according to the list of this certificate.";
  s.version().services.clear();
  s.version().scope_items = std::move(items);
}

void ask(Situation& s, const char* service, const char* site = "") {
  s.question.services = {service};
  s.question.site = site;
}

ScopeItem object_store() { return item("Acme Simple Object Store", {"SOS"}); }

std::vector<Row> rows_of_names() {
  using enum Code;
  std::vector<Row> rows;
  for (const char* asked : {"SOS", "Acme SOS", "acme simple object store", "Acme Simple Object Store™",
                            "Acme Simple Object Store (SOS)", "SOS (Acme Simple Object Store)"})
    rows.push_back({asked,
                    [asked](Situation& s) {
                      carry(s, {object_store()});
                      ask(s, asked);
                    },
                    kYes,
                    {ServiceNamed}});
  for (const char* asked : {"Object Store", "Simple SOS", "Acme Simple Object Store (Archive)", "Acme", "SO"})
    rows.push_back({asked,
                    [asked](Situation& s) {
                      carry(s, {object_store()});
                      ask(s, asked);
                    },
                    kUnsure,
                    {ServiceNotNamed}});
  return rows;
}

std::vector<Row> rows_of_entries() {
  using enum Code;
  return {
      {"a family over an entry",
       [](Situation& s) {
         carry(s, {item("Exchange", {}, "Acme 365")});
         ask(s, "Acme 365");
       },
       kUnsure,
       {ServiceNotNamed}},
      {"a family that is an entry too",
       [](Situation& s) {
         carry(s, {item("Exchange", {}, "Acme 365"), item("Acme 365")});
         ask(s, "Acme 365");
       },
       kYes,
       {ServiceNamed}},
      {"an entry with its family",
       [](Situation& s) {
         carry(s, {item("Exchange", {}, "Acme 365")});
         ask(s, "Exchange (Acme 365)");
       },
       kYes,
       {ServiceNamed}},
      {"two services share a short name",
       [](Situation& s) {
         carry(s, {item("Acme File Backup", {"Backup"}), item("Acme Disk Backup", {"Backup"})});
         ask(s, "Backup");
       },
       kUnsure,
       {ServiceNotNamed}},
      {"one service in two families",
       [](Situation& s) {
         carry(s, {item("Acme Backup", {"AB"}, "Public"), item("Acme Backup", {"AB"}, "Government")});
         ask(s, "AB");
       },
       kYes,
       {ServiceNamed}},
      {"in scope in one family, not in another",
       [](Situation& s) {
         carry(s, {item("Acme Backup", {}, "Public"),
                   left_out(item("Acme Backup", {}, "Government"), ScopeExtent::Out, "not in scope")});
         ask(s, "Acme Backup");
       },
       kUnsure,
       {ScopeUnknown}},
      {"not in scope in the family that is asked for",
       [](Situation& s) {
         carry(s, {item("Acme Backup", {}, "Public"),
                   left_out(item("Acme Backup", {}, "Government"), ScopeExtent::Out, "not in scope")});
         ask(s, "Government Acme Backup");
       },
       kNo,
       {ActivityExcluded}},
      {"a part left out",
       [](Situation& s) {
         carry(s, {left_out(object_store(), ScopeExtent::InPart, "excludes cold storage")});
         ask(s, "SOS");
       },
       kUnsure,
       {ScopeUnknown}},
      {"a part left out, and the service is in the text of the scope",
       [](Situation& s) {
         carry(s, {left_out(object_store(), ScopeExtent::InPart, "excludes cold storage")});
         s.version().scope = "Operation of Acme Simple Object Store.";
         ask(s, "Acme Simple Object Store");
       },
       kUnsure,
       {ScopeUnknown}},
      {"a part left out, and a person confirmed it",
       [](Situation& s) {
         carry(s, {left_out(object_store(), ScopeExtent::InPart, "excludes cold storage")});
         s.records.front().confirmed_services = {"SOS"};
         ask(s, "SOS");
       },
       kYes,
       {ConfirmedByPerson}},
      {"listed as not in scope",
       [](Situation& s) {
         carry(s, {left_out(object_store(), ScopeExtent::Out, "not in scope")});
         ask(s, "SOS");
       },
       kNo,
       {ActivityExcluded}},
      {"listed, and excluded under its other name",
       [](Situation& s) {
         carry(s, {object_store()});
         s.version().exclusions = {"Acme Simple Object Store"};
         ask(s, "SOS");
       },
       kNo,
       {ActivityExcluded}},
      {"all services, one entry left out",
       [](Situation& s) {
         carry(s, {left_out(object_store(), ScopeExtent::Out, "not in scope")});
         s.version().all_services = true;
         ask(s, "Acme Drive");
       },
       kUnsure,
       {ServiceNotNamed}},
      {"the issue before listed it",
       [](Situation& s) {
         carry(s, {object_store()});
         auto issue = s.version();
         issue.issued = issue.valid_from = day("2026-02-01");
         issue.scope_items = {item("Acme Drive")};
         s.records.front().issues.push_back(issue);
         ask(s, "SOS");
       },
       kUnsure,
       {ServiceNotNamed, ScopeReduced}},
  };
}

void close(Situation& s, int held) {
  s.version().services_closed = true;
  s.version().pages_held = held;
  s.version().pages_stated = 4;
}

std::vector<Row> rows_of_closed_lists() {
  using enum Code;
  return {
      {"not on a closed list",
       [](Situation& s) {
         carry(s, {object_store()});
         close(s, 4);
         ask(s, "Acme Drive");
       },
       kNo,
       {ServiceNotNamed}},
      {"a page missing",
       [](Situation& s) {
         carry(s, {object_store()});
         close(s, 3);
         ask(s, "Acme Drive");
       },
       kUnsure,
       {ServiceNotNamed}},
      {"the family of an entry",
       [](Situation& s) {
         carry(s, {item("Exchange", {}, "Acme 365")});
         close(s, 4);
         ask(s, "Acme 365");
       },
       kUnsure,
       {ServiceNotNamed}},
      {"close to a short name",
       [](Situation& s) {
         carry(s, {object_store()});
         close(s, 4);
         ask(s, "SOS Archive");
       },
       kUnsure,
       {ServiceNotNamed}},
  };
}

std::vector<Row> rows_of_regions() {
  using enum Code;
  const auto frankfurt = [](const char* site) {
    return [site](Situation& s) {
      carry(s, {in_regions(object_store(), {"Europe (Frankfurt)", "us-east-1 (N. Virginia)"})});
      ask(s, "SOS", site);
    };
  };
  std::vector<Row> rows;
  for (const char* site : {"Europe (Frankfurt)", "frankfurt", "us-east-1", "N. Virginia"})
    rows.push_back({site, frankfurt(site), kYes, {ServiceNamed, SiteListed}});
  for (const char* site : {"Europe", "eu-central-1", "Paris"})
    rows.push_back({site, frankfurt(site), kUnsure, {SiteNotListed, ServiceNamed}});
  rows.push_back({"all regions",
                  [](Situation& s) {
                    auto row = object_store();
                    row.all_regions = true;
                    carry(s, {row});
                    ask(s, "SOS", "Paris");
                  },
                  kYes,
                  {ServiceNamed, SiteListed}});
  rows.push_back({"a closed list of sites says nothing of an entry's regions",
                  [](Situation& s) {
                    carry(s, {in_regions(object_store(), {"Paris"})});
                    close(s, 4);
                    s.version().sites_closed = true;
                    ask(s, "SOS", "Lyon");
                  },
                  kUnsure,
                  {SiteNotListed, ServiceNamed}});
  rows.push_back({"an entry without regions leaves it to the sites",
                  [](Situation& s) {
                    carry(s, {object_store()});
                    s.version().sites = {{"Paris", "", "", ""}};
                    ask(s, "SOS", "Paris");
                  },
                  kYes,
                  {ServiceNamed, SiteListed}});
  rows.push_back({"words of exclusion in a region",
                  [](Situation& s) {
                    carry(s, {in_regions(object_store(), {"Germany 2 (without Frankfurt)"})});
                    ask(s, "SOS", "Germany 2");
                  },
                  kUnsure,
                  {SiteNotListed, ServiceNamed}});
  return rows;
}

void hold_beside(Situation& s, std::vector<ScopeItem> items) {
  auto claim = support::claim();
  claim.scope_items = std::move(items);
  s.records.push_back(support::record({claim}));
}

const Answer& answer(const Verdict& verdict, Topic topic) {
  return verdict.deciding().answers[static_cast<std::size_t>(topic)];
}

}  // namespace

TEST(ScopeItems, MatchByNameAndShortName) { expect_answers(Topic::Scope, rows_of_names()); }
TEST(ScopeItems, AnswerByEntry) { expect_answers(Topic::Scope, rows_of_entries()); }
TEST(ScopeItems, OnlyAClosedListSaysNo) { expect_answers(Topic::Scope, rows_of_closed_lists()); }
TEST(ScopeItems, AnswerByRegion) { expect_answers(Topic::Scope, rows_of_regions()); }

TEST(ScopeItems, TheEntryThatDecidesIsQuotedFirst) {
  Situation s;
  carry(s, {item("Acme Drive"), object_store()});
  s.version().quotes = {support::quote("scope", "Services according to the list"),
                        support::quote("scope_items[0]", "Acme Drive"),
                        support::quote("scope_items[1]", "Acme Simple Object Store (SOS)")};
  ask(s, "SOS");
  const auto verdict = s.verdict();
  const auto& quotes = answer(verdict, Topic::Scope).reasons.front().quotes;
  ASSERT_EQ(quotes.size(), 2U);
  EXPECT_EQ(quotes[0].text, "Acme Simple Object Store (SOS)");
  EXPECT_EQ(quotes[1].field, "scope");
}

TEST(ScopeItems, APagesListWidensNoDocumentedCertificate) {
  Situation s;
  hold_beside(s, {item("Acme Backup")});
  ask(s, "Acme Backup");
  const auto verdict = s.verdict();
  ASSERT_EQ(verdict.parts.size(), 1U);
  EXPECT_EQ(verdict.deciding().certificate->evidence, EvidenceLevel::Documented);
  const auto& scope = answer(verdict, Topic::Scope);
  EXPECT_EQ(scope.value, kUnsure);
  EXPECT_EQ(names_of(codes_of(scope)), "service_not_named ");
  EXPECT_NE(scope.reasons.front().detail.find("a claim and no part of the certificate"), std::string::npos);
  EXPECT_EQ(names_of(codes_of(answer(verdict, Topic::Evidence))), "documented ");
  EXPECT_EQ(verdict.outcome, Outcome::Undecided);
}

TEST(ScopeItems, APagesListThatLeavesAServiceOutDisagrees) {
  Situation s;
  hold_beside(s, {left_out(item("Acme Mail"), ScopeExtent::Out, "not in scope")});
  const auto verdict = s.verdict();
  EXPECT_EQ(names_of(codes_of(answer(verdict, Topic::Scope))), "service_named ");
  EXPECT_EQ(names_of(codes_of(answer(verdict, Topic::Evidence))), "sources_disagree documented ");
}

TEST(ScopeItems, AClaimAloneWithAListStaysClaimed) {
  Situation s;
  s.records.clear();
  hold_beside(s, {item("Acme Backup")});
  ask(s, "Acme Backup");
  const auto verdict = s.verdict();
  EXPECT_EQ(answer(verdict, Topic::Scope).value, kYes);
  EXPECT_EQ(names_of(codes_of(answer(verdict, Topic::Evidence))), "claimed ");
  EXPECT_EQ(verdict.outcome, Outcome::Undecided);
}

// The list must not make a service findable under a name by which its suspension is not found.
TEST(ScopeItems, ASuspensionHoldsUnderEveryNameOfTheList) {
  for (const char* suspended : {"Acme Simple Object Store", "SOS", "Acme SOS"}) {
    Situation s;
    carry(s, {object_store()});
    auto status = support::status(CertificateStatus::Suspended, "2026-01-01");
    status.services = {suspended};
    s.version().statuses = {status};
    for (const char* asked : {"SOS", "Acme SOS", "Acme Simple Object Store (SOS)"}) {
      ask(s, asked);
      EXPECT_EQ(s.verdict().outcome, Outcome::NotSatisfied) << suspended << ", asked as " << asked;
    }
  }
}

TEST(ScopeItems, ASuspensionHoldsUnderEitherNameOfAPlace) {
  Situation s;
  carry(s, {in_regions(object_store(), {"Europe (Frankfurt)"})});
  auto status = support::status(CertificateStatus::Suspended, "2026-01-01");
  status.sites = {"Frankfurt"};
  s.version().statuses = {status};
  ask(s, "SOS", "Europe (Frankfurt)");
  EXPECT_EQ(s.verdict().outcome, Outcome::NotSatisfied);
}

}  // namespace certreg
