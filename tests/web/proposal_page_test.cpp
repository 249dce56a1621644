// One proposal: what is shown of it, and what deciding does.
#include <gtest/gtest.h>

#include "certreg/service/proposals.h"
#include "web/queue_world.h"

namespace certreg::web {
namespace {

constexpr const char* kTwoReadings = "03/04/2025";  // day and month can be exchanged

std::string first(QueueWorld& world) { return "/proposals/" + world.proposals().at(0).id.value; }

std::string form(const http::Response& page, const std::string& rest = {}) {
  const std::string before = "name=\"seen\" value=\"";
  const auto at = page.body.find(before) + before.size();
  const auto seen = page.body.substr(at, page.body.find('"', at) - at);
  return "token=" + token_of(page) + "&back=%2Fproposals&seen=" + seen + rest;
}

int count_of(const http::Response& page, std::string_view text) {
  int count = 0;
  for (auto at = page.body.find(text); at != std::string::npos; at = page.body.find(text, at + 1)) ++count;
  return count;
}

TEST(ProposalPage, ShowsWhatWasReadAndWhere) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({.issued = kTwoReadings}));
  const auto page = world.reviewer.get(first(world));
  EXPECT_EQ(page.status, 200);
  for (const char* text : {
           "<legend>Holder <span class=\"sureness\">sure</span></legend>",
           "<legend>Issued on <span class=\"sureness\">left open</span></legend>",
           "<bdi>3 April 2025</bdi> <kbd class=\"key\">1</kbd>",
           "<bdi>4 March 2025</bdi> <kbd class=\"key\">2</kbd>",
           "day and month can be exchanged",
           "<blockquote dir=\"auto\">Certificate Number: IS 100</blockquote>",
           "page 1, from the text of the document",
           "href=\"#place-number-1\"",
           "<rect id=\"place-number-1\" class=\"place\" data-field=\"number\"",
           "viewBox=\"0 0 59",
           "<a href=\"#field-issued\">Issued on</a> <span class=\"help\">(left open)</span>",
           "The register does not know this certificate yet.",
           "data-field=\"issued\" data-to-decide",
           "data-field=\"number\" tabindex",
       })
    EXPECT_TRUE(has(page, text)) << text;
  EXPECT_FALSE(has(page, "style=\""));
  // It has words of its own; those of the standard are not shown beside them.
  EXPECT_EQ(count_of(page, "href=\"#place-edition-"), 1);
}

// The sentence that all is well stands only where each field was read with certainty from words.
TEST(ProposalPage, WhatWasNotReadWithCertaintyIsToBeLookedAt) {
  struct Case {
    const char *name, *field, *words, *in_list;
    std::function<void(reading::Draft&)> change;
  };
  const auto forget = [](reading::Draft& draft, std::string_view field) {
    std::erase_if(draft.version.quotes, [&](const Quote& quote) { return quote.field == field; });
  };
  const Case cases[] = {
      {"as read", nullptr, nullptr, "every field was read with certainty", [](auto&) {}},
      {"without a quote", "scope", "without a quote", "1 field is doubtful or without a quote",
       [&](auto& draft) { forget(draft, "scope"); }},
      {"doubtful", "number", "doubtful", "1 field is doubtful or without a quote",
       [](auto& draft) {
         for (auto& quote : draft.version.quotes)
           if (quote.field == "number") quote.confidence = 0.6;
       }},
      {"one entry of a list", "sites", "without a quote", "1 field is doubtful or without a quote",
       [](auto& draft) {
         draft.version.sites = {{"Berlin", "", "", ""}, {"Madrid", "", "", ""}};
         draft.version.quotes.push_back({.field = "sites[0]", .text = "Berlin", .page = 1});
       }},
      {"not found", "issued", "not found", "1 field was not found",
       [&](auto& draft) {
         forget(draft, "issued");
         draft.version.issued.reset();
         draft.missing = reading::missing_fields(draft.version);
       }},
  };
  for (const auto& [name, field, words, in_list, change] : cases) {
    QueueWorld world;
    world.propose(change);
    const auto page = world.reviewer.get(first(world));
    const std::string how = words == nullptr ? "" : "<span class=\"help\">(" + std::string(words) + ")";
    const std::string link = field == nullptr ? "" : "<a href=\"#field-" + std::string(field) + "\">";
    EXPECT_EQ(has(page, "Every field was read with certainty."), field == nullptr) << name;
    EXPECT_TRUE(has(page, link)) << name;
    EXPECT_TRUE(has(page, how)) << name;
    EXPECT_TRUE(has(world.reviewer.get("/proposals"), in_list)) << name;
  }
}

