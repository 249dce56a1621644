// What an import tells about the signatures of a document.
#include "service/signature_notes.h"

#include <gmock/gmock.h>

#include "documents/signed_pdf.h"
#include "service/reading_tools.h"
#include "service/register_world.h"

namespace certreg::service {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Signers {
  sample::Identity root = sample::authority("Root");
  sample::Identity signer = sample::signer("Signer", root);
  std::string file = sample::signed_sample(sample::cms(signer));
};

std::vector<std::string> warnings_of(RegisterWorld& world, const store::ImportRun& run) {
  auto transaction = world.services().database.begin(store::TransactionMode::ReadOnly);
  std::vector<std::string> warnings;
  for (const auto& item : store::list_import_items(transaction, run.id, -1, 100))
    if (item.outcome == "warning") warnings.push_back(item.detail);
  return warnings;
}

TEST(SignatureNotes, StandInTheReportOfTheImport) {
  RegisterWorld world;
  const Signers made;
  EXPECT_THAT(
      warnings_of(world, world.take("signed.pdf", made.file)),
      Contains(AllOf(HasSubstr("Signed by Signer Organisation: intact"), HasSubstr("covers the whole file"),
                     HasSubstr("no root is configured"), HasSubstr("not known whether it was revoked"))));
}

TEST(SignatureNotes, NameTheRootWhenOneIsTrusted) {
  RegisterWorld world;
  const Signers made;
  world.services().signature_roots = sample::pem_of(made.root);
  EXPECT_THAT(signature_notes(tools_of(world.services()), made.file),
              ElementsAre(HasSubstr("signer trusted by the configured root Root")));
}

TEST(SignatureNotes, ABrokenOneIsToldAndADamagedFileIsNotPassedOver) {
  RegisterWorld world;
  const Signers made;
  EXPECT_THAT(signature_notes(tools_of(world.services()), sample::replaced(made.file, "4711", "9999")),
              ElementsAre(HasSubstr("not intact")));
  EXPECT_THAT(
      signature_notes(tools_of(world.services()), sample::replaced(made.file, "startxref", "startxxxx")),
      ElementsAre(HasSubstr("were not judged")));
}

TEST(SignatureNotes, AMarkWithoutASignatureIsToldNotPassedOver) {
  RegisterWorld world;
  EXPECT_THAT(signature_notes(tools_of(world.services()),
                              sample::appended(pdf({}), {{99, "<< /Note (/ByteRange) >>"}})),
              ElementsAre(HasSubstr("none was found")));
}

TEST(SignatureNotes, OfADocumentWithoutOneThereAreNone) {
  RegisterWorld world;
  EXPECT_THAT(signature_notes(tools_of(world.services()), pdf({})), IsEmpty());
}

}  // namespace
}  // namespace certreg::service
