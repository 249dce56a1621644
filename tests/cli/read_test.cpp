#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "cli/fake_register.h"
#include "cli/output.h"

namespace certreg::cli {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kScope =
    "Operation of the data centres in Exampletown and of the services sold from there";

Quote quote(std::string field, std::string text, double confidence) {
  Quote made;
  made.field = std::move(field);
  made.text = std::move(text);
  made.page = 2;
  made.box = Box{72.4, 100, 200, 11.6};
  made.confidence = confidence;
  return made;
}

reading::Draft sample_draft() {
  reading::Draft draft;
  auto& version = draft.version;
  version.standard = StandardId{"iso-27001"};
  version.standard_printed = "ISO/IEC 27001:2022";
  version.number = "A-1";
  version.holders = {{.name = "Example \x1b[31mGmbH"}};
  version.sites = {{.name = "North"}, {.name = "South"}};
  version.issued = Date::parse("2026-01-31");
  version.scope = kScope;
  version.quotes = {
      quote("standard", "to ISO/IEC 27001:2022", 1), quote("number", "No. A-1", 0.979),
      quote("holder", "Example GmbH", 0.9),          quote("sites[1]", "South, Exampletown", 0.8),
      quote("issued", "31.01.2026", 0.97),           quote("scope", kScope, 0.97)};
  version.quotes[2].method = ReadingMethod::Ocr;
  version.quotes[3].box.reset();
  draft.ambiguities = {{"expires",
                        "day and month can be exchanged",
                        {{"2029-02-01", quote("expires", "01/02/2029", 0.5)},
                         {"2029-01-02", quote("expires", "01/02/2029", 0.5)}}}};
  draft.missing = {"issuer", "expires"};
  return draft;
}

class ReadCommand : public testing::Test {
 protected:
  ReadCommand() {
    std::ofstream(file_) << "bytes";
    read_.kind = documents::MediaKind::Pdf;
    read_.reading.found.drafts = {sample_draft()};
    read_.reading.text.warnings = {"a page was left out"};
    fake_.read_document = [this](const DocumentToRead& document) {
      asked_.push_back(document);
      return read_;
    };
  }
  ~ReadCommand() override { std::filesystem::remove(file_); }

  cli::Run read(const std::vector<std::string>& further = {}) {
    std::vector<std::string> line{"read", file_};
    line.insert(line.end(), further.begin(), further.end());
    return run_cli(fake_, line);
  }

