// Whether two names mean one service.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "certreg/domain/certificate.h"
#include "certreg/domain/scope_reference.h"
#include "certreg/domain/supplier.h"

namespace certreg {

// What a name is read with: the words that name nobody's service, and the brands of those whose services they
// are.
struct Naming {
  const ScopeVocabulary& words;
  std::vector<std::string> brands;  // folded, the longest first: "amazon web services", "amazon", "aws"
};

// Of the certificate's holders and the supplier: the name without its legal form, its first word unless it is
// a common one, and the initials of a name of three words and more.
Naming naming_of(const CertificateVersion& version, const Supplier& supplier, const ScopeVocabulary& words);

// All forms of one name, such that two names mean one service when they share one: whole; without a
// brand before it, where enough is left to be a name; what stands before and in brackets, where one is the
// initials of the other ("Amazon Simple Storage Service (Amazon S3)"). Case, punctuation, blanks, hyphens
// and the plural tell no names apart. Sorted.
using NameKeys = std::vector<std::string>;
NameKeys keys_of(std::string_view name, const Naming& naming);
bool share_key(const NameKeys& one, const NameKeys& other);

// The key of words that are folded already, without any form but their own.
std::string key_of_words(const std::vector<std::string>& words);
std::string singular(std::string_view folded);

// Nothing in it but words that name nobody's service: "Cloud Platform".
bool is_common_name(std::string_view name, const ScopeVocabulary& words);

bool is_one_common_word(std::string_view name, const ScopeVocabulary& words);

// "S3" of "Simple Storage Service", "EC2" of "Elastic Compute Cloud"; both folded.
bool are_initials(std::string_view initials, const std::vector<std::string>& words,
                  const ScopeVocabulary& vocabulary);

}  // namespace certreg
