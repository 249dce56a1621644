#include <algorithm>
#include <map>

#include "accuracy/measure/report.h"

namespace certreg::accuracy {
namespace {

bool is_certificate(const Result& result) { return result.group == DocumentGroup::Certificate; }

bool is_scan(const Result& result) {
  return result.text_kind == TextKind::Scan || result.text_kind == TextKind::OcrBad;
}

// A certificate's text in an excerpt or a mail.
bool is_outside_pdf(const Result& result) { return result.text_kind == TextKind::Page; }

bool has_text_layer(const Result& result) { return !is_scan(result) && !is_outside_pdf(result); }

std::string aspect_of(const Result& result, Aspect aspect) {
  switch (aspect) {
    case Aspect::Body:
      return result.body;
    case Aspect::Language:
      return result.language;
    case Aspect::TextKind:
      return std::string(to_string(result.text_kind));
  }
  return {};
}

}  // namespace

std::vector<Group> groups_of(const Measurement& measurement) {
  std::vector<Group> all{
      {"certificates of the asked standards, text layer",
       [](const Result& result) { return is_certificate(result) && result.asked && has_text_layer(result); }},
      {"certificates of the asked standards, scans",
       [](const Result& result) { return is_certificate(result) && result.asked && is_scan(result); }},
      {"certificates of other standards, text layer",
       [](const Result& result) {
         return is_certificate(result) && !result.asked && has_text_layer(result);
       }},
      {"certificates of other standards, scans",
       [](const Result& result) { return is_certificate(result) && !result.asked && is_scan(result); }},
      {"texts of certificates outside PDFs",
       [](const Result& result) { return is_certificate(result) && is_outside_pdf(result); }},
      {"all certificates", is_certificate},
      {"claims on pages", [](const Result& result) { return result.group == DocumentGroup::Page; }},
      {"other documents", [](const Result& result) { return result.group == DocumentGroup::Other; }}};
  std::erase_if(all,
                [&](const Group& group) { return std::ranges::none_of(measurement.results, group.chooses); });
  return all;
}

std::vector<Group> groups_by(const Measurement& measurement, Aspect aspect) {
  std::map<std::string, std::size_t> counts;
  for (const Result& result : measurement.results)
    if (is_certificate(result)) ++counts[aspect_of(result, aspect)];
  std::vector<std::pair<std::string, std::size_t>> sorted(counts.begin(), counts.end());
  std::ranges::stable_sort(sorted, std::ranges::greater(), &std::pair<std::string, std::size_t>::second);
  std::vector<Group> groups;
  for (const auto& [name, count] : sorted)
    groups.push_back({name, [name = name, aspect](const Result& result) {
                        return is_certificate(result) && aspect_of(result, aspect) == name;
                      }});
  return groups;
}

}  // namespace certreg::accuracy
