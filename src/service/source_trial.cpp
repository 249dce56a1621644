#include "certreg/service/source_trial.h"

#include <algorithm>

#include "certreg/fetch/address.h"
#include "certreg/fetch/fetcher.h"
#include "certreg/service/text_reading.h"
#include "service/reading_tools.h"
#include "service/row_reading.h"
#include "service/source_walk.h"

namespace certreg::service {
namespace {

constexpr std::size_t kShownRows = 20, kShownProblems = 20;

class Trying {
 public:
  Trying(Services& services, const SourceDefinition& source, const std::vector<TrialDocument>& documents)
      : services_(services), source_(source), documents_(documents), walk_(source) {
    trial_.source = source.name;
  }

  Trial run() {
    for (const auto& document : documents_)
      if (document.address.empty()) try_file(document);
    if (!trial_.pages.empty()) return std::move(trial_);
    for (std::optional<Step> step; trial_.pages.size() < kMostTrialPages && (step = walk_.next());)
      try_step(*step);
    trial_.left_out = walk_.left_out();
    return std::move(trial_);
  }

 private:
  void try_file(const TrialDocument& document) {
    TrialPage page{.address = document.name};
    read(document.bytes, document.media_type, document.name, page_of(source_, "", document.name), page);
    trial_.pages.push_back(std::move(page));
  }

  void try_step(const Step& step) {
    TrialPage page{.address = step.address, .found_on = step.found_on};
    const auto answer = answer_to(step.address);
    page.final_address = answer.final_address;
    if (answer.outcome != fetch::FetchOutcome::Fetched) {
      page.result = result_of(answer.outcome);
      page.detail = answer.detail;
    } else if (!answer.final_address.empty() && !walk_.is_of_source(answer.final_address)) {
      page.result = PageResult::MovedAway;
      page.detail = "it leads to " + answer.final_address;
    } else {
      take(step, answer, page);
    }
    trial_.pages.push_back(std::move(page));
  }

  void take(const Step& step, const fetch::FetchResult& answer, TrialPage& page) {
    const auto text = read(answer.body, answer.content_type, step.address, *step.page, page);
    if (step.kind && page.kind != step.kind) {
      page.result = PageResult::OtherKind;
      page.detail = "it is not " + std::string(to_string(*step.kind));
    }
    if (!text || !was_read(page.result)) return;
    const auto address = answer.final_address.empty() ? step.address : answer.final_address;
    const auto base =
        text->base_address.empty() ? address : fetch::resolve_address(address, text->base_address);
    page.leads_to = walk_.add_links(step, base, text->links);
  }

  fetch::FetchResult answer_to(const std::string& address) {
    const auto given = std::find_if(documents_.begin(), documents_.end(),
                                    [&](const auto& document) { return document.address == address; });
    if (given == documents_.end())
      return services_.fetcher.fetch({.address = address, .min_delay = source_.politeness.min_delay});
    return {.outcome = fetch::FetchOutcome::Fetched, .content_type = given->media_type, .body = given->bytes};
  }

  std::optional<reading::Text> read(const std::string& bytes, const std::string& media_type,
                                    const std::string& name, const PageDefinition& definition,
                                    TrialPage& page) {
    const auto kind = documents::sniff_media(bytes, media_type, name);
    page.kind = kind;
    try {
      if (is_table(kind) && !is_list_in_json(kind, definition)) {
        read_table(bytes, kind, page);
        return std::nullopt;
      }
      auto read = read_text(tools_of(services_), bytes, kind, media_type, &source_, definition);
      page.drafts = std::move(read.found.drafts);
      page.nothing_found_why = page.drafts.empty() ? read.found.nothing_found_why : "";
      page.warnings = read.text.warnings;
      for (auto& remark : remarks_in_words(read.found, services_.reference()))
        page.warnings.push_back(std::move(remark));
      page.parts = std::move(read.parts);
      page.result = read.hindrance.value_or(PageResult::New);
      page.detail = read.detail;
      return std::move(read.text);
    } catch (const Error& failure) {
      if (failure.kind != ErrorKind::Invalid && failure.kind != ErrorKind::TooLarge) throw;
      page.result = PageResult::Unreadable;
      page.detail = failure.what();
      return std::nullopt;
    }
  }

  void read_table(const std::string& bytes, documents::MediaKind kind, TrialPage& page) {
    const auto preview =
        preview_rows(services_, bytes, kind, source_.columns.value_or(reading::ColumnMapping{}),
                     {.rows = kShownRows, .problems = kShownProblems});
    page.rows = preview.rows;
    page.drafts = preview.drafts;
    page.bad_rows = preview.problems;
  }

  Services& services_;
  const SourceDefinition& source_;
  const std::vector<TrialDocument>& documents_;
  SourceWalk walk_;
  Trial trial_;
};

}  // namespace

Trial try_source(Services& services, const SourceDefinition& source,
                 const std::vector<TrialDocument>& documents) {
  return Trying(services, source, documents).run();
}

}  // namespace certreg::service
