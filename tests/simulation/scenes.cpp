#include "simulation/scenes.h"

#include "support/gzip_bomb.h"

namespace certreg::simulation {
namespace {

using enum ChangeKind;
using fetch::reply;
using service::kReviewer;
using Services = std::vector<std::string>;

const Services kFive{"Tidewater Mail", "Tidewater Drive", "Tidewater Backup", "Tidewater Desk",
                     "Tidewater Café"};
const Services kSix{"Tidewater Mail", "Tidewater Drive", "Tidewater Backup",
                    "Tidewater Desk", "Tidewater Café",  "Tidewater Ledger"};
const Services kFour{"Tidewater Mail", "Tidewater Backup", "Tidewater Café", "Tidewater Ledger"};

constexpr Results kAsBefore{"unchanged", "unchanged"};
constexpr Answers kBoth{"satisfied", "satisfied"};
constexpr Answers kMailOnly{"satisfied", "undecided: scope service_not_named scope_reduced"};
constexpr Answers kNeither{"undecided: evidence document_changed",
                           "undecided: scope service_not_named scope_reduced, evidence document_changed"};
// What is left is a page that says that another company is certified.
constexpr Answers kAnothersClaim{
    "undecided: holder holder_unclear, dates no_expiry_printed, issuer issuer_unknown "
    "accreditation_not_stated, evidence claimed",
    "undecided: holder holder_unclear, scope service_not_named, dates no_expiry_printed, issuer "
    "issuer_unknown accreditation_not_stated, evidence claimed"};

void show_page(Stage& stage, const std::string& path, const std::string& body) {
  stage.site().show(path, "text/html; charset=utf-8", body);
}
void show_file(Stage& stage, const std::string& pdf) { stage.site().show(kFilePath, "application/pdf", pdf); }
void nothing(Stage&) {}

void accept_what_waits(Stage& stage) {
  for (const auto& proposal : stage.world().proposals())
    service::accept_proposal(stage.world().services(), proposal.id, {.reason = "seen"}, kReviewer);
}

void settle_the_takeover(Stage& stage) {
  auto& services = stage.world().services();
  for (const auto& proposal : stage.world().proposals())
    service::reject_proposal(services, proposal.id, "another company's", kReviewer);
  const auto record = stage.certificate();
  service::retire_certificate(services, record->id, record->latest().id, "given up after the takeover",
                              kReviewer);
}

std::vector<Scene> first_year() {
  return {
      {"2024-01-08",
       "a trust page claims 27001:2013 and lists five services; its certificate is a PDF",
       [](Stage& stage) {
         show_page(stage, kPagePath, trust_page(claims("2013"), kFive));
         show_file(stage, first_certificate());
       },
       {{ClaimAdded, "27001:2013"}, {CertificateAdded, "valid to 2025-09-30"}},
       {"new", "new"},
       kBoth,
       Confirmed::No},
      {"2024-01-12", "nothing, for three months", nothing, {}, kAsBefore, kBoth, Confirmed::Yes},
      {"2024-04-08",
       "a service is added to the list",
       [](Stage& stage) { show_page(stage, kPagePath, trust_page(claims("2013"), kSix)); },
       {{ServiceAdded, "Tidewater Ledger"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2024-05-06",
       "an outage begins: everything answers 503",
       [](Stage& stage) { stage.site().trouble(reply("503 Service Unavailable")); },
       {{SourceUnreachable, "/trust can no longer be fetched"}},
       {"failed", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-05-16",
       "the host refuses connections",
       [](Stage& stage) { stage.site().go_down(); },
       {},
       {"failed", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-05-27",
       "the host is back",
       [](Stage& stage) {
         stage.site().end_trouble();
         stage.site().come_up();
       },
       {{SourceBack, "/trust can be fetched again"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2024-06-10",
       "robots.txt forbids everything, for two weeks",
       [](Stage& stage) { stage.site().show("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n"); },
       {{BlockedByRobots, "robots.txt"}},
       {"blocked", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-06-24",
       "robots.txt allows it again",
       [](Stage& stage) { stage.site().remove("/robots.txt"); },
       {{SourceBack, "/trust can be fetched again"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2024-07-08",
       "the page turns into a sign-in form, for a month",
       [](Stage& stage) { show_page(stage, kPagePath, sign_in_form()); },
       {{PageBecameSignIn, "asks for a sign-in now; what it says is no longer known"}},
       {"sign_in", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-08-05",
       "the sign-in form gives way to a cookie wall",
       [](Stage& stage) { show_page(stage, kPagePath, cookie_wall()); },
       {{PageBecameCookieWall, "what it says is no longer known"}},
       {"cookie_wall", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-08-19",
       "the page shows what it showed before",
       [](Stage& stage) { show_page(stage, kPagePath, trust_page(claims("2013"), kSix)); },
       {{PageBack, "/trust is there again"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2024-09-02",
       "the page moves to another path (301)",
       [](Stage& stage) {
         show_page(stage, kMovedPath, trust_page(claims("2013"), kSix));
         stage.site().answer(kPagePath, reply("301 Moved Permanently", "Location: /security/trust\r\n"));
       },
       {{PageMoved, "/security/trust"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2024-09-23",
       "the service is stopped and started again",
       [](Stage& stage) { stage.restart(); },
       {},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2024-10-07",
       "the page is sent in Latin-1 and called UTF-8",
       [](Stage& stage) { show_page(stage, kMovedPath, in_latin_1(trust_page(claims("2013"), kSix))); },
       {},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2024-10-21",
       "the page is empty",
       [](Stage& stage) { show_page(stage, kMovedPath, "<html><body></body></html>"); },
       {{PageEmptied, "/trust is empty now"}},
       {"emptied", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-11-04",
       "the page is a gzip bomb",
       [](Stage& stage) {
         stage.site().answer(kMovedPath,
                             reply("200 OK", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
                                   fetch::gzip_bomb(10'000)));
       },
       {{SourceUnreachable, "/trust can no longer be fetched"}},
       {"refused", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-11-18",
       "the host sends a byte now and then and never ends",
       [](Stage& stage) {
         stage.site().answer(kMovedPath, {"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n",
                                          fetch::Reply::Then::DripForever, "x"});
       },
       {},
       {"failed", "unchanged"},
       kBoth,
       Confirmed::No},
      {"2024-11-28",
       "the page is what it was",
       [](Stage& stage) { show_page(stage, kMovedPath, trust_page(claims("2013"), kSix)); },
       {{SourceBack, "/trust can be fetched again"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
  };
}

std::vector<Scene> second_year() {
  return {
      {"2025-01-06", "no service runs for 40 days", nothing, {}, kAsBefore, kBoth, Confirmed::Yes, 2, 40},
      {"2025-03-03",
       "recertified early: the same number, edition 2022",
       [](Stage& stage) { show_file(stage, renewed_certificate()); },
       {{EditionChanged, "IS 4711 changed from edition 2013 to edition 2022"},
        {Renewed, "2028-01-19 instead of 2025-09-30"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2025-03-24",
       "the page follows and claims edition 2022",
       [](Stage& stage) { show_page(stage, kMovedPath, trust_page(claims("2022"), kSix)); },
       {{EditionChanged, "claimed ISO/IEC 27001 certificate changed from edition 2013 to edition 2022"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2025-04-14",
       "the list on the page drops Drive and Desk; the certificate names Drive still",
       [](Stage& stage) { show_page(stage, kMovedPath, trust_page(claims("2022"), kFour)); },
       {{ServiceDropped, "Tidewater Drive and Tidewater Desk"}},
       kAsBefore,
       kBoth,
       Confirmed::Yes},
      {"2025-05-19",
       "the certificate is issued anew without Drive",
       [](Stage& stage) { show_file(stage, narrower_certificate()); },
       {{WaitsForDecision, "it lost \"Tidewater Drive\""}},
       kAsBefore,
       {"undecided: evidence document_changed", "undecided: evidence document_changed"},
       Confirmed::No},
      {"2025-06-09",
       "a person accepts the narrower certificate",
       accept_what_waits,
       {{Reissued, "2025-05-12"}, {ScopeChanged, "it lost \"Tidewater Drive\""}},
       kAsBefore,
       kMailOnly,
       Confirmed::Yes},
      {"2025-06-23",
       "two services run on the same database",
       [](Stage& stage) { stage.start_a_second(); },
       {},
       kAsBefore,
       kMailOnly,
       Confirmed::Yes},
      {"2025-07-14",
       "one service again; the PDF is gone (404)",
       [](Stage& stage) {
         stage.stop_the_second();
         stage.site().remove(kFilePath);
       },
       {{PageGone, "27001.pdf is gone; what was read from it stays"}},
       {"unchanged", "gone"},
       kMailOnly,
       Confirmed::No},
      {"2025-08-04",
       "the PDF is back",
       [](Stage& stage) { show_file(stage, narrower_certificate()); },
       {{PageBack, "27001.pdf is there again"}},
       kAsBefore,
       kMailOnly,
       Confirmed::Yes},
      {"2025-08-25",
       "taken over: at the PDF's address stands another company's certificate",
       [](Stage& stage) { show_file(stage, owners_certificate()); },
       {{WaitsForDecision, "it names another holder than Tidewater Hosting Limited: Northgate Systems GmbH"},
        {ClaimNoLongerStated, "no longer states the ISO/IEC 27001 certificate IS 4711"}},
       kAsBefore,
       kNeither,
       Confirmed::No},
      {"2025-09-15",
       "the page says that its new owner is certified",
       [](Stage& stage) {
         show_page(stage, kMovedPath,
                   trust_page("Tidewater Hosting Limited is now part of Northgate Systems GmbH. Northgate "
                              "Systems GmbH is certified to ISO/IEC 27001:2022.",
                              kFour));
       },
       {{HolderChanged, "its holder is Northgate Systems GmbH instead of Tidewater Hosting Limited"}},
       kAsBefore,
       kNeither,
       Confirmed::No},
      {"2025-10-06",
       "a person rejects the other company's certificate and retires Tidewater's",
       settle_the_takeover,
       {{ReadingRejected, "another company's"}, {Retired, "given up after the takeover"}},
       kAsBefore,
       kAnothersClaim,
       Confirmed::No,
       1},
      {"2026-01-05", "nothing more", nothing, {}, kAsBefore, kAnothersClaim, Confirmed::No, 1},
  };
}

}  // namespace

const std::vector<Scene>& two_years() {
  static const auto all = [] {
    auto scenes = first_year();
    for (auto& scene : second_year()) scenes.push_back(std::move(scene));
    return scenes;
  }();
  return all;
}

}  // namespace certreg::simulation