TEST(ProposalPage, ThePictureIsForReviewersAndNotKeptByBrowsers) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  const auto page = world.reviewer.get(first(world));
  const auto at = page.body.find("/documents/");
  const auto address = page.body.substr(at, page.body.find('"', at) - at);
  const auto picture = world.reviewer.get(address);
  EXPECT_EQ(picture.status, 200);
  EXPECT_EQ(picture.content_type, "image/png");
  EXPECT_TRUE(picture.body.starts_with("\x89PNG"));
  EXPECT_EQ(header_of(picture, "Cache-Control"), "no-store");
  EXPECT_EQ(world.as(service::Role::Reader).get(address).status, 403);
  const auto document = address.substr(0, address.find("/pages/"));
  for (const char* rest : {"/pages/2.png", "/pages/0.png", "/pages/-1.png", "/pages/1", "/pages/1.png/x", "",
                           "/pages/99999999999.png"})
    EXPECT_GE(world.reviewer.get(document + rest).status, 400) << rest;
  EXPECT_EQ(world.reviewer.get("/documents/" + std::string(64, '0') + "/pages/1.png").status, 404);
}

TEST(ProposalPage, AcceptingWritesAndGoesToTheNext) {
  QueueWorld world;
  world.take("older.pdf", service::pdf({.number = "IS 200", .holder = "Older Limited"}));
  world.clock().set("2026-06-01T12:01:00Z");
  world.take("newer.pdf", service::pdf({}));
  const auto done = world.proposals().at(0).id.value, next = world.proposals().at(1).id.value;
  const auto page = world.reviewer.get("/proposals/" + done);
  const auto sent = world.reviewer.post("/proposals/" + done + "/accept", form(page, "&note=seen"));
  EXPECT_EQ(sent.status, 303);
  EXPECT_EQ(header_of(sent, "Location"), "/proposals/" + next + "?done=" + done);
  EXPECT_EQ(world.certificates().size(), 1U);
  EXPECT_EQ(world.proposals("accepted").at(0).reason, "seen");
  EXPECT_EQ(world.proposals("accepted").at(0).decided_by, "reviewer");
  EXPECT_TRUE(has(world.reviewer.get(header_of(sent, "Location")), "Accepted: Acme Cloud Limited."));
}

