#include "certreg/service/world.h"

#include <fmt/format.h>

#include <algorithm>

#include "certreg/domain/error.h"
#include "certreg/service/embedded_files.h"
#include "certreg/service/reference_history.h"
#include "certreg/service/services.h"
#include "service/audit.h"

namespace certreg::service {
namespace {

constexpr std::string_view kBuiltInReference = "schema/reference/";
constexpr std::string_view kOverlaidReference = "reference/";
constexpr std::string_view kImporters = "importers/";
constexpr std::string_view kSampleReference = "importers/sample/reference.yaml";

using Names = std::vector<NamedText>;

template <class Wanted>
Names those(std::span<const NamedText> files, Wanted wanted) {
  Names chosen;
  std::copy_if(files.begin(), files.end(), std::back_inserter(chosen), wanted);
  return chosen;
}

Names with_beginning(std::span<const NamedText> files, std::string_view beginning) {
  return those(files, [&](const NamedText& file) { return file.name.starts_with(beginning); });
}

Names views_of(std::span<const OverlayFile> overlay) {
  Names views;
  for (const auto& file : overlay) views.push_back({file.name, file.bytes});
  return views;
}

std::vector<EmbeddedFile> embedded(const Names& files) {
  std::vector<EmbeddedFile> all;
  for (const auto& file : files) all.push_back({file.name, file.bytes});
  return all;
}

// Gathers what is wrong in all parts, so that a user mends it in one go.
class Attempts {
 public:
  template <class Load>
  auto part(Load load) -> std::optional<decltype(load())> {
    try {
      return load();
    } catch (const Error& error) {
      if (error.kind != ErrorKind::Invalid) throw;
      problems_.insert(problems_.end(), error.fields.begin(), error.fields.end());
      return std::nullopt;
    }
  }
  void finish() {
    if (!problems_.empty()) throw invalid(std::move(problems_));
  }

 private:
  std::vector<FieldProblem> problems_;
};

struct Files {
  Names built_in, overlay;
};

Files reference_files(std::span<const NamedText> built_in, const Names& overlay,
                      const WorldOptions& options) {
  return {those(built_in,
                [&](const NamedText& file) {
                  return file.name.starts_with(kBuiltInReference) ||
                         (options.sample && file.name == kSampleReference);
                }),
          with_beginning(overlay, kOverlaidReference)};
}

struct Sources {
  std::vector<SourceDefinition> all;
  ListCount count;
};

Sources load_sources(const Files& importers, const WorldOptions& options) {
  Sources sources{parse_sources(embedded(importers.built_in)), {"sources", 0, 0}};
  auto& all = sources.all;
  for (auto& source : all) source.built_in = true;
  if (!options.sample) std::erase_if(all, [](const auto& source) { return source.sample; });
  for (auto& own : parse_sources(embedded(importers.overlay))) {
    ++sources.count.overlaid;
    const auto same =
        std::find_if(all.begin(), all.end(), [&](const auto& known) { return known.name == own.name; });
    if (same == all.end())
      all.push_back(std::move(own));
    else
      *same = std::move(own);
  }
  sources.count.rows = all.size();
  return sources;
}

std::vector<EmbeddedFile> all_of(const Files& importers) {
  auto all = embedded(importers.built_in);
  const auto own = embedded(importers.overlay);
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

// A definition names standards; which there are, only the reference data knows.
void check_lists(const std::vector<SourceDefinition>& sources, const Reference& reference) {
  std::vector<FieldProblem> problems;
  for (const auto& source : sources)
    for (const auto& page : source.pages)
      for (const auto& list : page.lists) try {
          reading::check_list_spec(list, reference);
        } catch (const Error& error) {
          for (const auto& [field, rule] : error.fields)
            problems.push_back({fmt::format("importers/{}/source.yaml", source.name),
                                fmt::format("lists: {} {}", field, rule)});
        }
  if (!problems.empty()) throw invalid(std::move(problems));
}

ListCount count_labels(const Files& importers) {
  const auto count = [](const Names& files) {
    return static_cast<std::size_t>(std::count_if(files.begin(), files.end(), [](const NamedText& file) {
      return file.name.find("/labels/") != std::string_view::npos && file.name.ends_with(".yaml");
    }));
  };
  const auto own = count(importers.overlay);
  return {"label_files", count(importers.built_in) + own, own};
}

}  // namespace

std::vector<NamedText> built_in_world_files() {
  Names files;
  for (const auto& file : embedded_files()) files.push_back({file.name, file.bytes});
  return files;
}

WorldData load_world(std::span<const NamedText> built_in, std::span<const OverlayFile> overlay,
                     const WorldOptions& options) {
  const auto own = views_of(overlay);
  const Files facts = reference_files(built_in, own, options);
  const Files importers{with_beginning(built_in, kImporters), with_beginning(own, kImporters)};
  Attempts attempts;
  auto reference = attempts.part([&] { return load_reference(facts.built_in, facts.overlay); });
  auto sources = attempts.part([&] { return load_sources(importers, options); });
  auto labels = attempts.part([&] { return reading::parse_labels(all_of(importers)); });
  auto page_words = attempts.part([&] { return reading::parse_page_words(all_of(importers)); });
  auto claim_words = attempts.part([&] { return reading::parse_claim_words(all_of(importers)); });
  attempts.finish();
  check_lists(sources->all, reference->reference);
  auto counts = std::move(reference->counts);
  auto record = record_of(reference->reference.version(), counts, facts.built_in, facts.overlay);
  counts.push_back(sources->count);
  counts.push_back(count_labels(importers));
  return {std::move(reference->reference),
          std::move(reference->registers),
          *std::move(labels),
          std::move(sources->all),
          *std::move(page_words),
          *std::move(claim_words),
          std::move(counts),
          std::move(record)};
}

ReloadReport WorldReload::reload(Services& services, const Actor& actor) {
  const std::lock_guard lock(mutex_);
  auto world = load_world(built_in_world_files(), read_overlay_(), options_);
  ReloadReport report{world.reference.version(), world.counts};
  auto transaction = services.database.begin();
  record_reference(transaction, world.record, services.clock.now());
  audit(transaction, actor, "reload", "world", report.reference_version);
  transaction.commit();
  world_.replace(std::move(world));
  return report;
}

}  // namespace certreg::service
