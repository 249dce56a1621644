// SPDX-License-Identifier: GPL-2.0-or-later
#include <fmt/format.h>

#include <algorithm>

#include "documents/worker/revision_changes.h"
#include "documents/worker/revision_ends.h"
#include "documents/worker/signature_case.h"

namespace certreg::worker {
namespace {

using documents::Change;
using documents::ChangeKind;
using documents::Coverage;

bool is_signature_data(const Change& change) {
  return change.kind == ChangeKind::ValidationData || change.kind == ChangeKind::FurtherSignature ||
         change.kind == ChangeKind::DocumentTimestamp;
}

std::string sentence_of(const std::vector<Change>& changes) {
  std::string list;
  for (const auto& change : changes)
    fmt::format_to(std::back_inserter(list), "{}{}", list.empty() ? "" : "; ", change.sentence);
  return list;
}

void note_broken_certification(documents::SignatureReport& report) {
  if (report.certification_level == 0 || report.coverage.value != Coverage::ContentChanged) return;
  const auto goes_beyond = [&](const Change& change) {
    if (is_signature_data(change)) return false;
    const bool is_form = change.kind == ChangeKind::FormValue;
    if (report.certification_level == 2) return !is_form;
    return report.certification_level == 1 || (!is_form && change.kind != ChangeKind::Annotation);
  };
  if (std::ranges::any_of(report.changes, goes_beyond))
    report.weaknesses.emplace_back("the changes go beyond what its certification allows");
}

void judge_changes(documents::SignatureReport& report, bool is_well_formed) {
  const auto& changes = report.changes;
  if (!std::ranges::all_of(changes, is_signature_data)) {
    auto named = changes;
    std::erase_if(named, is_signature_data);
    report.coverage = {Coverage::ContentChanged, "the document was changed after it: " + sentence_of(named)};
    note_broken_certification(report);
  } else if (!is_well_formed) {
    report.coverage = {Coverage::Unknown, "not known what came after it: the file is not well formed"};
  } else if (changes.empty()) {
    report.coverage = {Coverage::OnlySignatureData, "what came after it changes nothing that is shown"};
  } else {
    report.coverage = {Coverage::OnlySignatureData,
                       "only signature data came after it: " + sentence_of(changes)};
  }
}

}  // namespace

void judge_coverage(std::string_view file, QPDF& now, SignatureCase& one) {
  auto& report = one.report;
  if (!one.range.problem.empty()) {
    report.coverage = {Coverage::Unknown, "not known what it covers: " + one.range.problem};
    return;
  }
  if (is_only_line_end(file, one.range.end)) {
    report.coverage = {Coverage::WholeFile, "covers the whole file"};
    return;
  }
  try {
    const auto before = open_strictly(file.substr(0, one.range.end));
    report.changes = changes_between(*before, now);
    if (auto stray = stray_bytes_after(file, one.range.end))
      report.changes.push_back({ChangeKind::StrayBytes, *std::move(stray)});
    judge_changes(report, !before->anyWarnings() && !now.anyWarnings());
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    report.coverage = {Coverage::Unknown,
                       "not known what came after it: its state of the file cannot be read strictly"};
  }
}

}  // namespace certreg::worker
