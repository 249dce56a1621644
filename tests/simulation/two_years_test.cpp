// What the change feed, the state of the source and the answers say, day by day, against what happened.
// CERTREG_SHOW=1 prints the play as a table.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "simulation/scenes.h"

namespace certreg::simulation {
namespace {

struct Entry {
  Date day;  // when it was told
  RegisterChange change;
};

struct Observed {
  std::vector<Entry> feed;
  std::string page, file, mail, drive;
  std::optional<Date> confirmed;
  std::size_t known = 0;
};

void note_feed(Stage& stage, Date day, Observed& seen) {
  for (auto& told : stage.changes_since_last_asked()) seen.feed.push_back({day, std::move(told.change)});
}

// Once the register has looked, no answer may be better than the scene's.
void expect_no_wrong_yes(Stage& stage, const Answers& answers) {
  for (const auto& [service, answer] :
       {std::pair("Tidewater Mail", answers.mail), std::pair("Tidewater Drive", answers.drive)}) {
    if (std::string_view(answer) == "satisfied") continue;
    EXPECT_NE(stage.verified(service), "satisfied") << service;
  }
}

void play_day(Stage& stage, const Scene& scene, Date day, Observed& seen) {
  stage.set_day(day);
  const auto asked = stage.site().times_asked(kPagePath);
  const auto runs = stage.run_what_is_due();
  note_feed(stage, day, seen);
  if (runs > 0) expect_no_wrong_yes(stage, scene.answers);
  if (std::string_view(scene.results.page) != "unchanged") return;
  EXPECT_LE(stage.site().times_asked(kPagePath) - asked, 1U) << "on " << day.to_string();
}

Observed play(Stage& stage, const Scene& scene, Date end) {
  Observed seen;
  const auto begin = support::day(scene.day);
  stage.set_day(begin);
  scene.act(stage);
  for (auto day = begin.plus_days(scene.asleep_days); day < end; day = day.plus_days(1))
    play_day(stage, scene, day, seen);
  seen.page = stage.result_at(kPagePath);
  seen.file = stage.result_at(kFilePath);
  seen.mail = stage.verified("Tidewater Mail");
  seen.drive = stage.verified("Tidewater Drive");
  seen.confirmed = stage.certificate_confirmed();
  seen.known = stage.certificates_known();
  return seen;
}

void expect_told(const std::vector<Told>& feed, const std::vector<Entry>& seen) {
  std::string all;
  for (const auto& entry : seen) all += "  " + entry.change.sentence + "\n";
  ASSERT_EQ(seen.size(), feed.size()) << all;
  for (std::size_t i = 0; i < feed.size(); ++i) {
    const auto& change = seen[i].change;
    EXPECT_EQ(to_string(change.kind), to_string(feed[i].kind)) << change.sentence;
    EXPECT_NE(change.sentence.find(feed[i].words), std::string::npos) << change.sentence;
  }
}

void expect_as_it_happened(const Scene& scene, const Observed& seen) {
  expect_told(scene.feed, seen.feed);
  EXPECT_EQ(seen.page, scene.results.page);
  EXPECT_EQ(seen.file, scene.results.file);
  EXPECT_EQ(seen.mail, scene.answers.mail);
  EXPECT_EQ(seen.drive, scene.answers.drive);
  EXPECT_EQ(seen.known, scene.known);
  const bool confirmed = seen.confirmed && *seen.confirmed >= support::day(scene.day);
  EXPECT_EQ(confirmed, scene.confirmed == Confirmed::Yes);
}

std::string without(std::string text, const std::string& origin) {
  for (auto at = text.find(origin); at != std::string::npos; at = text.find(origin))
    text.erase(at, origin.size());
  return text;
}

std::string feed_words(const Observed& seen, const std::string& origin) {
  std::string text;
  for (const auto& [day, change] : seen.feed)
    text += fmt::format("{}{} {}{}: {}", text.empty() ? "" : "<br>", day.to_string(), to_string(change.kind),
                        change.adverse ? " (adverse)" : "", without(change.sentence, origin));
  return text.empty() ? "silent" : text;
}

bool is_shown() { return std::getenv("CERTREG_SHOW") != nullptr; }

void show(const Scene& scene, const Observed& seen, const std::string& origin) {
  if (!is_shown()) return;
  fmt::print("| {} | {} | {}, {} | {} | {} | {} |\n", scene.day, scene.happens, seen.page, seen.file,
             feed_words(seen, origin), seen.mail, seen.drive);
}

void show_heading() {
  if (!is_shown()) return;
  fmt::print(
      "| from | what happened | page, PDF | what the change feed says | Tidewater Mail | Tidewater Drive "
      "|\n");
  fmt::print("|---|---|---|---|---|---|\n");
}

TEST(TwoYears, OfATrustCentreAreToldAsTheyHappened) {
  Stage stage;
  const auto& scenes = two_years();
  show_heading();
  for (auto scene = scenes.begin(); scene != scenes.end(); ++scene) {
    SCOPED_TRACE(std::string(scene->day) + " " + scene->happens);
    const auto next = std::next(scene);
    const auto end = next == scenes.end() ? support::day(scene->day).plus_days(14) : support::day(next->day);
    const auto seen = play(stage, *scene, end);
    show(*scene, seen, stage.site().address(""));
    expect_as_it_happened(*scene, seen);
  }
  EXPECT_GT(stage.site().times_not_modified(), 0U);
}

}  // namespace
}  // namespace certreg::simulation
