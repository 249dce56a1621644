// The same fixtures as pdfsig (poppler, NSS) judges them, where it is installed. It looks at less than we do:
// what it calls invalid must never be intact here, and on what is in order both agree.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include "certreg/documents/worker.h"
#include "documents/signature_world.h"

namespace certreg::documents {
namespace {

using namespace sample;

bool is_installed() { return std::system("command -v pdfsig >/dev/null 2>&1") == 0; }

// What pdfsig prints of a file.
std::string opinion_on(const std::string& file) {
  std::string path = std::filesystem::temp_directory_path() / "certreg-signed-XXXXXX";
  close(mkstemp(path.data()));
  std::ofstream(path, std::ios::binary) << file;
  const std::string command = "pdfsig -nocert " + path + " 2>&1";
  std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
  std::string text;
  std::array<char, 4096> buffer{};
  while (const auto count = std::fread(buffer.data(), 1, buffer.size(), pipe.get()))
    text.append(buffer.data(), count);
  pipe.reset();
  std::filesystem::remove(path);
  return text;
}

struct Opinion {
  bool is_valid, is_whole;
  bool operator==(const Opinion&) const = default;
};

std::vector<Opinion> theirs(const std::string& text) {
  std::vector<Opinion> opinions;
  for (auto at = text.find("Signature #"); at != std::string::npos;) {
    const auto next = text.find("Signature #", at + 1);
    const auto part = text.substr(at, next - at);
    opinions.push_back({part.find("Signature is Valid.") != std::string::npos,
                        part.find("- Total document signed") != std::string::npos});
    at = next;
  }
  return opinions;
}

std::vector<Opinion> ours(const std::string& file) {
  std::vector<Opinion> opinions;
  for (const auto& one : judged(file).signatures)
    opinions.push_back(
        {one.integrity.value == Integrity::Intact || one.integrity.value == Integrity::IntactByWeakDigest,
         one.coverage.value == Coverage::WholeFile});
  return opinions;
}

struct Named {
  const char* name;
  std::string file;
};

std::vector<Named> fixtures() {
  const auto& world = signature_world();
  const auto plain = world.plain();
  const auto rsa = issue({.name = "RSA", .key = "RSA 2048"}, &world.issuing);
  const auto expired = issue({.name = "Expired", .until = "2025-06-01T00:00:00Z"}, &world.issuing);
  const auto for_web = issue({.name = "Web", .extended_usage = "serverAuth"}, &world.issuing);
  auto changed = plain;
  changed[changed.find("4711")] = '5';
  const auto signed_twice =
      signed_again(plain, cms(world.other_signer, world.style()), "ETSI.CAdES.detached");
  auto first_changed = signed_twice;
  first_changed[first_changed.find("4711")] = '5';
  auto second_changed = signed_twice;
  second_changed[second_changed.rfind("Signature2")] = 'X';
  return {{"B-B", plain},
          {"B-B by RSA", signed_sample(cms(rsa, world.style()))},
          {"adbe.pkcs7.detached", signed_sample(cms(rsa, world.style()), "adbe.pkcs7.detached")},
          {"B-T", signed_sample(cms(world.signer, world.stamped_style()))},
          {"changed byte", changed},
          {"page appended", appended(plain, {{4, sample_objects().at(12)}})},
          {"second signature", signed_twice},
          {"second signature, first part changed", first_changed},
          {"second signature, second part changed", second_changed},
          {"expired signer", signed_sample(cms(expired, world.style()))},
          {"wrong purpose", signed_sample(cms(for_web, world.style()))},
          {"shadow", appended(plain, {{5, "<< /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"}})}};
}

TEST(SignatureSecondOpinion, IsTheSame) {
  ASSERT_TRUE(is_installed()) << "pdfsig is not installed (package poppler-utils)";
  for (const auto& [name, file] : fixtures()) {
    const auto text = opinion_on(file);
    EXPECT_EQ(theirs(text), ours(file)) << name << "\n" << text << printed(judged(file));
  }
}

TEST(SignatureSecondOpinion, WhatIsInvalidThereIsNeverIntactHere) {
  ASSERT_TRUE(is_installed()) << "pdfsig is not installed (package poppler-utils)";
  const auto& world = signature_world();
  const auto good = world.plain();
  const auto from = good.find("/Contents <") + 10, to = good.find('>', from);
  int judged_files = 0;
  for (std::size_t at = 20; at<good.size(); at += at> from && at < to ? to - at : 211) {
    auto bad = good;
    bad[at] = static_cast<char>(bad[at] ^ 1);
    try {
      const auto mine = ours(bad);
      ++judged_files;
      const auto valid_there = std::ranges::any_of(theirs(opinion_on(bad)), &Opinion::is_valid);
      EXPECT_TRUE(valid_there || std::ranges::none_of(mine, &Opinion::is_valid)) << at;
    } catch (const Failure&) {
      continue;  // not judged at all
    }
  }
  EXPECT_GT(judged_files, 0);
}

}  // namespace
}  // namespace certreg::documents
