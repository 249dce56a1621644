#include "certreg/documents/worker.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <thread>

#include "documents/workbook.h"
#include "system/pdf_drawing.h"

namespace certreg::documents {
namespace {

const std::filesystem::path kReader = std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader";

std::string words_of(const reading::Text& text) {
  std::string result;
  for (const auto& page : text.pages)
    for (const auto& line : page.lines) result += line.text + "\n";
  return result;
}

FailureKind failure_of(std::string_view bytes, MediaKind kind, const Worker& worker = Worker(kReader)) {
  try {
    worker.read(bytes, kind);
  } catch (const Failure& failure) {
    return failure.failure;
  }
  ADD_FAILURE() << "was read";
  return FailureKind::Crashed;
}

FailureKind failure_of_selector(const std::string& xpath) {
  std::string page;
  for (int count = 0; count < 60'000; ++count) page += "<p>some words of a page</p>";
  try {
    Worker(kReader, {.wall_time = std::chrono::seconds(3)})
        .read(page, MediaKind::Html, {.selections = {{"slow", xpath}}});
  } catch (const Failure& failure) {
    return failure.failure;
  }
  return FailureKind::WorkerMissing;
}

std::string repeated(std::string_view piece, std::size_t times) {
  std::string result;
  for (std::size_t count = 0; count < times; ++count) result += piece;
  return result;
}

// A program that stands in for the reader.
class Script {
 public:
  explicit Script(const std::string& body) {
    std::string name = std::filesystem::temp_directory_path() / "certreg-script-XXXXXX";
    directory_ = mkdtemp(name.data());
    std::ofstream(path()) << "#!/bin/sh\n" << body << "\n";
    std::filesystem::permissions(path(), std::filesystem::perms::owner_all);
  }
  Script(const Script&) = delete;
  Script& operator=(const Script&) = delete;
  ~Script() { std::filesystem::remove_all(directory_); }
  std::filesystem::path path() const { return directory_ / "reader"; }

 private:
  std::filesystem::path directory_;
};

std::size_t open_descriptors() {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}));
}

TEST(Worker, ReadsAPdfWithPlaces) {
  auto pdf = sample::draw_pdf(
      "50 100 20 Certificate of Registration\n50 200 10 Expiry Date:\n200 200 10 2027-01-31\npage\n50 90 10 "
      "Annex\n");
  auto text = Worker(kReader).read(pdf, MediaKind::Pdf);
  ASSERT_EQ(text.pages.size(), 2U);
  ASSERT_EQ(text.pages[0].lines.size(), 3U);
  EXPECT_EQ(text.pages[0].lines[0].text, "Certificate of Registration");
  EXPECT_EQ(text.pages[0].lines[1].text, "Expiry Date:");
  EXPECT_EQ(text.pages[0].lines[2].text, "2027-01-31");
  EXPECT_NEAR(text.pages[0].lines[2].box.x, 200, 1);
  EXPECT_NEAR(text.pages[0].lines[0].words.front().font_size, 20, 0.1);
  EXPECT_EQ(text.pages[1].number, 2);
  EXPECT_TRUE(text.has_text);
  EXPECT_TRUE(text.whole);
  EXPECT_TRUE(text.warnings.empty()) << text.warnings.front();
}

TEST(Worker, TellsAPdfOfPicturesOnly) {
  auto text = Worker(kReader).read(sample::draw_pdf("50 100 20 1\n"), MediaKind::Pdf);
  EXPECT_FALSE(text.has_text);
}

TEST(Worker, StopsAtTheLimitOfPages) {
  auto text = Worker(kReader).read(
      sample::draw_pdf(repeated("50 100 20 A page with some words on it\npage\n", 230)), MediaKind::Pdf);
  EXPECT_EQ(text.pages.size(), 200U);
  EXPECT_FALSE(text.whole);
  EXPECT_FALSE(text.warnings.empty());
}

TEST(Worker, SaysWhyADocumentIsNotRead) {
  auto pdf = sample::draw_pdf("50 100 20 Certificate\n");
  std::string locked = pdf;
  locked.insert(locked.rfind("/Root"),
                "/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O (01234567890123456789012345678901) /U "
                "(01234567890123456789012345678901) >> /ID [(0123456789012345) (0123456789012345)] ");
  EXPECT_EQ(failure_of("", MediaKind::Pdf), FailureKind::Empty);
  EXPECT_EQ(failure_of("hello", MediaKind::Pdf), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of("\x89PNG", MediaKind::Unknown), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of("a,b", MediaKind::Csv), FailureKind::NotThatKind);
  EXPECT_EQ(failure_of("%PDF-1.7\nnothing else", MediaKind::Pdf), FailureKind::Damaged);
  EXPECT_EQ(failure_of(locked, MediaKind::Pdf), FailureKind::Encrypted);
  EXPECT_EQ(
      failure_of("<p>hello</p>", MediaKind::Html, Worker(kReader, {std::chrono::seconds(30), 1 << 20, 4})),
      FailureKind::TooLarge);
  EXPECT_EQ(failure_of("hello", MediaKind::PlainText, Worker(kReader, {std::chrono::seconds(30), 16, 0})),
            FailureKind::TooLarge);
  EXPECT_EQ(failure_of("hello", MediaKind::PlainText, Worker("/nonexistent/certreg-reader")),
            FailureKind::WorkerMissing);
}

