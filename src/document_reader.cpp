#include "document_reader.h"

#include <chrono>
#include <memory>

#include "certreg/documents/media.h"
#include "certreg/service/world.h"
#include "overlay_files.h"

namespace certreg {
namespace {

bool is_table(documents::MediaKind kind) {
  return kind == documents::MediaKind::Csv || kind == documents::MediaKind::Json ||
         kind == documents::MediaKind::JsonLines || kind == documents::MediaKind::Xlsx;
}

class Reader {
 public:
  explicit Reader(const Config& config)
      : worker_(config.reader),
        world_(service::load_world(service::built_in_world_files(), read_overlay(config.data_dir),
                                   {.sample = config.sample})) {}

  cli::ReadDocument read(const cli::DocumentToRead& document) const {
    const auto kind = document.kind.value_or(documents::sniff_media(document.bytes, "", document.name));
    if (is_table(kind))
      throw documents::Failure(documents::FailureKind::NotThatKind,
                               "the document is a table; certreg import --preview shows its rows");
    const auto now = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    cli::ReadDocument read{
        .kind = kind,
        .reading = service::read_text({worker_, world_, "", now}, document.bytes, kind, "", nullptr, {}),
        .remarks = {}};
    read.remarks = service::remarks_in_words(read.reading.found, world_.reference);
    return read;
  }

 private:
  documents::Worker worker_;
  service::WorldData world_;
};

}  // namespace

cli::DocumentReader open_reader(const Config& config) {
  return [reader = std::make_shared<const Reader>(config)](const cli::DocumentToRead& document) {
    return reader->read(document);
  };
}

}  // namespace certreg
