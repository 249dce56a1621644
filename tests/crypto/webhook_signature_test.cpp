#include "certreg/crypto/webhook_signature.h"

#include <gtest/gtest.h>

#include "certreg/crypto/base64.h"

namespace certreg::crypto {
namespace {

constexpr std::chrono::sys_seconds kAt{std::chrono::seconds(1614265330)};

// The vector that the standard's own libraries are tested with.
TEST(WebhookSignature, HasTheVectorOfTheStandard) {
  EXPECT_EQ(sign_webhook("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek", kAt,
                         R"({"test": 2432232314})"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookSignature, CoversIdTimeAndPayload) {
  const auto secret = new_webhook_secret();
  const auto signature = sign_webhook(secret, "a", kAt, "b");
  EXPECT_NE(signature, sign_webhook(secret, "c", kAt, "b"));
  EXPECT_NE(signature, sign_webhook(secret, "a", kAt + std::chrono::seconds(1), "b"));
  EXPECT_NE(signature, sign_webhook(secret, "a", kAt, "c"));
  EXPECT_NE(signature, sign_webhook(new_webhook_secret(), "a", kAt, "b"));
}

TEST(WebhookSignature, TakesNoSecretThatIsNone) {
  for (const auto& secret : {std::string(), std::string("whsec_"), "whsec_" + encode_base64("too short"),
                             encode_base64(std::string(32, 'a')), std::string("whsec_*")})
    EXPECT_THROW(sign_webhook(secret, "a", kAt, "b"), std::logic_error) << secret;
}

}  // namespace
}  // namespace certreg::crypto
