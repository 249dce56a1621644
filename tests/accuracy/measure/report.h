// A measurement in words and as JSON.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "accuracy/measure/measure.h"

namespace certreg::accuracy {

struct Group {
  std::string name;
  Chooses chooses;
};

// What is measured apart: certificates of the asked standards with a text layer, their scans, certificates of
// other standards, all certificates, pages, other documents. Those that nothing falls into are left out.
std::vector<Group> groups_of(const Measurement& measurement);

// Certificates by certification body, by language, or by kind of text, the most frequent first.
enum class Aspect { Body, Language, TextKind };
std::vector<Group> groups_by(const Measurement& measurement, Aspect aspect);

enum class Detail { Misses, Everything };

std::string report_text(const Measurement& measurement, Detail detail);
nlohmann::ordered_json report_json(const Measurement& measurement);

}  // namespace certreg::accuracy