  const std::string file_ = testing::TempDir() + "certreg-read-" + std::to_string(::getpid()) + ".pdf";
  FakeRegister fake_;
  ReadDocument read_;
  std::vector<DocumentToRead> asked_;
};

// The line of the output that begins with the field's name.
std::string line_of(const std::string& out, const std::string& field) {
  std::istringstream text(out);
  for (std::string line; std::getline(text, line);)
    if (line.starts_with("  " + field + " ")) return line;
  return "";
}

TEST_F(ReadCommand, ShowsEachFieldWithItsWordsAndWhereTheyStand) {
  const auto run = read();
  EXPECT_EQ(run.code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr(": 1 certificate\n\ncertificate: ISO/IEC 27001:2022\n"));
  EXPECT_THAT(line_of(run.out, "number"),
              AllOf(HasSubstr(" A-1 "), HasSubstr(" 0.97 "), HasSubstr(" page 2 "),
                    HasSubstr(" 72 100 200 12 "), HasSubstr(" text layer "), HasSubstr("\"No. A-1\"")));
  EXPECT_THAT(line_of(run.out, "holder"), AllOf(HasSubstr(" 0.90 "), HasSubstr(" recognised ")));
  EXPECT_THAT(line_of(run.out, "sites[1]"), AllOf(HasSubstr(" South "), HasSubstr("  -  ")));
  EXPECT_THAT(line_of(run.out, "issued"), HasSubstr(" 2026-01-31 "));
  EXPECT_THAT(run.out, Not(HasSubstr("\x1b")));
  EXPECT_TRUE(fake_.asked.empty()) << "needs no register";
}

TEST_F(ReadCommand, FieldsStandInTheOrderThatPeopleLookForThem) {
  const auto out = read().out;
  std::size_t last = 0;
  for (const auto* field : {"standard", "holder", "number", "issued", "scope", "sites[1]"}) {
    const auto at = out.find("\n  " + std::string(field) + " ");
    EXPECT_TRUE(at != std::string::npos && at > last) << field;
    last = at;
  }
}

TEST_F(ReadCommand, ShowsWhatIsOpenAndWhatIsMissing) {
  const auto out = read().out;
  EXPECT_THAT(out, HasSubstr("  open: expires, day and month can be exchanged\n"));
  EXPECT_THAT(out, AllOf(HasSubstr("or  2029-02-01  0.50"), HasSubstr("or  2029-01-02  0.50")));
  EXPECT_THAT(out, HasSubstr("  missing: issuer, expires\n"));
  EXPECT_THAT(out, HasSubstr("warning: a page was left out\n"));
}

TEST_F(ReadCommand, QuotesEndWhereTheTerminalDoes) {
  EXPECT_THAT(read().out, HasSubstr(std::string("\"") + kScope + "\"\n"));
  fake_.columns = 120;
  const auto out = read().out;
  EXPECT_EQ(width_of(line_of(out, "scope")), 120U);
  EXPECT_TRUE(line_of(out, "scope").ends_with("…"));
  EXPECT_TRUE(line_of(out, "number").ends_with("\"No. A-1\""));
}

TEST_F(ReadCommand, SaysWhyThereIsNone) {
  read_.reading.found = {};
  read_.reading.found.nothing_found_why = "it is an invoice: \"Invoice no. 7\"";
  read_.remarks = {"ISO/IEC 27001: \"compliant\" says so"};
  EXPECT_THAT(read().out, AllOf(HasSubstr(": nothing found: it is an invoice: \"Invoice no. 7\"\n"),
                                HasSubstr("no claim: ISO/IEC 27001: \"compliant\" says so\n")));
  read_.reading.hindrance = service::PageResult::SignIn;
  read_.reading.detail = "\"Log in\"";
  EXPECT_THAT(read().out, HasSubstr(": nothing found: asks to sign in: \"Log in\"\n"));
}

TEST_F(ReadCommand, CountsClaimsApart) {
  read_.reading.found.drafts.push_back(sample_draft());
  read_.reading.found.drafts.push_back(sample_draft());
  read_.reading.found.drafts.back().kind = reading::DraftKind::Claim;
  EXPECT_THAT(read().out,
              AllOf(HasSubstr(": 2 certificates, 1 claim\n"), HasSubstr("\nclaim: ISO/IEC 27001:2022\n")));
}

TEST_F(ReadCommand, PrintsJson) {
  const auto told = nlohmann::json::parse(read({"--json"}).out).at(0);
  EXPECT_EQ(told.at("file"), file_);
  EXPECT_EQ(told.at("kind"), "pdf");
  EXPECT_EQ(told.at("warnings").at(0), "a page was left out");
  EXPECT_TRUE(told.at("nothing_found_why").is_null());
  const auto& draft = told.at("drafts").at(0);
  EXPECT_EQ(draft.at("kind"), "certificate");
  EXPECT_EQ(draft.at("missing"), nlohmann::json({"issuer", "expires"}));
  EXPECT_EQ(draft.at("ambiguities").at(0).at("candidates").at(1).at("value"), "2029-01-02");
  const auto& number = draft.at("certificate").at("quotes").at(1);
  EXPECT_EQ(number.at("text"), "No. A-1");
  EXPECT_EQ(number.at("confidence"), 0.979);
  EXPECT_EQ(number.at("box"), nlohmann::json({72.4, 100.0, 200.0, 11.6}));
}

TEST_F(ReadCommand, OneThatCannotBeReadLeavesTheOthers) {
  const auto missing = file_ + ".none";
  const auto run = run_cli(fake_, {"read", missing, file_});
  EXPECT_EQ(run.code, 1);
  EXPECT_THAT(run.err, HasSubstr(missing + " cannot be read"));
  EXPECT_THAT(run.out, HasSubstr("certificate: ISO/IEC 27001:2022"));
  const auto told = nlohmann::json::parse(run_cli(fake_, {"read", missing, file_, "--json"}).out);
  EXPECT_EQ(told.at(0).at("failure"), missing + " cannot be read");
  EXPECT_TRUE(told.at(1).at("failure").is_null());
}

TEST_F(ReadCommand, AFailureOfTheReaderIsToldWithTheFile) {
  fake_.read_document = [](const DocumentToRead&) -> ReadDocument {
    throw documents::Failure(documents::FailureKind::Encrypted, "it needs a password");
  };
  const auto run = read();
  EXPECT_EQ(run.code, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "certreg: " + file_ + ": it needs a password\n");
}

TEST_F(ReadCommand, AKindCanBeTold) {
  EXPECT_EQ(read().code, 0);
  EXPECT_EQ(asked_.back().kind, std::nullopt);
  EXPECT_EQ(asked_.back().name, file_);
  EXPECT_EQ(asked_.back().bytes, "bytes");
  EXPECT_EQ(read({"--kind", "html"}).code, 0);
  EXPECT_EQ(asked_.back().kind, documents::MediaKind::Html);
  const auto mistake = read({"--kind", "paper"});
  EXPECT_EQ(mistake.code, 1);
  EXPECT_THAT(mistake.err, HasSubstr("must be pdf"));
}

TEST(Shortened, CountsWhatATerminalShows) {
  struct {
    const char* text;
    std::size_t columns;
    const char* expected;
  } const cases[] = {{"plain", 5, "plain"},   {"plainer", 5, "plai…"},
                     {"größer", 6, "größer"}, {"größere", 6, "größe…"},
                     {"認証書", 6, "認証書"}, {"認証書", 5, "認証…"},
                     {"認証書", 4, "認…"},    {"", 0, ""},
                     {"a", 0, "…"},           {"e\u0301e\u0301", 2, "e\u0301e\u0301"}};
  for (const auto& one : cases) EXPECT_EQ(shortened(one.text, one.columns), one.expected) << one.text;
}

}  // namespace
}  // namespace certreg::cli
