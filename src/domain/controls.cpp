#include "certreg/domain/controls.h"

namespace certreg {
namespace {

constexpr std::string_view kIso = "ISO/IEC 27001:2022 Annex A";
constexpr std::string_view kDora = "Delegated Regulation (EU) 2024/1773";
constexpr std::string_view kNis = "Implementing Regulation (EU) 2024/2690";

// In the order of the enumeration, so that a control is its own index.
constexpr ControlInfo kControls[] = {
    {Control::A519, "A.5.19", kIso, "Risks of using suppliers' products and services are managed"},
    {Control::A520, "A.5.20", kIso, "Security requirements are agreed with each supplier"},
    {Control::A521, "A.5.21", kIso, "Risks of the ICT supply chain are managed"},
    {Control::A522, "A.5.22", kIso,
     "Suppliers' security practices are monitored, reviewed and their changes managed"},
    {Control::A523, "A.5.23", kIso, "Cloud services are acquired, used, managed and left by defined rules"},
    {Control::DoraA, "DORA 8(3)(a)", kDora, "The audit plan of the certification or report is satisfactory"},
    {Control::DoraB, "DORA 8(3)(b)", kDora,
     "The scope covers the systems and key controls that matter to us"},
    {Control::DoraC, "DORA 8(3)(c)", kDora, "The content is assessed continuously and is not obsolete"},
    {Control::DoraD, "DORA 8(3)(d)", kDora, "Future versions keep covering key systems and controls"},
    {Control::DoraE, "DORA 8(3)(e)", kDora, "The certifying party is fit for its task"},
    {Control::DoraF, "DORA 8(3)(f)", kDora,
     "Recognised standards, with a test that key controls operate effectively"},
    {Control::DoraG, "DORA 8(3)(g)", kDora, "We have the contractual right to ask for changes of scope"},
    {Control::DoraH, "DORA 8(3)(h)", kDora, "We keep the contractual right to individual and pooled audits"},
    {Control::Nis51, "NIS2 5.1", kNis, "Supply chain security policy, reviewed and acted upon"},
    {Control::Nis52, "NIS2 5.2", kNis, "Up-to-date directory of direct suppliers and what they provide"},
};

}  // namespace

std::span<const ControlInfo> all_controls() { return kControls; }

const ControlInfo& info(Control control) { return kControls[static_cast<std::size_t>(control)]; }

}  // namespace certreg
