#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "accuracy/measure/report.h"

namespace certreg::accuracy {
namespace {

using Lines = fmt::memory_buffer;

template <class... Parts>
void put(Lines& lines, fmt::format_string<Parts...> form, Parts&&... parts) {
  fmt::format_to(std::back_inserter(lines), form, std::forward<Parts>(parts)...);
}

std::string shown(const Share& share) {
  if (share.total == 0) return "-";
  return fmt::format("{:.3f} ({:.3f}-{:.3f})", share.value, share.low, share.high);
}

constexpr std::string_view kRow = "  {:<26}{:>7}{:>6}{:>6}{:>9}{:>7}{:>7}{:>6}{:>11}  {:<21}  {:<21}\n";

void put_header(Lines& lines) {
  put(lines, kRow, "", "stated", "right", "wrong", "invented", "missed", "open", "brand", "not stated",
      "precision (95 %)", "recall (95 %)");
}

void put_row(Lines& lines, std::string_view name, const Tally& tally) {
  put(lines, kRow, name, tally.stated(), tally.of(Outcome::Right), tally.of(Outcome::Wrong),
      tally.of(Outcome::Invented), tally.of(Outcome::Missed), tally.of(Outcome::Open),
      tally.of(Outcome::Brand), tally.of(Outcome::NotStated), shown(tally.precision()),
      shown(tally.recall()));
}

void put_group(Lines& lines, const Measurement& measurement, const Group& group) {
  const auto rows = std::ranges::count_if(measurement.results, group.chooses);
  put(lines, "\n{}: {}\n", group.name, rows);
  put_header(lines);
  for (const auto field : main_fields()) put_row(lines, field, tally_of(measurement, group.chooses, field));
  put_row(lines, "all seven", tally_of_main(measurement, group.chooses));
  for (const auto field : further_fields()) {
    const auto tally = tally_of(measurement, group.chooses, field);
    if (tally.stated() + tally.of(Outcome::Invented) > 0) put_row(lines, field, tally);
  }
  const auto scope = tally_of(measurement, group.chooses, "scope");
  if (scope.stated() > 0)
    put(lines, "  scope: exact to white space {}; equal but for case and punctuation {}\n",
        shown(scope.recall()), shown(scope.folded_recall()));
}

void put_impostors(Lines& lines, const Measurement& measurement) {
  const auto taken = std::ranges::count_if(measurement.impostors, &Impostor::taken_for_one);
  const auto of_others = std::ranges::count_if(measurement.impostors, [](const Impostor& impostor) {
    return !impostor.taken_for_one() && impostor.of_others > 0;
  });
  put(lines,
      "\ndocuments that are no certificate of an asked standard: {}, taken for one: {}; read as another "
      "standard's: {}\n",
      measurement.impostors.size(), taken, of_others);
  for (const auto& impostor : measurement.impostors) {
    const auto* told = impostor.failure.empty() ? &impostor.why : &impostor.failure;
    const std::string_view verdict = impostor.taken_for_one() ? "TAKEN FOR ONE"
                                     : impostor.of_others > 0 ? "another standard's"
                                     : impostor.claims > 0    ? "a claim only"
                                                              : "refused";
    put(lines, "  {}: {}: {}\n", impostor.file, verdict, *told);
  }
}

void put_calibration(Lines& lines, const Measurement& measurement) {
  const auto all = groups_of(measurement);
  put(lines, "\ncalibration: of the seven fields read with this confidence, how many are right\n");
  for (const Group& group : all) {
    put(lines, "  {}\n", group.name);
    for (const Bin& bin : calibration(measurement, group.chooses))
      if (bin.right.total > 0)
        put(lines, "    {:.2f}{:<8} {:>4} of {:>4}  {}\n", bin.from,
            bin.from < bin.until ? fmt::format(" to {:.2f}", bin.until) : "", bin.right.right,
            bin.right.total, shown(bin.right));
  }
}

void put_aspect(Lines& lines, const Measurement& measurement, Aspect aspect, std::string_view title) {
  put(lines, "\ncertificates {}\n", title);
  put_header(lines);
  for (const Group& group : groups_by(measurement, aspect))
    put_row(lines, group.name, tally_of_main(measurement, group.chooses));
}

bool is_shown(const Judged& judged, Detail detail) {
  if (judged.outcome == Outcome::NotStated) return false;
  return detail == Detail::Everything || judged.outcome != Outcome::Right;
}

void put_field(Lines& lines, const Judged& judged) {
  put(lines, "    {} {}", judged.field, to_string(judged.outcome));
  if (!judged.note.empty()) put(lines, " ({})", judged.note);
  put(lines, "\n      expected: {}\n", judged.expected.empty() ? "nothing" : judged.expected);
  if (!judged.got.empty()) put(lines, "      got:      {}  [{:.2f}]\n", judged.got, judged.confidence);
  if (!judged.quote.empty()) put(lines, "      quote:    {}\n", judged.quote);
}

void put_results(Lines& lines, const Measurement& measurement, Detail detail) {
  put(lines, "\n{}\n", detail == Detail::Everything ? "every field" : "every miss");
  for (const Result& result : measurement.results) {
    const auto shows = [&](const Judged& judged) { return is_shown(judged, detail); };
    if (result.failure.empty() && std::ranges::none_of(result.fields, shows)) continue;
    put(lines, "  {}{}{}\n", result.file,
        result.line > 0 ? fmt::format(", line {}", result.line) : ", read besides the truth",
        result.failure.empty() ? "" : ": not read: " + result.failure);
    if (!result.failure.empty()) continue;
    for (const Judged& judged : result.fields)
      if (shows(judged)) put_field(lines, judged);
  }
}

}  // namespace

std::string report_text(const Measurement& measurement, Detail detail) {
  Lines lines;
  put(lines, "{} documents, {} of them not read; the slowest took {:.1f} s ({})\n", measurement.documents,
      measurement.failed, measurement.slowest_seconds, measurement.slowest);
  for (const auto& warning : measurement.warnings) put(lines, "truth.jsonl, {}\n", warning);
  for (const Group& group : groups_of(measurement)) put_group(lines, measurement, group);
  put_impostors(lines, measurement);
  put_calibration(lines, measurement);
  put_aspect(lines, measurement, Aspect::Body, "by certification body");
  put_aspect(lines, measurement, Aspect::Language, "by language");
  put_aspect(lines, measurement, Aspect::TextKind, "by kind of text");
  put_results(lines, measurement, detail);
  if (!measurement.asides.empty()) put(lines, "\nread besides, and counted for nothing\n");
  for (const auto& [file, what] : measurement.asides) put(lines, "  {}: {}\n", file, what);
  put(lines, "\nhow it is compared\n");
  for (const auto rule : normalisation_rules()) put(lines, "  - {}\n", rule);
  return fmt::to_string(lines);
}

}  // namespace certreg::accuracy