TEST(Worker, TruncatedPdfsAreReadOrRefusedButNeverCrash) {
  auto pdf = sample::draw_pdf("50 100 20 Certificate of Registration and more\npage\n50 100 20 Annex\n");
  for (std::size_t length = 0; length < pdf.size(); length += pdf.size() / 23) {
    try {
      Worker(kReader).read(pdf.substr(0, length), MediaKind::Pdf);
    } catch (const Failure& failure) {
      EXPECT_NE(failure.failure, FailureKind::Crashed) << length << ": " << failure.internal;
    }
  }
}

TEST(Worker, HostilePagesAreReadOrRefusedInTime) {
  const Worker worker(kReader);
  auto deep = worker.read(repeated("<div>", 20'000) + "deep", MediaKind::Html);
  EXPECT_FALSE(deep.whole);
  std::string attributes = "<p ";
  for (int count = 0; count < 100'000; ++count) attributes += fmt::format("a{}=1 ", count);
  EXPECT_EQ(failure_of(attributes + ">bomb</p>", MediaKind::Html), FailureKind::TooLarge);
  EXPECT_EQ(words_of(worker.read("<script>if (a<b) \"" + repeated("x ", 9000) + "</script><p>seen</p>",
                                 MediaKind::Html)),
            "seen\n");
  auto nested =
      worker.read("<script type='application/ld+json'>" + repeated("[", 100'000) + "</script><p>seen</p>",
                  MediaKind::Html);
  EXPECT_TRUE(nested.objects.empty());
}

TEST(Worker, CharacterSets) {
  const Worker worker(kReader);
  EXPECT_EQ(words_of(worker.read("\xEF\xBB\xBFg\xC3\xBCltig bis", MediaKind::PlainText)),
            "g\xC3\xBCltig bis\n");
  EXPECT_EQ(words_of(worker.read("<meta charset=iso-8859-1><p>g\xFCltig</p>", MediaKind::Html)),
            "g\xC3\xBCltig\n");
  EXPECT_EQ(words_of(worker.read("<meta charset=iso-8859-1><p>g\xC3\xBCltig</p>", MediaKind::Html)),
            "g\xC3\xBCltig\n");
  EXPECT_EQ(words_of(worker.read(std::string_view("\xFF\xFE"
                                                  "a\0b\0",
                                                  6),
                                 MediaKind::PlainText)),
            "ab\n");
  EXPECT_EQ(words_of(worker.read(std::string_view("a\0b", 3), MediaKind::PlainText)), "ab\n");
  EXPECT_EQ(words_of(worker.read("\xC3\x28 \xFF\xFE\xFD", MediaKind::PlainText)).empty(), false);
}

TEST(Worker, SelectsPartsOfAPage) {
  auto text =
      Worker(kReader).read("<base href=/x/><h2>Scope</h2><ul><li>\"Mail\" <a href=m>\xC3\xBC</a></ul>",
                           MediaKind::Html, {.selections = {{"scope", "//ul[li]"}, {"none", "//ol"}}});
  ASSERT_EQ(text.selected.size(), 2U);
  EXPECT_EQ(text.selected[0].name, "scope");
  EXPECT_EQ(text.selected[0].matches, 1U);
  ASSERT_EQ(text.selected[0].lines.size(), 1U);
  EXPECT_EQ(text.selected[0].lines[0].text, "\"Mail\" \xC3\xBC");
  EXPECT_EQ(text.selected[0].lines[0].kind, reading::LineKind::ListItem);
  ASSERT_EQ(text.selected[0].links.size(), 1U);
  EXPECT_EQ(text.selected[0].links[0].address, "m");
  EXPECT_EQ(text.selected[1].matches, 0U);
  EXPECT_EQ(text.base_address, "/x/");
}

TEST(Worker, TakesTheLargestSelectionsThereMayBe) {
  const Selections most(20, {std::string(100, '"'), "//p[.='" + std::string(991, '\\') + "']"});
  auto text = Worker(kReader).read("<p>x</p>", MediaKind::Html, {.selections = most});
  EXPECT_EQ(text.selected.size(), 20U);
  EXPECT_THROW(Worker(kReader).read("<p>x</p>", MediaKind::Html, {.selections = Selections(21)}), Error);
}

TEST(Worker, ASelectorThatTakesTooLongIsStopped) {
  EXPECT_EQ(failure_of_selector("//*[contains(string(/), 'z')]"), FailureKind::TimedOut);
}

TEST(Worker, ReadsAWorkbookInTheSandbox) {
  const Worker worker(kReader);
  auto table = worker.read_table(sample::written_workbook(), MediaKind::Xlsx);
  EXPECT_EQ(table.csv,
            "holder,number,expires,note\r\nAcme Ltd,IS 123,2027-01-31,\"one, two\"\r\nB\xC3\xBCro AG,IS "
            "124,2028-02-29,3.5\r\n");
  EXPECT_EQ(table.sheet_names, (std::vector<std::string>{"Register", "Other"}));
  EXPECT_TRUE(table.warnings.empty());
  EXPECT_EQ(worker.read_table(sample::written_workbook(), MediaKind::Xlsx, "Other").csv, "other\r\n");
}

TEST(Worker, SaysWhyAWorkbookIsNotRead) {
  const auto bytes = sample::written_workbook();
  auto failure = [](const std::string& given, const std::string& sheet, MediaKind kind = MediaKind::Xlsx,
                    const Worker& worker = Worker(kReader)) {
    try {
      worker.read_table(given, kind, sheet);
    } catch (const Failure& caught) {
      return caught.failure;
    }
    return FailureKind::WorkerMissing;
  };
  EXPECT_EQ(failure(bytes, "Nowhere"), FailureKind::NotThatKind);
  EXPECT_EQ(failure(bytes, std::string(1001, 'x')), FailureKind::NotThatKind);
  EXPECT_EQ(failure(bytes, "", MediaKind::Csv), FailureKind::NotThatKind);
  EXPECT_EQ(failure("", ""), FailureKind::Empty);
  EXPECT_EQ(failure(bytes.substr(0, bytes.size() / 2), ""), FailureKind::Damaged);
  EXPECT_EQ(failure(bytes, "", MediaKind::Xlsx, Worker(kReader, {.input_bytes = 100})),
            FailureKind::TooLarge);
  EXPECT_EQ(failure(bytes, "", MediaKind::Xlsx, Worker(Script("echo x").path())), FailureKind::Crashed);
  EXPECT_EQ(failure_of(bytes, MediaKind::Xlsx), FailureKind::NotThatKind) << "a table is no text";
}

TEST(Worker, EndsAReaderThatDoesNotEnd) {
  Script silent("exec 2>&1; sleep 600"), closed("exec >&- 2>&-; sleep 600"), loud("yes"),
      crashing("kill -SEGV $$"), failing("exit 3"), babbling("echo '{\"text\": {}}'");
  WorkerLimits limits{std::chrono::milliseconds(300), 1 << 16, 0};
  auto ends_with = [&](const Script& script) {
    return failure_of(std::string(1 << 20, 'x'), MediaKind::PlainText, Worker(script.path(), limits));
  };
  EXPECT_EQ(ends_with(silent), FailureKind::TimedOut);
  EXPECT_EQ(ends_with(closed), FailureKind::TimedOut);
  EXPECT_EQ(ends_with(loud), FailureKind::TooLarge);
  limits.wall_time = std::chrono::seconds(30);
  EXPECT_EQ(ends_with(crashing), FailureKind::Crashed);
  EXPECT_EQ(ends_with(failing), FailureKind::Crashed);
  EXPECT_EQ(ends_with(babbling), FailureKind::Crashed);
}

TEST(Worker, PassesNoDescriptorsAndNoEnvironment) {
  setenv("CERTREG_SECRET", "s3cret", 1);
  Script nosy("echo \"descriptors: $(echo /proc/self/fd/*) secret: $CERTREG_SECRET\" >&2; exit 3");
  int opened = open("/dev/null", O_RDONLY), extra = dup2(opened, 57);
  try {
    Worker(nosy.path()).read("x", MediaKind::PlainText);
    FAIL() << "was read";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.internal.find("s3cret"), std::string::npos);
    EXPECT_EQ(failure.internal.find("/fd/57"), std::string::npos);
  }
  close(extra);
  close(opened);
}

TEST(Worker, ManyAtOnceLeaveNothingOpen) {
  const Worker worker(kReader);
  std::size_t before = open_descriptors();
  std::vector<std::jthread> threads;
  for (int number = 0; number < 4; ++number)
    threads.emplace_back([&worker, number] {
      std::string text = fmt::format("document {}", number);
      for (int times = 0; times < 3; ++times)
        EXPECT_EQ(words_of(worker.read(text, MediaKind::PlainText)), text + "\n");
    });
  threads.clear();
  EXPECT_EQ(open_descriptors(), before);
}

TEST(Sandbox, RefusesFilesNetworkAndProcesses) {
  std::string command = kReader.string() + " --probe";
  std::unique_ptr<FILE, int (*)(FILE*)> output(popen(command.c_str(), "r"), pclose);
  std::string lines;
  std::array<char, 256> buffer;
  while (fgets(buffer.data(), buffer.size(), output.get()) != nullptr) lines += buffer.data();
  int status = pclose(output.release());
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
  EXPECT_EQ(lines, "sandbox compiled out: this build has a sanitizer\n");
  EXPECT_EQ(WEXITSTATUS(status), 3);
#else
  EXPECT_EQ(WEXITSTATUS(status), 0) << lines;
  EXPECT_EQ(lines.find("ALLOWED"), std::string::npos) << lines;
  for (const char* attempt : {"open_file", "create_file", "socket", "fork", "execute", "ptrace"})
    EXPECT_NE(lines.find(std::string(attempt) + " refused"), std::string::npos) << attempt;
#endif
}

}  // namespace
}  // namespace certreg::documents