TEST(ProposalPage, WhatIsLeftOpenHasToBeDecided) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({.issued = kTwoReadings}));
  const auto address = first(world);
  const auto page = world.reviewer.get(address);
  const auto refused = world.reviewer.post(address + "/accept", form(page, "&fix.scope=Only+%3CMail%3E"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(has(refused, "<a href=\"#field-issued\">Issued on</a>: <span lang=\"en\">is ambiguous"));
  EXPECT_TRUE(has(refused, ">Only &lt;Mail&gt;</textarea>")) << "what was typed is there again";
  EXPECT_TRUE(world.certificates().empty());
  const auto accepted =
      world.reviewer.post(address + "/accept", form(page, "&choice.issued=1&fix.scope=Only+Mail"));
  EXPECT_EQ(accepted.status, 303);
  ASSERT_EQ(world.certificates().size(), 1U);
  const auto version = world.certificates().at(0)->latest();
  EXPECT_EQ(version.issued, support::day("2025-03-04"));
  EXPECT_EQ(version.scope, "Only Mail");
}

struct Correction {
  const char *name, *form;
  std::function<bool(const CertificateVersion&)> holds;
};
TEST(ProposalPage, ACorrectionCountsBeforeWhatWasRead) {
  const Correction cases[] = {
      {"a number", "&fix.number=+IS+7+", [](const auto& v) { return v.number == "IS 7"; }},
      {"a day", "&fix.expires=2027-01-09", [](const auto& v) { return v.expires == Date(2027, 1, 9); }},
      {"a holder", "&fix.holder=Acme+Holding+AG",
       [](const auto& v) { return v.holders.at(0).name == "Acme Holding AG"; }},
      {"an issuer", "&fix.issuer=Somebody",
       [](const auto& v) { return v.issuer_printed == "Somebody" && !v.issuer; }},
      {"a standard", "&fix.standard=ISO+22301%3A2019",
       [](const auto& v) { return v.standard.value == "iso-22301" && v.edition == "2019"; }},
      {"before a choice", "&fix.issued=2025-01-11&choice.issued=read",
       [](const auto& v) { return v.issued == Date(2025, 1, 11); }},
      {"blanks are none", "&fix.number=+++", [](const auto& v) { return v.number == "IS 100"; }},
  };
  for (const auto& [name, fields, holds] : cases) {
    QueueWorld world;
    world.take("upload.pdf", service::pdf({}));
    const auto address = first(world);
    const auto page = world.reviewer.get(address);
    EXPECT_EQ(world.reviewer.post(address + "/accept", form(page, fields)).status, 303) << name;
    ASSERT_EQ(world.certificates().size(), 1U) << name;
    EXPECT_TRUE(holds(world.certificates().at(0)->latest())) << name;
  }
}

TEST(ProposalPage, WhatCannotBeWrittenIsRefusedWithItsField) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  const auto address = first(world);
  const auto page = world.reviewer.get(address);
  for (const char* fields :
       {"&fix.expires=2027-02-30", "&fix.expires=2020-01-01", "&choice.number=3", "&choice.expires=x",
        "&fix.standard=nothing", "&note=%E2%80%AEx", "&supplier=nobody"}) {
    const auto refused = world.reviewer.post(address + "/accept", form(page, fields));
    EXPECT_EQ(refused.status, 400) << fields;
    EXPECT_TRUE(has(refused, "It could not be written as it stands")) << fields;
  }
  EXPECT_TRUE(world.certificates().empty());
}

TEST(ProposalPage, RejectingNeedsAReason) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  const auto address = first(world);
  const auto page = world.reviewer.get(address);
  const auto refused = world.reviewer.post(address + "/reject", form(page, "&reason=+"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(has(refused, "<details class=\"reject\" id=\"reject\" open>"));
  const auto done = world.reviewer.post(address + "/reject", form(page, "&reason=a+forgery"));
  EXPECT_EQ(header_of(done, "Location"), "/proposals?done=" + address.substr(11));
  EXPECT_TRUE(has(world.reviewer.get(header_of(done, "Location")), "Rejected: Acme Cloud Limited."));
  EXPECT_EQ(world.proposals("rejected").at(0).reason, "a forgery");
  EXPECT_TRUE(world.certificates().empty());
}

TEST(ProposalPage, TheSecondSeesWhoWasQuicker) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  const auto address = first(world);
  auto other = world.as(service::Role::Admin);
  const auto mine = world.reviewer.get(address), theirs = other.get(address);
  EXPECT_EQ(other.post(address + "/accept", form(theirs, "&fix.number=IS+101")).status, 303);
  for (const char* verb : {"/accept", "/reject"}) {
    const auto late = world.reviewer.post(address + verb, form(mine, "&fix.number=IS+102&reason=no"));
    EXPECT_EQ(late.status, 409) << verb;
    EXPECT_TRUE(has(late, "Somebody was quicker.")) << verb;
    EXPECT_TRUE(has(late, "admin accepted it on 1 June 2026.")) << verb;
    EXPECT_TRUE(has(late, "In the register stands:</strong> <bdi>IS 101</bdi>")) << verb;
    EXPECT_TRUE(has(late, "<dd><bdi>IS 102</bdi></dd>")) << verb << ": what was typed is lost";
    EXPECT_TRUE(has(late, "<dd><bdi>no</bdi></dd>")) << verb << ": the reason is lost";
  }
  ASSERT_EQ(world.certificates().size(), 1U);
  EXPECT_EQ(world.certificates().at(0)->latest().number, "IS 101");
  EXPECT_EQ(world.proposals("accepted").size(), 1U);
}

