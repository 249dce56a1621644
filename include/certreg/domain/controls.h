// The controls that a finding touches and a review gives evidence for. Paraphrased; ISO/IEC 27001:2022 Annex
// A, Delegated Regulation (EU) 2024/1773 article 8(3), Implementing Regulation (EU) 2024/2690 annex 5.
#pragma once

#include <span>
#include <string_view>

namespace certreg {

enum class Control {
  A519,  // information security in supplier relationships
  A520,  // within supplier agreements
  A521,  // in the ICT supply chain
  A522,  // monitoring, review and change management of supplier services
  A523,  // for use of cloud services
  DoraA,
  DoraB,
  DoraC,
  DoraD,
  DoraE,
  DoraF,
  DoraG,
  DoraH,
  Nis51,  // supply chain security policy
  Nis52,  // directory of suppliers
};

struct ControlInfo {
  Control control;
  std::string_view id;         // "A.5.19", "DORA 8(3)(a)", "NIS2 5.1"
  std::string_view framework;  // "ISO/IEC 27001:2022"
  std::string_view title;      // what it asks for, in our words
};

std::span<const ControlInfo> all_controls();
const ControlInfo& info(Control control);

}  // namespace certreg
