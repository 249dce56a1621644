// A question, what is known, and what is to be answered, as one row of a table.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "certreg/domain/verdict.h"
#include "support/certificates.h"

namespace certreg {

struct Situation {
  Question question = support::question();
  Supplier supplier = support::supplier();
  std::vector<CertificateRecord> records = {support::record({support::certificate()})};
  Reference reference = support::reference();

  CertificateVersion& version() { return records.front().issues.front(); }
  Verdict verdict() const { return assess(question, supplier, records, reference); }
};

struct Row {
  const char* name;
  std::function<void(Situation&)> change;
  AnswerValue value;
  std::vector<Code> codes;  // in their order
};

inline std::vector<Code> codes_of(const Answer& answer) {
  std::vector<Code> codes;
  for (const auto& reason : answer.reasons) codes.push_back(reason.code);
  return codes;
}

inline std::string names_of(const std::vector<Code>& codes) {
  std::string names;
  for (auto code : codes) names += std::string(to_string(code)) + ' ';
  return names;
}

inline void expect_answers(Topic topic, const std::vector<Row>& rows) {
  for (const auto& row : rows) {
    Situation situation;
    row.change(situation);
    const auto verdict = situation.verdict();
    const auto& answer = verdict.deciding().answers[static_cast<std::size_t>(topic)];
    EXPECT_EQ(answer.topic, topic);
    EXPECT_EQ(to_string(answer.value), to_string(row.value)) << row.name;
    EXPECT_EQ(names_of(codes_of(answer)), names_of(row.codes))
        << row.name << ": " << answer.reasons.front().detail;
    for (const auto& reason : answer.reasons) EXPECT_FALSE(reason.detail.empty()) << row.name;
  }
}

// The tables, by topic; each code of a topic stands in its table.
std::vector<Row> standard_rows();
std::vector<Row> holder_rows();
std::vector<Row> scope_rows();
std::vector<Row> dates_rows();
std::vector<Row> issuer_rows();
std::vector<Row> evidence_rows();

inline constexpr auto kYes = AnswerValue::Yes;
inline constexpr auto kUnsure = AnswerValue::Unsure;
inline constexpr auto kNo = AnswerValue::No;

}  // namespace certreg