TEST(ProposalPage, ShowsWhatTheRegisterKnowsNowAndNoticesWhenThatMoves) {
  QueueWorld world;
  world.take("acme/iso27001.pdf", service::pdf({}));
  ASSERT_EQ(world.certificates().size(), 1U);
  world.take("acme/iso27001.pdf", service::pdf({.scope = "Development of Acme Drive."}));
  const auto address = first(world);
  const auto page = world.reviewer.get(address);
  EXPECT_TRUE(has(page, "the issue of 10 January 2025"));
  EXPECT_TRUE(has(page, "says otherwise:</strong> <bdi>Development and operation of Acme Mail"));
  const auto record = world.certificates().at(0);
  auto corrected = record->latest();
  corrected.scope = "Something else";
  corrected.quotes.clear();
  service::correct_certificate(world.services(), record->id, record->latest().id, corrected,
                               service::CorrectionKind::Correction, service::kReviewer);
  const auto late = world.reviewer.post(address + "/accept", form(page, "&note=mine"));
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(has(late, "The register changed while you were looking."));
  EXPECT_TRUE(has(late, "value=\"mine\""));
  EXPECT_EQ(world.certificates().at(0)->latest().scope, "Something else");
  EXPECT_EQ(world.reviewer.post(address + "/accept", form(late)).status, 303);
  EXPECT_EQ(world.certificates().at(0)->latest().scope, "Development of Acme Drive.");
}

// Two files of one new certificate: what the first decision wrote is not written over unseen.
TEST(ProposalPage, WhatAnotherProposalBecameMeanwhileIsSeenBeforeItIsReplaced) {
  QueueWorld world;
  world.take("one.pdf", service::pdf({}));
  world.take("other.pdf", service::pdf({.scope = "Development of Acme Drive."}));
  ASSERT_EQ(world.proposals().size(), 2U);
  const auto mine = first(world), theirs = "/proposals/" + world.proposals().at(1).id.value;
  const auto page = world.reviewer.get(mine);
  EXPECT_TRUE(has(page, "The register does not know this certificate yet."));
  auto other = world.as(service::Role::Admin);
  EXPECT_EQ(other.post(theirs + "/accept", form(other.get(theirs), "&fix.scope=Only+Mail")).status, 303);
  const auto again = world.reviewer.get(mine);
  EXPECT_TRUE(has(again, "says otherwise:</strong> <bdi>Only Mail</bdi>"));
  EXPECT_FALSE(has(again, "The register does not know this certificate yet."));
  const auto late = world.reviewer.post(mine + "/accept", form(page, "&note=mine"));
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(has(late, "The register changed while you were looking."));
  EXPECT_TRUE(has(late, "says otherwise:</strong> <bdi>Only Mail</bdi>"));
  EXPECT_TRUE(has(late, "value=\"mine\""));
  ASSERT_EQ(world.certificates().size(), 1U);
  EXPECT_EQ(world.certificates().at(0)->latest().scope, "Only Mail");
  EXPECT_EQ(world.reviewer.post(mine + "/accept", form(late)).status, 303);
  EXPECT_EQ(world.certificates().at(0)->latest().scope, "Development of Acme Drive.");
}

