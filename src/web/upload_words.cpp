#include "web/upload_words.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "certreg/codec/json.h"
#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/document_uses.h"

namespace certreg::web {
namespace {

constexpr int kMostUses = 100;

struct Outcome {
  std::string_view name;
  UploadTone tone;
};
// What is said of an item; its words are the message "upload.NAME".
constexpr Outcome kOutcomes[] = {
    {"accepted", UploadTone::Done},         {"pending", UploadTone::Waits},
    {"unchanged", UploadTone::Known},       {"rejected_before", UploadTone::Known},
    {"nothing_found", UploadTone::Refused}, {"no_claim", UploadTone::Note},
    {"warning", UploadTone::Note},          {"bad_row", UploadTone::Refused},
};

// "too_large: the document is larger than ...": the kind of a failure.
std::string kind_in(const std::string& detail) { return detail.substr(0, detail.find(": ")); }

const std::string* known_words(const Visit& visit, const std::string& key) {
  const auto& all = messages(visit.language);
  const auto found = all.find(key);
  return found == all.end() ? nullptr : &found->second;
}

UploadLine failed_line(const Visit& visit, const std::string& detail) {
  const auto* words = known_words(visit, "upload.failed." + kind_in(detail));
  if (words == nullptr) return {UploadTone::Refused, message(visit.language, "upload.failed"), detail};
  const auto colon = detail.find(": ");
  return {UploadTone::Refused, *words, colon == std::string::npos ? std::string() : detail.substr(colon + 2)};
}

std::string problems_in(const codec::Json& errors) {
  std::string words;
  for (const auto& error : errors)
    words += (words.empty() ? "" : "; ") + error.value("field", "") + " " + error.value("rule", "");
  return words;
}

UploadLine line_of(const Visit& visit, const store::ImportItem& item) {
  const auto about = codec::parse(item.detail);
  auto detail = about.contains("detail") && about["detail"].is_string()
                    ? harmless(about["detail"].get<std::string>())
                    : std::string();
  if (about.contains("errors") && !about["errors"].empty()) detail = harmless(problems_in(about["errors"]));
  if (item.outcome == "failed") return failed_line(visit, detail);
  for (const auto& [name, tone] : kOutcomes)
    if (name == item.outcome) return {tone, message(visit.language, "upload." + item.outcome), detail};
  return {UploadTone::Refused, message(visit.language, "upload.failed"),
          item.outcome + (detail.empty() ? "" : ": " + detail)};
}

// A table has no line for each row that was taken.
std::vector<UploadLine> counted_lines(const Visit& visit, const store::ImportRun& run) {
  std::vector<UploadLine> lines;
  const auto counts = codec::parse(run.counts);
  if (!counts.contains("rows")) return lines;
  const auto say = [&](const char* what, UploadTone tone) {
    const auto count = counts.value(what, 0L);
    if (count > 0)
      lines.push_back(
          {tone,
           message(visit.language, std::string("upload.rows.") + what, {{"count", std::to_string(count)}}),
           ""});
  };
  say("rows", UploadTone::Note);
  say("accepted", UploadTone::Done);
  say("pending", UploadTone::Waits);
  say("unchanged", UploadTone::Known);
  say("bad_rows", UploadTone::Refused);
  return lines;
}

void add_links(const Visit& visit, const DocumentId& document, UploadResult& result) {
  std::set<std::string> seen;
  const auto add = [&](const std::string& address, const std::string& words) {
    if (seen.insert(address).second) result.links.push_back({address, words});
  };
  auto uses = service::uses_of_document(visit.services, document, kMostUses + 1);
  if (uses.size() > static_cast<std::size_t>(kMostUses)) {
    uses.pop_back();
    result.lines.push_back({UploadTone::Note, message(visit.language, "upload.more_uses"), ""});
  }
  for (const auto& use : uses) {
    if (use.state == "pending")
      add("/proposals/" + use.proposal.value, message(visit.language, "upload.to_proposal"));
    else if (const auto supplier = visit.services.catalogue.supplier(use.supplier))
      add("/suppliers/" + supplier->id.value,
          message(visit.language, "upload.to_supplier", {{"name", harmless(supplier->name)}}));
  }
}

UploadLine further_line(const Visit& visit, std::size_t count) {
  return {UploadTone::Note,
          message(visit.language, count == 1 ? "upload.more_item" : "upload.more_items",
                  {{"count", number_text(static_cast<std::int64_t>(count), visit.language)}}),
          ""};
}

UploadLine unfinished_line(const Visit& visit, const store::ImportRun& run) {
  return {UploadTone::Refused, message(visit.language, "upload." + run.state), harmless(run.error)};
}

}  // namespace

std::string_view to_string(UploadTone tone) {
  switch (tone) {
    case UploadTone::Done:
      return "done";
    case UploadTone::Waits:
      return "waits";
    case UploadTone::Known:
      return "known";
    case UploadTone::Refused:
      return "refused";
    case UploadTone::Note:
      return "note";
  }
  return "note";
}

UploadResult result_of(const Visit& visit, const store::ImportRun& run,
                       const std::vector<store::ImportItem>& items, std::size_t further) {
  UploadResult result{.is_over = run.state != "running"};
  if (run.state == "failed" || run.state == "interrupted")
    result.lines.push_back(unfinished_line(visit, run));
  for (auto& line : counted_lines(visit, run)) result.lines.push_back(std::move(line));
  std::set<std::string> documents;
  for (const auto& item : items) {
    result.lines.push_back(line_of(visit, item));
    if (!item.document.empty() && documents.insert(item.document.value).second)
      add_links(visit, item.document, result);
  }
  if (further > 0) result.lines.push_back(further_line(visit, further));
  return result;
}

UploadResult refused(const Visit& visit, const Error& error) {
  if (!error.fields.empty() && error.fields.front().field == kFile)
    return {true, {{UploadTone::Refused, message(visit.language, "upload.failed.empty"), ""}}, {}};
  const auto key = error.kind == ErrorKind::TooLarge ? "upload.failed.too_large"
                   : error.kind == ErrorKind::Busy   ? "upload.busy"
                                                     : "upload.not_taken";
  return {true, {{UploadTone::Refused, message(visit.language, key), harmless(error.what())}}, {}};
}

}  // namespace certreg::web
