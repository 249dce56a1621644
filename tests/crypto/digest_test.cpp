#include "certreg/crypto/digest.h"

#include <gtest/gtest.h>

#include <string>

namespace certreg::crypto {
namespace {

struct Vector {
  std::string bytes, digest;
};

// NIST, "Secure Hashing: example values for SHA-256" and the short messages of the CAVP byte vectors.
const Vector kVectors[] = {
    {"", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
    {"abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
    {"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
     "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"},
    {std::string(1, '\xbd'), "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b"},
    {std::string(55, '\0'), "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7"},
    {std::string(56, '\0'), "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb"},
    {std::string(64, '\0'), "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b"},
    {std::string(1'000'000, 'a'), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"},
};

TEST(Sha256, MatchesThePublishedVectors) {
  for (const auto& [bytes, digest] : kVectors) EXPECT_EQ(sha256(bytes).value, digest) << bytes.size();
}

TEST(Sha256, GivesTheSameForBytesInParts) {
  for (const auto& [bytes, digest] : kVectors) {
    Sha256 streaming;
    const std::size_t half = bytes.size() / 2;
    streaming.update(std::string_view(bytes).substr(0, half));
    streaming.update({});
    streaming.update(std::string_view(bytes).substr(half));
    EXPECT_EQ(streaming.finish().value, digest) << bytes.size();
  }
}

TEST(Sha256, StartsAnewWhenFinished) {
  Sha256 streaming;
  streaming.update("something else");
  streaming.finish();
  streaming.update("abc");
  EXPECT_EQ(streaming.finish(), sha256("abc"));
}

}  // namespace
}  // namespace certreg::crypto
