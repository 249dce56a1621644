// What the words of a scope, its places and its roles come to as answers, and which words are quoted.
#include "domain/scope_world.h"
#include "domain/situation.h"

namespace certreg {
namespace {

Situation with_scope(const char* scope) {
  Situation s;
  s.reference = scope_reference();
  s.version().scope = scope;
  s.version().services.clear();
  s.version().quotes = {support::quote("scope", scope)};
  return s;
}

ScopeItem entry(const char* name, const char* family = "") {
  ScopeItem row;
  row.name = name;
  row.family = family;
  return row;
}

struct Asked {
  const char* scope;
  const char* service;
  AnswerValue value;
  std::vector<Code> codes;
  const char* quote;   // the first of the deciding reason
  const char* detail;  // a part of its sentence
};

const Reason& deciding(const Verdict& verdict) { return verdict.deciding().answers[2].reasons.front(); }

void expect(const Asked& row) {
  auto s = with_scope(row.scope);
  s.question.services = {row.service};
  const auto verdict = s.verdict();
  const auto& answer = verdict.deciding().answers[2];
  const auto& reason = deciding(verdict);
  EXPECT_EQ(to_string(answer.value), to_string(row.value)) << row.scope << " | " << row.service;
  EXPECT_EQ(names_of(codes_of(answer)), names_of(row.codes)) << row.scope << ": " << reason.detail;
  ASSERT_FALSE(reason.quotes.empty()) << row.scope;
  EXPECT_EQ(reason.quotes.front().text, row.quote);
  EXPECT_NE(reason.detail.find(row.detail), std::string::npos) << reason.detail;
}

TEST(AssessScopeWords, AnswerWithTheWordsThatDecide) {
  using enum Code;
  const Asked rows[] = {
      {"Development. Operation of Acme Mail. Support.",
       "Acme Mail",
       kYes,
       {ServiceNamed},
       "Operation of Acme Mail",
       "names Acme Mail"},
      {"Development. Operation of Azure SQL Edge.",
       "Azure SQL",
       kUnsure,
       {ServiceNotNamed},
       "Operation of Azure SQL Edge",
       "\"Azure SQL Edge\""},
      {"All services excluding Acme Mail.",
       "Acme Mail",
       kNo,
       {ActivityExcluded},
       "All services excluding Acme Mail",
       "\"excluding\""},
      {"Acme Mail, restricted to support.",
       "Acme Mail",
       kUnsure,
       {ServiceNotNamed},
       "Acme Mail, restricted to support",
       "\"restricted to\""},
      {"Acme Mail as hosted by River Cloud.",
       "Acme Mail",
       kYes,
       {ServiceNamed},
       "Acme Mail as hosted by River Cloud",
       "another certificate"},
      {"Acme Mail as hosted by River Cloud.",
       "River Cloud",
       kUnsure,
       {ServiceNotNamed},
       "Acme Mail as hosted by River Cloud",
       "as another's"},
      {"Acme Mail for internal use.",
       "Acme Mail",
       kUnsure,
       {ScopeUnknown},
       "Acme Mail for internal use",
       "as customers use it"},
      {"All services of the company.",
       "Acme Mail",
       kYes,
       {AllServices},
       "All services of the company.",
       "all services"},
      {"Operation of all Acme 365 services.",
       "Acme 365",
       kYes,
       {ServiceNamed},
       "all Acme 365 services",
       "covers all of it"},
      {"Operation of the cloud.",
       "Cloud",
       kUnsure,
       {ServiceNotNamed},
       "Operation of the cloud",
       "not Cloud by"},
  };
  for (const auto& row : rows) expect(row);
}

std::vector<Row> rows_of_lists() {
  using enum Code;
  const auto listed = [](std::vector<std::string> services, const char* asked) {
    return [services, asked](Situation& s) {
      s.reference = scope_reference();
      s.version().scope = "Services according to the list.";
      s.version().services = services;
      s.question.services = {asked};
    };
  };
  const auto items = [](std::vector<ScopeItem> entries, const char* asked,
                        const char* scope = "According to the list.") {
    return [entries, asked, scope](Situation& s) {
      s.reference = scope_reference();
      s.version().scope = scope;
      s.version().services.clear();
      s.version().scope_items = entries;
      s.question.services = {asked};
    };
  };
  return {
      {"without the brand", listed({"Acme Object Store"}, "Object Store"), kYes, {ServiceNamed}},
      {"with the brand", listed({"Object Stores"}, "Acme Object-Store"), kYes, {ServiceNamed}},
      {"initials", listed({"Acme Simple Object Store (Acme SOS)"}, "SOS"), kYes, {ServiceNamed}},
      {"another's brand", listed({"Acme Object Store"}, "River Object Store"), kUnsure, {ServiceNotNamed}},
      {"a common word", listed({"Support", "Acme Mail"}, "Support"), kUnsure, {ServiceNotNamed}},
      {"a part of a name", listed({"Acme Object Store Edge"}, "Object Store"), kUnsure, {ServiceNotNamed}},
      {"two of one short form",
       listed({"Acme Data Hub", "Acme Cloud Data Hub"}, "Data Hub"),
       kUnsure,
       {ServiceNotNamed}},
      {"an entry without the brand",
       items({entry("Object Store")}, "Acme Object Store"),
       kYes,
       {ServiceNamed}},
      {"an entry that is a common word", items({entry("Backup")}, "Backup"), kUnsure, {ServiceNotNamed}},
      {"a member of a family",
       items({entry("Exchange", "Acme 365")}, "Acme 365"),
       kUnsure,
       {ServiceNotNamed}},
      {"a family that the text names too",
       items({entry("Exchange", "Acme 365")}, "Acme 365", "Operation of Acme 365."),
       kUnsure,
       {ServiceNotNamed}},
      {"the whole family by an entry",
       items({entry("Exchange", "Acme 365"), entry("All Acme 365 services")}, "Acme 365"),
       kYes,
       {ServiceNamed}},
      {"the whole family by the text",
       items({entry("Exchange", "Acme 365")}, "Acme 365", "Operation of all Acme 365 services."),
       kYes,
       {ServiceNamed}},
      {"an exclusion within a longer name",
       [&](Situation& s) {
         listed({"Acme Object Store"}, "Object Store")(s);
         s.version().exclusions = {"Acme Object Store Archive"};
       },
       kUnsure,
       {ScopeUnknown}},
      {"an exclusion without the brand",
       [&](Situation& s) {
         listed({"Acme Object Store"}, "Acme Object Store")(s);
         s.version().exclusions = {"Support of Object Store"};
       },
       kNo,
       {ActivityExcluded}},
      {"a closed list that names nothing close",
       [&](Situation& s) {
         listed({"Acme Object Store"}, "Acme Drive")(s);
         s.version().services_closed = true;
         s.version().pages_held = s.version().pages_stated = 1;
       },
       kNo,
       {ServiceNotNamed}},
  };
}

void ask_site(Situation& s, std::vector<Site> sites, const char* asked,
              const char* scope = "Operation of Acme Mail.") {
  s.reference = scope_reference();
  s.version().scope = scope;
  s.version().services.clear();
  s.version().sites = std::move(sites);
  s.question.services.clear();
  s.question.site = asked;
}

std::vector<Row> rows_of_places() {
  using enum Code;
  const auto site = [](Site listed, const char* asked) {
    return [listed, asked](Situation& s) { ask_site(s, {listed}, asked); };
  };
  const auto text = [](const char* scope, const char* asked) {
    return [scope, asked](Situation& s) { ask_site(s, {}, asked, scope); };
  };
  const Site region{"Europe (Frankfurt)", "", "", ""};
  const Site office{"Sales", "Main Street 1, 60311 Frankfurt am Main", "DE", ""};
  const Site data_centre{"Data centre 7", "Main Street 1, 60311 Frankfurt am Main", "DE", ""};
  return {
      {"a region by its code", site(region, "eu-mid-1"), kYes, {SiteListed}},
      {"a region by its town", site(region, "Frankfurt am Main"), kYes, {SiteListed}},
      {"a site in the town", site(office, "Frankfurt"), kYes, {SiteListed}},
      {"an office is no region", site(office, "eu-mid-1"), kUnsure, {SiteNotListed}},
      {"a data centre in a region's town", site(data_centre, "eu-mid-1"), kYes, {SiteListed}},
      {"a country with a site", site(office, "Germany"), kUnsure, {SiteNotListed}},
      {"a country with a region", site(region, "Germany"), kUnsure, {SiteNotListed}},
      {"a country as a whole", site({"Germany", "", "", ""}, "DE"), kYes, {SiteListed}},
      {"a region in the text", text("Operation of Acme Mail in eu-mid-1.", "Frankfurt"), kYes, {SiteListed}},
      {"a data centre in the text", text("Data centre in Frankfurt.", "Frankfurt"), kYes, {SiteListed}},
      {"a town beside a data centre elsewhere",
       text("Data centre, head office in Frankfurt.", "Frankfurt"),
       kUnsure,
       {SiteNotListed}},
      {"a town in the text", text("Mail for customers in Frankfurt.", "Frankfurt"), kUnsure, {SiteNotListed}},
      {"a country in the text", text("Data centre in Germany.", "Germany"), kUnsure, {SiteNotListed}},
      {"a town of another's data centre",
       text("Acme Mail in the data centres of River in Frankfurt.", "Frankfurt"),
       kUnsure,
       {SiteNotListed}},
      {"a closed list with a site in the country",
       [office](Situation& s) {
         ask_site(s, {office}, "Germany");
         s.version().sites_closed = true;
         s.version().pages_held = s.version().pages_stated = 1;
       },
       kUnsure,
       {SiteNotListed}},
  };
}

std::vector<Row> rows_of_roles() {
  using enum Code;
  const auto role = [](const char* standard, const char* asked, const char* scope) {
    return [standard, asked, scope](Situation& s) {
      s.reference = scope_reference();
      s.version().standard = s.question.standard = {standard};
      s.version().scope = scope;
      s.question.role = asked;
    };
  };
  return {
      {"stated in the text",
       role("iso-iec-27001", "processor", "Acme Mail, acting as a PII processor."),
       kYes,
       {ServiceNamed}},
      {"another stated in the text",
       role("iso-iec-27001", "controller", "Acme Mail, acting as a PII processor."),
       kNo,
       {RoleMismatch, ServiceNamed}},
      {"not stated", role("iso-iec-27001", "processor", "Acme Mail."), kUnsure, {ScopeUnknown, ServiceNamed}},
      {"27018 is for processors", role("iso-iec-27018", "processor", "Acme Mail."), kYes, {ServiceNamed}},
      {"27018 states no controller",
       role("iso-iec-27018", "controller", "Acme Mail."),
       kUnsure,
       {ScopeUnknown, ServiceNamed}},
      {"27017 is for both sides",
       role("iso-iec-27017", "cloud_provider", "Acme Mail."),
       kUnsure,
       {ScopeUnknown, ServiceNamed}},
  };
}

TEST(AssessScopeWords, AnswerByNameOfLists) { expect_answers(Topic::Scope, rows_of_lists()); }
TEST(AssessScopeWords, AnswerByPlace) { expect_answers(Topic::Scope, rows_of_places()); }
TEST(AssessScopeWords, AnswerByRole) { expect_answers(Topic::Scope, rows_of_roles()); }

TEST(AssessScopeWords, ASuspensionHoldsUnderEveryFormOfAName) {
  for (const char* suspended :
       {"Acme Simple Object Store (SOS)", "SOS", "Simple-Object Stores", "Acme 365"}) {
    auto s = with_scope("According to the list.");
    auto row = entry("Acme Simple Object Store", "Acme 365");
    row.short_names = {"SOS"};
    s.version().scope_items = {row};
    auto status = support::status(CertificateStatus::Suspended, "2026-01-01");
    status.services = {suspended};
    s.version().statuses = {status};
    s.question.services = {"Simple Object Store"};
    EXPECT_EQ(s.verdict().outcome, Outcome::NotSatisfied) << suspended;
  }
}

TEST(AssessScopeWords, ASuspensionHoldsUnderEveryNameOfAPlace) {
  for (const char* suspended : {"eu-mid-1", "Frankfurt", "Germany", "Main Street 1, 60311 Frankfurt"}) {
    auto s = with_scope("Operation of Acme Mail.");
    s.version().sites = {{"Europe (Frankfurt)", "", "", ""}};
    auto status = support::status(CertificateStatus::Suspended, "2026-01-01");
    status.sites = {suspended};
    s.version().statuses = {status};
    s.question.services = {"Acme Mail"};
    s.question.site = "Frankfurt am Main";
    EXPECT_EQ(s.verdict().outcome, Outcome::NotSatisfied) << suspended;
  }
}

}  // namespace
}  // namespace certreg
