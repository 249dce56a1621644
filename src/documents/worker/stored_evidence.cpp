// SPDX-License-Identifier: GPL-2.0-or-later
#include <array>
#include <exception>

#include "documents/worker/signature_case.h"

namespace certreg::worker {
namespace {

constexpr int kMaxItems = 200;  // of a kind

using Add = void (Evidence::*)(std::string_view);

struct Kind {
  const char* key;
  Add add;
};

constexpr std::array kKinds{Kind{"/Certs", &Evidence::add_certificate},
                            Kind{"/CRLs", &Evidence::add_revocation_list},
                            Kind{"/OCSPs", &Evidence::add_revocation_answer}};

void add_stream(QPDFObjectHandle stream, Add add, Evidence& evidence) {
  if (!stream.isStream()) return;
  try {
    const auto data = stream.getStreamData(qpdf_dl_generalized);
    (evidence.*add)({reinterpret_cast<const char*>(data->getBuffer()), data->getSize()});
  } catch (const std::bad_alloc&) {
    throw;
  } catch (const std::exception&) {
    // What cannot be unpacked is no evidence.
  }
}

}  // namespace

// The parts for single signatures (VRI) refer to the same streams.
Evidence stored_evidence(QPDF& pdf) {
  Evidence evidence;
  QPDFObjectHandle store = pdf.getRoot().getKey("/DSS");
  if (!store.isDictionary()) return evidence;
  for (const auto& [key, add] : kKinds) {
    QPDFObjectHandle list = store.getKey(key);
    for (int i = 0; list.isArray() && i < std::min(list.getArrayNItems(), kMaxItems); ++i)
      add_stream(list.getArrayItem(i), add, evidence);
  }
  return evidence;
}

}  // namespace certreg::worker