TEST(ProposalPage, ACorrectionThatLeadsToAnotherCertificateShowsThatOneFirst) {
  QueueWorld world;
  for (const char* number : {"IS 100", "IS 200"}) {
    const auto scope = "Only of " + std::string(number);
    world.take("acme/iso27001.pdf", service::pdf({.number = number, .scope = scope}), true);
    while (!world.proposals().empty())
      world.reviewer.post(first(world) + "/accept", form(world.reviewer.get(first(world))));
  }
  world.take("upload.pdf", service::pdf({.number = "IS 300"}));
  const auto address = first(world);
  ASSERT_EQ(world.certificates().size(), 2U);
  const auto page = world.reviewer.get(address);
  const auto late = world.reviewer.post(address + "/accept", form(page, "&fix.number=IS+200&note=mine"));
  EXPECT_EQ(late.status, 409);
  for (const char* text : {"What you typed leads to another certificate", "value=\"IS 200\"",
                           "value=\"mine\"", "says otherwise:</strong> <bdi>Only of IS 200</bdi>"})
    EXPECT_TRUE(has(late, text)) << text;
  EXPECT_EQ(world.proposals().size(), 1U);
  // Typed back, it leads to none again, which was not shown either.
  EXPECT_EQ(world.reviewer.post(address + "/accept", form(late)).status, 409);
  EXPECT_EQ(world.reviewer.post(address + "/accept", form(late, "&fix.number=IS+200")).status, 303);
  EXPECT_EQ(world.certificates().size(), 2U);
}

// The issue of another day is another one, though the certificate is the same.
TEST(ProposalPage, ACorrectedDayThatLeadsToAnotherIssueShowsThatOneFirst) {
  QueueWorld world;
  for (const char* issued : {"10 January 2024", "10 January 2025"}) {
    world.take("acme/iso27001.pdf", service::pdf({.issued = issued}));
    while (!world.proposals().empty())
      world.reviewer.post(first(world) + "/accept", form(world.reviewer.get(first(world))));
  }
  ASSERT_EQ(world.certificates().at(0)->issues.size(), 2U);
  world.take("upload.pdf", service::pdf({.scope = "Development of Acme Drive."}));
  const auto address = first(world);
  const auto page = world.reviewer.get(address);
  EXPECT_TRUE(has(page, "the issue of 10 January 2025"));
  const auto late = world.reviewer.post(address + "/accept", form(page, "&fix.issued=2024-01-10"));
  EXPECT_EQ(late.status, 409);
  EXPECT_TRUE(has(late, "the issue of 10 January 2024"));
  EXPECT_EQ(world.certificates().at(0)->issues.at(0).scope, world.certificates().at(0)->issues.at(1).scope);
}

void list_services(reading::Draft& draft, int count) {
  draft.version.scope_items.clear();
  for (int number = 0; number < count; ++number)
    draft.version.scope_items.push_back({.name = "Service " + std::to_string(number)});
}

// Of lists the entries that differ come first, and how many are folded away is said on both sides.
TEST(ProposalPage, WhatWouldBeWrittenIsSeenBefore) {
  QueueWorld world;
  world.propose([](auto& draft) {
    list_services(draft, 50);
    draft.version.statuses = {{.status = CertificateStatus::Suspended,
                               .from = Date(2026, 1, 2),
                               .source = StatusSource::Issuer,
                               .said_by = "Good Certification"}};
  });
  const auto earlier = world.reviewer.get(first(world));
  EXPECT_TRUE(has(earlier, "says Good Certification, the issuing body"));
  EXPECT_EQ(world.reviewer.post(first(world) + "/accept", form(earlier)).status, 303);
  world.propose(
      [](auto& draft) {
        list_services(draft, 49);
        draft.version.scope_items[45].extent = ScopeExtent::Out;
        draft.version.scope_items[45].exclusion = "in preview";
        draft.version.scope_items.push_back({.name = "New one", .regions = {"eu-1"}});
        draft.version.services_closed = true;
        draft.version.holders[0].vat = "GB1";
      },
      {.scope = "Development of Acme Drive."});
  const auto page = world.reviewer.get(first(world));
  for (const char* text :
       {"<bdi>New one; regions: eu-1</bdi> <span class=\"tag\">not in the register</span>",
        "<ul class=\"value\"><li><bdi>Service 45; not in scope: in preview</bdi> <span class=\"tag\">not in",
        "<ul class=\"value\"><li><bdi>Service 45</bdi> <span class=\"tag\">not read here</span>",
        "what the list does not name is not in scope",
        "<a href=\"#field-services_closed\">Closed list of services</a> <span class=\"help\">(without a "
        "quote)",
        "VAT number GB1", "Accepting this takes the place of that issue.",
        "Stays as the register has it:</strong> <bdi>suspended from 2 January 2026"})
    EXPECT_TRUE(has(page, text)) << text;
  EXPECT_EQ(count_of(page, "<summary>and 10 more</summary>"), 2);
  EXPECT_EQ(world.reviewer.post(first(world) + "/accept", form(page)).status, 303);
  const auto written = world.certificates().at(0)->latest();
  EXPECT_EQ(written.statuses.size(), 1U);
  EXPECT_EQ(written.scope_items.size(), 50U);
}

