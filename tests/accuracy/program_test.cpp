// The program itself, on a folder of documents that the test draws.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "accuracy/run_program.h"

#include "system/pdf_drawing.h"

namespace certreg::accuracy {
namespace {

using nlohmann::json;
using testing::HasSubstr;

Answer run(const std::string& arguments) { return run_program("accuracy", arguments); }

class Program : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_ / "deep/er"); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
  }
  std::string path() const { return folder_.string(); }

 private:
  std::filesystem::path folder_ =
      std::filesystem::temp_directory_path() / ("certreg-accuracy-" + std::to_string(::getpid()));
};

constexpr const char* kCertificate = R"(60 60 22 CERTIFICATE OF REGISTRATION
60 110 10 This is to certify that the information security management system of
60 130 16 Juniper Harbour Limited
60 150 10 has been found to conform to
60 170 14 ISO/IEC 27001:2022
60 200 10 Certificate No.: JH 4711
60 220 10 Issue date: 14 March 2025
60 240 10 Expiry date: 13 March 2028
60 260 10 This certificate is valid for the following scope:
60 276 10 Operation of harbour cranes by telephone.
)";

TEST_F(Program, CountsWhatIsRightWrongMissedAndInvented) {
  write("deep/er/one.pdf", sample::draw_pdf(kCertificate));
  write("broken.pdf", "%PDF-1.7\nnothing\n");
  write("invoice.pdf", sample::draw_pdf("60 60 22 Invoice\n60 90 10 Total: 14 EUR\n"));
  write("page.md", "# Security\n\nWe are ISO/IEC 27001:2022 certified.\n");
  write(
      "truth.jsonl",
      R"({"file":"deep/er/one.pdf","doc_type":"certificate","language":"en","holder":"JUNIPER HARBOUR LTD","standard":"ISO/IEC 27001","edition":"2022","iso_edition":"2022","certificate_number":"JH-4711","certification_body":null,"issued":"2025-03-15","expires":null,"first_issued":"2019-01-01","scope":"Operation of harbour cranes by telephone.","unheard_of":[1,2]})"
      "\n"
      R"({"file":"broken.pdf","doc_type":"certificate","holder":"Nobody","standard":"ISO/IEC 27001"})"
      "\n"
      R"({"file":"gone.pdf","doc_type":"certificate","holder":"Nobody","standard":"ISO/IEC 27001"})"
      "\n"
      R"({"file":"invoice.pdf","doc_type":"not a certificate"})"
      "\n"
      R"({"file":"page.md","doc_type":"page","holder":"Quince AG","standard":"ISO/IEC 27001","edition":"2022"})");
  const auto answer = run(path() + " --json");
  ASSERT_EQ(answer.code, 0) << answer.text;
  const auto report = json::parse(answer.text);
  EXPECT_EQ(report["documents"], 5);
  EXPECT_EQ(report["not_read"], 2);
  const auto& certificates = report["groups"][0];
  EXPECT_EQ(certificates["name"], "certificates of the asked standards, text layer");
  EXPECT_EQ(certificates["fields"]["holder"]["right"], 1);
  EXPECT_EQ(certificates["fields"]["holder"]["missed"], 2);
  EXPECT_EQ(certificates["fields"]["number"]["right"], 1);
  EXPECT_EQ(certificates["fields"]["issued"]["wrong"], 1);
  EXPECT_EQ(certificates["fields"]["expires"]["invented"], 1);
  EXPECT_EQ(certificates["fields"]["first_issued"]["missed"], 1);
  EXPECT_EQ(certificates["fields"]["issuer"]["not_stated"], 1);
  EXPECT_EQ(certificates["scope_exact"]["right"], 1);
  EXPECT_EQ(report["not_certificates"][0]["taken_for_one"], false);
  const auto& pages = report["groups"].back();
  EXPECT_EQ(pages["name"], "claims on pages");
  EXPECT_EQ(pages["overall"]["right"], 3);
}

TEST_F(Program, PrintsEveryMissAndHowItCompares) {
  write("one.pdf", sample::draw_pdf(kCertificate));
  write("truth.jsonl", R"({"file":"one.pdf","doc_type":"certificate","certificate_number":"JH 4712"})");
  const auto answer = run(path());
  EXPECT_EQ(answer.code, 0);
  EXPECT_THAT(answer.text, HasSubstr("one.pdf, line 1"));
  EXPECT_THAT(answer.text, HasSubstr("number wrong"));
  EXPECT_THAT(answer.text, HasSubstr("expected: JH 4712"));
  EXPECT_THAT(answer.text, HasSubstr("got:      JH 4711"));
  EXPECT_THAT(answer.text, HasSubstr("how it is compared"));
}

TEST_F(Program, AnUnusableFolderIsAnErrorThatNamesTheRule) {
  EXPECT_EQ(run("").code, 2);
  EXPECT_EQ(run(path() + " --colour").code, 2);
  const auto without_truth = run(path());
  EXPECT_EQ(without_truth.code, 1);
  EXPECT_THAT(without_truth.text, HasSubstr("truth.jsonl: must be a readable file"));
  write("truth.jsonl", "{\"file\":\"a.pdf\"}\n{\"file\":\"../a.pdf\"}\n");
  const auto hostile = run(path());
  EXPECT_EQ(hostile.code, 1);
  EXPECT_THAT(hostile.text, HasSubstr("truth.jsonl, line 2: `file` must stay within the folder"));
}

}  // namespace
}  // namespace certreg::accuracy
