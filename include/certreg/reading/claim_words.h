// The words by which pages claim a certification, and those that sound like it and claim none, by language.
// Immutable. Pure.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "certreg/domain/embedded.h"

namespace certreg::reading {

struct ClaimLanguage;  // src/reading/claim_language.h

class ClaimWords {
 public:
  explicit ClaimWords(std::vector<std::shared_ptr<const ClaimLanguage>> languages)
      : languages_(std::move(languages)) {}
  std::span<const std::shared_ptr<const ClaimLanguage>> languages() const { return languages_; }

 private:
  std::vector<std::shared_ptr<const ClaimLanguage>> languages_;
};

// Reads every file whose name contains "importers/claims/" and ends in ".yaml" (importers/claims/README.md
// has the form) and passes over the others. Throws Error(Invalid) naming file and rule; none at all is an
// error too.
ClaimWords parse_claim_words(std::span<const EmbeddedFile> files);

}  // namespace certreg::reading
