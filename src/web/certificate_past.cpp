#include "web/certificate_past.h"

#include "certreg/domain/error.h"
#include "certreg/domain/harmless.h"
#include "certreg/service/certificates.h"
#include "web/version_words.h"

namespace certreg::web {
namespace {

constexpr std::size_t kMostRecords = 20, kShownOfDigest = 12;

std::string label_of(const CertificateRecord& record, Language language) {
  const auto& version = record.latest();
  const auto what = version.standard_printed.empty() ? version.standard.value : version.standard_printed;
  const auto name = harmless(what + (version.number.empty() ? "" : ", " + version.number));
  return version.evidence == EvidenceLevel::Claimed ? message(language, "claim_of", {{"what", name}}) : name;
}

Data document_view(const store::DocumentFacts& document, Language language) {
  Data view;
  view.set("digest", document.id.value.substr(0, kShownOfDigest));
  view.set("kind", document.media_type);
  view.set("erased", document.erased);
  Data sightings{Data::type::list};
  for (const auto& sighting : document.sightings) {
    Data seen;
    seen.set("address", harmless(sighting.address));
    seen.set("day", day_text(day_of(sighting.seen_at), language));
    seen.set("unread", !sighting.read);
    sightings.push_back(seen);
  }
  view.set("sightings", sightings);
  return view;
}

Data change_view(const CertificateVersion& version, const std::vector<std::string>& sentences,
                 Language language) {
  Data words{Data::type::list};
  for (const auto& sentence : sentences) words.push_back(Data(sentence));
  Data view;
  view.set("day", day_text(day_of(version.recorded_at), language));
  view.set("by", harmless(version.recorded_by));
  view.set("has_reason", !version.reason.empty());
  view.set("reason", harmless(version.reason));
  view.set("sentences", words);
  return view;
}

Data history_view(const std::vector<CertificateVersion>& versions, Language language) {
  Data changes{Data::type::list};
  for (std::size_t i = versions.size(); i > 0; --i) {
    const auto& version = versions[i - 1];
    auto sentences = i == 1 ? std::vector<std::string>{message(language, "changed.first")}
                            : differences(versions[i - 2], version, language);
    if (sentences.empty()) sentences = {message(language, "changed.nothing")};
    changes.push_back(change_view(version, sentences, language));
  }
  return changes;
}

Data record_view(const Visit& visit, const CertificateRecord& record) {
  Data documents{Data::type::list};
  const auto held = service::certificate_documents(visit.services, record.id);
  for (const auto& document : held) documents.push_back(document_view(document, visit.language));
  Data view;
  view.set("label", label_of(record, visit.language));
  view.set("documents", documents);
  view.set("no_documents", held.empty());
  view.set("changes", history_view(service::certificate_history(visit.services, record.id), visit.language));
  return view;
}

}  // namespace

Data past_view(const Visit& visit, const std::vector<catalogue::RecordPtr>& records) {
  Data list{Data::type::list};
  bool away = false;
  const auto count = std::min(kMostRecords, records.size());
  try {
    for (std::size_t i = 0; i < count; ++i) list.push_back(record_view(visit, *records[i]));
  } catch (const Error& error) {
    if (error.kind != ErrorKind::Unavailable) throw;
    away = true;
  }
  Data view;
  view.set("away", away);
  view.set("records", list);
  view.set("none", !away && records.empty());
  view.set("cut", records.size() > count);
  return view;
}

}  // namespace certreg::web
