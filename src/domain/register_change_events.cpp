#include <algorithm>

#include "certreg/domain/register_change.h"
#include "domain/register_change_words.h"

namespace certreg {
namespace {

std::string with_blanks(std::string name) {
  std::replace(name.begin(), name.end(), '_', ' ');
  return name;
}

std::vector<std::string> fields_of(std::span<const RegisterChange> changes) {
  std::vector<std::string> fields;
  for (const auto& change : changes) {
    auto field = with_blanks(change.field);
    if (!field.empty() && std::find(fields.begin(), fields.end(), field) == fields.end())
      fields.push_back(std::move(field));
  }
  return fields;
}

std::string result_words(CheckResult result) {
  switch (result) {
    case CheckResult::Active:
      return "it is active there";
    case CheckResult::Suspended:
      return "it is suspended there";
    case CheckResult::Withdrawn:
      return "it is withdrawn there";
    case CheckResult::Expired:
      return "it is expired there";
    case CheckResult::NotFound:
      return "it was not found there";
    case CheckResult::SourceFailed:
      return "the register could not be used, so nothing is known from it";
  }
  return "the result is unknown";
}

bool is_adverse(CheckResult result) {
  return result != CheckResult::Active && result != CheckResult::SourceFailed;
}

// How well a reading is known says nothing against what is known.
RegisterChanges differences_of(const std::optional<CertificateVersion>& known, CertificateVersion read,
                               const Reference& reference) {
  if (!known) return {};
  read.evidence = known->evidence;
  read.signature = known->signature;
  if (read.statuses.empty()) read.statuses = known->statuses;
  auto before = *known;
  before.retired = false;
  return changes_between(before, read, reference);
}

std::string first_sentences(const RegisterChanges& changes) {
  constexpr std::size_t shown = 3;
  std::string text;
  for (std::size_t i = 0; i < std::min(changes.size(), shown); ++i) text += " " + changes[i].sentence;
  if (changes.size() > shown) text += " " + std::to_string(changes.size() - shown) + " further differences.";
  return text;
}

std::string whose(const CertificateVersion& version) {
  const auto name = holder_name(version);
  return name.empty() ? std::string() : " of " + name;
}

struct PageWords {
  ChangeKind kind;
  bool adverse;
  const char* words;  // after "The page X"
};

// What is not known is not adverse: a page behind a sign-in may say what it always said.
constexpr PageWords kPageWords[] = {
    {ChangeKind::SourceUnreachable, false,
     " can no longer be fetched; what was read from it stays as it was"},
    {ChangeKind::SourceBack, false, " can be fetched again"},
    {ChangeKind::PageGone, true, " is gone; what was read from it stays as it was"},
    {ChangeKind::PageBack, false, " is there again"},
    {ChangeKind::PageMoved, false, " moved to another address"},
    {ChangeKind::PageEmptied, true, " is empty now; what was read from it stays as it was"},
    {ChangeKind::PageBecameSignIn, false, " asks for a sign-in now; what it says is no longer known"},
    {ChangeKind::PageBecameCookieWall, false,
     " shows only a request to accept cookies now; what it says is no longer known"},
    {ChangeKind::PageUnreadable, false, " cannot be read any more; what it says is no longer known"},
    {ChangeKind::BlockedByRobots, false,
     " may no longer be fetched by programs (robots.txt); what it says is no longer known"},
};

}  // namespace

RegisterChange corrected_by_person(const CertificateVersion& after, std::span<const RegisterChange> changes,
                                   const Reference& reference) {
  const auto fields = fields_of(changes);
  return {ChangeKind::CorrectedByPerson,
          std::any_of(changes.begin(), changes.end(), [](const auto& change) { return change.adverse; }),
          "A person corrected the " + subject_of(after, reference) + whose(after) +
              (fields.empty() ? "" : ": " + listed(fields)) +
              (after.reason.empty() ? "" : " (" + bounded(after.reason, 300) + ")") + ".",
          "",
          "",
          ""};
}

RegisterChange check_recorded(const Check& check, const CertificateVersion& version,
                              const Reference& reference) {
  return {ChangeKind::CheckRecorded,
          is_adverse(check.result),
          "A person looked for the " + subject_of(version, reference) + whose(version) + " in " +
              bounded(check.register_name, 200) + " on " + check.checked_on.to_string() + ": " +
              result_words(check.result) + ".",
          "",
          "",
          ""};
}

RegisterChange waits_for_decision(const std::optional<CertificateVersion>& known,
                                  const CertificateVersion& read, const std::string& why,
                                  const std::string& address, const Reference& reference) {
  const auto differences = differences_of(known, read, reference);
  return {ChangeKind::WaitsForDecision,
          std::any_of(differences.begin(), differences.end(), [](const auto& one) { return one.adverse; }),
          "What was read at " + bounded(address, 300) + " about the " + subject_of(read, reference) +
              whose(read) + " waits for a person: " + bounded(why, 300) + "." +
              (differences.empty() ? "" : " If it is accepted:" + first_sentences(differences)),
          "",
          "",
          ""};
}

RegisterChange reading_rejected(const CertificateVersion& read, const std::string& reason,
                                const std::string& address, const Reference& reference) {
  return {ChangeKind::ReadingRejected,
          false,
          "A person rejected what was read at " + bounded(address, 300) + " about the " +
              subject_of(read, reference) + whose(read) + ": " + bounded(reason, 300) + ".",
          "",
          "",
          ""};
}

RegisterChange no_longer_stated(const CertificateVersion& stated, const std::string& address,
                                const Reference& reference) {
  return {ChangeKind::ClaimNoLongerStated,
          true,
          bounded(address, 300) + " no longer states the " + subject_of(stated, reference) + whose(stated) +
              "; what was known of it stays.",
          "",
          "",
          ""};
}

RegisterChange says_less(const CertificateVersion& stated, const std::vector<std::string>& fields,
                         const std::string& address, const Reference& reference) {
  std::vector<std::string> words;
  for (const auto& field : fields) words.push_back(with_blanks(field));
  return {ChangeKind::PageSaysLess,
          true,
          bounded(address, 300) + " says less than before of the " + subject_of(stated, reference) +
              whose(stated) + ": no word any more of " + listed(words) + "; what was known stays.",
          "",
          listed(words),
          ""};
}

RegisterChange page_change(ChangeKind kind, const std::string& address, const std::string& detail) {
  const auto* words = std::find_if(std::begin(kPageWords), std::end(kPageWords),
                                   [&](const PageWords& row) { return row.kind == kind; });
  const bool has_words = words != std::end(kPageWords);
  return {kind,
          has_words && words->adverse,
          "The page " + bounded(address, 300) + (has_words ? words->words : " changed") +
              (detail.empty() ? "" : ": " + bounded(detail, 300)) + ".",
          "",
          kind == ChangeKind::PageMoved ? address : "",
          kind == ChangeKind::PageMoved ? detail : ""};
}

}  // namespace certreg
