// SPDX-License-Identifier: GPL-2.0-or-later
// Names of digests and keys, and which of them can be forged today.
#pragma once

#include <string>

#include "documents/worker/openssl_types.h"

namespace certreg::worker {

std::string digest_name(int nid);  // "SHA-256"; the name of OpenSSL for one that is not in the table
bool is_weak_digest(int nid);      // other bytes with the same digest can be made: MD5, SHA-1, RIPEMD-160

std::string key_name(EVP_PKEY* key);  // "RSA 2048", "EC P-256"
bool is_weak_key(EVP_PKEY* key);      // below 112 bits of strength (NIST SP 800-57 part 1), or DSA

int nid_of(const X509_ALGOR* algorithm);

// Empty when the digest is not known.
std::string digest_of(std::string_view bytes, int nid);

}  // namespace certreg::worker
