// What came after a signature: allowed additions, changes, and the attacks that hide behind incremental
// updates.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "documents/signature_world.h"

namespace certreg::documents {
namespace {

using namespace sample;
using testing::Contains;
using testing::HasSubstr;

const std::string& plain() {
  static const std::string kFile = signature_world().plain();
  return kFile;
}

Objects with_field_signed() {
  auto objects = sample_objects();
  objects[7] = replaced(objects[7], "/P 3 0 R", "/P 3 0 R /V 8 0 R");
  return objects;
}

std::string again(const char* form, const std::string& rectangle = "0 0 0 0") {
  const auto& world = signature_world();
  const std::string sub_filter = form;
  return signed_again(plain(),
                      sub_filter == "ETSI.RFC3161" ? timestamp(world.stamper, "2026-02-01T00:00:00Z")
                                                   : cms(world.other_signer, world.style()),
                      sub_filter, rectangle);
}

std::string with_store() {
  return appended(plain(), {{1, replaced(sample_objects().at(1), "/AcroForm", "/DSS 30 0 R /AcroForm")},
                            {30, "<< /Certs [31 0 R] >>"},
                            {31, stream(der_of(signature_world().issuing.certificate.get()))}});
}

struct Allowed {
  const char* name;
  std::string file;
  ChangeKind kind;
};

TEST(SignatureChanges, AcceptsSignatureDataAfterIt) {
  const Allowed cases[] = {{"second signature", again("ETSI.CAdES.detached"), ChangeKind::FurtherSignature},
                           {"document timestamp", again("ETSI.RFC3161"), ChangeKind::DocumentTimestamp},
                           {"security store", with_store(), ChangeKind::ValidationData}};
  for (const auto& [name, file, kind] : cases) {
    const auto report = judged(file);
    const auto& first = report.signatures.at(0);
    EXPECT_EQ(first.field, "Signature1");
    EXPECT_EQ(first.integrity.value, Integrity::Intact) << name;
    EXPECT_EQ(first.coverage.value, Coverage::OnlySignatureData) << name << "\n" << printed(report);
    EXPECT_THAT(first.changes, Contains(testing::Field(&Change::kind, kind))) << name << "\n"
                                                                              << printed(report);
    for (std::size_t i = 1; i < report.signatures.size(); ++i) {
      EXPECT_EQ(report.signatures[i].integrity.value, Integrity::Intact) << name << "\n" << printed(report);
      EXPECT_EQ(report.signatures[i].coverage.value, Coverage::WholeFile) << name << "\n" << printed(report);
    }
  }
}

struct Changed {
  const char* name;
  std::string file;
  ChangeKind kind;
};

// The entry of an object in the table of the last state, pointed at another place.
std::string pointing_at(const std::string& file, int number, std::size_t place) {
  const auto at = file.size();
  return file + fmt::format(
                    "xref\n{} 1\n{:010} 00000 n \ntrailer\n<< /Size 13 /Root 1 0 R /Info 10 0 R /Prev {} >>\n"
                    "startxref\n{}\n%%EOF\n",
                    number, place, std::stoul(file.substr(file.rfind("startxref") + 10)), at);
}

// A form of the document that waits within the signed bytes: an object 4 that no table names until later.
std::string hide_and_replace() {
  auto objects = with_field_signed();
  objects[8] = unsigned_value("ETSI.CAdES.detached");
  objects[12] = stream("4 0 obj\n" + objects[12] + "\nendobj\n");
  const auto& world = signature_world();
  const auto file = filled(written(objects), cms(world.signer, world.style()));
  return pointing_at(file, 4, file.find("4 0 obj\n<< /Length", file.find("12 0 obj")));
}

std::string freed(int number) {
  const auto& file = plain();
  return file +
         fmt::format(
             "xref\n{} 1\n0000000000 00001 f \ntrailer\n<< /Size 13 /Root 1 0 R /Info 10 0 R /Prev {} >>\n"
             "startxref\n{}\n%%EOF\n",
             number, std::stoul(file.substr(file.rfind("startxref") + 10)), file.size());
}

std::vector<Changed> changes() {
  const auto base = with_field_signed();
  const auto change = [&](int number, const std::string& from, const std::string& to) {
    return appended(plain(), {{number, replaced(base.at(number), from, to)}});
  };
  return {
      {"text of the page", change(4, "4711", "9999"), ChangeKind::Page},
      {"another content", change(3, "/Contents 4 0 R", "/Contents 12 0 R"), ChangeKind::Page},
      {"a content more", change(3, "/Contents 4 0 R", "/Contents [4 0 R 12 0 R]"), ChangeKind::Page},
      {"size of the page", change(3, "595 842", "595 800"), ChangeKind::Page},
      {"font", change(5, "Helvetica", "Symbol"), ChangeKind::Page},
      {"font by reference", change(3, "/F1 5 0 R", "/F1 << /Type /Font /Subtype /Type1 /BaseFont /Symbol >>"),
       ChangeKind::Page},
      {"page added",
       appended(plain(), {{2, "<< /Type /Pages /Kids [3 0 R 15 0 R] /Count 2 >>"},
                          {15, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"}}),
       ChangeKind::Page},
      {"page replaced",
       appended(plain(), {{2, "<< /Type /Pages /Kids [15 0 R] /Count 1 >>"},
                          {15, replaced(base.at(3), "/Contents 4 0 R", "/Contents 12 0 R")}}),
       ChangeKind::Page},
      {"tree of pages replaced",
       appended(plain(), {{1, replaced(base.at(1), "2 0 R", "15 0 R")}, {15, base.at(2)}}), ChangeKind::Page},
      {"annotation added",
       appended(plain(), {{3, replaced(base.at(3), "11 0 R]", "11 0 R 15 0 R]")},
                          {15, "<< /Type /Annot /Subtype /FreeText /Rect [0 0 500 500] /Contents (x) >>"}}),
       ChangeKind::Annotation},
      {"annotation changed", change(11, "a note", "another note"), ChangeKind::Annotation},
      {"annotation removed", change(3, " 11 0 R]", "]"), ChangeKind::Annotation},
      {"form value", change(9, "(none)", "(all sites)"), ChangeKind::FormValue},
      {"form field added",
       appended(plain(),
                {{6, replaced(base.at(6), "9 0 R]", "9 0 R 15 0 R]")}, {15, "<< /FT /Tx /T (More) >>"}}),
       ChangeKind::FormValue},
      {"form field removed", change(6, " 9 0 R]", "]"), ChangeKind::FormValue},
      {"appearances on demand", change(6, "/SigFlags 3", "/SigFlags 3 /NeedAppearances true"),
       ChangeKind::FormValue},
      {"title", change(10, "Certificate", "Other certificate"), ChangeKind::DocumentInformation},
      {"metadata", change(1, "/AcroForm", "/Metadata 12 0 R /AcroForm"), ChangeKind::DocumentInformation},
      {"action on opening", change(1, "/AcroForm", "/OpenAction << /S /JavaScript /JS (x) >> /AcroForm"),
       ChangeKind::Structure},
      {"layers", change(1, "/AcroForm", "/OCProperties << /D << >> >> /AcroForm"), ChangeKind::Structure},
      {"visible signature", again("ETSI.CAdES.detached", "0 0 500 800"), ChangeKind::VisibleSignature},
      {"visible timestamp", again("ETSI.RFC3161", "0 0 500 800"), ChangeKind::VisibleSignature},
      {"signature without a field that draws",
       appended(plain(),
                {{3, replaced(base.at(3), "11 0 R]", "11 0 R 15 0 R]")},
                 {15, "<< /FT /Sig /T (X) /Type /Annot /Subtype /Widget /Rect [0 0 500 500] /F 4 >>"}}),
       ChangeKind::VisibleSignature},
      {"signature with an action",
       appended(plain(), {{6, replaced(base.at(6), "9 0 R]", "9 0 R 15 0 R]")},
                          {15, "<< /FT /Sig /T (X) /AA << /E << /S /JavaScript /JS (x) >> >> >>"}}),
       ChangeKind::Annotation},
      {"shadow: replaced from within", hide_and_replace(), ChangeKind::Page},
      {"shadow: hidden", freed(11), ChangeKind::Annotation},
      {"shadow: content freed", freed(4), ChangeKind::Page},
      {"appended, no table", plain() + "4 0 obj\n" + base.at(12) + "\nendobj\n", ChangeKind::StrayBytes},
      {"appended, old table named again",
       plain() + "4 0 obj\n" + base.at(12) + "\nendobj\n" + plain().substr(plain().rfind("startxref")),
       ChangeKind::StrayBytes},
      {"appended, table without it",
       pointing_at(plain() + "4 0 obj\n" + base.at(12) + "\nendobj\n", 9, plain().find("9 0 obj")),
       ChangeKind::StrayBytes},
      {"appended words", plain() + "some words\n", ChangeKind::StrayBytes},
  };
}

TEST(SignatureChanges, NamesWhatElseWasChanged) {
  for (const auto& [name, file, kind] : changes()) {
    const auto report = judged(file);
    ASSERT_FALSE(report.signatures.empty()) << name;
    const auto& first = report.signatures.front();
    EXPECT_EQ(first.integrity.value, Integrity::Intact) << name;
    EXPECT_EQ(first.coverage.value, Coverage::ContentChanged) << name << "\n" << printed(report);
    EXPECT_THAT(first.changes, Contains(testing::Field(&Change::kind, kind))) << name << "\n"
                                                                              << printed(report);
  }
}

TEST(SignatureChanges, ASignatureThatNoFieldShowsAnyMoreIsTold) {
  const auto report = judged(appended(plain(), {{7, sample_objects().at(7)}}));
  ASSERT_EQ(report.signatures.size(), 1U);
  EXPECT_EQ(report.signatures[0].field, "");
  EXPECT_EQ(report.signatures[0].coverage.value, Coverage::ContentChanged);
  EXPECT_THAT(report.signatures[0].weaknesses, Contains("no field of the form shows it"));
}

std::string certified(int level, const Objects& after) {
  const auto& world = signature_world();
  const auto more = fmt::format(
      "/Reference [<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /P {} /V /1.2 >> >>]",
      level);
  const auto file = signed_sample(cms(world.signer, world.style()), "ETSI.CAdES.detached", more);
  return after.empty() ? file : appended(file, after);
}

struct Certification {
  int level;
  int changed;  // object
  bool is_broken;
};

TEST(SignatureChanges, AreHeldAgainstTheCertification) {
  const Objects after{{4, sample_objects().at(12)},
                      {9, replaced(sample_objects().at(9), "none", "some")},
                      {11, replaced(sample_objects().at(11), "a note", "no note")}};
  const Certification cases[] = {{1, 9, true},   {2, 9, false}, {3, 9, false}, {1, 11, true}, {2, 11, true},
                                 {3, 11, false}, {1, 4, true},  {2, 4, true},  {3, 4, true}};
  for (const auto& [level, changed, is_broken] : cases) {
    const auto report = judged(certified(level, {{changed, after.at(changed)}}));
    const auto& one = report.signatures.front();
    EXPECT_EQ(one.certification_level, level);
    EXPECT_EQ(one.coverage.value, Coverage::ContentChanged);
    EXPECT_EQ(std::ranges::count(one.weaknesses, "the changes go beyond what its certification allows"),
              is_broken ? 1 : 0)
        << level << " " << changed;
  }
  EXPECT_EQ(judged(certified(2, {})).signatures.front().certification_level, 2);
}

// An empty field that a second person signs, rather than a field of its own.
TEST(SignatureChanges, AnEmptyFieldMayBeSignedLater) {
  const auto& world = signature_world();
  auto objects = with_field_signed();
  objects[6] = "<< /Fields [7 0 R 9 0 R 14 0 R] /SigFlags 3 >>";
  objects[8] = unsigned_value("ETSI.CAdES.detached");
  objects[14] = "<< /FT /Sig /T (Later) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] >>";
  const auto file = filled(written(objects), cms(world.signer, world.style()));
  const auto later = filled(appended(file, {{14, replaced(objects[14], "(Later)", "(Later) /V 15 0 R")},
                                            {15, unsigned_value("ETSI.CAdES.detached")}}),
                            cms(world.other_signer, world.style()));
  const auto report = judged(later);
  ASSERT_EQ(report.signatures.size(), 2U);
  EXPECT_EQ(report.signatures[0].coverage.value, Coverage::OnlySignatureData) << printed(report);
  EXPECT_EQ(report.signatures[1].coverage.value, Coverage::WholeFile);
  EXPECT_THAT(report.signatures[0].coverage.sentence, HasSubstr("Later"));
}

}  // namespace
}  // namespace certreg::documents
