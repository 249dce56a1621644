// Files as another program lays them out: cross-reference streams, objects within object streams, encryption.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "certreg/documents/worker.h"
#include "documents/signature_world.h"

namespace certreg::documents {
namespace {

using namespace sample;

constexpr const char* kWrittenRange = "/ByteRange [ 0 9999999991 9999999992 9999999993 ]";

enum class Layout { ObjectStreams, Encrypted, NeedsPassword };

// The sample with an unsigned signature, written anew.
std::string rewritten(Layout layout) {
  auto objects = sample_objects();
  objects[7] = replaced(objects[7], "/P 3 0 R", "/P 3 0 R /V 8 0 R");
  objects[8] = unsigned_value("ETSI.CAdES.detached");
  const auto plain = written(objects);
  QPDF pdf;
  pdf.processMemoryFile("sample", plain.data(), plain.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setObjectStreamMode(layout == Layout::ObjectStreams ? qpdf_o_generate : qpdf_o_disable);
  if (layout == Layout::Encrypted)
    writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
  if (layout == Layout::NeedsPassword)
    writer.setR6EncryptionParameters("user", "owner", true, true, true, true, true, true, qpdf_r3p_full,
                                     true);
  writer.write();
  const auto bytes = writer.getBufferSharedPointer();
  std::string file(reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize());
  // What filled() looks for.
  return replaced(file, kWrittenRange, "/ByteRange [0 9999999991 9999999992 9999999993]  ");
}

std::string signed_in(Layout layout) {
  const auto& world = signature_world();
  return filled(rewritten(layout), cms(world.signer, world.style()));
}

TEST(SignatureWriters, AcceptsObjectStreams) {
  const auto file = signed_in(Layout::ObjectStreams);
  ASSERT_NE(file.find("/ObjStm"), std::string::npos);
  const auto report = judged(file);
  ASSERT_EQ(report.signatures.size(), 1U);
  EXPECT_EQ(report.signatures[0].integrity.value, Integrity::Intact) << printed(report);
  EXPECT_EQ(report.signatures[0].coverage.value, Coverage::WholeFile);
}

TEST(SignatureWriters, AcceptsAnEmptyPassword) {
  const auto file = signed_in(Layout::Encrypted);
  ASSERT_NE(file.find("/Encrypt"), std::string::npos);
  const auto report = judged(file);
  ASSERT_EQ(report.signatures.size(), 1U);
  EXPECT_EQ(report.signatures[0].integrity.value, Integrity::Intact) << printed(report);
}

TEST(SignatureWriters, RefusesAPassword) {
  const Worker worker(std::filesystem::path(CERTREG_BUILD_DIR) / "certreg-reader");
  try {
    worker.check_signatures(signed_in(Layout::NeedsPassword), "", instant(kAsked));
    FAIL() << "was judged";
  } catch (const Failure& failure) {
    EXPECT_EQ(failure.failure, FailureKind::Encrypted);
  }
}

}  // namespace
}  // namespace certreg::documents