// Lists are corrected from what stands in their box, an entry a line.
TEST(ProposalPage, ACorrectedListLosesNothingOfItsOtherEntries) {
  QueueWorld world;
  world.propose([](auto& draft) {
    draft.version.sites = {{"Berlin", "1 Weg", "DE", ""}, {"Madrid", "3 Calle", "ES", "Support"}};
    draft.version.scope_items = {{.name = "Acme Mail", .regions = {"eu-1"}}, {.name = "Acme Drive"}};
    for (const char* field : {"scope_items[0]", "scope_items[1]"})
      draft.version.quotes.push_back({.field = field, .text = "words of the list", .page = 1});
  });
  const auto page = world.reviewer.get(first(world));
  EXPECT_TRUE(has(page, "data-read=\"Acme Mail |  |  | eu-1\nAcme Drive\""));
  EXPECT_TRUE(has(page, "data-read=\"Berlin | 1 Weg | DE\nMadrid | 3 Calle | ES | Support\""));
  const auto refused = world.reviewer.post(first(world) + "/accept", form(page, "&fix.sites=a|b|c|d|e"));
  EXPECT_EQ(refused.status, 400);
  EXPECT_TRUE(has(refused, "<a href=\"#field-sites\">Sites</a>"));
  EXPECT_TRUE(has(refused, ">a|b|c|d|e</textarea>"));
  const auto sent = form(page,
                         "&fix.sites=Madrid&fix.scope_items=Acme+Drive%0D%0AAcme+Mail+|||eu-1|not+in+scope|"
                         "closed%0D%0AAcme+Chat");
  EXPECT_EQ(world.reviewer.post(first(world) + "/accept", sent).status, 303);
  const auto version = world.certificates().at(0)->latest();
  ASSERT_EQ(version.sites.size(), 1U);
  EXPECT_EQ(version.sites[0].scope, "Support");
  ASSERT_EQ(version.scope_items.size(), 3U);
  EXPECT_EQ(version.scope_items[1].extent, ScopeExtent::Out);
  EXPECT_EQ(version.scope_items[1].regions, std::vector<std::string>{"eu-1"});
  std::map<std::string, ReadingMethod> methods;
  for (const auto& quote : version.quotes)
    if (quote.field.starts_with("scope_items")) methods[quote.field] = quote.method;
  const std::map<std::string, ReadingMethod> expected{{"scope_items[0]", ReadingMethod::TextLayer},
                                                      {"scope_items[1]", ReadingMethod::Person},
                                                      {"scope_items[2]", ReadingMethod::Person}};
  EXPECT_EQ(methods, expected);
}

