// The user's own files over those that are built in, and their reload.
#include "certreg/service/world.h"

#include <gtest/gtest.h>

#include <thread>

#include "certreg/domain/error.h"
#include "certreg/service/reference_history.h"
#include "service/register_world.h"

namespace certreg::service {
namespace {

constexpr const char* kSource =
    "name: arduino\ntitle: Mine\nclaimant: {kind: supplier, name: Me}\npages: [{address: "
    "https://me.example/}]\n";

std::string standard(const std::string& ended) {
  return "standards:\n  - id: iso-iec-27001\n    name: ISO/IEC 27001\n    title: Mine\n    source: me\n"
         "    seen: 2026-01-31\n    editions:\n      - id: \"2022\"\n        published: 2022-10-25\n" +
         (ended.empty() ? "" : "        ended: " + ended + "\n") +
         "        source: me\n        seen: 2026-01-31\n";
}

// "place: rule", a line each.
std::string problems_of(const std::vector<OverlayFile>& overlay) {
  try {
    load_world(built_in_world_files(), overlay, {});
    return "";
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Invalid);
    std::string text;
    for (const auto& [field, rule] : error.fields) text += field + ": " + rule + "\n";
    return text;
  }
}

const ListCount& count_of(const WorldData& world, const std::string& list) {
  return *std::find_if(world.counts.begin(), world.counts.end(),
                       [&](const auto& row) { return row.list == list; });
}

TEST(World, OfBuiltInFilesAlone) {
  const auto world = load_world(built_in_world_files(), {}, {});
  ASSERT_NE(find_source(world.sources, "arduino"), nullptr);
  EXPECT_TRUE(find_source(world.sources, "arduino")->built_in);
  EXPECT_EQ(find_source(world.sources, "sample-harbour-cloud"), nullptr);
  EXPECT_EQ(world.reference.find(AccreditationBodyId{"fictional-accreditation"}), nullptr);
  for (const auto& count : world.counts) EXPECT_EQ(count.overlaid, 0U) << count.list;
  const auto sample = load_world(built_in_world_files(), {}, {.sample = true});
  EXPECT_NE(find_source(sample.sources, "sample-harbour-cloud"), nullptr);
  EXPECT_NE(sample.reference.find(AccreditationBodyId{"fictional-accreditation"}), nullptr);
}

TEST(World, OverlaysReferenceDataSourcesAndLabels) {
  const std::vector<OverlayFile> overlay{
      {"reference/mine.yaml", standard("2030-12-31")},
      {"importers/arduino/source.yaml", kSource},
      {"importers/new/source.yaml", "name: new\ntitle: New\npages: [{address: https://new.example/}]\n"},
      {"importers/labels/xx.yaml", "language: xx\nlabels:\n  number: [Zertifikatsnummernwort]\n"},
      {"importers/new/README.yaml", "anything: at all\n"}};
  const auto world = load_world(built_in_world_files(), overlay, {});
  EXPECT_EQ(world.reference.find(StandardId{"iso-iec-27001"}, "2022")->ended, Date(2030, 12, 31));
  EXPECT_EQ(find_source(world.sources, "arduino")->title, "Mine");
  EXPECT_FALSE(find_source(world.sources, "arduino")->built_in);
  ASSERT_NE(find_source(world.sources, "new"), nullptr);
  EXPECT_FALSE(find_source(world.sources, "new")->built_in);
  EXPECT_NE(world.labels.longest_at("zertifikatsnummernwort").label, nullptr);
  EXPECT_EQ(count_of(world, "standards").overlaid, 1U);
  EXPECT_EQ(count_of(world, "sources").overlaid, 2U);
  EXPECT_EQ(count_of(world, "label_files").overlaid, 1U);
  EXPECT_EQ(count_of(world, "registers").overlaid, 0U);
}

TEST(World, NamesWhatIsWrongInEveryPartAtOnce) {
  const auto problems = problems_of({{"reference/mine.yaml", "standards:\n  - id: x\n"},
                                     {"importers/mine/source.yaml", "name: mine\n"},
                                     {"importers/labels/xx.yaml", "labels: {}\n"}});
  for (const auto* place :
       {"reference/mine.yaml:2: ", "importers/mine/source.yaml", "importers/labels/xx.yaml"})
    EXPECT_NE(problems.find(place), std::string::npos) << place << "\n" << problems;
}

class Reload : public testing::Test {
 protected:
  ReloadReport reload() { return services().reload.reload(services(), kReviewer); }
  Services& services() { return world_.services(); }
  RegisterWorld world_;
};

TEST_F(Reload, ReplacesTheWorldAndIsAudited) {
  world_.overlay({{"reference/mine.yaml", standard("2030-12-31")}});
  const auto report = reload();
  EXPECT_EQ(report.reference_version, services().reference().version());
  EXPECT_EQ(services().reference().find(StandardId{"iso-iec-27001"})->title, "Mine");
  auto transaction = services().database.begin(store::TransactionMode::ReadOnly);
  const auto events = store::list_audit(transaction, 0, 1);
  ASSERT_EQ(events.size(), 1U);
  EXPECT_EQ(events[0].action, "reload");
  EXPECT_GT(events[0].at, Instant{});
  EXPECT_EQ(events[0].noun_id, report.reference_version);
}

TEST_F(Reload, LeavesTheWorldAsItIsWhenAFileIsWrong) {
  const auto version = services().reference().version();
  world_.overlay({{"reference/mine.yaml", "standards: wrong\n"}});
  EXPECT_THROW(reload(), Error);
  EXPECT_EQ(services().reference().version(), version);
  EXPECT_TRUE(list_reference_versions(services()).empty());
}

TEST_F(Reload, RecordsAVersionOnlyWhenItDiffersFromTheLast) {
  reload();
  reload();
  EXPECT_EQ(list_reference_versions(services()).size(), 1U);
  world_.overlay({{"reference/mine.yaml", standard("2030-12-31")}});
  reload();
  world_.overlay({});
  reload();
  const auto versions = list_reference_versions(services());
  ASSERT_EQ(versions.size(), 3U);
  EXPECT_EQ(versions[0].version, versions[2].version);
  EXPECT_NE(versions[0].version, versions[1].version);
}

TEST_F(Reload, RequestsGoOnMeanwhile) {
  std::atomic<bool> done{false};
  std::vector<std::thread> askers;
  std::atomic<long> answers{0};
  for (int i = 0; i < 3; ++i)
    askers.emplace_back([&] {
      while (!done) {
        const auto answer = world_.asked();
        if (answer.standard->id == StandardId{"iso-iec-27001"} && !answer.standard->name.empty()) ++answers;
      }
    });
  for (int round = 0; round < 4; ++round) {
    const auto before = answers.load();
    world_.overlay({{"reference/mine.yaml", standard("203" + std::to_string(round) + "-12-31")}});
    reload();
    while (answers.load() < before + 3) std::this_thread::yield();
  }
  done = true;
  for (auto& asker : askers) asker.join();
  EXPECT_EQ(services().reference().find(StandardId{"iso-iec-27001"}, "2022")->ended, Date(2033, 12, 31));
}

// A question about 2026-06-01 as the register would have answered it then.
class KnownAt : public Reload {
 protected:
  KnownAt() {
    world_.take("a.csv", table(row("IS 100", "2025-01-10", "2028-01-09")), true);
    world_.clock().set("2026-06-02T12:00:00Z");
    with_end("");
    first_ = services().reference().version();
    world_.clock().set("2026-06-03T12:00:00Z");
    with_end("2026-05-31");
    corrected_ = services().reference().version();
    world_.clock().set("2026-06-04T12:00:00Z");
  }
  void with_end(const std::string& ended) {
    world_.overlay({{"reference/mine.yaml", standard(ended)}});
    reload();
  }
  Verification asked(const char* known_at) {
    VerifyRequest request;
    request.entity = "Acme Cloud Limited";
    request.standard = "27001";
    request.on = support::day("2026-06-01");
    if (*known_at != '\0') request.known_at = parse_instant(known_at).value();
    return verify(services(), request);
  }
  std::string first_, corrected_;
};

TEST_F(KnownAt, JudgesByTheReferenceDataOfThen) {
  const struct {
    const char *known_at, *code;
    bool corrected, noted;
  } cases[] = {{"", "edition_withdrawn", true, false},
               {"2026-06-04T00:00:00Z", "edition_withdrawn", true, false},
               {"2026-06-03T12:00:00Z", "edition_withdrawn", true, false},
               {"2026-06-03T11:59:59Z", "edition_current", false, false},
               {"2026-06-02T12:00:00Z", "edition_current", false, false},
               {"2026-06-02T11:59:59Z", "edition_current", false, true}};
  for (const auto& [known_at, code, corrected, noted] : cases) {
    const auto answer = asked(known_at);
    EXPECT_TRUE(has_code(answer, Topic::Standard, code)) << known_at;
    EXPECT_EQ(answer.verdict.reference_version, corrected ? corrected_ : first_) << known_at;
    EXPECT_EQ(answer.reference_note.empty(), !noted) << known_at << answer.reference_note;
  }
}

TEST_F(KnownAt, AStandardThatWasNotKnownThenHasNoKnownEdition) {
  world_.overlay({{"reference/mine.yaml",
                   "standards:\n  - id: iso-9999\n    name: ISO 9999\n    title: New\n    source: me\n"
                   "    seen: 2026-01-31\n"}});
  reload();
  VerifyRequest request;
  request.entity = "Acme Cloud Limited";
  request.standard = "ISO 9999";
  request.known_at = parse_instant("2026-06-02T12:00:00Z").value();
  const auto answer = verify(services(), request);
  EXPECT_EQ(answer.verdict.reference_version, first_);
  EXPECT_TRUE(has_code(answer, Topic::Standard, "nothing_found"));
}

TEST_F(Reload, WithoutAnyRecordThePresentDataAreUsedAndTheAnswerSaysSo) {
  VerifyRequest request;
  request.entity = "Acme Cloud Limited";
  request.standard = "27001";
  request.known_at = parse_instant("2026-06-01T00:00:00Z").value();
  const auto answer = verify(services(), request);
  EXPECT_EQ(answer.verdict.reference_version, "reference-for-tests");
  EXPECT_NE(answer.reference_note, "");
}

TEST(ReferenceRecords, AreReadBackAsTheyWere) {
  const std::vector<OverlayFile> overlay{{"reference/mine.yaml", standard("2030-12-31")}};
  const auto world = load_world(built_in_world_files(), overlay, {});
  const auto again = load_recorded(world.record.files);
  EXPECT_EQ(again.version(), world.reference.version());
  EXPECT_EQ(again.find(StandardId{"iso-iec-27001"}, "2022")->ended, Date(2030, 12, 31));
}

TEST(ReferenceRecords, ThatThisProgramCannotReadAreItsFailureAndNotTheCallers) {
  try {
    load_recorded(R"([{"name": "a.yaml", "overlay": false, "text": "colours: []\n"}])");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.kind, ErrorKind::Unavailable);
    EXPECT_NE(error.internal.find("a.yaml:1"), std::string::npos);
  }
}

}  // namespace
}  // namespace certreg::service
