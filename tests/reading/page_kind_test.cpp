// Pages that are no content any more, and pages that only look like it.
#include "certreg/reading/page_kind.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "certreg/domain/error.h"
#include "reading/world.h"

namespace certreg::reading {
namespace {

PageWords load_words() {
  std::vector<std::pair<std::string, std::string>> kept;
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "importers/pages"))
    kept.emplace_back("importers/pages/" + entry.path().filename().string(), file_bytes(entry.path()));
  std::vector<EmbeddedFile> files;
  for (const auto& [name, bytes] : kept) files.push_back({name, bytes});
  return parse_page_words(files);
}

const PageWords& words() {
  static const PageWords kept = load_words();
  return kept;
}

PageJudgement judge(const std::string& page) {
  return page_kind(worker().read(page, documents::MediaKind::Html), words());
}

const std::string kMenu =
    "<nav><a href=/>Home</a><ul><li><a href=/p>Products</a><li><a href=/s>Security</a><li><a href=/l>Log "
    "in</a></ul></nav>";
const std::string kFooter =
    "<footer><a href=/i>Imprint</a><p>&copy; 2026 Lanternfield Ltd. All rights reserved.</footer>";
const std::string kBanner =
    "<div class=banner><h2>We use cookies</h2><p>We and selected third parties use cookies to run this site "
    "and to "
    "understand how it is used. You can change your mind at any time in the cookie "
    "settings.</p><button>Accept all"
    "</button><button>Reject all</button><button>Manage preferences</button></div>";
const std::string kStatement =
    "<h1>Security at Lanternfield</h1><p>Lanternfield Ltd runs an information security management system "
    "that is "
    "certified to ISO/IEC 27001:2022. The certificate covers the development and operation of our mail "
    "service in both "
    "data centres.</p><ul><li>Certificate number: LF 4711</li><li>Valid until: 31 January 2027</li></ul>"
    "<p>Write to us for a copy of the certificate and of the Statement of Applicability.</p>";

struct Case {
  const char* what;
  std::string page;
  PageKind kind;
  const char* quote = "";
};

TEST(PageKind, WallsErrorsAndForms) {
  using enum PageKind;
  const Case cases[] = {
      {"a form with a password",
       kMenu +
           "<h1>Welcome back</h1><form><label>E-mail</label><input><input type=password>"
           "<button>Continue</button></form><p>By going on you accept our terms of use and the notice on "
           "privacy.</p>" +
           kFooter,
       SignIn},
      {"a form that asks for the address first",
       "<title>Sign in - Lanternfield</title><h2>Your account</h2><label>E-mail"
       "</label><button>Next</button><p>New here? Ask your administrator for an invitation.</p>",
       SignIn, "Sign in - Lanternfield"},
      {"a form with a banner", "<h1>Sign in to continue</h1><p>Use your company account.</p>" + kBanner,
       SignIn, "Sign in to continue"},
      {"a form in German",
       "<h1>Anmelden</h1><p>Bitte geben Sie Ihre Daten ein.</p><p>Passwort vergessen?</p>", SignIn,
       "Anmelden"},
      {"a form in Japanese", "<h1>ログイン</h1><p>メールアドレスを入力してください。</p>", SignIn,
       "ログイン"},
      {"a banner alone", kMenu + kBanner + kFooter, CookieWall, "We use cookies"},
      {"a banner in French",
       "<p>Nous utilisons des cookies pour mesurer l'audience.</p><button>Tout accepter</button>"
       "<button>Continuer sans accepter</button>",
       CookieWall, "Nous utilisons des cookies pour mesurer l'audience."},
      {"a soft error",
       kMenu +
           "<h1>Page not found</h1><p>Perhaps one of these helps: our products, our prices, our "
           "contacts in your region, or the search above.</p>" +
           kFooter,
       NotFound, "Page not found"},
      {"an error in the title alone", "<title>404</title><p>Hm, that did not work.</p>", NotFound, "404"},
      {"an error in Polish", "<h1>Nie znaleziono strony</h1><p>Wróć na stronę główną.</p>", NotFound,
       "Nie znaleziono strony"},
      {"an error above many suggestions", "<h1>Oops! Page not found</h1>" + kStatement, NotFound,
       "Oops! Page not found"},
      {"a check of the browser",
       "<title>Just a moment...</title><h1>docs.lanternfield.example</h1><p>Checking your browser "
       "before you go on. This takes a few seconds.</p><script>go()</script>",
       Challenge, "Just a moment..."},
      {"a check of the reader", "<p>Please verify you are human to continue.</p><p>Reference 17-b</p>",
       Challenge, "Please verify you are human to continue."},
      {"a check in Chinese", "<h1>安全验证</h1><p>请完成下面的操作。</p>", Challenge, "安全验证"},
      {"an application's shell",
       "<title>Trust centre</title><div id=app></div><noscript>You need to enable JavaScript to "
       "run this app.</noscript><script src=a.js></script>",
       ScriptOnly, "You need to enable JavaScript to run this app."},
      {"a shell that is loading",
       "<title>Trust centre</title><div id=app>Loading</div><script src=a.js></script>", ScriptOnly,
       "Trust centre"},
      {"a shell that says so", "<p>Bitte aktivieren Sie JavaScript, um fortzufahren.</p>", ScriptOnly,
       "Bitte aktivieren Sie JavaScript, um fortzufahren."},
      {"nothing", "<title>Trust centre</title><div> </div>", Empty},
      {"hidden text alone", "<div hidden>" + kStatement + "</div>", Empty},
  };
  for (const Case& item : cases) {
    const auto judged = judge(item.page);
    EXPECT_EQ(to_string(judged.kind), to_string(item.kind)) << item.what;
    EXPECT_TRUE(*item.quote == '\0' || judged.quote == item.quote) << item.what << ": " << judged.quote;
  }
}

