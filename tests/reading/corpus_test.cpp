// Reads real documents, where they stand beside the project, and holds the result against hand-made truth. A
// field may be missing; a wrong one is a failure.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "certreg/domain/names.h"
#include "certreg/reading/read_certificate.h"
#include "certreg/reading/read_claims.h"
#include "reading/world.h"

namespace certreg::reading {
namespace {

using nlohmann::json;

std::filesystem::path corpus() { return source_dir() / "../shared/corpus"; }

std::map<std::string, std::vector<json>> load_truth() {
  std::map<std::string, std::vector<json>> truth;
  std::ifstream file(corpus() / "truth.jsonl");
  for (std::string line; std::getline(file, line);) {
    json row = json::parse(line);
    truth[row["file"]].push_back(row);
  }
  return truth;
}

bool is_verbose() { return std::getenv("CERTREG_CORPUS_VERBOSE") != nullptr; }

struct Count {
  int right = 0, wrong = 0, missing = 0;
};

class Scores {
 public:
  // `is_sure`: read with full confidence, so that a wrong value is a failure.
  void hold(const std::string& file, const std::string& field, const std::string& truth,
            const std::string& read, bool is_sure) {
    Count& count = counts_[field];
    if (read.empty()) {
      if (!truth.empty()) ++count.missing;
      return;
    }
    if (read == truth) {
      ++count.right;
      return;
    }
    ++count.wrong;
    if (is_verbose()) fmt::print("  {}: {} is {}, read as {}\n", file, field, truth, read);
    EXPECT_FALSE(is_sure && !truth.empty())
        << file << ": " << field << " is " << truth << ", read as " << read;
  }

  void print() const {
    for (const auto& [field, count] : counts_)
      fmt::print("{}: {} right, {} wrong, {} missing\n", field, count.right, count.wrong, count.missing);
  }

 private:
  std::map<std::string, Count> counts_;
};

double confidence_of(const CertificateVersion& version, std::string_view field) {
  for (const Quote& quote : version.quotes)
    if (quote.field == field) return quote.confidence;
  return 0;
}

std::string text_of(const json& row, const char* member) {
  auto found = row.find(member);
  return found != row.end() && found->is_string() ? found->get<std::string>() : std::string();
}

std::string day_of(const std::optional<Date>& date) { return date ? date->to_string() : std::string(); }

const json* truth_of(const std::vector<json>& rows, const Draft& draft) {
  for (const json& row : rows) {
    auto mention = world().standard_of(text_of(row, "standard"));
    if (mention && mention->standard == draft.version.standard) return &row;
  }
  return nullptr;
}

void hold_draft(const std::string& file, const json& row, const Draft& draft, Scores& scores) {
  const CertificateVersion& version = draft.version;
  auto sure = [&](const char* field) { return confidence_of(version, field) >= 1; };
  scores.hold(file, "number", normalise_number(text_of(row, "certificate_number")),
              normalise_number(version.number), sure("number"));
  scores.hold(file, "expires", text_of(row, "expires"), day_of(version.expires), sure("expires"));
  scores.hold(file, "issued", text_of(row, "issued"), day_of(version.issued), false);
  scores.hold(file, "first_issued", text_of(row, "first_issued"), day_of(version.first_issued), false);
  std::string holder = version.holders.empty() ? std::string() : normalise_name(version.holders.front().name);
  scores.hold(file, "holder", normalise_name(text_of(row, "holder")), holder, false);
  scores.hold(file, "edition", text_of(row, "iso_edition"), version.edition, false);
}

DocumentReading read_file(const std::string& file, const std::string& doc_type, const std::string& holder) {
  std::string bytes = file_bytes(corpus() / file);
  auto kind = documents::sniff_media(bytes, "", file);
  Text text = worker().read(bytes, kind);
  bool is_certificate = kind == documents::MediaKind::Pdf || doc_type.starts_with("certificate");
  if (is_certificate) return read_certificate(text, labels(), world());
  return read_claims(text, {{ClaimantKind::Supplier, holder}, holder}, labels(), claim_words(), world());
}

TEST(Corpus, NoFieldReadWithFullConfidenceIsWrong) {
  if (!std::filesystem::exists(corpus() / "truth.jsonl")) {
    fmt::print("no corpus beside the project: nothing to hold reading against\n");
    return;
  }
  Scores certificates, claims;
  for (const auto& [file, rows] : load_truth()) {
    DocumentReading reading;
    ASSERT_NO_THROW(reading =
                        read_file(file, text_of(rows.front(), "doc_type"), text_of(rows.front(), "holder")))
        << file;
    if (text_of(rows.front(), "doc_type") == "not a certificate") {
      EXPECT_TRUE(reading.drafts.empty()) << file;
      EXPECT_FALSE(reading.nothing_found_why.empty()) << file;
    }
    bool is_page = file.starts_with("pages/");
    if (is_verbose())
      fmt::print("{}: {} drafts {}\n", file, reading.drafts.size(), reading.nothing_found_why);
    for (const Draft& draft : reading.drafts)
      if (const json* row = truth_of(rows, draft))
        hold_draft(file, *row, draft, is_page ? claims : certificates);
  }
  fmt::print("certificates\n");
  certificates.print();
  fmt::print("pages\n");
  claims.print();
}

}  // namespace
}  // namespace certreg::reading