// What could not be read must not look like what is not there.
TEST(ProposalPage, SaysWhatTheImportNoticed) {
  QueueWorld world;
  world.propose([](auto& draft) {
    draft.version.expires.reset();
    draft.missing = reading::missing_fields(draft.version);
  });
  const auto before = world.reviewer.get(first(world));
  EXPECT_TRUE(has(before, "Expires on <span class=\"sureness\">not found</span>"));
  EXPECT_FALSE(has(before, "this was noticed"));
  const auto proposal = world.proposals().at(0);
  auto transaction = world.services().database.begin();
  const std::string detail = R"({"detail":"page 3 could not be recognised: <b>","errors":[]})";
  const store::ImportItem items[] = {
      {90, "upload.pdf", "warning", proposal.document, detail},
      {91, "upload.pdf", "no_claim", proposal.document, R"({"detail":"something else","errors":[]})"},
      {92, "other.pdf", "warning", {}, R"({"detail":"of another document","errors":[]})"}};
  store::insert_import_items(transaction, proposal.import, items);
  transaction.commit();
  const auto page = world.reviewer.get(first(world));
  EXPECT_TRUE(has(page, "<li lang=\"en\"><bdi>page 3 could not be recognised: &lt;b&gt;</bdi></li>"));
  EXPECT_TRUE(has(page, "Expires on <span class=\"sureness\">not found in what could be read</span>"));
  EXPECT_FALSE(has(page, "something else"));
  EXPECT_FALSE(has(page, "of another document"));
  EXPECT_TRUE(has(world.reviewer.get("/proposals"),
                  "1 field was not found; pages are missing, or something was noticed while it was read"));
}

// A reason for a person to doubt it is no less than a page that could not be read.
TEST(ProposalPage, SaysWhatTheReadingNoticed) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({.scope = "Operation of Acme Mail by Other Systems Limited."}));
  const auto page = world.reviewer.get(first(world));
  EXPECT_TRUE(has(page, "Other Systems Limited.&quot;, which is not the holder &quot;Acme"))
      << page.body.substr(page.body.find("noticed"), 300);
  EXPECT_FALSE(has(page, "Every field was read with certainty."));
}

TEST(ProposalPage, NeverSaysThatAllIsSureOfADocumentWithMissingPages) {
  QueueWorld world;
  world.propose([](auto& draft) {
    draft.version.pages_held = 1;
    draft.version.pages_stated = 2;
    draft.version.quotes.push_back({.field = "pages_stated", .text = "Page 1 of 2", .page = 1});
  });
  const auto page = world.reviewer.get(first(world));
  EXPECT_FALSE(has(page, "Every field was read with certainty."));
  EXPECT_TRUE(has(page, "but perhaps that is not all: pages are missing"));
  EXPECT_TRUE(has(page, "<bdi>1 of 2 are held</bdi>"));
}

TEST(ProposalPage, SaysWhoseTheCertificateIsNow) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({.holder = "Older Limited"}));
  EXPECT_EQ(world.reviewer.post(first(world) + "/accept", form(world.reviewer.get(first(world)))).status,
            303);
  world.take("other.pdf", service::pdf({.issued = "11 January 2026"}));
  const auto page = world.reviewer.get(first(world));
  EXPECT_TRUE(has(page, "In the register it is of:</strong> <bdi>Older Limited</bdi>"));
  EXPECT_TRUE(has(page, "Accepting this adds an issue beside it."));
}

TEST(ProposalPage, AnEndedSessionLosesNothingThatWasTyped) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  const auto address = first(world);
  const auto page = world.reviewer.get(address);
  world.clock().set("2026-06-02T12:00:00Z");
  const auto lost =
      world.reviewer.post(address + "/accept", "token=" + token_of(page) + "&back=" + address +
                                                   "&choice.issued=1&fix.scope=Only+%3Cb%3EMail&reason=");
  EXPECT_EQ(lost.status, 403);
  EXPECT_TRUE(has(lost, "<dt>Scope</dt><dd><bdi>Only &lt;b&gt;Mail</bdi></dd>"));
  EXPECT_FALSE(has(lost, token_of(page)));
  EXPECT_TRUE(has(lost, "href=\"/sign-in?to=%2Fproposals%2F" + address.substr(11) + "\""));
  EXPECT_EQ(world.proposals().size(), 1U);
}