TEST(PageKind, ContentStaysContent) {
  const Case cases[] = {
      {"a statement", kStatement},
      {"with a menu, a banner and a footer", kMenu + kBanner + kStatement + kFooter},
      {"with a form to sign in in its head",
       "<form><input type=password><button>Sign in</button><a href=x>Forgot your "
       "password?</a></form>" +
           kStatement + kStatement},
      {"with a note on scripts",
       "<noscript>Please enable JavaScript.</noscript><script>x()</script>" + kStatement},
      {"that speaks of signing in and of cookies",
       "<h1>How we protect accounts</h1><p>Customers sign in with two factors. "
       "Cookies are set for the session alone and are strictly necessary. Our certificate to ISO/IEC "
       "27001:2022 covers "
       "the whole of it, from the sign in page to the archive in which we keep the logs of every access for "
       "a year, and "
       "our auditors look at it each spring.</p><p>A bot that does not pass the captcha is shut out. All "
       "staff have had "
       "training on it, and the procedures are tested twice a year by another team than the one that wrote "
       "them.</p>"
       "<p>The register of incidents is open to customers under an agreement.</p>"},
      {"a short statement",
       "<p>Lanternfield Ltd is certified to ISO/IEC 27001:2022 by Gull Certification.</p>"},
      {"a short statement with a link to sign in",
       "<p>We are certified to ISO/IEC 27001.</p><a href=/l>Log in</a>"},
      {"a list of certificates to load",
       "<ul><li><a href=a.pdf>ISO/IEC 27001:2022 certificate</a><li><a href=b.pdf>ISO 22301 "
       "certificate of registration</a></ul><script>x()</script>"},
      {"with an error in its words",
       "<h1>Our service levels</h1><p>A page not found is answered within a second." + kStatement},
  };
  for (const Case& item : cases) {
    const auto judged = judge(item.page);
    EXPECT_EQ(to_string(judged.kind), "content") << item.what << ": " << judged.quote;
    EXPECT_EQ(judged.quote, "") << item.what;
  }
}

TEST(PageKind, PdfsAreNeverWalls) {
  Text scan;
  scan.media_type = "application/pdf";
  scan.has_text = false;
  EXPECT_EQ(page_kind(scan, words()).kind, PageKind::Content);
}

TEST(PageKind, AQuoteEndsWithALetter) {
  Text text;
  text.media_type = "text/html";
  text.title = "404 not found " + std::string(185, 'x') + "\xC3\xBC\xC3\xBC";
  EXPECT_EQ(page_kind(text, words()).kind, PageKind::Empty);
  text.has_script = true;
  EXPECT_EQ(page_kind(text, words()).quote, text.title.substr(0, 199));
}

TEST(PageWordsFiles, EveryLanguageHasEveryKind) {
  for (const auto& entry : std::filesystem::directory_iterator(source_dir() / "importers/pages")) {
    if (entry.path().extension() != ".yaml") continue;
    const std::string bytes = file_bytes(entry.path());
    const EmbeddedFile file{"importers/pages/xx.yaml", bytes};
    const PageWords some = parse_page_words({&file, 1});
    for (PageKind kind : {PageKind::SignIn, PageKind::CookieWall, PageKind::NotFound, PageKind::Challenge,
                          PageKind::ScriptOnly})
      EXPECT_NE(std::ranges::find(some, kind, &PageWord::kind), some.end())
          << entry.path() << to_string(kind);
  }
}

TEST(PageWordsFiles, AreReadStrictly) {
  const auto refusal = [](std::string_view yaml) {
    const EmbeddedFile file{"importers/pages/xx.yaml", yaml};
    try {
      parse_page_words({&file, 1});
    } catch (const Error& error) {
      return error.fields.empty() ? std::string(error.what()) : error.fields.front().rule;
    }
    return std::string("was read");
  };
  EXPECT_EQ(refusal("sign_in: [no]"), "lacks `language`");
  EXPECT_EQ(refusal("language: xx\ncontent: [no]"), "has the unknown key `content`");
  EXPECT_EQ(refusal("language: xx\nsign_on: [no]"), "has the unknown key `sign_on`");
  EXPECT_EQ(refusal("language: xx\nsign_in: no"), "must have a list under each kind");
  EXPECT_EQ(refusal("language: xx\nsign_in:\n  - ok\n  - '...'"), "line 4: must be words");
  EXPECT_EQ(refusal("language: xx"), "no words of pages were found");
  EXPECT_EQ(refusal("- x"), "must be a map");
  EXPECT_NE(refusal("language: xx\n[a]: [b]"), "was read");
}

TEST(PageKind, EveryPageOfTheCorpusIsContent) {
  const auto pages = source_dir() / "../shared/corpus/pages";
  if (!std::filesystem::exists(pages))
    GTEST_SKIP() << "no corpus beside the project: nothing to hold this against";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(pages)) {
    if (!entry.is_regular_file()) continue;
    const std::string bytes = file_bytes(entry.path());
    const auto kind = documents::sniff_media(bytes, "", entry.path().string());
    const auto judged = page_kind(worker().read(bytes, kind), words());
    EXPECT_EQ(to_string(judged.kind), "content") << entry.path() << ": " << judged.quote;
  }
}

}  // namespace
}  // namespace certreg::reading
