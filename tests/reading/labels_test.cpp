#include "certreg/reading/labels.h"

#include <gtest/gtest.h>

#include "reading/world.h"

namespace certreg::reading {
namespace {

std::string refusal_of(std::string_view yaml) {
  const EmbeddedFile file{"importers/labels/xx.yaml", yaml};
  try {
    parse_labels({&file, 1});
  } catch (const Error& error) {
    return error.fields.empty() ? error.what() : error.fields.front().rule;
  }
  return "was read";
}

TEST(Labels, FoldAwayCaseAccentsAndPunctuation) {
  EXPECT_EQ(fold_label("  G\xC3\xBCltig bis / Valid until: "), "gultig bis valid until");
  EXPECT_EQ(fold_label("Certificado n\xC2\xBA"), "certificado no");
  EXPECT_EQ(fold_label("Belge Geçerlilik Tarihi"), fold_label("BELGE GEÇERLİLİK TARİHİ"));
  EXPECT_EQ(fold_label("有効期限："), "有効期限");
  EXPECT_EQ(fold_label("..."), "");
  EXPECT_EQ(fold_label("発　行 日 2025"), "発行日 2025");
  EXPECT_EQ(fold_label("인 증 범위"), fold_label("인증범위"));
  EXPECT_EQ(fold_label("設計、 開発"), "設計 開発");  // what a mark parts stays parted
}

TEST(Labels, TheLongestWins) {
  EXPECT_EQ(labels().longest_at("expiry date of last certification cycle 2020").label->field,
            LabelField::PreviousExpiry);
  EXPECT_EQ(labels().longest_at("expiry date 2020").label->field, LabelField::Expires);
  EXPECT_EQ(labels().longest_at("expiry dates").label, labels().longest_at("expiry x").label);
  EXPECT_EQ(labels().longest_at("unlabelled").label, nullptr);
  EXPECT_EQ(labels().month_of("januar"), 1U);
  EXPECT_EQ(labels().month_of("monday"), 0U);
}

TEST(Labels, WordsAfterWhichATextGoesOn) {
  for (const char* text :
       {"in accordance with the", "CAISSES D'ÉPARGNE ET DE", "dla sieci i", "πιστοποιείται ότι"})
    EXPECT_TRUE(labels().stops_within_sentence(text, "")) << text;
  for (const char* text : {"see Annex A", "in accordance with the.", "the", "", "Harbour Cloud"})
    EXPECT_FALSE(labels().stops_within_sentence(text, "")) << text;
  EXPECT_FALSE(labels().stops_within_sentence("the services de", "en"));
}

TEST(Labels, FilesAreReadStrictly) {
  EXPECT_EQ(refusal_of("labels: {number: [no]}"), "lacks `language`");
  EXPECT_EQ(refusal_of("language: xx\nlabel: {}"), "has the unknown key `label`");
  EXPECT_EQ(refusal_of("language: xx\nlabels: {colour: [red]}"), "names the unknown field `colour`");
  EXPECT_EQ(refusal_of("language: xx\nlabels: {number: ['...']}"), "line 2: must be words");
  EXPECT_EQ(refusal_of("language: xx\nmonths: {foo: 13}"), "has a month that is not 1 to 12");
  EXPECT_EQ(refusal_of("language: xx\nphrases: {greets: [hello]}"),
            "names the unknown kind of phrase `greets`");
  EXPECT_EQ(refusal_of("language: xx\nlabel_parts: {first: [foo]}"), "line 2: must begin or end with \"…\"");
  EXPECT_EQ(refusal_of("language: xx\nlabel_parts: {colour: [foo…]}"), "names the unknown role `colour`");
  EXPECT_EQ(refusal_of("[1, 2]"), "must be a map");
  EXPECT_NE(refusal_of("language: [unclosed"), "was read");
  EXPECT_NE(refusal_of("language: xx\nlabels: [no, nr]"), "was read");
  EXPECT_NE(refusal_of("language: xx\nmonths: [january]"), "was read");
  EXPECT_NE(refusal_of("language: xx\n[a]: b"), "was read");
  EXPECT_THROW(parse_labels({}), Error);
}

}  // namespace
}  // namespace certreg::reading