TEST(ProposalPage, FormsOfOthersDoNothing) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  const auto address = first(world);
  for (const std::string& body : {std::string(), "token=" + std::string(64, '0'), std::string("token=")})
    EXPECT_EQ(world.reviewer.post(address + "/accept", body).status, 403);
  auto reader = world.as(service::Role::Reader);
  EXPECT_EQ(reader.post(address + "/accept", "token=" + token_of(reader.get("/"))).status, 403);
  EXPECT_EQ(world.reviewer.get(address + "/accept").status, 404);
  EXPECT_EQ(world.reviewer.get("/proposals/nobody").status, 404);
  EXPECT_EQ(world.proposals().size(), 1U);
}

// What the drawing cannot give, the text does; where that fails too, the quotes stand.
TEST(ProposalPage, AFailedDrawingShowsTheTextAndSaysSo) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({}));
  auto& all = world.services();
  const auto shown_with = [&](const documents::Worker& worker) {
    service::Services services{all.database, all.catalogue, all.feed,    all.keys,
                               all.imports,  all.world,     worker,      all.fetcher,
                               all.clock,    all.reload,    all.history, all.assessments};
    const Pages pages(services, {});
    Browser browser(pages);
    browser.sign_in(world.key(service::Role::Reviewer));
    return browser.get(first(world));
  };
  const std::string reader = std::string(CERTREG_BUILD_DIR) + "/certreg-reader";
  const auto in_words = shown_with(documents::Worker(reader, {.output_bytes = 14'000}));
  EXPECT_EQ(in_words.status, 200);
  EXPECT_TRUE(has(in_words, "The page cannot be shown as a picture:"));
  EXPECT_TRUE(has(in_words, "Its text stands here instead."));
  EXPECT_TRUE(has(in_words, "<mark>Certificate Number: IS 100</mark>"));
  EXPECT_FALSE(has(in_words, "<img"));
  const auto without = shown_with(documents::Worker("/nowhere/certreg-reader"));
  EXPECT_EQ(without.status, 200);
  EXPECT_TRUE(has(without, "The quotes beside the fields say what was read."));
}

TEST(ProposalPage, APageOfTheWebIsShownByItsWords) {
  QueueWorld world;
  world.take("trust.html",
             "<html><body><h1>Security</h1><p>Nothing here.</p><p>Acme Cloud Limited is certified to "
             "ISO/IEC 27001:2022. <b>&lt;i&gt;</b></p></body></html>");
  ASSERT_FALSE(world.proposals().empty());
  const auto page = world.reviewer.get(first(world));
  EXPECT_TRUE(has(page, "Somebody says this; no certificate was read."));
  EXPECT_TRUE(has(page, "<mark>Acme Cloud Limited is certified to ISO/IEC 27001:2022."));
  EXPECT_TRUE(has(page, "name=\"claimant\" value=\"third_party\""));
  EXPECT_FALSE(has(page, "<i>"));
}

TEST(ProposalPage, HostileTextIsHarmless) {
  for (const std::string& holder :
       {std::string("<img src=x onerror=alert(1)> Limited"), std::string("\"><script>alert(1)</script> Ltd"),
        "W" + std::string(290, 'w') + " Limited", std::string("{{{name}}} [[frame.skip]] Limited")}) {
    QueueWorld world;
    world.take("upload.pdf", service::pdf({.holder = holder}));
    ASSERT_FALSE(world.proposals().empty()) << holder;
    const auto page = world.reviewer.get(first(world));
    EXPECT_EQ(page.status, 200) << holder;
    EXPECT_FALSE(has(page, "<img src=x")) << holder;
    EXPECT_FALSE(has(page, "<script>")) << holder;
  }
}

TEST(ProposalPage, SpeaksGerman) {
  QueueWorld world;
  world.take("upload.pdf", service::pdf({.issued = kTwoReadings}));
  world.reviewer.language = "de";
  const auto page = world.reviewer.get(first(world));
  EXPECT_TRUE(has(page, "<legend>Ausgestellt am <span class=\"sureness\">offen gelassen</span></legend>"));
  EXPECT_TRUE(has(page, "<bdi>03.04.2025</bdi>"));
}

}  // namespace
}  // namespace certreg::web
